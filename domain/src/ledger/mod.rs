//! What the ledger decides: functions over the rows they concern, which a [`Book`] loads and stores, and over the copies in KV.
//!
//! Where to start: [`Record`] is a row; [`receive`] and [`change`] decide in one transaction; [`work`] carries out what must
//! happen afterwards; [`restore`], [`rotate`] and [`sweep`] are about the copies. The Durable Object lends all of them its
//! tables, KV and email ([`Office`]); the simulation lends them memory and faults.

mod about;
pub mod agree;
pub mod annotate;
pub mod asked;
mod book;
pub mod change;
pub mod crowd;
pub mod daily;
pub mod decide;
mod desk_book;
pub mod documents;
mod effects;
mod event;
pub mod founding;
pub mod letters;
pub mod links;
pub mod log;
pub mod members;
pub mod mentors;
mod office;
pub mod opening;
pub mod own;
pub mod person;
pub mod reading;
pub mod receive;
pub(crate) mod record;
mod renew;
pub mod requests;
pub mod restore;
pub mod retention;
pub mod rotate;
pub mod spool;
pub mod staff;
pub mod sweep;
mod to_staff;
pub mod willing;
pub mod wishes;
pub mod work;

pub use book::{Book, Erasure, StorageFailed};
pub use desk_book::{DeskBook, Document, StaffSession};
pub use event::{EVENTS_MAX, Event, Happening};
pub use office::{Addressee, Copies, CopyFailed, Listing, Names, Office};
#[cfg(test)]
pub(crate) use record::sample;
pub use record::{Decision, LINKS_AFTER_END_MS, Record};

use crate::call::{DraftId, Millis};
use crate::framework::Side;
use crate::link::LinkHash;
use crate::live::LiveVersion;
use crate::outbox::Task;
use crate::problem::Problem;
use serde::{Deserialize, Serialize};

/// A decision, or why not; the outer `Err` is storage and never a decision.
pub type Decided<T> = Result<Result<T, Problem>, StorageFailed>;

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkKind {
    /// Made on the phone, shown on the receipt; confirms nothing.
    Receipt,
    /// Went by letter; opening it confirms the address.
    Mailed,
    /// Went by letter to the mentor of a framework.
    Mentor,
}

impl LinkKind {
    pub const ALL: [Self; 3] = [Self::Receipt, Self::Mailed, Self::Mentor];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Receipt => "receipt",
            Self::Mailed => "mailed",
            Self::Mentor => "mentor",
        }
    }

    /// Whose page it opens.
    pub const fn side(self) -> Side {
        match self {
            Self::Receipt | Self::Mailed => Side::Mentee,
            Self::Mentor => Side::Mentor,
        }
    }

    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// A link to a record; only its hash is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    pub hash: LinkHash,
    pub kind: LinkKind,
    pub made_at: Millis,
}

/// Whoever has opened a link: of which record, by which kind of link, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub record: DraftId,
    pub kind: LinkKind,
    pub ends_at: Millis,
}

/// A record whole: what is sealed into KV and rebuilds a lost ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whole {
    pub record: Record,
    pub links: Vec<Link>,
    pub letters: Vec<Task>,
}

/// Names of copies in KV.
pub mod copy_name {
    use super::{Document, LinkHash, LiveVersion};

    pub const RECORDS: &str = "record/";
    pub const SPOOL: &str = "spool/";
    pub const ERASED: &str = "erased/";
    pub const LIVE: &str = "live/";
    pub const DOCUMENTS: &str = "document/";

    /// `name` is [`super::Names::record_name`] of the draft's id.
    pub fn record(name: &str, version: u32) -> String {
        format!("{RECORDS}{name}/{version}")
    }

    pub fn spooled(name: &str, fingerprint: &LinkHash) -> String {
        format!("{SPOOL}{name}/{}", fingerprint.as_str())
    }

    pub fn erased(name: &str) -> String {
        format!("{ERASED}{name}")
    }

    pub fn live(version: &LiveVersion) -> String {
        format!("{LIVE}{}/{}", version.programme, version.version)
    }

    pub fn document(document: &Document) -> String {
        format!("{DOCUMENTS}{}/{}", document.name, document.version)
    }

    /// The record's name and version of a copy's name.
    pub fn parse_record(copy: &str) -> Option<(&str, u32)> {
        let (name, version) = copy.strip_prefix(RECORDS)?.split_once('/')?;
        Some((name, version.parse().ok()?))
    }

    /// The record's name of a spooled copy's name.
    pub fn parse_spooled(copy: &str) -> Option<&str> {
        copy.strip_prefix(SPOOL)?.split_once('/').map(|(name, _)| name)
    }
}
