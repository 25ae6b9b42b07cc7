//! Reading a body: how large, of what kind and in which encoding it may be.
//!
//! A body is read to its end before anything is decided, also where the answer will be a refusal: what is left unread
//! spoils the connection for the request that follows on it.

use crate::ask::Ask;
use domain::call::BODY_BYTES_MAX;
use domain::problem::Problem;
use futures_util::StreamExt;
use worker::Request;

/// What is too large is read on without being kept, up to here; nothing that a person typed is larger.
const DRAINED_BYTES_MAX: usize = 4 * 1024 * 1024;

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

/// The kinds of body there are.
#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    Json,
    Form,
}

/// What came with a request.
pub enum Body {
    Whole(Vec<u8>),
    TooLarge,
    /// The connection broke before its end.
    Broken,
}

/// The whole body: of the right kind, not compressed, at most [`BODY_BYTES_MAX`], UTF-8.
pub fn of_kind(ask: &Ask, kind: Kind) -> Result<&[u8], Problem> {
    let wanted = if kind == Kind::Json { JSON } else { FORM };
    if !ask.header("content-type").is_some_and(|header| is_kind(&header, wanted)) {
        return Err(Problem::UnsupportedMediaType);
    }
    // The runtime does not undo encodings.
    if ask.header("content-encoding").is_some_and(|encoding| !encoding.trim().eq_ignore_ascii_case("identity")) {
        return Err(Problem::UnsupportedEncoding);
    }
    let body = match &ask.body {
        Body::Whole(body) => body.as_slice(),
        Body::TooLarge => return Err(too_large()),
        Body::Broken => return Err(Problem::NotTheCall),
    };
    let is_text = match kind {
        Kind::Json => std::str::from_utf8(body).is_ok(),
        Kind::Form => is_utf8_when_decoded(body),
    };
    if is_text { Ok(body) } else { Err(Problem::NotUtf8) }
}

/// Reads what came with a request, keeping at most [`BODY_BYTES_MAX`], whatever length was announced.
pub async fn receive(request: &mut Request) -> Body {
    let mut kept = Vec::new();
    let mut length = 0_usize;
    // A request without a body has no stream.
    let Ok(mut stream) = request.stream() else { return Body::Whole(kept) };
    while let Some(chunk) = stream.next().await {
        let Ok(chunk) = chunk else { return Body::Broken };
        length = length.saturating_add(chunk.len());
        if length <= BODY_BYTES_MAX {
            kept.extend_from_slice(&chunk);
        } else if length > DRAINED_BYTES_MAX {
            break;
        }
    }
    if length > BODY_BYTES_MAX { Body::TooLarge } else { Body::Whole(kept) }
}

fn too_large() -> Problem {
    Problem::BodyTooLarge { max_bytes: u32::try_from(BODY_BYTES_MAX).unwrap_or(u32::MAX) }
}

/// The media type, and of its parameters none but UTF-8 as charset.
fn is_kind(header: &str, wanted: &str) -> bool {
    let mut parts = header.split(';').map(str::trim);
    let is_wanted = parts.next().is_some_and(|kind| kind.eq_ignore_ascii_case(wanted));
    is_wanted
        && parts.all(|parameter| match parameter.split_once('=') {
            Some((name, value)) => {
                !name.trim().eq_ignore_ascii_case("charset")
                    || value.trim().trim_matches('"').eq_ignore_ascii_case("utf-8")
            }
            None => parameter.is_empty(),
        })
}

/// Whether a form's percent-encoded bytes are UTF-8; reading it would silently put replacement characters for what is not.
fn is_utf8_when_decoded(body: &[u8]) -> bool {
    let mut decoded = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        let escaped = if byte == b'%' { tail.split_first_chunk::<2>() } else { None };
        let value = escaped.and_then(|([high, low], after)| {
            let digit = |digit: u8| char::from(digit).to_digit(16);
            let value = u8::try_from(digit(*high)?.checked_mul(16)?.checked_add(digit(*low)?)?).ok()?;
            Some((value, after))
        });
        match value {
            Some((value, after)) => {
                decoded.push(value);
                rest = after;
            }
            None => decoded.push(byte),
        }
    }
    std::str::from_utf8(&decoded).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_apart_and_only_utf_8_is_a_charset() {
        assert!(is_kind("application/json", JSON));
        assert!(is_kind("Application/JSON; charset=UTF-8", JSON));
        assert!(is_kind("application/json;", JSON));
        for bad in ["", "text/plain", "application/json; charset=latin1", "application/jsonp", "application/json x"] {
            assert!(!is_kind(bad, JSON), "{bad}");
        }
    }

    #[test]
    fn a_forms_text_is_utf_8_after_decoding() {
        for good in ["", "name=%C3%85sa+%E7%8E%8B", "a=100%", "a=%zz", "name=Åsa"] {
            assert!(is_utf8_when_decoded(good.as_bytes()), "{good}");
        }
        for bad in ["name=%C5sa", "a=%FF", "%C3=%28"] {
            assert!(!is_utf8_when_decoded(bad.as_bytes()), "{bad}");
        }
        assert!(!is_utf8_when_decoded(b"name=\xff"));
    }
}
