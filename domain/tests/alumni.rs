//! The KI Alumni programme as it stands: a whole way through its rules, from the first page to the record. What the ledger
//! does with it is tested in `tests/simulation`.

use domain::application::Application;
use domain::call::DraftId;
use domain::draft::Draft;
use domain::form_post::{FormPost, carried};
use domain::journey::{Go, Place, Step, asked, first_unfinished, reachable, step};
use domain::ledger::receive::new_record;
use domain::ledger::{Happening, LinkKind, Record};
use domain::problem::FaultKind;
use domain::programme::{Form, Programme, Role, programme};
use domain::question::{Kind, YES};
use domain::text::Language;

const NOW: i64 = 1_795_430_000_000;

fn alumni(role: Role) -> (&'static Programme, &'static Form) {
    let programme = programme("ki-alumni").unwrap();
    (programme, programme.form(role).unwrap())
}

/// A draft with a fitting answer to every question; the first option of every choice.
fn filled(role: Role) -> Draft {
    let (programme, form) = alumni(role);
    let mut draft = Draft::new(programme, role, Language::Sv);
    for question in form.questions() {
        let value = match question.kind {
            Kind::Email => "sam@example.org".to_owned(),
            Kind::OneChoice { options } | Kind::SeveralChoices { options, .. } => options[0].to_owned(),
            Kind::Number { min, .. } => min.to_string(),
            Kind::Acknowledgement => YES.to_owned(),
            _ => "Sam Sample".to_owned(),
        };
        draft.answers.insert(question.id.to_owned(), vec![value]);
    }
    draft
}

fn received(draft: &Draft) -> Record {
    new_record(DraftId::from_random([1; 16]), &draft.check().unwrap(), NOW, None)
}

#[test]
fn a_filled_draft_is_an_application_in_both_roles() {
    for role in [Role::Mentee, Role::Mentor] {
        let application = filled(role).check().unwrap();
        assert_eq!(application.role(), role);
        assert_eq!(application.email(), Some("sam@example.org"));
    }
}

#[test]
fn an_empty_draft_gets_every_fault_at_once_in_form_order() {
    for role in [Role::Mentee, Role::Mentor] {
        let (programme, form) = alumni(role);
        let faults = Draft::new(programme, role, Language::En).check().unwrap_err();
        let needed: Vec<&str> = form
            .questions()
            .filter(|question| !question.optional && question.when.is_none())
            .map(|question| question.id)
            .collect();
        assert_eq!(faults.iter().map(|fault| fault.field.as_str()).collect::<Vec<_>>(), needed);
        assert!(faults.iter().all(|fault| fault.kind == FaultKind::Missing));
    }
}

#[test]
fn what_is_not_asked_is_not_kept_and_its_page_is_passed_over() {
    let (_, form) = alumni(Role::Mentee);
    let mut draft = filled(Role::Mentee);
    assert!(draft.check().unwrap().answer("programme").is_some());
    draft.answers.insert(
        "connection".to_owned(),
        vec![form.question("connection").unwrap().kind.options().last().unwrap().to_string()],
    );
    assert!(draft.check().unwrap().answer("programme").is_none());
    assert!(asked(form, &draft).all(|page| page.id != "studies"));
    assert!(draft.answers.contains_key("programme"), "what was typed stays in the draft");
}

#[test]
fn walking_on_leads_through_every_asked_page_and_back_again() {
    let (_, form) = alumni(Role::Mentee);
    let draft = filled(Role::Mentee);
    let mut place = Place::Page(&form.pages[0]);
    let mut walked = vec![place.id()];
    while let Step::Show { place: next, faults } = step(form, &draft, place, Go::Continue { return_to_check: false }) {
        assert!(faults.is_empty());
        walked.push(next.id());
        place = next;
        if place == Place::Check {
            break;
        }
    }
    let pages: Vec<&str> = form.pages.iter().map(|page| page.id).chain(["check"]).collect();
    assert_eq!(walked, pages);
    for expected in pages.iter().rev().skip(1) {
        let Step::Show { place: earlier, .. } = step(form, &draft, place, Go::Back) else {
            panic!("back shows a page")
        };
        assert_eq!(earlier.id(), *expected);
        place = earlier;
    }
    assert_eq!(step(form, &draft, Place::Check, Go::Send), Step::Send);
}

#[test]
fn a_faulty_page_is_shown_again_and_nothing_later_is_reached() {
    let (_, form) = alumni(Role::Mentee);
    let mut draft = filled(Role::Mentee);
    draft.answers.insert("email".to_owned(), vec!["nowhere".to_owned()]);
    let first = Place::Page(&form.pages[0]);
    let Step::Show { place, faults } = step(form, &draft, first, Go::Continue { return_to_check: false }) else {
        panic!("shown again")
    };
    assert_eq!((place, faults[0].kind), (first, FaultKind::NotAnEmail));
    assert_eq!(reachable(form, &draft, Place::Check), first);
    assert_eq!(first_unfinished(form, &filled(Role::Mentee)), Place::Check);
    assert!(matches!(step(form, &draft, Place::Check, Go::Send), Step::Show { place, .. } if place == first));
}

#[test]
fn changing_one_answer_from_the_check_page_comes_back_to_it() {
    let (_, form) = alumni(Role::Mentee);
    let page = Place::parse(form, "goals").unwrap();
    let Step::Show { place, .. } = step(form, &filled(Role::Mentee), page, Go::Continue { return_to_check: true })
    else {
        panic!("shown")
    };
    assert_eq!(place, Place::Check);
}

#[test]
fn a_form_post_carries_every_answer_as_the_draft_has_it() {
    for role in [Role::Mentee, Role::Mentor] {
        let (programme, form) = alumni(role);
        let mut draft = filled(role);
        draft.answers.insert(
            "topics".to_owned(),
            form.question("topics").unwrap().kind.options()[..2].iter().map(|id| (*id).to_owned()).collect(),
        );
        let mut body = form_urlencoded::Serializer::new(String::new());
        for (name, values) in &draft.answers {
            body.append_pair(name, &carried(values));
        }
        let post =
            FormPost::parse(body.append_pair("_go", "to-goals").finish().as_bytes(), programme, form, Language::Sv);
        assert_eq!(post.draft, draft);
        assert_eq!(post.draft.check().unwrap().fingerprint(), draft.check().unwrap().fingerprint());
    }
}

#[test]
fn a_form_post_with_a_million_fields_stays_small() {
    let (programme, form) = alumni(Role::Mentee);
    let fields: Vec<String> = (0..20_000).map(|number| format!("f{number}=x&topics=a")).collect();
    let body = fields.join("&");
    let post = FormPost::parse(body.as_bytes(), programme, form, Language::Sv);
    assert!(post.draft.answers.len() <= form.questions().count() * 2);
    assert!(post.draft.answers["topics"].len() <= 40);
}

#[test]
fn opening_a_mailed_link_confirms_the_address_once_and_the_receipts_link_confirms_nothing() {
    let record = received(&filled(Role::Mentee));
    assert_eq!(record.opened(LinkKind::Receipt, NOW), None);
    let confirmed = record.opened(LinkKind::Mailed, NOW).unwrap();
    assert_eq!((confirmed.version, confirmed.history.last().unwrap().what), (2, Happening::AddressConfirmed));
    assert_eq!(confirmed.opened(LinkKind::Mailed, NOW), None);
}

#[test]
fn the_own_page_shows_the_answers_in_form_order() {
    let record = received(&filled(Role::Mentor));
    let (_, form) = alumni(Role::Mentor);
    let shown: Vec<String> = record.own_page().answers.into_iter().map(|(id, _)| id).collect();
    assert_eq!(shown, form.questions().map(|question| question.id.to_owned()).collect::<Vec<_>>());
}

#[test]
fn an_application_received_under_an_earlier_form_keeps_every_answer() {
    let mut draft = filled(Role::Mentee);
    draft.answers.insert("how-often".to_owned(), vec!["weekly".to_owned()]);
    draft.answers.insert("removed-question".to_owned(), vec!["An old answer".to_owned()]);
    assert!(draft.check().is_err());
    let application = Application::kept(&draft).unwrap();
    assert_eq!(application.email(), Some("sam@example.org"));
    assert_eq!(application.answer("how-often"), Some(&["weekly".to_owned()][..]));
    assert_eq!(application.answers().last().unwrap().0, "removed-question");
    assert_eq!(application.answers().len(), draft.answers.len());
}

#[test]
fn a_notice_that_changed_must_be_read_again() {
    let (programme, form) = alumni(Role::Mentee);
    let mut draft = Draft { notice: "an earlier one".to_owned(), ..filled(Role::Mentee) };
    assert!(draft.renew_notice(programme, form));
    assert_eq!(first_unfinished(form, &draft).id(), form.pages.last().unwrap().id);
    assert!(draft.answers.contains_key("goals"), "nothing typed is lost");
    assert!(!filled(Role::Mentee).renew_notice(programme, form), "a notice of today stays read");
}

#[test]
fn thousands_of_unknown_questions_make_a_short_list_of_faults() {
    let (_, form) = alumni(Role::Mentee);
    let mut draft = filled(Role::Mentee);
    draft.answers.extend((0..6500).map(|number| (format!("x{number}"), vec![String::new()])));
    assert_eq!(draft.check().unwrap_err().len(), form.questions().count());
}
