//! The page on which a change to a framework is written: whatever goes wrong, what was typed stands there again.

use super::page::ticked;
use super::{Asked, Outcome, read, ties};
use crate::answer::{fault_sentence, problem_page, see_other, set_problem_headers};
use crate::ask::{Ask, Person};
use crate::body::{Kind, of_kind};
use crate::form::put_answers;
use crate::ledger::{Object, send};
use crate::{document, gate};
use domain::call::{OwnPage, ProposeChange, ProposeRequest};
use domain::draft::{Answers, Draft, VALUES_MAX};
use domain::fill::fill;
use domain::fills::Fills;
use domain::form_post::{FormPost, field};
use domain::framework::{Side, Stage, agreed, pages};
use domain::ledger::agree::STATEMENT_FIELD;
use domain::link::LinkHash;
use domain::problem::{Fault, Problem};
use domain::reference::Reference;
use domain::shown::show_fault;
use domain::words as all_words;
use domain::words::form::framework as words;
use worker::{Response, Result};

/// The page on which a change is written, with what stands now.
pub async fn change(ask: &Ask, own: &OwnPage) -> Result<Response> {
    let (Some(shared), Some(asked)) = (&own.framework, Asked::of(&own.receipt.programme)) else {
        return document::not_found(ask).await;
    };
    if shared.framework.ending.is_some() {
        return see_other(&ask.language.address("/my"), ask.language);
    }
    let answers: Answers = own.answers.iter().cloned().collect();
    let typed = Typed {
        of: own.receipt.reference.as_str().to_owned(),
        seen: shared.framework.newest(),
        answers: agreed(asked.form, &answers),
        ties: shared.framework.statement.as_ref().map_or_else(Vec::new, ticked),
        asks_ties: shared.side == Side::Mentor && asked.programme.independence,
    };
    let fills = written(&asked, &typed);
    document::filled(ask, &asked.path("/change"), ask.language, fills, 200).await
}

/// What stands in the fields of the page.
struct Typed {
    /// The reference of the framework that the page shows.
    of: String,
    seen: u32,
    answers: Answers,
    ties: Vec<String>,
    /// Whether it is a mentor who has to say how independent they are, as far as is known.
    asks_ties: bool,
}

/// The fields with what was written.
fn written(asked: &Asked, typed: &Typed) -> Fills {
    let mut fills = Fills::default();
    fills.field(field::OF, vec![typed.of.clone()]);
    fills.field(words::SEEN, vec![typed.seen.to_string()]);
    fills.field(STATEMENT_FIELD, typed.ties.clone());
    if typed.asks_ties {
        fills.show("ask-ties");
    }
    put_answers(&mut fills, asked.form, &typed.answers);
    fills
}

/// Takes a change that was written. Whatever is wrong, what was typed stands there again.
pub async fn propose(ask: &Ask, person: Option<Person>) -> Result<Response> {
    let body = match of_kind(ask, Kind::Form) {
        Ok(body) => body,
        Err(problem) => return problem_page(ask, &problem).await,
    };
    let fields = |wanted| form_urlencoded::parse(body).filter(move |(name, _)| name == wanted);
    let own_field = |wanted| fields(wanted).next().map(|(_, value)| value.into_owned()).unwrap_or_default();
    let Some(asked) = Asked::of(&own_field(words::PROGRAMME)) else {
        return problem_page(ask, &Problem::NotTheCall).await;
    };
    let ticked: Vec<String> = fields(STATEMENT_FIELD).take(VALUES_MAX).map(|(_, value)| value.into_owned()).collect();
    let typed = Typed {
        of: own_field(field::OF),
        seen: own_field(words::SEEN).parse().unwrap_or_default(),
        answers: FormPost::parse(body, asked.programme, asked.form, ask.language).draft.answers,
        asks_ties: !ticked.is_empty(),
        ties: ticked,
    };
    let Some(person) = person else { return signed_out(ask, &asked, &typed).await };
    let session = person.session().clone();
    let proposed = match gate::network(ask, session.as_str()).await {
        Ok(()) => send_change(ask, &asked, &session, &typed).await,
        Err(problem) => Err(problem),
    };
    match proposed {
        Ok(()) => see_other(&ask.language.address("/my"), ask.language),
        Err(Problem::NotSignedIn) => signed_out(ask, &asked, &typed).await,
        Err(Problem::Changed) => changed(ask, &asked, typed, &session).await,
        Err(problem) => refused(ask, &asked, typed, &problem).await,
    }
}

async fn send_change(ask: &Ask, asked: &Asked, session: &LinkHash, typed: &Typed) -> Outcome<()> {
    let request = ProposeRequest {
        session: session.clone(),
        // Every page of ours says which framework it shows.
        of: Reference::parse(&typed.of).ok_or(Problem::Changed)?,
        seen: typed.seen,
        answers: agreed(asked.form, &typed.answers),
        ties: ties(&typed.ties),
    };
    send::<ProposeChange>(&ask.env, Object::Ledger, &request).await.map(drop)
}

async fn signed_out(ask: &Ask, asked: &Asked, typed: &Typed) -> Result<Response> {
    let mut fills = written(asked, typed);
    fills.text("problem", words::SIGNED_OUT.say(ask.language));
    give(ask, asked, fills, &Problem::NotSignedIn).await
}

/// The other one was first: both wordings stand there, and sending again proposes this one after theirs.
async fn changed(ask: &Ask, asked: &Asked, mut typed: Typed, session: &LinkHash) -> Result<Response> {
    let Ok(own) = read(ask, session).await else { return refused(ask, asked, typed, &Problem::Changed).await };
    if own.receipt.reference.as_str() != typed.of {
        // Nothing of the other one is put beside what was written for this one.
        let mut fills = written(asked, &typed);
        fills.text("problem", words::OTHER_OPENED_WRITING.say(ask.language));
        return give(ask, asked, fills, &Problem::Changed).await;
    }
    let Some(shared) = own.framework else { return refused(ask, asked, typed, &Problem::Changed).await };
    let newest = shared.framework.newest();
    typed.seen = newest;
    typed.asks_ties = shared.side == Side::Mentor && asked.programme.independence;
    let mut fills = written(asked, &typed);
    if shared.framework.ending.is_some() {
        fills.text("problem", words::next(Stage::Ended, shared.side).say(ask.language));
    } else {
        fills.text("problem", words::CHANGED_MEANWHILE.say(ask.language));
        let theirs = shared.framework.answers(newest).cloned().unwrap_or_default();
        for question in pages(asked.form).flat_map(|page| page.questions) {
            let said = asked.said(question, &theirs, ask.language);
            if said != asked.said(question, &typed.answers, ask.language) {
                let sentence = fill(words::THEIRS.say(ask.language), &[("answer", &said)]);
                fills.text(format!("theirs-{}", question.id), sentence);
            }
        }
    }
    give(ask, asked, fills, &Problem::Changed).await
}

async fn refused(ask: &Ask, asked: &Asked, mut typed: Typed, problem: &Problem) -> Result<Response> {
    let faults: &[Fault] = if let Problem::Faults { faults } = problem { faults } else { &[] };
    typed.asks_ties |= faults.iter().any(|fault| fault.field == STATEMENT_FIELD);
    let mut fills = written(asked, &typed);
    let mut draft = Draft::new(asked.programme, asked.form.role, ask.language);
    draft.answers = typed.answers;
    for fault in faults {
        if fault.field == STATEMENT_FIELD {
            fills.fault(STATEMENT_FIELD, words::TIES_MISSING.say(ask.language).to_owned());
            continue;
        }
        let sentence = fault_sentence(&draft, fault, ask.language);
        match asked.form.question(&fault.field) {
            Some(question) => show_fault(&mut fills, question, sentence),
            None => fills.fault(&fault.field, sentence),
        }
    }
    if faults.is_empty() {
        fills.text("problem", all_words::problem::sentence(problem, ask.language));
    }
    give(ask, asked, fills, problem).await
}

async fn give(ask: &Ask, asked: &Asked, fills: Fills, problem: &Problem) -> Result<Response> {
    let response = document::filled(ask, &asked.path("/change"), ask.language, fills, problem.status()).await?;
    set_problem_headers(response.headers(), problem)?;
    Ok(response)
}
