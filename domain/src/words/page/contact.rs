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
                "KI Career Service svarar på frågor om KI Alumni, om din ansökan och om mentorsprogram utanför KI. Använd formuläret eller mejla. Uppge referensen om du redan har skickat något genom portalen.",
                "KI Career Service answers questions about KI Alumni, about your application and about mentorship programmes outside KI. Use the form or send an email. Give the reference if you have already sent something through the portal.",
            )],
            links: &[
                (Text::new("Formulär till KI Career Service", "Form to KI Career Service"), "/outside/contact/message"),
                (Text::new("career-service@ki.se", "career-service@ki.se"), "mailto:career-service@ki.se"),
            ],
            ..Section::NONE
        },
        Section {
            heading: Some(Text::new("Vill du inte använda formulären?", "Would you rather not use the forms?")),
            paragraphs: &[Text::new(
                "Mejla i stället den som har hand om programmet, oavsett om du vill ansöka, anmäla dig eller få veta när det öppnar. Adressen står på programmets sida. Berätta vad det gäller, så får du veta vad som behövs.",
                "Send an email to those who run the programme instead, whether you want to apply, sign up or hear when it opens. The address is on the programme’s page. Say what it is about, and they will tell you what they need.",
            )],
            ..Section::NONE
        },
        Section {
            heading: Some(Text::new("Skyddade personuppgifter", "Protected identity")),
            paragraphs: &[Text::new(
                "Har du skyddade personuppgifter ska du inte fylla i något formulär. Mejla KI Career Service och be att bli kontaktad, utan att uppge något som är skyddat.",
                "If your identity is protected, do not fill in any form. Email KI Career Service and ask to be contacted, without giving anything that is protected.",
            )],
            ..Section::NONE
        },
        Section {
            heading: Some(Text::new("Junior Faculty", "Junior Faculty")),
            paragraphs: &[Text::new(
                "Frågor om mentorskap för Junior Faculty ställer du till Junior Faculty. Använd formuläret eller mejla.",
                "Questions about mentorship for Junior Faculty go to Junior Faculty. Use the form or send an email.",
            )],
            links: &[
                (
                    Text::new("Formulär till Junior Faculty", "Form to Junior Faculty"),
                    "/junior-faculty/contact/message",
                ),
                (Text::new("juniorfaculty@ki.se", "juniorfaculty@ki.se"), "mailto:juniorfaculty@ki.se"),
            ],
            ..Section::NONE
        },
    ],
};
