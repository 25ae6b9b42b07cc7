//! What is held about a person, given to them as a file for computers.

use super::sign_in;
use crate::answer::problem_page;
use crate::ask::{Ask, Person};
use crate::clock::now;
use crate::gate;
use crate::ledger::{Object, send};
use domain::call::{ReadHeld, ReadOwnRequest};
use domain::desk::person;
use domain::problem::Problem;
use domain::words::form::own as words;
use worker::{Headers, Response, Result};

/// The file, kept by no cache.
pub async fn file(ask: &Ask, of: &Person) -> Result<Response> {
    let request = ReadOwnRequest { session: of.session().clone() };
    let read = match gate::network(ask, request.session.as_str()).await {
        Ok(()) => send::<ReadHeld>(&ask.env, Object::Ledger, &request).await,
        Err(problem) => Err(problem),
    };
    let held = match read {
        Ok(read) => read.reply,
        Err(Problem::NotSignedIn) => return sign_in(ask).await,
        Err(problem) => return problem_page(ask, &problem).await,
    };
    let reference = held.records.first().map_or("", |record| record.row.reference.as_str());
    let name = format!("{}-{reference}.json", words::FILE.say(ask.language));
    let headers = Headers::new();
    headers.set("content-type", "application/json; charset=utf-8")?;
    headers.set("content-disposition", &format!("attachment; filename=\"{name}\""))?;
    headers.set("cache-control", "no-store")?;
    headers.set("content-language", ask.language.tag())?;
    let text = person::json(&held, now(), ask.language);
    Ok(Response::ok(text)?.with_headers(headers))
}
