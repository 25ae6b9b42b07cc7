//! What has happened to a record, and who of the staff did it.

use super::LinkKind;
use crate::asked::Ask;
use crate::call::Millis;
use crate::outbox::Fact;
use crate::standing::Standing;
use crate::text::Language;
use serde::{Deserialize, Serialize};

/// How many events a record holds, beyond which staff note no more: at most 1,400 characters each (a reason of 500 with every
/// one escaped, an address of 254), so beside the answers and what was asked they stay within the row's 262,144.
pub const EVENTS_MAX: usize = 80;

/// One thing that happened to a record. Holds nothing that its person typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub at: Millis,
    pub what: Happening,
    /// What staff said of it, in their words. It is sealed with the record, and stands in no letter and no log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The address of whoever of the staff did it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

impl Event {
    pub const fn of(what: Happening, at: Millis) -> Self {
        Self { at, what, reason: None, by: None }
    }

    /// Of staff, with what they said.
    pub fn by(what: Happening, at: Millis, by: &str, reason: Option<String>) -> Self {
        Self { reason, by: (!by.is_empty()).then(|| by.to_owned()), ..Self::of(what, at) }
    }

    /// Whether it is `other` once more, at whatever time.
    pub fn is_again(&self, other: &Self) -> bool {
        self.what == other.what && self.reason == other.reason && self.by == other.by
    }
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Happening {
    Received,
    /// A mailed link was opened: whoever reads that address has read the letter.
    AddressConfirmed,
    /// It was found in the spool, where it had been put while the ledger could not be reached.
    TakenUp,
    /// The answers were changed.
    Edited,
    /// Staff said why a pair may be registered although something speaks against it; holds for the answers as they stood.
    Allowed,
    Became(Standing),
    /// The last decision was taken back before its letter had gone.
    Undone(Standing),
    /// Staff wrote something down.
    Commented,
    /// Staff entered what came on paper or by telephone.
    Entered,
    Protected(bool),
    /// Staff saw the answers of a protected record, and said why.
    Unmasked,
    Restricted(bool),
    /// It got its number in the register, or lost it.
    Registered,
    /// The mentor opened a mailed link.
    MentorOpened,
    /// Another wording of a framework was proposed.
    Proposed,
    /// One of the two accepted the newest wording.
    Accepted,
    /// The mentor said something of independence that accepts nothing.
    Stated,
    /// The mentor's links were replaced.
    LinkRenewed,
    /// One of the two of a framework that had ended asked that it be erased.
    ErasureAsked,
    /// Whoever held a link said that it was not for them, and links of that kind were cancelled.
    LinksCancelled(LinkKind),
    /// The person chose the language of letters.
    LanguageChosen(Language),
    /// The person wants a letter that can be turned off, or does not.
    LetterTurned(Fact, bool),
    /// The person asked something of staff.
    Asked(Ask),
    /// Staff answered it.
    Answered(Ask),
    /// Staff wrote who a mentor is and how that was checked.
    Checked,
    /// Staff changed how many places a mentor has free, or a pause.
    OfferSet,
    /// A mentor's yes took one of their places.
    PlaceTaken,
    /// Something ended, and a mentor's place is free again.
    PlaceFreed,
    /// A mentor answered a request without taking a place: said no, or asked something first.
    RequestAnswered,
    /// The letter went that asks a mentor whether they are still willing.
    WillingAsked,
    /// The mentor said that they are.
    SaidWilling,
    /// The mentee said yes to a mentor who had.
    MenteeAgreed,
    /// The mentor asked the mentee something first.
    MentorWondered,
    /// The mentee answered that.
    MenteeReplied,
    /// The mentee said which mentors they wish for; once for several changes on end.
    WishesSet,
    /// Nothing came of a wish, and the next one was asked.
    NextAsked,
}
