//! Guessing links: what a million tries from one network come to, counted as the gate counts and opened as the ledger opens.

use domain::call::{Millis, OpenRequest};
use domain::gate::{Answer, Counts, NETWORK_LIMIT, NETWORK_WINDOW_S, decide_by};
use domain::ledger::links;
use domain::link::LinkHash;
use domain::problem::Problem;
use domain::programme::Role;
use simulation::calm::{Calm, secret};
use std::collections::VecDeque;
use std::convert::Infallible;

const TRIES: i64 = 1_000_000;
const WINDOW_MS: Millis = NETWORK_WINDOW_S as Millis * 1000;
/// A thousand a second: more than a phone's network carries.
const BETWEEN_MS: Millis = 1;

/// The gate of one network.
#[derive(Default)]
struct Gate {
    counted: VecDeque<Millis>,
}

impl Gate {
    fn lets_pass(&mut self, now: Millis) -> bool {
        while self.counted.front().is_some_and(|at| *at <= now - WINDOW_MS) {
            self.counted.pop_front();
        }
        let counts = Counts { counted: u32::try_from(self.counted.len()).unwrap(), is_known: false };
        let leaves_last = |newest: u32| {
            let place = self.counted.len().checked_sub(usize::try_from(newest).unwrap());
            Ok::<_, Infallible>(place.and_then(|place| self.counted.get(place)).copied())
        };
        let Ok(answer) = decide_by(counts, NETWORK_LIMIT, WINDOW_MS, now, leaves_last);
        if answer == Answer::Count {
            self.counted.push_back(now);
        }
        answer == Answer::Count
    }
}

#[test]
fn of_a_million_guesses_few_come_to_the_ledger_and_none_opens_anything() {
    let mut calm = Calm::default();
    for number in 1..=20 {
        calm.received(number, "ki-alumni", Role::Mentee);
    }
    let (mut gate, mut passed) = (Gate::default(), 0_i64);
    for guess in 0..TRIES {
        if !gate.lets_pass(guess * BETWEEN_MS) {
            continue;
        }
        passed += 1;
        let link = LinkHash::of(format!("guess {guess}").as_bytes());
        let open = OpenRequest { link, session: LinkHash::of(format!("session {guess}").as_bytes()) };
        assert_eq!(calm.decide(move |book| links::open(book, None, &open)).map(drop), Err(Problem::LinkNotGood));
    }
    let windows = (TRIES * BETWEEN_MS).div_euclid(WINDOW_MS) + 1;
    assert_eq!(passed, i64::from(NETWORK_LIMIT) * windows, "as many as {windows} times ten minutes let through");
    let open = OpenRequest { link: secret(7).hash(), session: LinkHash::of(b"theirs") };
    calm.decide(move |book| links::open(book, None, &open)).expect("whoever has a link is let in all the same");
    assert!(gate.lets_pass(TRIES * BETWEEN_MS + WINDOW_MS), "and so is that network, ten minutes later");
}
