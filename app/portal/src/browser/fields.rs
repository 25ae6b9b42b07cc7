//! The fields of the open form: what stands in them, and putting kept answers into them.

use super::page::document;
use super::state;
use super::state::Saving;
use crate::kept::Kept;
use domain::draft::Answers;
use domain::form_post::{carried, date_fields, field as names, join_dates};
use domain::journey::Place;
use domain::programme::Form;
use domain::question::Kind;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement};

enum Control {
    /// Typed in.
    Line(HtmlInputElement),
    Text(HtmlTextAreaElement),
    /// Ticked.
    Box(HtmlInputElement),
    Hidden(HtmlInputElement),
}

fn controls() -> Vec<(String, Control)> {
    let Ok(found) = document().query_selector_all("#form input[name], #form textarea[name]") else { return Vec::new() };
    (0..found.length())
        .filter_map(|index| {
            let element = found.get(index)?.dyn_into::<Element>().ok()?;
            Some((element.get_attribute("name")?, control(element)?))
        })
        .collect()
}

fn control(element: Element) -> Option<Control> {
    match element.dyn_into::<HtmlTextAreaElement>() {
        Ok(text) => Some(Control::Text(text)),
        Err(element) => {
            let input = element.dyn_into::<HtmlInputElement>().ok()?;
            Some(match input.type_().as_str() {
                "radio" | "checkbox" => Control::Box(input),
                "hidden" => Control::Hidden(input),
                _ => Control::Line(input),
            })
        }
    }
}

/// What stands in the form: questions asked here, and what the Worker carried along.
#[derive(Default)]
pub struct Standing {
    /// Values of the questions asked on this page; empty where nothing was typed or ticked.
    pub asked: Answers,
    /// Values of all hidden fields that have one.
    carried: Answers,
    pub website: String,
}

impl Standing {
    /// The value of a hidden field that has one.
    pub fn carried(&self, name: &str) -> Option<&String> {
        self.carried.get(name)?.first()
    }
}

pub fn read(form: &'static Form) -> Standing {
    let mut standing = Standing::default();
    for (name, control) in controls() {
        match control {
            Control::Hidden(input) => {
                let value = input.value();
                if !value.is_empty() {
                    standing.carried.insert(name, vec![value]);
                }
            }
            Control::Line(input) if name == names::TRAP => standing.website = input.value(),
            Control::Line(input) => set(&mut standing.asked, name, input.value()),
            Control::Text(text) => set(&mut standing.asked, name, text.value()),
            Control::Box(input) => {
                let values = standing.asked.entry(name).or_default();
                if input.checked() {
                    values.push(input.value());
                }
            }
        }
    }
    join_dates(form, &mut standing.asked);
    standing
}

fn set(answers: &mut Answers, name: String, value: String) {
    answers.insert(name, if value.is_empty() { Vec::new() } else { vec![value] });
}

/// Puts answers into the fields asked here, except the one a person is in.
pub fn pour(form: &Form, answers: &Answers, except: Option<&str>) {
    let mut answers = answers.clone();
    for question in form.questions().filter(|question| matches!(question.kind, Kind::Date { .. })) {
        let values = answers.get(question.id).map_or(&[][..], Vec::as_slice);
        let parts = date_fields(question.id, values);
        answers.extend(parts.map(|(name, text)| (name, vec![text])));
    }
    for (name, control) in controls().iter().filter(|(name, _)| Some(name.as_str()) != except && name != names::TRAP) {
        let values = answers.get(name).map_or(&[][..], Vec::as_slice);
        let first = values.first().map_or("", String::as_str);
        match control {
            Control::Line(input) if input.value() != first => input.set_value(first),
            Control::Text(text) if text.value() != first => text.set_value(first),
            Control::Box(input) => input.set_checked(values.contains(&input.value())),
            _ => {}
        }
    }
}

/// The question of a field: a date's three have their own names.
pub fn question_of(name: &str) -> &str {
    name.split('_').next().unwrap_or_default()
}

/// The name of the field that has the focus.
pub fn focused() -> Option<String> {
    let element = document().active_element()?;
    element.closest("#form").ok().flatten()?;
    element.get_attribute("name")
}

/// What the phone keeps is poured into the fields when the page comes back; what the browser itself remembers of them is
/// older, and would undo an erasing or the work of another tab.
pub fn leave_nothing_behind() {
    if state().peek(|held| held.saving == Saving::Saved)
        && let Some(form) = document().get_element_by_id("form")
    {
        form.set_attribute("autocomplete", "off").ok();
    }
}

/// Posts the form as a browser without this program does, with every answer, and asks for `place`. Says whether it could.
pub fn post(kept: &Kept, place: Place) -> bool {
    let form = document().get_element_by_id("form").and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let (Some(form), Ok(go)) = (form, document().create_element("input")) else { return false };
    for (name, control) in controls() {
        if let Control::Hidden(input) = control {
            match name.as_str() {
                names::ID => input.set_value(&kept.id),
                names::SECRET => input.set_value(&kept.secret),
                names::ASKED => input.set_value(&kept.asked),
                names::ASIDE => input.set_value(&kept.aside.join("\n")),
                names::NOTICE | names::RETURN => {}
                question => input.set_value(&carried(kept.draft.answers.get(question).map_or(&[], Vec::as_slice))),
            }
        }
    }
    for (name, value) in [("type", "hidden"), ("name", names::GO), ("value", &format!("to-{}", place.id()))] {
        go.set_attribute(name, value).ok();
    }
    form.append_child(&go).is_ok() && form.submit().is_ok()
}
