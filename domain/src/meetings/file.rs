//! The lines of an `.ics` file: how text is escaped and folded, and what every reader must be told of Stockholm's clock.

use super::Event;

pub const ZONE: &str = "Europe/Stockholm";

/// The rule of the European Union since 1996: summer time from the last Sunday of March to the last Sunday of October.
const ZONE_LINES: [&str; 15] = [
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Stockholm",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// RFC 5545, 3.1: a line is at most 75 octets, without its end.
pub const LINE_BYTES_MAX: usize = 75;

/// A calendar with one event, as far as it is written.
pub struct File(String);

impl File {
    pub fn begin(event: &Event<'_>) -> Self {
        let mut file = Self(String::new());
        for line in
            ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Karolinska Institutet//Mentorship//EN", "METHOD:PUBLISH"]
        {
            file.line(line);
        }
        for line in ZONE_LINES {
            file.line(line);
        }
        file.line("BEGIN:VEVENT");
        file.text("UID", event.id);
        file.line(&format!("DTSTAMP:{}T000000Z", super::basic(event.made_on)));
        file.text("SUMMARY", event.title);
        if !event.description.is_empty() {
            file.text("DESCRIPTION", event.description);
        }
        file
    }

    /// What is typed, with what means something to a calendar escaped (RFC 5545, 3.3.11).
    pub fn text(&mut self, name: &str, value: &str) {
        let mut line = format!("{name}:");
        for letter in value.replace("\r\n", "\n").chars() {
            match letter {
                '\n' => line.push_str("\\n"),
                '\\' | ';' | ',' => line.extend(['\\', letter]),
                letter if letter.is_control() => {}
                letter => line.push(letter),
            }
        }
        self.line(&line);
    }

    pub fn line(&mut self, line: &str) {
        let mut bytes = 0;
        for letter in line.chars() {
            if bytes + letter.len_utf8() > LINE_BYTES_MAX {
                self.0.push_str("\r\n ");
                bytes = 1;
            }
            self.0.push(letter);
            bytes += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    pub fn reminder(&mut self, words: &str, before: &str) {
        self.line("BEGIN:VALARM");
        self.line("ACTION:DISPLAY");
        self.text("DESCRIPTION", words);
        self.line(&format!("TRIGGER:{before}"));
        self.line("END:VALARM");
    }

    pub fn end(mut self) -> String {
        self.line("END:VEVENT");
        self.line("END:VCALENDAR");
        self.0
    }
}
