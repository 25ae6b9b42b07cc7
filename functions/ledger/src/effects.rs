//! The three things the outbox does: a sealed copy into KV, the letter to the programme, the letter to the person.

use crate::mail::{self, Addressee};
use crate::object::Ledger;
use domain::application::Application;
use domain::call::{Millis, link_path};
use domain::ledger::{Link, Record, Whole};
use domain::letter::{ApplicantFacts, Letter, StaffFacts, to_applicant, to_staff};
use domain::link::Secret;
use domain::outbox::{Fact, Outcome, Task};
use vault::{RecordKey, Store, setting};
use worker::Env;

/// One leased task with everything its effect needs.
pub struct Job {
    pub record: Record,
    pub task: Task,
    pub links: Vec<Link>,
    pub letters: Vec<Task>,
    /// Of the link in the applicant's letter.
    pub secret: Option<Secret>,
    pub at: Millis,
}

pub async fn perform(ledger: &Ledger, job: &Job) -> Outcome {
    match job.task.fact {
        Fact::SealRecord => seal(ledger, job).await,
        Fact::StaffLetter => staff_letter(ledger, job).await,
        Fact::ApplicantLetter => applicant_letter(ledger, job).await,
    }
}

/// The record whole, under the key of its version. After a first attempt the copy may be there already, and stands.
async fn seal(ledger: &Ledger, job: &Job) -> Outcome {
    let (Some(reference_key), Some(sealing_keys)) =
        (vault::reference_key(&ledger.env), vault::sealing_keys(&ledger.env))
    else {
        worker::console_error!("setting missing or malformed: REFERENCE_KEY or SEALING_KEYS");
        return Outcome::Failed;
    };
    let whole = Whole { record: job.record.clone(), links: job.links.clone(), letters: job.letters.clone() };
    let key = RecordKey::of(&reference_key, job.record.id.as_str(), job.record.version);
    let (Ok(text), Ok(store)) = (serde_json::to_vec(&whole), Store::of(&ledger.env, sealing_keys)) else {
        return Outcome::Failed;
    };
    match store.keep(&key, &text, job.task.attempts > 1).await {
        Ok(()) => Outcome::Done,
        Err(_) => Outcome::Failed,
    }
}

async fn staff_letter(ledger: &Ledger, job: &Job) -> Outcome {
    let Some(application) = Application::kept(&job.record.draft) else { return Outcome::Failed };
    let letter = to_staff(&StaffFacts {
        application: &application,
        reference: &job.record.reference,
        received_at: job.record.received_at,
        answer_by: &job.record.answer_by,
        suspect: application.is_suspect(),
        possible_duplicate: job.task.possible_duplicate,
        to: application.programme().contact,
    });
    post(ledger, job, &letter, Addressee::Staff).await
}

/// Names nothing that was typed: the address is not proven to be the person's.
async fn applicant_letter(ledger: &Ledger, job: &Job) -> Outcome {
    let Some(portal) = portal_address(&ledger.env) else {
        worker::console_error!("setting missing: PORTAL_ADDRESS");
        return Outcome::Refused;
    };
    let (Some(application), Some(secret)) = (Application::kept(&job.record.draft), job.secret.as_ref()) else {
        return Outcome::Failed;
    };
    let Some(to) = application.email() else { return Outcome::Refused };
    let language = application.language();
    let letter = to_applicant(&ApplicantFacts {
        to,
        language,
        programme: application.programme(),
        role: application.role(),
        reference: &job.record.reference,
        answer_by: &job.record.answer_by,
        link: &format!("{portal}{}", link_path(secret, language)),
        contact: application.programme().contact,
    });
    post(ledger, job, &letter, Addressee::Applicant).await
}

/// Where the portal is, without a slash at the end: links in letters begin with it.
fn portal_address(env: &Env) -> Option<String> {
    setting(env, "PORTAL_ADDRESS").map(|address| address.trim_end_matches('/').to_owned())
}

async fn post(ledger: &Ledger, job: &Job, letter: &Letter, addressee: Addressee) -> Outcome {
    let Some(key) = vault::reference_key(&ledger.env) else { return Outcome::Failed };
    // The same letter keeps its id in every attempt; a mailbox may then drop the second of two.
    let name = key.counted(job.task.fact.key(), job.record.id.as_str());
    mail::send(ledger, letter, &name, job.at, addressee).await
}
