//! One request as the handlers see it: method, path, language, headers, and the bindings.

use crate::access;
use crate::body::{self, Body};
use domain::call::DraftId;
use domain::link::{LinkHash, Secret};
use domain::text::Language;
use worker::{Env, Request, Result};

/// A request and where it came in.
pub struct Ask {
    pub request: Request,
    pub env: Env,
    /// As it came: the worker crate takes every method it does not know for GET.
    pub method: String,
    /// Without language: `/ki-alumni/mentee/goals`.
    pub path: String,
    /// Of the address.
    pub language: Language,
    pub body: Body,
}

impl Ask {
    pub async fn of(mut request: Request, env: Env) -> Self {
        let method = request.inner().method();
        let body = if is_read(&method) { Body::Whole(Vec::new()) } else { body::receive(&mut request).await };
        // `Request::url` would bring 61 KB of tables; the runtime has already made the address canonical.
        let full = request.path();
        let (language, path) = Language::of_address(&full);
        let path = path.to_owned();
        Self { request, env, method, path, language, body }
    }

    pub fn header(&self, name: &str) -> Option<String> {
        self.request.headers().get(name).ok().flatten()
    }

    /// The first member of that name in the address's query.
    pub fn query(&self, name: &str) -> Option<String> {
        let url = self.request.inner().url();
        let (_, query) = url.split_once('?')?;
        let query = query.split('#').next().unwrap_or_default();
        form_urlencoded::parse(query.as_bytes()).find(|(known, _)| known == name).map(|(_, value)| value.into_owned())
    }

    /// Scheme and host the request came to.
    pub fn origin(&self) -> String {
        let url = self.request.inner().url();
        url.splitn(4, '/').take(3).collect::<Vec<_>>().join("/")
    }

    /// The language a program asks for; portals and people without a wish get Swedish.
    pub fn accepted_language(&self) -> Language {
        self.header("accept-language").map_or(Language::Sv, |header| best_language(&header))
    }

    /// The secret in a cookie.
    fn cookie(&self, name: &str) -> Option<Secret> {
        let cookies = self.header("cookie")?;
        let value = cookies.split(';').find_map(|cookie| cookie.trim().strip_prefix(name))?;
        Secret::parse(value)
    }
}

/// Whether a method only reads.
pub fn is_read(method: &str) -> bool {
    matches!(method, "GET" | "HEAD")
}

/// Whoever holds a session; made only of a session's secret, and good for nothing until the ledger knows it.
pub struct Person(LinkHash);

impl Person {
    pub fn of(ask: &Ask) -> Option<Self> {
        ask.cookie("__Host-session=").map(|secret| Self(secret.hash()))
    }

    pub fn session(&self) -> &LinkHash {
        &self.0
    }
}

/// Whoever makes a call of the desk, as far as this Worker can tell: a session's secret, or an address that Cloudflare Access
/// vouches for. Good for nothing until the ledger finds them on the list of staff.
pub enum Caller {
    Session(LinkHash),
    Access(String),
}

impl Caller {
    pub async fn of(ask: &Ask) -> Option<Self> {
        match access::vouched(ask).await {
            Some(address) => Some(Self::Access(address)),
            None => ask.cookie("__Host-desk=").map(|secret| Self::Session(secret.hash())),
        }
    }
}

/// A new draft's id and the secret of its receipt's link.
pub fn draw_keys() -> Result<(DraftId, Secret)> {
    Ok((DraftId::from_random(draw()?), Secret::from_random(draw()?)))
}

pub fn draw<const N: usize>() -> Result<[u8; N]> {
    vault::draw().map_err(|_| worker::Error::from("no chance to be had"))
}

/// RFC 9110, 12.5.4, for the two languages there are: the highest weight wins, the first of equals.
fn best_language(header: &str) -> Language {
    let mut best = (0, Language::Sv);
    // No honest list is longer.
    for entry in header.split(',').take(20) {
        let (range, weight) = entry.split_once(';').map_or((entry, 1000), |(range, rest)| (range, weight(rest)));
        let primary = range.trim().split('-').next().unwrap_or_default().to_ascii_lowercase();
        if let Some(language) = Language::parse(&primary)
            && weight > best.0
        {
            best = (weight, language);
        }
    }
    best.1
}

/// `q=0.8` in thousandths; what is not a weight counts as the least.
pub fn weight(parameter: &str) -> u32 {
    let Some(value) = parameter.trim().strip_prefix("q=") else { return 1 };
    let (whole, part) = value.split_once('.').unwrap_or((value, ""));
    if whole == "1" {
        return 1000;
    }
    if whole != "0" {
        return 1;
    }
    let digits: String = part.chars().take(3).collect();
    format!("{digits:0<3}").parse().unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_asked_for_most_is_chosen_and_swedish_otherwise() {
        for (header, language) in [
            ("en", Language::En),
            ("en-GB,en;q=0.9,sv;q=0.8", Language::En),
            ("de, sv;q=0.5, en;q=0.7", Language::En),
            ("en;q=0.2, sv-SE", Language::Sv),
            ("de", Language::Sv),
            ("", Language::Sv),
            (";;q=,,en;q=x", Language::En),
            ("en;q=0", Language::Sv),
        ] {
            assert_eq!(best_language(header), language, "{header}");
        }
    }
}
