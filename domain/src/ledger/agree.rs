//! Agreeing on a framework: the two of a pair accept, propose changes, and end it, each on their own page.

use super::{Book, Decided, Event, Happening, LinkKind, Record, StorageFailed, links};
use crate::call::{AcceptRequest, EndRequest, Millis, OwnPage, ProposeRequest, RenewRequest};
use crate::draft::{Answers, Draft};
use crate::framework::{Ending, Framework, Side, Stage, Statement, VERSIONS_MAX, agreed, pages};
use crate::independence::Tie;
use crate::letter::FrameworkNews;
use crate::link::{LinkHash, Secret};
use crate::outbox::{DAY_MS, Fact, Subject, Task};
use crate::problem::{Fault, FaultKind, Problem};
use crate::standing::Standing;

/// Days until a mentor who has not answered is reminded, and until the student is told that no answer came.
const REMINDED_AFTER_DAYS: i64 = 7;
const TOLD_AFTER_DAYS: i64 = 14;

/// The field of the mentor's statement on the own page.
pub const STATEMENT_FIELD: &str = "ties";

/// The mentor is asked as soon as it is known that the student's letters reach the student, and not before: the letter
/// names the address it comes from.
pub(super) fn ask_mentor(book: &impl Book, record: &Record) -> Result<(), StorageFailed> {
    let subject = Subject::Record(record.id.clone());
    let now = book.now();
    let is_over = record.framework.as_deref().is_none_or(|framework| framework.ending.is_some());
    if is_over || book.task(&subject, Fact::MentorLetter)?.is_some() {
        return Ok(());
    }
    let later = |days: i64| now.saturating_add(days.saturating_mul(DAY_MS));
    book.put_task(&subject, &Task::new(Fact::MentorLetter, now))?;
    book.put_task(&subject, &Task::new(Fact::MentorReminder, later(REMINDED_AFTER_DAYS)))?;
    book.put_task(&subject, &Task::new(Fact::NoAnswerLetter, later(TOLD_AFTER_DAYS)))
}

/// Whether a letter about a framework has still something to say when it is due.
pub(super) fn is_still_due(record: &Record, fact: Fact) -> bool {
    let Some(framework) = record.framework.as_deref() else { return false };
    match fact {
        Fact::MentorLetter => framework.ending.is_none(),
        Fact::MentorReminder | Fact::NoAnswerLetter => framework.stage() == Stage::Asked,
        _ => true,
    }
}

/// What a session's person works on.
struct Shared {
    record: Record,
    framework: Framework,
    side: Side,
}

fn shared(book: &impl Book, session: &LinkHash) -> Decided<Shared> {
    let (record, side) = match links::own_record(book, session)? {
        Ok(found) => found,
        Err(problem) => return Ok(Err(problem)),
    };
    Ok(match record.framework.as_deref().cloned() {
        Some(framework) => Ok(Shared { record, framework, side }),
        // Nothing on any other page asks for it.
        None => Err(Problem::NotTheCall),
    })
}

impl Shared {
    /// Stores the next version of the record; says what its page now shows.
    fn keep(self, book: &impl Book, framework: Framework, what: Happening) -> Result<OwnPage, StorageFailed> {
        let mut next = self.record.with(what, book.now());
        next.framework = Some(Box::new(framework));
        book.put_changed(&next)?;
        super::links::page_of(book, &next, self.side)
    }

    fn page(&self, book: &impl Book) -> Result<OwnPage, StorageFailed> {
        links::page_of(book, &self.record, self.side)
    }

    /// Whether the mentor must say how independent they are before anything holds.
    fn asks_statement(&self) -> bool {
        self.record.draft.form().is_ok_and(|(programme, _)| programme.independence)
    }
}

/// A letter about what is new, to one of the two. One that waits says what is newest when it goes.
fn tell(book: &impl Book, record: &Record, side: Side) -> Result<(), StorageFailed> {
    let subject = Subject::Record(record.id.clone());
    let (fact, is_known) = match side {
        Side::Mentee => (Fact::MenteeNews, record.is_confirmed()),
        Side::Mentor => {
            (Fact::MentorNews, book.task(&subject, Fact::MentorLetter)?.is_some_and(|task| task.attempts > 0))
        }
    };
    if is_known { put_letter(book, &subject, fact) } else { Ok(()) }
}

/// A letter that is due now. One that is just being sent is let go: when it has gone, [`has_moved`] tells whether another
/// one must follow.
fn put_letter(book: &impl Book, subject: &Subject, fact: Fact) -> Result<(), StorageFailed> {
    match book.task(subject, fact)? {
        Some(task) if !task.state.is_final() => Ok(()),
        _ => book.put_task(subject, &Task::new(fact, book.now())),
    }
}

/// What a letter between the two said when it was begun.
pub(super) struct Told {
    news: FrameworkNews,
    link: Option<LinkHash>,
}

impl Told {
    pub(super) fn of(record: &Record, fact: Fact, secret: Option<&Secret>) -> Option<Self> {
        let news = FrameworkNews::of(record.framework.as_deref()?, fact.side()?);
        Some(Self { news, link: secret.map(Secret::hash) })
    }
}

/// Whether a letter that has just gone is behind what stands now: there is other news for its reader, or its link was
/// replaced meanwhile.
pub(super) fn has_moved(book: &impl Book, record: &Record, fact: Fact, told: &Told) -> Result<bool, StorageFailed> {
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
pub(super) fn has_moved_since(record: &Record, fact: Fact, began_at: Millis) -> bool {
    let is_new = |event: &Event| event.at > began_at && event.what != Happening::MentorOpened;
    matches!(fact, Fact::MenteeNews | Fact::MentorNews | Fact::MentorLetter) && record.history.iter().any(is_new)
}

/// Accepts the version that was seen. A mentor of a doctoral student says with it how independent they are; what is against
/// KI's rule is kept and told, and accepts nothing.
pub fn accept(book: &impl Book, request: &AcceptRequest) -> Decided<OwnPage> {
    let shared = match shared(book, &request.session)? {
        Ok(shared) => shared,
        Err(problem) => return Ok(Err(problem)),
    };
    let (now, side) = (book.now(), shared.side);
    let mut next = shared.framework.clone();
    if next.ending.is_some() || request.seen != next.newest() {
        return Ok(Err(Problem::Changed));
    }
    if side == Side::Mentor && shared.asks_statement() {
        let Some(ties) = &request.ties else {
            return Ok(Err(vec![Fault::of(STATEMENT_FIELD, FaultKind::Missing)].into()));
        };
        let ties: Vec<Tie> = Tie::ALL.into_iter().filter(|tie| ties.contains(tie)).collect();
        if next.statement.as_ref().is_none_or(|statement| statement.ties != ties) {
            next.statement = Some(Statement { ties, at: now });
        }
    }
    if !next.is_against_the_rule() {
        next = next.accepted_by(side, now);
    }
    if next == shared.framework {
        return Ok(Ok(shared.page(book)?));
    }
    let what = if next.has_accepted(side, next.newest()) { Happening::Accepted } else { Happening::Stated };
    tell(book, &shared.record, side.other())?;
    if next.stage() == Stage::Agreed {
        // Whoever holds a forwarded link cannot agree without the person hearing of it.
        tell(book, &shared.record, side)?;
    }
    shared.keep(book, next, what).map(Ok)
}

/// Proposes another wording in the place of the version that was seen.
pub fn propose(book: &impl Book, request: &ProposeRequest) -> Decided<OwnPage> {
    let shared = match shared(book, &request.session)? {
        Ok(shared) => shared,
        Err(problem) => return Ok(Err(problem)),
    };
    let answers = match checked(&shared.record.draft, request) {
        Ok(answers) => answers,
        Err(problem) => return Ok(Err(problem)),
    };
    let (now, side) = (book.now(), shared.side);
    let newest = shared.framework.newest();
    let is_same = shared.framework.answers(newest) == Some(&answers);
    let is_own = shared.framework.versions.last().is_some_and(|version| version.by == side);
    if is_same && (is_own || request.seen == newest) {
        // Sent twice, or nothing was changed.
        return Ok(Ok(shared.page(book)?));
    }
    if shared.framework.ending.is_some() || request.seen != newest {
        return Ok(Err(Problem::Changed));
    }
    if shared.framework.versions.len() >= VERSIONS_MAX {
        return Ok(Err(Problem::TooManyVersions));
    }
    let accepts = side == Side::Mentee || !shared.asks_statement() || shared.framework.statement.is_some();
    let next = shared.framework.proposed(side, now, answers, accepts && !shared.framework.is_against_the_rule());
    tell(book, &shared.record, side.other())?;
    shared.keep(book, next, Happening::Proposed).map(Ok)
}

/// The agreed answers, checked as the form checks them; what else was sent is left out.
fn checked(kept: &Draft, request: &ProposeRequest) -> Result<Answers, Problem> {
    let Ok((_, form)) = kept.form() else { return Err(Problem::NotFound) };
    let draft = Draft { answers: agreed(form, &request.answers), ..kept.clone() };
    let mut answers = Answers::new();
    let mut faults = Vec::new();
    for page in pages(form) {
        match draft.check_page(page) {
            Ok(checked) => answers.extend(checked.into_iter().map(|(id, values)| (id.to_owned(), values))),
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() { Ok(answers) } else { Err(faults.into()) }
}

/// Ends it for both; with `erases` everything goes as soon as both have been told.
pub fn end(book: &impl Book, request: &EndRequest) -> Decided<OwnPage> {
    let shared = match shared(book, &request.session)? {
        Ok(shared) => shared,
        Err(problem) => return Ok(Err(problem)),
    };
    let before = shared.framework.ending;
    if before.is_some_and(|ending| ending.erases || !request.erases) {
        return Ok(Ok(shared.page(book)?));
    }
    let (now, side) = (book.now(), shared.side);
    let mut next = shared.framework.clone();
    next.ending = Some(match before {
        Some(ending) => Ending { erases: true, ..ending },
        None => Ending { by: side, at: now, erases: request.erases },
    });
    for other in [side, side.other()] {
        tell(book, &shared.record, other)?;
    }
    if request.erases {
        // Where nobody is to be told nothing else would bring it up.
        book.set_stale(&shared.record.id, true)?;
    }
    let standing = Standing::Withdrawn;
    let what = if before.is_none() { Happening::Became(standing) } else { Happening::ErasureAsked };
    let record = Record { standing, ..shared.record };
    Shared { record, ..shared }.keep(book, next, what).map(Ok)
}

/// Sends the mentor a new link; those before it, and what was opened with them, are good no more.
pub fn renew(book: &impl Book, request: &RenewRequest) -> Decided<OwnPage> {
    let shared = match shared(book, &request.session)? {
        Ok(shared) => shared,
        Err(problem) => return Ok(Err(problem)),
    };
    if shared.framework.ending.is_some() || !shared.record.is_confirmed() {
        return Ok(Err(Problem::Changed));
    }
    let page = shared.page(book)?;
    book.remove_links(&shared.record.id, LinkKind::Mentor)?;
    book.remove_sessions(&shared.record.id, Side::Mentor)?;
    let subject = Subject::Record(shared.record.id.clone());
    put_letter(book, &subject, Fact::MentorLetter)?;
    book.put_changed(&shared.record.with(Happening::LinkRenewed, book.now()))?;
    Ok(Ok(page))
}
