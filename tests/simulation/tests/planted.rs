//! The simulation can fail: each mistake that is planted in what the ledger works with is found, and by the rule that is meant.

use simulation::Planted;
use simulation::simulate::many;

const SEEDS: u64 = 2000;
const STEPS: usize = 60;

/// Some seed finds the mistake; the rule it breaks is one of these.
fn is_found(planted: Planted, rules: &[&str]) {
    let report = many(0..SEEDS, STEPS, planted).unwrap_or_else(|| panic!("{planted:?} was not found"));
    println!("{report}");
    assert!(rules.contains(&report.failure.rule), "{planted:?} broke another rule: {}", report.failure.rule);
    assert!(report.steps.len() < STEPS, "the steps shrink");
}

#[test]
fn a_transaction_that_forgets_what_must_happen_is_found() {
    is_found(
        Planted::ForgetsTasks,
        // Whichever task was forgotten: the first letter, a sealing, or the erasing of copies.
        &["what must happen is stored with the application", "every version is to be sealed", "erased stays erased"],
    );
}

#[test]
fn a_book_that_forgets_a_lease_is_found() {
    is_found(Planted::ForgetsLeases, &["letters leave only from the outbox", "everything comes to its end"]);
}

#[test]
fn a_transaction_that_keeps_half_is_found() {
    is_found(
        Planted::KeepsHalf,
        &[
            "what must happen is stored with the application",
            "every application has its receipt's link",
            "a record's newest copy is as its row",
            "what was erased has a tombstone",
            "every version is to be sealed",
        ],
    );
}

#[test]
fn a_transaction_that_is_said_to_hold_and_does_not_is_found() {
    is_found(
        Planted::LosesTransactions,
        &[
            "what is said to be received is kept",
            "letters leave only from the outbox",
            // What was lost had been sealed before it was.
            "a ledger restored from its copies is the same",
        ],
    );
}

#[test]
fn a_book_that_forgets_who_was_erased_is_found() {
    is_found(Planted::ForgetsErasures, &["nothing goes but what is erased", "erased stays erased"]);
}

#[test]
fn an_erasing_that_leaves_links_is_found() {
    is_found(Planted::LeavesLinks, &["nothing of what is erased stays in the ledger"]);
}

#[test]
fn a_book_that_gives_a_reference_twice_is_found() {
    is_found(Planted::TakesEveryReference, &["references are unique"]);
}

#[test]
fn a_book_that_forgets_who_waits_is_found() {
    is_found(Planted::ForgetsWhoWaits, &["who waits is told when it opens"]);
}

#[test]
fn copies_that_lose_an_acknowledged_write_are_found() {
    is_found(
        Planted::LosesCopies,
        &[
            "every record's newest version is in KV",
            "what is said to be received is kept",
            "what was erased has a tombstone",
            "a ledger restored from its copies is the same",
        ],
    );
}

#[test]
fn copies_that_stay_when_they_were_removed_are_found() {
    is_found(
        Planted::KeepsRemovedCopies,
        &["erased stays erased", "what stays in the spool is shown, and nothing else", "everything comes to its end"],
    );
}

#[test]
fn a_listing_that_ends_at_an_empty_page_is_found() {
    is_found(
        Planted::EndsAtAnEmptyPage,
        &[
            "what was sealed comes back",
            "the newest version comes back",
            "no copy is under an old key after a rotation",
            "an application is never received later than it was",
            "a ledger restored from its copies is the same",
            "nothing is restored that was not sealed",
        ],
    );
}

#[test]
fn a_rotation_that_seals_nothing_anew_is_found() {
    is_found(Planted::SealsNothingAnew, &["no copy is under an old key after a rotation"]);
}

#[test]
fn a_mailer_that_sends_twice_is_found() {
    is_found(
        Planted::PostsTwice,
        &["a person gets each letter once", "a second staff letter is marked as a possible duplicate"],
    );
}

#[test]
fn a_reference_drawn_anew_each_time_is_found() {
    is_found(
        Planted::DrawsReferencesAnew,
        &["receipts of one id have one reference", "a receipt's reference is the record's"],
    );
}

#[test]
fn a_ledger_that_carries_out_a_repeated_call_anew_is_found() {
    // The second time is stored over the first, or beside it.
    is_found(
        Planted::TakesTheSecondForNew,
        &["a call that arrives twice is carried out once", "every change is a new version"],
    );
}

#[test]
fn a_console_that_shows_what_was_typed_is_found() {
    is_found(Planted::SaysTooMuch, &["the console shows nothing that was typed"]);
}
