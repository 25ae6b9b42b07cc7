//! The sentences of faults, each for any question of its kind.

use crate::text::Text;

pub const HIDDEN_IN_LINE: Text = Text::new(
    "Skriv om svaret på en enda rad. Det innehåller radbrytningar eller tecken som inte syns.",
    "Type the answer again, on one line. It contains line breaks or characters that cannot be seen.",
);
pub const HIDDEN_IN_TEXT: Text = Text::new(
    "Skriv om svaret eller klistra in det som ren text. Det innehåller tecken som inte syns.",
    "Type the answer again or paste it as plain text. It contains characters that cannot be seen.",
);
pub const ONE_ONLY: Text = Text::new("Lämna bara ett svar på frågan", "Give only one answer to the question");
pub const NOT_AN_EMAIL: Text =
    Text::new("Skriv en e-postadress som namn@exempel.se", "Write an email address like name@example.com");
pub const SAME_ADDRESS: Text =
    Text::new("Skriv en annan e-postadress än den första", "Write another email address than the first one");
pub const TOO_LONG: Text = Text::new(
    "Korta svaret med {over} tecken. Högst {max} får plats.",
    "Shorten the answer, which is {over} over the limit of {max} characters.",
);
pub const NOT_A_NUMBER: Text = Text::new("Skriv ett heltal med siffror", "Write a whole number in digits");
pub const TOO_SMALL: Text = Text::new("Skriv ett tal som är minst {min}", "Write a number that is at least {min}");
pub const TOO_LARGE: Text = Text::new("Skriv ett tal som är högst {max}", "Write a number that is {max} or less");
pub const NOT_A_YEAR: Text = Text::new("Skriv ett årtal med fyra siffror", "Write a year in four digits");
pub const NOT_A_DATE: Text = Text::new(
    "Skriv ett datum som finns, med dag, månad och år i siffror",
    "Write a date that exists, with day, month and year in digits",
);
pub const YEAR_TOO_EARLY: Text =
    Text::new("Skriv ett årtal från {min} eller senare", "Write a year that is {min} or later");
pub const YEAR_TOO_LATE: Text =
    Text::new("Skriv ett årtal som är {max} eller tidigare", "Write a year that is {max} or earlier");
pub const TOO_FEW: Text = Text::new("Välj minst {min}", "Choose at least {min}");
pub const TOO_MANY: Text = Text::new("Välj högst {max}", "Choose no more than {max}");
pub const OF_THE_LIST: Text = Text::new("Välj bland alternativen i listan", "Choose from the options in the list");
