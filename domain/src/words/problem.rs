//! One sentence for each problem: what is wrong and what to do.

use crate::problem::Problem;
use crate::text::Text;

/// The title of a problem; where it has faults, each has its own sentence in [`crate::words::fault`].
pub const fn title(problem: &Problem) -> Text {
    match problem {
        Problem::NotFound => Text::new("Det finns inget på den adressen.", "There is nothing at this address."),
        Problem::MethodNotAllowed { .. } => {
            Text::new("Adressen tar inte emot den sortens anrop.", "This address does not take that kind of request.")
        }
        Problem::UnsupportedMediaType => Text::new(
            "Skicka ett formulär från portalen eller JSON (application/json).",
            "Send a form from the portal, or JSON (application/json).",
        ),
        Problem::UnsupportedEncoding => {
            Text::new("Skicka innehållet utan komprimering.", "Send the content without compression.")
        }
        Problem::BodyTooLarge { .. } => Text::new(
            "Det du skickade är för stort. Korta dina svar och skicka igen.",
            "What you sent is too large. Shorten your answers and send again.",
        ),
        Problem::NotUtf8 => {
            Text::new("Texten kunde inte läsas. Skicka den som UTF-8.", "The text could not be read. Send it as UTF-8.")
        }
        Problem::NotTheCall => Text::new(
            "Det du skickade har inte den form som adressen tar emot.",
            "What you sent does not have the shape that this address takes.",
        ),
        Problem::Faults { .. } => Text::new("Något behöver ändras.", "There is a problem."),
        Problem::OtherAnswers { .. } => Text::new(
            "Vi har redan tagit emot det här formuläret med andra svar. De svar som kom in först gäller.",
            "We have already received this form with other answers. The answers that arrived first apply.",
        ),
        Problem::NotOpen => Text::new(
            "Programmet tar inte emot ansökningar just nu. Det du har skrivit finns kvar på telefonen.",
            "The programme does not take applications at the moment. What you have written stays on the phone.",
        ),
        Problem::TooManyAttempts { .. } => Text::new(
            "Det har skickats många formulär härifrån på kort tid. Vänta en stund och skicka igen.",
            "Many forms have been sent from here in a short time. Wait a while and send again.",
        ),
        Problem::NotSameSite => Text::new(
            "Formuläret måste skickas från portalens egen sida. Öppna sidan på nytt och skicka igen.",
            "The form must be sent from the portal’s own page. Open the page anew and send again.",
        ),
        Problem::LinkNotGood => Text::new(
            "Länken fungerar inte. Kontrollera att hela länken kom med.",
            "The link does not work. Check that you have the whole link.",
        ),
        Problem::NotSignedIn => Text::new(
            "Din sida är stängd. Öppna den igen med länken på kvittot eller i mejlet.",
            "Your page is closed. Open it again with the link on the receipt or in the email.",
        ),
        Problem::Unreachable => Text::new(
            "Vi kunde inte ta emot dina svar just nu. Räkna dem inte som mottagna förrän du har fått ett kvitto. Vänta en stund och skicka igen; de kan inte komma in två gånger.",
            "We could not take your answers right now. Do not count them as received until you have a receipt. Wait a while and send again; they cannot arrive twice.",
        ),
    }
}
