//! What a person does on their own page without JavaScript: changes answers, takes back and lets stand again, takes out what is
//! held, says that a letter was for somebody else.

use domain::desk::call::{Decide, DecideRequest};
use domain::draft::Draft;
use domain::form_post::field::{GO, OF};
use domain::mentor::{FREE_FIELD, SEEN_FREE_FIELD};
use domain::programme::{Role, programme};
use domain::question::Kind;
use domain::standing::Standing;
use domain::text::Language;
use domain::words::form::framework::{PROGRAMME, ROLE, SEEN, SIGNED_OUT};
use domain::words::form::own as words;
use domain::words::standing;
use runtime_tests::desk::{CHIEF, Desk, portal};
use runtime_tests::http::Answer;
use runtime_tests::pair::{cookie, has, is_shown};
use runtime_tests::people::{address, draft, draft_for, secret, send_request};
use runtime_tests::portal::Portal;

/// Somebody with the page of what they sent.
struct Visitor<'a> {
    portal: &'a Portal,
    cookie: String,
    reference: String,
    draft: Draft,
}

impl<'a> Visitor<'a> {
    fn of(portal: &'a Portal, number: u32, role: Role) -> Self {
        let receipt = portal.send(&send_request(number, role, Language::Sv)).expect("a receipt");
        let cookie = cookie(&portal.post_form(&format!("/l/{}", secret(number).as_str()), &[]));
        Self {
            portal,
            cookie,
            reference: receipt.reference.as_str().to_owned(),
            draft: draft(number, role, Language::Sv),
        }
    }

    fn get(&self, path: &str) -> Answer {
        self.portal.get_as(&self.cookie, path)
    }

    fn press(&self, go: &str) -> Answer {
        self.portal.post_as(&self.cookie, "/my", &[(GO, go), (OF, &self.reference)])
    }

    /// The form of the page on which a change is written, with other goals.
    fn save(&self, cookie: &str, seen: &str, goals: &str) -> Answer {
        let mut fields = vec![
            (OF, self.reference.as_str()),
            (SEEN, seen),
            (PROGRAMME, &self.draft.programme),
            (ROLE, &self.draft.role),
            ("goals", goals),
        ];
        let others = self.draft.answers.iter().filter(|(id, _)| !["goals", "email"].contains(&id.as_str()));
        for (id, values) in others {
            fields.extend(values.iter().map(|value| (id.as_str(), value.as_str())));
        }
        self.portal.post_as(cookie, "/my/change", &fields)
    }
}

/// The value of a hidden field.
fn hidden(page: &Answer, name: &str) -> String {
    let tag = page.body.split('<').find(|tag| tag.contains(&format!("name=\"{name}\""))).unwrap_or_default();
    tag.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

#[test]
fn answers_are_changed_on_one_page_until_somebody_takes_them_up() {
    let portal = portal("own-change");
    let visitor = Visitor::of(&portal, 1, Role::Mentee);
    let page = visitor.get("/my");
    assert!(has(&page.body, "may-change") && !has(&page.body, "may-not-change"), "{}", page.body);
    let writing = visitor.get("/my/change");
    assert!(writing.status == 200 && writing.body.contains(visitor.draft.answers["goals"][0].as_str()));
    assert!(!writing.body.contains("name=\"email\"") && !writing.body.contains("name=\"notice-read\""));
    assert_eq!(writing.header("cache-control"), "no-store");
    let seen = hidden(&writing, SEEN);

    let bare = visitor.save(&visitor.cookie, &seen, " ");
    assert!(bare.status == 422 && has(&bare.body, "fault-goals") && has(&bare.body, "summary"), "{}", bare.body);
    let signed_out = visitor.save("", &seen, "Att <forska> & undervisa.");
    assert!(signed_out.status == 401 && is_shown(&signed_out.body, SIGNED_OUT));
    assert!(signed_out.body.contains("Att &lt;forska&gt; &amp; undervisa."), "what was typed stays");
    for _ in 0..2 {
        let saved = visitor.save(&visitor.cookie, &seen, "Att <forska> & undervisa.");
        assert_eq!((saved.status, saved.header("location")), (303, "/my"), "twice is the same as once");
    }
    let page = visitor.get("/my").body;
    assert!(page.contains("Att &lt;forska&gt; &amp; undervisa.") && page.contains("Du ändrade dina svar"));
    let late = visitor.save(&visitor.cookie, &seen, "Något annat.");
    assert!(late.status == 409 && is_shown(&late.body, words::WRITE_TOO_LATE) && late.body.contains("Något annat."));

    let desk = Desk::sign_in(&portal, CHIEF);
    let record = desk.read(&visitor.reference);
    assert!(record.arrived.is_some() && record.answers.iter().any(|(_, values)| values[0].starts_with("Att <forska>")));
    let decide = DecideRequest {
        reference: visitor.reference.clone(),
        seen: record.row.version,
        standing: Standing::UnderReview,
        comment: None,
        letter: None,
    };
    desk.call::<Decide>(&decide).expect("taken up");
    let page = visitor.get("/my").body;
    assert!(!has(&page, "may-change") && has(&page, "may-not-change"));
    assert_eq!(visitor.get("/my/change").status, 303);
    assert!(!std::fs::read_to_string(portal.log()).expect("a log").contains("undervisa"), "nothing typed is logged");
}

#[test]
fn a_ranked_choice_is_put_in_order_and_saved_only_then() {
    let portal = portal("own-rank");
    let form = programme("everything").and_then(|one| one.form(Role::Mentee)).expect("a form");
    let ranked = form.questions().find(|question| matches!(question.kind, Kind::RankedChoice { .. }));
    let ranked = ranked.expect("it asks for an order");
    let mut request = send_request(1, Role::Mentee, Language::Sv);
    request.draft = draft_for("everything", 1, Role::Mentee, Language::Sv);
    let options = ranked.kind.options();
    request.draft.answers.insert(ranked.id.to_owned(), options.iter().take(2).map(|one| (*one).to_owned()).collect());
    let receipt = portal.send(&request).expect("a receipt");
    let cookie = cookie(&portal.post_form(&format!("/l/{}", secret(1).as_str()), &[]));
    let visitor =
        Visitor { portal: &portal, cookie, reference: receipt.reference.as_str().to_owned(), draft: request.draft };
    let seen = hidden(&visitor.get("/my/change"), SEEN);
    let up = format!("rank.{}.up.2", ranked.id);
    let post = |go: &str, order: &[&str]| {
        let joined = order.join(",");
        let mut fields = vec![
            (OF, visitor.reference.as_str()),
            (SEEN, seen.as_str()),
            (PROGRAMME, "everything"),
            (ROLE, "mentee"),
            (GO, go),
            (ranked.id, joined.as_str()),
        ];
        for (id, values) in visitor.draft.answers.iter().filter(|(id, _)| id.as_str() != ranked.id) {
            fields.extend(values.iter().map(|value| (id.as_str(), value.as_str())));
        }
        portal.post_as(&visitor.cookie, "/my/change", &fields)
    };
    let arranged = post(&up, &options[..2]);
    assert!(arranged.status == 200 && is_shown(&arranged.body, words::WRITE_UNSAVED), "{}", arranged.body);
    assert_eq!(hidden(&arranged, ranked.id), format!("{},{}", options[1], options[0]));
    let kept = || portal.records()[0].record.draft.answers[ranked.id].clone();
    assert_eq!(kept(), [options[0], options[1]], "nothing is saved yet");
    let saved = post("continue", &[options[1], options[0]]);
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(kept(), [options[1], options[0]]);
}

#[test]
fn an_application_is_taken_back_and_stands_again_and_its_history_says_so() {
    let portal = portal("own-return");
    let visitor = Visitor::of(&portal, 1, Role::Mentor);
    let page = visitor.get("/my").body;
    assert!(has(&page, "withdraw") && !has(&page, "return") && has(&page, "kept"));
    for _ in 0..2 {
        assert_eq!(visitor.press(words::WITHDRAW_VALUE).status, 303);
    }
    let page = visitor.get("/my").body;
    assert!(!has(&page, "withdraw") && has(&page, "return") && !has(&page, "may-change"));
    assert!(is_shown(&page, standing::title(Standing::Withdrawn, Role::Mentor)));
    for _ in 0..2 {
        assert_eq!(visitor.press(words::RETURN_VALUE).status, 303);
    }
    let page = visitor.get("/my").body;
    assert!(has(&page, "withdraw") && !has(&page, "return") && has(&page, "may-change"));
    let history = &portal.records()[0].record.history;
    assert_eq!(history.len(), 3, "received, taken back, stands again: {history:?}");
    assert!(page.contains(": Nu: Återtagen"));
    assert!(has(&page, "letters-sv") && !has(&page, "letters-en"));
    assert_eq!(visitor.press("speak-en").status, 303);
    assert!(has(&visitor.get("/my").body, "letters-en"));
    portal.work_outbox();
    let to_person = portal.letters(2).into_iter().filter(|letter| letter.to == address(1)).count();
    assert_eq!(to_person, 1, "whether it went before or after");
}

#[test]
fn what_is_held_is_a_file_for_its_person_alone() {
    let portal = portal("own-file");
    let visitor = Visitor::of(&portal, 1, Role::Mentee);
    let file = visitor.get("/my/file");
    assert_eq!((file.status, file.header("content-type")), (200, "application/json; charset=utf-8"));
    assert_eq!(file.header("cache-control"), "no-store");
    let name = format!("attachment; filename=\"mina-uppgifter-{}.json\"", visitor.reference);
    assert_eq!(file.header("content-disposition"), name);
    let held: serde_json::Value = file.json();
    assert_eq!(held["records"][0]["reference"], visitor.reference.as_str());
    let answers = held["records"][0]["answers"].as_array().expect("answers");
    for (id, values) in &visitor.draft.answers {
        let answer = answers.iter().find(|answer| answer["question"] == id.as_str()).expect("it stands there");
        assert_eq!(answer["values"], serde_json::json!(values));
        assert!(answer["who_sees_it"].is_string());
    }
    assert_eq!(portal.get("/my/file").status, 401);
    let post = portal.post_as(&visitor.cookie, "/my/file", &[]);
    assert_eq!(post.status, 405);
}

#[test]
fn whoever_got_a_letter_by_mistake_cancels_its_link_and_staff_are_told() {
    let portal = portal("own-disown");
    let visitor = Visitor::of(&portal, 1, Role::Mentee);
    portal.work_outbox();
    let letters = portal.letters(2);
    let letter = letters.iter().find(|letter| letter.to == address(1)).expect("a letter");
    let path = letter.link_path();
    let page = portal.get(&path);
    assert!(page.body.contains(words::NOT_ME.sv), "opening changes nothing and offers both ways");
    for _ in 0..2 {
        let cancelled = portal.post_form(&path, &[(GO, words::NOT_ME_VALUE)]);
        assert!(cancelled.status == 200 && cancelled.body.contains(words::CANCELLED_TEXT.sv), "{}", cancelled.body);
        assert!(cancelled.header("set-cookie").is_empty());
    }
    assert_eq!(portal.post_form(&path, &[]).status, 410);
    let unknown = portal.post_form(&format!("/l/{}", secret(99).as_str()), &[(GO, words::NOT_ME_VALUE)]);
    assert_eq!(unknown.status, 200, "nobody learns which links there are");
    let desk = Desk::sign_in(&portal, CHIEF);
    let record = desk.read(&visitor.reference);
    assert_eq!(record.asked.iter().filter_map(|asked| asked.text.as_deref()).collect::<Vec<_>>(), [words::DISOWNED.sv]);
}

#[test]
fn two_applications_of_one_address_lead_to_each_other_from_a_letters_link() {
    let portal = portal("own-others");
    let first = Visitor::of(&portal, 1, Role::Mentee);
    let mut request = send_request(2, Role::Mentor, Language::Sv);
    request.draft.answers.insert("email".to_owned(), vec![address(1)]);
    let second = portal.send(&request).expect("a receipt");
    assert!(!has(&first.get("/my").body, "others"), "the receipt's link opens its own application alone");
    portal.work_outbox();
    let letters = portal.letters(4);
    let letter = letters.iter().find(|letter| letter.to == address(1) && letter.subject.contains(&first.reference));
    let by_letter = cookie(&portal.post_form(&letter.expect("a letter").link_path(), &[]));
    let visitor = Visitor { cookie: by_letter, ..first };
    let page = visitor.get("/my");
    assert!(has(&page.body, "others") && has(&page.body, "other-1") && !has(&page.body, "other-2"));
    assert_eq!(hidden(&page, "_to1"), second.reference.as_str());
    let turn = |to: &str| portal.post_as(&visitor.cookie, "/my", &[(GO, "to-1"), ("_to1", to)]);
    assert_eq!(turn("22222222").status, 409);
    assert_eq!(turn(second.reference.as_str()).status, 303);
    let page = visitor.get("/my");
    assert!(page.body.contains(second.reference.as_str()) && hidden(&page, "_to1") == visitor.reference);
}

#[test]
fn a_mentor_who_was_checked_says_how_many_they_take_and_pauses() {
    let portal = portal("own-offer");
    let visitor = Visitor::of(&portal, 1, Role::Mentor);
    assert!(!has(&visitor.get("/my").body, "offer"), "not before somebody has checked who it is");
    let desk = Desk::sign_in(&portal, CHIEF);
    desk.check(&desk.read(&visitor.reference), 2);
    let page = visitor.get("/my");
    assert!(has(&page.body, "offer") && hidden(&page, FREE_FIELD) == "2", "{}", page.body);
    let set = |free: &str, [day, month, year]: [&str; 3]| {
        let seen = hidden(&visitor.get("/my"), SEEN_FREE_FIELD);
        let fields = [
            (SEEN_FREE_FIELD, seen.as_str()),
            (GO, words::OFFER_VALUE),
            (OF, &visitor.reference),
            (FREE_FIELD, free),
            ("paused_until_day", day),
            ("paused_until_month", month),
            ("paused_until_year", year),
        ];
        portal.post_as(&visitor.cookie, "/my", &fields)
    };
    let wrong = set("många", ["31", "2", "2099"]);
    assert!(wrong.status == 422 && has(&wrong.body, "fault-free") && has(&wrong.body, "fault-paused_until"));
    assert!(
        hidden(&wrong, FREE_FIELD) == "många" && hidden(&wrong, "paused_until_day") == "31",
        "what was typed stays"
    );
    for _ in 0..2 {
        assert_eq!(set("0", ["1", "3", "2099"]).status, 303);
    }
    let record = &portal.records()[0].record;
    let kept = record.mentor.as_deref().expect("a mentor");
    assert_eq!((kept.free, kept.paused_until.as_deref()), (0, Some("2099-03-01")));
    assert_eq!(kept.checked, "Ringde arbetsplatsen.");
    assert!(visitor.get("/my").body.contains("Du ändrade platser eller paus"));
    assert_eq!(record.history.len(), 3, "received, checked, set once");
}
