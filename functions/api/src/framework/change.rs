//! The page on which a change to a framework is written: whatever goes wrong, what was typed stands there again.

use super::{Asked, read};
use crate::answer::{fault_sentence, problem_page, see_other, set_problem_headers};
use crate::ask::{Ask, Person};
use crate::body::{Kind, of_kind};
use crate::fills::Fills;
use crate::ledger::{Object, send};
use crate::own::sign_in;
use crate::{document, gate};
use domain::call::{OwnPage, ProposeChange, ProposeRequest};
use domain::draft::{Answers, Draft};
use domain::fill::fill;
use domain::form_post::{FormPost, date_fields};
use domain::framework::{Stage, agreed, pages};
use domain::link::LinkHash;
use domain::problem::{Fault, Problem};
use domain::question::Kind as QuestionKind;
use domain::words as all_words;
use domain::words::form::framework as words;
use worker::{Response, Result};

/// The page on which a change is written, with what stands now.
pub async fn change(ask: &Ask, person: &Person) -> Result<Response> {
    let read = match gate::network(ask, person.session().as_str()).await {
        Ok(()) => read(ask, person.session()).await,
        Err(problem) => Err(problem),
    };
    let own = match read {
        Ok(own) => own,
        Err(Problem::NotSignedIn) => return sign_in(ask).await,
        Err(problem) => return problem_page(ask, &problem).await,
    };
    let (Some(shared), Some(asked)) = (&own.framework, Asked::of(&own.receipt.programme)) else {
        return document::not_found(ask).await;
    };
    if shared.framework.ending.is_some() {
        return see_other(&ask.language.address("/my"), ask.language);
    }
    let answers: Answers = own.answers.iter().cloned().collect();
    let fills = written(&asked, &agreed(asked.form, &answers), shared.framework.newest());
    document::filled(ask, &asked.path("/change"), ask.language, fills, 200).await
}

/// The fields with what was written.
fn written(asked: &Asked, answers: &Answers, seen: u32) -> Fills {
    let mut fills = Fills::default();
    fills.field(words::SEEN, vec![seen.to_string()]);
    for question in pages(asked.form).flat_map(|page| page.questions) {
        let values = answers.get(question.id).cloned().unwrap_or_default();
        if matches!(question.kind, QuestionKind::Date { .. }) {
            for (name, part) in date_fields(question.id, &values) {
                fills.field(&name, vec![part]);
            }
        }
        fills.field(question.id, values);
    }
    fills
}

/// Takes a change that was written. Whatever is wrong, what was typed stands there again.
pub async fn propose(ask: &Ask, person: Option<Person>) -> Result<Response> {
    let body = match of_kind(ask, Kind::Form) {
        Ok(body) => body,
        Err(problem) => return problem_page(ask, &problem).await,
    };
    let own_field = |wanted: &str| {
        form_urlencoded::parse(body).find(|(name, _)| name == wanted).map(|(_, value)| value.into_owned())
    };
    let slug = own_field(words::PROGRAMME).unwrap_or_default();
    let Some(asked) = Asked::of(&slug) else { return problem_page(ask, &Problem::NotTheCall).await };
    let seen = own_field(words::SEEN).and_then(|seen| seen.parse().ok()).unwrap_or_default();
    let draft = FormPost::parse(body, asked.programme, asked.form, ask.language).draft;
    let Some(person) = person else { return signed_out(ask, &asked, &draft, seen).await };
    let session = person.session().clone();
    let request = ProposeRequest { session: session.clone(), seen, answers: agreed(asked.form, &draft.answers) };
    let proposed = match gate::network(ask, session.as_str()).await {
        Ok(()) => send::<ProposeChange>(&ask.env, Object::Ledger, &request).await,
        Err(problem) => Err(problem),
    };
    match proposed {
        Ok(_) => see_other(&ask.language.address("/my"), ask.language),
        Err(Problem::NotSignedIn) => signed_out(ask, &asked, &draft, seen).await,
        Err(Problem::Changed) => changed(ask, &asked, &draft, &session).await,
        Err(problem) => refused(ask, &asked, &draft, seen, &problem).await,
    }
}

async fn signed_out(ask: &Ask, asked: &Asked, draft: &Draft, seen: u32) -> Result<Response> {
    let mut fills = written(asked, &draft.answers, seen);
    fills.text("problem", words::SIGNED_OUT.say(ask.language));
    let status = Problem::NotSignedIn.status();
    let response = document::filled(ask, &asked.path("/change"), ask.language, fills, status).await?;
    set_problem_headers(response.headers(), &Problem::NotSignedIn)?;
    Ok(response)
}

/// The other one was first: both wordings stand there, and sending again proposes this one after theirs.
async fn changed(ask: &Ask, asked: &Asked, draft: &Draft, session: &LinkHash) -> Result<Response> {
    let Ok(OwnPage { framework: Some(shared), .. }) = read(ask, session).await else {
        return refused(ask, asked, draft, 0, &Problem::Changed).await;
    };
    let newest = shared.framework.newest();
    let mut fills = written(asked, &draft.answers, newest);
    if shared.framework.ending.is_some() {
        fills.text("problem", words::next(Stage::Ended, shared.side).say(ask.language));
    } else {
        fills.text("problem", words::CHANGED_MEANWHILE.say(ask.language));
        let theirs = shared.framework.answers(newest).cloned().unwrap_or_default();
        for question in pages(asked.form).flat_map(|page| page.questions) {
            let said = asked.said(question, &theirs, ask.language);
            if said != asked.said(question, &draft.answers, ask.language) {
                let sentence = fill(words::THEIRS.say(ask.language), &[("answer", &said)]);
                fills.text(format!("theirs-{}", question.id), sentence);
            }
        }
    }
    document::filled(ask, &asked.path("/change"), ask.language, fills, Problem::Changed.status()).await
}

async fn refused(ask: &Ask, asked: &Asked, draft: &Draft, seen: u32, problem: &Problem) -> Result<Response> {
    let mut fills = written(asked, &draft.answers, seen);
    let faults: &[Fault] = if let Problem::Faults { faults } = problem { faults } else { &[] };
    for fault in faults {
        fills.fault(&fault.field, fault_sentence(draft, fault, ask.language));
        if let Some(question) = asked.form.question(&fault.field)
            && matches!(question.kind, QuestionKind::Date { .. })
        {
            for (name, _) in &date_fields(question.id, &[]) {
                fills.faulty_field(name);
            }
        }
    }
    if faults.is_empty() {
        fills.text("problem", all_words::problem::sentence(problem, ask.language));
    }
    let response = document::filled(ask, &asked.path("/change"), ask.language, fills, problem.status()).await?;
    set_problem_headers(response.headers(), problem)?;
    Ok(response)
}
