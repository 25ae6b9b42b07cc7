//! The page that says whom to turn to.

use super::{Section, TextPage};
use crate::text::Text;

pub const CONTACT: TextPage = TextPage {
    path: "/contact",
    title: Text::new("Kontakt", "Contact"),
    description: Text::new(
        "Hit vänder du dig med frågor om mentorskap vid KI.",
        "Whom to turn to with questions about mentorship at KI.",
    ),
    sections: &[
        Section {
            paragraphs: &[Text::new(
                "KI Career Service svarar på frågor om KI Alumni, om din ansökan och om mentorsprogram utanför KI. Uppge referensen om du har skickat en ansökan.",
                "KI Career Service answers questions about KI Alumni, about your application and about mentorship programmes outside KI. Give the reference if you have sent an application.",
            )],
            links: &[(Text::new("career-service@ki.se", "career-service@ki.se"), "mailto:career-service@ki.se")],
            ..Section::NONE
        },
        Section {
            heading: Some(Text::new("Vill du inte använda formuläret?", "Would you rather not use the form?")),
            paragraphs: &[Text::new(
                "Du kan ansöka eller anmäla dig genom att skriva till KI Career Service. Berätta vilket program det gäller, så får du veta vad de behöver.",
                "You can apply or sign up by writing to KI Career Service. Say which programme it is about, and they will tell you what they need.",
            )],
            ..Section::NONE
        },
        Section {
            heading: Some(Text::new("Skyddade personuppgifter", "Protected identity")),
            paragraphs: &[Text::new(
                "Har du skyddade personuppgifter ska du inte fylla i formuläret. Skriv till KI Career Service och be att bli kontaktad, utan att uppge något som är skyddat.",
                "If your identity is protected, do not fill in the form. Write to KI Career Service and ask to be contacted, without giving anything that is protected.",
            )],
            ..Section::NONE
        },
        Section {
            heading: Some(Text::new("Junior Faculty", "Junior Faculty")),
            paragraphs: &[Text::new(
                "Frågor om mentorskap för Junior Faculty besvaras av Junior Faculty.",
                "Questions about mentorship for Junior Faculty are answered by Junior Faculty.",
            )],
            links: &[(Text::new("juniorfaculty@ki.se", "juniorfaculty@ki.se"), "mailto:juniorfaculty@ki.se")],
            ..Section::NONE
        },
    ],
};
