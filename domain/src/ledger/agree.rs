//! Agreeing on a framework: the two of a pair accept, propose changes, and end it, each on their own page.

mod asking;
mod telling;

pub(super) use asking::{ask_mentor, is_still_due, settled, went_astray};
pub(super) use telling::{Told, has_moved, has_moved_since};

use super::{Book, Decided, Happening, LinkKind, Record, StorageFailed, links};
use crate::call::{AcceptRequest, EndRequest, Millis, OwnPage, ProposeRequest, RenewRequest};
use crate::draft::{Answers, Draft};
use crate::framework::{Ending, Framework, Side, Stage, VERSIONS_MAX, agreed, pages};
use crate::independence::Tie;
use crate::link::LinkHash;
use crate::outbox::{DAY_MS, Fact, Subject};
use crate::problem::{Fault, FaultKind, Problem};
use crate::reference::Reference;
use crate::standing::Standing;
use telling::{put_letter, tell};

/// New links for one mentor, on one day and in all. Each is a letter to somebody who never signed up: a link that is forwarded
/// by mistake needs one, an evening of trying three, and a year of meetings no more than ten.
pub const RENEWED_A_DAY_MAX: usize = 3;
pub const RENEWED_MAX: usize = 10;
/// Statements of one mentor on independence, each of them a letter to the student: twice as many as there are ties to think of.
pub const STATEMENTS_MAX: u32 = 10;

/// The field of the mentor's statement on the own page.
pub const STATEMENT_FIELD: &str = "ties";

/// What a session's person works on.
struct Shared {
    record: Record,
    framework: Framework,
    side: Side,
}

/// The session's framework, if it is the one that the page showed.
fn shared(book: &impl Book, session: &LinkHash, of: &Reference) -> Decided<Shared> {
    let (record, side) = match links::shown_record(book, session, of)? {
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

    /// The framework with what its mentor states, where the programme asks for that.
    fn stated(&self, ties: Option<&[Tie]>, book: &impl Book) -> Result<Framework, Problem> {
        let is_asked = self.record.draft.form().is_ok_and(|(programme, _)| programme.independence);
        if self.side != Side::Mentor || !is_asked {
            return Ok(self.framework.clone());
        }
        let Some(ties) = ties else { return Err(vec![Fault::of(STATEMENT_FIELD, FaultKind::Missing)].into()) };
        let next = self.framework.stated(ties, book.now());
        let is_one_too_many = next.statement.as_ref().is_some_and(|statement| statement.number > STATEMENTS_MAX);
        if is_one_too_many { Err(Problem::TooManyStatements) } else { Ok(next) }
    }
}

/// Accepts the version that was seen. A mentor of a doctoral student says with it how independent they are; what is against
/// KI's rule is kept and told, and accepts nothing.
pub fn accept(book: &impl Book, request: &AcceptRequest) -> Decided<OwnPage> {
    let shared = match shared(book, &request.session, &request.of)? {
        Ok(shared) => shared,
        Err(problem) => return Ok(Err(problem)),
    };
    if shared.framework.ending.is_some() || request.seen != shared.framework.newest() {
        return Ok(Err(Problem::Changed));
    }
    match shared.stated(request.ties.as_deref(), book) {
        Ok(stated) => keep_accepted(book, shared, stated),
        Err(problem) => Ok(Err(problem)),
    }
}

/// Accepts the newest version with what the mentor states, unless that is against KI's rule.
fn keep_accepted(book: &impl Book, shared: Shared, stated: Framework) -> Decided<OwnPage> {
    let (now, side, mut next) = (book.now(), shared.side, stated);
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
    let shared = match shared(book, &request.session, &request.of)? {
        Ok(shared) => shared,
        Err(problem) => return Ok(Err(problem)),
    };
    if shared.framework.ending.is_some() {
        return Ok(Err(Problem::Changed));
    }
    let stated = shared.stated(request.ties.as_deref(), book);
    let (answers, stated) = match (checked(&shared.record.draft, request), stated) {
        (Ok(answers), Ok(stated)) => (answers, stated),
        (Err(problem), stated) => return Ok(Err(all_of(problem, stated.err()))),
        (_, Err(problem)) => return Ok(Err(problem)),
    };
    let (now, side) = (book.now(), shared.side);
    let newest = shared.framework.newest();
    let is_same = shared.framework.answers(newest) == Some(&answers);
    let is_own = shared.framework.versions.last().is_some_and(|version| version.by == side);
    if is_same && (is_own || request.seen == newest) {
        // Sent twice, or nothing was changed; but what a mentor says of their independence with it counts.
        return if stated == shared.framework {
            Ok(Ok(shared.page(book)?))
        } else {
            keep_accepted(book, shared, stated)
        };
    }
    if request.seen != newest {
        return Ok(Err(Problem::Changed));
    }
    if shared.framework.versions.len() >= VERSIONS_MAX {
        return Ok(Err(Problem::TooManyVersions));
    }
    let accepts = !stated.is_against_the_rule();
    let next = stated.proposed(side, now, answers, accepts);
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

/// All faults at once.
fn all_of(problem: Problem, other: Option<Problem>) -> Problem {
    match (problem, other) {
        (Problem::Faults { mut faults }, Some(Problem::Faults { faults: more })) => {
            faults.extend(more);
            faults.into()
        }
        (problem, _) => problem,
    }
}

/// Ends it for both; with `erases` everything goes as soon as both have been told.
pub fn end(book: &impl Book, request: &EndRequest) -> Decided<OwnPage> {
    let shared = match shared(book, &request.session, &request.of)? {
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
    let shared = match shared(book, &request.session, &request.of)? {
        Ok(shared) => shared,
        Err(problem) => return Ok(Err(problem)),
    };
    if shared.framework.ending.is_some() || !shared.record.is_confirmed() {
        return Ok(Err(Problem::Changed));
    }
    let page = shared.page(book)?;
    let subject = Subject::Record(shared.record.id.clone());
    let is_under_way = book.task(&subject, Fact::MentorLetter)?.is_some_and(|task| !task.state.is_final());
    let has_link = book.links(&shared.record.id)?.iter().any(|link| link.kind == LinkKind::Mentor);
    if is_under_way && !has_link {
        // Pressed twice: nothing opens the page any more, and the letter is yet to come.
        return Ok(Ok(page));
    }
    if is_too_often(&shared.record, book.now()) {
        return Ok(Err(Problem::TooManyLinks));
    }
    book.remove_links(&shared.record.id, LinkKind::Mentor)?;
    book.remove_sessions(&shared.record.id, LinkKind::Mentor)?;
    asking::begin_anew(book, &subject)?;
    put_letter(book, &subject, Fact::MentorLetter)?;
    book.put_changed(&shared.record.with(Happening::LinkRenewed, book.now()))?;
    Ok(Ok(page))
}

/// Whether as many links were renewed as may be, today or in all.
fn is_too_often(record: &Record, now: Millis) -> bool {
    let renewed = || record.history.iter().filter(|event| event.what == Happening::LinkRenewed);
    let today = renewed().filter(|event| event.at > now.saturating_sub(DAY_MS));
    today.count() >= RENEWED_A_DAY_MAX || renewed().count() >= RENEWED_MAX
}
