//! The guide "Which mentor is for me?": pages of one question each, and at the end of every way an answer that can be shared.
//!
//! Where to start: [`GUIDE`]. Whether a programme is open is live and never written here: it is shown beside the programmes
//! that an answer names.

mod offer;
mod seek;

use crate::programme::Role;
use crate::text::Text;

/// One page: a question with options, or a result. Its address is `/guide`, and `/guide/<path>` for all but the first.
#[derive(Debug)]
pub struct GuidePage {
    /// "" for the beginning, else like `seek/doctoral`.
    pub path: &'static str,
    pub title: Text,
    pub lead: Option<Text>,
    /// What the options answer, where the title does not ask it.
    pub asks: Option<Text>,
    /// Empty where there is a result.
    pub options: &'static [GuideOption],
    pub result: Option<GuideResult>,
}

#[derive(Debug)]
pub struct GuideOption {
    pub words: Text,
    pub hint: Option<Text>,
    /// The path of another page.
    pub to: &'static str,
}

#[derive(Debug)]
pub struct GuideResult {
    pub paragraphs: &'static [Text],
    /// Slugs; the first fits best. Whether each is open is shown beside it.
    pub programmes: &'static [&'static str],
    /// Forms that lead on, by slug and role: a side of a pair is shown while its programme is open, [`Role::Waiting`]
    /// while it is not, [`Role::Asking`] always.
    pub forms: &'static [(&'static str, Role)],
    /// Words and address: `/…` within the portal (in the page's language), else `https:`.
    pub also: &'static [(Text, &'static str)],
}

/// The name of the guide, for links to it too.
pub const TITLE: Text = Text::new("Vilken mentor passar mig?", "Which mentor is for me?");
/// One sentence for search engines and shared links.
pub const DESCRIPTION: Text = Text::new(
    "Svara på högst tre frågor och få veta hur du hittar en mentor eller själv blir mentor.",
    "Answer at most three questions and find out how to find a mentor or become one.",
);
/// Above the links of `also`.
pub const ALSO: Text = Text::new("Läs också", "See also");
pub const AGAIN: Text = Text::new("Börja om", "Start again");
/// To the question that leads to a page.
pub const BACK: Text = Text::new("Tillbaka till förra frågan", "Back to the previous question");
/// On the first page, for an address below the guide's that is none of its pages.
pub const UNKNOWN: Text = Text::new(
    "De svaren går inte ihop. Här kan du svara på nytt.",
    "Those answers do not go together. You can answer again here.",
);
/// Below a result.
pub const SHARE: Text = Text::new(
    "Den här sidan har en egen adress. Spara den eller dela den med någon.",
    "This page has an address of its own. Save it or share it with someone.",
);

/// Every page, a question before the pages it leads to.
pub const GUIDE: &[GuidePage] = &[
    BEGINNING,
    seek::WHO,
    seek::BACHELOR,
    seek::MASTER,
    seek::DOCTORAL,
    seek::DOCTORAL_MENTOR,
    seek::DOCTORAL_CAREER,
    seek::JUNIOR_FACULTY,
    seek::ALUMNI,
    seek::YOURSELF,
    seek::OTHER,
    offer::WHOM,
    offer::ALUMNI,
    offer::DOCTORAL,
    offer::JUNIOR_FACULTY,
    OUTSIDE,
];

const BEGINNING: GuidePage = GuidePage {
    asks: Some(Text::new("Vad vill du göra?", "What do you want to do?")),
    ..question(
        "",
        TITLE,
        Some(Text::new(
            "Efter högst tre frågor vet du vart du ska vända dig.",
            "After at most three questions you will know where to turn.",
        )),
        &[
            option(Text::new("Jag söker en mentor", "I am looking for a mentor"), "seek"),
            option(Text::new("Jag vill bli mentor", "I want to be a mentor"), "offer"),
            option(
                Text::new(
                    "Jag söker ett mentorsprogram utanför KI",
                    "I am looking for a mentorship programme outside KI",
                ),
                "outside",
            ),
        ],
    )
};

const OUTSIDE: GuidePage = result(
    "outside",
    Text::new("Fråga KI Career Service", "Ask KI Career Service"),
    GuideResult {
        paragraphs: &[Text::new(
            "Vi har inga uppgifter om vilka mentorsprogram som finns utanför KI. Skriv till KI Career Service och berätta vad du söker.",
            "We have no information about which mentorship programmes there are outside KI. Write to KI Career Service and say what you are looking for.",
        )],
        programmes: &["outside"],
        forms: &[("outside", Role::Asking)],
        also: &[FIND_ONE_YOURSELF],
    },
);

const FIND_ONE_YOURSELF: (Text, &str) =
    (Text::new("Så hittar du en mentor själv", "How to find a mentor yourself"), "/guide/seek/yourself");

const STAFF_PORTAL: (Text, &str) = (
    Text::new("Mentor för doktorander på KI:s medarbetarportal", "Mentor to a doctoral student, on KI’s staff portal"),
    "https://staff.ki.se/doctoral-education/mentor-to-a-doctoral-student",
);

const RULES_MAY_CHANGE: Text = Text::new(
    "Reglerna kan ändras. Det är den länkade sidan som gäller.",
    "Rules may change. The linked page is what applies.",
);

const DISCONTINUED: Text = Text::new(
    "KI:s mentorsprogram för Junior Faculty är nedlagt. En arbetsgrupp arbetar för att återinföra mentorskap för Junior Faculty, men något datum är inte känt.",
    "The KI Junior Faculty Mentorship Programme has been discontinued. A working group is working on reintroducing mentorship for Junior Faculty, but no date is known.",
);

const TELL_ME_OR_ASK: Text = Text::new(
    "Du kan be att få veta när det öppnar. Har du frågor kan du skriva till Junior Faculty.",
    "You can ask to be told when it opens. If you have questions, you can write to the Junior Faculty.",
);

/// By the ways that exist while the programme is discontinued.
const JUNIOR_FACULTY_FORMS: &[(&str, Role)] = &[("junior-faculty", Role::Waiting), ("junior-faculty", Role::Asking)];

const fn option(words: Text, to: &'static str) -> GuideOption {
    GuideOption { words, hint: None, to }
}

const fn question(path: &'static str, title: Text, lead: Option<Text>, options: &'static [GuideOption]) -> GuidePage {
    GuidePage { path, title, lead, asks: None, options, result: None }
}

const fn result(path: &'static str, title: Text, result: GuideResult) -> GuidePage {
    GuidePage { path, title, lead: None, asks: None, options: &[], result: Some(result) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::programme;
    use std::collections::BTreeMap;

    /// A result may be at most this many questions from the beginning, as the guide's first sentence says.
    const QUESTIONS_MAX: usize = 3;

    fn page(path: &str) -> Option<&'static GuidePage> {
        GUIDE.iter().find(|page| page.path == path)
    }

    /// The most questions that any way to each page asks.
    fn walked() -> BTreeMap<&'static str, usize> {
        let mut longest = BTreeMap::new();
        let mut ways = vec![(page("").unwrap(), 0)];
        while let Some((at, asked)) = ways.pop() {
            assert!(asked <= QUESTIONS_MAX, "{} asks a fourth question, or goes round", at.path);
            let most = longest.entry(at.path).or_insert(asked);
            *most = asked.max(*most);
            ways.extend(at.options.iter().map(|option| (page(option.to).unwrap(), asked + 1)));
        }
        longest
    }

    fn results() -> impl Iterator<Item = (&'static str, &'static GuideResult)> {
        GUIDE.iter().filter_map(|page| Some((page.path, page.result.as_ref()?)))
    }

    #[test]
    fn every_option_leads_to_a_page_and_every_page_has_one_path() {
        for at in GUIDE {
            assert!(at.options.iter().all(|option| page(option.to).is_some()), "{}", at.path);
            assert_eq!(GUIDE.iter().filter(|other| other.path == at.path).count(), 1, "{}", at.path);
        }
    }

    #[test]
    fn every_page_is_reached_from_the_beginning_with_at_most_three_questions() {
        let walked = walked();
        assert!(GUIDE.iter().all(|page| walked.contains_key(page.path)));
        assert_eq!(walked.values().max(), Some(&QUESTIONS_MAX));
    }

    #[test]
    fn a_page_asks_or_answers_and_never_both() {
        for page in GUIDE {
            assert_eq!(page.options.is_empty(), page.result.is_some(), "{}", page.path);
        }
    }

    #[test]
    fn every_page_has_a_title_of_its_own_in_both_languages() {
        for page in GUIDE {
            let twins = GUIDE.iter().filter(|other| other.title.sv == page.title.sv || other.title.en == page.title.en);
            assert_eq!(twins.count(), 1, "{}", page.path);
        }
    }

    #[test]
    fn every_result_names_programmes_and_forms_that_exist_or_another_way_on() {
        for (path, result) in results() {
            assert!(!result.paragraphs.is_empty(), "{path}");
            assert!(!result.programmes.is_empty() || !result.also.is_empty(), "{path} leads nowhere");
            assert!(result.programmes.iter().all(|slug| programme(slug).is_some()), "{path}");
            for (slug, role) in result.forms {
                assert!(programme(slug).unwrap().form(*role).is_some(), "{path}: {slug} {}", role.slug());
            }
        }
    }

    #[test]
    fn every_other_way_has_an_address_that_leads_somewhere() {
        for (path, address) in results().flat_map(|(path, result)| result.also.iter().map(move |also| (path, also.1))) {
            let is_page = address.strip_prefix("/guide/").is_some_and(|other| page(other).is_some());
            assert!(is_page || address.starts_with("https://"), "{path}: {address}");
            assert_ne!(address.strip_prefix("/guide/"), Some(path), "{path} leads to itself");
        }
    }

    #[test]
    fn a_result_sends_nobody_to_a_form_of_a_programme_that_it_does_not_show() {
        for (path, result) in results() {
            let is_shown = |slug| result.programmes.contains(&slug);
            assert!(result.forms.iter().all(|(slug, _)| is_shown(*slug)), "{path}");
        }
    }
}
