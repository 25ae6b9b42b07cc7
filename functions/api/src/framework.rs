//! What a student and their mentor agree on: the page of each of the two, and what its buttons do.

mod change;
mod page;

pub use change::{change, propose};
pub use page::show;

use crate::answer::problem_page;
use crate::ask::{Ask, Person};
use crate::ledger::{Object, send};
use crate::own::Posted;
use domain::call::{
    AcceptFramework, AcceptRequest, EndFramework, EndRequest, OwnPage, ReadOwn, ReadOwnRequest, RenewLink, RenewRequest,
};
use domain::draft::Answers;
use domain::independence::Tie;
use domain::link::LinkHash;
use domain::problem::Problem;
use domain::programme::{Form, Programme, Role, programme};
use domain::question::Question;
use domain::text::{Language, Text};
use domain::words as all_words;
use domain::words::form::framework as words;
use worker::{Response, Result};

type Outcome<T> = std::result::Result<T, Problem>;

/// What is said above a page besides where it stands.
pub enum Note<'a> {
    None,
    /// What was pressed was not done, because something else stands there now than was seen.
    Other(Text),
    Problem(&'a Problem),
}

/// What the own page's buttons do.
pub async fn carry_out(ask: &Ask, session: LinkHash, posted: &Posted) -> Outcome<()> {
    let env = &ask.env;
    // Every page of ours says which framework it shows.
    let of = || posted.of.clone().ok_or(Problem::Changed);
    match posted.go.as_str() {
        words::ACCEPT_VALUE => {
            let request = AcceptRequest { session, of: of()?, seen: posted.seen, ties: ties(&posted.ties) };
            send::<AcceptFramework>(env, Object::Ledger, &request).await.map(drop)
        }
        go @ (words::END_VALUE | words::ERASE_VALUE) => {
            let request = EndRequest { session, of: of()?, erases: go == words::ERASE_VALUE };
            send::<EndFramework>(env, Object::Ledger, &request).await.map(drop)
        }
        words::RENEW_VALUE => {
            let request = RenewRequest { session, of: of()? };
            send::<RenewLink>(env, Object::Ledger, &request).await.map(drop)
        }
        _ => Err(Problem::NotTheCall),
    }
}

/// What was ticked; nothing at all is no statement, and "none of these" beside a tie is overruled by the tie.
fn ties(values: &[String]) -> Option<Vec<Tie>> {
    let found: Vec<Tie> = Tie::ALL.into_iter().filter(|tie| values.iter().any(|value| value == tie.slug())).collect();
    let says_none = values.iter().any(|value| value == words::TIES_NONE_VALUE);
    (says_none || !found.is_empty()).then_some(found)
}

async fn read(ask: &Ask, session: &LinkHash) -> Outcome<OwnPage> {
    let request = ReadOwnRequest { session: session.clone() };
    send::<ReadOwn>(&ask.env, Object::Ledger, &request).await.map(|read| read.reply)
}

/// The own page again, with what went wrong; what belongs to no framework has a page of its own.
pub async fn show_problem(ask: &Ask, person: &Person, posted: &Posted, problem: &Problem) -> Result<Response> {
    let is_ours = matches!(
        problem,
        Problem::Changed | Problem::Faults { .. } | Problem::TooManyLinks | Problem::TooManyStatements
    );
    if !is_ours {
        return problem_page(ask, problem).await;
    }
    match read(ask, person.session()).await {
        Ok(own) if own.framework.is_some() => show(ask, &own, note(&own, posted, problem)).await,
        _ => problem_page(ask, problem).await,
    }
}

fn note<'a>(own: &OwnPage, posted: &Posted, problem: &'a Problem) -> Note<'a> {
    let has_ended = own.framework.as_ref().is_some_and(|shared| shared.framework.ending.is_some());
    match problem {
        Problem::Changed if posted.of.as_ref() != Some(&own.receipt.reference) => Note::Other(words::OTHER_OPENED),
        Problem::Changed if posted.go == words::ACCEPT_VALUE && has_ended => Note::Other(words::ENDED_MEANWHILE),
        Problem::Changed if posted.go == words::ACCEPT_VALUE => Note::Other(words::ACCEPT_OLD),
        problem => Note::Problem(problem),
    }
}

/// Rules and words of a framework's form.
struct Asked {
    programme: &'static Programme,
    form: &'static Form,
}

impl Asked {
    fn of(slug: &str) -> Option<Self> {
        let programme = programme(slug)?;
        Some(Self { programme, form: programme.form(Role::Framework)? })
    }

    fn path(&self, place: &str) -> String {
        format!("/my/{}/{}{place}", self.programme.slug, self.form.role.slug())
    }

    /// An answer in words; "nothing" where there is none.
    fn said(&self, question: &Question, answers: &Answers, language: Language) -> String {
        let values = answers.get(question.id).map_or(&[][..], Vec::as_slice);
        let words = all_words::programme(self.programme.slug).and_then(|words| words.form(self.form.role));
        let found = words.and_then(|words| words.questions_with(self.form).find(|(known, _)| known.id == question.id));
        let said = found.map(|(_, words)| all_words::form::answer_text(question, words, values, language));
        said.filter(|text| !text.trim().is_empty()).unwrap_or_else(|| words::NOTHING.say(language).to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ticked_is_no_statement_and_a_tie_overrules_none() {
        let ticked = |values: &[&str]| ties(&values.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>());
        assert_eq!(ticked(&[]), None);
        assert_eq!(ticked(&["x"]), None);
        assert_eq!(ticked(&["none"]), Some(vec![]));
        assert_eq!(ticked(&["none", "co-author"]), Some(vec![Tie::CoAuthor]));
    }
}
