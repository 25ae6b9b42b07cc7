//! The steps of one seed: what is done, each with a chance of its own.

use crate::chance::Chance;

/// What a step does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    // People.
    Begin,
    Change,
    Send,
    SendTwice,
    Settle,
    SendFromAnotherTab,
    MeetNewRelease,
    OpenLink,
    Withdraw,
    /// One of the two of a framework does something about it.
    Agree,
    /// One of the two of a request answers it.
    Answer,
    // Staff.
    /// A mentor for a mentee.
    Ask,
    Decide,
    Edit,
    Erase,
    SetLive,
    RotateKey,
    DropOldKeys,
    KeptUnderAnEarlierForm,
    // The world.
    WaitSeconds,
    WaitMinutes,
    WaitHours,
    WaitADay,
    Ring,
    RingTwice,
    LedgerAway,
    NoMail,
    MoveClock,
    SpoilACopy,
    LoseTheSealedLedger,
    LoseTheLedger,
}

/// How often each happens, beside the others.
const OFTEN: [(What, usize); 31] = [
    (What::Begin, 12),
    (What::Change, 4),
    (What::Send, 18),
    (What::SendTwice, 4),
    (What::Settle, 12),
    (What::SendFromAnotherTab, 4),
    (What::MeetNewRelease, 2),
    (What::OpenLink, 6),
    (What::Withdraw, 4),
    (What::Agree, 36),
    (What::Answer, 2),
    (What::Ask, 2),
    (What::Decide, 14),
    (What::Edit, 3),
    (What::Erase, 5),
    (What::SetLive, 9),
    (What::RotateKey, 2),
    (What::DropOldKeys, 2),
    (What::KeptUnderAnEarlierForm, 1),
    (What::WaitSeconds, 12),
    (What::WaitMinutes, 12),
    (What::WaitHours, 4),
    (What::WaitADay, 1),
    (What::Ring, 12),
    (What::RingTwice, 4),
    (What::LedgerAway, 6),
    (What::NoMail, 1),
    (What::MoveClock, 3),
    (What::SpoilACopy, 1),
    (What::LoseTheSealedLedger, 1),
    (What::LoseTheLedger, 1),
];

/// How a life of requests begins.
const BEGINNING: [What; 12] = [
    What::Begin,
    What::Begin,
    What::Begin,
    What::Begin,
    What::Send,
    What::Send,
    What::Send,
    What::Send,
    What::Send,
    What::Ring,
    What::Ask,
    What::WaitMinutes,
];

/// One step.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    pub what: What,
    pub seed: u64,
}

/// Every fourth life is one of mentees and mentors who are asked.
pub const fn is_of_requests(seed: u64) -> bool {
    seed % 4 == 3
}

/// The steps of a seed.
pub fn plan(seed: u64, count: usize) -> Vec<Step> {
    let mut chance = Chance::of(seed ^ 0x5bd1_e995);
    let sum = OFTEN.iter().map(|(_, often)| often).sum();
    let mut pick = || {
        let mut place = chance.below(sum);
        let found = OFTEN.iter().find(|(_, often)| match place.checked_sub(*often) {
            Some(rest) => {
                place = rest;
                false
            }
            None => true,
        });
        let what = match found.map_or(What::Ring, |(what, _)| *what) {
            // Where there is no framework to agree on, and what is closed takes nobody.
            What::Agree | What::SetLive if is_of_requests(seed) => {
                if chance.per_mille(650) {
                    What::Answer
                } else {
                    What::Ask
                }
            }
            // Whoever is erased or moved by staff is asked nothing, and who sends here mostly hears at once.
            What::Erase | What::Decide | What::Settle if is_of_requests(seed) && chance.half() => What::Answer,
            // The letters of a decision wait some minutes.
            What::WaitSeconds if is_of_requests(seed) => What::WaitMinutes,
            what => what,
        };
        Step { what, seed: chance.draw() }
    };
    let mut steps: Vec<Step> = (0..count).map(|_| pick()).collect();
    if is_of_requests(seed) {
        // Some are there from the start, so that there is time for all that follows.
        for (step, what) in steps.iter_mut().zip(BEGINNING) {
            step.what = what;
        }
    }
    steps
}
