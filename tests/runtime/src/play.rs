//! People who send under faults, from a seed alone, and what must hold afterwards whatever the fault was.

use crate::people::{address, draft_for, id, send_request};
use crate::portal::Portal;
use domain::call::{Receipt, SendRequest};
use domain::programme::Role;
use domain::text::Language;
use std::collections::{BTreeMap, BTreeSet};

/// Seeds of one kind of fault.
pub const SEEDS: u32 = 10;
/// People of one seed.
pub const PEOPLE: u32 = 3;
/// What a phone does before it would rest for the day.
const TRIES_MAX: u32 = 60;
pub const HOUR_MS: i64 = 60 * 60 * 1000;

/// The forms that people of these tests send.
const FORMS: [(&str, Role); 6] = [
    ("ki-alumni", Role::Mentee),
    ("ki-alumni", Role::Mentor),
    ("everything", Role::Mentee),
    ("everything", Role::Mentor),
    ("junior-faculty", Role::Waiting),
    ("outside", Role::Asking),
];

/// One portal, its people and what they were told.
pub struct Play {
    pub portal: Portal,
    pub seed: u32,
    chance: u64,
    /// By how much the clock is moved.
    pub hours: i64,
    receipts: BTreeMap<u32, Receipt>,
}

impl Play {
    /// The next number below `limit`, from the seed alone (splitmix64).
    pub fn draw(&mut self, limit: u32) -> u32 {
        self.chance = self.chance.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.chance;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        u32::try_from((mixed ^ (mixed >> 31)) % u64::from(limit)).expect("below a u32")
    }

    pub fn numbers(&self) -> std::ops::Range<u32> {
        self.seed * PEOPLE..(self.seed + 1) * PEOPLE
    }

    /// What that person sends: always the same.
    fn request(number: u32) -> SendRequest {
        let (slug, role) = FORMS[number as usize % FORMS.len()];
        let language = if number.is_multiple_of(2) { Language::Sv } else { Language::En };
        SendRequest { draft: draft_for(slug, number, role, language), ..send_request(number, Role::Mentee, language) }
    }

    pub fn body(number: u32) -> Vec<u8> {
        serde_json::to_vec(&Self::request(number)).expect("it can be written")
    }

    /// One try of a phone; notes the receipt, and that it is the one that was given before.
    fn try_once(&mut self, number: u32) {
        let answer = self.portal.call_raw("/api/applications", Self::body(number));
        let Ok(answer) = answer else { return };
        if answer.status / 100 == 2 {
            self.note(number, &answer.json());
        }
    }

    pub fn note(&mut self, number: u32, receipt: &Receipt) {
        let first = self.receipts.entry(number).or_insert_with(|| receipt.clone());
        assert_eq!(first.reference, receipt.reference, "{number} has one reference");
    }

    fn send_until_received(&mut self, number: u32) {
        for _ in 0..TRIES_MAX {
            self.try_once(number);
            if self.receipts.contains_key(&number) {
                return;
            }
        }
        panic!("{number} was never received");
    }

    pub fn send_all(&mut self) {
        for number in self.numbers() {
            self.send_until_received(number);
        }
    }

    /// As many as come before the fault, which strikes at any of them.
    pub fn send_some(&mut self) {
        let count = self.draw(PEOPLE);
        for number in self.numbers().take(count as usize) {
            self.try_once(number);
        }
    }

    pub fn advance(&mut self, hours: i64) {
        self.hours += hours;
        self.portal.set_clock(self.hours * HOUR_MS);
        self.portal.work_outbox();
    }
}

/// Plays ten seeds under one kind of fault, and looks at everything afterwards.
pub fn ten_seeds(name: &str, fault: fn(&mut Play)) {
    let mut play = Play { portal: Portal::start(name), seed: 0, chance: 0, hours: 0, receipts: BTreeMap::new() };
    for seed in 0..SEEDS {
        (play.seed, play.chance) = (seed, u64::from(seed));
        fault(&mut play);
        play.send_all();
        play.advance(1);
    }
    // Past every pause there is.
    for _ in 0..3 {
        play.advance(12);
    }
    look(&play);
}

fn look(play: &Play) {
    let records = play.portal.records();
    assert_eq!(records.len(), (SEEDS * PEOPLE) as usize, "each is there once");
    let references: BTreeSet<_> = records.iter().map(|kept| &kept.record.reference).collect();
    assert_eq!(references.len(), records.len(), "references are unique");
    for (number, receipt) in &play.receipts {
        let kept = records.iter().find(|kept| kept.record.id.as_str() == id(*number));
        assert_eq!(kept.map(|kept| &kept.record.reference), Some(&receipt.reference), "{number}");
    }
    let keys = play.portal.kv_keys();
    assert!(!keys.iter().any(|key| key.starts_with("spool/")), "nothing waits in the spool");
    let mut newest = BTreeMap::new();
    for key in keys.iter().filter(|key| key.starts_with("record/")) {
        let whole = play.portal.kv_open(key);
        let known = newest.entry(whole.record.id.clone()).or_insert_with(|| whole.clone());
        if known.record.version < whole.record.version {
            *known = whole;
        }
    }
    for kept in &records {
        assert_eq!(newest.get(&kept.record.id), Some(&kept.whole()), "the newest copy is the row");
    }
    look_at_letters(play);
}

fn look_at_letters(play: &Play) {
    let references: Vec<String> = play.receipts.values().map(|receipt| receipt.reference.to_string()).collect();
    let is_persons = |to: &str| to.starts_with("prov.");
    let letters = play.portal.letters_once(|letters| {
        let to_staff = |reference: &String| {
            letters.iter().any(|letter| !is_persons(&letter.to) && letter.subject.contains(reference.as_str()))
        };
        references.iter().all(to_staff)
    });
    for (number, receipt) in &play.receipts {
        let reference = receipt.reference.as_str();
        let about = letters.iter().filter(|letter| letter.subject.contains(reference));
        let (persons, staffs): (Vec<_>, Vec<_>) = about.partition(|letter| is_persons(&letter.to));
        assert!(persons.len() <= 1, "{number} gets no letter twice: {persons:#?}");
        assert!(persons.iter().all(|letter| letter.to == address(*number)));
        let unmarked = staffs.iter().filter(|letter| !letter.subject.to_lowercase().contains("dubblett"));
        assert!(unmarked.count() <= 1, "staff get nothing twice without a mark: {staffs:#?}");
    }
}
