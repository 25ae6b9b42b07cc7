//! Where an application is, in a person's words, and what happens next.

use crate::programme::Role;
use crate::standing::Standing;
use crate::text::Text;

/// The standing itself.
pub const fn title(standing: Standing) -> Text {
    match standing {
        Standing::Received => Text::new("Mottagen", "Received"),
    }
}

/// What happens next; `{date}` is [`crate::words::date::long`] of the day promised.
pub const fn next(standing: Standing, role: Role) -> Text {
    match (standing, role) {
        (Standing::Received, Role::Mentee) => Text::new(
            "Din ansökan är sparad och väntar på att läsas. Senast {date} får du veta hur det går vidare.",
            "Your application is kept and waits to be read. You will hear what happens next by {date} at the latest.",
        ),
        (Standing::Received, Role::Mentor) => Text::new(
            "Din anmälan är sparad och väntar på att läsas. Senast {date} får du veta hur det går vidare.",
            "Your sign-up is kept and waits to be read. You will hear what happens next by {date} at the latest.",
        ),
    }
}
