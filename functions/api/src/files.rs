//! The hashed files of the build, below `/build/`: compressed where the build has kept them so and the visitor takes it.

use crate::ask::{Ask, weight};
use crate::document::{self, assets};
use wasm_bindgen::JsValue;
use worker::js_sys::{JsString, Reflect};
use worker::{EncodeBody, Headers, Request, RequestInit, Response, Result};

/// How a name ends, and what such a file is, in the asset layer's words. The build compresses no others.
const KINDS: [(&str, &str); 3] =
    [(".js", "text/javascript; charset=utf-8"), (".wasm", "application/wasm"), (".txt", "text/plain; charset=utf-8")];
/// A name has the hash of what is in it, so it never means anything else. What is not there is never kept: while one release
/// takes over from another, a phone would keep for a year that a file is missing.
const KEPT: &str = "public, max-age=31536000, immutable";

/// The file of the request, by GET or HEAD: brotli, or as any other file where there is no such or it cannot be had.
pub async fn give(ask: &Ask) -> Result<Response> {
    let path = ask.request.path();
    let Some((_, kind)) = KINDS.into_iter().find(|(ending, _)| path.ends_with(ending)) else {
        return document::pass_on(ask).await;
    };
    if takes_brotli(&accepted(ask))
        && let Ok(file) = compressed(ask, &path).await
        && is_there(&file)
    {
        return kept(file, Some(kind));
    }
    let file = document::pass_on(ask).await?;
    if is_there(&file) { kept(file, None) } else { Ok(file) }
}

/// The file beside it that the build has compressed, or 304.
async fn compressed(ask: &Ask, path: &str) -> Result<Response> {
    let asked = Headers::new();
    if let Some(known) = ask.header("if-none-match") {
        asked.set("if-none-match", &known)?;
    }
    let mut init = RequestInit::new();
    init.with_method(ask.method.clone().into()).with_headers(asked);
    let request = Request::new_with_init(&format!("https://assets{path}.br"), &init)?;
    assets(ask)?.fetch_request(request).await
}

fn is_there(file: &Response) -> bool {
    matches!(file.status_code(), 200 | 304)
}

/// With the headers of its kind; `compressed` says which that is where the asset layer only sees brotli.
fn kept(file: Response, compressed: Option<&str>) -> Result<Response> {
    let headers = Headers::new();
    for (name, value) in file.headers() {
        headers.append(&name, &value)?;
    }
    headers.set("cache-control", KEPT)?;
    headers.set("vary", "accept-encoding")?;
    let Some(kind) = compressed else { return Ok(file.with_headers(headers)) };
    headers.set("content-type", kind)?;
    if file.status_code() == 200 {
        headers.set("content-encoding", "br")?;
    }
    let (builder, body) = file.into_parts();
    Ok(builder.with_headers(headers).with_encode_body(EncodeBody::Manual).body(body))
}

/// The codings that the visitor takes. Cloudflare puts its own into the header and keeps theirs beside it.
fn accepted(ask: &Ask) -> String {
    let of_visitor = member(ask.request.inner(), "cf").and_then(|cf| member(&cf, "clientAcceptEncoding")?.as_string());
    of_visitor.or_else(|| ask.header("accept-encoding")).unwrap_or_default()
}

fn member(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &JsString::from(name)).ok()
}

/// RFC 9110, 12.5.3: whether a list of codings names brotli with any weight but 0. A `*` is not taken for it.
fn takes_brotli(accepted: &str) -> bool {
    // No honest list is longer.
    accepted.to_ascii_lowercase().split(',').take(20).any(|entry| {
        let (coding, weight) = entry.split_once(';').map_or((entry, 1000), |(coding, rest)| (coding, weight(rest)));
        coding.trim() == "br" && weight > 0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brotli_is_for_whoever_names_it_with_any_weight_but_0() {
        for accepted in ["br", "gzip, deflate, br, zstd", "gzip;q=1.0,BR;Q=0.5", "br ; q=0.001", " br;q=1", "*;q=0, br"]
        {
            assert!(takes_brotli(accepted), "{accepted}");
        }
        for accepted in
            ["", "gzip, deflate", "br;q=0", "gzip, br; q=0.0", "BR;Q=0.000", "*", "identity", "brotli, x-br"]
        {
            assert!(!takes_brotli(accepted), "{accepted}");
        }
    }
}
