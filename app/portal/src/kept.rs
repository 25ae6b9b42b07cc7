//! What a phone keeps: a draft with its id, the secret of its receipt's link and how far its sending came; and receipts.

use domain::call::{Millis, Receipt};
use domain::draft::{Answers, Draft};
use domain::programme::Form;
use domain::release;
use serde::Serialize;

/// How long a draft or a receipt stays on the phone after it was last changed.
pub const KEPT_MS: Millis = 30 * 24 * 60 * 60 * 1000;

/// How far the sending of a kept draft came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
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

impl Outbound {
    /// As serde writes it.
    pub fn parse(state: &str) -> Option<Self> {
        match state {
            "writing" => Some(Self::Writing),
            "waiting" => Some(Self::Waiting),
            "unknown" => Some(Self::Unknown),
            _ => None,
        }
    }
}

/// A draft as it is kept under `draft/<slug>/<role>`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Kept {
    pub id: String,
    pub secret: String,
    pub draft: Draft,
    pub saved_at: Millis,
    pub state: Outbound,
    /// The questions as they were when they were answered ([`domain::release::asked`]).
    pub asked: String,
    /// Questions that a release has changed since, until their page is gone on from.
    pub changed: Vec<String>,
    /// What was typed and fits nowhere any more, until it is sent or removed.
    pub aside: Vec<String>,
}

/// What was typed on a page of the kit, kept under `kit/<place>`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct KeptKit {
    pub saved_at: Millis,
    /// By the id of the field.
    pub typed: Answers,
}

/// The mentors of a programme whom a person has saved, kept under `mentors/<slug>`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct KeptMentors {
    pub saved_at: Millis,
    /// Their references, as they were saved.
    pub mentors: Vec<String>,
}

impl Kept {
    /// Fits the draft to this release's form, and notes what has changed. Says whether something had.
    pub fn fit(&mut self, form: &'static Form) -> bool {
        let changes = release::fit(&mut self.draft, form, &self.asked);
        let is_changed = !changes.is_empty();
        let asked = |id: &String| form.question(id).is_some_and(|question| question.is_asked(&self.draft.answers));
        self.changed.extend(changes.questions);
        self.changed.retain(asked);
        self.put_aside(changes.aside);
        is_changed
    }

    /// Each text once: it may come from the phone and from a post.
    pub fn put_aside(&mut self, texts: Vec<String>) {
        for text in texts {
            // A post carries a text of several lines as so many texts.
            if !self.aside.iter().any(|known| *known == text || known.lines().any(|line| line == text)) {
                self.aside.push(text);
            }
        }
    }
}

/// A receipt as it is kept under `receipt/<slug>/<role>/<reference>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeptReceipt {
    pub receipt: Receipt,
    pub secret: String,
    pub saved_at: Millis,
    /// Sent by itself after the network came back.
    pub by_itself: bool,
    /// The ledger already held other answers under this id; those stand.
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
    fn what_a_release_takes_away_is_put_aside_once_and_what_it_changed_is_noted() {
        let form = domain::programme::programme("ki-alumni").unwrap().form(domain::programme::Role::Mentee).unwrap();
        let mut kept = Kept { asked: "hobby=short-text.1,goals=long-text.1".to_owned(), ..Kept::default() };
        for (id, value) in [("hobby", "Orgel"), ("goals", "Bli klok"), ("name", "Åsa")] {
            kept.draft.answers.insert(id.to_owned(), vec![value.to_owned()]);
        }
        assert!(kept.fit(form));
        kept.put_aside(vec!["Orgel".to_owned()]);
        assert_eq!((kept.changed, kept.aside), (vec!["goals".to_owned()], vec!["Orgel".to_owned()]));
        assert_eq!(kept.draft.answers.keys().collect::<Vec<_>>(), ["goals", "name"]);
    }
}
