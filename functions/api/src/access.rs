//! Cloudflare Access: whether the assertion that came with a request is signed by the team's key and speaks of this portal.
//! The runtime checks the signature; what the token says is judged in `domain`.

use crate::ask::Ask;
use domain::desk::assertion::Assertion;
use serde::Deserialize;
use std::cell::RefCell;
use vault::setting;
use wasm_bindgen::prelude::*;
use worker::js_sys::{Array, JsString, Object, Promise, Reflect, Uint8Array, futures::JsFuture};
use worker::{Date, Fetch, Method, Request};

/// The header that Access puts on every request it lets through.
const HEADER: &str = "cf-access-jwt-assertion";
/// How long the team's keys are believed to be all there are; Access changes them every six weeks.
const KEYS_MS: u64 = 10 * 60 * 1000;
/// An unknown key makes the keys be asked for anew, at most so often.
const ASK_AGAIN_MS: u64 = 60 * 1000;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["crypto", "subtle"], js_name = importKey, catch)]
    fn import_key(
        format: &str,
        key: &Object,
        algorithm: &Object,
        extractable: bool,
        usages: &Array,
    ) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["crypto", "subtle"], js_name = verify, catch)]
    fn verify(algorithm: &str, key: &JsValue, signature: &Uint8Array, data: &Uint8Array) -> Result<Promise, JsValue>;
}

/// A key of the team, as `/cdn-cgi/access/certs` lists it.
#[derive(Clone, Deserialize)]
struct Key {
    kid: String,
    kty: String,
    n: String,
    e: String,
}

#[derive(Deserialize)]
struct Keys {
    keys: Vec<Key>,
}

thread_local! {
    /// The team's keys, and when they were asked for; public, and the same for everybody.
    static KEYS: RefCell<(u64, Vec<Key>)> = const { RefCell::new((0, Vec::new())) };
}

/// The address that Access vouches for; nobody where it is not configured or the assertion is not good in every part.
pub async fn vouched(ask: &Ask) -> Option<String> {
    let team = setting(&ask.env, "ACCESS_TEAM").filter(|team| !team.is_empty())?;
    let audience = setting(&ask.env, "ACCESS_AUDIENCE").filter(|audience| !audience.is_empty())?;
    let token = ask.header(HEADER)?;
    let assertion = Assertion::parse(&token)?;
    let now_s = i64::try_from(Date::now().as_millis().checked_div(1000)?).ok()?;
    let address = assertion.address(&team, &audience, now_s)?.to_owned();
    let key = key(&team, &assertion.key).await?;
    is_signed(&key, assertion.signed, &assertion.signature).await.ok().filter(|good| *good).map(|_| address)
}

/// The team's key of that id; asked for where it is not known yet.
async fn key(team: &str, id: &str) -> Option<Key> {
    let now = Date::now().as_millis();
    let known = KEYS.with_borrow(|(at, keys)| {
        let found = keys.iter().find(|key| key.kid == id).cloned();
        let age = now.saturating_sub(*at);
        if found.is_some() && age < KEYS_MS { Some(found) } else { (age < ASK_AGAIN_MS).then_some(None) }
    });
    if let Some(known) = known {
        return known;
    }
    // By its text: an address that is parsed would bring 60 KB of tables.
    let request = Request::new(&format!("{team}/cdn-cgi/access/certs"), Method::Get).ok()?;
    let mut response = Fetch::Request(request).send().await.ok()?;
    let keys: Keys = domain::json::read(&response.bytes().await.ok()?).ok()?;
    let found = keys.keys.iter().find(|key| key.kid == id).cloned();
    KEYS.set((now, keys.keys));
    found
}

/// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518, 3.3).
async fn is_signed(key: &Key, signed: &str, signature: &[u8]) -> Result<bool, JsValue> {
    let set = |object: &Object, name: &str, value: &JsValue| Reflect::set(object, &JsString::from(name), value);
    let (jwk, algorithm, hash) = (Object::new(), Object::new(), Object::new());
    for (name, value) in [("kty", key.kty.as_str()), ("n", &key.n), ("e", &key.e), ("alg", "RS256")] {
        set(&jwk, name, &JsString::from(value).into())?;
    }
    set(&hash, "name", &JsString::from("SHA-256").into())?;
    set(&algorithm, "name", &JsString::from("RSASSA-PKCS1-v1_5").into())?;
    set(&algorithm, "hash", &hash.into())?;
    let usages = Array::of1(&JsString::from("verify").into());
    let key = JsFuture::from(import_key("jwk", &jwk, &algorithm, false, &usages)?).await?;
    let (signature, data) = (Uint8Array::from(signature), Uint8Array::from(signed.as_bytes()));
    let outcome = JsFuture::from(verify("RSASSA-PKCS1-v1_5", &key, &signature, &data)?).await?;
    Ok(outcome.as_bool().unwrap_or(false))
}
