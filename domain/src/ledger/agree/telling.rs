//! What the two of a pair are told of each other's doings, and that it is never behind what stands.

use super::super::{Book, Event, Happening, Record, StorageFailed};
use crate::call::Millis;
use crate::framework::Side;
use crate::letter::FrameworkNews;
use crate::link::{LinkHash, Secret};
use crate::outbox::{Fact, Subject, Task, TaskState};

/// A letter about what is new, to one of the two. One that waits says what is newest when it goes.
pub(super) fn tell(book: &impl Book, record: &Record, side: Side) -> Result<(), StorageFailed> {
    let subject = Subject::Record(record.id.clone());
    match side {
        Side::Mentee if record.is_confirmed() => put_letter(book, &subject, Fact::MenteeNews),
        Side::Mentor if knows(book, record)? => put_letter(book, &subject, Fact::MentorNews),
        _ => Ok(()),
    }
}

/// Whether the mentor knows of it, so that news may follow: the first letter, with what the law wants said, has gone or may have.
/// An attempt that failed told nobody anything.
pub(super) fn knows(book: &impl Book, record: &Record) -> Result<bool, StorageFailed> {
    let letter = book.task(&Subject::Record(record.id.clone()), Fact::MentorLetter)?;
    let may_have_gone = |task: &Task| matches!(task.state, TaskState::Leased | TaskState::Done | TaskState::Unknown);
    // Since then a new link may be waiting to go.
    Ok(record.has(Happening::MentorOpened) || letter.as_ref().is_some_and(may_have_gone))
}

/// A letter that is due now. One that is just being sent is let go: when it has gone, [`has_moved`] tells whether another
/// one must follow.
pub(super) fn put_letter(book: &impl Book, subject: &Subject, fact: Fact) -> Result<(), StorageFailed> {
    book.put_unless_under_way(subject, fact, book.now())
}

/// What a letter between the two said when it was begun.
pub(in crate::ledger) struct Told {
    news: FrameworkNews,
    link: Option<LinkHash>,
}

impl Told {
    pub(in crate::ledger) fn of(record: &Record, fact: Fact, secret: Option<&Secret>) -> Option<Self> {
        let news = FrameworkNews::of(record.framework.as_deref()?, fact.side()?);
        Some(Self { news, link: secret.map(Secret::hash) })
    }
}

/// Whether a letter that has just gone is behind what stands now: there is other news for its reader, or its link was
/// replaced meanwhile.
pub(in crate::ledger) fn has_moved(
    book: &impl Book,
    record: &Record,
    fact: Fact,
    told: &Told,
) -> Result<bool, StorageFailed> {
    let is_cut = match &told.link {
        Some(link) => book.link(link)?.is_none(),
        None => false,
    };
    let news = Told::of(record, fact, None).map(|now| now.news);
    let is_news = matches!(fact, Fact::MenteeNews | Fact::MentorNews)
        && news.is_some_and(|news| news != told.news && news != FrameworkNews::Other);
    Ok(is_news || (is_cut && fact == Fact::MentorLetter))
}

/// As [`has_moved`], where nobody knows any more what the letter said: something happened after it was begun.
pub(in crate::ledger) fn has_moved_since(record: &Record, fact: Fact, began_at: Millis) -> bool {
    let is_new = |event: &Event| event.at > began_at && event.what != Happening::MentorOpened;
    matches!(fact, Fact::MenteeNews | Fact::MentorNews | Fact::MentorLetter) && record.history.iter().any(is_new)
}
