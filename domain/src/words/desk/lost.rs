//! The words of a desk whose ledger was lost.

use crate::text::Text;

pub const TITLE: Text = Text::new("Ärendena behöver återställas", "The records need to be restored");
pub const LEAD: Text = Text::new(
    "Portalen har förlorat sina ärenden. De förseglade kopiorna finns kvar, och av dem kan allt byggas upp igen.",
    "The portal has lost its records. The sealed copies remain, and everything can be rebuilt from them.",
);
pub const MEANWHILE: Text = Text::new(
    "Under tiden tas nya ansökningar emot och läggs åt sidan; de kommer med sedan. Inga brev går och inget kan ändras. Det som har raderats kommer inte tillbaka.",
    "Meanwhile new applications are received and put aside; they follow later. No letters go and nothing can be changed. What was erased does not come back.",
);
pub const BUTTON: Text = Text::new("Återställ från kopiorna", "Restore from the copies");
/// `{seconds}`.
pub const WAIT: Text = Text::new(
    "Vänta {seconds} sekunder och tryck igen: det som ändrades allra sist ska hinna synas bland kopiorna.",
    "Wait {seconds} seconds and press again: what was changed last must have time to show among the copies.",
);
/// `{count}`.
pub const PROGRESS: Text = Text::new("Återställer: {count} ärenden hittills.", "Restoring: {count} records so far.");
/// `{count}`, `{unreadable}`.
pub const DONE: Text = Text::new(
    "Klart: {count} ärenden är återställda. Kopior som inte gick att läsa: {unreadable}.",
    "Done: {count} records are restored. Copies that could not be read: {unreadable}.",
);
