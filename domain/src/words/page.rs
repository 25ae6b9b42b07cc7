//! The shape of a page of text, what stands around every page, and the list of the text pages.

mod accessibility;
mod contact;
pub mod guide;
pub mod home;
pub mod kit;
pub mod offline;
mod on_this_phone;
mod personal_data;
pub mod programme;

pub use accessibility::ACCESSIBILITY;
pub use contact::CONTACT;
pub use on_this_phone::ON_THIS_PHONE;
pub use personal_data::PERSONAL_DATA;

use crate::text::Text;

/// A page that is only read.
#[derive(Debug)]
pub struct TextPage {
    /// Begins with `/`; [`crate::text::Language::address`] puts the language before it.
    pub path: &'static str,
    pub title: Text,
    /// One sentence for search engines and shared links.
    pub description: Text,
    pub sections: &'static [Section],
}

/// One heading with what stands under it, in this order; what is empty is left out.
#[derive(Debug)]
pub struct Section {
    /// None: the page's own beginning.
    pub heading: Option<Text>,
    pub paragraphs: &'static [Text],
    pub list: &'static [Text],
    /// Words and address: `/…` within the portal (in the page's language), else `https:` or `mailto:`.
    pub links: &'static [(Text, &'static str)],
}

impl Section {
    /// For `..Section::NONE`.
    pub const NONE: Self = Self { heading: None, paragraphs: &[], list: &[], links: &[] };
}

/// Every page that is only read and linked from every page's foot, in the order of the links.
pub const TEXT_PAGES: [&TextPage; 4] = [&PERSONAL_DATA, &ON_THIS_PHONE, &ACCESSIBILITY, &CONTACT];

/// What an address that leads nowhere shows; its path is the name of its file.
pub const NOT_FOUND: TextPage = TextPage {
    path: "/404",
    title: Text::new("Sidan finns inte", "There is no such page"),
    description: Text::new("Adressen leder inte till någon sida.", "The address does not lead to a page."),
    sections: &[Section {
        paragraphs: &[
            Text::new(
                "Kontrollera adressen om du har skrivit den själv. Kom du hit från en länk i portalen är felet vårt. Skriv gärna och berätta vilken länk det var.",
                "Check the address if you typed it. If a link in this portal brought you here, the mistake is ours. Please write and tell us which link it was.",
            ),
            Text::new(
                "Det du har skrivit i ett formulär på den här telefonen finns kvar.",
                "What you have written in a form on this phone is still there.",
            ),
        ],
        links: &[(TO_HOME, "/"), (Text::new("Kontakt", "Contact"), "/contact")],
        ..Section::NONE
    }],
};

pub const SITE_NAME: Text = Text::new("Mentorskap vid KI", "Mentorship at KI");
pub const UNIVERSITY: Text = Text::new("Karolinska Institutet", "Karolinska Institutet");
pub const SKIP: Text = Text::new("Hoppa till innehållet", "Skip to the content");
/// In the language it leads to: on a Swedish page the English words stand, with `lang="en"`.
pub const OTHER_LANGUAGE: Text = Text::new("In English", "På svenska");
/// The way on from where nothing is.
pub const TO_HOME: Text = Text::new("Till startsidan", "To the home page");
pub const MY_PAGE: Text = Text::new("Min sida", "My page");
/// Labels of the navigations, for screen readers.
pub const NAVIGATION: Text = Text::new("Huvudmeny", "Main menu");
pub const FOOT_NAVIGATION: Text = Text::new("Om portalen", "About the portal");

/// Whom pages of no programme send people to.
pub const GENERAL_CONTACT: &str = "career-service@ki.se";
/// The day the pages of no programme were written, `YYYY-MM-DD`.
pub const WRITTEN: &str = "2026-11-30";
/// `{contact}`.
pub const QUESTIONS: Text =
    Text::new("Frågor om sidan? Skriv till {contact}.", "Questions about this page? Write to {contact}.");
/// `{reviewer}`, `{date}`.
pub const REVIEWED_BY: Text =
    Text::new("Sidan granskades av {reviewer} den {date}.", "This page was reviewed by {reviewer} on {date}.");
/// `{who}`, `{date}`: no reviewer is named yet.
pub const REVIEWER_UNDECIDED: Text = Text::new(
    "Ingen granskare är utsedd ännu; {who} utser en. Uppgifterna bygger på KI:s egen text, granskad den {date}.",
    "No reviewer is named yet; {who} names one. The facts are from KI’s own text, reviewed on {date}.",
);
/// `{date}`: pages of no programme.
pub const NOT_REVIEWED: Text = Text::new(
    "Sidan skrevs den {date}. KI har ännu inte utsett någon som granskar den.",
    "This page was written on {date}. KI has not yet named anyone to review it.",
);
/// In development, beside a value that the university has not decided.
pub const SAMPLE: Text = Text::new("Exempel, inte ett beslut", "An example, not a decision");
