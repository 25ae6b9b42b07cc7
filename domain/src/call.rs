//! What travels: the calls of the portal, and those between the two Workers.
//!
//! A call is a type. The app sends it in one place and the Worker answers it in one; JSON and form fields are two
//! encodings of it.

/// Declares a call: its name, where it goes, what it carries, what comes back.
macro_rules! call {
    ($(#[$about:meta])* $name:ident, $path:expr, $request:ty => $reply:ty) => {
        $(#[$about])*
        pub struct $name;

        impl $crate::call::Call for $name {
            const PATH: &'static str = $path;
            type Request = $request;
            type Reply = $reply;
        }
    };
}
pub(crate) use call;

mod asked;
mod framework;
mod own;
mod request;
mod wish;

pub use asked::{AskRequest, AskStaff};
pub use framework::{
    AcceptFramework, AcceptRequest, EndFramework, EndRequest, OwnFramework, ProposeChange, ProposeRequest, RenewLink,
    RenewRequest,
};
pub use own::{
    ChangeOwn, ChangeRequest, ChooseLetters, Disown, DisownRequest, Happened, LettersRequest, OfferRequest, OwnOffer,
    OwnOther, OwnPage, ReadHeld, ReadOwn, ReadOwnRequest, Return, SayWilling, SetOffer, Speak, SpeakRequest, Turn,
    TurnRequest, Withdraw, WithdrawRequest,
};
pub use request::{
    AnswerMentorRequest, AnswerRequest, Contact, ExplainNo, ExplainRequest, OwnRequest, ReadRequest,
    ReadRequestRequest, RequestPage, Talk, TalkRequest,
};
pub use wish::{
    DirectoryPage, DirectoryRequest, OwnWish, ReadDirectory, ReadWishes, SetWishes, SetWishesRequest, TypedWish,
    WishesPage,
};

use crate::draft::Draft;
use crate::link::{LinkHash, Opened, Secret};
use crate::live::{Live, LiveVersion};
use crate::problem::{Fault, FaultKind, own_field};
use crate::reference::Reference;
use crate::text::Language;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01T00:00Z.
pub type Millis = i64;

/// One call: where it goes, what it carries, what comes back. Every call is a POST of JSON.
pub trait Call {
    const PATH: &'static str;
    type Request: Serialize + DeserializeOwned;
    type Reply: Serialize + DeserializeOwned;
}

/// The longest body a call or form may have, in bytes. All texts of the longest form at their limits are under 40 KiB of
/// UTF-8 as JSON, with room for what is too long and must be answered with a sentence.
pub const BODY_BYTES_MAX: usize = 64 * 1024;

/// The id of a draft: 128 bits, 32 lower-case hex digits, drawn on the phone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DraftId(String);

impl DraftId {
    pub fn from_random(bytes: [u8; 16]) -> Self {
        Self(crate::link::hex(&bytes))
    }

    pub fn parse(text: &str) -> Option<Self> {
        crate::link::is_hex(text, 32).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

call!(
    /// Sends a draft. Repeated with the same id until a receipt comes back; the same answers give the same receipt.
    SendApplication, "/api/applications", SendRequest => Receipt
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SendRequest {
    pub id: String,
    /// Hash of the secret of the receipt's link; the secret stays on the phone.
    pub receipt_hash: String,
    pub draft: Draft,
}

impl SendRequest {
    /// Id and hash as types, or a fault each.
    pub fn keys(&self) -> Result<(DraftId, LinkHash), Vec<Fault>> {
        match (DraftId::parse(&self.id), LinkHash::parse(&self.receipt_hash)) {
            (Some(id), Some(hash)) => Ok((id, hash)),
            (id, hash) => Err([(own_field::ID, id.is_none()), (own_field::RECEIPT_HASH, hash.is_none())]
                .into_iter()
                .filter(|(_, bad)| *bad)
                .map(|(field, _)| Fault::of(field, FaultKind::Malformed))
                .collect()),
        }
    }
}

/// Said only after the record is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    pub reference: Reference,
    pub received_at: Millis,
    /// The day by which something happens, `YYYY-MM-DD` in Stockholm; a working day. None where nothing is promised.
    pub answer_by: Option<String>,
    pub programme: String,
    pub role: String,
    /// Kept where the ledger takes it up later: page and letters follow then.
    #[serde(default, skip_serializing_if = "is_false")]
    pub spooled: bool,
}

/// For what travels and is stored without what is not so.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "as serde asks for it")]
pub(crate) const fn is_false(value: &bool) -> bool {
    !*value
}

call!(
    /// Asks whether an id was received; for a phone that sent and heard nothing back. Both id and hash must be right. The reply:
    /// nothing under that id, or its receipt.
    FindReceipt, "/api/receipts", FindRequest => Option<Receipt>
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindRequest {
    pub id: String,
    pub receipt_hash: String,
}

call!(
    /// Between the Workers: opens a link and begins a session.
    OpenLink, "/ledger/open-link", OpenRequest => Opened
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenRequest {
    pub link: LinkHash,
    /// Hash of the session secret that `api` has drawn and puts into the cookie.
    pub session: LinkHash,
}

call!(
    /// Between the Workers: the live half of every programme.
    ReadLive, "/ledger/read-live", () => LiveReply
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiveReply {
    /// The ledger's time.
    pub at: Millis,
    /// In the order of lists.
    pub programmes: Vec<LiveVersion>,
}

/// Sets a programme's live half.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetLiveRequest {
    pub programme: String,
    /// The version that was read; another one now is [`crate::problem::Problem::Changed`].
    pub seen: u32,
    pub live: Live,
}

call!(
    /// Between the Workers: may this key try once more? The reply: seconds to wait, or nothing when the attempt may go on.
    CountAttempt, "/gate/count", CountRequest => Option<u32>
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountRequest {
    /// What is counted, hashed: a network.
    pub key: LinkHash,
    /// The attempt: a draft's id; the same one never counts twice.
    pub attempt: String,
    /// Attempts that were let pass before without asking. A Worker of an earlier release says nothing of them.
    #[serde(default)]
    pub before: Vec<String>,
    pub limit: u32,
    pub window_s: u32,
}

/// A link's path for its secret.
pub fn link_path(secret: &Secret, language: Language) -> String {
    language.address(&format!("/l/{}", secret.as_str()))
}
