//! The words of one record's page.

use super::asked;
use crate::ledger::Happening;
use crate::outbox::{Fact, TaskState};
use crate::text::{Language, Text};

pub const BACK: Text = Text::new("Till ärendena", "To the records");
pub const ANSWERS: Text = Text::new("Svar", "Answers");
pub const ARRIVED: Text = Text::new("Så här kom det in", "As it arrived");
pub const HISTORY: Text = Text::new("Vad som har hänt", "What has happened");
pub const LETTERS: Text = Text::new("Mejl", "Letters");
/// `{letter}`.
pub const READ_LETTER: Text = Text::new("Läs: {letter}", "Read: {letter}");
/// `{bar}`.
pub const WRITTEN_TODAY: Text = Text::new(
    "Så här lyder mejlet om det skrivs i dag. Har det redan gått kan det ha lytt annorlunda. Länkar visas som {bar}.",
    "This is how the letter reads if it is written today. If it has gone already, it may have read differently. Links are shown as {bar}.",
);
pub const OTHERS: Text = Text::new("Från samma adress", "From the same address");
pub const NEXT: Text = Text::new("Nästa steg", "Next step");
pub const NO_WAY: Text = Text::new("Härifrån finns inget steg för personal.", "There is no step for staff from here.");
pub const READ_ONLY: Text = Text::new("Du kan läsa men inte besluta.", "You can read but not decide.");
pub const RESTRICTED: Text = Text::new(
    "Behandlingen är begränsad: inget kan beslutas förrän begränsningen har hävts.",
    "Processing is restricted: nothing can be decided until that has ended.",
);
pub const COMMENT: Text = Text::new("Kommentar till historiken", "Comment for the history");
pub const COMMENT_HINT: Text = Text::new(
    "Syns bara för personal, men personen har rätt att få läsa det.",
    "Only staff see it, but the person has the right to read it.",
);
pub const REASON_NEEDED: Text = Text::new("Varför? (sparas i historiken)", "Why? (kept in the history)");
/// Of erasing.
pub const ERASE_WHY: Text = Text::new("Varför? (raderas tillsammans med ärendet)", "Why? (erased with the record)");
pub const LETTER: Text = Text::new("Mejlet till personen", "The letter to the person");
pub const LETTER_HINT: Text = Text::new(
    "Går om tio minuter. Fram till dess kan du ångra. Referensen och länken till personens sida läggs till.",
    "Goes in ten minutes. Until then you can undo. The reference and the link to the person’s own page are added.",
);
pub const DECIDE: Text = Text::new("Besluta", "Decide");
pub const UNDO: Text = Text::new("Ångra beslutet", "Undo the decision");
/// `{time}`.
pub const GOES_AT: Text = Text::new(
    "Mejl om beslutet skickas kl. {time}. Fram till dess kan du ångra.",
    "Letters about it go out at {time}. Until then you can undo.",
);
pub const CHANGED: Text = Text::new(
    "Någon har ändrat ärendet sedan du öppnade det. Här är det som det ser ut nu. Inget beslutades.",
    "Somebody has changed the record since you opened it. Here it is as it stands now. Nothing was decided.",
);
pub const ADD_COMMENT: Text = Text::new("Skriv en kommentar", "Write a comment");
pub const ALLOW: Text = Text::new("Tillåt paret ändå", "Allow the pair all the same");
pub const ALLOW_HINT: Text = Text::new(
    "Något talar emot att mentorn är oberoende. Skriv varför paret ändå kan registreras.",
    "Something speaks against the mentor’s independence. Write why the pair may be registered all the same.",
);

pub const MASKED: Text = Text::new(
    "Uppgifterna är skyddade. Varför behöver du se dem? (sparas i historiken)",
    "This person’s details are protected. Why do you need to see them? (kept in the history)",
);
pub const UNMASK: Text = Text::new("Visa svaren", "Show the answers");
pub const PROTECT: Text = Text::new("Skydda uppgifterna", "Protect the details");
pub const UNPROTECT: Text = Text::new("Sluta skydda uppgifterna", "Stop protecting the details");
pub const RESTRICT: Text = Text::new("Begränsa behandlingen", "Restrict processing");
pub const UNRESTRICT: Text = Text::new("Häv begränsningen", "End the restriction");
pub const REGISTRY: Text = Text::new("Diarienummer", "Registry number");
pub const CORRECT: Text = Text::new("Rätta svar", "Correct answers");
pub const CORRECT_HINT: Text = Text::new(
    "Det som kom in från början sparas bredvid. Mejl går till den rättade adressen.",
    "What arrived first is kept beside it. Letters go to the corrected address.",
);
pub const ERASE: Text = Text::new("Radera ärendet", "Erase the record");
pub const ERASE_HINT: Text = Text::new(
    "Alla versioner raderas, och det går inte att ångra. Data för återställning kan finnas kvar i 30 dagar. Kontrollera först om ärendet ska arkiveras. Mejl som redan har gått raderas inte.",
    "Every version is erased, and this cannot be undone. Recovery data may remain for 30 days. First check whether the record must be archived. Letters that have already gone are not erased.",
);
pub const ERASED: Text = Text::new("Ärendet är raderat.", "The record has been erased.");
pub const ASIDE_HEADING: Text = Text::new("Personuppgifter och diarium", "Personal data and registry");

/// An event; `{standing}` where it leads to one.
pub const fn happening(what: Happening) -> Text {
    match what {
        Happening::Received => Text::new("Kom in", "Received"),
        Happening::AddressConfirmed => Text::new("Öppnade länken i ett mejl", "Opened the link in a letter"),
        Happening::TakenUp => Text::new("Togs upp ur mellanlagret", "Taken up from the spool"),
        Happening::Edited => Text::new("Svar rättades", "Answers were corrected"),
        Happening::Allowed => Text::new("Tilläts trots hinder", "Allowed in spite of a tie"),
        Happening::Became(_) => Text::new("Nytt läge: {standing}", "Standing is now: {standing}"),
        Happening::Undone(_) => Text::new("Ångrat. Åter: {standing}", "Undone. Again: {standing}"),
        Happening::Commented => Text::new("Kommentar", "Comment"),
        Happening::Entered => Text::new("Lades in av personal", "Entered by staff"),
        Happening::Protected(true) => Text::new("Uppgifterna skyddades", "The details were protected"),
        Happening::Protected(false) => Text::new("Skyddet hävdes", "The protection ended"),
        Happening::Unmasked => Text::new("Skyddade svar visades", "Protected answers were shown"),
        Happening::Restricted(true) => Text::new("Behandlingen begränsades", "Processing was restricted"),
        Happening::Restricted(false) => Text::new("Begränsningen hävdes", "The restriction ended"),
        Happening::Registered => Text::new("Diarienumret ändrades", "The registry number was changed"),
        Happening::MentorOpened => Text::new("Mentorn öppnade sin länk", "The mentor opened their link"),
        Happening::Proposed => Text::new("En ny lydelse föreslogs", "A new wording was proposed"),
        Happening::Accepted => Text::new("En lydelse godkändes", "A wording was accepted"),
        Happening::Stated => Text::new("Mentorn svarade om oberoende", "The mentor answered about independence"),
        Happening::LinkRenewed => Text::new("Mentorn fick en ny länk", "The mentor got a new link"),
        Happening::ErasureAsked => Text::new("Radering begärdes", "Erasure was asked for"),
        Happening::LinksCancelled(_) => Text::new(
            "Någon som hade fått länken av misstag stängde av den",
            "Somebody who had got the link by mistake cancelled it",
        ),
        Happening::LanguageChosen(Language::Sv) => Text::new("Valde mejl på svenska", "Chose letters in Swedish"),
        Happening::LanguageChosen(Language::En) => Text::new("Valde mejl på engelska", "Chose letters in English"),
        Happening::LetterTurned(fact, is_on) => letter_turned(fact, is_on),
        Happening::Asked(ask) => asked::asked(ask),
        Happening::Answered(ask) => asked::answered(ask),
        Happening::Checked => Text::new("Mentorn kontrollerades", "The mentor was checked"),
        Happening::OfferSet => Text::new("Platser eller paus ändrades", "Places or pause were changed"),
        Happening::PlaceTaken => Text::new("Sa ja, och en plats togs", "Said yes, and a place was taken"),
        Happening::PlaceFreed => Text::new("En plats blev ledig igen", "A place was free again"),
        Happening::RequestAnswered => Text::new("Svarade på en fråga om att bli mentor", "Answered a request"),
        Happening::WillingAsked => {
            Text::new("Fick frågan om att fortsätta som mentor", "Was asked whether still willing to be a mentor")
        }
        Happening::SaidWilling => Text::new("Vill fortsätta som mentor", "Is still willing to be a mentor"),
        Happening::MenteeAgreed => Text::new("Sa ja till mentorn", "Said yes to the mentor"),
        Happening::MentorWondered => Text::new("Mentorn ställde en fråga först", "The mentor asked a question first"),
        Happening::MenteeReplied => Text::new("Den sökande svarade på den", "The applicant answered it"),
        Happening::WishesSet => Text::new("Personen ändrade sina önskemål", "The person changed their wishes"),
        Happening::NextAsked => {
            Text::new("Nästa mentor bland önskemålen fick frågan", "The next mentor among the wishes was asked")
        }
    }
}

/// A letter is wanted again, or no more.
const fn letter_turned(fact: Fact, is_on: bool) -> Text {
    match (fact, is_on) {
        (Fact::WillingLetter, true) => Text::new(
            "Vill ha frågan om att fortsätta som mentor igen",
            "Wants the question whether still willing again",
        ),
        (Fact::WillingLetter, false) => {
            Text::new("Valde bort frågan om att fortsätta som mentor", "Turned off the question whether still willing")
        }
        (_, true) => Text::new("Vill ha påminnelser om svar igen", "Wants reminders to answer again"),
        (_, false) => Text::new("Valde bort påminnelser om svar", "Turned off reminders to answer"),
    }
}

/// Which letter.
pub const fn letter(fact: Fact) -> Text {
    match fact {
        Fact::StaffLetter => Text::new("Mejl till programmet", "Letter to the programme"),
        Fact::ApplicantLetter => Text::new("Bekräftelse till personen", "Confirmation to the person"),
        Fact::DecisionLetter => Text::new("Beslut till personen", "Decision to the person"),
        Fact::OpenedLetter => Text::new("Besked att det har öppnat", "Word that it has opened"),
        Fact::RequestLetter => Text::new("Fråga till mentorn", "Request to the mentor"),
        Fact::ChoiceLetter => {
            Text::new("Mejl om mentorn: en fråga eller ett ja", "Letter about the mentor: a question or a yes")
        }
        Fact::RequestReminder => Text::new("Påminnelse om svar", "Reminder to answer"),
        Fact::IntroductionLetter => Text::new("Presentation till mentorn", "Introduction to the mentor"),
        Fact::ReleaseLetter => Text::new("Besked om ledig plats", "Word of a free place"),
        Fact::WillingLetter => {
            Text::new("Fråga om att fortsätta som mentor", "Question whether still willing to be a mentor")
        }
        _ => Text::new("Annat mejl", "Another letter"),
    }
}

/// Its fate.
pub const fn fate(state: TaskState) -> Text {
    match state {
        TaskState::Waiting => Text::new("väntar", "waiting"),
        TaskState::Leased => Text::new("på väg", "on its way"),
        TaskState::Done => Text::new("har gått", "has gone"),
        TaskState::Unknown => Text::new("osäkert om det gick", "nobody knows whether it went"),
        TaskState::GivenUp => Text::new("gick inte", "did not go"),
    }
}
