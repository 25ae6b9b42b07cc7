//! The pages for one's own mentor: what is typed is kept on this phone, answered here and sent nowhere.

mod letter;
mod meetings;

use super::page::{self, all, by_id, document, template};
use super::{clock, files, storage};
use crate::kept::KeptKit;
use domain::day::Day;
use domain::draft::Answers;
use domain::fill::fill;
use domain::independence::{Finding, Likeness, Named, check};
use domain::meetings::{Event, day_of, day_to_remember};
use domain::words::date;
use js_sys::Reflect;
use leptos::leptos_dom::helpers::window_event_listener_untyped as listen_to;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// How long before the day a calendar reminds of it.
const REMINDED_DAYS_BEFORE: u16 = 60;
/// Fields that mean the same on every page: typed once, they stand on the next one too.
const SHARED: [&str; 2] = ["mentor", "name"];
/// What the program wrote into a field, by which it knows what the person has made of it.
const WRITTEN: &str = "data-written";

pub fn listen() {
    listen_to("input", |_| {
        keep();
    });
    listen_to("submit", |_| answer());
    listen_to("click", |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(button) = target else { return };
        match page::data(&button, "act").as_str() {
            "keep-day" => keep_day(),
            "share-letter" => letter::share(),
            "mail-letter" => letter::mail(),
            "copy-letter" => files::copy(button, Some(typed("letter"))),
            "copy-first" => files::copy(button, Some(typed("first-reminder"))),
            "copy-later" => files::copy(button, Some(typed("later-reminder"))),
            "keep-meetings" => meetings::save(),
            _ => {}
        }
    });
}

/// Puts back what was typed here before; what is being typed wins.
pub fn take_over() {
    let Some(place) = place() else { return };
    let kept = storage::kit(&place).unwrap_or_default();
    for field in fields() {
        let id = field.id();
        let elsewhere = || if SHARED.contains(&id.as_str()) { typed_elsewhere(&id) } else { None };
        let Some(values) = kept.typed.get(&id).cloned().or_else(elsewhere) else { continue };
        let mut values = values.iter();
        if let Some(value) = values.next().filter(|_| read(&field).is_empty()) {
            write(&field, value);
        }
        if let Some(written) = values.next() {
            field.set_attribute(WRITTEN, written).ok();
        }
    }
    say_where_it_stays(page::window().local_storage().is_ok_and(|storage| storage.is_some()));
    letter::take_over();
    if place == "meetings" {
        meetings::take_over();
    }
}

/// What was typed last in the field of that id on another page.
fn typed_elsewhere(id: &str) -> Option<Vec<String>> {
    let mut newest: Option<KeptKit> = None;
    for key in storage::keys() {
        let kept = key.strip_prefix("kit/").and_then(storage::kit);
        let Some(kept) = kept.filter(|kept| kept.typed.contains_key(id)) else { continue };
        if newest.as_ref().is_none_or(|newest| newest.saved_at < kept.saved_at) {
            newest = Some(kept);
        }
    }
    newest?.typed.remove(id)
}

/// Says whether what is typed stays on this phone.
fn say_where_it_stays(is_kept: bool) {
    for (id, is_said) in [("stays", is_kept), ("stays-nowhere", !is_kept)] {
        if let Some(sentence) = by_id(id) {
            sentence.set_hidden(!is_said);
        }
    }
}

/// Which page of the kit is open.
fn place() -> Option<String> {
    let main = page::main()?;
    (page::data(&main, "view") == "kit").then(|| page::data(&main, "place"))
}

fn fields() -> Vec<Element> {
    all(&document(), "#kit input, #kit textarea, #kit select, #answer textarea")
}

fn is_box(field: &Element) -> bool {
    matches!(field.get_attribute("type").as_deref(), Some("checkbox" | "radio"))
}

/// What stands in a field; `yes` in a ticked box.
pub fn read(field: &Element) -> String {
    let value = |name: &str| Reflect::get(field, &name.into()).unwrap_or_default();
    if is_box(field) {
        if value("checked").is_truthy() { "yes".to_owned() } else { String::new() }
    } else {
        value("value").as_string().unwrap_or_default()
    }
}

pub fn write(field: &Element, text: &str) {
    let (name, value) =
        if is_box(field) { ("checked", JsValue::from(!text.is_empty())) } else { ("value", text.into()) };
    Reflect::set(field, &name.into(), &value).ok();
}

/// What stands in the field of that id, without blanks around it.
fn typed(id: &str) -> String {
    by_id(id).map(|field| read(&field).trim().to_owned()).unwrap_or_default()
}

/// Keeps what stands in the fields, and of a text what the program wrote of it. Says whether the browser took it.
fn keep() -> bool {
    let Some(place) = place() else { return false };
    let mut typed = Answers::new();
    for field in fields() {
        typed.insert(field.id(), [read(&field)].into_iter().chain(field.get_attribute(WRITTEN)).collect());
    }
    let kept = KeptKit { saved_at: clock::now(), typed };
    storage::keep_kit(&place, &kept);
    let is_kept = storage::kit(&place).is_some_and(|found| found.saved_at == kept.saved_at);
    say_where_it_stays(is_kept);
    is_kept
}

fn answer() {
    match place().as_deref() {
        Some("choose-by") => choose_by(),
        Some("independence") => independence(),
        Some("meetings") => meetings::answer(),
        Some("study-plan") => letter::study_plan(),
        Some(_) => letter::invitation(),
        None => {}
    }
}

/// Says what is wrong at the field and goes there, or takes it away. Says whether all is well.
fn is_right(fault: &str, field: &str, is_right: bool) -> bool {
    if let Some(fault) = by_id(fault) {
        fault.set_hidden(is_right);
    }
    let Some(field) = by_id(field) else { return is_right };
    if is_right {
        field.remove_attribute("aria-invalid").ok();
    } else {
        field.set_attribute("aria-invalid", "true").ok();
        page::lead_to(&field.id());
        if let Some(answer) = by_id("answer") {
            answer.set_hidden(true);
        }
    }
    is_right
}

/// Shows an answer and goes there.
fn show(title: &str, lines: &[String]) {
    shown(title, lines);
    page::lead_to("answer");
}

/// Shows an answer.
fn shown(title: &str, lines: &[String]) {
    let (Some(answer), Some(heading), Some(place)) = (by_id("answer"), by_id("answer-title"), by_id("answer-lines"))
    else {
        return;
    };
    heading.set_text_content(Some(title));
    place.set_text_content(None);
    for line in lines {
        if let Ok(paragraph) = document().create_element("p") {
            paragraph.set_text_content(Some(line));
            place.append_child(&paragraph).ok();
        }
    }
    answer.set_hidden(false);
}

/// The day in three fields whose ids begin so, where what is typed is one.
fn day_in(begin: &str) -> Option<Day> {
    let [year, month, day] = ["year", "month", "day"].map(|part| typed(&format!("{begin}{part}")));
    day_of(&year, &month, &day)
}

fn choose_by() {
    let days = day_in("").and_then(|day| Some((day, day.a_year_after()?)));
    if !is_right("admitted-fault", "day", days.is_some()) {
        return;
    }
    let (Some((admitted, by)), Some(today)) = (days, Day::parse(&clock::today())) else { return };
    let say = |name| template("answer", name);
    let mut lines = Vec::new();
    if admitted > today {
        lines.push(say("future"));
    }
    if admitted.parts()[1..] == [2, 29] {
        lines.push(say("leap"));
    }
    lines.push(match by.number() - today.number() {
        0 => say("today"),
        1 => say("ahead-one"),
        days if days > 1 => fill(&say("ahead"), &[("days", &days.to_string())]),
        _ => say("past"),
    });
    let date = date::long(&by.written(), page::language());
    show(&fill(&say("result"), &[("date", &date)]), &lines);
}

/// Saves the day as a file for a calendar.
fn keep_day() {
    let say = |name| template("answer", name);
    let (title, description, today) = (say("event"), say("event-text"), clock::today());
    let Some(day) = day_in("").and_then(Day::a_year_after).map(Day::written) else { return };
    let id = format!("choose-by-{day}@{}", page::window().location().hostname().unwrap_or_default());
    let event = Event { id: &id, title: &title, description: &description, made_on: &today };
    let file = day_to_remember(&event, &day, REMINDED_DAYS_BEFORE);
    if let Some(file) = file {
        files::save(&format!("{}.ics", say("file")), "text/calendar", &file);
    }
}

fn independence() {
    let named = Named {
        mentor: typed("mentor"),
        mentor_department: typed("mentor-department"),
        own_department: typed("own-department"),
        supervisors: typed("supervisors"),
        co_authors: typed("co-authors"),
        manager: typed("manager"),
        is_close: !typed("close").is_empty(),
    };
    if !is_right("mentor-fault", "mentor", !named.mentor.is_empty()) {
        return;
    }
    let findings = check(&named);
    if findings.is_empty() {
        show(&template("answer", "clear"), &[template("answer", "clear-text")]);
    } else {
        show(&template("answer", "found"), &findings.iter().map(said).collect::<Vec<_>>());
    }
}

fn said(finding: &Finding) -> String {
    let name = [("name", finding.name.as_str())];
    let tie = format!("tie-{}", finding.tie.slug());
    let found = if finding.likeness == Likeness::Same { "same" } else { "alike" };
    let [kind, found, advice] = ["kind", found, "advice"].map(|part| template(&tie, part));
    fill(&format!("{kind} {found} {advice}"), &name)
}
