//! The words of the queue: one sentence for each thing that needs a person, and the one thing to do.

use crate::desk::queue::Need;
use crate::text::Text;

pub const EMPTY: Text = Text::new("Inget väntar på dig just nu.", "Nothing is waiting for you right now.");
pub const MORE: Text = Text::new("Visa fler", "Show more");
/// Copies that could not be taken up.
pub const ASIDE_TITLE: Text =
    Text::new("Ansökningar som inte kunde tas upp", "Applications that could not be taken up");
pub const ASIDE: Text = Text::new(
    "De ligger kvar i lagret och försvinner inte. Kontakta den som driver portalen.",
    "They stay in storage and do not disappear. Contact whoever runs the portal.",
);

/// `{who}`, `{date}`, `{days}`; of a programme `{who}` is its title.
pub const fn sentence(need: Need) -> Text {
    match need {
        Need::Overdue => {
            Text::new("{who} skulle ha fått besked senast {date}.", "{who} should have had word by {date}.")
        }
        Need::Near => Text::new("{who} ska ha besked senast {date}.", "{who} is to have word by {date}."),
        Need::LetterFailed => Text::new("Ett mejl till {who} gick inte fram.", "A letter to {who} did not go."),
        Need::LetterUnknown => {
            Text::new("Ingen vet om ett mejl till {who} gick fram.", "Nobody knows whether a letter to {who} has gone.")
        }
        Need::Asked => Text::new(
            "{who} har bett om något som du avgör senast {date}.",
            "{who} has asked for something you decide by {date}.",
        ),
        Need::Confirm => Text::new("{who} och en mentor har båda sagt ja.", "{who} and a mentor have both said yes."),
        Need::AskAgain => Text::new(
            "{who} väntar: det blev inget med mentorn som fick frågan.",
            "{who} is waiting: it did not work out with the mentor who was asked.",
        ),
        Need::New => Text::new("Nytt från {who}.", "New from {who}."),
        Need::Mentor => Text::new("{who} vill vara mentor.", "{who} wants to be a mentor."),
        Need::Silent => Text::new(
            "{who} har inte svarat på om hen fortfarande vill vara mentor, och visas inte för dem som söker.",
            "{who} has not said whether they are still willing to be a mentor, and is not shown to those who apply.",
        ),
        Need::Unconfirmed => Text::new(
            "{who} har inte öppnat något mejl på en vecka. Adressen kan vara fel.",
            "{who} has opened no letter for a week. The address may be wrong.",
        ),
        Need::Suspect => Text::new(
            "{who} är kanske inte en människa: ett dolt fält var ifyllt.",
            "{who} may not be a person: a hidden field was filled in.",
        ),
        Need::Review => Text::new(
            "Texterna om {who} granskades senast {date}.",
            "The texts about {who} were last reviewed on {date}.",
        ),
    }
}

/// What to do about it, as a link says it.
pub const fn action(need: Need) -> Text {
    match need {
        Need::Overdue | Need::Near | Need::New => Text::new("Läs och ge besked", "Read and answer"),
        Need::LetterFailed | Need::LetterUnknown => Text::new("Kontakta på annat sätt", "Reach them another way"),
        Need::Asked => Text::new("Avgör", "Decide"),
        Need::Confirm => Text::new("Bekräfta paret", "Confirm the pair"),
        Need::AskAgain => Text::new("Fråga en annan mentor", "Ask another mentor"),
        Need::Mentor => Text::new("Granska", "Review"),
        Need::Silent => Text::new("Hör av dig till mentorn", "Get in touch with the mentor"),
        Need::Unconfirmed => Text::new("Kontrollera adressen", "Check the address"),
        Need::Suspect => Text::new("Titta på svaren", "Look at the answers"),
        Need::Review => Text::new("Läs texterna", "Read the texts"),
    }
}

/// The group that the need is listed under.
pub const fn heading(need: Need) -> Text {
    match need {
        Need::Overdue => Text::new("Försenat", "Overdue"),
        Need::Near => Text::new("Snart dags", "Due soon"),
        Need::LetterFailed | Need::LetterUnknown => Text::new("Mejl", "Letters"),
        Need::Asked => Text::new("Begäran", "Requests"),
        Need::Confirm => Text::new("Par att bekräfta", "Pairs to confirm"),
        Need::AskAgain => Text::new("Fråga igen", "Ask again"),
        Need::New => Text::new("Nytt", "New"),
        Need::Mentor => Text::new("Mentorer att granska", "Mentors to review"),
        Need::Silent => Text::new("Mentorer som inte har svarat", "Mentors who have not answered"),
        Need::Unconfirmed => Text::new("Obekräftade adresser", "Unconfirmed addresses"),
        Need::Suspect => Text::new("Misstänkt", "Suspect"),
        Need::Review => Text::new("Texter att granska igen", "Texts to review again"),
    }
}
