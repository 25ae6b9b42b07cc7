//! The meetings of a framework: their days here and where the mentor is, a file for the calendar, what to write about them.

use super::{day_in, is_right, letter, shown, typed};
use crate::browser::{clock, files, page};
use domain::day::Day;
use domain::fill::fill;
use domain::framework::OF_MEETINGS;
use domain::meetings::{self, Event, Rhythm, Series};
use domain::words::date;
use page::template;
use wasm_bindgen::JsValue;
use web_sys::UrlSearchParams;

/// Days that are listed; the file has all of them.
const LISTED: usize = 6;

/// What was typed, when all of it is right.
struct Plan {
    first: Day,
    until: Day,
    clock: String,
    rhythm: Rhythm,
    minutes: u16,
}

/// Works out the meetings and goes there, or says what is wrong.
pub fn answer() {
    if let Some(plan) = plan(true) {
        put(&plan);
        let times: Vec<String> = days(&plan).iter().map(|day| when(*day, &plan.clock, true)).collect();
        let name = typed("name");
        let write = |field: &str, text: &str, values: &[(&str, &str)]| {
            let text = fill(&template(letter::chosen(), text), values);
            letter::put_text(field, text.trim_end());
        };
        let lines: Vec<String> = times.iter().take(LISTED).map(|line| format!("– {line}")).collect();
        write("letter", "text", &[("times", &lines.join("\n")), ("name", &name)]);
        for ((which, by), time) in reminders().into_iter().zip(&times) {
            write(&format!("{which}-reminder"), &format!("{which}-{by}"), &[("time", time), ("name", &name)]);
        }
        super::keep();
        page::lead_to("answer");
    }
}

/// Before the first meeting and before a later one: who books that, and so reminds of it.
fn reminders() -> [(&'static str, &'static str); 2] {
    let [first, later] = match chosen("books").as_deref() {
        Some("books-mentor") => ["mentor", "mentor"],
        Some("books-turns") => ["mentee", "mentor"],
        _ => ["mentee", "mentee"],
    };
    [("first", first), ("later", later)]
}

/// Fills in what was agreed in a framework, and shows again what was worked out before.
pub fn take_over() {
    let agreed = page::window().location().hash().unwrap_or_default();
    if let Ok(agreed) = UrlSearchParams::new_with_str(agreed.trim_start_matches('#')) {
        let mut is_agreed = false;
        for (field, _) in OF_MEETINGS {
            if let Some(value) = agreed.get(field) {
                put_agreed(field, &value);
                is_agreed = true;
            }
        }
        // Once it is kept it leaves the address, or a reload would put it in the place of what is chosen later.
        if is_agreed
            && super::keep()
            && let Ok(history) = page::window().history()
        {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&page::path())).ok();
        }
    }
    if !typed("letter").is_empty()
        && let Some(plan) = plan(false)
    {
        put(&plan);
    }
}

/// One answer of a framework: a choice by its id, a day in its three fields, a text as it is.
fn put_agreed(field: &str, value: &str) {
    let put = |id: &str, text: &str| {
        if let Some(element) = page::by_id(id) {
            super::write(&element, text);
        }
    };
    match (field, value.splitn(3, '-').collect::<Vec<_>>().as_slice()) {
        ("last", [year, month, day]) => {
            for (part, text) in [("year", year), ("month", month), ("day", day)] {
                put(&format!("last-{part}"), text.trim_start_matches('0'));
            }
        }
        ("place", _) => put("place", value),
        ("books", _) => put(&format!("books-{value}"), "yes"),
        ("often", ["weeks" | "months", _]) | ("long", ["minutes", _]) => put(value, "yes"),
        _ => {}
    }
}

/// The file with all of them.
pub fn save() {
    let Some(plan) = plan(true) else { return };
    let (title, name) = (template(letter::chosen(), "event"), template(letter::chosen(), "file"));
    let (first, until, today) = (plan.first.written(), plan.until.written(), clock::today());
    let id = format!("meetings-{first}@{}", page::window().location().hostname().unwrap_or_default());
    let series = Series {
        event: Event { id: &id, title: &title, description: "", made_on: &today },
        place: &typed("place"),
        first: &first,
        clock: &plan.clock,
        minutes: plan.minutes,
        rhythm: plan.rhythm,
        until: &until,
    };
    if let Some(file) = meetings::meetings(&series) {
        files::save(&format!("{name}.ics"), "text/calendar", &file);
    }
}

/// Reads the fields; with `says` each fault is said at its field, the first one last, so that it has the focus.
fn plan(says: bool) -> Option<Plan> {
    let first = day_in("");
    let clock = meetings::clock(&typed("clock"));
    let is_open = ["last-day", "last-month", "last-year"].iter().all(|id| typed(id).is_empty());
    let last = if is_open { first.and_then(Day::a_year_after) } else { day_in("last-") };
    let last = last.filter(|last| first.is_none_or(|first| first <= *last));
    if says {
        is_right("last-fault", "last-day", last.is_some() || first.is_none() && is_open);
        is_right("clock-fault", "clock", clock.is_some());
        is_right("first-fault", "day", first.is_some());
    }
    let number = |of: &str| {
        let id = chosen(of)?;
        let (kind, number) = id.split_once('-')?;
        Some((kind == "weeks", number.parse::<u8>().ok()?))
    };
    let (are_weeks, every) = number("often")?;
    let rhythm = if are_weeks { Rhythm::Weeks(every) } else { Rhythm::Months(every) };
    let minutes = number("long")?.1.into();
    Some(Plan { first: first?, until: last?, clock: clock?, rhythm, minutes })
}

/// The id of what is chosen in a group.
fn chosen(of: &str) -> Option<String> {
    Some(page::document().query_selector(&format!("#kit input[name={of}]:checked")).ok()??.id())
}

fn days(plan: &Plan) -> Vec<Day> {
    meetings::days(plan.first, plan.rhythm, plan.until)
}

/// Day and clock in words: in the letter's language, or in the page's.
fn when(day: Day, clock: &str, in_letter: bool) -> String {
    let (of, language) = if in_letter { (letter::chosen(), letter::language()) } else { ("answer", page::language()) };
    let date = date::long(&day.written(), language);
    fill(&template(of, "line"), &[("date", &date), ("clock", &clock.replace(':', "."))])
}

fn put(plan: &Plan) {
    let (all, zone) = (days(plan), typed("zone"));
    let say = |name: &str| template("answer", name);
    let mut lines: Vec<String> = all.iter().take(LISTED).map(|day| line(*day, plan, &zone)).collect();
    if let Some(last) = all.last().filter(|_| all.len() > LISTED) {
        let date = date::long(&last.written(), page::language());
        lines.push(fill(&say("more"), &[("count", &(all.len() - LISTED).to_string()), ("date", &date)]));
    }
    let title =
        if all.len() == 1 { say("result-one") } else { fill(&say("result"), &[("count", &all.len().to_string())]) };
    shown(&title, &lines);
    for ((which, by), is_there) in reminders().into_iter().zip([true, all.len() > 1]) {
        if let Some(label) = page::by_id(&format!("{which}-label")) {
            label.set_text_content(Some(&say(&format!("{which}-{by}"))));
        }
        if let Some(place) = page::by_id(&format!("{which}-place")) {
            place.set_hidden(!is_there);
        }
    }
}

/// A meeting's line, with the clock where the mentor is.
fn line(day: Day, plan: &Plan, zone: &str) -> String {
    let line = when(day, &plan.clock, false);
    let there = meetings::moment(day, &plan.clock).filter(|_| !zone.is_empty());
    match there.map(|at| clock::there(at, zone, page::language())) {
        Some(there) => fill(&template("answer", "there"), &[("line", &line), ("there", &there)]),
        None => line,
    }
}
