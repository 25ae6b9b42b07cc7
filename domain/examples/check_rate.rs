//! How many drafts a second `Draft::check()` takes: run by `cargo xtask bench`, or by
//! `cargo run --release -p domain --example check_rate`.
//!
//! Prints a line for each kind of draft: checks a second, a tab, the name.

use std::hint::black_box;
use std::time::{Duration, Instant};

use domain::draft::Draft;
use domain::programme::{Form, Role, programme};
use domain::question::{Kind, YES};
use domain::text::Language;

/// Long enough that one interruption by the system does not show.
const MEASURED: Duration = Duration::from_secs(2);
/// Checks between two looks at the clock.
const BATCH: u32 = 500;

fn main() {
    let programme = programme("ki-alumni").expect("the programme is there");
    let form = programme.form(Role::Mentee).expect("it has a form for mentees");
    let empty = Draft::new(programme, Role::Mentee, Language::Sv);
    let longest = longest(&empty, form);
    assert_eq!(longest.check().err(), None, "the longest draft is a valid one");
    assert!(empty.check().is_err(), "an empty draft has faults");
    println!("{}\tthe longest valid ki-alumni mentee draft", rate(&longest));
    println!("{}\tan empty one, with every fault", rate(&empty));
}

/// Every question that can be asked answered at its limit, in letters of two bytes.
fn longest(empty: &Draft, form: &Form) -> Draft {
    let mut draft = empty.clone();
    for question in form.questions() {
        let values = match &question.kind {
            Kind::Email => vec![format!("{}@{}.example.org", "a".repeat(64), "b".repeat(60))],
            Kind::OneChoice { options } => vec![opening_most(form, question.id, options).to_owned()],
            Kind::SeveralChoices { options, max, .. } => {
                options.iter().take(usize::from(*max)).map(|option| (*option).to_owned()).collect()
            }
            Kind::Acknowledgement => vec![YES.to_owned()],
            Kind::Number { max, .. } => vec![max.to_string()],
            kind => vec!["å".repeat(usize::from(kind.length_max().expect("what is typed has a limit")))],
        };
        draft.answers.insert(question.id.to_owned(), values);
    }
    let asked = |id: &String| form.questions().any(|question| question.id == id && question.is_asked(&draft.answers));
    let answers = draft.answers.iter().filter(|(id, _)| asked(id)).map(|(id, values)| (id.clone(), values.clone()));
    Draft { answers: answers.collect(), ..draft.clone() }
}

/// The option after which most other questions are asked.
fn opening_most<'a>(form: &Form, id: &str, options: &'a [&'a str]) -> &'a str {
    let opened = |option: &str| {
        let conditions = form.questions().filter_map(|question| question.when.as_ref());
        conditions.filter(|when| when.question == id && when.is.contains(&option)).count()
    };
    options.iter().copied().max_by_key(|option| opened(option)).expect("a choice has options")
}

fn rate(draft: &Draft) -> u64 {
    let start = Instant::now();
    let mut checks = 0_u64;
    while start.elapsed() < MEASURED {
        for _ in 0..BATCH {
            let _ = black_box(black_box(draft).check());
        }
        checks += u64::from(BATCH);
    }
    checks * 1000 / u64::try_from(start.elapsed().as_millis()).expect("two seconds")
}
