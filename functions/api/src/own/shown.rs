//! What an own page that is not a framework's shows: which of its places are filled with what.

use super::asked;
use domain::calendar;
use domain::call::{Happened, OwnPage};
use domain::directory::{OWN_PLACE, OwnCard, put_lines};
use domain::draft::Answers;
use domain::fill::fill;
use domain::fills::Fills;
use domain::form_post::date_fields;
use domain::ledger::Happening;
use domain::ledger::retention::{Kept, kept_since};
use domain::mentor::willing::Willing;
use domain::mentor::{FREE_FIELD, PAUSED_FIELD, SEEN_FREE_FIELD};
use domain::programme::{Form, Role, programme};
use domain::request::Stage;
use domain::shown::show_answers;
use domain::standing::Standing;
use domain::text::Language;
use domain::words;
use domain::words::form::letters as letters_words;
use domain::words::form::own as own_words;
use domain::words::form::request as request_words;
use domain::words::form::willing as willing_words;
use domain::words::phrases::Tables;

/// The document of an own page that is not a framework's, and what is put into it.
pub fn frame(own: &OwnPage, language: Language) -> Option<(String, Fills)> {
    let (slug, role) = (&own.receipt.programme, &own.receipt.role);
    let form = programme(slug)?.form(Role::parse(role)?)?;
    let mut fills = Fills::default();
    crate::form::show_receipt(&mut fills, &own.receipt, language);
    fills.text("standing", words::standing::title(own.standing, form.role).say(language));
    fills.text("standing-next", next(own, form.role, language));
    show_acts(&mut fills, own, form.role);
    show_requests(&mut fills, own, form.role, language);
    if own.may_wish {
        fills.show("mentors");
    }
    fills.text("history", history(own, form.role, language));
    fills.text("kept", kept(own, language));
    show_others(&mut fills, own, language);
    show_willing(&mut fills, own, language);
    show_offer(&mut fills, own);
    show_card(&mut fills, own, form, language);
    let answers: Answers = own.answers.iter().cloned().collect();
    show_answers(&mut fills, form, &answers, language);
    asked::show(&mut fills, own, language);
    Some((format!("/my/{slug}/{role}"), fills))
}

/// What its person can do now.
fn show_acts(fills: &mut Fills, own: &OwnPage, role: Role) {
    fills.show(format!("letters-{}", own.language.tag()));
    fills.field(letters_words::FIELD, own.letters.iter().map(|fact| fact.key().to_owned()).collect());
    if own.standing == Standing::Told {
        fills.show("opened");
    }
    if own.standing.may_be_withdrawn(role) {
        fills.show("withdraw");
    }
    if own.standing.may_return(role) {
        fills.show("return");
    }
    if own.standing.may_be_changed(role) && !own.is_restricted {
        fills.show("may-change");
    } else {
        fills.show("may-not-change");
    }
}

/// Requests that wait, are agreed or have led to a pair, each with its page.
fn show_requests(fills: &mut Fills, own: &OwnPage, role: Role, language: Language) {
    for (place, request) in (1_usize..).zip(&own.requests) {
        let (reference, date) = (request.of.as_str(), words::date::long(&request.answer_by, language));
        let line = request_words::line(request.stage, request.is_paired, role).say(language);
        fills.show("requests");
        fills.show(format!("request-{place}"));
        fills.text(format!("request-text-{place}"), fill(line, &[("reference", reference), ("date", &date)]));
        fills.link(&format!("request-{place}"), super::request::address(&request.of, language));
        let next = match (role, request.stage) {
            (Role::Mentee, Stage::Agreed) => request_words::NEXT_CHOICE,
            (Role::Mentee, Stage::Wondering) => request_words::NEXT_REPLY,
            _ => continue,
        };
        fills.text("standing-next", fill(next.say(language), &[("date", &date)]));
    }
}

/// Whether a mentor is asked if they are still willing, or what they answered.
fn show_willing(fills: &mut Fills, own: &OwnPage, language: Language) {
    match own.willing {
        Some(Willing::Asked) => fills.show("willing"),
        Some(Willing::Said(at)) => {
            let date = words::date::long(&calendar::day(at), language);
            fills.text("willing-said", fill(willing_words::SAID.say(language), &[("date", &date)]));
        }
        None => {}
    }
}

/// What a mentor offers, as it stands; a pause that is over is none.
fn show_offer(fills: &mut Fills, own: &OwnPage) {
    let Some(offer) = own.offer.as_ref().filter(|_| !own.is_restricted) else { return };
    fills.show("offer");
    let paused_until: Vec<String> = offer.paused_until.clone().into_iter().collect();
    put_offer(fills, &offer.free.to_string(), &paused_until);
    fills.field(SEEN_FREE_FIELD, vec![offer.free.to_string()]);
}

/// How a mentor who has been accepted is shown to those who look for one.
fn show_card(fills: &mut Fills, own: &OwnPage, form: &'static Form, language: Language) {
    let Some(own_card) = &own.card else { return };
    fills.show("card");
    let (said, card) = match own_card {
        OwnCard::Shown(card) => ("card-shown", Some(card)),
        OwnCard::Rests(card) => ("card-rests", Some(card)),
        OwnCard::Hidden => ("card-hidden", None),
    };
    fills.show(said);
    if let Some(card) = card {
        fills.show("card-there");
        put_lines(fills, OWN_PLACE, card, form, &Tables { slug: &own.receipt.programme, language });
    }
}

/// The fields of a mentor's offer.
pub fn put_offer(fills: &mut Fills, free: &str, paused_until: &[String]) {
    fills.field(FREE_FIELD, vec![free.to_owned()]);
    for (name, part) in date_fields(PAUSED_FIELD, paused_until) {
        fills.field(&name, vec![part]);
    }
}

/// What else the person has sent, a button each.
fn show_others(fills: &mut Fills, own: &OwnPage, language: Language) {
    for (place, other) in (1_usize..).zip(&own.others) {
        let Some(role) = Role::parse(&other.receipt.role) else { continue };
        let form = words::programme(&other.receipt.programme).and_then(|words| words.form(role));
        let (title, reference) = (form.map_or("", |form| form.title.say(language)), other.receipt.reference.as_str());
        let standing = words::standing::title(other.standing, role).say(language);
        let values = [("form", title), ("reference", reference), ("standing", standing)];
        fills.show("others");
        fills.text(format!("other-{place}"), fill(own_words::OTHER.say(language), &values));
        fills.field(&format!("{}{place}", own_words::OTHER_FIELD), vec![reference.to_owned()]);
    }
}

/// What happened, oldest first, a line each.
fn history(own: &OwnPage, role: Role, language: Language) -> String {
    let line = |event: &Happened| {
        let what = own_words::happened(event.what, event.is_by_staff)?.say(language);
        let standing = match event.what {
            Happening::Became(standing) | Happening::Undone(standing) => {
                words::standing::title(standing, role).say(language)
            }
            _ => "",
        };
        let (time, what) = (words::date::time(event.at, language), fill(what, &[("standing", standing)]));
        Some(format!("• {time}: {what}"))
    };
    own.history.iter().filter_map(line).collect::<Vec<_>>().join("\n")
}

/// How long it is kept.
fn kept(own: &OwnPage, language: Language) -> String {
    let kept = kept_since(&own.receipt.programme, own.ended_at);
    let (name, value) = match &kept {
        Kept::Undecided(who) => ("who", (*who).to_owned()),
        Kept::ProgrammeHasLeft => ("", String::new()),
        Kept::AfterEnd(days) => ("days", days.to_string()),
        Kept::Until(day) => ("date", words::date::long(day, language)),
    };
    fill(own_words::kept(&kept).say(language), &[(name, &value)])
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
