//! One sentence for each problem: what is wrong and what to do.

use crate::fill::fill;
use crate::problem::Problem;
use crate::text::{Language, Text};
use crate::words::date;

/// The title of a problem; where it has faults, each has its own sentence in [`crate::words::fault`].
pub const fn title(problem: &Problem) -> Text {
    match problem {
        Problem::Faults { .. } => Text::new("Något behöver ändras.", "There is a problem."),
        Problem::OtherAnswers { .. } => Text::new(
            "Vi har redan tagit emot det här formuläret med andra svar. De svar som kom in först gäller.",
            "We have already received this form with different answers. The answers that arrived first apply.",
        ),
        Problem::NotOpen { .. } | Problem::IsOpen | Problem::Undecided { .. } => title_of_opening(problem),
        Problem::Changed => Text::new(
            "Det har ändrats sedan du läste det. Läs det igen och gör om ändringen.",
            "It has changed since you read it. Read it again and make your change again.",
        ),
        Problem::Erased => Text::new(
            "Det du skickade här har raderats. Trycker du på Skicka en gång till kommer det in på nytt.",
            "What you sent here has been erased. If you press Send again, it will arrive as something new.",
        ),
        Problem::TooManyAttempts { .. } => Text::new(
            "Det har skickats många formulär härifrån på kort tid. Vänta en stund och skicka igen.",
            "Many forms have been sent from here in a short time. Wait a while and send again.",
        ),
        Problem::NotSameSite => Text::new(
            "Formuläret måste skickas från portalens egen sida. Öppna sidan på nytt och skicka sedan igen.",
            "The form must be sent from the portal’s own page. Open the page again, then send again.",
        ),
        Problem::LinkNotGood => Text::new(
            "Länken fungerar inte. Kontrollera att hela länken kom med.",
            "The link does not work. Check that you have the whole link.",
        ),
        Problem::NotSignedIn => Text::new(
            "Din sida är stängd. Öppna den igen med länken på kvittot eller i mejlet.",
            "Your page is closed. Open it again with the link on the receipt or in the email.",
        ),
        Problem::Lost => Text::new(
            "Portalen har förlorat sina ärenden. De förseglade kopiorna finns kvar, och en administratör behöver återställa dem.",
            "The portal has lost its records. The sealed copies remain, and an administrator needs to restore them.",
        ),
        Problem::Unreachable => Text::new(
            "Vi kunde inte ta emot dina svar just nu. Räkna dem inte som mottagna förrän du har fått ett kvitto. Vänta en stund och skicka igen; de kan inte komma in två gånger.",
            "We could not receive your answers just now. Do not count them as received until you have a receipt. Wait a while and send again; they cannot arrive twice.",
        ),
        Problem::TooManyVersions
        | Problem::TooManyLinks
        | Problem::TooManyStatements
        | Problem::RecordFull
        | Problem::NotIndependent
        | Problem::NoPlace
        | Problem::NotChosen => title_of_pair(problem),
        Problem::AskedAlready | Problem::AskedTooOften | Problem::ChangedTooOften => title_of_asking(problem),
        Problem::NotFound
        | Problem::MethodNotAllowed { .. }
        | Problem::UnsupportedMediaType
        | Problem::UnsupportedEncoding
        | Problem::BodyTooLarge { .. }
        | Problem::NotUtf8
        | Problem::NotAllowed
        | Problem::NotTheCall => title_of_request(problem),
    }
}

/// Of whether a programme is open.
const fn title_of_opening(problem: &Problem) -> Text {
    match problem {
        Problem::NotOpen { .. } => Text::new(
            "Programmet tar inte emot ansökningar just nu.",
            "The programme is not taking applications at the moment.",
        ),
        Problem::IsOpen => Text::new(
            "Programmet är öppet nu. Du hittar formulären på programmets sida.",
            "The programme is open now. You will find its forms on the programme’s page.",
        ),
        Problem::Undecided { .. } => Text::new(
            "Programmet kan inte öppnas: något är inte beslutat ännu.",
            "The programme cannot be opened: something has not been decided yet.",
        ),
        _ => title_of_request(problem),
    }
}

/// Of what concerns a student with the mentor they have found.
const fn title_of_pair(problem: &Problem) -> Text {
    match problem {
        Problem::TooManyVersions => Text::new(
            "Överenskommelsen har ändrats så många gånger som det går. Avsluta den och börja på en ny.",
            "The framework has been changed as many times as it can be. End it and begin a new one.",
        ),
        Problem::TooManyLinks => Text::new(
            "Ingen ny länk har skickats. Mentorn får högst tre nya länkar på ett dygn och tio sammanlagt, eftersom varje länk är ett mejl till någon som inte har bett om det. Hör av dig till mentorn på något annat sätt, eller försök igen i morgon.",
            "No new link has been sent. A mentor gets at most three new links in a day and ten in all, because each is an email to someone who has not asked for it. Get in touch with the mentor in some other way, or try again tomorrow.",
        ),
        Problem::TooManyStatements => Text::new(
            "Svaret om oberoende har ändrats tio gånger, och fler ändringar går inte att göra, eftersom den andra av er får ett mejl om varje. Det senaste svaret gäller. Blev det fel? Avsluta och börja på en ny överenskommelse.",
            "The answer on independence has been changed ten times, and no more changes can be made, because the other one of you gets an email about each. The last answer stands. Is it wrong? End the framework and begin a new one.",
        ),
        Problem::RecordFull => Text::new(
            "Ärendet rymmer åttio händelser och är fullt. Det kan fortfarande läsas och raderas.",
            "The record holds eighty events and is full. It can still be read and erased.",
        ),
        Problem::NotIndependent => Text::new(
            "Något talar emot att mentorn är oberoende. Skriv först varför paret ändå kan registreras.",
            "Something speaks against the mentor’s independence. First write why the pair can be registered all the same.",
        ),
        Problem::NoPlace => Text::new(
            "Mentorn har ingen ledig plats just nu, eller så väntar redan så många på svar som det finns plats för.",
            "The mentor has no free place right now, or as many as there are places for wait for an answer already.",
        ),
        Problem::NotChosen => Text::new(
            "Den som söker har inte själv sagt ja till mentorn än.",
            "The applicant has not said yes to the mentor yet.",
        ),
        _ => title_of_request(problem),
    }
}

/// Of what a person asks of staff.
const fn title_of_asking(problem: &Problem) -> Text {
    match problem {
        Problem::AskedAlready => Text::new(
            "Det här har inte skickats, eftersom du redan har bett om samma sak och inte fått svar än. Det du skrev först gäller. Vill du lägga till något kan du skriva till adressen på sidan.",
            "This has not been sent, because you have already asked for the same thing and have no answer yet. What you wrote first stands. If you want to add something, write to the address on the page.",
        ),
        Problem::ChangedTooOften => Text::new(
            "Du har ändrat det här så många gånger som det går själv. Be personalen om rättelse på din sida.",
            "You have changed this as often as you can by yourself. Ask the staff for a correction on your page.",
        ),
        Problem::AskedTooOften => Text::new(
            "Det här har inte skickats. Härifrån kan du be om något högst tjugo gånger. Skriv i stället till adressen på sidan.",
            "This has not been sent. From here you can ask for something at most twenty times. Write to the address on the page instead.",
        ),
        _ => title_of_request(problem),
    }
}

/// Of what no page of ours sends: a program is told, and a person only in passing.
const fn title_of_request(problem: &Problem) -> Text {
    match problem {
        Problem::NotAllowed => {
            Text::new("Du har inte behörighet att göra det.", "You do not have permission to do that.")
        }
        Problem::NotFound => Text::new("Det finns inget på den adressen.", "There is nothing at this address."),
        Problem::MethodNotAllowed { .. } => {
            Text::new("Adressen tar inte emot den sortens anrop.", "This address does not accept that kind of request.")
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
            "What you sent does not have the form that this address accepts.",
        ),
        _ => Text::new("Det gick inte.", "That did not work."),
    }
}

/// What is said of a problem: its title, and what is known beside it.
pub fn sentence(problem: &Problem, language: Language) -> String {
    let title = title(problem).say(language);
    let Problem::NotOpen { opens_on, because } = problem else { return title.to_owned() };
    let because = because.as_ref().map(|because| because.say(language).to_owned());
    let opens = opens_on.as_ref().map(|day| fill(OPENS_ON.say(language), &[("date", &date::long(day, language))]));
    let stays = Some(STAYS.say(language).to_owned());
    [Some(title.to_owned()), because, opens, stays].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// As [`sentence`], where a page takes the place of what was to be opened or done: nothing was sent there that could be a form.
pub fn instead_of_a_page(problem: &Problem, language: Language) -> String {
    match problem {
        Problem::Unreachable => AWAY.say(language).to_owned(),
        Problem::TooManyAttempts { .. } => OFTEN.say(language).to_owned(),
        other => sentence(other, language),
    }
}

const AWAY: Text = Text::new(
    "Det går inte just nu, och det beror inte på dig. Vänta en stund och försök igen. Inget händer två gånger.",
    "That cannot be done just now, and it is not your fault. Wait a while and try again. Nothing happens twice.",
);
const OFTEN: Text = Text::new(
    "Det har kommit många försök härifrån på kort tid. Vänta en stund och försök igen.",
    "There have been many attempts from here in a short time. Wait a while and try again.",
);

/// `{date}`.
const OPENS_ON: Text = Text::new("Det öppnar {date}.", "It opens on {date}.");
/// Last, because what a person asks first is why, and until when.
const STAYS: Text =
    Text::new("Det du har skrivit finns kvar i formuläret.", "What you have written stays in the form.");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::call::Receipt;
    use crate::live::Said;
    use crate::reference::Reference;

    /// The problem after this one, so that a new one does not compile before it is named here.
    fn after(problem: &Problem) -> Option<Problem> {
        let receipt = || Receipt {
            reference: Reference::of_hash(&[0; 32]),
            received_at: 0,
            answer_by: None,
            programme: String::new(),
            role: String::new(),
            spooled: false,
        };
        Some(match problem {
            Problem::NotFound => Problem::MethodNotAllowed { allowed: "GET".to_owned() },
            Problem::MethodNotAllowed { .. } => Problem::UnsupportedMediaType,
            Problem::UnsupportedMediaType => Problem::UnsupportedEncoding,
            Problem::UnsupportedEncoding => Problem::BodyTooLarge { max_bytes: 1 },
            Problem::BodyTooLarge { .. } => Problem::NotUtf8,
            Problem::NotUtf8 => Problem::NotTheCall,
            Problem::NotTheCall => Problem::Faults { faults: Vec::new() },
            Problem::Faults { .. } => Problem::OtherAnswers { receipt: receipt() },
            Problem::OtherAnswers { .. } => Problem::NotOpen { opens_on: None, because: None },
            Problem::NotOpen { .. } => Problem::IsOpen,
            Problem::IsOpen => Problem::Undecided { what: Vec::new() },
            Problem::Undecided { .. } => Problem::NotIndependent,
            Problem::NotIndependent => Problem::Changed,
            Problem::Changed => Problem::TooManyVersions,
            Problem::TooManyVersions => Problem::TooManyLinks,
            Problem::TooManyLinks => Problem::TooManyStatements,
            Problem::TooManyStatements => Problem::RecordFull,
            Problem::RecordFull => Problem::AskedAlready,
            Problem::AskedAlready => Problem::AskedTooOften,
            Problem::AskedTooOften => Problem::ChangedTooOften,
            Problem::ChangedTooOften => Problem::NoPlace,
            Problem::NoPlace => Problem::NotChosen,
            Problem::NotChosen => Problem::Erased,
            Problem::Erased => Problem::TooManyAttempts { retry_after_s: 1 },
            Problem::TooManyAttempts { .. } => Problem::NotSameSite,
            Problem::NotSameSite => Problem::LinkNotGood,
            Problem::LinkNotGood => Problem::NotSignedIn,
            Problem::NotSignedIn => Problem::NotAllowed,
            Problem::NotAllowed => Problem::Lost,
            Problem::Lost => Problem::Unreachable,
            Problem::Unreachable => return None,
        })
    }

    #[test]
    fn a_page_in_the_place_of_another_speaks_of_no_form() {
        for problem in [Problem::Unreachable, Problem::TooManyAttempts { retry_after_s: 60 }] {
            for language in Language::ALL {
                let said = instead_of_a_page(&problem, language);
                assert!(!said.contains("svar ") && !said.contains("formul") && !said.contains("form"), "{said}");
                assert_ne!(said, sentence(&problem, language));
            }
        }
        assert_eq!(
            instead_of_a_page(&Problem::LinkNotGood, Language::Sv),
            sentence(&Problem::LinkNotGood, Language::Sv)
        );
    }

    #[test]
    fn every_problem_has_a_sentence_of_its_own_in_each_language() {
        let problems: Vec<Problem> = std::iter::successors(Some(Problem::NotFound), after).collect();
        for language in Language::ALL {
            let said: std::collections::BTreeSet<String> =
                problems.iter().map(|problem| sentence(problem, language)).collect();
            assert_eq!(said.len(), problems.len(), "two problems say the same: {said:#?}");
            assert!(said.iter().all(|sentence| sentence.ends_with('.') && !sentence.contains('{')), "{said:#?}");
        }
        for problem in &problems {
            assert_ne!(sentence(problem, Language::Sv), sentence(problem, Language::En), "{}", problem.key());
            let unknown = title_of_request(&Problem::Erased);
            assert_ne!(title(problem), unknown, "{} says nothing of its own", problem.key());
        }
    }

    #[test]
    fn what_is_closed_says_when_it_opens_and_why() {
        let because = Some(Said { sv: "Omgången är full.".to_owned(), en: "The round is full.".to_owned() });
        let closed = Problem::NotOpen { opens_on: Some("2026-12-01".to_owned()), because };
        let said = sentence(&closed, Language::Sv);
        assert!(said.contains("just nu. Omgången är full. Det öppnar tisdag 1 december 2026. "), "{said}");
        assert!(sentence(&closed, Language::En).contains("It opens on Tuesday 1 December 2026."));
        let title = sentence(&Problem::NotOpen { opens_on: None, because: None }, Language::En);
        assert!(title.ends_with("stays in the form."), "{title}");
    }
}
