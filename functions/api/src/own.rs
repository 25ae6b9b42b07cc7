//! Links and the own page.

use crate::answer::{problem_page, see_other, set_problem_headers};
use crate::ask::{Ask, Person, draw};
use crate::body::{Kind, of_kind};
use crate::fills::Fills;
use crate::form::show_answers;
use crate::ledger::{Object, send};
use crate::{document, gate};
use domain::call::{OpenLink, OpenRequest, OwnPage, ReadOwn, ReadOwnRequest, Withdraw, WithdrawRequest};
use domain::draft::Answers;
use domain::fill::fill;
use domain::form_post::field;
use domain::link::{SESSION_MS, Secret};
use domain::problem::Problem;
use domain::programme::{Role, programme};
use domain::text::Language;
use domain::words;
use worker::{Response, Result};

/// Opens a link: a session begins, and its page follows.
pub async fn open(ask: Ask, secret: &str) -> Result<Response> {
    let Some(link) = Secret::parse(secret) else { return problem_page(&ask, &Problem::LinkNotGood).await };
    let session = Secret::from_random(draw()?);
    let request = OpenRequest { link: link.hash(), session: session.hash() };
    let opened = match gate::network(&ask, request.link.as_str()).await {
        Ok(()) => send::<OpenLink>(&ask.env, Object::Ledger, &request).await.map(|opened| opened.reply),
        Err(problem) => Err(problem),
    };
    match opened {
        Ok(language) => {
            let response = see_other(&language.address("/my"), language)?;
            let seconds = SESSION_MS.checked_div(1000).unwrap_or_default();
            let cookie = format!(
                "__Host-session={}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age={seconds}",
                session.as_str()
            );
            response.headers().set("set-cookie", &cookie)?;
            Ok(response)
        }
        Err(problem) => problem_page(&ask, &problem).await,
    }
}

/// The own page of whoever holds the session.
pub async fn page(ask: &Ask, person: Person) -> Result<Response> {
    let request = ReadOwnRequest { session: person.session().clone() };
    let read = match gate::network(ask, request.session.as_str()).await {
        Ok(()) => send::<ReadOwn>(&ask.env, Object::Ledger, &request).await,
        Err(problem) => Err(problem),
    };
    match read {
        Ok(own) => show(ask, &own.reply).await,
        Err(Problem::NotSignedIn) => sign_in(ask).await,
        Err(problem) => problem_page(ask, &problem).await,
    }
}

/// Without a session the page says how to come in.
pub async fn sign_in(ask: &Ask) -> Result<Response> {
    let response = document::give(ask, "/my", Problem::NotSignedIn.status()).await?;
    set_problem_headers(response.headers(), &Problem::NotSignedIn)?;
    Ok(response)
}

/// What the own page can be asked to do; its new standing is shown by the page that follows.
pub async fn act(ask: &Ask, person: Person) -> Result<Response> {
    let session = person.session();
    let asked = match of_kind(ask, Kind::Form) {
        Ok(body) if asks_to_withdraw(body) => gate::network(ask, session.as_str()).await,
        Ok(_) => Err(Problem::NotTheCall),
        Err(problem) => Err(problem),
    };
    let request = WithdrawRequest { session: session.clone() };
    let withdrawn = match asked {
        Ok(()) => send::<Withdraw>(&ask.env, Object::Ledger, &request).await,
        Err(problem) => Err(problem),
    };
    match withdrawn {
        Ok(_) => see_other(&ask.language.address("/my"), ask.language),
        Err(Problem::NotSignedIn) => sign_in(ask).await,
        Err(problem) => problem_page(ask, &problem).await,
    }
}

fn asks_to_withdraw(body: &[u8]) -> bool {
    let fields = std::str::from_utf8(body).unwrap_or_default().split('&');
    fields.filter_map(|field| field.split_once('=')).any(|field| field == (field::GO, words::form::own::WITHDRAW_VALUE))
}

async fn show(ask: &Ask, own: &OwnPage) -> Result<Response> {
    let (slug, role) = (&own.receipt.programme, &own.receipt.role);
    let form = programme(slug).and_then(|programme| programme.form(Role::parse(role)?));
    let Some(form) = form else { return document::not_found(ask).await };
    let language = ask.language;
    let mut fills = Fills::default();
    crate::form::show_receipt(&mut fills, &own.receipt, language);
    fills.text("standing", words::standing::title(own.standing, form.role).say(language));
    fills.text("standing-next", next(own, form.role, language));
    if own.standing.may_be_withdrawn(form.role) {
        fills.show("withdraw");
    }
    let answers: Answers = own.answers.iter().cloned().collect();
    show_answers(&mut fills, slug, form, &answers, language);
    document::filled(ask, &format!("/my/{slug}/{role}"), language, fills, 200).await
}

/// What happens next, with the day that was promised where one was.
fn next(own: &OwnPage, role: Role, language: Language) -> String {
    match &own.receipt.answer_by {
        Some(day) => {
            let date = words::date::long(day, language);
            fill(words::standing::next(own.standing, role).say(language), &[("date", &date)])
        }
        None => words::standing::next_undated(own.standing, role).say(language).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_button_that_is_there_withdraws() {
        assert!(asks_to_withdraw(b"_go=withdraw"));
        assert!(asks_to_withdraw(b"x=1&_go=withdraw"));
        for other in ["", "_go=", "_go=withdraw2", "go=withdraw", "_go", "withdraw"] {
            assert!(!asks_to_withdraw(other.as_bytes()), "{other}");
        }
    }
}
