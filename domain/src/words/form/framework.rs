//! The words of the own page of a framework: where it stands, what each of the two can do, and the page on which a change is
//! written.

use crate::framework::{Asking, Side, Stage};
use crate::independence::Tie;
use crate::text::Text;

pub const TITLE: Text = Text::new("Er överenskommelse", "Your framework");

/// Where it stands, for the one whose page it is. Before the student's address is proven: [`UNCONFIRMED`].
pub const fn stage(stage: Stage, side: Side) -> Text {
    match (stage, side) {
        (Stage::Asked, Side::Mentee) => Text::new("Din mentor har inte svarat än", "Your mentor has not answered yet"),
        (Stage::Asked | Stage::WaitsFor(Side::Mentor), Side::Mentor)
        | (Stage::WaitsFor(Side::Mentee), Side::Mentee) => Text::new("Väntar på ditt svar", "Waiting for your answer"),
        (Stage::WaitsFor(Side::Mentor), Side::Mentee) => Text::new("Väntar på din mentor", "Waiting for your mentor"),
        (Stage::WaitsFor(Side::Mentee), Side::Mentor) => {
            Text::new("Väntar på den du är mentor för", "Waiting for the person you mentor")
        }
        (Stage::Agreed, _) => Text::new("Ni är överens", "You have agreed"),
        (Stage::NotAllowed, _) => Text::new("Kan inte gälla", "Cannot take effect"),
        (Stage::Ended, _) => Text::new("Avslutad", "Ended"),
    }
}

/// What happens next for a student whose mentor has not answered.
pub const fn asking(asking: Asking) -> Text {
    match asking {
        Asking::UnderWay => Text::new(
            "Mejlet till din mentor har inte gått iväg än. Vi försöker tills det går, i högst två veckor, och skriver till dig om det inte går.",
            "The email to your mentor has not left yet. We keep trying, for two weeks at most, and write to you if it cannot be sent.",
        ),
        Asking::Asked => Text::new(
            "Vi har skrivit till din mentor. Har inget svar kommit efter en vecka påminner vi en gång. Kommer inget svar på en vecka efter det skriver vi till dig.",
            "We have written to your mentor. If no answer has come after a week we remind once. If none comes within a week of that, we write to you.",
        ),
        Asking::Reminded => Text::new(
            "Vi har skrivit till din mentor och påmint en gång. Kommer inget svar på en vecka skriver vi till dig.",
            "We have written to your mentor and reminded them once. If no answer comes within a week, we write to you.",
        ),
        Asking::Told => Text::new(
            "Vi har skrivit till din mentor och påmint en gång, men inte fått något svar. Vi skriver inte igen av oss själva. Hör av dig på något annat sätt. Du kan också skicka en ny länk längre ner på sidan.",
            "We have written to your mentor and reminded them once, and had no answer. We will not write again on our own. Get in touch in some other way. You can also send a new link further down the page.",
        ),
        Asking::Unsure => UNSURE,
        Asking::Undelivered => UNDELIVERED,
    }
}
/// Also where the two have agreed and a new link went astray.
pub const UNSURE: Text = Text::new(
    "Vi vet inte om vårt mejl till din mentor kom fram. Fråga gärna. Har det inte kommit kan du skicka en ny länk längre ner på sidan.",
    "We do not know whether our email to your mentor arrived. Please ask them. If it has not come, you can send a new link further down the page.",
);
pub const UNDELIVERED: Text = Text::new(
    "Vårt mejl till din mentor gick inte att leverera. Är adressen rätt? Då kan du skicka en ny länk längre ner på sidan. Är den fel? Avsluta och skriv ett nytt förslag med rätt adress.",
    "Our email to your mentor could not be delivered. Is the address right? Then you can send a new link further down the page. Is it wrong? End it and write a new proposal with the right address.",
);
/// Where the two have agreed on something before, and the newest wording waits.
pub const HOLDS: Text = Text::new(
    "Det ni kom överens om tidigare gäller tills ni båda har godkänt något nytt.",
    "What you agreed on before holds until both of you have accepted something new.",
);

/// What happens next; for a student whose mentor has not answered: [`asking`].
pub const fn next(stage: Stage, side: Side) -> Text {
    match (stage, side) {
        (Stage::Asked, Side::Mentee) => asking(Asking::Asked),
        (Stage::Asked, Side::Mentor) => Text::new(
            "Läs förslaget. Du kan godkänna det som det är, föreslå en ändring eller tacka nej genom att avsluta.",
            "Read the proposal. You can accept it as it is, propose a change, or decline by ending it.",
        ),
        (Stage::WaitsFor(Side::Mentor), Side::Mentor) | (Stage::WaitsFor(Side::Mentee), Side::Mentee) => Text::new(
            "Läs den senaste lydelsen och godkänn den eller föreslå något annat.",
            "Read the newest wording and accept it or propose something else.",
        ),
        (Stage::WaitsFor(_), _) => {
            Text::new("Vi skriver till dig när det finns ett svar.", "We write to you when there is an answer.")
        }
        (Stage::Agreed, _) => Text::new(
            "Ni har båda godkänt det som står här. Skriv ut sidan eller spara den, så att ni har var sin kopia. Båda kan föreslå en ändring när som helst.",
            "Both of you have accepted what stands here. Print or save the page, so that each of you has a copy. Either of you can propose a change at any time.",
        ),
        (Stage::NotAllowed, _) => Text::new(
            "Mentorn har svarat att hen är doktorandens handledare. Enligt KI:s regel är mentorn någon annan än handledaren. Blev svaret fel kan mentorn svara på nytt. Annars går det att avsluta.",
            "The mentor has answered that they are the doctoral student’s supervisor. By KI’s rule the mentor is someone other than the supervisor. If that was a mistake, the mentor can answer again. Otherwise it can be ended.",
        ),
        (Stage::Ended, _) => Text::new(
            "Överenskommelsen gäller inte längre. Sidan går att öppna i 90 dagar.",
            "The framework no longer holds. The page can be opened for 90 days.",
        ),
    }
}

/// Before the mentor is written to.
pub const UNCONFIRMED: Text = Text::new("Väntar på dig", "Waiting for you");
pub const UNCONFIRMED_NEXT: Text = Text::new(
    "Vi har mejlat dig en länk. Öppna den och tryck på knappen, så vet vi att adressen är din. Då skriver vi till din mentor. Innan dess har mentorn inte fått veta något.",
    "We have emailed you a link. Open it and press the button, so that we know that the address is yours. Then we write to your mentor. Until then the mentor has been told nothing.",
);
/// While everything about it is being erased.
pub const ERASING: Text = Text::new(
    "Överenskommelsen tas bort ur portalen så snart vi har hunnit skriva till er båda.",
    "The framework is removed from the portal as soon as we have written to both of you.",
);

pub const AGREED_TITLE: Text = Text::new("Det här står i överenskommelsen", "What the framework says");
/// Where not both have accepted what stands there.
pub const PROPOSED_TITLE: Text = Text::new("Det här står i förslaget", "What the proposal says");
pub const EARLIER: Text = Text::new("Tidigare: {answer}", "Earlier: {answer}");
pub const NOTHING: Text = Text::new("inget", "nothing");

/// What the mentor has said of independence, for the one whose page it is.
pub const fn independent(reader: Side) -> Text {
    match reader {
        Side::Mentor => Text::new(
            "Du har svarat: oberoende av både studenten och handledarna.",
            "You have answered: independent of both the student and the supervisors.",
        ),
        Side::Mentee => Text::new(
            "Mentorn har svarat: oberoende av både studenten och handledarna.",
            "The mentor has answered: independent of both the student and the supervisors.",
        ),
    }
}
/// The same of a mentor who is not; `{ties}` a list.
pub const fn tied(reader: Side) -> Text {
    match reader {
        Side::Mentor => Text::new(
            "Du har svarat: ”{ties}”. Det är en fråga för er två att tänka igenom, inte en av KI:s regler.",
            "You have answered: “{ties}”. That is a question for the two of you to think through, not one of KI’s rules.",
        ),
        Side::Mentee => Text::new(
            "Mentorn har svarat: ”{ties}”. Det är en fråga för er två att tänka igenom, inte en av KI:s regler.",
            "The mentor has answered: “{ties}”. That is a question for the two of you to think through, not one of KI’s rules.",
        ),
    }
}

/// Before the mentor's boxes.
pub const TIES_TITLE: Text = Text::new("Är du oberoende?", "Are you independent?");
pub const TIES_HINT: Text = Text::new(
    "En doktorands mentor är någon annan än handledaren. Kryssa i det som stämmer. Det andra är frågor att tänka igenom, inte regler från KI, och hindrar dig inte.",
    "A doctoral student’s mentor is someone other than the supervisor. Tick what is true. The other points are questions to think through, not rules from KI, and do not stop you.",
);
pub const TIES_MISSING: Text = Text::new("Kryssa i minst en ruta", "Tick at least one box");
pub const TIES_NONE: Text = Text::new("Inget av det här", "None of these");
/// The value of that box.
pub const TIES_NONE_VALUE: &str = "none";

pub const fn tie(tie: Tie) -> Text {
    match tie {
        Tie::Supervisor => Text::new("Jag är doktorandens handledare", "I am the doctoral student’s supervisor"),
        Tie::CoAuthor => {
            Text::new("Vi skriver eller har skrivit artiklar tillsammans", "We write or have written papers together")
        }
        Tie::Manager => Text::new("Jag är doktorandens chef", "I am the doctoral student’s manager"),
        Tie::Department => Text::new("Vi arbetar på samma institution", "We work in the same department"),
        Tie::Close => Text::new(
            "Vi är släkt, nära vänner eller beroende av varandra på något annat sätt",
            "We are related, close friends or dependent on each other in some other way",
        ),
    }
}

pub const ACCEPT: Text = Text::new("Godkänn", "Accept");
pub const CHANGE: Text = Text::new("Föreslå en ändring", "Propose a change");
pub const MEETINGS: Text = Text::new("Planera mötena", "Plan the meetings");

/// Of the page on which a change is written.
pub const CHANGE_TITLE: Text = Text::new("Föreslå en ändring", "Propose a change");
pub const CHANGE_LEAD: Text = Text::new(
    "Skriv om det du vill ändra. Den andra av er får ett mejl och kan godkänna det eller föreslå något annat. Alla lydelser sparas.",
    "Rewrite what you want to change. The other one of you gets an email and can accept it or propose something else. Every wording is kept.",
);
pub const CHANGE_SEND: Text = Text::new("Skicka förslaget", "Send the proposal");
pub const CHANGE_BACK: Text = Text::new("Tillbaka utan att ändra", "Back without changing");
/// Somebody else changed it meanwhile.
pub const CHANGED_MEANWHILE: Text = Text::new(
    "Den andra av er hann före och ändrade medan du skrev. Det du skrev står kvar. Vid varje fråga ser du den nya lydelsen. Skickar du nu blir ditt förslag det senaste.",
    "The other one of you was first and changed it while you wrote. What you wrote is still here. At each question you see the new wording. If you send now, your proposal becomes the newest.",
);
/// On the own page: what was to be accepted is not the newest any more.
pub const ACCEPT_OLD: Text = Text::new(
    "Lydelsen ändrades medan du läste. Läs den som står här nu innan du godkänner.",
    "The wording was changed while you were reading. Read what stands here now before you accept.",
);
/// On the own page: what was to be accepted has ended.
pub const ENDED_MEANWHILE: Text = Text::new(
    "Överenskommelsen avslutades medan du läste, så inget har godkänts.",
    "The framework was ended while you were reading, so nothing has been accepted.",
);
/// Another link was opened in the same browser, and what was pressed was for the framework before.
pub const OTHER_OPENED: Text = Text::new(
    "Inget har hänt. En annan överenskommelse har öppnats i en annan flik, och det är den som visas här. Gällde det den förra? Öppna den rätta länken igen.",
    "Nothing has happened. Another framework has been opened in another tab, and that is the one shown here. Did you mean the one before? Use the right link again.",
);
/// The same where a change was being written.
pub const OTHER_OPENED_WRITING: Text = Text::new(
    "Inget har skickats. En annan överenskommelse har öppnats i en annan flik medan du skrev. Det du skrev står kvar här. Öppna den rätta länken igen i en ny flik och tryck sedan på knappen här igen.",
    "Nothing has been sent. Another framework was opened in another tab while you wrote. What you wrote is still here. Use the right link again in a new tab, then press the button here again.",
);
/// `{answer}`.
pub const THEIRS: Text = Text::new("Den nya lydelsen: {answer}", "The new wording: {answer}");
/// The session ended while it was being written.
pub const SIGNED_OUT: Text = Text::new(
    "Sidan har stängts av säkerhetsskäl. Det du skrev står kvar här. Öppna din länk i en ny flik och tryck sedan på knappen här igen.",
    "The page has been closed for safety. What you wrote is still here. Open your link in a new tab, then press the button here again.",
);

pub const HISTORY: Text = Text::new("Vad som har hänt", "What has happened");
/// `{time}`, `{number}`.
pub const fn proposed(by: Side) -> Text {
    match by {
        Side::Mentee => Text::new(
            "{time}: lydelse {number}, föreslagen av studenten",
            "{time}: wording {number}, proposed by the student",
        ),
        Side::Mentor => Text::new(
            "{time}: lydelse {number}, föreslagen av mentorn",
            "{time}: wording {number}, proposed by the mentor",
        ),
    }
}
/// `{time}`, `{number}`.
pub const fn accepted(by: Side) -> Text {
    match by {
        Side::Mentee => Text::new(
            "{time}: lydelse {number} godkänd av studenten",
            "{time}: wording {number} accepted by the student",
        ),
        Side::Mentor => {
            Text::new("{time}: lydelse {number} godkänd av mentorn", "{time}: wording {number} accepted by the mentor")
        }
    }
}
/// `{time}`.
pub const fn ended(by: Side) -> Text {
    match by {
        Side::Mentee => Text::new("{time}: avslutad av studenten", "{time}: ended by the student"),
        Side::Mentor => Text::new("{time}: avslutad av mentorn", "{time}: ended by the mentor"),
    }
}
/// `{time}`, `{mentor}`.
pub const ASKED: Text = Text::new("{time}: mejl till {mentor}", "{time}: email to {mentor}");

pub const LINK_TITLE: Text = Text::new("Behöver mentorn en ny länk?", "Does the mentor need a new link?");
pub const LINK_TEXT: Text = Text::new(
    "Om länken inte kom fram eller har kommit i fel händer kan du skicka en ny till mentorns adress. De gamla länkarna slutar fungera, och den som har sidan öppen med en sådan stängs ute.",
    "If the link did not arrive or has come into the wrong hands, you can send a new one to the mentor’s address. The old links stop working, and whoever has the page open with one of them is shut out.",
);
pub const LINK_BUTTON: Text = Text::new("Skicka en ny länk till mentorn", "Send the mentor a new link");
/// The same on the mentor's own page.
pub const OWN_LINK_TITLE: Text =
    Text::new("Har din länk kommit i fel händer?", "Has your link come into the wrong hands?");
pub const OWN_LINK_TEXT: Text = Text::new(
    "Då kan du få en ny till din adress. De gamla länkarna slutar fungera, och den som har sidan öppen med en sådan stängs ute, också du.",
    "Then you can have a new one sent to your address. The old links stop working, and whoever has the page open with one of them is shut out, you too.",
);
pub const OWN_LINK_BUTTON: Text = Text::new("Skicka en ny länk till mig", "Send me a new link");

pub const END_TITLE: Text = Text::new("Vill du avsluta?", "Do you want to end it?");
pub const END_TEXT: Text = Text::new(
    "Båda kan avsluta när som helst och behöver inte ange något skäl. Ni får båda ett mejl om det.",
    "Either of you can end it at any time and need not give a reason. Both of you get an email about it.",
);
pub const END_BUTTON: Text = Text::new("Avsluta", "End it");
pub const ERASE_TITLE: Text = Text::new("Vill du radera den?", "Do you want to erase it?");
/// Opens what says what is erased, and the button that does it.
pub const ERASE_OPEN: Text = Text::new("Radera överenskommelsen", "Erase the framework");
pub const ERASE_TEXT: Text = Text::new(
    "Överenskommelsen tas bort ur portalen, för er båda: alla lydelser, vem som har godkänt vad, namn, adresser och länkar. Det går inte att ångra.",
    "The framework is removed from the portal, for both of you: every wording, who accepted which, names, addresses and links. It cannot be undone.",
);
pub const ERASE_REMAINS: Text = Text::new(
    "Säkerhetskopior kan finnas kvar i upp till 30 dagar. Det som har registrerats hos KI som allmän handling tas inte bort med den, och mejlen raderar ni själva.",
    "Backups may remain for up to 30 days. What has been registered at KI as a public record is not removed with it, and the emails are yours to delete.",
);
pub const ERASE_BUTTON: Text = Text::new("Ja, radera", "Yes, erase it");

/// Values of the buttons in a post of the own page.
pub const ACCEPT_VALUE: &str = "accept";
pub const END_VALUE: &str = "end";
pub const ERASE_VALUE: &str = "erase";
pub const RENEW_VALUE: &str = "new-link";
/// The field that carries the number of the version that was seen.
pub const SEEN: &str = "_seen";
/// The field that says on the page of a change which programme it is of.
pub const PROGRAMME: &str = "_programme";
pub const ROLE: &str = "_role";
