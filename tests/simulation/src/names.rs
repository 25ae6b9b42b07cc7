//! Names in place of keyed hashes: as stable, and the simulation can tell what each is of.

use crate::planted::Planted;
use domain::call::DraftId;
use domain::ledger::Names;
use domain::link::LinkHash;
use domain::outbox::Fact;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// So many references there are where they collide; the first three draws of an id come from them.
const FEW_REFERENCES: u8 = 6;

/// One table for all places.
#[derive(Clone, Default)]
pub struct MemoryNames {
    pub(crate) known: Rc<Known>,
    pub planted: Planted,
    /// References are so few that they are often taken.
    pub collide: bool,
}

#[derive(Default)]
pub(crate) struct Known {
    names: RefCell<BTreeMap<String, String>>,
    ids: RefCell<BTreeMap<String, DraftId>>,
    letters: RefCell<BTreeMap<String, (Fact, DraftId)>>,
    drawn: Cell<u32>,
}

impl MemoryNames {
    /// The id that a record's copies are named for.
    pub fn id_of(&self, name: &str) -> Option<DraftId> {
        self.known.ids.borrow().get(name).cloned()
    }

    /// What a letter of that name is.
    pub fn letter_of(&self, name: &str) -> Option<(Fact, DraftId)> {
        self.known.letters.borrow().get(name).cloned()
    }
}

impl Names for MemoryNames {
    fn record_name(&self, id: &str) -> String {
        if let Some(name) = self.known.names.borrow().get(id) {
            return name.clone();
        }
        let name = LinkHash::of(format!("record {id}").as_bytes()).as_str().to_owned();
        self.known.names.borrow_mut().insert(id.to_owned(), name.clone());
        if let Some(id) = DraftId::parse(id) {
            self.known.ids.borrow_mut().insert(name.clone(), id);
        }
        name
    }

    fn reference(&self, id: &str, counter: u32) -> [u8; 32] {
        let mut salt = 0;
        if self.planted == Planted::DrawsReferencesAnew {
            self.known.drawn.set(self.known.drawn.get() + 1);
            salt = self.known.drawn.get();
        }
        let hash = LinkHash::of(format!("reference {id} {counter} {salt}").as_bytes());
        let mut bytes = [0; 32];
        bytes.copy_from_slice(&hash.as_str().as_bytes()[..32]);
        if self.collide && counter < 3 { [bytes[0] % FEW_REFERENCES; 32] } else { bytes }
    }

    fn address_name(&self, email: &str) -> String {
        LinkHash::of(format!("address {}", email.to_lowercase()).as_bytes()).as_str().to_owned()
    }

    fn letter_name(&self, fact: &str, id: &str) -> String {
        let name = LinkHash::of(format!("letter {fact} {id}").as_bytes()).as_str().to_owned();
        let word = fact.split(' ').next().unwrap_or_default();
        if let Some((fact, id)) = Fact::parse(word).zip(DraftId::parse(id)) {
            self.known.letters.borrow_mut().insert(name.clone(), (fact, id));
        }
        name
    }
}
