//! Kinds of faults on the real runtime, ten seeds each: whatever happens, what was acknowledged is there once, staff hear of
//! it, nobody gets a letter twice, and the copies are the ledger.

use domain::call::{Receipt, SendRequest};
use domain::programme::Role;
use domain::text::Language;
use runtime_tests::http::{agent, send};
use runtime_tests::people::{address, draft_for, id, send_request};
use runtime_tests::portal::{Portal, call_request};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::net::TcpStream;

const SEEDS: u32 = 10;
/// People of one seed.
const PEOPLE: u32 = 3;
/// What a phone does before it would rest for the day.
const TRIES_MAX: u32 = 60;
const HOUR_MS: i64 = 60 * 60 * 1000;

/// The forms that people of these tests send.
const FORMS: [(&str, Role); 6] = [
    ("ki-alumni", Role::Mentee),
    ("ki-alumni", Role::Mentor),
    ("everything", Role::Mentee),
    ("everything", Role::Mentor),
    ("junior-faculty", Role::Waiting),
    ("outside", Role::Asking),
];

/// What is done to one seed while its people send.
type Fault = fn(&mut Play);

/// One portal, its people and what they were told.
struct Play {
    portal: Portal,
    seed: u32,
    chance: u64,
    hours: i64,
    receipts: BTreeMap<u32, Receipt>,
}

impl Play {
    /// The next number below `limit`, from the seed alone (splitmix64).
    fn draw(&mut self, limit: u32) -> u32 {
        self.chance = self.chance.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.chance;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        u32::try_from((mixed ^ (mixed >> 31)) % u64::from(limit)).expect("below a u32")
    }

    fn numbers(&self) -> std::ops::Range<u32> {
        self.seed * PEOPLE..(self.seed + 1) * PEOPLE
    }

    /// What that person sends: always the same.
    fn request(number: u32) -> SendRequest {
        let (slug, role) = FORMS[number as usize % FORMS.len()];
        let language = if number % 2 == 0 { Language::Sv } else { Language::En };
        SendRequest { draft: draft_for(slug, number, role, language), ..send_request(number, Role::Mentee, language) }
    }

    fn body(number: u32) -> Vec<u8> {
        serde_json::to_vec(&Self::request(number)).expect("it can be written")
    }

    /// One try of a phone; notes the receipt, and that it is the one that was given before.
    fn try_once(&mut self, number: u32) {
        let answer = self.portal.call_raw("/api/applications", Self::body(number));
        let Ok(answer) = answer else { return };
        if answer.status / 100 == 2 {
            self.note(number, answer.json());
        }
    }

    fn note(&mut self, number: u32, receipt: Receipt) {
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

    fn send_all(&mut self) {
        for number in self.numbers() {
            self.send_until_received(number);
        }
    }

    /// As many as come before the fault, which strikes at any of them.
    fn send_some(&mut self) {
        let count = self.draw(PEOPLE);
        for number in self.numbers().take(count as usize) {
            self.try_once(number);
        }
    }

    fn advance(&mut self, hours: i64) {
        self.hours += hours;
        self.portal.set_clock(self.hours * HOUR_MS);
        self.portal.work_outbox();
    }
}

fn kv(play: &mut Play, fault: &str) {
    play.portal.set_faults(fault, "none");
    play.send_all();
    play.portal.work_outbox();
    play.portal.set_faults("none", "none");
}

fn email(play: &mut Play, fault: &str) {
    play.portal.set_faults("none", fault);
    play.send_all();
    play.portal.work_outbox();
    play.portal.set_faults("none", "none");
}

fn kv_refuses(play: &mut Play) {
    kv(play, "fail");
}

fn kv_keeps_and_says_it_did_not(play: &mut Play) {
    kv(play, "fail-after");
}

fn kv_is_late(play: &mut Play) {
    kv(play, "late");
}

fn email_fails(play: &mut Play) {
    email(play, "fail");
}

fn email_goes_and_says_nothing(play: &mut Play) {
    email(play, "unknown");
}

fn email_is_refused(play: &mut Play) {
    email(play, "refused");
}

fn the_ledger_cannot_be_reached(play: &mut Play) {
    play.send_some();
    play.portal.set_ledger_fault("fail");
    play.send_all();
    play.portal.set_ledger_fault("none");
}

/// Gives up before the answer comes: the request has gone, whole.
fn the_answer_is_lost(play: &mut Play) {
    for number in play.numbers() {
        cut_off(play, number, 0);
    }
    play.send_all();
}

/// Gives up in the middle of the request.
fn the_request_is_lost(play: &mut Play) {
    for number in play.numbers() {
        let missing = 1 + play.draw(400) as usize;
        cut_off(play, number, missing);
    }
    play.send_all();
}

fn cut_off(play: &Play, number: u32, missing: usize) {
    let body = Play::body(number);
    let url = play.portal.url("");
    let host = url.trim_start_matches("http://");
    let mut connection = TcpStream::connect(host).expect("the portal listens");
    let head = format!(
        "POST /api/applications HTTP/1.1\r\nhost: {host}\r\ncontent-type: application/json\r\nx-portal: 1\r\n\
         sec-fetch-site: same-origin\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    connection.write_all(head.as_bytes()).expect("it can be written to");
    connection.write_all(&body[..body.len().saturating_sub(missing)]).expect("it can be written to");
    connection.flush().expect("it can be written to");
}

fn everything_comes_twice_at_once(play: &mut Play) {
    for number in play.numbers() {
        let url = play.portal.url("/api/applications");
        let receipts: Vec<Receipt> = std::thread::scope(|scope| {
            let sends: Vec<_> =
                (0..4).map(|_| scope.spawn(|| send(&agent(), call_request(&url, Play::body(number))))).collect();
            sends.into_iter().map(|send| send.join().expect("a thread").expect("an answer").json()).collect()
        });
        for receipt in receipts {
            play.note(number, receipt);
        }
    }
}

fn the_door_falls(play: &mut Play) {
    play.send_some();
    let _ = play.portal.call_raw("/dev/panic/api", b"{}".to_vec());
    play.send_all();
}

fn the_ledger_falls(play: &mut Play) {
    play.send_some();
    let _ = play.portal.call_raw("/dev/panic/ledger", b"{}".to_vec());
    play.send_all();
}

fn the_runtime_is_killed(play: &mut Play) {
    let number = play.numbers().start;
    let url = play.portal.url("/api/applications");
    std::thread::scope(|scope| {
        scope.spawn(|| drop(send(&agent(), call_request(&url, Play::body(number)))));
        play.portal.kill_and_restart();
    });
    play.send_all();
}

fn the_clock_jumps(play: &mut Play) {
    play.send_some();
    let hours = i64::from(play.draw(40)) - 10;
    play.portal.set_clock((play.hours + hours) * HOUR_MS);
    play.send_all();
    play.portal.work_outbox();
    play.hours += hours.max(0);
}

fn two_alarms_ring_at_once(play: &mut Play) {
    play.send_all();
    let url = play.portal.url("/dev/alarm");
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| send(&agent(), call_request(&url, b"{}".to_vec())).expect("an answer"));
        }
    });
}

fn keys_are_rotated_and_the_ledger_lost(play: &mut Play) {
    play.send_all();
    play.portal.work_outbox();
    let seed = play.seed;
    let keys = format!("r{seed}:{},{}", format!("{:02x}", seed + 1).repeat(32), play.portal.sealing_keys());
    play.portal.restart_with_sealing_keys(&keys);
    play.advance(1);
    let count = play.portal.records().len() as u64;
    assert_eq!(play.portal.wipe_and_restore(), count);
}

/// Plays ten seeds under one kind of fault, and looks at everything afterwards.
fn ten_seeds(name: &str, fault: Fault) {
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

macro_rules! kinds {
    ($($fault:ident),* $(,)?) => {
        $(mod $fault {
            #[test]
            fn on_ten_seeds() {
                super::ten_seeds(stringify!($fault), super::$fault);
            }
        })*
    };
}

kinds!(
    kv_refuses,
    kv_keeps_and_says_it_did_not,
    kv_is_late,
    email_fails,
    email_goes_and_says_nothing,
    email_is_refused,
    the_ledger_cannot_be_reached,
    the_answer_is_lost,
    the_request_is_lost,
    everything_comes_twice_at_once,
    the_door_falls,
    the_ledger_falls,
    the_runtime_is_killed,
    the_clock_jumps,
    two_alarms_ring_at_once,
    keys_are_rotated_and_the_ledger_lost,
);
