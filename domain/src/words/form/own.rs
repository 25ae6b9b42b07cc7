//! The words of a link's page and of the own page that it opens.

use super::{letters, willing};
use crate::ledger::Happening;
use crate::ledger::retention::Kept;
use crate::programme::Role;
use crate::text::{Language, Text};

/// The page a link leads to; opening it changes nothing, its button does.
pub const LINK_TITLE: Text = Text::new("Öppna din sida", "Open your page");
pub const LINK_LEAD: Text = Text::new(
    "På din sida finns dina svar. Öppna den bara på en telefon eller dator som du litar på.",
    "Your page holds your answers. Open it only on a phone or computer that you trust.",
);
pub const LINK_BUTTON: Text = Text::new("Öppna min sida", "Open my page");
pub const LINK_HINT: Text = Text::new(
    "Sidan är öppen i två timmar. Sedan använder du länken igen.",
    "The page stays open for two hours. After that, use the link again.",
);
/// Some minutes before that.
pub const ENDS_SOON: Text = Text::new(
    "Snart har sidan varit öppen i två timmar, och då stängs den. Vill du fortsätta? Öppna länken igen i en ny flik. Det du har fyllt i här står kvar.",
    "The page will soon have been open for two hours, and then it closes. Do you want to go on? Open the link again in a new tab. What you have filled in here stays.",
);
/// Of the page that says what is wrong where no form can.
pub const PROBLEM_TITLE: Text = Text::new("Det gick inte", "That did not work");

pub const TITLE: Text = Text::new("Min sida", "My page");
pub const STANDING: Text = Text::new("Så ligger det till", "Where it stands");
pub const NEXT: Text = Text::new("Vad händer nu?", "What happens next?");
pub const ANSWERS: Text = Text::new("Dina svar", "Your answers");
pub const CHANGE_TITLE: Text = Text::new("Vill du ändra något?", "Do you want to change something?");
/// Where the person can change it by themself.
pub const CHANGE_TEXT: Text = Text::new(
    "Så länge ingen har börjat läsa det du har skickat kan du ändra dina svar själv. Det som kom in från början sparas tillsammans med ändringen.",
    "As long as nobody has begun to read what you sent, you can change your answers yourself. What arrived first is kept together with the change.",
);
pub const CHANGE_LINK: Text = Text::new("Ändra mina svar", "Change my answers");
/// `{contact}`, `{reference}`.
pub const CHANGE: Text = Text::new(
    "Skriv till {contact} och ange referensen {reference}. Det som kom in från början sparas tillsammans med ändringen.",
    "Write to {contact} and give the reference {reference}. What arrived first is kept together with the change.",
);
/// Of the page on which answers are changed.
pub const WRITE_TITLE: Text = Text::new("Ändra dina svar", "Change your answers");
pub const WRITE_LEAD: Text = Text::new(
    "Inget ändras förrän du trycker på Spara ändringarna. E-postadresser ändrar personalen: be om rättelse på din sida.",
    "Nothing changes until you press Save the changes. Email addresses are changed by the staff: ask for a correction on your page.",
);
/// Before a question that is asked only where another has one of these answers: `{question}`, `{answers}`.
pub const WRITE_DEPENDS: Text = Text::new(
    "Svara bara om du har svarat ”{answers}” på frågan ”{question}”. Annars sparas inget av det du skriver här.",
    "Answer only if your answer to “{question}” is “{answers}”. Otherwise nothing you write here is saved.",
);
/// Between two answers of those.
pub const WRITE_DEPENDS_OR: Text = Text::new("” eller ”", "” or “");
/// After a ranked choice was put in another order.
pub const WRITE_UNSAVED: Text = Text::new("Inget är sparat än.", "Nothing is saved yet.");
pub const WRITE_SAVE: Text = Text::new("Spara ändringarna", "Save the changes");
pub const WRITE_BACK: Text = Text::new("Tillbaka utan att ändra", "Back without changing");
/// It was taken up, taken back or changed in another tab meanwhile.
pub const WRITE_TOO_LATE: Text = Text::new(
    "Inget har ändrats, eftersom det har hänt något med ärendet sedan du öppnade sidan. Det du skrev står kvar här. Se på din sida hur det ligger till. Kan du inte ändra där, så be personalen om rättelse.",
    "Nothing has been changed, because something has happened since you opened the page. What you wrote is still here. See on your page how it stands. If you cannot change it there, ask the staff for a correction.",
);

/// Another page of the same person was opened in the same browser.
pub const WRITE_OTHER_OPENED: Text = Text::new(
    "Inget har ändrats. En annan av dina sidor har öppnats i en annan flik medan du skrev. Det du skrev står kvar här. Öppna den rätta länken igen i en ny flik och tryck sedan på Spara här.",
    "Nothing has been changed. Another of your pages was opened in another tab while you wrote. What you wrote is still here. Use the right link again in a new tab, then press Save here.",
);

pub const HISTORY: Text = Text::new("Det här har hänt", "What has happened");

/// An event, as its person is told; `{standing}` is where it came to. None where it is nothing to them.
pub const fn happened(what: Happening, is_by_staff: bool) -> Option<Text> {
    Some(match what {
        Happening::Received => Text::new("Kom in", "Received"),
        Happening::AddressConfirmed => Text::new(
            "Du öppnade länken i mejlet, så vi vet att adressen stämmer",
            "You opened the link in the email, so we know that the address is right",
        ),
        Happening::Edited if is_by_staff => Text::new("Personalen rättade svaren", "The staff corrected the answers"),
        Happening::Edited => Text::new("Du ändrade dina svar", "You changed your answers"),
        Happening::Became(_) => Text::new("Nu: {standing}", "Now: {standing}"),
        Happening::Undone(_) => Text::new("Åter: {standing}", "Again: {standing}"),
        Happening::Entered => Text::new(
            "Personalen skrev in det du lämnade på annat sätt",
            "The staff entered what you gave in another way",
        ),
        Happening::Protected(true) => {
            Text::new("Dina svar skyddas extra i portalen", "Your answers are given extra protection in the portal")
        }
        Happening::Restricted(true) => {
            Text::new("Uppgifterna sparas bara, de används inte", "The data are only kept, not used")
        }
        Happening::Restricted(false) => Text::new("Uppgifterna används igen", "The data are used again"),
        Happening::LinksCancelled(_) => Text::new(
            "Någon som hade fått en länk hit av misstag stängde av den",
            "Somebody who had got a link to this page by mistake cancelled it",
        ),
        Happening::LanguageChosen(Language::Sv) => Text::new("Du valde mejl på svenska", "You chose emails in Swedish"),
        Happening::LanguageChosen(Language::En) => {
            Text::new("Du valde mejl på engelska", "You chose emails in English")
        }
        Happening::LetterTurned(_, is_on) => letters::turned(is_on),
        Happening::OfferSet if is_by_staff => {
            Text::new("Personalen ändrade dina platser eller din paus", "The staff changed your places or your pause")
        }
        Happening::OfferSet => Text::new("Du ändrade platser eller paus", "You changed places or pause"),
        Happening::Checked => Text::new("Personalen kontrollerade vem du är", "The staff checked who you are"),
        Happening::PlaceTaken => {
            Text::new("Du sa ja. Du har nu en ledig plats färre", "You said yes, and a place was taken")
        }
        Happening::PlaceFreed => Text::new("En av dina platser är ledig igen", "One of your places is free again"),
        Happening::MenteeAgreed => Text::new("Du sa ja till mentorn", "You said yes to the mentor"),
        Happening::MentorWondered => Text::new("En mentor ställde en fråga till dig", "A mentor asked you a question"),
        Happening::MenteeReplied => Text::new("Du svarade på mentorns fråga", "You answered the mentor’s question"),
        Happening::WishesSet => Text::new("Du ändrade dina önskemål", "You changed your wishes"),
        Happening::NextAsked => {
            Text::new("Nästa mentor bland dina önskemål fick frågan", "The next mentor among your wishes was asked")
        }
        other => return willing::happened(other),
    })
}

pub const LETTERS: Text = Text::new("Mejl till dig", "Emails to you");
/// The language of letters, as it is and as it may be.
pub const fn letters_in(language: Language) -> Text {
    match language {
        Language::Sv => Text::new("Mejlen till dig är på svenska.", "Emails to you are in Swedish."),
        Language::En => Text::new("Mejlen till dig är på engelska.", "Emails to you are in English."),
    }
}
pub const fn speak(language: Language) -> Text {
    match language {
        Language::Sv => Text::new("Skriv till mig på svenska", "Write to me in Swedish"),
        Language::En => Text::new("Skriv till mig på engelska", "Write to me in English"),
    }
}
/// That button's value, before the language.
pub const SPEAK_VALUE: &str = "speak-";

/// What a mentor offers.
/// How a mentor is shown to those who look for one.
pub const CARD: Text = Text::new("Så visas du", "How you are shown");
pub const CARD_SHOWN: Text = Text::new(
    "Så här ser den som söker en mentor dig just nu:",
    "This is how people who look for a mentor see you right now:",
);
pub const CARD_RESTS: Text = Text::new(
    "Du visas inte just nu, eftersom du inte kan ta emot någon. När du kan det igen visas du så här:",
    "You are not shown right now, because you cannot take anyone. When you can again, you are shown like this:",
);
pub const CARD_HIDDEN: Text = Text::new(
    "Du visas inte för den som söker en mentor. Personalen kan ändå fråga dig.",
    "You are not shown to people who look for a mentor. The staff can ask you all the same.",
);
pub const CARD_CHANGE: Text = Text::new(
    "Hur du visas väljer du bland dina svar här nedanför.",
    "You choose how you are shown among your answers below.",
);
pub const OFFER: Text = Text::new("Hur många kan du ta emot?", "How many can you take?");
pub const OFFER_TEXT: Text = Text::new(
    "Det gäller direkt. Är talet 0, eller pausar du, får du inga nya frågor om att bli mentor.",
    "It counts at once. If the number is 0, or while you pause, you get no new requests to be a mentor.",
);
pub const OFFER_FREE: Text = Text::new("Så många till kan jag ta emot nu", "How many more I can take now");
/// `{max}`.
pub const OFFER_FREE_HINT: Text = Text::new("Ett tal från 0 till {max}.", "A number from 0 to {max}.");
pub const OFFER_PAUSE: Text =
    Text::new("Jag pausar till och med (frivilligt)", "Paused up to and including (optional)");
pub const OFFER_PAUSE_HINT: Text = Text::new("Till exempel 24 11 2027.", "For example 24 11 2027.");
pub const OFFER_SAVE: Text = Text::new("Spara", "Save");
pub const OFFER_VALUE: &str = "offer";

/// What else the person has sent from the same address.
pub const OTHERS: Text = Text::new("Mer från din e-postadress", "More from your email address");
/// `{form}`, `{reference}`, `{standing}`.
pub const OTHER: Text = Text::new("Öppna {reference}: {form}. {standing}", "Open {reference}: {form}. {standing}");
/// The buttons' values, before their number, and the fields that say which it is.
pub const OTHER_VALUE: &str = "to-";
pub const OTHER_FIELD: &str = "_to";

/// Heading of what is kept and for how long.
pub const HELD: Text = Text::new("Det här sparar vi om dig", "What we keep about you");
pub const HELD_TEXT: Text = Text::new(
    "Dina svar ovan med vem som ser dem, det som har hänt, vad du har bett om och vilka mejl som har gått. Filen innehåller allt det, utom det som personalen har skrivit. Det får du om du ber om det, när någon har sett att det inte handlar om någon annan.",
    "Your answers above with who sees them, what has happened, what you have asked for and which emails have gone. The file holds all that, but not what staff have written. You get that if you ask for it, once somebody has made sure that it is not about anyone else.",
);
pub const DOWNLOAD: Text = Text::new("Ladda ner mina uppgifter (JSON)", "Download my data (JSON)");
/// The file's name, before the reference.
pub const FILE: Text = Text::new("mina-uppgifter", "my-data");

/// How long it is kept: `{who}`, `{days}` or `{date}`.
pub const fn kept(kept: &Kept) -> Text {
    match kept {
        Kept::Undecided(_) => Text::new(
            "Hur länge uppgifterna sparas är inte beslutat. {who} ska besluta, och till dess raderas inget av sig självt.",
            "How long the data are kept has not been decided. It is for {who} to decide, and until then nothing is erased by itself.",
        ),
        Kept::ProgrammeHasLeft => Text::new(
            "Programmet finns inte längre här. Inget raderas utan ett beslut.",
            "The programme is no longer here. Nothing is erased without a decision.",
        ),
        Kept::AfterEnd(_) => Text::new(
            "Uppgifterna sparas till {days} dagar efter att det här har avslutats. Sedan raderas de enligt ett beslut.",
            "The data are kept until {days} days after this has ended. Then they are erased under a decision.",
        ),
        Kept::Until(_) => Text::new(
            "Uppgifterna får raderas från {date}, enligt ett beslut.",
            "The data may be erased from {date}, under a decision.",
        ),
    }
}

/// On the page of a link, for whom it was not meant.
pub const NOT_ME_TITLE: Text = Text::new("Var det inte du?", "Was this not you?");
pub const NOT_ME_TEXT: Text = Text::new(
    "Har någon angett din e-postadress av misstag? Stäng av länken. Då går den inte att öppna längre, och personalen får veta det.",
    "Has somebody given your email address by mistake? Cancel the link. Then it can no longer be opened, and the staff are told.",
);
pub const NOT_ME: Text = Text::new("Det var inte jag. Stäng av länken", "It was not me. Cancel the link");
pub const NOT_ME_VALUE: &str = "not-me";
pub const CANCELLED_TITLE: Text = Text::new("Länken är avstängd", "The link is cancelled");
pub const CANCELLED_TEXT: Text = Text::new(
    "Ingen kan öppna något med den. Gällde det en ansökan eller ett meddelande har personalen fått veta att det inte var du. Du behöver inte göra något mer.",
    "Nobody can open anything with it. If it was about an application or a message, the staff have been told that it was not you. You need do nothing more.",
);
/// `{contact}`.
pub const CANCELLED_HELP: Text =
    Text::new("Tryckte du fel? Skriv till {contact}.", "Pressed the wrong button? Write to {contact}.");
/// What then stands among what was asked of staff.
pub const DISOWNED: Text = Text::new(
    "Någon som har fått länken hit säger sig inte ha skickat det här, och har stängt av länken. Kanske är e-postadressen fel.",
    "Somebody who got the link to this says that they did not send it, and has cancelled the link. The email address may be wrong.",
);

pub const SIGN_IN_TITLE: Text = Text::new("Öppna din sida med länken", "Open your page with the link");
pub const SIGN_IN_LEAD: Text = Text::new(
    "Du behöver inget lösenord. Använd länken på kvittot eller i mejlet. Din sida stängs efter två timmar, och då använder du länken igen.",
    "You need no password. Use the link on the receipt or in the email. Your page closes after two hours, and then you use the link again.",
);
/// `{contact}`.
pub const SIGN_IN_HELP: Text = Text::new(
    "Hittar du inte länken? Skriv till {contact} och ange din referens.",
    "Cannot find the link? Write to {contact} and give your reference.",
);

/// The buttons' values in a post of the own page.
pub const WITHDRAW_VALUE: &str = "withdraw";
pub const RETURN_VALUE: &str = "return";

/// The button that takes it back.
pub const fn withdraw_button(role: Role) -> Text {
    match role {
        Role::Mentee => Text::new("Ta tillbaka ansökan", "Withdraw the application"),
        Role::Mentor => Text::new("Jag vill inte vara mentor", "I do not want to be a mentor"),
        _ => Text::new("Ångra", "Cancel"),
    }
}

/// Before that button; None for whoever cannot.
pub const fn withdraw(role: Role) -> Option<Text> {
    match role {
        Role::Framework => None,
        Role::Mentee => Some(Text::new(
            "Vill du inte ha en mentor längre? Ta tillbaka ansökan, så händer inget mer med den. Du kan ångra dig här på sidan.",
            "Do you no longer want a mentor? Withdraw the application, and nothing more will happen to it. You can change your mind here on this page.",
        )),
        Role::Mentor => Some(Text::new(
            "Vill du inte vara mentor längre? Då tillfrågas du inte mer. Du kan ångra dig här på sidan.",
            "Do you no longer want to be a mentor? Then you will not be asked any more. You can change your mind here on this page.",
        )),
        Role::Waiting => Some(Text::new(
            "Vill du inte ha besked längre? Tryck på Ångra, så skriver vi inte till dig när det öppnar.",
            "Do you no longer want to be told? Press Cancel, and we will not write to you when it opens.",
        )),
        Role::Asking => Some(Text::new(
            "Behöver du inget svar längre? Tryck på Ångra. Personalen kan redan ha läst meddelandet och svarar kanske ändå.",
            "Do you no longer need an answer? Press Cancel. The staff may already have read the message and may answer all the same.",
        )),
        Role::Registering => Some(Text::new(
            "Vill du ta tillbaka registreringen? Tryck på Ångra. Personalen kan redan ha läst den.",
            "Do you want to withdraw the registration? Press Cancel. The staff may already have read it.",
        )),
        Role::Suggesting => Some(Text::new(
            "Vill du ta tillbaka ditt förslag? Tryck på Ångra. Personalen kan redan ha läst det.",
            "Do you want to withdraw your suggestion? Press Cancel. The staff may already have read it.",
        )),
    }
}

/// What was taken back can stand again.
pub const RETURN_TEXT: Text = Text::new(
    "Vill du ändå att det ska gälla? Det du skickade finns kvar med samma referens.",
    "Do you want it to stand after all? What you sent is still here, with the same reference.",
);
pub const RETURN: Text = Text::new("Låt det gälla igen", "Let it stand again");
