//! "Your information" on the own page: what its person has asked of staff, and asking for more. Whatever goes wrong, what was
//! typed stands there again.

use super::shown::put_offer;
use super::{Posted, frame};
use crate::answer::set_problem_headers;
use crate::ask::{Ask, Person};
use crate::document;
use crate::ledger::{Object, send};
use domain::asked::{ASK_FIELD, TEXT_FIELD};
use domain::call::{AskRequest, AskStaff, OwnPage, ReadOwn, ReadOwnRequest};
use domain::fills::Fills;
use domain::form_post::{date_fields, field};
use domain::link::LinkHash;
use domain::mentor::{PAUSED_FIELD, SEEN_FREE_FIELD};
use domain::problem::Problem;
use domain::text::Language;
use domain::words as all_words;
use domain::words::form::asked as words;
use domain::words::form::framework as framework_words;
use domain::words::form::own as own_words;
use worker::{Response, Result};

/// What was asked and answered, the newest first, and whose page it is.
pub fn show(fills: &mut Fills, own: &OwnPage, language: Language) {
    fills.field(field::OF, vec![own.receipt.reference.as_str().to_owned()]);
    if own.asked.is_empty() {
        return;
    }
    let said: Vec<String> = own.asked.iter().rev().map(|asked| words::said(asked, language).join("\n")).collect();
    fills.show("asked-list");
    fills.text("asked", said.join("\n\n"));
    if own.asked.iter().any(|asked| asked.answer.as_ref().is_some_and(|answer| !answer.is_done)) {
        fills.show("complain");
    }
}

pub async fn send_on(ask: &Ask, session: LinkHash, posted: &Posted) -> std::result::Result<(), Problem> {
    let request = AskRequest {
        session,
        // Every page of ours says whose it is.
        of: posted.of.clone().ok_or(Problem::Changed)?,
        what: posted.ask.clone(),
        text: posted.text.clone(),
    };
    send::<AskStaff>(&ask.env, Object::Ledger, &request).await.map(drop)
}

/// The own page again with what went wrong and what was typed; where it cannot be shown, the page that says how to come in.
pub async fn show_problem(ask: &Ask, person: Option<&Person>, posted: &Posted, problem: &Problem) -> Result<Response> {
    let own = match person {
        Some(person) => again(ask, person).await,
        None => None,
    };
    let is_another = own.as_ref().is_none_or(|own| posted.of.as_ref() != Some(&own.receipt.reference));
    let (path, mut fills) =
        own.and_then(|own| frame(&own, ask.language)).unwrap_or_else(|| ("/my".to_owned(), Fills::default()));
    if posted.go == own_words::OFFER_VALUE {
        fills.show("offer");
        put_offer(&mut fills, &posted.free, &posted.paused_until());
        if *problem != Problem::Changed {
            fills.field(SEEN_FREE_FIELD, vec![posted.seen_free.clone()]);
        }
    } else {
        fills.show("ask");
    }
    fills.field(ASK_FIELD, vec![posted.ask.clone()]);
    fills.field(TEXT_FIELD, vec![posted.text.clone()]);
    if let Some(of) = &posted.of {
        fills.field(field::OF, vec![of.as_str().to_owned()]);
    }
    match problem {
        Problem::Faults { faults } => {
            for fault in faults {
                fills.fault(&fault.field, words::fault(fault, ask.language));
                if fault.field == PAUSED_FIELD {
                    for (name, _) in &date_fields(PAUSED_FIELD, &[]) {
                        fills.faulty_field(name);
                    }
                }
            }
        }
        Problem::NotSignedIn => fills.text("problem", framework_words::SIGNED_OUT.say(ask.language)),
        Problem::Changed if is_another => fills.text("problem", words::OTHER_OPENED.say(ask.language)),
        other => fills.text("problem", all_words::problem::sentence(other, ask.language)),
    }
    let response = document::filled(ask, &path, ask.language, fills, problem.status()).await?;
    set_problem_headers(response.headers(), problem)?;
    Ok(response)
}

/// What the page shows as it stands now.
async fn again(ask: &Ask, person: &Person) -> Option<OwnPage> {
    let request = ReadOwnRequest { session: person.session().clone() };
    let own = send::<ReadOwn>(&ask.env, Object::Ledger, &request).await.ok()?.reply;
    own.framework.is_none().then_some(own)
}
