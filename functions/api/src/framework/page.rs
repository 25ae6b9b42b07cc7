//! The page of each of the two: where their framework stands, what it says, and what can be done.

use super::{Asked, Note};
use crate::answer::set_problem_headers;
use crate::ask::Ask;
use crate::document;
use domain::call::{OwnFramework, OwnPage};
use domain::draft::Answers;
use domain::fill::fill;
use domain::fills::Fills;
use domain::form_post::field;
use domain::framework::{Asking, MENTOR_EMAIL, OF_MEETINGS, Side, Stage, Statement, pages};
use domain::ledger::agree::STATEMENT_FIELD;
use domain::problem::Problem;
use domain::programme::Programme;
use domain::question::Kind as QuestionKind;
use domain::text::{Language, Text};
use domain::words::form::framework as words;
use domain::words::page::kit::meetings::MEETINGS;
use domain::words::{self as all_words, date};
use worker::{Response, Result};

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
    fills.field(field::OF, vec![own.receipt.reference.as_str().to_owned()]);
    show_acts(&mut fills, asked.programme, shared, language);
    let status = match note {
        Note::None => 200,
        Note::Other(sentence) => {
            fills.text("problem", sentence.say(language));
            Problem::Changed.status()
        }
        Note::Problem(problem) => {
            match problem {
                Problem::Faults { .. } => fills.fault(STATEMENT_FIELD, words::TIES_MISSING.say(language).to_owned()),
                _ => fills.text("problem", all_words::problem::sentence(problem, language)),
            }
            problem.status()
        }
    };
    let response = document::filled(ask, &asked.path(""), language, fills, status).await?;
    if let Note::Problem(problem) = note {
        set_problem_headers(response.headers(), problem)?;
    }
    Ok(response)
}

fn show_stage(fills: &mut Fills, shared: &OwnFramework, language: Language) {
    let framework = &shared.framework;
    let stage = framework.stage();
    let is_unconfirmed = !shared.is_confirmed && stage != Stage::Ended;
    let title = if is_unconfirmed { words::UNCONFIRMED } else { words::stage(stage, shared.side) };
    fills.text("standing", title.say(language));
    let next: Vec<&str> = next(shared, stage, is_unconfirmed).iter().map(|text| text.say(language)).collect();
    fills.text("standing-next", next.join(" "));
    if framework.ending.is_some_and(|ending| ending.erases) {
        fills.show("erasing");
    }
    let is_agreed = framework.in_force() == Some(framework.shown());
    fills.show(if is_agreed { "title-agreed" } else { "title-proposed" });
}

/// What happens next, a sentence each.
fn next(shared: &OwnFramework, stage: Stage, is_unconfirmed: bool) -> Vec<Text> {
    let is_students = shared.side == Side::Mentee;
    match stage {
        _ if is_unconfirmed => vec![words::UNCONFIRMED_NEXT],
        Stage::Asked if is_students => vec![words::asking(shared.asking)],
        Stage::Ended => vec![words::next(stage, shared.side)],
        _ => {
            let holds = matches!(stage, Stage::WaitsFor(_)) && shared.framework.in_force().is_some();
            // A new link that went astray; whoever has agreed is waited for by nobody.
            let lost = match shared.asking {
                Asking::Undelivered if is_students => Some(words::UNDELIVERED),
                Asking::Unsure if is_students => Some(words::UNSURE),
                _ => None,
            };
            let first = words::next(stage, shared.side);
            [Some(first), holds.then_some(words::HOLDS), lost].into_iter().flatten().collect()
        }
    }
}

/// Every answer, and beside one that the newest version changes what stood there.
fn show_agreed(fills: &mut Fills, asked: &Asked, own: &OwnPage, shared: &OwnFramework, language: Language) {
    let shown: Answers = own.answers.iter().cloned().collect();
    // Of what has ended nothing is compared any more.
    let earlier = shared.framework.earlier().filter(|_| shared.framework.ending.is_none());
    let agreed: Vec<&str> = pages(asked.form).flat_map(|page| page.questions).map(|question| question.id).collect();
    for question in asked.form.questions().filter(|question| question.kind != QuestionKind::Acknowledgement) {
        let said = asked.said(question, &shown, language);
        if let Some(earlier) = earlier.filter(|_| agreed.contains(&question.id)) {
            let before = asked.said(question, earlier, language);
            if before != said {
                let sentence = fill(words::EARLIER.say(language), &[("answer", &before)]);
                fills.text(format!("earlier-{}", question.id), sentence);
            }
        }
        fills.show(format!("row-{}", question.id));
        fills.text(format!("answer-{}", question.id), said);
    }
}

/// The boxes of a statement that was made.
pub(super) fn ticked(statement: &Statement) -> Vec<String> {
    match statement.ties.as_slice() {
        [] => vec![words::TIES_NONE_VALUE.to_owned()],
        ties => ties.iter().map(|tie| tie.slug().to_owned()).collect(),
    }
}

fn show_statement(fills: &mut Fills, shared: &OwnFramework, language: Language) {
    let Some(statement) = &shared.framework.statement else { return };
    let said: Vec<&str> = statement.ties.iter().map(|tie| words::tie(*tie).say(language)).collect();
    fills.field(STATEMENT_FIELD, ticked(statement));
    match said.as_slice() {
        [] => fills.text("statement", words::independent(shared.side).say(language)),
        _ if shared.framework.is_against_the_rule() => {}
        said => {
            let sentence = fill(words::tied(shared.side).say(language), &[("ties", &said.join(". "))]);
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
        let time = date::time(at, language);
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

/// The page on which meetings are planned, with what both have agreed on. It stands behind `#`, so that nobody is sent it.
fn meetings(shared: &OwnFramework, language: Language) -> Option<String> {
    let agreed = shared.framework.answers(shared.framework.in_force()?)?;
    let answer = |question| agreed.get(question)?.first();
    let fields = OF_MEETINGS.iter().filter_map(|(field, question)| Some((*field, answer(*question)?.as_str())));
    let agreed = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    Some(format!("{}#{agreed}", language.address(MEETINGS.path)))
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
    if let Some(meetings) = meetings(shared, language) {
        fills.show("meetings");
        fills.link("meetings", meetings);
    }
    if shared.is_confirmed && shared.asking != Asking::UnderWay {
        fills.show(if shared.side == Side::Mentor { "own-link" } else { "new-link" });
    }
}
