//! The file for computers. Its names are stable: what is renamed or taken away makes another [`VERSION`].
//!
//! Times are `YYYY-MM-DDTHH:MM` in `time_zone`, days `YYYY-MM-DD`. `words` says the same as what stands beside it, in `language`.
//! What is not known is `null`. A question's `revision` is that of the form as it is today.

mod shape;

use super::super::said;
use crate::asked::Asked;
use crate::calendar;
use crate::call::Millis;
use crate::desk::call::{DeskPerson, DeskRecord, DeskRequest, DeskWishes};
use crate::desk::row::{Marks, Row};
use crate::ledger::Event;
use crate::outbox::Task;
use crate::question::ShownTo;
use crate::text::Language;
use crate::words::desk::{self as desk_words, record as words, requests};
use crate::words::{form::asked as asked_words, standing};
use shape::{
    Answer, File, Form, Happened, Mentor, MentorAsked, Named, NotIncluded, Record, Reply, Request, Sent, Wish, Wishes,
};

/// Of the file's shape.
pub const VERSION: u32 = 1;
/// What a record can be marked with, by its name in the file.
const MARKS: [(Marks, &str); 4] = [
    (Marks::PROTECTED, "protected"),
    (Marks::RESTRICTED, "restricted"),
    (Marks::CONFIRMED, "address-confirmed"),
    (Marks::SUSPECT, "may-not-be-a-person"),
];

/// Everything held about a person. `at` is when it was taken out.
pub fn json(person: &DeskPerson, at: Millis, language: Language) -> String {
    let file = File {
        format: "mentorship-portal/person",
        version: VERSION,
        made_at: moment(at),
        time_zone: "Europe/Stockholm",
        language,
        records: person.records.iter().map(|one| record(one, language)).collect(),
        not_included: NotIncluded {
            records_in_other_programmes: person.elsewhere,
            frameworks: person.frameworks,
            has_more_records: person.has_more,
        },
    };
    // Texts and numbers alone: writing them does not fail.
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

fn moment(at: Millis) -> String {
    format!("{}T{}", calendar::day(at), calendar::clock(at).replace('.', ":"))
}

fn record(record: &DeskRecord, language: Language) -> Record<'_> {
    let row = &record.row;
    let role = said::role(row);
    Record {
        reference: &row.reference,
        version: row.version,
        programme: Named { key: &row.programme, words: said::programme_title(row, language) },
        form: Form {
            key: &row.role,
            words: desk_words::role(role).say(language),
            language: record.language,
            notice_version: &record.notice,
        },
        standing: Named { key: row.standing.key(), words: standing::title(row.standing, role).say(language) },
        received_at: moment(row.received_at),
        answer_by: record.promised.as_deref(),
        kept: said::kept(record, language),
        registry_number: record.registry.as_deref(),
        mentor: record.mentor.as_ref().and_then(|mentor| mentor.kept.as_ref()).map(|kept| Mentor {
            checked: &kept.checked,
            checked_at: moment(kept.checked_at),
            free_places: kept.free,
            paused_until: kept.paused_until.as_deref(),
            answered_in_days: &kept.answered_in,
        }),
        marks: MARKS.into_iter().filter(|(mark, _)| row.marks.has(*mark)).map(|(_, key)| key).collect(),
        answers: answers(row, &record.answers, language),
        answers_as_they_arrived: record.arrived.as_deref().map(|arrived| answers(row, arrived, language)),
        asked: record.asked.iter().map(|asked| request(asked, language)).collect(),
        mentors_asked: record.requests.iter().map(|request| mentor_asked(request, language)).collect(),
        wishes: record.wishes.as_ref().map(wished),
        history: record.history.iter().map(|event| happened(event, row, language)).collect(),
        letters: record.letters.iter().map(|task| sent(task, language)).collect(),
        decision_letter: record.letter.as_deref(),
    }
}

fn answers<'a>(row: &Row, answers: &'a [(String, Vec<String>)], language: Language) -> Vec<Answer<'a>> {
    let one = |answer: said::SaidAnswer<'a>| Answer {
        question: answer.id,
        revision: answer.question.map(|question| question.revision),
        asked: answer.label,
        values: answer.values,
        words: answer.text,
        shown_to: answer.question.map(|question| match question.shown_to {
            ShownTo::Staff => "staff",
            ShownTo::Mentor => "mentor",
            ShownTo::Public => "public",
        }),
        who_sees_it: answer.who_sees,
    };
    said::answers(row, answers, language).into_iter().map(one).collect()
}

fn request(asked: &Asked, language: Language) -> Request<'_> {
    Request {
        what: asked.what.slug(),
        words: asked_words::name(asked.what).say(language),
        at: moment(asked.at),
        text: asked.text.as_deref(),
        answer_by: asked.answer_by(),
        answer: asked.answer.as_ref().map(|answer| Reply {
            at: moment(answer.at),
            is_done: answer.is_done,
            text: &answer.text,
        }),
    }
}

fn mentor_asked(request: &DeskRequest, language: Language) -> MentorAsked<'_> {
    MentorAsked {
        at: moment(request.asked_at),
        stage: request.stage,
        since: moment(request.since),
        answer_by: &request.answer_by,
        words: requests::said_to_the_mentee(request, language),
    }
}

fn wished(wishes: &DeskWishes) -> Wishes<'_> {
    let mentors = wishes.ranked.iter().map(|wish| Wish {
        reference: wish.reference.as_deref(),
        word: &wish.word,
        was_asked: wish.was_asked,
    });
    Wishes { mentors: mentors.collect(), rather_not: &wishes.avoid }
}

fn happened<'a>(event: &'a Event, row: &Row, language: Language) -> Happened<'a> {
    Happened {
        at: moment(event.at),
        what: event.what,
        words: said::happened(event, row, language),
        is_by_staff: event.by.is_some(),
        reason: event.reason.as_deref(),
    }
}

fn sent(task: &Task, language: Language) -> Sent {
    Sent {
        what: task.fact.key(),
        words: words::letter(task.fact).say(language),
        state: task.state.key(),
        at: moment(task.due_at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::sample;
    use crate::programme::{Role, programme};
    use serde_json::{Value, json as value};

    fn read(reference: &str) -> Value {
        of(reference, Role::Mentee)
    }

    fn of(reference: &str, role: Role) -> Value {
        let records = vec![sample::record(reference, role, Language::Sv)];
        let person = DeskPerson { records, elsewhere: 3, frameworks: 1, has_more: false };
        crate::json::read(json(&person, sample::NOW, Language::Sv).as_bytes()).unwrap()
    }

    #[test]
    fn its_names_are_stable() {
        let file = read("AB3CD4EF");
        assert_eq!(
            (&file["format"], &file["version"], &file["made_at"], &file["time_zone"]),
            (&value!("mentorship-portal/person"), &value!(1), &value!("2026-11-23T10:00"), &value!("Europe/Stockholm"))
        );
        let left_out = value!({ "records_in_other_programmes": 3, "frameworks": 1, "has_more_records": false });
        assert_eq!(file["not_included"], left_out);
        let record = &file["records"][0];
        assert_eq!(record["programme"]["key"], "ki-alumni");
        let form =
            value!({ "key": "mentee", "words": "Söker mentor", "language": "sv", "notice_version": "2026-11-01" });
        assert_eq!(record["form"], form);
        assert_eq!(record["standing"], value!({ "key": "under-review", "words": "Under granskning" }));
        assert_eq!(record["marks"], value!(["restricted"]));
        assert_eq!(record["history"][1]["what"], value!({ "became": "under-review" }));
        assert_eq!(record["history"][1]["is_by_staff"], true);
        assert_eq!(record["letters"][0]["what"], "applicant-letter");
        assert_eq!(record["mentors_asked"][0]["stage"], value!({ "over": "not-now" }));
        assert!(!record["mentors_asked"].to_string().contains("inte tid"), "why a mentor said no is for staff");
        assert_eq!(record["wishes"]["mentors"][0]["reference"], "KL7MN8PR");
        assert!(record["wishes"]["rather_not"].as_str().unwrap().starts_with("Helst inte"));
        assert_eq!(record["asked"][0]["answer"]["is_done"], true);
    }

    #[test]
    fn every_answer_stands_in_it_with_its_question_and_who_sees_it() {
        let file = read("AB3CD4EF");
        let form = programme("ki-alumni").unwrap().form(Role::Mentee).unwrap();
        let answers = file["records"][0]["answers"].as_array().unwrap();
        assert_eq!(answers.len(), form.questions().count());
        for (answer, question) in answers.iter().zip(form.questions()) {
            assert_eq!((&answer["question"], &answer["revision"]), (&value!(question.id), &value!(question.revision)));
            assert!(answer["who_sees_it"].is_string() && answer["words"] != "");
        }
        let gone = &file["records"][0]["answers_as_they_arrived"][0];
        assert_eq!((&gone["question"], &gone["revision"]), (&value!("gone-question"), &Value::Null));
    }

    #[test]
    fn what_staff_keep_of_a_mentor_stands_in_it() {
        assert_eq!(read("AB3CD4EF")["records"][0]["mentor"], Value::Null);
        let kept = &of("AB3CD4EF", Role::Mentor)["records"][0]["mentor"];
        assert_eq!((&kept["free_places"], &kept["paused_until"]), (&value!(2), &value!("2026-12-24")));
        assert_eq!(kept["checked_at"], "2026-11-23T10:00");
        assert!(kept["checked"].as_str().unwrap().starts_with("Ringde"));
    }

    #[test]
    fn a_record_that_is_not_given_leaves_no_trace() {
        assert!(!read("AB3CD4EF").to_string().contains("GH5JK6MN"));
        assert!(read("GH5JK6MN").to_string().contains("GH5JK6MN"));
    }
}
