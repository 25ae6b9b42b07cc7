//! The page that says what is stored on this phone, why, and for how long (electronic communications act).

use super::{Section, TextPage};
use crate::text::Text;

pub const ON_THIS_PHONE: TextPage = TextPage {
    path: "/on-this-phone",
    title: Text::new("Vad som lagras på den här telefonen", "What is stored on this phone"),
    description: Text::new(
        "Vad portalen lagrar i din telefon eller dator, varför och hur länge.",
        "What the portal stores on your phone or computer, why and for how long.",
    ),
    sections: &[
        Section {
            paragraphs: &[
                Text::new(
                    "Portalen lagrar bara det som behövs för att formulären och din egen sida ska fungera. Därför frågar vi inte om lov först. Det som sägs här om telefonen gäller också en dator eller surfplatta.",
                    "The portal stores only what the forms and your own page need in order to work. That is why we do not ask first. What is said here about the phone also applies to a computer or tablet.",
                ),
                Text::new(
                    "Vi mäter inte vad du gör, följer dig inte mellan webbplatser och hämtar inget från andra företag.",
                    "We do not measure what you do, do not follow you between sites and fetch nothing from other companies.",
                ),
            ],
            ..Section::NONE
        },
        Section {
            heading: Some(Text::new("Det här lagras", "This is stored")),
            list: &[
                Text::new(
                    "Utkast: det du skriver i ett formulär, från första tecknet. Tas bort när det är skickat, eller 30 dagar efter att du senast ändrade något.",
                    "Drafts: what you write in a form, from the first character. Removed when it is sent, or 30 days after you last changed anything.",
                ),
                Text::new(
                    "Det du skriver på sidorna om att hitta en egen mentor. Det skickas inte alls. Tas bort 30 dagar efter att du senast ändrade något.",
                    "What you write on the pages about finding your own mentor. It is not sent at all. Removed 30 days after you last changed anything.",
                ),
                Text::new(
                    "Mentorer som du har sparat: bara deras referenser. Tas bort 30 dagar efter att du senast ändrade något.",
                    "Mentors that you have saved: only their references. Removed 30 days after you last changed anything.",
                ),
                Text::new(
                    "Kvitton: referensen, tiden och den hemliga länken till din egen sida. Tas bort efter 30 dagar.",
                    "Receipts: the reference, the time and the secret link to your own page. Removed after 30 days.",
                ),
                Text::new(
                    "Sidor som du har besökt och formulären, så att de går att öppna utan nät. Inget av det du skriver sparas där, och aldrig dina egna sidor.",
                    "Pages that you have visited and the forms, so that they can be opened without a network. Nothing that you write is saved there, and never your own pages.",
                ),
                Text::new(
                    "En kaka (cookie) när du öppnar din egen sida, så att portalen vet att det är du. Den gäller i två timmar. Fliken minns när du öppnade sidan, för att kunna säga till innan den stängs. Den minns också vad du håller på att ändra där, tills du har skickat det eller stänger fliken.",
                    "A cookie when you open your own page, so that the portal knows it is you. It lasts two hours. The tab remembers when you opened the page, so that it can tell you before it closes. It also remembers what you are changing there, until you have sent it or close the tab.",
                ),
            ],
            paragraphs: &[Text::new(
                "Utkast och kvitton ligger i webbläsarens lokala lagring. Inget av det lämnar telefonen förrän du trycker på Skicka. Rensningen efter 30 dagar görs nästa gång du öppnar portalen.",
                "Drafts and receipts are in the browser’s local storage. None of it leaves the phone until you press Send. What is older than 30 days is removed the next time you open the portal.",
            )],
            ..Section::NONE
        },
        Section {
            heading: Some(Text::new(
                "Delar du telefon eller dator med någon?",
                "Do you share the phone or computer with someone?",
            )),
            paragraphs: &[Text::new(
                "Då kan andra se det som är sparat. Spara länken till din egen sida någon annanstans och radera sedan allt med knappen längst ner på sidan. Det du redan har skickat påverkas inte.",
                "Then others can see what is saved. Keep the link to your own page somewhere else, then erase everything with the button at the bottom of the page. What you have already sent is not affected.",
            )],
            ..Section::NONE
        },
        Section {
            heading: Some(Text::new("Om webbläsaren inte får lagra", "If the browser may not store anything")),
            paragraphs: &[Text::new(
                "Formulären går att skicka ändå, men det du skriver försvinner om du stänger sidan. Utan JavaScript lagras ingenting alls i formulären.",
                "The forms can still be sent, but what you write is gone if you close the page. Without JavaScript the forms store nothing at all.",
            )],
            ..Section::NONE
        },
    ],
};
