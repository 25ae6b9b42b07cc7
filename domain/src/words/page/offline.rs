//! Without a network: the page in place of one that cannot be had, and the line on a page that was kept.

use super::{Section, TO_HOME, TextPage};
use crate::text::Text;

/// Stands in place of a page that is not on this phone.
pub const OFFLINE: TextPage = TextPage {
    path: "/offline",
    title: Text::new("Sidan går inte att hämta just nu", "This page cannot be fetched just now"),
    description: Text::new("Visas när det inte finns något nät.", "Shown when there is no network."),
    sections: &[
        Section {
            paragraphs: &[
                Text::new(
                    "Du är inte uppkopplad, eller så svarar inte portalen. Sidan finns inte sparad på den här telefonen.",
                    "You are not connected, or the portal does not answer. The page is not saved on this phone.",
                ),
                Text::new(
                    "Det du har skrivit i ett formulär på den här telefonen finns kvar.",
                    "What you have typed in a form on this phone is still there.",
                ),
            ],
            ..Section::NONE
        },
        Section {
            heading: Some(Text::new("Det här fungerar utan nät", "This works without a network")),
            list: &[
                Text::new("Sidor som du har besökt tidigare.", "Pages that you have visited before."),
                Text::new(
                    "Formulären, om du har öppnat något av dem. Du kan fylla i dem nu och skicka när nätet är tillbaka.",
                    "The forms, if you have opened one of them. You can fill them in now and send when the network is back.",
                ),
            ],
            links: &[(TO_HOME, "/")],
            ..Section::NONE
        },
        Section {
            heading: Some(Text::new("Dina egna sidor", "Your own pages")),
            paragraphs: &[Text::new(
                "Sidor med dina uppgifter sparas aldrig på telefonen. De går att öppna när nätet är tillbaka.",
                "Pages with your details are never kept on the phone. They can be opened when the network is back.",
            )],
            ..Section::NONE
        },
    ],
};

/// On a page that is shown from the phone; the service worker writes `{when}`.
pub const KEPT_PAGE: Text = Text::new(
    "Sidan gick inte att hämta just nu. Så här såg den ut {when}. Om programmet tar emot ansökningar kan ha ändrats sedan dess.",
    "This page could not be fetched just now. This is how it was on {when}. Whether the programme takes applications may have changed since.",
);
/// Asks for it again.
pub const TRY_AGAIN: Text = Text::new("Försök igen", "Try again");
/// Where the program does not start, in its form's place for what `noscript` says.
pub const NO_PROGRAM: Text = Text::new(
    "Den här webbläsaren sparar inte det du skriver. Formuläret fungerar ändå: svaren följer med från sida till sida tills du skickar. Stäng inte fönstret innan du är klar.",
    "This browser does not keep what you type. The form works all the same: your answers go along from page to page until you send. Do not close the window before you have finished.",
);
