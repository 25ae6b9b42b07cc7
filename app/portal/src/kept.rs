//! What a phone keeps: a draft with its id, the secret of its receipt's link and how far its sending came; and receipts.

use domain::call::{Millis, Receipt};
use domain::draft::Draft;
use serde::{Deserialize, Serialize};

/// How long a draft or a receipt stays on the phone after it was last changed.
pub const KEPT_MS: Millis = 30 * 24 * 60 * 60 * 1000;

/// How far the sending of a kept draft came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outbound {
    /// Being written.
    #[default]
    Writing,
    /// To be sent, and never tried: the phone was offline.
    Waiting,
    /// Tried, and no answer came: the receipt is asked for before it is sent again, and the answers are locked.
    Unknown,
}

/// A draft as it is kept under `draft/<slug>/<role>`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    pub id: String,
    pub secret: String,
    pub draft: Draft,
    pub saved_at: Millis,
    #[serde(default)]
    pub state: Outbound,
}

/// A receipt as it is kept under `receipt/<slug>/<role>/<reference>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptReceipt {
    pub receipt: Receipt,
    pub secret: String,
    pub saved_at: Millis,
    /// Sent by itself after the network came back.
    #[serde(default)]
    pub by_itself: bool,
    /// The ledger already held other answers under this id; those stand.
    #[serde(default)]
    pub other_answers: bool,
}

/// What became of a send in this tab.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Sending {
    #[default]
    Idle,
    Sending,
    /// Kept and not sent: there is no network.
    NotSent,
    /// Sent, and no answer that says what became of it.
    Unknown,
    /// Too many just now; goes by itself after so many seconds.
    Waiting {
        seconds: u32,
    },
    /// Not taken, with the ledger's sentence.
    Refused {
        sentence: String,
    },
}

impl Sending {
    /// Whether the answers may not be changed.
    pub const fn is_locked(&self) -> bool {
        matches!(self, Self::Sending | Self::Unknown | Self::Waiting { .. })
    }
}

/// Whether something saved then is to be removed now. A clock set back makes nothing old.
pub const fn is_old(saved_at: Millis, now: Millis) -> bool {
    now.saturating_sub(saved_at) > KEPT_MS
}

/// The pause before try number `tries` (from 1), in milliseconds: 1, 2, 4 … 60 seconds, each up to a half longer by chance
/// (`random` from 0 to 255), so that phones which lost the same network do not come back in step.
pub fn retry_pause_ms(tries: u32, random: u8) -> u32 {
    let pause = 1_000_u32.saturating_mul(1 << tries.saturating_sub(1).min(6)).min(60_000);
    pause + pause / 2 * u32::from(random) / 255
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_a_minute_and_no_further() {
        assert_eq!(retry_pause_ms(1, 0), 1_000);
        assert_eq!(retry_pause_ms(3, 0), 4_000);
        assert_eq!(retry_pause_ms(400, 0), 60_000);
        assert_eq!(retry_pause_ms(1, 255), 1_500);
    }

    #[test]
    fn what_is_kept_goes_after_thirty_days() {
        assert!(!is_old(0, KEPT_MS));
        assert!(is_old(0, KEPT_MS + 1));
        assert!(!is_old(KEPT_MS, 0));
    }

    #[test]
    fn a_kept_draft_of_an_earlier_release_is_still_read() {
        let text = r#"{"id":"a","secret":"b","draft":{"programme":"p","role":"mentee","language":"sv","notice":"1","answers":{}},"saved_at":5}"#;
        assert_eq!(serde_json::from_str::<Kept>(text).unwrap().state, Outbound::Writing);
    }
}
