//! The words of the letters between the two of a pair, about the framework that they share.

use crate::letter::FrameworkNews;
use crate::text::Text;

/// `{mentee}` and `{mentor}` are addresses: one is proven, the other only typed, and neither letter holds anything else that
/// was typed.
pub const fn subject(news: FrameworkNews) -> Text {
    match news {
        FrameworkNews::First => Text::new(
            "{mentee} vill komma överens med dig om ett mentorskap: {reference}",
            "{mentee} wants to agree on a mentorship with you: {reference}",
        ),
        FrameworkNews::Reminder => Text::new(
            "Påminnelse: {mentee} väntar på ditt svar ({reference})",
            "Reminder: {mentee} is waiting for your answer ({reference})",
        ),
        FrameworkNews::NoAnswer => {
            Text::new("{mentor} har inte svarat än: {reference}", "{mentor} has not answered yet: {reference}")
        }
        FrameworkNews::Unsure => Text::new(
            "Vi vet inte om vårt mejl till {mentor} kom fram: {reference}",
            "We do not know whether our email to {mentor} arrived: {reference}",
        ),
        FrameworkNews::Undelivered => Text::new(
            "Vårt mejl till {mentor} kom inte fram: {reference}",
            "Our email to {mentor} did not arrive: {reference}",
        ),
        FrameworkNews::Agreed => Text::new("Ni är överens: {reference}", "You have agreed: {reference}"),
        FrameworkNews::Proposed => {
            Text::new("Ett förslag att ta ställning till: {reference}", "A proposal for you to consider: {reference}")
        }
        FrameworkNews::Other => Text::new(
            "Något är nytt i er överenskommelse: {reference}",
            "Something is new in your framework: {reference}",
        ),
        FrameworkNews::NotAllowed => {
            Text::new("Överenskommelsen kan inte gälla: {reference}", "The framework cannot take effect: {reference}")
        }
        FrameworkNews::Ended => {
            Text::new("Överenskommelsen är avslutad: {reference}", "The framework has ended: {reference}")
        }
        FrameworkNews::Erased => Text::new(
            "Överenskommelsen är avslutad och tas bort: {reference}",
            "The framework has ended and is being removed: {reference}",
        ),
    }
}

pub const fn title(news: FrameworkNews) -> Text {
    match news {
        FrameworkNews::First => Text::new("Ett förslag till överenskommelse", "A proposed framework"),
        FrameworkNews::Reminder => {
            Text::new("Ett förslag väntar på ditt svar", "A proposal is waiting for your answer")
        }
        FrameworkNews::NoAnswer => Text::new("Inget svar än", "No answer yet"),
        FrameworkNews::Unsure => {
            Text::new("Vi vet inte om mejlet kom fram", "We do not know whether the email arrived")
        }
        FrameworkNews::Undelivered => Text::new("Mejlet kom inte fram", "The email did not arrive"),
        FrameworkNews::Agreed => Text::new("Ni är överens", "You have agreed"),
        FrameworkNews::Proposed => Text::new("Ett nytt förslag", "A new proposal"),
        FrameworkNews::Other => Text::new("Något är nytt i er överenskommelse", "Something is new in your framework"),
        FrameworkNews::NotAllowed => Text::new("Överenskommelsen kan inte gälla", "The framework cannot take effect"),
        FrameworkNews::Ended => Text::new("Överenskommelsen är avslutad", "The framework has ended"),
        FrameworkNews::Erased => {
            Text::new("Överenskommelsen är avslutad och tas bort", "The framework has ended and is being removed")
        }
    }
}

/// What has happened and what can be done.
pub const fn body(news: FrameworkNews) -> Text {
    match news {
        FrameworkNews::First => Text::new(
            "{mentee} har föreslagit ramar för ett mentorskap: hur ofta ni ska ses, vad ni ska prata om och vad ni väntar er av varandra. På en egen sida kan du läsa förslaget, godkänna det, föreslå ändringar eller avsluta. Du behöver inget konto.",
            "{mentee} has proposed a framework for a mentorship: how often you meet, what you talk about and what you expect of each other. On a page of your own you can read the proposal, accept it, propose changes or end it. You need no account.",
        ),
        FrameworkNews::Reminder => Text::new(
            "För en vecka sedan skrev vi att {mentee} har föreslagit ramar för ett mentorskap. Du har inte svarat än. Du kan godkänna förslaget, ändra det eller tacka nej. Det här är den enda påminnelsen.",
            "A week ago we wrote that {mentee} has proposed a framework for a mentorship. You have not answered yet. You can accept the proposal, change it or decline. This is the only reminder.",
        ),
        FrameworkNews::NoAnswer => Text::new(
            "Vi har skrivit till {mentor} och påmint en gång, men inte fått något svar. Vi skriver inte igen av oss själva. Hör av dig på något annat sätt, eller fråga någon annan. På din sida kan du skicka en ny länk, ändra förslaget eller avsluta.",
            "We have written to {mentor} and reminded them once, and had no answer. We will not write again on our own. Get in touch in some other way, or ask somebody else. On your page you can send a new link, change the proposal or end it.",
        ),
        FrameworkNews::Unsure => Text::new(
            "Vi har skrivit till {mentor}, men något gick fel på vägen och vi kan inte se om mejlet kom fram. Fråga gärna. Har det inte kommit kan du skicka en ny länk på din sida.",
            "We have written to {mentor}, but something went wrong on the way and we cannot see whether the email arrived. Please ask them. If it has not come, you can send a new link on your page.",
        ),
        FrameworkNews::Undelivered => Text::new(
            "Vi har försökt skriva till {mentor}, men mejlet gick inte att leverera. Är adressen rätt? Då kan du skicka en ny länk på din sida. Är den fel? Avsluta på sidan och skriv ett nytt förslag med rätt adress.",
            "We have tried to write to {mentor}, but the email could not be delivered. Is the address right? Then you can send a new link on your page. Is it wrong? End it on the page and write a new proposal with the right address.",
        ),
        FrameworkNews::Agreed => Text::new(
            "Ni har båda godkänt överenskommelsen. Skriv ut sidan eller spara den, så att ni har var sin kopia. Var det inte du som godkände? Avsluta då på sidan, eller skriv till {contact}.",
            "Both of you have accepted the framework. Print or save the page, so that each of you has a copy. Was it not you who accepted? Then end it on the page, or write to {contact}.",
        ),
        FrameworkNews::Proposed => Text::new(
            "Den andra av er har föreslagit en ny lydelse. Läs den på din sida och godkänn den eller föreslå något annat.",
            "The other one of you has proposed a new wording. Read it on your page and accept it or propose something else.",
        ),
        FrameworkNews::Other => {
            Text::new("Öppna din sida så ser du vad som är nytt.", "Open your page to see what is new.")
        }
        FrameworkNews::NotAllowed => Text::new(
            "Mentorn har svarat att hen är doktorandens handledare. Enligt KI:s regel är mentorn någon annan än handledaren, så överenskommelsen kan inte gälla. Blev svaret fel kan mentorn ändra det på sin sida. Annars går det att avsluta.",
            "The mentor has answered that they are the doctoral student’s supervisor. By KI’s rule the mentor is someone other than the supervisor, so the framework cannot take effect. If the answer was a mistake, the mentor can change it on their page. Otherwise it can be ended.",
        ),
        FrameworkNews::Ended => Text::new(
            "En av er har avslutat överenskommelsen. Ingen behöver ange något skäl. Sidan går att öppna i 90 dagar, och båda kan ta bort överenskommelsen ur portalen.",
            "One of you has ended the framework. Nobody has to give a reason. The page can be opened for 90 days, and either of you can remove the framework from the portal.",
        ),
        FrameworkNews::Erased => Text::new(
            "En av er har avslutat överenskommelsen och tar bort den ur portalen, för er båda. Säkerhetskopior kan finnas kvar i upp till 30 dagar. Det som har registrerats hos KI som allmän handling tas inte bort med den. Det här mejlet raderar du själv.",
            "One of you has ended the framework and is removing it from the portal, for both of you. Backups may remain for up to 30 days. What has been registered at KI as a public record is not removed with it. This email is yours to delete.",
        ),
    }
}

pub const OPEN: Text = Text::new("Öppna sidan", "Open the page");
pub const LINK_IS_YOURS: Text = Text::new(
    "Länken är din. Den som har den kan läsa och svara i ditt ställe, så skicka den inte vidare.",
    "The link is yours. Whoever has it can read and answer in your place, so do not pass it on.",
);
/// `{contact}`.
pub const QUESTIONS: Text = Text::new(
    "Har du frågor? Skriv till {contact} och ange referensen.",
    "Do you have questions? Write to {contact} and give the reference.",
);
/// `{reply}`, an address.
pub const REPLY: Text = Text::new(
    "Svarar du på det här mejlet går svaret till {reply}.",
    "If you reply to this email, your reply goes to {reply}.",
);
/// `{mentee}`, `{contact}`.
pub const UNKNOWN: Text = Text::new(
    "Känner du inte till {mentee}? Öppna inte länken, utan skriv till {contact}.",
    "Do you not know {mentee}? Do not open the link; write to {contact} instead.",
);

/// What article 14 of the GDPR wants said to somebody whose data came from another.
pub const NOTICE_TITLE: Text = Text::new("Så behandlas dina uppgifter", "How your data are handled");
pub const NOTICE: [Text; 5] = [
    Text::new(
        "Karolinska Institutet (KI) är personuppgiftsansvarig. Vi har fått ditt namn och din e-postadress av {mentee}, som också kan ha skrivit om dig i förslaget. Kontaktuppgifterna till KI:s dataskyddsombud saknas här ännu. Skriv till {contact} om du vill nå ombudet.",
        "Karolinska Institutet (KI) is the controller. We got your name and email address from {mentee}, who may also have written about you in the proposal. Contact details of KI’s data protection officer are not here yet. Write to {contact} if you want to reach the officer.",
    ),
    Text::new(
        "Uppgifterna behövs för att ni ska kunna komma överens och för att vi ska kunna skriva till dig om det. Den rättsliga grunden är en uppgift av allmänt intresse (artikel 6.1 e i dataskyddsförordningen). Den bygger inte på samtycke.",
        "The data are needed so that you can agree, and so that we can write to you about it. The legal basis is a task carried out in the public interest (Article 6(1)(e) of the GDPR). It is not based on consent.",
    ),
    Text::new(
        "Ni två ser överenskommelsen. Den skickas inte till programmets personal. KI är en myndighet, och det som finns hos KI kan vara en allmän handling som lämnas ut till den som begär det. Vi kan därför inte lova att den förblir hemlig.",
        "The two of you see the framework. It is not sent to the programme’s staff. KI is a public authority, and what KI holds may be a public record that is given to anyone who asks. We therefore cannot promise that it stays confidential.",
    ),
    Text::new(
        "Du kan när som helst avsluta överenskommelsen på din sida och ta bort den ur portalen. Säkerhetskopior kan finnas kvar i upp till 30 dagar, och det som har registrerats hos KI som allmän handling tas inte bort med den. Hur länge överenskommelsen annars sparas är inte beslutat, och inga beslut fattas automatiskt.",
        "On your page you can end the framework at any time and remove it from the portal. Backups may remain for up to 30 days, and what has been registered at KI as a public record is not removed with it. How long the framework is otherwise kept has not been decided, and no decisions are made automatically.",
    ),
    Text::new(
        "Du har rätt att få veta vilka uppgifter vi har om dig, att få dem rättade, att invända och att begära begränsning. Klagomål lämnas till Integritetsskyddsmyndigheten, imy.se. Mer står på {notice}.",
        "You have the right to know which data we hold about you, to have them corrected, to object and to ask for restriction. Complaints go to the Swedish Authority for Privacy Protection, imy.se. There is more at {notice}.",
    ),
];
