//! What must be true of every document that is written, whatever the programme files say.

use domain::form_post::{date_field, field};
use domain::programme::PROGRAMMES;
use domain::text::Language;
use domain::words;
use domain::words::form::framework as fields;
use prerender::documents::{self, Document};
use prerender::{Build, headers, shell};
use std::collections::BTreeSet;
use std::io::Write;

fn build(samples: bool) -> Build {
    Build { samples, origin: "https://mentor.example.org".to_owned(), ..Build::default() }
}

fn written(samples: bool) -> Vec<(Document, String)> {
    let build = build(samples);
    let all = documents::all(&build);
    all.into_iter().map(|document| (document.clone(), shell::html(&build, &document, ""))).collect()
}

/// Every value of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let open = format!(" {attribute}=\"");
    html.match_indices(&open)
        .filter_map(|(at, _)| html.get(at + open.len()..)?.split_once('"').map(|(value, _)| value))
        .collect()
}

#[test]
fn every_document_exists_in_both_languages() {
    let documents = written(true);
    let of = |language: Language| -> BTreeSet<String> {
        documents
            .iter()
            .filter(|(document, _)| document.language == language)
            .map(|(document, _)| document.path.clone())
            .collect()
    };
    assert_eq!(of(Language::Sv), of(Language::En));
    let files: BTreeSet<String> = documents.iter().map(|(document, _)| document.file()).collect();
    assert_eq!(files.len(), documents.len());
    for file in [
        "index.html",
        "en.html",
        "ki-alumni.html",
        "en/ki-alumni/mentor/check.html",
        "my.html",
        "en/my/ki-alumni/mentee.html",
        "link.html",
        "problem.html",
        "404.html",
    ] {
        assert!(files.contains(file), "{file}");
    }
}

#[test]
fn every_place_of_a_form_carries_every_question() {
    for (document, html) in written(true).iter().filter(|(document, _)| matches!(document.main.view, "form" | "check"))
    {
        let names: BTreeSet<&str> = values(html, "name").into_iter().collect();
        let form = PROGRAMMES
            .iter()
            .filter(|programme| programme.slug == document.main.programme)
            .flat_map(|programme| programme.forms)
            .find(|form| form.role.slug() == document.main.role)
            .unwrap();
        for question in form.questions() {
            let is_here = field::DATE_PARTS.iter().all(|part| names.contains(date_field(question.id, part).as_str()));
            assert!(names.contains(question.id) || is_here, "{} lacks {}", document.path, question.id);
        }
        let own_fields = [
            field::ID,
            field::SECRET,
            field::NOTICE,
            field::RETURN,
            field::ASKED,
            field::ASIDE,
            field::TRAP,
            field::GO,
        ];
        for own in own_fields {
            assert!(names.contains(own), "{} lacks {own}", document.path);
        }
    }
}

#[test]
fn every_fault_a_question_can_have_stands_at_its_field() {
    for (programme, programme_words) in words::programmes() {
        for (form, form_words) in programme.forms.iter().zip(programme_words.forms) {
            for (page, page_words) in form_words.pages_with(form) {
                let path = format!("/{}/{}/{}", programme.slug, form.role.slug(), page.id);
                let documents = written(true);
                let (document, html) = documents.iter().find(|(document, _)| document.path == path).unwrap();
                for (question, question_words) in page.questions.iter().zip(page_words.questions) {
                    let place = format!("data-fill=\"fault-{}\"", question.id);
                    let tag = html.split('<').find(|tag| tag.contains(&place)).unwrap();
                    for (key, _) in words::fault::templates(question, question_words, document.language) {
                        assert!(tag.contains(&format!("data-{key}=\"")), "{path} {} {key}", question.id);
                    }
                }
            }
        }
    }
}

#[test]
fn no_document_is_over_14_kb_as_it_travels() {
    // What a server may send before the first acknowledgement: ten segments (RFC 6928).
    for (document, html) in written(true) {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(html.as_bytes()).unwrap();
        let size = encoder.finish().unwrap().len();
        assert!(size < 14 * 1024, "{} has {size} bytes", document.address());
    }
}

#[test]
fn no_document_needs_an_exception_from_the_policy() {
    for (document, html) in written(true) {
        assert!(values(&html, "style").is_empty(), "{}", document.address());
        assert!(!html.contains("javascript:") && !html.contains(" onclick"), "{}", document.address());
        for script in html.match_indices("<script").filter_map(|(at, _)| html.get(at..)) {
            // What search engines read is no script, and the policy has nothing against it.
            let (tag, _) = script.split_once('>').unwrap();
            assert!(tag.contains(" src=\"") || tag.contains("application/ld+json"), "{}", document.address());
        }
    }
    let headers = headers::text(&shell::style_hashes());
    assert!(headers.contains("default-src 'none'") && !headers.contains("unsafe-inline"));
}

/// Addresses that the Worker answers with a frame of another address, or with a file (`functions/api/src/routes.rs`).
const GIVEN_BY_WORKER: [&str; 4] = ["/my/change", "/my/file", "/my/mentors", "/my/request"];

#[test]
fn every_link_within_the_portal_leads_to_a_document() {
    let documents = written(true);
    let addresses: BTreeSet<String> = documents.iter().map(|(document, _)| document.address()).collect();
    for (document, html) in &documents {
        let body = html.split_once("<body>").unwrap().1;
        let all = [values(body, "href"), values(body, "formaction"), values(body, "action")].concat();
        for address in all.into_iter().filter(|address| address.starts_with('/')) {
            let (page, place) = address.split_once('#').unwrap_or((address, ""));
            let is_given_by_worker = GIVEN_BY_WORKER.iter().any(|own| page.ends_with(own));
            assert!(is_given_by_worker || addresses.contains(page), "{} leads to {address}", document.address());
            // The own page is one of its frames.
            let own = documents.iter().filter(|(frame, _)| page.ends_with("/my") && frame.path.starts_with("/my/"));
            let is_there = place.is_empty() || values(body, "id").contains(&place);
            assert!(
                is_there || own.into_iter().any(|(_, frame)| values(frame, "id").contains(&place)),
                "{} leads to {address}",
                document.address()
            );
        }
    }
}

#[test]
fn no_two_elements_share_an_id_and_every_reference_has_its_element() {
    for (document, html) in written(true) {
        let ids = values(&html, "id");
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{}", document.address());
        for id in values(&html, "for")
            .into_iter()
            .chain(values(&html, "aria-describedby").into_iter().flat_map(|ids| ids.split(' ')))
        {
            assert!(unique.contains(id), "{} refers to {id}", document.address());
        }
    }
}

#[test]
fn enter_presses_the_forms_own_button_and_not_the_language_switch() {
    for (document, html) in written(true).iter().filter(|(document, _)| matches!(document.main.view, "form" | "check"))
    {
        let first = html.split("<button").nth(1).unwrap();
        assert!(first.contains("value=\"continue\"") || first.contains("value=\"send\""), "{}", document.address());
    }
}

#[test]
fn no_place_for_a_link_is_left_in_a_sentence() {
    for (document, html) in written(true) {
        assert!(!html.contains("{link}") && !html.contains("{contact}"), "{}", document.address());
    }
}

#[test]
fn every_page_leads_to_the_other_language_and_a_links_page_once_the_worker_knows_how() {
    for (document, html) in written(true) {
        let header = html.split_once("<header>").unwrap().1.split_once("</header>").unwrap().0;
        let is_for_the_worker = header.contains("data-fill=\"link-language\"") && header.contains(" hidden");
        assert!(header.contains(&format!(" lang=\"{}\"", document.language.other().tag())), "{}", document.address());
        assert_eq!(is_for_the_worker, document.main.view == "link", "{}", document.address());
    }
}

#[test]
fn only_what_comes_to_life_starts_the_program_at_once() {
    for (document, html) in written(true) {
        let lives = matches!(document.main.view, "form" | "check" | "receipt" | "storage" | "kit" | "desk");
        assert_eq!(html.contains("<main id=\"main\" tabindex=\"-1\" data-alive"), lives, "{}", document.address());
    }
}

#[test]
fn what_is_undecided_says_so_and_a_sample_says_that_it_is_one() {
    let of = |samples| written(samples).into_iter().find(|(document, _)| document.path == "/ki-alumni").unwrap().1;
    let sample = words::page::SAMPLE.sv;
    let programme = &PROGRAMMES[0];
    if programme.undecided().next().is_some() {
        assert!(of(true).contains(sample));
        let page = of(false);
        assert!(!page.contains(sample));
        assert!(page.contains(words::page::programme::NOT_OPEN.sv));
        assert!(programme.undecided().all(|(_, who)| page.contains(who)));
    }
}

#[test]
fn a_question_of_a_change_that_depends_on_another_says_on_which_answers() {
    let written = written(true);
    let change = |path: &str| &written.iter().find(|(document, _)| document.address() == path).unwrap().1;
    let swedish = "Svara bara om du har svarat ”Studerar” eller ”Forskar som doktorand” på frågan ”Vad gör du nu?”.";
    assert!(change("/my/everything/mentee/change").contains(swedish));
    let english = "Answer only if your answer to “Have you had a mentor before?” is “Yes”.";
    assert!(change("/en/my/everything/mentee/change").contains(english));
}

#[test]
fn either_of_a_framework_can_have_the_mentors_old_links_stopped() {
    let written = written(true);
    let own = |document: &Document| document.path.starts_with("/my/") && document.path.ends_with("/framework");
    let pages: Vec<_> = written.iter().filter(|(document, _)| own(document)).collect();
    assert!(!pages.is_empty(), "nothing would be proven");
    for (document, html) in pages {
        for (place, words) in [("new-link", fields::LINK_BUTTON), ("own-link", fields::OWN_LINK_BUTTON)] {
            let form = html.split(&format!("data-fill=\"{place}\"")).nth(1).unwrap_or_default();
            let form = form.split("</form>").next().unwrap_or_default();
            assert!(form.contains(words.say(document.language)), "{} {place}", document.address());
            assert!(form.contains(&format!("value=\"{}\"", fields::RENEW_VALUE)), "{} {place}", document.address());
        }
    }
}
