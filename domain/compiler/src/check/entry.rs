//! What an entry of a listing must be: its words, where it leads, and when it was last checked.

use super::{Found, at, check_all_words, is_date};
use crate::file::{EntryFile, Mode, ProgrammeFile, Words};
use std::collections::BTreeSet;

/// The most entries on one page: what a person reads through on a phone.
const ENTRIES_MAX: usize = 50;
/// The longest name, as long as a full name in a form.
const NAME_MAX: usize = 120;
/// The longest text about it: two or three sentences, as a note on a programme's state.
const TEXT_MAX: usize = 300;
/// The longest address: what every browser and mail program takes, with room.
const ADDRESS_MAX: usize = 300;
/// The longest email address (RFC 5321).
const CONTACT_MAX: usize = 254;

pub fn check_entries(file: &ProgrammeFile, found: &mut Vec<Found>) {
    let Some(first) = file.entries.first() else { return };
    if file.mode != Mode::Listing {
        found.push(at(&first.checked, "only a programme of mode \"listing\" has entries; delete them".into()));
    }
    if let Some(over) = file.entries.get(ENTRIES_MAX) {
        found.push(at(&over.checked, format!("a page lists at most {ENTRIES_MAX} programmes; delete some")));
    }
    let mut addresses = BTreeSet::new();
    for entry in &file.entries {
        check_entry(entry, found);
        if !addresses.insert(entry.address.get_ref()) {
            found.push(at(&entry.address, "two entries have this address; delete one of them".into()));
        }
    }
}

fn check_entry(entry: &EntryFile, found: &mut Vec<Found>) {
    check_all_words([&entry.name, &entry.what, &entry.for_whom], found);
    for (what, words, max) in
        [("name", &entry.name, NAME_MAX), ("what", &entry.what, TEXT_MAX), ("for_whom", &entry.for_whom, TEXT_MAX)]
    {
        check_length(what, words, max, found);
    }
    let address = entry.address.get_ref();
    if !address.starts_with("https://") {
        found.push(at(&entry.address, "the address of an entry must begin with https://".into()));
    }
    if address.chars().count() > ADDRESS_MAX {
        found.push(at(&entry.address, format!("the address must be at most {ADDRESS_MAX} characters")));
    }
    if !is_date(entry.checked.get_ref()) {
        found.push(at(&entry.checked, "checked must be a day written YYYY-MM-DD, like \"2026-03-03\"".into()));
    }
    let is_contact = |contact: &str| contact.contains('@') && contact.chars().count() <= CONTACT_MAX;
    if let Some(contact) = entry.contact.as_ref().filter(|contact| !is_contact(contact.get_ref())) {
        found.push(at(
            contact,
            format!("contact must be an email address of at most {CONTACT_MAX} characters; delete it if there is none"),
        ));
    }
}

fn check_length(what: &str, words: &Words, max: usize, found: &mut Vec<Found>) {
    for text in [&words.sv, &words.en] {
        if text.get_ref().chars().count() > max {
            found.push(at(text, format!("{what} must be at most {max} characters")));
        }
    }
}
