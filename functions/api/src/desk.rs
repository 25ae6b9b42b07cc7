//! The desk: its pages are one frame, its calls go to the ledger as they came, and signing in is a form like any other.

use crate::answer::{problem, problem_page, see_other, strict};
use crate::ask::{Ask, Caller, draw};
use crate::body::{Kind, of_kind};
use crate::ledger::{Object, pass, send};
use crate::{document, gate};
use domain::call::{Call, DraftId};
use domain::desk::call::{ACCESS_HEADER, AskToSignIn, SESSION_HEADER, SignInRequest, SignOut};
use domain::problem::Problem;
use worker::{Response, Result};

/// The field of the sign-in form.
const ADDRESS: &str = "email";
/// An address is at most so long (RFC 5321); what is longer is nobody's.
const ADDRESS_BYTES_MAX: usize = 254;

/// The desk's one document, for every address below it; who is not signed in comes to the form first.
pub async fn page(ask: &Ask) -> Result<Response> {
    if Caller::of(ask).await.is_none() {
        return see_other(&ask.language.address("/desk/sign-in"), ask.language);
    }
    document::give(ask, "/desk", 200).await
}

/// Somebody asks for a link: the same answer and the same work for any address.
pub async fn sign_in(ask: &Ask) -> Result<Response> {
    let body = match of_kind(ask, Kind::Form) {
        Ok(body) => body,
        Err(wrong) => return problem_page(ask, &wrong).await,
    };
    let typed = form_urlencoded::parse(body).find(|(name, _)| name == ADDRESS);
    let address = typed.map(|(_, value)| value.into_owned()).unwrap_or_default();
    let attempt = DraftId::from_random(draw()?);
    let counted = match gate::network(ask, attempt.as_str()).await {
        Ok(()) => gate::address(ask, &address.to_lowercase(), attempt.as_str()).await,
        Err(wrong) => Err(wrong),
    };
    let address: String = if address.len() > ADDRESS_BYTES_MAX { String::new() } else { address };
    let asked = match counted {
        Ok(()) => send::<AskToSignIn>(&ask.env, Object::Ledger, &SignInRequest { address }).await.map(drop),
        Err(wrong) => Err(wrong),
    };
    match asked {
        Ok(()) => see_other(&ask.language.address("/desk/sign-in/sent"), ask.language),
        Err(wrong) => problem_page(ask, &wrong).await,
    }
}

/// A call of the desk. What it says is the ledger's to read; here it is only known that it came from a page of ours and who
/// says that they make it.
pub async fn call(ask: &Ask, path: &'static str) -> Result<Response> {
    let language = ask.accepted_language();
    let (header, who) = match Caller::of(ask).await {
        Some(Caller::Session(hash)) => (SESSION_HEADER, hash.as_str().to_owned()),
        Some(Caller::Access(address)) => (ACCESS_HEADER, address),
        None => return problem(&Problem::NotSignedIn, language, &[]),
    };
    let body = match of_kind(ask, Kind::Json).map(std::str::from_utf8) {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => return problem(&Problem::NotUtf8, language, &[]),
        Err(wrong) => return problem(&wrong, language, &[]),
    };
    match pass(&ask.env, path, (header, &who), body).await {
        Ok(reply) => {
            let response = strict(Response::from_bytes(reply)?, language)?;
            response.headers().set("content-type", "application/json")?;
            if path == SignOut::PATH {
                let gone = "__Host-desk=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0";
                response.headers().set("set-cookie", gone)?;
            }
            Ok(response)
        }
        Err(wrong) => problem(&wrong, language, &[]),
    }
}
