//! Links and the own page.

mod asked;

use crate::answer::{problem_page, see_other, set_problem_headers};
use crate::ask::{Ask, Person, draw};
use crate::body::{Kind, of_kind};
use crate::fills::Fills;
use crate::form::show_answers;
use crate::ledger::{Object, send};
use crate::{document, framework, gate};
use domain::asked::{ASK_FIELD, TEXT_FIELD};
use domain::call::{OpenLink, OpenRequest, OwnPage, ReadOwn, ReadOwnRequest, Withdraw, WithdrawRequest};
use domain::draft::{Answers, VALUES_MAX};
use domain::fill::fill;
use domain::form_post::field;
use domain::ledger::agree::STATEMENT_FIELD;
use domain::ledger::staff::STAFF_SESSION_MS;
use domain::link::{Opened, SESSION_MS, Secret};
use domain::problem::Problem;
use domain::programme::{Role, programme};
use domain::reference::Reference;
use domain::text::Language;
use domain::words;
use domain::words::form::{asked as asked_words, framework as framework_words};
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
        Ok(Opened::Own(language)) => begin(&language.address("/my"), language, "session", &session, SESSION_MS),
        Ok(Opened::Desk(language)) => begin(&language.address("/desk"), language, "desk", &session, STAFF_SESSION_MS),
        Err(problem) => problem_page(&ask, &problem).await,
    }
}

/// On to the page that a link opens, with a cookie that holds the session's secret.
fn begin(address: &str, language: Language, name: &str, session: &Secret, length_ms: i64) -> Result<Response> {
    let response = see_other(address, language)?;
    let seconds = length_ms.checked_div(1000).unwrap_or_default();
    let secret = session.as_str();
    let cookie = format!("__Host-{name}={secret}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age={seconds}");
    response.headers().set("set-cookie", &cookie)?;
    Ok(response)
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
pub async fn act(ask: &Ask, person: Option<Person>) -> Result<Response> {
    let posted = match of_kind(ask, Kind::Form) {
        Ok(body) => Posted::of(body),
        Err(_) if person.is_none() => return sign_in(ask).await,
        Err(problem) => return problem_page(ask, &problem).await,
    };
    let asks = posted.go == asked_words::SEND_VALUE;
    let done = match &person {
        Some(person) => match gate::network(ask, person.session().as_str()).await {
            Ok(()) => carry_out(ask, person, &posted).await,
            Err(problem) => Err(problem),
        },
        None => Err(Problem::NotSignedIn),
    };
    match (done, &person) {
        // To where it stands.
        (Ok(()), _) if asks => see_other(&ask.language.address("/my#asked"), ask.language),
        (Ok(()), _) => see_other(&ask.language.address("/my"), ask.language),
        (Err(problem), _) if asks => asked::show_problem(ask, person.as_ref(), &posted, &problem).await,
        (Err(Problem::NotSignedIn), _) | (Err(_), None) => sign_in(ask).await,
        (Err(problem), Some(person)) => framework::show_problem(ask, person, &posted, &problem).await,
    }
}

async fn carry_out(ask: &Ask, person: &Person, posted: &Posted) -> std::result::Result<(), Problem> {
    let session = person.session().clone();
    match posted.go.as_str() {
        words::form::own::WITHDRAW_VALUE => {
            let of = posted.of.clone().ok_or(Problem::Changed)?;
            send::<Withdraw>(&ask.env, Object::Ledger, &WithdrawRequest { session, of }).await.map(drop)
        }
        asked_words::SEND_VALUE => asked::send_on(ask, session, posted).await,
        _ => framework::carry_out(ask, session, posted).await,
    }
}

/// A post of the own page: its button, the version that was seen, what a mentor ticked, and what is asked of staff.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Posted {
    pub go: String,
    pub seen: u32,
    /// The record that the page showed.
    pub of: Option<Reference>,
    pub ties: Vec<String>,
    /// What is asked of staff, as chosen and as typed.
    pub ask: String,
    pub text: String,
}

impl Posted {
    fn of(body: &[u8]) -> Self {
        let mut posted = Self::default();
        for (name, value) in form_urlencoded::parse(body) {
            match name.as_ref() {
                field::GO => posted.go = value.into_owned(),
                field::OF => posted.of = Reference::parse(&value),
                framework_words::SEEN => posted.seen = value.parse().unwrap_or_default(),
                ASK_FIELD => posted.ask = value.into_owned(),
                TEXT_FIELD => posted.text = value.into_owned(),
                STATEMENT_FIELD if posted.ties.len() < VALUES_MAX => posted.ties.push(value.into_owned()),
                _ => {}
            }
        }
        posted
    }
}

async fn show(ask: &Ask, own: &OwnPage) -> Result<Response> {
    if own.framework.is_some() {
        return framework::show(ask, own, framework::Note::None).await;
    }
    match frame(own, ask.language) {
        Some((path, fills)) => document::filled(ask, &path, ask.language, fills, 200).await,
        None => document::not_found(ask).await,
    }
}

/// The document of an own page that is not a framework's, and what is put into it.
fn frame(own: &OwnPage, language: Language) -> Option<(String, Fills)> {
    let (slug, role) = (&own.receipt.programme, &own.receipt.role);
    let form = programme(slug)?.form(Role::parse(role)?)?;
    let mut fills = Fills::default();
    crate::form::show_receipt(&mut fills, &own.receipt, language);
    fills.text("standing", words::standing::title(own.standing, form.role).say(language));
    fills.text("standing-next", next(own, form.role, language));
    if own.standing.may_be_withdrawn(form.role) {
        fills.show("withdraw");
    }
    let answers: Answers = own.answers.iter().cloned().collect();
    show_answers(&mut fills, slug, form, &answers, language);
    asked::show(&mut fills, own, language);
    Some((format!("/my/{slug}/{role}"), fills))
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
    fn a_post_is_read_field_by_field_and_what_is_unknown_is_nothing() {
        assert_eq!(Posted::of(b"x=1&_go=withdraw").go, "withdraw");
        for other in ["", "_go=", "go=withdraw", "_go", "withdraw"] {
            assert_eq!(Posted::of(other.as_bytes()), Posted::default(), "{other}");
        }
        let posted = Posted::of(b"_go=accept&_of=AB3CD4EF&_seen=2&ties=co-author&ties=none");
        assert_eq!(posted.of.as_ref().map(Reference::as_str), Some("AB3CD4EF"));
        assert_eq!((posted.seen, posted.ties.as_slice()), (2, &["co-author".to_owned(), "none".to_owned()][..]));
        assert_eq!(Posted::of(b"_seen=-1").seen, 0);
        assert_eq!(Posted::of(b"_of=x").of, None);
        let asked = Posted::of(b"_go=ask&ask_what=report&ask_text=a%0D%0Ab&ask_what=erasure");
        assert_eq!((asked.ask.as_str(), asked.text.as_str()), ("erasure", "a\r\nb"));
    }
}
