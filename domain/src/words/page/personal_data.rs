//! What is true of personal data in every programme; each programme's own notice stands after it on the page.

use super::{Section, TextPage};
use crate::text::Text;

pub const PERSONAL_DATA: TextPage = TextPage {
    path: "/personal-data",
    title: Text::new("Så behandlar vi personuppgifter", "How we handle personal data"),
    description: Text::new(
        "Vilka personuppgifter portalen behandlar, varför, vem som ser dem och vilka rättigheter du har.",
        "Which personal data the portal handles, why, who sees them and which rights you have.",
    ),
    sections: &[
        Section {
            paragraphs: &[Text::new(
                "Varje program som har formulär har sin egen information om personuppgifter. Den gäller oavsett om du ansöker, anmäler dig, ber oss säga till när det öppnar eller skriver ett meddelande, och du läser den innan du skickar. Den har ett versionsdatum som sparas tillsammans med dina svar.",
                "Each programme that has forms has its own notice on personal data. It applies whether you apply, sign up, ask us to tell you when it opens or write a message, and you read it before you send. It has a version date, which is kept together with your answers.",
            )],
            ..Section::NONE
        },
        Section {
            heading: Some(Text::new("Så skyddas uppgifterna", "How the data are protected")),
            list: &[
                Text::new(
                    "Det du skriver stannar på din telefon tills du skickar.",
                    "What you write stays on your phone until you send it.",
                ),
                Text::new(
                    "Det du skickar sparas i portalens databas. Det finns också en krypterad kopia, som databasen kan återskapas från.",
                    "What you send is kept in the portal’s database. There is also an encrypted copy, from which the database can be rebuilt.",
                ),
                Text::new(
                    "Den hemliga länken till din sida sparas bara som ett kontrollvärde. Portalen kan alltså inte läsa ut den.",
                    "Of the secret link to your page only a check value is kept, so the portal cannot read the link back.",
                ),
                Text::new(
                    "Mejl till dig innehåller inget av det du har skrivit, bara referensen, vad som händer nu och en länk. Undantaget är mejl om en överenskommelse mellan student och mentor: där står era två mejladresser.",
                    "Emails to you contain nothing of what you wrote, only the reference, what happens next and a link. The exception is emails about a framework between student and mentor: they name the email addresses of the two of you.",
                ),
                Text::new(
                    "För att stoppa massutskick räknas hur många formulär som skickas från samma nätverk och för samma e-postadress. Räknaren innehåller ett kontrollvärde, inte själva adressen.",
                    "To stop mass sending, the portal counts how many forms are sent from the same network and for the same email address. The counter holds a check value, not the address itself.",
                ),
            ],
            ..Section::NONE
        },
        Section {
            heading: Some(Text::new("Skriv inte mer än som behövs", "Write no more than is needed")),
            paragraphs: &[Text::new(
                "I ansökningar frågar vi om mål, ämnen, erfarenhet, språk och tid. Ber du oss säga till när ett program öppnar behöver vi bara din e-postadress och vad det gäller. Skriv aldrig om hälsa, etniskt ursprung eller annat känsligt, och inget om andra som de inte vet om. Har du skyddade personuppgifter ska du inte använda formulären; se sidan Kontakt.",
                "In applications we ask about goals, topics, experience, languages and time. If you ask us to tell you when a programme opens, we need only your email address and what it is about. Never write about health, ethnic origin or other sensitive matters, nor anything about others that they do not know of. If your identity is protected, do not use the forms; see the page Contact.",
            )],
            links: &[
                (Text::new("Kontakt", "Contact"), "/contact"),
                (Text::new("Vad som lagras på den här telefonen", "What is stored on this phone"), "/on-this-phone"),
            ],
            ..Section::NONE
        },
    ],
};
