//! Passes development routes on to the ledger, which answers them.

use crate::ask::Ask;
use crate::body::Body;
use crate::ledger::{Object, stub};
use futures_util::future::{Either, select};
use std::time::Duration;
use wasm_bindgen::JsValue;
use worker::{Delay, Request, RequestInit, Response, Result};

pub async fn pass_on(ask: Ask) -> Result<Response> {
    if ask.path == "/dev/panic/api" {
        return fall();
    }
    let mut init = RequestInit::new();
    init.with_method(ask.method.clone().into());
    if let ("POST", Body::Whole(body)) = (ask.method.as_str(), &ask.body) {
        init.with_body(Some(JsValue::from_str(&String::from_utf8_lossy(body))));
    }
    let request = Request::new_with_init(&ask.request.inner().url(), &init)?;
    let object = stub(&ask.env, Object::Ledger)?;
    let answer = Box::pin(object.fetch_with_request(request));
    // A fallen object never answers.
    let seconds = if ask.path == "/dev/panic/ledger" { 2 } else { 300 };
    match select(answer, Delay::from(Duration::from_secs(seconds))).await {
        Either::Left((response, _)) => response,
        Either::Right(_) => Ok(Response::empty()?.with_status(504)),
    }
}

/// Falls as a mistake in the program would.
#[allow(clippy::panic, reason = "tests need a fallen Worker to prove that nothing kept is lost with it")]
fn fall() -> Result<Response> {
    panic!("asked to fall")
}
