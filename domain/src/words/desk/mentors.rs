//! The words of mentors at the desk: the page with all of them, and the part of a record that staff write.

use crate::mentor::Offer;
use crate::text::Text;

/// What a mentor offers. `{count}` where it takes somebody, `{date}` where it pauses.
pub const fn offer(offer: Offer) -> Text {
    match offer {
        Offer::ToReview => Text::new("Ska granskas", "To be reviewed"),
        Offer::Takes => Text::new("Kan ta emot {count} till", "Can take {count} more"),
        Offer::Paused => Text::new("Pausad till och med {date}", "Paused until the end of {date}"),
        Offer::Silent => Text::new("Har inte svarat på om hen vill fortsätta", "Has not said whether still willing"),
        Offer::Full => Text::new("Fullt", "Full"),
        Offer::Left => Text::new("Har slutat", "Has left"),
        Offer::Restricted => Text::new("Behandlingen är begränsad", "Processing is restricted"),
        Offer::NotListed => Text::new("Inte godkänd", "Not accepted"),
    }
}

/// All of whom that is so; `{count}`.
pub const fn group(offer: Offer) -> Text {
    match offer {
        Offer::ToReview => Text::new("Att granska ({count})", "To review ({count})"),
        Offer::Takes => Text::new("Kan ta emot ({count})", "Can take someone ({count})"),
        Offer::Paused => Text::new("Pausade ({count})", "Paused ({count})"),
        Offer::Silent => Text::new("Har inte svarat ({count})", "No answer ({count})"),
        Offer::Full => Text::new("Fulla ({count})", "Full ({count})"),
        Offer::Left => Text::new("Har slutat ({count})", "Left ({count})"),
        Offer::Restricted => Text::new("Begränsade ({count})", "Restricted ({count})"),
        Offer::NotListed => Text::new("Inte godkända ({count})", "Not accepted ({count})"),
    }
}

/// `{count}`.
pub const EVERYONE: Text = Text::new("Alla ({count})", "All ({count})");
pub const GROUPS: Text = Text::new("Visa", "Show");
pub const OFFER: Text = Text::new("Kan tillfrågas?", "Can be asked?");
pub const NOBODY: Text = Text::new("Ingen har anmält sig som mentor ännu.", "Nobody has signed up as a mentor yet.");
pub const NOBODY_HERE: Text = Text::new("Ingen mentor just nu.", "No mentor right now.");

/// Of the part of a record.
pub const TITLE: Text = Text::new("Mentor", "Mentor");
/// `{time}`, `{by}`.
pub const CHECKED_BY: Text = Text::new("Kontrollerad {time}, {by}", "Checked {time}, {by}");
pub const NOT_CHECKED: Text =
    Text::new("Ingen har kontrollerat vem mentorn är ännu.", "Nobody has checked who the mentor is yet.");
pub const MASKED: Text = Text::new(
    "Vad personal har skrivit om mentorn visas tillsammans med svaren.",
    "What staff have written about the mentor is shown together with the answers.",
);
/// What to do about a mentor who has not answered.
pub const SILENT: Text = Text::new(
    "Mentorn har fått frågan och inte svarat. Hen visas inte för dem som söker och kan inte tillfrågas. Hör av dig på annat sätt. Vill mentorn fortsätta: skriv det, med dag, i rutan om hur mentorn har kontrollerats. Annars avslutar du mentorns uppdrag.",
    "The mentor was asked and has not answered, is not shown to those who apply and cannot be asked. Get in touch another way. If the mentor wants to go on, write so, with the day, in the box on how the mentor was checked. Otherwise end the mentor’s part.",
);
pub const REVIEW: Text = Text::new("Granska mentorn", "Review the mentor");
pub const CHANGE: Text = Text::new("Ändra kontroll, platser eller paus", "Change check, places or pause");
pub const CHECKED: Text =
    Text::new("Vem är mentorn, och hur har det kontrollerats?", "Who is the mentor, and how was that checked?");
/// `{max}`.
pub const CHECKED_HINT: Text = Text::new(
    "Behövs innan mentorn kan godkännas. Syns bara för personal, men skriv så att personen kan få läsa det. Högst {max} tecken.",
    "Needed before the mentor can be accepted. Seen by staff only, but write so that the person may read it. At most {max} characters.",
);
pub const FREE: Text = Text::new("Lediga platser", "Free places");
/// `{max}`.
pub const FREE_HINT: Text = Text::new(
    "Hur många till mentorn kan ta emot nu, från 0 till {max}. Portalen räknar inte själv: ändra talet när någon har fått mentorn.",
    "How many more the mentor can take now, from 0 to {max}. The portal does not count by itself: change the number when somebody has got the mentor.",
);
pub const PAUSED: Text = Text::new("Pausad till och med", "Paused until the end of");
pub const PAUSED_HINT: Text = Text::new(
    "År-månad-dag, till exempel 2027-03-01. Lämna tomt om det inte är någon paus.",
    "Year-month-day, such as 2027-03-01. Leave empty if there is no pause.",
);
