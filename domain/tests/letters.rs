//! The letters, read back with an independent parser: whole for any name and script, and nothing typed makes a header.

use domain::application::Application;
use domain::draft::Draft;
use domain::letter::{ApplicantFacts, Letter, Sender, StaffFacts, to_applicant, to_staff};
use domain::programme::{Programme, Role, programme};
use domain::question::{Kind, YES};
use domain::reference::Reference;
use domain::text::Language;
use mail_parser::{Message, MessageParser, MimeHeaders as _};
use proptest::prelude::*;

/// 2026-11-23, 10.00 in Stockholm.
const NOW: i64 = 1_795_424_400_000;
const LINK: &str = "https://mentor.example.org/l/0123abcd";
const CONTACT: &str = "career-service@ki.se";

fn alumni() -> &'static Programme {
    programme("ki-alumni").unwrap()
}

fn reference() -> Reference {
    Reference::parse("AB3CD4EF").unwrap()
}

/// A checked application whose every typed answer is `typed` (but for the address), with the last option of every choice.
fn application(role: Role, language: Language, typed: &str) -> Application {
    let mut draft = Draft::new(alumni(), role, language);
    for question in alumni().form(role).unwrap().questions() {
        let value = match question.kind {
            Kind::Email => "sam@example.org".to_owned(),
            Kind::OneChoice { options } | Kind::SeveralChoices { options, .. } => (*options.last().unwrap()).to_owned(),
            Kind::Number { max, .. } => max.to_string(),
            Kind::Acknowledgement => YES.to_owned(),
            _ => typed.to_owned(),
        };
        draft.answers.insert(question.id.to_owned(), vec![value]);
    }
    draft.check().unwrap()
}

fn staff(application: &Application, suspect: bool, possible_duplicate: bool) -> Letter {
    let facts = StaffFacts {
        application,
        reference: &reference(),
        received_at: NOW,
        answer_by: Some("2026-12-07"),
        suspect,
        possible_duplicate,
        to: CONTACT,
    };
    to_staff(&facts)
}

fn applicant(role: Role, language: Language) -> Letter {
    to_applicant(&ApplicantFacts {
        to: "sam@example.org",
        language,
        programme: alumni(),
        role,
        reference: &reference(),
        answer_by: Some("2026-12-07"),
        link: LINK,
        contact: CONTACT,
    })
}

fn sender() -> Sender {
    Sender { name: "Mentorskap vid KI, svarar ej".to_owned(), address: "mentor@example.org".to_owned() }
}

fn mime(letter: &Letter) -> String {
    letter.mime(&sender(), "ab3cd4ef.1@mentor.example.org", NOW)
}

fn read(mime: &str) -> Message<'_> {
    MessageParser::new().parse(mime.as_bytes()).unwrap()
}

fn header_names(mime: &str) -> Vec<String> {
    let headers = mime.split("\r\n\r\n").next().unwrap();
    let starts = headers.split("\r\n").filter(|line| !line.starts_with([' ', '\t']));
    starts.map(|line| line.split(':').next().unwrap().to_owned()).collect()
}

#[test]
fn any_name_and_script_comes_back_as_it_was_typed() {
    for name in ["王", "O’Neill-Åström", "Åsa 👩🏽‍🔬", "محمد", "a=b=_c", ".", "From me", &"Å".repeat(120)]
    {
        let letter = staff(&application(Role::Mentor, Language::En, name), false, false);
        let mime = mime(&letter);
        let message = read(&mime);
        let unix = |text: &str| text.replace("\r\n", "\n");
        assert_eq!(unix(&message.body_text(0).unwrap()).trim_end(), letter.text.trim_end(), "{name}");
        assert_eq!(unix(&message.body_html(0).unwrap()).trim_end(), letter.html.trim_end(), "{name}");
        assert!(letter.text.contains(&format!("Namn:\n  {name}")) && letter.html.contains(name), "{name}");
        assert_eq!(message.subject(), Some(letter.subject.as_str()));
    }
}

#[test]
fn a_letter_is_well_formed_mime() {
    let long = "Det här är en mycket lång rad utan slut. ".repeat(20);
    let letters = [
        staff(&application(Role::Mentee, Language::Sv, "Sam Sample"), true, true),
        applicant(Role::Mentor, Language::Sv),
        Letter {
            text: long.repeat(5),
            html: format!("<p>{}", "å".repeat(4000)),
            ..applicant(Role::Mentee, Language::En)
        },
    ];
    for letter in letters {
        let mime = mime(&letter);
        assert!(mime.split("\r\n").all(|line| line.len() <= 998 && !line.contains('\n') && !line.contains('\r')));
        assert!(mime.is_ascii());
        let message = read(&mime);
        assert_eq!((message.text_body_count(), message.html_body_count()), (1, 1));
        assert_eq!(message.date().unwrap().to_timestamp(), NOW / 1000);
        assert_eq!(message.message_id(), Some("ab3cd4ef.1@mentor.example.org"));
        assert_eq!(message.from().unwrap().first().unwrap().name(), Some("Mentorskap vid KI, svarar ej"));
        assert_eq!(mime, self::mime(&letter), "the same facts, the same letter");
    }
}

#[test]
fn a_letter_says_its_language_to_whatever_reads_it_aloud() {
    for language in Language::ALL {
        let letter = applicant(Role::Mentee, language);
        let mime = mime(&letter);
        let said = read(&mime).content_language().as_text().map(str::to_owned);
        assert_eq!(said.as_deref(), Some(language.tag()));
        assert!(letter.html.contains(&format!("<html lang=\"{}\"", language.tag())), "{}", letter.html);
    }
}

#[test]
fn a_name_or_an_address_cannot_make_a_header() {
    let evil = "Sam\r\nBcc: all@example.org\r\n\r\n<h1>";
    let letter = Letter {
        to: format!("sam@example.org{evil}"),
        reply_to: Some(format!("sam@example.org>, <all@example.org{evil}")),
        subject: evil.to_owned(),
        ..applicant(Role::Mentee, Language::Sv)
    };
    let from = Sender { name: evil.to_owned(), address: format!("mentor@example.org{evil}") };
    let mime = letter.mime(&from, &format!("id@example.org{evil}"), NOW);
    let names = header_names(&mime);
    assert!(!names.iter().any(|name| name.eq_ignore_ascii_case("bcc")), "{names:?}");
    let message = read(&mime);
    for header in [message.to(), message.reply_to(), message.from()] {
        assert_eq!(header.unwrap().iter().count(), 1);
    }
    assert_eq!(message.subject(), Some("Sam  Bcc: all@example.org    <h1>"));
}

#[test]
fn the_applicants_letter_holds_nothing_that_was_typed() {
    for role in [Role::Mentee, Role::Mentor] {
        for language in Language::ALL {
            let letter = applicant(role, language);
            // What is known of the person is the address alone, and that stands in `To` and nowhere else.
            for part in [&letter.text, &letter.html, &letter.subject] {
                assert!(!part.contains("sam@example.org"));
                assert!(part.contains("AB3CD4EF"));
                assert!(!part.contains('{'), "{part}");
            }
            assert!(letter.text.contains(LINK) && letter.html.contains(LINK));
            assert!(letter.text.contains("7 december 2026") || letter.text.contains("7 December 2026"));
            assert_eq!(letter.reply_to.as_deref(), Some(CONTACT));
            assert_eq!(letter.language, language);
        }
    }
}

#[test]
fn the_staff_letter_has_every_answer_in_reading_order_and_is_answered_to_the_applicant() {
    let letter = staff(&application(Role::Mentee, Language::En, "Sam Sample"), false, false);
    let form = alumni().form(Role::Mentee).unwrap();
    let words = domain::words::programme("ki-alumni").unwrap().form(Role::Mentee).unwrap();
    let mut from = 0;
    for (question, words) in words.questions_with(form) {
        if question.id == "programme" {
            assert!(!letter.text.contains("Program:\n"), "an alumni member was not asked for it");
            continue;
        }
        let at = letter.text[from..].find(&format!("{}:\n  ", words.short.sv));
        from += at.unwrap_or_else(|| panic!("{} is missing or out of order", question.id));
    }
    assert_eq!(letter.reply_to.as_deref(), Some("sam@example.org"));
    assert!(letter.subject.starts_with("Ny ansökan AB3CD4EF"));
    assert!(letter.text.contains("måndag 23 november 2026 kl.\u{a0}10.00, svensk tid"));
    assert!(letter.text.contains("Medlem i KI Alumni"), "choices are in Swedish whatever language the form was in");
    assert!(!letter.text.contains('{'));
}

#[test]
fn marks_stand_first_and_what_may_be_no_person_is_not_answered_by_mistake() {
    let letter = staff(&application(Role::Mentor, Language::Sv, "Sam Sample"), true, true);
    assert!(letter.subject.starts_with("[Möjligen inte en människa] [Möjlig dubblett] Ny mentor AB3CD4EF"));
    assert_eq!(letter.reply_to, None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_travels_whole_and_adds_no_header(typed in "\\PC{1,120}") {
        let mut draft = application(Role::Mentee, Language::Sv, "Sam").to_draft();
        draft.answers.insert("name".to_owned(), vec![typed.clone()]);
        let Ok(application) = draft.check() else { return Ok(()) };
        let letter = staff(&application, false, false);
        let mime = mime(&letter);
        let message = read(&mime);
        prop_assert_eq!(header_names(&mime).len(), 10);
        let body = message.body_text(0).unwrap().replace("\r\n", "\n");
        prop_assert_eq!(body.trim_end(), letter.text.trim_end());
        prop_assert!(mime.split("\r\n").all(|line| line.len() <= 998));
    }
}
