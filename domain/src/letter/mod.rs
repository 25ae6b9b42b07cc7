//! The letters: what each says, as plain text and as HTML, from facts alone.
//!
//! A letter is composed when it is sent, never before: the outbox keeps only that one is due.

mod applicant;
pub(crate) mod body;
mod decision;
mod desk;
mod framework;
mod mime;
mod of_record;
mod opened;
mod request;
mod staff;

pub use applicant::{ApplicantFacts, to_applicant};
pub use decision::{DecisionFacts, decision_text, to_who_was_decided_about};
pub use desk::{of_the_day, to_who_signs_in};
pub use framework::{FrameworkFacts, FrameworkNews, to_one_of_a_pair};
pub use of_record::{RecordFacts, about_a_record};
pub use opened::{OpenedFacts, to_who_waited};
pub use request::{RequestFacts, RequestNews, about_a_request};
pub use staff::{StaffFacts, to_staff};

use crate::text::Language;

/// A letter, ready but for its envelope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// An address alone, no name.
    pub to: String,
    /// Where an answer goes, if not to the sender.
    pub reply_to: Option<String>,
    /// One line.
    pub subject: String,
    pub text: String,
    pub html: String,
    pub language: Language,
}

/// Who letters come from; configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    pub name: String,
    pub address: String,
}
