//! What a student and their mentor agree on: the page of each of the two, and what its buttons do.

mod change;

pub use change::{change, propose};

use crate::answer::problem_page;
use crate::ask::{Ask, Person};
use crate::document;
use crate::fills::Fills;
use crate::ledger::{Object, send};
use crate::own::Posted;
use domain::calendar;
use domain::call::{
    AcceptFramework, AcceptRequest, EndFramework, EndRequest, OwnFramework, OwnPage, ReadOwn, ReadOwnRequest,
    RenewLink, RenewRequest,
};
use domain::draft::Answers;
use domain::fill::fill;
use domain::framework::{MENTOR_EMAIL, OF_MEETINGS, Side, Stage, pages};
use domain::independence::Tie;
use domain::ledger::agree::STATEMENT_FIELD;
use domain::link::LinkHash;
use domain::problem::Problem;
use domain::programme::{Form, Programme, Role, programme};
use domain::question::{Kind as QuestionKind, Question};
use domain::text::{Language, Text};
use domain::words::form::framework as words;
use domain::words::page::kit::meetings::MEETINGS;
use domain::words::{self as all_words, date};
use worker::{Response, Result};

type Outcome<T> = std::result::Result<T, Problem>;

/// What is said above a page besides where it stands.
pub enum Note<'a> {
    None,
    /// What was to be accepted is not the newest any more.
    Old,
    Problem(&'a Problem),
}

/// What the own page's buttons do.
pub async fn carry_out(ask: &Ask, session: LinkHash, posted: &Posted) -> Outcome<()> {
    let env = &ask.env;
    match posted.go.as_str() {
        words::ACCEPT_VALUE => {
            let request = AcceptRequest { session, seen: posted.seen, ties: ties(&posted.ties) };
            send::<AcceptFramework>(env, Object::Ledger, &request).await.map(drop)
        }
        go @ (words::END_VALUE | words::ERASE_VALUE) => {
            let request = EndRequest { session, erases: go == words::ERASE_VALUE };
            send::<EndFramework>(env, Object::Ledger, &request).await.map(drop)
        }
        words::RENEW_VALUE => send::<RenewLink>(env, Object::Ledger, &RenewRequest { session }).await.map(drop),
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
    let note = match problem {
        Problem::Changed if posted.go == words::ACCEPT_VALUE => Note::Old,
        Problem::Faults { .. } => Note::Problem(problem),
        _ => return problem_page(ask, problem).await,
    };
    match read(ask, person.session()).await {
        Ok(own) if own.framework.is_some() => show(ask, &own, note).await,
        _ => problem_page(ask, problem).await,
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

/// The page of one of the two.
pub async fn show(ask: &Ask, own: &OwnPage, note: Note<'_>) -> Result<Response> {
    let (Some(shared), Some(asked)) = (&own.framework, Asked::of(&own.receipt.programme)) else {
        return document::not_found(ask).await;
    };
    let language = ask.language;
    let mut fills = Fills::default();
    crate::form::show_receipt(&mut fills, &own.receipt, language);
    show_stage(&mut fills, shared, language);
    show_agreed(&mut fills, &asked, own, shared, language);
    show_statement(&mut fills, shared, language);
    fills.text("history", history(own, shared, language));
    show_acts(&mut fills, asked.programme, shared, language);
    let status = match note {
        Note::None => 200,
        Note::Old => {
            fills.text("problem", words::ACCEPT_OLD.say(language));
            Problem::Changed.status()
        }
        Note::Problem(problem) => {
            fills.text("fault-ties", words::TIES_MISSING.say(language));
            fills.faulty_field(STATEMENT_FIELD);
            problem.status()
        }
    };
    document::filled(ask, &asked.path(""), language, fills, status).await
}

fn show_stage(fills: &mut Fills, shared: &OwnFramework, language: Language) {
    let stage = shared.framework.stage();
    let is_unconfirmed = !shared.is_confirmed && stage != Stage::Ended;
    let [title, next] = if is_unconfirmed {
        [words::UNCONFIRMED, words::UNCONFIRMED_NEXT]
    } else {
        [words::stage(stage, shared.side), words::next(stage, shared.side)]
    };
    fills.text("standing", title.say(language));
    fills.text("standing-next", next.say(language));
    if shared.framework.ending.is_some_and(|ending| ending.erases) {
        fills.show("erasing");
    }
}

/// Every answer, and beside one that the newest version changes what stood there.
fn show_agreed(fills: &mut Fills, asked: &Asked, own: &OwnPage, shared: &OwnFramework, language: Language) {
    let newest: Answers = own.answers.iter().cloned().collect();
    let earlier = shared.framework.earlier();
    let agreed: Vec<&str> = pages(asked.form).flat_map(|page| page.questions).map(|question| question.id).collect();
    let shown = asked.form.questions().filter(|question| question.kind != QuestionKind::Acknowledgement);
    for question in shown {
        let said = asked.said(question, &newest, language);
        if let Some(earlier) = earlier.filter(|_| agreed.contains(&question.id)) {
            let before = asked.said(question, earlier, language);
            if before != said {
                let sentence = fill(words::EARLIER.say(language), &[("answer", &before)]);
                fills.text(format!("earlier-{}", question.id), sentence);
            }
        }
        fills.text(format!("answer-{}", question.id), said);
    }
}

fn show_statement(fills: &mut Fills, shared: &OwnFramework, language: Language) {
    let Some(statement) = &shared.framework.statement else { return };
    let said: Vec<&str> = statement.ties.iter().map(|tie| words::tie(*tie).say(language)).collect();
    let values = if said.is_empty() {
        vec![words::TIES_NONE_VALUE.to_owned()]
    } else {
        statement.ties.iter().map(|tie| tie.slug().to_owned()).collect()
    };
    fills.field(STATEMENT_FIELD, values);
    match said.as_slice() {
        [] => fills.text("statement", words::INDEPENDENT.say(language)),
        _ if shared.framework.is_against_the_rule() => {}
        said => {
            let sentence = fill(words::TIED.say(language), &[("ties", &said.join(". "))]);
            fills.text("statement", sentence);
        }
    }
}

/// What happened, oldest first, a line each.
fn history(own: &OwnPage, shared: &OwnFramework, language: Language) -> String {
    let framework = &shared.framework;
    let mentor = own.answers.iter().find(|(id, _)| id == MENTOR_EMAIL).and_then(|(_, values)| values.first());
    let mut lines: Vec<(i64, u8, String)> = Vec::new();
    let mut line = |at: i64, rank: u8, text: Text, number: u32| {
        let time = date::day_and_clock(&calendar::day(at), &calendar::clock(at), language);
        let mentor = mentor.map_or("", String::as_str);
        let values = [("time", time.as_str()), ("number", &number.to_string()), ("mentor", mentor)];
        lines.push((at, rank, fill(text.say(language), &values)));
    };
    for (number, version) in (1..).zip(&framework.versions) {
        line(version.at, 0, words::proposed(version.by), number);
    }
    for acceptance in &framework.accepted {
        let version = framework.versions.get(usize::try_from(acceptance.version).unwrap_or(0).saturating_sub(1));
        // Who proposes accepts; that needs no line.
        if version.is_none_or(|version| version.by != acceptance.by) {
            line(acceptance.at, 1, words::accepted(acceptance.by), acceptance.version);
        }
    }
    if let Some(at) = shared.asked_at {
        line(at, 2, words::ASKED, 0);
    }
    if let Some(ending) = framework.ending {
        line(ending.at, 3, words::ended(ending.by), 0);
    }
    lines.sort();
    lines.into_iter().map(|(_, _, line)| format!("• {line}")).collect::<Vec<_>>().join("\n")
}

/// The page on which meetings are planned, with what was agreed. It stands behind `#`, so that nobody is sent it.
fn meetings(shared: &OwnFramework, language: Language) -> String {
    let newest = shared.framework.versions.last().map(|version| &version.answers);
    let answer = |question| newest.and_then(|answers| answers.get(question)?.first());
    let fields = OF_MEETINGS.iter().filter_map(|(field, question)| Some((*field, answer(*question)?.as_str())));
    let agreed = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    format!("{}#{agreed}", language.address(MEETINGS.path))
}

/// What the person of this page can do now.
fn show_acts(fills: &mut Fills, programme: &Programme, shared: &OwnFramework, language: Language) {
    let framework = &shared.framework;
    let (newest, is_over) = (framework.newest(), framework.ending.is_some());
    fills.field(words::SEEN, vec![newest.to_string()]);
    if framework.ending.is_none_or(|ending| !ending.erases) {
        fills.show("erase");
    }
    if is_over {
        return;
    }
    if !framework.has_accepted(shared.side, newest) {
        fills.show("accept");
        if shared.side == Side::Mentor && programme.independence {
            fills.show("ask-ties");
        }
    }
    for place in ["may-change", "end"] {
        fills.show(place);
    }
    fills.link("meetings", meetings(shared, language));
    if shared.asked_at.is_some() {
        fills.show("new-link");
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
