//! What is needed to do what is due, gathered in the transaction that stores its lease.

use super::to_staff::{Settings, ToStaff, to_staff};
use super::{Book, Document, Erasure, Link, LinkKind, Record, StorageFailed, Whole, agree, letters, opening, requests};
use crate::framework::{Asking, Side};
use crate::link::Secret;
use crate::live::{Live, LiveVersion};
use crate::outbox::{Fact, Subject};
use crate::programme::Role;
use crate::request::Request;
use crate::standing::Standing;

/// What a job is about, as it was when it was taken up.
pub enum About {
    /// A letter about a record.
    Letter(Box<Case>),
    /// A record to be sealed.
    Copy(Box<Whole>),
    Live(Box<LiveVersion>),
    Document(Box<Document>),
    Erasure(Erasure),
    /// A letter to somebody of the staff.
    Staff(Box<ToStaff>),
}

/// A record with what a letter about it says.
pub struct Case {
    pub record: Record,
    pub live: Live,
    /// Of the link in a letter to the person.
    pub secret: Option<Secret>,
    /// How far the mentor of a framework has been asked.
    pub asking: Asking,
    /// The mentor whom the record's last request is to.
    pub mentor: Option<Box<Record>>,
}

/// `None` where it is gone, or is not so any more.
pub(super) fn about(
    book: &impl Book,
    subject: &Subject,
    fact: Fact,
    settings: &Settings,
    secrets: &mut Vec<Secret>,
) -> Result<Option<About>, StorageFailed> {
    match subject {
        Subject::Document(name) => Ok(book.document(name)?.map(|document| About::Document(Box::new(document)))),
        Subject::Staff(hash) => to_staff(book, hash, fact, settings, secrets),
        Subject::Live(slug) => Ok(book.live(slug)?.map(|live| About::Live(Box::new(live)))),
        Subject::Erasure(name) => Ok(book.erasure(name)?.map(About::Erasure)),
        Subject::Record(id) => {
            let Some(record) = book.record(id)? else { return Ok(None) };
            if fact == Fact::SealRecord {
                return Ok(Some(About::Copy(Box::new(whole(book, record)?))));
            }
            // The programme's own words are gone with it, and what was decided about it is the file's no more.
            let programme = record.draft.form().ok().map(|(programme, _)| programme);
            let live = programme.map(|programme| opening::current(book, programme, settings.samples)).transpose()?;
            let Some(live) = live.map(|version| version.live) else { return Err(StorageFailed) };
            if fact.is_of_a_framework() && !agree::is_still_due(book, &record, fact)? {
                return Ok(None);
            }
            if fact == Fact::DecisionLetter && record.decision.is_none() {
                return Ok(None);
            }
            let is_of_a_form = matches!(fact, Fact::ApplicantLetter | Fact::OpenedLetter);
            if is_of_a_form && matches!(record.standing, Standing::Told | Standing::Withdrawn) {
                // An attempt had failed. Since then it was taken back, or the person was told that it is open, and must not be
                // told to wait. The letter that tells them so is settled whenever they are told.
                return Ok(None);
            }
            if fact == Fact::OpenedLetter && live.opens_at(book.now()) != Some(book.now()) {
                // Closed again meanwhile; whoever waits is told at the next opening.
                return Ok(None);
            }
            if fact.is_of_a_request() && !requests::is_still_due(book, &record, fact)? {
                return Ok(None);
            }
            let mentor = record.request().map(|request| book.record(&request.mentor)).transpose()?.flatten();
            let reader = mentor.as_ref().filter(|_| goes_to_the_mentor(&record, fact)).unwrap_or(&record);
            if !letters::is_wanted(reader, fact) {
                return Ok(None);
            }
            let secret = if fact.is_to_a_person() { Some(mail_link(book, reader, fact, secrets)?) } else { None };
            if reader.id != record.id {
                // The link belongs into the copy of the one whom it is for.
                book.set_stale(&reader.id, true)?;
            }
            let asking = Asking::of(&book.tasks(subject)?);
            Ok(Some(About::Letter(Box::new(Case { record, live, secret, asking, mentor: mentor.map(Box::new) }))))
        }
    }
}

/// Whether a letter about a mentee's record is for the mentor who was asked.
pub(super) fn goes_to_the_mentor(record: &Record, fact: Fact) -> bool {
    let waits_for = record.request().and_then(Request::waits_for);
    match fact {
        Fact::RequestLetter | Fact::IntroductionLetter => true,
        Fact::RequestReminder => waits_for == Some(Role::Mentor),
        _ => false,
    }
}

/// A record whole. It needs no programme: one that left with a release took the words of letters with it, and no record.
fn whole(book: &impl Book, record: Record) -> Result<Whole, StorageFailed> {
    let tasks = book.tasks(&Subject::Record(record.id.clone()))?;
    let letters = tasks.into_iter().filter(|task| task.fact.is_letter()).collect();
    Ok(Whole { links: book.links(&record.id)?, letters, record })
}

/// The link in a letter: in a further attempt at the first letter it takes the place of one that never left. Once another letter
/// was begun nobody can tell the letters' links apart, and all of them stay good.
fn mail_link(
    book: &impl Book,
    record: &Record,
    fact: Fact,
    secrets: &mut Vec<Secret>,
) -> Result<Secret, StorageFailed> {
    let secret = secrets.pop().ok_or(StorageFailed)?;
    let kind = if fact.side() == Some(Side::Mentor) { LinkKind::Mentor } else { LinkKind::Mailed };
    if fact == Fact::ApplicantLetter {
        let before = book.task(&Subject::Record(record.id.clone()), fact)?.map_or(0, |task| task.attempts);
        let mailed = book.links(&record.id)?.iter().filter(|link| link.kind == LinkKind::Mailed).count();
        if before > 0 && mailed == 1 {
            book.remove_links(&record.id, LinkKind::Mailed)?;
        }
    }
    book.put_link(&record.id, &Link { hash: secret.hash(), kind, made_at: book.now() })?;
    Ok(secret)
}
