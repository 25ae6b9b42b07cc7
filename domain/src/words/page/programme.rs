//! The headings and sentences of a programme's page around the words of its file.

use crate::text::Text;

pub const ELIGIBLE: Text = Text::new("Vem kan söka en mentor?", "Who can apply for a mentor?");
pub const STEPS: Text = Text::new("Så går det till", "How it goes");
/// Above the link that goes on with a draft that is kept on the phone.
pub const GO_ON: Text = Text::new("Fortsätt där du slutade", "Go on where you left off");
pub const OPEN: Text = Text::new("Öppet för ansökan", "Open for applications");
pub const NOT_OPEN: Text = Text::new("Inte öppet för ansökan just nu", "Not open for applications at the moment");
/// `{contact}`: what one can do meanwhile.
pub const NOT_OPEN_WAY_ON: Text = Text::new(
    "Skriv till {contact} om du vill veta mer. Det du har skrivit på den här telefonen finns kvar i 30 dagar.",
    "Write to {contact} if you want to know more. What you have written on this phone stays for 30 days.",
);
pub const ANSWER_TITLE: Text = Text::new("När får jag svar?", "When do I get an answer?");
/// `{days}`, at least 2.
pub const ANSWER_DAYS: Text = Text::new(
    "Inom {days} arbetsdagar får du veta hur det går vidare.",
    "You will hear what happens next within {days} working days.",
);
/// `{who}`.
pub const ANSWER_UNDECIDED: Text = Text::new(
    "Hur snabbt du får svar är inte bestämt ännu. {who} bestämmer det innan programmet öppnar.",
    "How soon you get an answer has not been decided yet. {who} decides it before the programme opens.",
);
pub const NOTICE: Text = Text::new("Så behandlas dina personuppgifter", "How your personal data are handled");
/// `{date}`: the version of the notice.
pub const NOTICE_VERSION: Text = Text::new("Version {date}", "Version {date}");
/// `{days}`.
pub const RETENTION_DAYS: Text = Text::new(
    "Uppgifterna sparas i {days} dagar efter att din ansökan har avslutats.",
    "The data are kept for {days} days after your application has ended.",
);
/// `{who}`.
pub const RETENTION_UNDECIDED: Text = Text::new(
    "Hur länge uppgifterna ska sparas är inte bestämt ännu. {who} beslutar det.",
    "How long the data are to be kept has not been decided yet. {who} decides it.",
);
pub const QUESTIONS_TITLE: Text = Text::new("Frågor om programmet", "Questions about the programme");
/// `{contact}`.
pub const QUESTIONS: Text = Text::new("Skriv till {contact}.", "Write to {contact}.");
