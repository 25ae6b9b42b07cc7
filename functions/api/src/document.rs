//! Documents as they were written at build: passed on, or filled with what staff have set and what a person gets to see.

use crate::answer::strict;
use crate::ask::Ask;
use crate::live::{self, Standing};
use crate::rewrite::rewrite;
use domain::fills::Fills;
use domain::programme::programme;
use domain::text::Language;
use worker::{Fetcher, Headers, Request, RequestInit, Response, Result};

/// The binding.
const ASSETS: &str = "ASSETS";

/// The file of the request itself, as the asset layer gives it: with `_headers`, `ETag`, HEAD, redirects and 304. Where
/// staff have set something, documents have it put in. What is not there is answered by ourselves, never kept by a cache.
pub async fn pass_on(ask: &Ask) -> Result<Response> {
    // Only documents have places; their addresses have no dot.
    let standing = if ask.path.contains('.') { None } else { live::standing(ask).await };
    let response = match standing {
        Some(standing) => with_standing(ask, &standing).await?,
        None => assets(ask)?.fetch_request(ask.request.clone()?).await?,
    };
    if response.status_code() == 404 { not_found(ask).await } else { Ok(response) }
}

/// The request's document with what staff have set in it, and an `ETag` that says so.
async fn with_standing(ask: &Ask, standing: &Standing) -> Result<Response> {
    let file = assets(ask)?.fetch_request(unconditional(ask)?).await?;
    let is_document = file.headers().get("content-type")?.is_some_and(|kind| kind.starts_with("text/html"));
    if file.status_code() != 200 || !is_document {
        return Ok(file);
    }
    let headers = headers_of(&file)?;
    // Weak: what is the same here may still be compressed in another way.
    let of_file = file.headers().get("etag")?.unwrap_or_default();
    let tag = format!("W/\"{}+{}\"", opaque(&of_file), standing.tag());
    headers.set("etag", &tag)?;
    headers.set("cache-control", "no-cache")?;
    if ask.header("if-none-match").is_some_and(|known| is_among(&known, &tag)) {
        return Ok(Response::empty()?.with_headers(headers).with_status(304));
    }
    if ask.method == "HEAD" {
        return Ok(Response::empty()?.with_headers(headers));
    }
    let mut fills = Fills::default();
    standing.fill(&mut fills, &ask.path);
    Ok(Response::ok(rewrite(&file.into(), fills).await?)?.with_headers(headers))
}

/// The same request for the whole file: what the browser has is compared with what will be sent, not with the file.
fn unconditional(ask: &Ask) -> Result<Request> {
    let headers = Headers::new();
    for (name, value) in ask.request.headers() {
        if !name.starts_with("if-") && name != "range" {
            headers.append(&name, &value)?;
        }
    }
    let mut init = RequestInit::new();
    init.with_headers(headers).with_redirect(worker::RequestRedirect::Manual);
    Request::new_with_init(&ask.request.inner().url(), &init)
}

/// What stands between the quotes of an entity tag.
fn opaque(tag: &str) -> &str {
    tag.trim().trim_start_matches("W/").trim_matches('"')
}

/// RFC 9110, 13.1.2: a list of tags or `*`, compared weakly.
fn is_among(known: &str, tag: &str) -> bool {
    known.trim() == "*" || known.split(',').any(|one| opaque(one) == opaque(tag))
}

/// A document for another address than its own, never kept by a cache.
pub async fn give(ask: &Ask, path: &str, status: u16) -> Result<Response> {
    filled(ask, path, ask.language, Fills::default(), status).await
}

/// The page that says that nothing is here; for answers to the guide that do not go together, the guide's beginning.
pub async fn not_found(ask: &Ask) -> Result<Response> {
    let mut fills = Fills::default();
    let mut parts = ask.path.trim_start_matches('/').split('/');
    let first = parts.next().unwrap_or_default();
    if first == "guide" {
        fills.show("guide-unknown");
        return filled(ask, "/guide", ask.language, fills, 404).await;
    }
    if let Some(programme) = programme(first) {
        fills.show(format!("lost-{}", programme.slug));
    }
    filled(ask, "/404", ask.language, fills, 404).await
}

/// Whether there is a file at the request's address.
pub async fn is_there(ask: &Ask) -> bool {
    fetch(ask, &ask.language.address(&ask.path)).await.is_ok_and(|response| response.status_code() < 400)
}

/// A document with its places filled. It keeps the headers of its file, but for what belongs to the file's own bytes.
pub async fn filled(ask: &Ask, path: &str, language: Language, mut fills: Fills, status: u16) -> Result<Response> {
    let document = fetch(ask, &language.address(path)).await?;
    let headers = headers_of(&document)?;
    headers.set("cache-control", "no-store")?;
    // What was typed, or belongs to a person, shares no process with who opened it.
    headers.set("cross-origin-opener-policy", "same-origin")?;
    headers.set("content-language", language.tag())?;
    if !(200..300).contains(&document.status_code()) {
        return without_document(language, status);
    }
    if let Some(standing) = live::standing(ask).await {
        standing.fill(&mut fills, path);
    }
    let text = rewrite(&document.into(), fills).await?;
    Ok(Response::ok(text)?.with_headers(headers).with_status(status))
}

/// The headers of a file, but for what belongs to its own bytes.
fn headers_of(file: &Response) -> Result<Headers> {
    let headers = Headers::new();
    for (name, value) in file.headers() {
        if !matches!(name.as_str(), "etag" | "content-length" | "last-modified" | "content-encoding" | "cache-control")
        {
            headers.append(&name, &value)?;
        }
    }
    Ok(headers)
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

/// The way to the files of the build.
pub fn assets(ask: &Ask) -> Result<Fetcher> {
    ask.env.assets(ASSETS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_known_whether_weak_or_not_and_alone_or_in_a_list() {
        let tag = "W/\"abc+ki-alumni.1\"";
        for known in ["W/\"abc+ki-alumni.1\"", "\"abc+ki-alumni.1\"", "\"x\", W/\"abc+ki-alumni.1\"", "*"] {
            assert!(is_among(known, tag), "{known}");
        }
        for other in ["", "\"abc\"", "\"abc+ki-alumni.2\"", "W/\"x\", \"y\""] {
            assert!(!is_among(other, tag), "{other}");
        }
    }
}
