//! The effects of the outbox: sealed copies into KV, letters to the programme and to the person, erasing copies.

use super::about::{About, Case, goes_to_the_mentor};
use super::to_staff::ToStaff;
use super::work::{Job, ready};
use super::{Addressee, Copies, Erasure, Names, Office, Record, Whole, copy_name, requests};
use crate::application::Application;
use crate::call::{Contact, link_path};
use crate::framework::{MENTEE_EMAIL, MENTOR_EMAIL};
use crate::letter::{
    FrameworkFacts, FrameworkNews, Letter, RecordFacts, RequestFacts, RequestNews, about_a_record, about_a_request,
    of_the_day, to_one_of_a_pair, to_who_signs_in,
};
use crate::outbox::{Fact, Outcome};
use crate::request::Stage;
use crate::words::page::PERSONAL_DATA;
use serde::Serialize;

pub async fn perform(office: &impl Office, job: &Job) -> Outcome {
    match (&job.about, job.task.fact) {
        (About::Letter(case), Fact::StaffLetter) => staff_letter(office, job, case).await,
        (About::Letter(case), fact) if fact.is_of_a_request() => request_letter(office, job, case).await,
        (About::Letter(case), fact) if fact.is_of_a_framework() => framework_letter(office, job, case).await,
        (About::Letter(case), _) => person_letter(office, job, case).await,
        (About::Copy(whole), Fact::SealRecord) => seal(office, job, whole).await,
        (About::Live(live), Fact::SealLive) => seal_version(office, job, &copy_name::live(live), live.as_ref()).await,
        (About::Document(document), Fact::SealDocument) => {
            seal_version(office, job, &copy_name::document(document), document.as_ref()).await
        }
        (About::Staff(letter), _) => desk_letter(office, job, letter).await,
        (About::Erasure(erasure), Fact::Erase) => erase(office, erasure).await,
        _ => Outcome::Failed,
    }
}

/// The record whole, under the key of its version. After a first attempt the copy may be there already, and stands.
async fn seal(office: &impl Office, job: &Job, whole: &Whole) -> Outcome {
    let Some((names, copies)) = ready(office) else { return Outcome::Failed };
    let name = copy_name::record(&names.record_name(whole.record.id.as_str()), whole.record.version);
    let Ok(text) = serde_json::to_vec(whole) else { return Outcome::Failed };
    done_if(copies.keep(&name, &text, job.task.attempts > 1).await.is_ok())
}

/// A live half or a document: every version has a copy of its own.
async fn seal_version(office: &impl Office, job: &Job, name: &str, version: &impl Serialize) -> Outcome {
    let Some((_, copies)) = ready(office) else { return Outcome::Failed };
    let Ok(text) = serde_json::to_vec(version) else { return Outcome::Failed };
    done_if(copies.keep(name, &text, job.task.attempts > 1).await.is_ok())
}

/// The tombstone first, so that nothing is ever restored that was to be erased; then every copy by its name, and what the
/// listings know beside them.
async fn erase(office: &impl Office, erasure: &Erasure) -> Outcome {
    let Some((_, copies)) = ready(office) else { return Outcome::Failed };
    let at = erasure.at.to_string();
    if copies.keep(&copy_name::erased(&erasure.name), at.as_bytes(), true).await.is_err() {
        return Outcome::Failed;
    }
    for version in 1..=erasure.versions {
        if copies.remove(&copy_name::record(&erasure.name, version)).await.is_err() {
            return Outcome::Failed;
        }
    }
    for folder in [copy_name::RECORDS, copy_name::SPOOL] {
        let Ok(listed) = copies.list_all(&format!("{folder}{}/", erasure.name)).await else { return Outcome::Failed };
        for name in &listed {
            if copies.remove(name).await.is_err() {
                return Outcome::Failed;
            }
        }
    }
    Outcome::Done
}

const fn done_if(is_done: bool) -> Outcome {
    if is_done { Outcome::Done } else { Outcome::Failed }
}

/// About a record, to the programme's own address.
async fn staff_letter(office: &impl Office, job: &Job, case: &Case) -> Outcome {
    let Some(application) = Application::kept(&case.record.draft) else { return Outcome::Failed };
    let Some(letter) = written(job, case, &application, "", "") else { return Outcome::Failed };
    post(office, job, case, &letter, Addressee::Staff).await
}

/// About a record, to who sent it.
async fn person_letter(office: &impl Office, job: &Job, case: &Case) -> Outcome {
    let (Some((application, link)), Some(portal)) = (addressed(office, case, &case.record), office.portal_address())
    else {
        return Outcome::Refused;
    };
    let page = application.language().address(&format!("/{}", application.programme().slug));
    let letter = written(job, case, &application, &link, &format!("{portal}{page}"));
    let Some(letter) = letter else { return Outcome::Refused };
    post(office, job, case, &letter, Addressee::Person).await
}

fn written(job: &Job, case: &Case, application: &Application, own: &str, page: &str) -> Option<Letter> {
    let other = introduced(case);
    let facts = RecordFacts {
        application,
        reference: &case.record.reference,
        received_at: case.record.received_at,
        answer_by: case.record.answer_by.as_deref(),
        possible_duplicate: job.task.possible_duplicate,
        decision: case.record.decision.as_deref().map(|decision| decision.letter.as_str()),
        other: other.as_ref(),
        live: &case.live,
        own,
        page,
    };
    about_a_record(job.task.fact, &facts)
}

/// The mentor of a pair, where the two may reach each other.
fn introduced(case: &Case) -> Option<Contact> {
    let mentor = case.mentor.as_deref().filter(|mentor| requests::may_reach(&case.record, mentor))?;
    requests::contact(mentor)
}

/// To one of the two of a request: the mentor who is asked, or whoever the record is of.
async fn request_letter(office: &impl Office, job: &Job, case: &Case) -> Outcome {
    let fact = job.task.fact;
    let to_mentor = goes_to_the_mentor(&case.record, fact);
    let reader = if to_mentor { case.mentor.as_deref() } else { Some(&case.record) };
    let Some((reader, request)) = reader.map(|reader| (reader, case.record.request())) else { return Outcome::Refused };
    let (Some((application, link)), Some(contact)) = (addressed(office, case, reader), requests::contact(reader))
    else {
        return Outcome::Refused;
    };
    let has_reply = request.is_some_and(|request| request.question.is_some());
    let is_wondering = request.is_some_and(|request| request.stage == Stage::Wondering);
    let what = match (fact, to_mentor) {
        (Fact::RequestLetter, _) if has_reply => RequestNews::Replied,
        (Fact::RequestLetter, _) => RequestNews::Asked,
        (Fact::RequestReminder, true) => RequestNews::AskedReminder,
        (Fact::RequestReminder, false) if is_wondering => RequestNews::QuestionReminder,
        (Fact::RequestReminder, false) => RequestNews::ChoiceReminder,
        (Fact::ChoiceLetter, _) if is_wondering => RequestNews::Question,
        (Fact::ChoiceLetter, _) => RequestNews::Choice,
        (Fact::IntroductionLetter, _) => RequestNews::Introduction,
        (Fact::WillingLetter, _) => RequestNews::StillWilling,
        _ => RequestNews::Released,
    };
    let waits = request.filter(|request| request.waits_for().is_some());
    let is_introduced = what == RequestNews::Introduction && requests::may_reach(&case.record, reader);
    let other = if is_introduced { requests::contact(&case.record) } else { None };
    let letter = about_a_request(&RequestFacts {
        to: &contact.email,
        what,
        language: application.language(),
        programme: application.programme(),
        reference: &reader.reference,
        answer_by: waits.map_or("", |request| request.answer_by.as_str()),
        other: other.as_ref(),
        link: &link,
        contact: &case.live.contact,
    });
    post(office, job, case, &letter, Addressee::Person).await
}

/// To somebody of the staff.
async fn desk_letter(office: &impl Office, job: &Job, about: &ToStaff) -> Outcome {
    let Some(portal) = office.portal_address() else {
        office.say("setting missing: PORTAL_ADDRESS");
        return Outcome::Refused;
    };
    let (letter, address) = match about {
        ToStaff::SignIn { member, secret } => {
            let link = format!("{portal}{}", link_path(secret, member.language));
            (to_who_signs_in(member, &link), &member.address)
        }
        ToStaff::Daily { member, day } => {
            (of_the_day(member, day, &format!("{portal}{}", member.language.address("/desk"))), &member.address)
        }
    };
    let Some(names) = office.names() else { return Outcome::Failed };
    let name = names.letter_name(&format!("{} {}", job.task.fact.key(), job.task.first_at), address);
    office.post(&letter, &name, job.at, Addressee::Person).await
}

/// To one of a pair, about the framework that they share.
async fn framework_letter(office: &impl Office, job: &Job, case: &Case) -> Outcome {
    let Some((application, link)) = addressed(office, case, &case.record) else { return Outcome::Refused };
    let (Some(framework), Some(side), Some(portal)) =
        (case.record.framework.as_deref(), job.task.fact.side(), office.portal_address())
    else {
        return Outcome::Refused;
    };
    let of = |question| application.answer(question).and_then(|values| values.first()).map_or("", String::as_str);
    let language = application.language();
    let letter = to_one_of_a_pair(&FrameworkFacts {
        framework,
        mentee: of(MENTEE_EMAIL),
        mentor: of(MENTOR_EMAIL),
        side,
        what: match job.task.fact {
            Fact::MentorLetter => FrameworkNews::First,
            Fact::MentorReminder => FrameworkNews::Reminder,
            Fact::NoAnswerLetter => FrameworkNews::of_asking(case.asking),
            _ => FrameworkNews::of(framework, side),
        },
        language,
        programme: application.programme(),
        reference: &case.record.reference,
        link: &link,
        notice: &format!("{portal}{}", language.address(PERSONAL_DATA.path)),
        contact: &case.live.contact,
    });
    post(office, job, case, &letter, Addressee::Person).await
}

/// The application of whoever a letter is for, and the whole address of its own page's link; `None` where the portal does not know
/// its own address.
fn addressed(office: &impl Office, case: &Case, reader: &Record) -> Option<(Application, String)> {
    let portal = office.portal_address();
    if portal.is_none() {
        office.say("setting missing: PORTAL_ADDRESS");
    }
    let application = Application::kept(&reader.draft)?;
    let path = link_path(case.secret.as_ref()?, application.language());
    Some((application, format!("{}{path}", portal?)))
}

async fn post(office: &impl Office, job: &Job, case: &Case, letter: &Letter, addressee: Addressee) -> Outcome {
    let Some(names) = office.names() else { return Outcome::Failed };
    // The same letter keeps its id in every attempt; a mailbox may then drop the second of two.
    let fact = job.task.fact;
    // There may be news many times, and each is a letter of its own.
    let is_one_of_many = fact.is_of_a_framework() || fact.is_of_a_request() || fact == Fact::DecisionLetter;
    let time = if is_one_of_many { format!(" {}", job.task.first_at) } else { String::new() };
    let what = format!("{}{time}", fact.key());
    let name = names.letter_name(&what, case.record.id.as_str());
    office.post(letter, &name, job.at, addressee).await
}
