//! KV in memory, with KV's ways: what is read or listed may be a minute old, and a write may land after it has failed.

use domain::call::Millis;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// How old an answer of KV may be.
pub const STALE_MAX_MS: Millis = 60_000;
/// KV takes one write a second for each name (429 otherwise).
const WRITE_PAUSE_MS: Millis = 1000;

/// Sealed bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The id of the key.
    pub key: String,
    pub plain: Rc<[u8]>,
    /// Changed since: it opens with no key.
    pub is_spoilt: bool,
}

/// What stood under a name from a time on.
struct Writing {
    at: Millis,
    value: Option<Rc<Sealed>>,
}

/// The namespace.
#[derive(Default)]
pub struct Kv {
    names: RefCell<BTreeMap<String, Vec<Writing>>>,
}

impl Kv {
    /// What stood under the name then.
    pub fn as_of(&self, name: &str, at: Millis) -> Option<Rc<Sealed>> {
        let names = self.names.borrow();
        names.get(name)?.iter().rev().find(|writing| writing.at <= at)?.value.clone()
    }

    /// Whether another write would come too soon.
    pub fn is_too_soon(&self, name: &str, now: Millis) -> bool {
        let names = self.names.borrow();
        let last = names.get(name).and_then(|writings| writings.last());
        last.is_some_and(|last| last.at <= now && now - last.at < WRITE_PAUSE_MS)
    }

    /// Writes or removes, from `at` on. What nobody can read any more is forgotten.
    pub fn write(&self, name: &str, at: Millis, value: Option<Rc<Sealed>>) {
        let mut names = self.names.borrow_mut();
        let writings = names.entry(name.to_owned()).or_default();
        let place = writings.iter().rposition(|writing| writing.at <= at).map_or(0, |index| index + 1);
        writings.insert(place, Writing { at, value });
        let seen = writings.iter().rposition(|writing| writing.at + STALE_MAX_MS < at).unwrap_or(0);
        writings.drain(..seen);
    }

    /// Whatever stands under the name opens no more.
    pub fn spoil(&self, name: &str) {
        for writing in self.names.borrow_mut().get_mut(name).into_iter().flatten() {
            if let Some(sealed) = &mut writing.value {
                *sealed = Rc::new(Sealed { is_spoilt: true, ..Sealed::clone(sealed) });
            }
        }
    }

    /// Names that were there then, after `from`, in order; at most so many.
    pub fn list(&self, prefix: &str, at: Millis, from: Option<&str>, limit: usize) -> Vec<String> {
        let names = self.names.borrow();
        let range = names.range(prefix.to_owned()..).take_while(|(name, _)| name.starts_with(prefix));
        range
            .filter(|(name, _)| from.is_none_or(|from| name.as_str() > from))
            .filter(|(_, writings)| {
                writings.iter().rev().find(|writing| writing.at <= at).is_some_and(|writing| writing.value.is_some())
            })
            .map(|(name, _)| name.clone())
            .take(limit)
            .collect()
    }

    /// Everything that is there, also what is only about to land.
    pub fn all(&self, prefix: &str) -> Vec<(String, Rc<Sealed>)> {
        let names = self.list(prefix, Millis::MAX, None, usize::MAX);
        names.into_iter().filter_map(|name| self.as_of(&name, Millis::MAX).map(|sealed| (name, sealed))).collect()
    }

    pub fn newest(&self, name: &str) -> Option<Rc<Sealed>> {
        self.as_of(name, Millis::MAX)
    }
}
