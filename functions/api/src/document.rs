//! Documents as they were written at build: passed on, or filled.

use crate::answer::strict;
use crate::ask::Ask;
use crate::fills::Fills;
use crate::rewrite::rewrite;
use domain::text::Language;
use worker::{Fetcher, Headers, Response, Result};

/// The binding.
const ASSETS: &str = "ASSETS";

/// The file of the request itself, as the asset layer gives it: with `_headers`, `ETag`, HEAD, redirects and 304. Only what
/// is not there is answered by ourselves, never kept by a cache.
pub async fn pass_on(ask: &Ask) -> Result<Response> {
    let response = assets(ask)?.fetch_request(ask.request.clone()?).await?;
    if response.status_code() == 404 { not_found(ask).await } else { Ok(response) }
}

/// A document for another address than its own, unchanged, never kept by a cache.
pub async fn give(ask: &Ask, path: &str, status: u16) -> Result<Response> {
    filled(ask, path, ask.language, Fills::default(), status).await
}

/// The page that says that nothing is here.
pub async fn not_found(ask: &Ask) -> Result<Response> {
    filled(ask, "/404", ask.language, Fills::default(), 404).await
}

/// Whether there is a file at the request's address.
pub async fn is_there(ask: &Ask) -> bool {
    fetch(ask, &ask.language.address(&ask.path)).await.is_ok_and(|response| response.status_code() < 400)
}

/// A document with its places filled. It keeps the headers of its file, but for what belongs to the file's own bytes.
pub async fn filled(ask: &Ask, path: &str, language: Language, fills: Fills, status: u16) -> Result<Response> {
    let document = fetch(ask, &language.address(path)).await?;
    let headers = Headers::new();
    for (name, value) in document.headers() {
        if !matches!(name.as_str(), "etag" | "content-length" | "last-modified" | "content-encoding" | "cache-control")
        {
            headers.append(&name, &value)?;
        }
    }
    headers.set("cache-control", "no-store")?;
    headers.set("content-language", language.tag())?;
    if !(200..300).contains(&document.status_code()) {
        return without_document(language, status);
    }
    let text = rewrite(&document.into(), fills).await?;
    Ok(Response::ok(text)?.with_headers(headers).with_status(status))
}

/// Where a build lacks a document there is still an answer, if without words.
fn without_document(language: Language, status: u16) -> Result<Response> {
    worker::console_error!("api: a document is missing from the build");
    strict(Response::empty()?.with_status(status), language)
}

/// The host is not looked at; only the path counts.
async fn fetch(ask: &Ask, address: &str) -> Result<Response> {
    assets(ask)?.fetch(format!("https://assets{address}"), None).await
}

fn assets(ask: &Ask) -> Result<Fetcher> {
    ask.env.assets(ASSETS)
}
