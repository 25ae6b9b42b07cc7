//! The one way to the ledger and the gate: a call goes in, its reply or a problem comes out, in a limited time.

use domain::call::Call;
use domain::json::{self, NotRead};
use domain::problem::Problem;
use futures_util::future::{Either, LocalBoxFuture, select};
use std::time::Duration;
use vault::setting;
use wasm_bindgen::{JsCast, JsValue};
use worker::js_sys::{Function, JsString, Reflect};
use worker::{Delay, Env, Error, Headers, Method, ObjectNamespace, Request, RequestInit, Response, Result, Stub};

/// A fallen object leaves its caller waiting; a person waits at most so long for an answer.
const WAIT: Duration = Duration::from_secs(8);
/// The object's name when none is configured.
const NAME: &str = "university";

/// Which object a call goes to.
#[derive(Clone, Copy)]
pub enum Object<'a> {
    Ledger,
    /// A gate by the name of its shard.
    Gate(&'a str),
}

/// A call's reply, with 201 where something new came of it and 200 otherwise.
pub struct Reply<C: Call> {
    pub reply: C::Reply,
    pub status: u16,
}

/// Sends a call. Whatever fails on the way is [`Problem::Unreachable`]: nobody knows whether it was carried out, and
/// repeating it is safe.
pub async fn send<C: Call>(
    env: &Env,
    object: Object<'_>,
    request: &C::Request,
) -> std::result::Result<Reply<C>, Problem> {
    send_within::<C>(env, object, request, WAIT).await
}

/// As [`send`], for what is not worth that wait.
pub async fn send_within<C: Call>(
    env: &Env,
    object: Object<'_>,
    request: &C::Request,
    wait: Duration,
) -> std::result::Result<Reply<C>, Problem> {
    let Ok(body) = serde_json::to_string(request) else { return unreachable(C::PATH, "failed") };
    let (status, body) = exchange(env, object, C::PATH, None, &body, wait).await?;
    match json::read(&body) {
        Ok(reply) => Ok(Reply { reply, status }),
        Err(NotRead) => unreachable(C::PATH, "failed"),
    }
}

/// Passes a call of the desk on as it came, with who makes it; its reply, unread.
pub async fn pass(env: &Env, path: &str, who: (&str, &str), body: &str) -> std::result::Result<Vec<u8>, Problem> {
    exchange(env, Object::Ledger, path, Some(who), body, WAIT).await.map(|(_, body)| body)
}

fn unreachable<T>(path: &str, how: &str) -> std::result::Result<T, Problem> {
    worker::console_error!("ledger: {path} {how}");
    Err(Problem::Unreachable)
}

/// A reply with its status, or the problem that came in its place.
type Answered = std::result::Result<(u16, Vec<u8>), Problem>;

/// One exchange for every call, behind a pointer: made anew for each call it would only make the program larger.
fn exchange<'a>(
    env: &'a Env,
    object: Object<'a>,
    path: &'a str,
    who: Option<(&'a str, &'a str)>,
    body: &'a str,
    wait: Duration,
) -> LocalBoxFuture<'a, Answered> {
    let answer = async move {
        let mut response = post(env, object, path, who, body).await?;
        let (status, body) = (response.status_code(), response.bytes().await?);
        Ok(match status {
            200 | 201 => Ok((status, body)),
            _ => Err(json::read(&body).map_err(|NotRead| Error::BadEncoding)?),
        })
    };
    Box::pin(async move {
        match select(Box::pin(answer), Delay::from(wait)).await {
            Either::Left((Ok::<_, Error>(answered), _)) => answered,
            Either::Left((Err(_), _)) => unreachable(path, "failed"),
            Either::Right(_) => unreachable(path, "late"),
        }
    })
}

async fn post(env: &Env, object: Object<'_>, path: &str, who: Option<(&str, &str)>, body: &str) -> Result<Response> {
    let mut init = RequestInit::new();
    if let Some((header, value)) = who {
        let headers = Headers::new();
        headers.set(header, value)?;
        init.with_headers(headers);
    }
    init.with_method(Method::Post).with_body(Some(JsValue::from_str(body)));
    stub(env, object)?.fetch_with_request(Request::new_with_init(&format!("https://ledger{path}"), &init)?).await
}

/// The object itself; `LEDGER_JURISDICTION` says where it lives, and must be chosen before the first record.
pub fn stub(env: &Env, object: Object<'_>) -> Result<Stub> {
    let ledger_name = setting(env, "LEDGER_NAME").unwrap_or_else(|| NAME.to_owned());
    let (binding, name) = match object {
        Object::Ledger => ("LEDGER", ledger_name.as_str()),
        Object::Gate(shard) => ("GATE", shard),
    };
    let namespace = env.durable_object(binding)?;
    match setting(env, "LEDGER_JURISDICTION") {
        Some(jurisdiction) => in_jurisdiction(namespace, &jurisdiction)?.get_by_name(name),
        None => namespace.get_by_name(name),
    }
}

/// `namespace.jurisdiction("eu")`, which `worker` does not bind.
fn in_jurisdiction(namespace: ObjectNamespace, jurisdiction: &str) -> Result<ObjectNamespace> {
    let namespace = JsValue::from(namespace);
    let method: Function = Reflect::get(&namespace, &JsValue::from_str("jurisdiction"))?
        .dyn_into()
        .map_err(|_| Error::from("this runtime knows no jurisdictions"))?;
    Ok(method.call1(&namespace, &JsString::from(jurisdiction))?.unchecked_into())
}
