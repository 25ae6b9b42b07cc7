//! Every letter about one record, from what stands in it: when it goes, and again when staff read what it says.

use super::{
    ApplicantFacts, DecisionFacts, Letter, OpenedFacts, StaffFacts, to_applicant, to_staff, to_who_waited,
    to_who_was_decided_about,
};
use crate::application::Application;
use crate::call::{Contact, Millis};
use crate::live::Live;
use crate::outbox::Fact;
use crate::reference::Reference;

/// Everything that a letter about a record says, whoever it is for.
#[derive(Clone, Copy, Debug)]
pub struct RecordFacts<'a> {
    pub application: &'a Application,
    pub reference: &'a Reference,
    pub received_at: Millis,
    /// `YYYY-MM-DD`, where a day is promised.
    pub answer_by: Option<&'a str>,
    /// A letter about the same went before and nobody knows whether it arrived.
    pub possible_duplicate: bool,
    /// What the letter of the last decision says.
    pub decision: Option<&'a str>,
    /// The mentor of a pair.
    pub other: Option<&'a Contact>,
    pub live: &'a Live,
    /// The whole address of the own page's link.
    pub own: &'a str,
    /// The whole address of the programme's page.
    pub page: &'a str,
}

/// The letter that tells a fact. `None` where the fact is no such letter (those of a framework are written from the framework),
/// where nobody is to be written to, or where there is nothing to tell.
pub fn about_a_record(fact: Fact, facts: &RecordFacts<'_>) -> Option<Letter> {
    let application = facts.application;
    match fact {
        Fact::StaffLetter => Some(to_staff(&StaffFacts {
            application,
            reference: facts.reference,
            received_at: facts.received_at,
            answer_by: facts.answer_by,
            suspect: application.is_suspect(),
            possible_duplicate: facts.possible_duplicate,
            to: &facts.live.contact,
        })),
        // Names nothing that was typed: the address is not proven to be the person's.
        Fact::ApplicantLetter => Some(to_applicant(&ApplicantFacts {
            to: application.email()?,
            language: application.language(),
            programme: application.programme(),
            role: application.role(),
            reference: facts.reference,
            answer_by: facts.answer_by,
            link: facts.own,
            contact: &facts.live.contact,
        })),
        Fact::OpenedLetter => Some(to_who_waited(&OpenedFacts {
            to: application.email()?,
            language: application.language(),
            programme: application.programme(),
            reference: facts.reference,
            closes_on: facts.live.closes_on.as_deref(),
            page: facts.page,
            link: facts.own,
            contact: &facts.live.contact,
        })),
        // What staff decided, in the words that they saw when they did.
        Fact::DecisionLetter => Some(to_who_was_decided_about(&DecisionFacts {
            to: application.email()?,
            language: application.language(),
            programme: application.programme(),
            reference: facts.reference,
            text: facts.decision?,
            other: facts.other,
            link: facts.own,
            contact: &facts.live.contact,
        })),
        _ => None,
    }
}
