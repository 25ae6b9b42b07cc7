//! What the documents say of programmes before the Worker puts anything in: as their files say, and nothing more.

use domain::programme::{Mode, PROGRAMMES, programme};
use domain::text::Language;
use domain::words::page::guide::GUIDE;
use domain::words::page::programme as words;
use prerender::{Build, documents, shell};
use std::collections::BTreeMap;

/// Address → HTML.
fn written(samples: bool) -> BTreeMap<String, String> {
    let build = Build { samples, ..Build::default() };
    let all = documents::all(&build).into_iter();
    all.map(|document| (document.address(), shell::html(&build, &document, ""))).collect()
}

/// Whether the places of that name are shown; all of them or none.
fn is_shown(html: &str, place: &str) -> Option<bool> {
    let tags: Vec<&str> = html
        .split('<')
        .filter(|tag| tag.contains(&format!("data-fill=\"{place}\"")))
        .filter_map(|tag| tag.split('>').next())
        .collect();
    let shown = tags.iter().filter(|tag| !tag.contains(" hidden")).count();
    assert!(shown == 0 || shown == tags.len(), "{place} is half shown: {tags:#?}");
    (!tags.is_empty()).then_some(shown > 0)
}

#[test]
fn each_page_shows_one_of_open_and_closed_and_has_the_other_ready() {
    for samples in [true, false] {
        let pages = written(samples);
        for rules in PROGRAMMES.iter().filter(|rules| rules.has_rounds()) {
            let is_open = rules.open && rules.may_open(samples);
            for address in [format!("/{}", rules.slug), "/".to_owned(), format!("/en/{}", rules.slug), "/en".to_owned()]
            {
                let page = &pages[&address];
                assert_eq!(is_shown(page, &format!("live-open-{}", rules.slug)), Some(is_open), "{address}");
                assert_eq!(is_shown(page, &format!("live-closed-{}", rules.slug)), Some(!is_open), "{address}");
            }
        }
    }
}

#[test]
fn what_is_not_decided_is_said_with_who_decides_it() {
    let programme = programme("ki-alumni").unwrap();
    let page = &written(false)["/ki-alumni"];
    if programme.undecided().next().is_some() {
        let (before, _) = words::NOT_ALL_DECIDED.sv.split_once("{who}").unwrap();
        let said = page.split_once(before).unwrap().1.split('<').next().unwrap();
        assert!(programme.undecided().all(|(_, who)| said.contains(who)), "{said}");
    }
}

#[test]
fn nobody_is_told_that_something_is_open_to_which_nobody_applies() {
    let pages = written(true);
    for rules in PROGRAMMES.iter().filter(|rules| matches!(rules.mode, Mode::Own | Mode::Listing)) {
        let page = &pages[&format!("/{}", rules.slug)];
        assert!(!page.contains(words::OPEN.sv) && !page.contains(words::NOT_OPEN.sv), "{}", rules.slug);
        assert!(page.contains(words::without_rounds(rules.mode).unwrap().sv), "{}", rules.slug);
        assert_eq!(is_shown(&pages["/"], &format!("live-open-{}", rules.slug)), None);
    }
}

#[test]
fn no_heading_stands_over_nothing() {
    for (address, page) in written(true) {
        for after in page.split("</h2>").skip(1).chain(page.split("</h3>").skip(1)) {
            let next = after.trim_start_matches("<!>");
            assert!(!next.starts_with("<h") && !next.starts_with("</"), "{address}: {}", &next[..next.len().min(60)]);
        }
    }
}

#[test]
fn every_question_of_a_programme_is_answered_on_its_page_and_its_contact_is_a_place() {
    let pages = written(true);
    for (rules, its) in domain::words::programmes() {
        for language in Language::ALL {
            let page = &pages[&language.address(&format!("/{}", rules.slug))];
            for answered in texts(its.slug).answers {
                assert!(page.contains(&format!("<h3>{}</h3>", answered.question.say(language))), "{}", rules.slug);
            }
            assert!(texts(its.slug).links.iter().all(|link| page.contains(link.address)));
            let names_contact = page.contains(&format!("data-fill=\"live-contact-{}\"", rules.slug));
            assert_eq!(names_contact, rules.mode != Mode::Own, "{}", rules.slug);
        }
    }
    for (address, page) in &pages {
        assert!(!page.contains("{contact}") && !page.contains("{programme}"), "{address}");
    }
}

#[test]
fn the_line_above_a_form_stands_in_both_languages() {
    let pages = written(true);
    for address in ["/ki-alumni/mentee/about-you", "/en/ki-alumni/mentor/check"] {
        let (line, _) = pages[address].split_once("<div class=\"live\">").unwrap().1.split_once("<main").unwrap();
        for said in [words::FORM_CLOSED.sv, words::FORM_CLOSED.en] {
            assert!(line.contains(said), "{address}");
        }
        assert_eq!(is_shown(line, "live-closed-ki-alumni"), Some(false));
    }
    let receipt = &pages["/ki-alumni/mentee/receipt"];
    assert!(!receipt.contains(words::FORM_CLOSED.sv), "what has been sent is not touched by what is open now");
    assert!(!pages["/ki-alumni"].contains("class=\"live\""));
}

#[test]
fn the_guide_has_a_page_for_each_path_with_a_link_for_each_option() {
    let pages = written(true);
    let address = |path: &str| if path.is_empty() { "/guide".to_owned() } else { format!("/guide/{path}") };
    for page in GUIDE {
        let html = &pages[&address(page.path)];
        assert!(html.contains("rel=\"canonical\""), "{} can be found", page.path);
        for option in page.options {
            assert!(html.contains(&format!("href=\"{}\"", address(option.to))), "{} → {}", page.path, option.to);
        }
        if let Some(result) = &page.result {
            for slug in result.programmes {
                assert!(html.contains(&format!("href=\"/{slug}\"")), "{} names {slug}", page.path);
            }
            for (slug, role) in result.forms {
                let shown =
                    html.split("<a").find(|tag| tag.contains(&format!("href=\"/{slug}/{}/", role.slug()))).unwrap();
                let is_open = programme(slug).unwrap().open;
                let is_hidden = shown.split('>').next().unwrap().contains(" hidden");
                let is_wanted = match role.slug() {
                    "contact" => true,
                    "tell-me" => !is_open,
                    _ => is_open,
                };
                assert_eq!(is_hidden, !is_wanted, "{} {slug} {}", page.path, role.slug());
            }
        }
    }
}

fn texts(slug: &str) -> &'static domain::words::ProgrammeTexts {
    domain::words::texts(slug).expect("every programme has its texts")
}
