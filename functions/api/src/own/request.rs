//! A request: what one of the two reads of the other, and their yes or no.

use super::sign_in;
use crate::answer::{problem_page, see_other, set_problem_headers};
use crate::ask::{Ask, Person};
use crate::body::{Kind, of_kind};
use crate::fills::Fills;
use crate::ledger::{Object, send};
use crate::{document, gate};
use domain::call::{AnswerMentorRequest, AnswerRequest, ReadRequest, ReadRequestRequest, RequestPage};
use domain::fill::fill;
use domain::form_post::field;
use domain::matching::{Crowd, Fit, rules};
use domain::problem::Problem;
use domain::programme::{Role, programme};
use domain::reference::Reference;
use domain::request::Stage;
use domain::text::Language;
use domain::words::form::answer_text;
use domain::words::form::request as words;
use domain::words::{self as all_words, date};
use worker::{Response, Result};

/// The query's only member.
pub const OF: &str = "of";

/// The address of the page of a request.
pub fn address(of: &Reference, language: Language) -> String {
    language.address(&format!("/my/request?{OF}={}", of.as_str()))
}

pub async fn page(ask: &Ask, person: &Person) -> Result<Response> {
    let asked = ask.query(OF);
    let Some(of) = asked.as_deref().and_then(Reference::parse) else {
        return see_other(&ask.language.address("/my"), ask.language);
    };
    match read(ask, person, of).await {
        Ok(page) => show(ask, &page, None).await,
        Err(Problem::NotSignedIn) => sign_in(ask).await,
        // It was somebody else's, or another page was opened in this browser.
        Err(Problem::Changed) => see_other(&ask.language.address("/my"), ask.language),
        Err(problem) => problem_page(ask, &problem).await,
    }
}

async fn read(ask: &Ask, person: &Person, of: Reference) -> std::result::Result<RequestPage, Problem> {
    gate::network(ask, person.session().as_str()).await?;
    let request = ReadRequestRequest { session: person.session().clone(), of };
    send::<ReadRequest>(&ask.env, Object::Ledger, &request).await.map(|read| read.reply)
}

/// A yes or a no; the page then says what follows.
pub async fn answer(ask: &Ask, person: Option<Person>) -> Result<Response> {
    let Some(person) = person else { return sign_in(ask).await };
    let body = match of_kind(ask, Kind::Form) {
        Ok(body) => body,
        Err(problem) => return problem_page(ask, &problem).await,
    };
    let first = |wanted| form_urlencoded::parse(body).find(|(name, _)| name == wanted).map(|(_, value)| value);
    let yes = match first(field::GO).as_deref() {
        Some(words::YES_VALUE) => true,
        Some(words::NO_VALUE) => false,
        _ => return problem_page(ask, &Problem::NotTheCall).await,
    };
    let Some(of) = first(field::OF).as_deref().and_then(Reference::parse) else {
        return problem_page(ask, &Problem::Changed).await;
    };
    let asked_at = first(words::ASKED_AT).and_then(|text| text.parse().ok()).unwrap_or_default();
    let request = AnswerRequest { session: person.session().clone(), of: of.clone(), asked_at, yes };
    let done = match gate::network(ask, person.session().as_str()).await {
        Ok(()) => send::<AnswerMentorRequest>(&ask.env, Object::Ledger, &request).await.map(drop),
        Err(problem) => Err(problem),
    };
    match done {
        Ok(()) => see_other(&address(&of, ask.language), ask.language),
        Err(Problem::NotSignedIn) => sign_in(ask).await,
        Err(problem @ (Problem::Changed | Problem::NoPlace)) => match read(ask, &person, of).await {
            Ok(page) => show(ask, &page, Some(&problem)).await,
            Err(_) => problem_page(ask, &problem).await,
        },
        Err(problem) => problem_page(ask, &problem).await,
    }
}

async fn show(ask: &Ask, page: &RequestPage, problem: Option<&Problem>) -> Result<Response> {
    let Some((path, mut fills)) = frame(page, ask.language) else { return document::not_found(ask).await };
    match problem {
        Some(Problem::Changed) => fills.text("problem", words::CHANGED.say(ask.language)),
        Some(Problem::NoPlace) => fills.text("problem", words::NO_PLACE.say(ask.language)),
        Some(problem) => fills.text("problem", all_words::problem::sentence(problem, ask.language)),
        None => {}
    }
    let status = problem.map_or(200, Problem::status);
    let response = document::filled(ask, &path, ask.language, fills, status).await?;
    if let Some(problem) = problem {
        set_problem_headers(response.headers(), problem)?;
    }
    Ok(response)
}

/// The document of the other's answers, and what is put into it.
fn frame(page: &RequestPage, language: Language) -> Option<(String, Fills)> {
    let reader = Role::parse(&page.reader)?;
    let of = if reader == Role::Mentor { Role::Mentee } else { Role::Mentor };
    let form = programme(&page.programme)?.form(of)?;
    let mut fills = Fills::default();
    let date = date::long(&page.answer_by, language);
    let stage = words::stage(page.stage, page.is_paired, reader).say(language);
    fills.text("stage", fill(stage, &[("date", &date)]));
    if let Some(more) = words::more(page.stage, reader) {
        fills.text("more", more.say(language));
    }
    fills.field(field::OF, vec![page.of.as_str().to_owned()]);
    fills.field(words::ASKED_AT, vec![page.asked_at.to_string()]);
    if matches!((page.stage, reader), (Stage::Asked, Role::Mentor) | (Stage::Agreed, Role::Mentee)) {
        fills.show("answer");
    }
    if !page.answers.is_empty() {
        fills.show("answers");
        let form_words = all_words::programme(&page.programme)?.form(of)?;
        for (question, question_words) in form_words.questions_with(form) {
            let given = page.answers.iter().find(|(id, _)| id == question.id);
            let Some((id, values)) = given else { continue };
            fills.show(format!("row-{id}"));
            fills.text(format!("answer-{id}"), answer_text(question, question_words, values, language));
        }
        show_fit(&mut fills, page, reader, language);
    }
    if let Some(contact) = &page.contact {
        fills.show("contact");
        fills.text("contact-name", contact.name.clone());
        fills.text("contact-email", contact.email.clone());
    }
    Some((format!("/my/{}/{}/request", page.programme, of.slug()), fills))
}

fn show_fit(fills: &mut Fills, page: &RequestPage, reader: Role, language: Language) {
    let (mentee, mentor) = if reader == Role::Mentor { (&page.answers, &page.own) } else { (&page.own, &page.answers) };
    let fit = Fit::of(rules(&page.programme), mentee, mentor, &Crowd::default());
    let lines = words::fits(&fit, &page.programme, mentee, mentor, language);
    if !lines.is_empty() {
        fills.show("fitting");
        fills.text("fits", lines.iter().map(|line| format!("• {line}")).collect::<Vec<_>>().join("\n"));
    }
}
