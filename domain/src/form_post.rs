//! A form as a browser without WASM posts it: the answers of this page, earlier ones as hidden fields, and the button.

use crate::answer::{date_parts, join_date};
use crate::call::DraftId;
use crate::draft::{Answers, Draft, VALUES_MAX};
use crate::journey::{Arrange, Go, Place};
use crate::link::Secret;
use crate::programme::{Form, Programme};
use crate::question::Kind;
use crate::release::{self, Changes};
use crate::text::Language;

/// Names of the fields that are not questions. No question's id can begin so.
pub mod field {
    /// The draft's id, drawn by the Worker at the first POST.
    pub const ID: &str = "_id";
    /// The secret of the receipt's link, drawn with it.
    pub const SECRET: &str = "_secret";
    /// Version of the notice shown.
    pub const NOTICE: &str = "_notice";
    /// [`YES`](crate::question::YES) when the person came from the check page to change something.
    pub const RETURN: &str = "_return";
    /// The button: `continue`, `back`, `stay`, `send`, or `to-<place>`.
    pub const GO: &str = "_go";
    /// The reference of the record that the own page shows.
    pub const OF: &str = "_of";
    /// What no person sees or fills.
    pub const TRAP: &str = "website";
    /// The questions as they were when they were answered ([`crate::release::asked`]).
    pub const ASKED: &str = "_asked";
    /// What was typed for questions that a release has removed, a line each.
    pub const ASIDE: &str = "_aside";
    /// Ends of the names of a date's three fields: `graduated_day`. No question's id has a `_`.
    pub const DATE_PARTS: [&str; 3] = ["_year", "_month", "_day"];
}

/// A parsed form post.
#[derive(Clone, Debug)]
pub struct FormPost {
    pub go: Go,
    pub returning: bool,
    pub id: Option<DraftId>,
    pub secret: Option<Secret>,
    pub draft: Draft,
    /// What a release has changed since the answers were given.
    pub changes: Changes,
}

impl FormPost {
    /// Parses `application/x-www-form-urlencoded` text, and fits it to today's form: what a release has changed is in
    /// `changes`. At most [`VALUES_MAX`] values a field and four times as many fields as questions.
    pub fn parse(body: &[u8], programme: &'static Programme, form: &'static Form, language: Language) -> Self {
        let mut own = Own::default();
        let mut answers = Answers::new();
        let fields_max = form.questions().count().saturating_mul(4);
        for (name, value) in form_urlencoded::parse(body) {
            if own.take(&name, &value) {
                continue;
            }
            if !answers.contains_key(name.as_ref()) && answers.len() >= fields_max {
                continue;
            }
            let values = answers.entry(name.into_owned()).or_default();
            if values.len() < VALUES_MAX {
                values.push(value.into_owned());
            }
        }
        join_dates(form, &mut answers);
        split_carried(form, &mut answers);
        let returning = !own.returning.is_empty();
        let notice = if own.notice.is_empty() { programme.notice_version.to_owned() } else { own.notice };
        let mut draft = Draft { notice, answers, website: own.trap, ..Draft::new(programme, form.role, language) };
        let mut changes = release::fit(&mut draft, form, &own.asked);
        changes.aside.splice(0..0, own.aside.lines().map(str::to_owned));
        let go = parse_go(&own.go, form, returning);
        if let Go::Arrange(arrange) = go {
            arrange.apply(draft.answers.entry(arrange.question.to_owned()).or_default());
        }
        Self { go, returning, id: DraftId::parse(&own.id), secret: Secret::parse(&own.secret), draft, changes }
    }
}

/// The fields that are not questions, as text.
#[derive(Default)]
struct Own {
    id: String,
    secret: String,
    notice: String,
    returning: String,
    go: String,
    trap: String,
    asked: String,
    aside: String,
}

impl Own {
    /// Takes a field that is not a question; says whether it was one.
    fn take(&mut self, name: &str, value: &str) -> bool {
        let place = match name {
            field::ID => &mut self.id,
            field::SECRET => &mut self.secret,
            field::NOTICE => &mut self.notice,
            field::RETURN => &mut self.returning,
            field::GO => &mut self.go,
            field::TRAP => &mut self.trap,
            field::ASKED => &mut self.asked,
            field::ASIDE => &mut self.aside,
            _ => return false,
        };
        value.clone_into(place);
        true
    }
}

/// The name of a field of a date, of [`field::DATE_PARTS`].
pub fn date_field(question: &str, part: &str) -> String {
    format!("{question}{part}")
}

/// What stands in the three fields of a date, by their names.
pub fn date_fields(question: &str, values: &[String]) -> [(String, String); 3] {
    let parts = date_parts(values.first().map_or("", String::as_str));
    let mut pairs = field::DATE_PARTS.into_iter().zip(parts);
    [(); 3].map(|()| {
        pairs.next().map_or_else(Default::default, |(part, text)| (date_field(question, part), text.to_owned()))
    })
}

/// The three fields of a date become its one value.
pub fn join_dates(form: &'static Form, answers: &mut Answers) {
    for question in form.questions().filter(|question| matches!(question.kind, Kind::Date { .. })) {
        let parts = field::DATE_PARTS.map(|part| answers.remove(&date_field(question.id, part)));
        if parts.iter().any(Option::is_some) {
            let [year, month, day] =
                parts.map(|values| values.and_then(|values| values.into_iter().next()).unwrap_or_default());
            answers.insert(question.id.to_owned(), join_date(&year, &month, &day));
        }
    }
}

/// Several choices of an earlier page are carried in one hidden field, joined by commas (no option id has one).
fn split_carried(form: &'static Form, answers: &mut Answers) {
    let several = form.questions().filter(|question| question.kind.has_several_values());
    for question in several {
        if let Some(values) = answers.get_mut(question.id) {
            *values = values
                .iter()
                .flat_map(|value| value.split(','))
                .filter(|value| !value.is_empty())
                .take(VALUES_MAX)
                .map(str::to_owned)
                .collect();
        }
    }
}

/// What a button's value asks for; both the browser and the Worker read it here.
pub fn parse_go(go: &str, form: &'static Form, returning: bool) -> Go {
    match go {
        "back" => Go::Back,
        "stay" => Go::Stay,
        "send" => Go::Send,
        rank if rank.starts_with("rank.") => Arrange::parse(rank, form).map_or(Go::Stay, Go::Arrange),
        other => match other.strip_prefix("to-").and_then(|id| Place::parse(form, id)) {
            Some(place @ (Place::Page(_) | Place::Check)) => Go::To(place),
            _ => Go::Continue { return_to_check: returning },
        },
    }
}

/// The value of the hidden field that carries an answer of another page.
pub fn carried(values: &[String]) -> String {
    values.join(",")
}
