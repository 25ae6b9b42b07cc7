//! The accessibility statement that the act on accessibility of digital public service asks for.

use super::{Section, TextPage};
use crate::text::Text;

pub const ACCESSIBILITY: TextPage = TextPage {
    path: "/accessibility",
    // The term of the law is one word of 26 letters, which breaks on a phone: it stands in the text.
    title: Text::new("Redogörelse för tillgänglighet", "Accessibility statement"),
    description: Text::new(
        "Hur portalen uppfyller lagen om tillgänglighet till digital offentlig service, kända brister och hur du anmäler dem.",
        "How the portal complies with the Swedish act on accessibility of digital public service, known shortcomings and how to report them.",
    ),
    sections: &[
        Section {
            paragraphs: &[Text::new(
                "Det här är portalens tillgänglighetsredogörelse. Karolinska Institutet ansvarar för den här portalen, Mentorskap vid KI. Vi vill att så många som möjligt ska kunna använda den. Här beskriver vi hur den uppfyller lagen om tillgänglighet till digital offentlig service, vilka brister vi känner till och hur du kan berätta om fler.",
                "Karolinska Institutet is responsible for this portal, Mentorship at KI. We want as many people as possible to be able to use it. Here we describe how it complies with the Swedish act on accessibility of digital public service, which shortcomings we know of and how you can tell us about others.",
            )],
            ..Section::NONE
        },
        Section {
            heading: Some(Text::new("Hur tillgänglig är portalen?", "How accessible is the portal?")),
            paragraphs: &[Text::new(
                "Portalen är delvis förenlig med lagen, på grund av bristerna nedan. Den är byggd för att uppfylla WCAG 2.2 på nivå AA; lagen kräver WCAG 2.1 på nivå AA genom standarden EN 301 549.",
                "The portal is partly conforming with the act, because of the shortcomings below. It is built to meet WCAG 2.2 level AA; the act requires WCAG 2.1 level AA through the standard EN 301 549.",
            )],
            ..Section::NONE
        },
        Section {
            heading: Some(Text::new("Kända brister", "Known shortcomings")),
            list: &[
                Text::new(
                    "Portalen har inte prövats av personer som använder skärmläsare, förstoring eller röststyrning till vardags. Det kan finnas hinder som vi inte känner till.",
                    "The portal has not been tried by people who use screen readers, magnification or voice control every day. There may be obstacles that we do not know of.",
                ),
                Text::new(
                    "Din egen sida är öppen i två timmar från att du har öppnat länken, och tiden går inte att förlänga. När den är slut öppnar du sidan igen med samma länk.",
                    "Your own page is open for two hours from when you opened the link, and the time cannot be extended. When it is over you open the page again with the same link.",
                ),
                Text::new(
                    "Portalen är bara prövad i webbläsaren Chromium. I andra webbläsare kan den se ut eller fungera på ett annat sätt.",
                    "The portal has been tried in the browser Chromium only. In other browsers it may look or work differently.",
                ),
                Text::new(
                    "Vi har inte gått igenom alla krav i EN 301 549, och ingen människa har granskat portalen, varken någon av oss eller någon utomstående.",
                    "We have not gone through every requirement of EN 301 549, and no person has audited the portal, neither one of us nor anyone from outside.",
                ),
                Text::new(
                    "Mejlen från portalen är inte prövade i alla vanliga e-postprogram. De finns alltid också som ren text.",
                    "The emails from the portal have not been tried in all common mail programs. They always exist as plain text too.",
                ),
            ],
            ..Section::NONE
        },
        Section {
            heading: Some(Text::new("Så har vi bedömt portalen", "How we assessed the portal")),
            paragraphs: &[
                Text::new(
                    "Vi har själva bedömt portalen medan den byggdes, med automatiska prov i webbläsaren Chromium. Verktyget axe-core går igenom varje sida och varje steg i formulären på en skärm som är 320 bildpunkter bred, i ljust och mörkt utseende och med egna kontrastfärger. Med 400 procents zoom och med dubbelt så stor text prövar vi bara att allt får plats. Ett formulär fylls i och skickas med bara tangentbordet.",
                    "We assessed the portal ourselves while it was built, with automatic tests in the browser Chromium. The tool axe-core goes through every page and every step of the forms on a screen 320 pixels wide, in light and dark and with contrast colours of one’s own. At 400 per cent zoom and with text twice as large we test only that everything fits. A form is filled in and sent with the keyboard alone.",
                ),
                Text::new(
                    "Automatiska prov hittar bara en del av alla hinder. Människor har ännu inte granskat portalen, och den är inte prövad med skärmläsare. Proven kördes senast den 30 november 2026, och redogörelsen skrevs samma dag.",
                    "Automatic tests find only some of all obstacles. People have not audited the portal yet, and it has not been tried with screen readers. The tests were last run on 30 November 2026, and this statement was written the same day.",
                ),
            ],
            ..Section::NONE
        },
        Section {
            heading: Some(Text::new("Hittar du ett hinder?", "Do you find an obstacle?")),
            paragraphs: &[Text::new(
                "Skriv till KI Career Service och berätta vilken sida det gäller och vad som inte fungerar. Skriv också om du behöver innehållet på något annat sätt.",
                "Write to KI Career Service and say which page it is and what does not work. Write too if you need the content in another way.",
            )],
            links: &[(Text::new("career-service@ki.se", "career-service@ki.se"), "mailto:career-service@ki.se")],
            ..Section::NONE
        },
        Section {
            heading: Some(Text::new("Tillsyn", "Supervision")),
            paragraphs: &[Text::new(
                "Myndigheten för digital förvaltning, Digg, har tillsyn över att lagen följs. Är du inte nöjd med hur vi tar hand om det du har påpekat kan du anmäla det till Digg.",
                "The Swedish Agency for Digital Government, Digg, supervises that the act is followed. If you are not satisfied with how we deal with what you have pointed out, you can report it to Digg.",
            )],
            links: &[(
                Text::new("Anmäl till Digg: digg.se/tdosanmalan", "Report to Digg: digg.se/tdosanmalan"),
                "https://www.digg.se/tdosanmalan",
            )],
            ..Section::NONE
        },
    ],
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use crate::words::date;

    /// The day on which all tests ran last: changed here first, and the test says where it stands.
    const TESTED: &str = "2026-11-30";

    #[test]
    fn both_languages_say_the_day_on_which_the_tests_ran_last() {
        for language in Language::ALL {
            let day = date::day(TESTED, language);
            let paragraphs = ACCESSIBILITY.sections.iter().flat_map(|section| section.paragraphs);
            let dated: Vec<_> =
                paragraphs.map(|text| text.say(language)).filter(|text| text.contains("2026")).collect();
            assert!(matches!(dated[..], [only] if only.contains(&day)), "{day} in {dated:?}");
        }
    }
}
