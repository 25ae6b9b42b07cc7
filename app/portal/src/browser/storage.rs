//! What is kept on the phone, in the browser's local storage.

use super::page::window;
use super::{clock, json};
use crate::here::Here;
use crate::json::{Age, Read};
use crate::kept::{Kept, KeptKit, KeptMentors, KeptReceipt, is_old};
use domain::call::DraftId;
use domain::draft::Draft;
use domain::link::Secret;
use web_sys::Storage;

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

pub fn draft_key(here: &Here) -> String {
    format!("draft/{}", here.key())
}

fn read<T: Read>(key: &str) -> Option<T> {
    json::read(&storage()?.get_item(key).ok()??)
}

/// The kept draft of this form, if there is one that this program understands.
pub fn draft(here: &Here) -> Option<Kept> {
    read(&draft_key(here))
}

/// A fresh draft with an id and a secret drawn here; nothing is kept before the first key.
pub fn new_draft(here: &Here) -> Kept {
    let mut chance = [0_u8; 48];
    // Without chance there is no id: the form then goes to the Worker as it is.
    if getrandom::fill(&mut chance).is_err() {
        return Kept::default();
    }
    let (id, secret) = chance.split_at(16);
    Kept {
        id: id.try_into().map(DraftId::from_random).map(|id| id.as_str().to_owned()).unwrap_or_default(),
        secret: secret.try_into().map(Secret::from_random).map(|secret| secret.as_str().to_owned()).unwrap_or_default(),
        draft: Draft::new(here.programme, here.form.role, here.language),
        ..Kept::default()
    }
}

/// Whether the browser took it.
pub fn keep_draft(here: &Here, kept: &Kept) -> bool {
    keep(&draft_key(here), serde_json::to_string(kept).ok())
}

pub fn forget_draft(here: &Here) {
    if let Some(storage) = storage() {
        storage.remove_item(&draft_key(here)).ok();
    }
}

pub fn keep_receipt(here: &Here, receipt: &KeptReceipt) -> bool {
    let key = format!("receipt/{}/{}", here.key(), receipt.receipt.reference);
    keep(&key, serde_json::to_string(receipt).ok())
}

/// What was typed on a page of the kit.
pub fn kit(place: &str) -> Option<KeptKit> {
    read(&format!("kit/{place}"))
}

pub fn keep_kit(place: &str, kept: &KeptKit) {
    keep(&format!("kit/{place}"), serde_json::to_string(kept).ok());
}

/// The mentors of a programme who are saved here.
pub fn mentors(slug: &str) -> Option<KeptMentors> {
    read(&format!("mentors/{slug}"))
}

pub fn keep_mentors(slug: &str, kept: &KeptMentors) {
    keep(&format!("mentors/{slug}"), serde_json::to_string(kept).ok());
}

fn keep(key: &str, text: Option<String>) -> bool {
    match (storage(), text) {
        (Some(storage), Some(text)) => storage.set_item(key, &text).is_ok(),
        _ => false,
    }
}

/// The newest kept receipt of this form.
pub fn receipt(here: &Here) -> Option<KeptReceipt> {
    let prefix = format!("receipt/{}/", here.key());
    let receipts =
        keys().into_iter().filter(|key| key.starts_with(&prefix)).filter_map(|key| read::<KeptReceipt>(&key));
    receipts.max_by_key(|kept| kept.saved_at)
}

/// The keys of everything that we keep.
pub fn keys() -> Vec<String> {
    let Some(storage) = storage() else { return Vec::new() };
    let all = (0..storage.length().unwrap_or(0)).filter_map(|index| storage.key(index).ok().flatten());
    all.filter(|key| ["draft/", "receipt/", "kit/", "mentors/"].iter().any(|kind| key.starts_with(kind))).collect()
}

/// Removes what is older than thirty days, and what cannot be read any more.
pub fn remove_old() {
    let now = clock::now();
    for key in keys() {
        if read::<Age>(&key).is_none_or(|Age(saved_at)| is_old(saved_at, now)) {
            remove(&key);
        }
    }
}

pub fn erase() {
    for key in keys() {
        remove(&key);
    }
}

fn remove(key: &str) {
    if let Some(storage) = storage() {
        storage.remove_item(key).ok();
    }
}
