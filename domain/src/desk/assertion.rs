//! What Cloudflare Access says of who makes a request: a signed token, judged here in everything but its signature, which the
//! runtime checks. (Cloudflare One documentation, "Validate JWTs".)

use serde::Deserialize;

/// The longest token that is read: Access's own are about 1 KB.
const TOKEN_BYTES_MAX: usize = 8 * 1024;
/// How far the clocks of Access and the Worker may be apart.
const CLOCK_SKEW_S: i64 = 60;

/// A token whose form is right, taken apart. Nothing it says counts before its signature is checked.
#[derive(Debug, PartialEq, Eq)]
pub struct Assertion<'a> {
    /// The id of the key that signed it.
    pub key: String,
    /// What is signed.
    pub signed: &'a str,
    pub signature: Vec<u8>,
    claims: Claims,
}

#[derive(Deserialize)]
struct Head {
    alg: String,
    kid: String,
}

#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Claims {
    aud: Audience,
    iss: String,
    exp: i64,
    #[serde(default)]
    nbf: i64,
    email: String,
}

#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Several(Vec<String>),
}

impl<'a> Assertion<'a> {
    /// Three parts of base64url, signed with RS256 and nothing else.
    pub fn parse(token: &'a str) -> Option<Self> {
        if token.len() > TOKEN_BYTES_MAX {
            return None;
        }
        let (signed, signature) = token.rsplit_once('.')?;
        let (head, claims) = signed.split_once('.')?;
        let head: Head = crate::json::read(&decode(head)?).ok()?;
        if head.alg != "RS256" {
            return None;
        }
        let claims = crate::json::read(&decode(claims)?).ok()?;
        Some(Self { key: head.kid, signed, signature: decode(signature)?, claims })
    }

    /// The address it vouches for, if it is of that team, for this portal, and of now. `team` is an address without a slash at
    /// its end; `now_s` are seconds since 1970.
    pub fn address(&self, team: &str, audience: &str, now_s: i64) -> Option<&str> {
        let is_for_us = match &self.claims.aud {
            Audience::One(one) => one == audience,
            Audience::Several(several) => several.iter().any(|one| one == audience),
        };
        let is_now = now_s < self.claims.exp.saturating_add(CLOCK_SKEW_S)
            && self.claims.nbf <= now_s.saturating_add(CLOCK_SKEW_S);
        let is_good = is_for_us && is_now && !audience.is_empty() && self.claims.iss == team;
        is_good.then_some(self.claims.email.as_str()).filter(|email| !email.is_empty())
    }
}

/// Base64url without padding (RFC 4648, 5).
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let (mut held, mut bits) = (0_u32, 0_u32);
    for letter in text.bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'-' => 62,
            b'_' => 63,
            _ => return None,
        };
        held = (held << 6) | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 0xff).unwrap_or_default());
            held &= (1 << bits) - 1;
        }
    }
    // One letter over says nothing, and what is left over must be nothing.
    (bits < 6 && held == 0).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEAM: &str = "https://team.example.org";

    fn encode(bytes: &[u8]) -> String {
        const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let mut text = String::new();
        for chunk in bytes.chunks(3) {
            let number =
                chunk.iter().fold(0_u32, |number, byte| (number << 8) | u32::from(*byte)) << (8 * (3 - chunk.len()));
            for place in 0..=chunk.len() {
                text.push(char::from(LETTERS[(number >> (18 - 6 * place)) as usize & 63]));
            }
        }
        text
    }

    fn token(head: &str, claims: &str) -> String {
        format!("{}.{}.{}", encode(head.as_bytes()), encode(claims.as_bytes()), encode(b"signature"))
    }

    fn claims(aud: &str, iss: &str, exp: i64, nbf: i64) -> String {
        format!("{{\"aud\":{aud},\"iss\":\"{iss}\",\"exp\":{exp},\"nbf\":{nbf},\"email\":\"a@example.org\"}}")
    }

    #[test]
    fn base64url_is_read_and_nothing_else() {
        for bytes in [&b""[..], b"f", b"fo", b"foo", b"foob", &[0xff, 0xfe, 0x00]] {
            assert_eq!(decode(&encode(bytes)).as_deref(), Some(bytes));
        }
        for bad in ["A", "AB", "Zg==", "Zm+v", "Zm/v", " Zg", "å"] {
            assert_eq!(decode(bad), None, "{bad}");
        }
    }

    #[test]
    fn only_rs256_is_a_signature() {
        for algorithm in ["none", "HS256", "RS512", "rs256", ""] {
            let head = format!("{{\"alg\":\"{algorithm}\",\"kid\":\"k\"}}");
            assert_eq!(Assertion::parse(&token(&head, &claims("\"a\"", TEAM, 10, 0))), None, "{algorithm}");
        }
        let good = token("{\"alg\":\"RS256\",\"kid\":\"k\"}", &claims("\"a\"", TEAM, 10, 0));
        let assertion = Assertion::parse(&good).unwrap();
        assert_eq!((assertion.key.as_str(), assertion.signature.as_slice()), ("k", &b"signature"[..]));
        assert!(good.starts_with(assertion.signed));
        for bad in ["", "a.b", "a.b.c", "..", &"a".repeat(9000)] {
            assert_eq!(Assertion::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn it_counts_for_this_portal_of_this_team_and_now() {
        let head = "{\"alg\":\"RS256\",\"kid\":\"k\"}";
        let said = |aud: &str, iss: &str, exp, nbf, now| {
            let text = token(head, &claims(aud, iss, exp, nbf));
            let assertion = Assertion::parse(&text).unwrap();
            assertion.address(TEAM, "portal", now).map(str::to_owned)
        };
        let known = Some("a@example.org".to_owned());
        assert_eq!(said("\"portal\"", TEAM, 1000, 0, 500), known);
        assert_eq!(said("[\"other\",\"portal\"]", TEAM, 1000, 0, 500), known);
        assert_eq!(said("\"other\"", TEAM, 1000, 0, 500), None);
        assert_eq!(said("[]", TEAM, 1000, 0, 500), None);
        assert_eq!(said("\"portal\"", "https://evil.example.org", 1000, 0, 500), None);
        assert_eq!(said("\"portal\"", TEAM, 1000, 0, 1061), None, "it has ended");
        assert_eq!(said("\"portal\"", TEAM, 1000, 500, 400), None, "it has not begun");
        let text = token(head, &claims("\"\"", TEAM, 1000, 0));
        assert_eq!(Assertion::parse(&text).unwrap().address(TEAM, "", 500), None, "nothing is configured");
    }
}
