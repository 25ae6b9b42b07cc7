//! A mentee's page of mentors: what they wish, and whom they can wish for. Whatever goes wrong, what was typed stands there again.

mod posted;
mod shown;

use super::sign_in;
use crate::answer::{problem_page, see_other, set_problem_headers};
use crate::ask::{Ask, Person};
use crate::body::{Kind, of_kind};
use crate::ledger::{Object, send};
use crate::{answer, document, gate, mentors};
use domain::call::{ReadOwnRequest, ReadWishes, SetWishes, WishesPage};
use domain::directory::Sought;
use domain::problem::Problem;
use domain::text::Language;
use domain::words as all_words;
use domain::words::form::framework as framework_words;
use domain::words::form::wishes as words;
use posted::{Full, Posted, Stands};
use worker::{Response, Result};

const PATH: &str = "/my/mentors";

/// The page's address after something was saved on it, with what was sought there.
fn saved(sought: &Sought, language: Language) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(sought.query()).append_pair(words::SAVED_FIELD, "yes");
    format!("{}?{}#wishes", language.address(PATH), query.finish())
}

pub async fn page(ask: &Ask, person: &Person) -> Result<Response> {
    match read(ask, person).await {
        Ok(page) => {
            let sought = Sought::of(&page.programme, |name| ask.query(name));
            show(ask, &Stands { page, is_known: true }, &sought, None).await
        }
        Err(Problem::NotSignedIn) => sign_in(ask).await,
        // Another of the person's pages was opened in this browser, or there are no mentors to wish for.
        Err(Problem::Changed) => see_other(&ask.language.address("/my"), ask.language),
        Err(problem) => problem_page(ask, &problem).await,
    }
}

/// The mentors for the program: to whom they are shown, and nobody else.
pub async fn snapshot(ask: &Ask, person: &Person) -> Result<Response> {
    match read(ask, person).await {
        Ok(page) if page.may_change => mentors::own_snapshot(ask, &page).await,
        Ok(_) => answer::problem(&Problem::Changed, ask.language, &[]),
        Err(problem) => answer::problem(&problem, ask.language, &[]),
    }
}

async fn read(ask: &Ask, person: &Person) -> std::result::Result<WishesPage, Problem> {
    gate::network(ask, person.session().as_str()).await?;
    let request = ReadOwnRequest { session: person.session().clone() };
    send::<ReadWishes>(&ask.env, Object::Ledger, &request).await.map(|read| read.reply)
}

/// Any of the page's buttons: what they wish is kept with each.
pub async fn act(ask: &Ask, person: Option<Person>) -> Result<Response> {
    let body = match of_kind(ask, Kind::Form) {
        Ok(body) => body,
        Err(problem) => return problem_page(ask, &problem).await,
    };
    let mut posted = Posted::of(body);
    let sought = posted.sought();
    let is_full = posted.press() == Err(Full);
    let done = match &person {
        Some(person) if !is_full => keep(ask, person, &posted).await,
        Some(_) => Err(Problem::Changed),
        None => Err(Problem::NotSignedIn),
    };
    match done {
        Ok(()) => see_other(&saved(&sought, ask.language), ask.language),
        Err(problem) => refused(ask, person.as_ref(), &posted, &sought, is_full, &problem).await,
    }
}

async fn keep(ask: &Ask, person: &Person, posted: &Posted) -> std::result::Result<(), Problem> {
    gate::network(ask, person.session().as_str()).await?;
    let request = posted.request(person.session().clone()).ok_or(Problem::Changed)?;
    send::<SetWishes>(&ask.env, Object::Ledger, &request).await.map(drop)
}

/// The page again, with what went wrong and what was typed.
async fn refused(
    ask: &Ask,
    person: Option<&Person>,
    posted: &Posted,
    sought: &Sought,
    is_full: bool,
    problem: &Problem,
) -> Result<Response> {
    let read = match person {
        Some(person) => read(ask, person).await.ok(),
        None => None,
    };
    let stands = posted.typed_into(read);
    let sentence = match problem {
        Problem::Faults { .. } => String::new(),
        Problem::NotSignedIn => framework_words::SIGNED_OUT.say(ask.language).to_owned(),
        Problem::Changed if !stands.is_known => words::TOO_LATE.say(ask.language).to_owned(),
        Problem::Changed if is_full => words::FULL.say(ask.language).to_owned(),
        Problem::Changed => words::CHANGED.say(ask.language).to_owned(),
        other => all_words::problem::sentence(other, ask.language),
    };
    let response = show(ask, &stands, sought, Some(shown::Wrong { sentence, problem })).await?;
    set_problem_headers(response.headers(), problem)?;
    Ok(response)
}

/// The mentors are shown to whom the ledger knows alone.
async fn show(ask: &Ask, stands: &Stands, sought: &Sought, wrong: Option<shown::Wrong<'_>>) -> Result<Response> {
    let is_for_them = stands.is_known && stands.page.may_change;
    let shelf = if is_for_them { mentors::read(ask, &stands.page.programme).await } else { None };
    let status = wrong.as_ref().map_or(200, |wrong| wrong.problem.status());
    let is_saved = ask.query(words::SAVED_FIELD).is_some() && wrong.is_none();
    match shown::frame(stands, shelf.as_deref(), sought, is_saved, wrong, ask) {
        Some((path, fills)) => document::filled(ask, &path, ask.language, fills, status).await,
        None => document::not_found(ask).await,
    }
}
