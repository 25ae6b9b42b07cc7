//! Links and the own page.

mod asked;
mod change;
mod file;
mod mentors;
mod request;
mod shown;

pub use change::{page as change, save};
pub use file::file;
pub use mentors::{act as wish, page as mentors, snapshot as mentors_snapshot};
pub use request::{answer as answer_request, page as request};
use shown::frame;

use crate::answer::{problem_page, see_other, set_problem_headers};
use crate::ask::{Ask, Person, draw};
use crate::body::{Kind, of_kind};
use crate::ledger::{Object, send};
use crate::{document, framework, gate};
use domain::answer::join_date;
use domain::asked::{ASK_FIELD, TEXT_FIELD};
use domain::call::{
    ChooseLetters, Disown, DisownRequest, LettersRequest, OfferRequest, OpenLink, OpenRequest, OwnPage, ReadOwn,
    ReadOwnRequest, Return, SayWilling, SetOffer, Speak, SpeakRequest, Turn, TurnRequest, Withdraw, WithdrawRequest,
};
use domain::draft::VALUES_MAX;
use domain::form_post::field;
use domain::ledger::agree::STATEMENT_FIELD;
use domain::ledger::own::OTHERS_MAX;
use domain::ledger::staff::STAFF_SESSION_MS;
use domain::link::{Opened, SESSION_MS, Secret};
use domain::mentor::{FREE_FIELD, PAUSED_FIELD, SEEN_FREE_FIELD};
use domain::outbox::Fact;
use domain::problem::Problem;
use domain::reference::Reference;
use domain::text::Language;
use domain::words::form::{
    asked as asked_words, framework as framework_words, letters as letters_words, own as own_words,
    willing as willing_words,
};
use worker::{Response, Result};

/// Opens a link: a session begins, and its page follows.
pub async fn open(ask: Ask, secret: &str) -> Result<Response> {
    let Some(link) = Secret::parse(secret) else { return problem_page(&ask, &Problem::LinkNotGood).await };
    if of_kind(&ask, Kind::Form).is_ok_and(|body| Posted::of(body).go == own_words::NOT_ME_VALUE) {
        return disown(&ask, &link).await;
    }
    let session = Secret::from_random(draw()?);
    let request = OpenRequest { link: link.hash(), session: session.hash() };
    let opened = match gate::network(&ask, request.link.as_str()).await {
        Ok(()) => send::<OpenLink>(&ask.env, Object::Ledger, &request).await.map(|opened| opened.reply),
        Err(problem) => Err(problem),
    };
    match opened {
        Ok(Opened::Request(language, of)) => {
            begin(&request::address(&of, language), language, "session", &session, SESSION_MS)
        }
        Ok(Opened::Own(language)) => begin(&language.address("/my"), language, "session", &session, SESSION_MS),
        Ok(Opened::Desk(language)) => begin(&language.address("/desk"), language, "desk", &session, STAFF_SESSION_MS),
        Err(problem) => problem_page(&ask, &problem).await,
    }
}

/// Whoever got the letter says that it was not them. Twice is the same as once, and of an unknown link nothing else is said.
async fn disown(ask: &Ask, link: &Secret) -> Result<Response> {
    let request = DisownRequest { link: link.hash() };
    let done = match gate::network(ask, request.link.as_str()).await {
        Ok(()) => send::<Disown>(&ask.env, Object::Ledger, &request).await.map(drop),
        Err(problem) => Err(problem),
    };
    match done {
        Ok(()) => document::give(ask, "/link-cancelled", 200).await,
        Err(problem) => problem_page(ask, &problem).await,
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
    match read(ask, &person).await {
        Ok(own) => show(ask, &own).await,
        Err(Problem::NotSignedIn) => sign_in(ask).await,
        Err(problem) => problem_page(ask, &problem).await,
    }
}

/// What the page shows, as far as one more may come from this network.
async fn read(ask: &Ask, person: &Person) -> std::result::Result<OwnPage, Problem> {
    gate::network(ask, person.session().as_str()).await?;
    let request = ReadOwnRequest { session: person.session().clone() };
    send::<ReadOwn>(&ask.env, Object::Ledger, &request).await.map(|read| read.reply)
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
    // What was typed there is shown again.
    let is_typed = asks || posted.go == own_words::OFFER_VALUE;
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
        (Ok(()), _) if posted.go == letters_words::SAVE_VALUE => {
            see_other(&ask.language.address("/my#letters"), ask.language)
        }
        (Ok(()), _) => see_other(&ask.language.address("/my"), ask.language),
        (Err(problem), _) if is_typed => asked::show_problem(ask, person.as_ref(), &posted, &problem).await,
        (Err(Problem::NotSignedIn), _) | (Err(_), None) => sign_in(ask).await,
        (Err(problem), Some(person)) => framework::show_problem(ask, person, &posted, &problem).await,
    }
}

async fn carry_out(ask: &Ask, person: &Person, posted: &Posted) -> std::result::Result<(), Problem> {
    let session = person.session().clone();
    match posted.go.as_str() {
        go if go.starts_with(own_words::OTHER_VALUE) => {
            let to = posted.to.clone().ok_or(Problem::Changed)?;
            send::<Turn>(&ask.env, Object::Ledger, &TurnRequest { session, to }).await.map(drop)
        }
        go if go.starts_with(own_words::SPEAK_VALUE) => {
            let language = go.strip_prefix(own_words::SPEAK_VALUE).and_then(Language::parse);
            let (of, language) = posted.of.clone().zip(language).ok_or(Problem::NotTheCall)?;
            send::<Speak>(&ask.env, Object::Ledger, &SpeakRequest { session, of, language }).await.map(drop)
        }
        letters_words::SAVE_VALUE => {
            let of = posted.of.clone().ok_or(Problem::Changed)?;
            let request = LettersRequest { session, of, wanted: posted.letters.clone() };
            send::<ChooseLetters>(&ask.env, Object::Ledger, &request).await.map(drop)
        }
        own_words::OFFER_VALUE => {
            let request = OfferRequest {
                session,
                of: posted.of.clone().ok_or(Problem::Changed)?,
                seen: posted.seen_free.parse().map_err(|_| Problem::Changed)?,
                free: posted.free.clone(),
                paused_until: posted.paused_until().concat(),
            };
            send::<SetOffer>(&ask.env, Object::Ledger, &request).await.map(drop)
        }
        go @ (own_words::WITHDRAW_VALUE | own_words::RETURN_VALUE | willing_words::YES_VALUE) => {
            let of = posted.of.clone().ok_or(Problem::Changed)?;
            let request = WithdrawRequest { session, of };
            match go {
                own_words::WITHDRAW_VALUE => send::<Withdraw>(&ask.env, Object::Ledger, &request).await.map(drop),
                own_words::RETURN_VALUE => send::<Return>(&ask.env, Object::Ledger, &request).await.map(drop),
                _ => send::<SayWilling>(&ask.env, Object::Ledger, &request).await.map(drop),
            }
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
    /// What the person goes on to.
    pub to: Option<Reference>,
    pub ties: Vec<String>,
    /// What is asked of staff, as chosen and as typed.
    pub ask: String,
    pub text: String,
    /// Which letters are to come, of those that can be turned off.
    pub letters: Vec<Fact>,
    /// What a mentor offers, as typed: places, and year, month and day of a pause.
    pub free: String,
    /// How many places the page showed.
    pub seen_free: String,
    pub pause: [String; 3],
}

impl Posted {
    /// The day of a pause, one value of its three fields, and none where nothing was typed.
    fn paused_until(&self) -> Vec<String> {
        let [year, month, day] = &self.pause;
        join_date(year, month, day)
    }

    fn of(body: &[u8]) -> Self {
        let mut posted = Self::default();
        let mut others = Vec::new();
        for (name, value) in form_urlencoded::parse(body) {
            match name.as_ref() {
                field::GO => posted.go = value.into_owned(),
                field::OF => posted.of = Reference::parse(&value),
                framework_words::SEEN => posted.seen = value.parse().unwrap_or_default(),
                name if name.starts_with(own_words::OTHER_FIELD) && others.len() < OTHERS_MAX => {
                    others.push((name.to_owned(), Reference::parse(&value)));
                }
                FREE_FIELD => posted.free = value.into_owned(),
                SEEN_FREE_FIELD => posted.seen_free = value.into_owned(),
                name if name.starts_with(PAUSED_FIELD) => {
                    let parts = field::DATE_PARTS.iter().zip(&mut posted.pause);
                    for (_, place) in parts.filter(|(part, _)| name.strip_prefix(PAUSED_FIELD) == Some(*part)) {
                        value.as_ref().clone_into(place);
                    }
                }
                letters_words::FIELD if posted.letters.len() < VALUES_MAX => posted.letters.extend(Fact::parse(&value)),
                ASK_FIELD => posted.ask = value.into_owned(),
                TEXT_FIELD => posted.text = value.into_owned(),
                STATEMENT_FIELD if posted.ties.len() < VALUES_MAX => posted.ties.push(value.into_owned()),
                _ => {}
            }
        }
        let chosen = posted.go.strip_prefix(own_words::OTHER_VALUE).unwrap_or_default();
        let field = format!("{}{chosen}", own_words::OTHER_FIELD);
        posted.to = others.into_iter().find(|(name, _)| *name == field).and_then(|(_, to)| to);
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
        let turned = Posted::of(b"_to1=AB3CD4EF&_to2=GH5JK6MN&_go=to-2");
        assert_eq!(turned.to.as_ref().map(Reference::as_str), Some("GH5JK6MN"));
        assert_eq!(Posted::of(b"_to1=AB3CD4EF&_go=to-3").to, None);
        let asked = Posted::of(b"_go=ask&ask_what=report&ask_text=a%0D%0Ab&ask_what=erasure");
        assert_eq!((asked.ask.as_str(), asked.text.as_str()), ("erasure", "a\r\nb"));
    }
}
