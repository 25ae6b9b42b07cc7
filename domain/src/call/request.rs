//! What the two of a request read and answer, each on their own page.

use super::Millis;
use crate::ledger::Record;
use crate::link::LinkHash;
use crate::reference::Reference;
use crate::request::{Question, Reason, Request, Stage};
use crate::standing::Standing;
use serde::{Deserialize, Serialize};

call!(
    /// Between the Workers: what a person may see of a request.
    ReadRequest, "/ledger/own/request", ReadRequestRequest => RequestPage
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadRequestRequest {
    pub session: LinkHash,
    /// The mentee's record.
    pub of: Reference,
}

/// A request as one of the two sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestPage {
    pub of: Reference,
    /// Which of the two reads, as [`crate::programme::Role::slug`].
    pub reader: String,
    pub programme: String,
    pub stage: Stage,
    pub is_paired: bool,
    /// `YYYY-MM-DD`.
    pub answer_by: String,
    /// Which request it is: an answer says it.
    pub asked_at: Millis,
    /// The other's, as far as this one may see them: question id and values, in form order.
    pub answers: Vec<(String, Vec<String>)>,
    /// What the other sees of this one.
    pub own: Vec<(String, Vec<String>)>,
    /// What a mentee who wished for this mentor wrote to them, which may be nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    /// What the mentor wanted to know first, while it matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Question>,
    /// Why this mentor said "not now", once they have said why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// How to reach the other, once the two are a pair.
    pub contact: Option<Contact>,
}

/// How somebody is reached, as they wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    pub name: String,
    pub email: String,
}

call!(
    /// Between the Workers: one of the two says yes or no.
    AnswerMentorRequest, "/ledger/own/answer", AnswerRequest => ()
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerRequest {
    pub session: LinkHash,
    pub of: Reference,
    /// Of the request that was read.
    pub asked_at: Millis,
    pub yes: bool,
}

call!(
    /// Between the Workers: the mentor asks one question before answering, or the mentee answers it.
    Talk, "/ledger/own/talk", TalkRequest => ()
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TalkRequest {
    pub session: LinkHash,
    pub of: Reference,
    /// Of the request that was read.
    pub asked_at: Millis,
    /// As typed.
    pub text: String,
}

call!(
    /// Between the Workers: a mentor who has said "not now" says why.
    ExplainNo, "/ledger/own/explain", ExplainRequest => ()
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExplainRequest {
    pub session: LinkHash,
    pub of: Reference,
    /// Of the request that was answered.
    pub asked_at: Millis,
    pub reason: Reason,
}

/// A request on the own page of one of the two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnRequest {
    /// The mentee's record.
    pub of: Reference,
    pub stage: Stage,
    pub is_paired: bool,
    pub answer_by: String,
}

impl OwnRequest {
    pub fn of(mentee: &Record, request: &Request) -> Self {
        Self {
            of: mentee.reference.clone(),
            stage: request.stage,
            is_paired: mentee.standing == Standing::Paired,
            answer_by: request.answer_by.clone(),
        }
    }
}
