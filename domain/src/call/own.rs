//! What a person reads and does on their own page.

use super::{Millis, OwnFramework, OwnRequest, Receipt};
use crate::asked::Asked;
use crate::desk::call::DeskPerson;
use crate::directory::OwnCard;
use crate::draft::Answers;
use crate::ledger::Happening;
use crate::link::LinkHash;
use crate::mentor::willing::Willing;
use crate::outbox::Fact;
use crate::reference::Reference;
use crate::standing::Standing;
use crate::text::Language;
use serde::{Deserialize, Serialize};

call!(
    /// Between the Workers: what a person's own page shows.
    ReadOwn, "/ledger/own/read", ReadOwnRequest => OwnPage
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadOwnRequest {
    pub session: LinkHash,
}

/// One application as its own person sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnPage {
    pub receipt: Receipt,
    /// How often the answers have been changed, by whomever.
    pub edits: u32,
    pub standing: Standing,
    /// Of letters to the person.
    pub language: Language,
    /// Whether nothing is done with it but keeping it.
    pub is_restricted: bool,
    /// When it came to an end, where it has.
    pub ended_at: Option<Millis>,
    /// What happened, as far as it is for its person to know, the oldest first; nothing of a framework.
    pub history: Vec<Happened>,
    /// What a mentor offers, once staff have checked who it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<OwnOffer>,
    /// Of a mentor who has been accepted where mentors are shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<OwnCard>,
    /// Whether a mentor is asked if they are still willing, or has said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub willing: Option<Willing>,
    /// Which of the letters that can be turned off are wanted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub letters: Vec<Fact>,
    /// Of a mentee what a mentor said yes to; of a mentor everything that waits, is agreed or has led to a pair.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requests: Vec<OwnRequest>,
    /// Whether there is a page of mentors for them: to wish from, or with what became of their wishes.
    #[serde(default)]
    pub may_wish: bool,
    /// Question id and values, in form order; of a framework its newest version's.
    pub answers: Vec<(String, Vec<String>)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub framework: Option<Box<OwnFramework>>,
    /// What the person has asked of staff, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<Asked>,
    /// What else the same person has sent, the newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<OwnOther>,
}

/// Something else of the same person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnOther {
    pub receipt: Receipt,
    pub standing: Standing,
}

call!(
    /// Between the Workers: the person of a session goes on to something else that they have sent.
    Turn, "/ledger/own/turn", TurnRequest => OwnPage
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TurnRequest {
    pub session: LinkHash,
    pub to: Reference,
}

/// How many more a mentor can take, and the last day of a pause (`YYYY-MM-DD`), which may be over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnOffer {
    pub free: u32,
    pub paused_until: Option<String>,
}

/// Something that happened, as its person is told: nothing of who of the staff did it, or of what they wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Happened {
    pub at: Millis,
    pub what: Happening,
    pub is_by_staff: bool,
}

call!(
    /// Between the Workers: the person of a session takes back what they sent.
    Withdraw, "/ledger/own/withdraw", WithdrawRequest => OwnPage
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawRequest {
    pub session: LinkHash,
    /// What the page showed: in another tab another link may have been opened since.
    pub of: Reference,
}

call!(
    /// Between the Workers: the person of a session has taken something back, and wants it to stand after all.
    Return, "/ledger/own/return", WithdrawRequest => OwnPage
);

call!(
    /// Between the Workers: the person of a session changes their answers, as long as nobody has taken them up.
    ChangeOwn, "/ledger/own/change", ChangeRequest => OwnPage
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeRequest {
    pub session: LinkHash,
    /// What the page showed, and [`OwnPage::edits`] then.
    pub of: Reference,
    pub seen: u32,
    /// All that can be changed, as it was typed; what is missing is no answer.
    pub answers: Answers,
}

call!(
    /// Between the Workers: the person of a session wants letters in a language.
    Speak, "/ledger/own/speak", SpeakRequest => OwnPage
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeakRequest {
    pub session: LinkHash,
    /// What the page showed.
    pub of: Reference,
    pub language: Language,
}

call!(
    /// Between the Workers: the person of a session says which of the letters that can be turned off they want.
    ChooseLetters, "/ledger/own/letters", LettersRequest => OwnPage
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LettersRequest {
    pub session: LinkHash,
    /// What the page showed.
    pub of: Reference,
    pub wanted: Vec<Fact>,
}

call!(
    /// Between the Workers: the mentor of a session says how many more they can take, and until when they pause.
    SetOffer, "/ledger/own/offer", OfferRequest => OwnPage
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferRequest {
    pub session: LinkHash,
    /// What the page showed.
    pub of: Reference,
    /// How many places the page showed.
    pub seen: u32,
    /// As typed: a whole number, and a day or nothing.
    pub free: String,
    pub paused_until: String,
}

call!(
    /// Between the Workers: the mentor of a session is still willing.
    SayWilling, "/ledger/own/willing", WithdrawRequest => OwnPage
);

call!(
    /// Between the Workers: everything held about what the session is of, but for what staff have written: that may be about
    /// others too, and they read it through before they give it.
    ReadHeld, "/ledger/own/held", ReadOwnRequest => DeskPerson
);

call!(
    /// Between the Workers: whoever reads a letter has not sent what it is about. Its links open nothing any more, and staff are
    /// told. Of a link that opens nothing there is nothing to do.
    Disown, "/ledger/own/disown", DisownRequest => ()
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisownRequest {
    pub link: LinkHash,
}
