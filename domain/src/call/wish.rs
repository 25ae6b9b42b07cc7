//! The directory of mentors, and what a mentee wishes.

use crate::call::ReadOwnRequest;
use crate::directory::Card;
use crate::link::LinkHash;
use crate::reference::Reference;
use crate::request::Stage;
use serde::{Deserialize, Serialize};

call!(
    /// Between the Workers: the mentors of a programme who are shown, a page at a time.
    ReadDirectory, "/ledger/directory", DirectoryRequest => DirectoryPage
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DirectoryRequest {
    pub programme: String,
    /// The `next` of the page before; nothing for the first.
    pub after: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DirectoryPage {
    pub cards: Vec<Card>,
    pub next: Option<i64>,
}

call!(
    /// Between the Workers: what a mentee wishes, for their own page of mentors.
    ReadWishes, "/ledger/own/wishes", ReadOwnRequest => WishesPage
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WishesPage {
    /// The record that the page shows.
    pub of: Reference,
    pub programme: String,
    /// How often the wishes have been changed.
    pub edits: u32,
    /// Whether they can be changed now.
    pub may_change: bool,
    /// What the mentee answered: question id and values, in form order.
    pub answers: Vec<(String, Vec<String>)>,
    /// Best first.
    pub wishes: Vec<OwnWish>,
    pub avoid: String,
    /// Mentors who are not for this mentee: themself, and whoever was asked already.
    pub left_out: Vec<Reference>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnWish {
    /// The mentor's; nothing where the record was erased.
    pub mentor: Option<Reference>,
    /// As long as the mentor agrees to be shown.
    pub card: Option<Card>,
    /// Whether the mentor can be asked today.
    pub takes: bool,
    pub word: String,
    /// How far the last request to this mentor is, if there is one.
    pub stage: Option<Stage>,
}

call!(
    /// Between the Workers: the mentee of a session says whom they wish for.
    SetWishes, "/ledger/own/set-wishes", SetWishesRequest => ()
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetWishesRequest {
    pub session: LinkHash,
    /// What the page showed, and [`WishesPage::edits`] then.
    pub of: Reference,
    pub seen: u32,
    /// Best first.
    pub wishes: Vec<TypedWish>,
    pub avoid: String,
}

/// A mentor and what was typed to them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedWish {
    pub mentor: Reference,
    pub word: String,
}
