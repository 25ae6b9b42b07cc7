//! The words of the note on a form that a release has changed under a draft.

use crate::text::Text;

pub const TITLE: Text = Text::new("Formuläret har ändrats sedan du började", "The form has changed since you began");
/// Before the questions that changed, each a button to its page.
pub const LOOK_AGAIN: Text =
    Text::new("Titta på de här frågorna en gång till:", "Have another look at these questions:");
/// Before what was typed for questions that are gone or asked in another way.
pub const ASIDE: Text = Text::new("Du hade skrivit:", "You had written:");
pub const ASIDE_HINT: Text = Text::new(
    "Det här passar inte längre in i formuläret och skickas inte med. Kopiera det om du vill använda det.",
    "This no longer fits in the form and is not sent. Copy it if you want to use it.",
);
pub const COPY: Text = Text::new("Kopiera texten", "Copy the text");
pub const COPIED: Text = Text::new("Texten är kopierad", "The text is copied");
pub const DROP: Text = Text::new("Ta bort texten", "Remove the text");
