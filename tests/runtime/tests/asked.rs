//! "Your information" on the own page, posted as a form: what was typed stays where something is wrong, staff answer, and the
//! answer stands on the page.

use domain::asked::{ASK_FIELD, Ask, TEXT_FIELD};
use domain::desk::call::{AnswerAsked, AnswerAskedRequest};
use domain::desk::row::Marks;
use domain::form_post::field::OF;
use domain::problem::Problem;
use domain::programme::Role;
use domain::text::Language;
use domain::words::form::asked as words;
use domain::words::form::framework::SIGNED_OUT;
use runtime_tests::desk::{CHIEF, Desk, portal};
use runtime_tests::http::Answer;
use runtime_tests::pair::{cookie, has, is_shown};
use runtime_tests::people::{secret, send_request};
use runtime_tests::portal::Portal;

/// The form of the own page, posted by whoever holds a cookie from a page of this site or of another.
fn posted(portal: &Portal, (cookie, site): (&str, &str), (of, what, text): (&str, &str, &str)) -> Answer {
    let fields = [("_go", words::SEND_VALUE), (OF, of), (ASK_FIELD, what), (TEXT_FIELD, text)];
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    portal.post_from(site, cookie, "/my", &body)
}

#[test]
fn a_person_asks_without_javascript_and_reads_what_staff_answer() {
    let portal = portal("asked");
    let receipt = portal.send(&send_request(1, Role::Mentee, Language::Sv)).expect("a receipt");
    let reference = receipt.reference.as_str();
    let session = cookie(&portal.post_form(&format!("/l/{}", secret(1).as_str()), &[]));
    let page = || portal.get_as(&session, "/my").body;
    let post = |what, text, cookie: &str, site| posted(&portal, (cookie, site), (reference, what, text));
    let (ours, typed) = ("same-origin", "Fel <institution> & fel år.");
    let stays = |answer: &Answer| answer.body.contains("Fel &lt;institution&gt; &amp; fel år.");
    assert!(is_shown(&page(), words::PUBLIC_RECORDS) && !has(&page(), "asked-list"));
    let unsaid = post("", typed, &session, ours);
    assert!(unsaid.status == 422 && has(&unsaid.body, "fault-ask_what") && stays(&unsaid), "{}", unsaid.body);
    let bare = post("report", " ", &session, ours);
    assert!(bare.status == 422 && has(&bare.body, "fault-ask_text") && !has(&bare.body, "fault-ask_what"));
    assert_eq!(post("correction", typed, &session, "cross-site").status, 403);
    let signed_out = post("correction", typed, "", ours);
    assert!(signed_out.status == 401 && stays(&signed_out) && is_shown(&signed_out.body, SIGNED_OUT));
    for _ in 0..2 {
        let asked = post("correction", typed, &session, ours);
        assert_eq!((asked.status, asked.header("location")), (303, "/my#asked"), "twice is the same as once");
    }
    let again = post("correction", "Något mer.", &session, ours);
    assert!(again.status == 409 && again.body.contains("Något mer."), "what was written now is not lost unseen");
    assert!(has(&page(), "asked-list") && page().contains("Du skrev: Fel &lt;institution&gt;"));

    let desk = Desk::sign_in(&portal, CHIEF);
    let record = desk.read(reference);
    assert_eq!(
        (record.asked.len(), record.asked[0].what, record.asked[0].text.as_deref()),
        (1, Ask::Correction, Some(typed))
    );
    let mut request = AnswerAskedRequest {
        reference: reference.to_owned(),
        seen: record.row.version - 1,
        number: 1,
        is_done: false,
        answer: "Så står det i Ladok.".to_owned(),
    };
    assert_eq!(desk.call::<AnswerAsked>(&request).map(drop), Err(Problem::Changed));
    request.seen = record.row.version;
    let answered = desk.call::<AnswerAsked>(&request).expect("answered");
    assert_eq!(desk.call::<AnswerAsked>(&request).expect("once").row.version, answered.row.version);
    assert!(!answered.row.marks.has(Marks::ASKED));
    let page = page();
    assert!(
        page.contains("Avslaget den")
            && page.contains("Svar: Så står det i Ladok.")
            && has(&page, "complain")
            && !page.contains(CHIEF)
    );
    assert!(!std::fs::read_to_string(portal.log()).expect("a log").contains("institution>"), "nothing typed is logged");
}
