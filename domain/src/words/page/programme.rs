//! The headings and sentences of a programme's page around the words of its file, and what is said of its live half.

use crate::fill::fill;
use crate::programme::{Mode, Programme};
use crate::text::{Language, Text};
use crate::words::{date, page};

pub const ELIGIBLE: Text = Text::new("Vem kan söka en mentor?", "Who can apply for a mentor?");
pub const STEPS: Text = Text::new("Så går det till", "How it works");
/// The same where everybody begins and ends together.
pub const YEAR: Text = Text::new("Ett år i programmet", "A year in the programme");
/// Above a programme that the guide names.
pub const ONE: Text = Text::new("Mentorsprogram", "Mentorship programme");
/// Above the questions that the programme's file answers.
pub const ANSWERS: Text = Text::new("Frågor och svar", "Questions and answers");
/// Above the programmes that others run.
pub const ENTRIES: Text = Text::new("Programmen", "The programmes");
/// `{whom}`: the entry's own words.
pub const ENTRY_FOR: Text = Text::new("För vem: {whom}", "For whom: {whom}");
/// Before its contact address.
pub const ENTRY_CONTACT: Text = Text::new("Kontakt:", "Contact:");
/// `{date}`: the day someone last saw that the entry is right.
pub const ENTRY_CHECKED: Text = Text::new("Senast kontrollerad {date}.", "Last checked on {date}.");
/// After it, from a year on.
pub const ENTRY_STALE: Text = Text::new(
    "Kontrollerades för mer än ett år sedan. Uppgifterna kan ha ändrats.",
    "Checked more than a year ago. The information may have changed.",
);
/// Above the link that goes on with a draft that is kept on the phone.
pub const GO_ON: Text = Text::new("Fortsätt där du slutade", "Continue where you left off");
pub const OPEN: Text = Text::new("Öppet för ansökan", "Open for applications");
pub const NOT_OPEN: Text = Text::new("Inte öppet för ansökan just nu", "Not open for applications at the moment");
/// `{date}`: the first day.
pub const OPENS_ON: Text = Text::new("Öppnar {date}.", "Opens on {date}.");
/// `{date}`: the last day.
pub const LAST_DAY: Text = Text::new("Sista dagen att ansöka är {date}.", "The last day to apply is {date}.");
/// `{contact}`: what one can do meanwhile.
pub const NOT_OPEN_WAY_ON: Text =
    Text::new("Skriv till {contact} om du vill veta mer.", "Write to {contact} if you want to know more.");
pub const DRAFT_STAYS: Text = Text::new(
    "Det du har skrivit på den här telefonen finns kvar i 30 dagar.",
    "What you have written on this phone stays for 30 days.",
);
/// `{who}`: one or more, with [`AND`] between the last two.
pub const NOT_ALL_DECIDED: Text = Text::new(
    "Programmet kan inte öppna förrän allt är bestämt. Det som återstår bestäms av {who}.",
    "The programme cannot open until everything has been decided. What remains is decided by {who}.",
);
pub const AND: Text = Text::new(" och ", " and ");

/// Above a page of a form while its programme is closed.
pub const FORM_CLOSED: Text = Text::new(
    "Programmet är inte öppet för ansökan just nu.",
    "The programme is not open for applications at the moment.",
);
/// As well, where the phone keeps what is typed.
pub const FORM_KEPT: Text = Text::new(
    "Det du skriver finns kvar på den här telefonen i 30 dagar. Du kan skicka det när programmet har öppnat.",
    "What you write stays on this phone for 30 days. You can send it once the programme has opened.",
);
/// Above "tell me when it opens" while the programme is open.
pub const FORM_NOT_NEEDED: Text = Text::new(
    "Programmet är öppet. Du behöver inte vänta på besked.",
    "The programme is open. You do not need to wait to be told.",
);
/// The way from there.
pub const TO_THE_PROGRAMME: Text = Text::new("Till programmet", "To the programme");

pub const ANSWER_TITLE: Text = Text::new("När får jag svar?", "When will I get an answer?");
/// `{days}`, at least 2.
pub const ANSWER_DAYS: Text = Text::new(
    "Inom {days} arbetsdagar får du veta hur det går vidare.",
    "You will hear what happens next within {days} working days.",
);
/// `{who}`.
pub const ANSWER_UNDECIDED: Text = Text::new(
    "Hur snabbt du får svar är inte bestämt ännu. {who} bestämmer det.",
    "How soon you will get an answer has not been decided yet. {who} decides it.",
);
pub const NOTICE: Text = Text::new("Så behandlas dina personuppgifter", "How your personal data are handled");
/// `{date}`: the version of the notice.
pub const NOTICE_VERSION: Text = Text::new("Version {date}", "Version {date}");
/// `{days}`.
pub const RETENTION_DAYS: Text = Text::new(
    "Uppgifterna sparas i {days} dagar efter att ärendet har avslutats.",
    "The data are kept for {days} days after the matter has ended.",
);
/// `{who}`.
pub const RETENTION_UNDECIDED: Text = Text::new(
    "Hur länge uppgifterna ska sparas är inte bestämt ännu. {who} beslutar det.",
    "How long the data are to be kept has not been decided yet. {who} decides it.",
);
pub const QUESTIONS_TITLE: Text = Text::new("Frågor om programmet", "Questions about the programme");
/// `{contact}`.
pub const QUESTIONS: Text = Text::new("Skriv till {contact}.", "Write to {contact}.");

/// Before the link to the guide, which has its own words.
pub const NOT_SURE: Text = Text::new("Osäker på om det passar dig?", "Not sure whether it suits you?");
/// Above the list of programmes on the page that says that nothing is here.
pub const ALL: Text = Text::new("Alla mentorsprogram", "All mentorship programmes");
/// `{programme}`, a link: for an address that begins as a programme's do.
pub const LOOKING_FOR: Text = Text::new("Letade du efter {programme}?", "Were you looking for {programme}?");

/// Beside the title of a programme to which nobody applies.
pub const fn without_rounds(mode: Mode) -> Option<Text> {
    match mode {
        Mode::Choice | Mode::Cohort => None,
        Mode::Own => Some(Text::new("Du hittar mentorn själv", "You find the mentor yourself")),
        Mode::Listing => Some(Text::new("Drivs av andra än KI", "Run by others than KI")),
    }
}

/// Who reviewed a programme's facts and when, or honestly nobody. A sample says that it is one.
pub fn reviewed(programme: &Programme, reviewer: Option<&str>, day: &str, language: Language) -> String {
    let day = date::day(day, language);
    let who = programme.reviewer.undecided_by();
    let is_sample = |reviewer: &str| who.is_some() && programme.reviewer.value(true) == Some(reviewer);
    match reviewer {
        Some(sample) if is_sample(sample) => {
            let marked = format!("{sample} ({})", page::SAMPLE.say(language));
            fill(page::REVIEWED_BY.say(language), &[("reviewer", &marked), ("date", &day)])
        }
        Some(reviewer) => fill(page::REVIEWED_BY.say(language), &[("reviewer", reviewer), ("date", &day)]),
        None => {
            let who = who.unwrap_or_else(|| page::UNIVERSITY.say(language));
            fill(page::REVIEWER_UNDECIDED.say(language), &[("who", who), ("date", &day)])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::programme;

    #[test]
    fn a_reviewer_is_named_a_sample_is_marked_and_nobody_is_said_to_be_nobody() {
        let programme = programme("ki-alumni").unwrap();
        let said = |reviewer| reviewed(programme, reviewer, "2026-11-24", Language::En);
        assert_eq!(said(Some("Ada Granskare")), "This page was reviewed by Ada Granskare on 24 November 2026.");
        if let (Some(who), Some(sample)) = (programme.reviewer.undecided_by(), programme.reviewer.value(true)) {
            assert!(said(Some(sample)).contains(page::SAMPLE.en));
            assert!(said(None).contains(who));
        }
    }
}
