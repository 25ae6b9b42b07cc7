//! What a date must be, and its three fields.

use crate::problem::FaultKind;

/// A day that the calendar has, in a year from `min` to `max`.
pub fn date(text: &str, min: u32, max: u32) -> Result<String, FaultKind> {
    let [year, month, day] = date_parts(text);
    let part = |text: &str, digits_max: usize| {
        let fits = (1..=digits_max).contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit());
        if fits { text.parse::<u32>().ok() } else { None }
    };
    let (Some(number), Some(month), Some(day), 4) = (part(year, 4), part(month, 2), part(day, 2), year.len()) else {
        return Err(FaultKind::NotADate);
    };
    if !(1..=12).contains(&month) || !(1..=days_of(number, month)).contains(&day) {
        return Err(FaultKind::NotADate);
    }
    match number {
        early if early < min => Err(FaultKind::TooSmall { min }),
        late if late > max => Err(FaultKind::TooLarge { max }),
        _ => Ok(format!("{number:04}-{month:02}-{day:02}")),
    }
}

/// Why what was typed where a day is needed is none: nothing was, or the calendar has no such day.
pub fn no_date(typed: &str) -> FaultKind {
    if typed.trim().is_empty() { FaultKind::Missing } else { FaultKind::NotADate }
}

const fn days_of(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Year, month and day as they were typed; what is not typed is empty.
pub fn date_parts(text: &str) -> [&str; 3] {
    let mut parts = text.splitn(3, '-').map(str::trim);
    [(); 3].map(|()| parts.next().unwrap_or_default())
}

/// One value of what was typed into the three fields of a date, and none when nothing was.
pub fn join_date(year: &str, month: &str, day: &str) -> Vec<String> {
    if [year, month, day].iter().all(|part| part.trim().is_empty()) {
        return Vec::new();
    }
    vec![format!("{}-{}-{}", year.trim(), month.trim(), day.trim())]
}
