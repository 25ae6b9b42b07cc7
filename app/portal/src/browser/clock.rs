//! The phone's clock, and moments as they are written.

use domain::call::Millis;
use domain::text::Language;
use domain::words::date;
use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

#[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 are far below 2^53")]
pub fn now() -> Millis {
    Date::now() as Millis
}

/// Today in Stockholm, `YYYY-MM-DD`.
pub fn today() -> String {
    stockholm(now()).0
}

/// Day and clock in Stockholm, in words. The browser knows the zone: with jiff's the program would be half as large again.
pub fn moment(at: Millis, language: Language) -> String {
    let (day, clock) = stockholm(at);
    date::moment(&day, &clock.replace(':', "."), language)
}

/// Day and clock in a zone of the zone database, short, as the language writes them.
#[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 are far below 2^53")]
pub fn there(at: Millis, zone: &str, language: Language) -> String {
    let options = Object::new();
    let parts =
        [("timeZone", zone), ("weekday", "long"), ("hour", "2-digit"), ("minute", "2-digit"), ("hourCycle", "h23")];
    for (name, value) in parts {
        Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value)).ok();
    }
    let locale = if language == Language::Sv { "sv-SE" } else { "en-GB" };
    let text: String = Date::new(&JsValue::from_f64(at as f64)).to_locale_string(locale, &options).into();
    // As every other clock is written here.
    text.replace(':', ".")
}

/// Day (`YYYY-MM-DD`) and clock (`HH:MM`) in Stockholm.
#[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 are far below 2^53")]
fn stockholm(at: Millis) -> (String, String) {
    let options = Object::new();
    let two = "2-digit";
    let parts = [
        ("timeZone", "Europe/Stockholm"),
        ("year", "numeric"),
        ("month", two),
        ("day", two),
        ("hour", two),
        ("minute", two),
    ];
    for (name, value) in parts {
        Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value)).ok();
    }
    // Swedish writes `2026-11-23 15:34`.
    let text: String = Date::new(&JsValue::from_f64(at as f64)).to_locale_string("sv-SE", &options).into();
    let (day, clock) = text.split_once(' ').unwrap_or((&text, ""));
    (day.to_owned(), clock.to_owned())
}
