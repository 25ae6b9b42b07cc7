//! Handing a letter to the runtime, and what its error codes mean for the next attempt.

use crate::object::Ledger;
use domain::call::Millis;
use domain::ledger::Addressee;
use domain::letter::{Letter, Sender};
use domain::outbox::Outcome;
use vault::setting;
use worker::js_sys::{Error, JsString, Reflect};
use worker::{EmailMessage, Env, SendEmail};

/// The binding.
const BINDING: &str = "EMAIL";
/// The codes after which trying again makes sense; after every other it does not.
const PASSING: [&str; 4] =
    ["E_RATE_LIMIT_EXCEEDED", "E_DAILY_LIMIT_EXCEEDED", "E_INTERNAL_SERVER_ERROR", "E_DELIVERY_FAILED"];

/// Sends one letter. `name` becomes the first part of its Message-ID.
pub async fn send(ledger: &Ledger, letter: &Letter, name: &str, at: Millis, addressee: Addressee) -> Outcome {
    let (Some(sender), Ok(binding)) = (sender(&ledger.env), ledger.env.get_binding::<SendEmail>(BINDING)) else {
        return not_configured(addressee);
    };
    let host = sender.address.rsplit('@').next().unwrap_or("localhost");
    let mime = letter.mime(&sender, &format!("{name}@{host}"), at);
    let Ok(message) = EmailMessage::new(&sender.address, &letter.to, &mime) else { return Outcome::Failed };
    match binding.send(&message).await {
        Ok(_) => {
            #[cfg(feature = "dev")]
            crate::dev::keep_letter(ledger, letter, &mime, at).await;
            Outcome::Done
        }
        Err(error) => outcome_of(&error),
    }
}

/// Who letters come from; without an address no letter leaves.
fn sender(env: &Env) -> Option<Sender> {
    Some(Sender { name: setting(env, "SENDER_NAME").unwrap_or_default(), address: setting(env, "SENDER_ADDRESS")? })
}

/// Without a sender or binding no applicant can be mailed, now or later; staff letters wait for the settings.
fn not_configured(addressee: Addressee) -> Outcome {
    worker::console_error!("email is not configured");
    match addressee {
        Addressee::Person => Outcome::Refused,
        Addressee::Staff => Outcome::Failed,
    }
}

/// An error without a code says nothing of whether the letter went.
fn outcome_of(error: &Error) -> Outcome {
    let code = Reflect::get(error, &JsString::from("code")).ok().and_then(|code| code.as_string());
    match code {
        Some(code) if PASSING.contains(&code.as_str()) => Outcome::Failed,
        Some(_) => Outcome::Refused,
        None => Outcome::Unknown,
    }
}
