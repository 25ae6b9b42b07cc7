//! The world without faults, for tests that tell one thing: each call is answered, each alarm does all it has to.

pub use crate::acts::link_in;
use crate::acts::restore_at_once;
use crate::answers;
pub use crate::book::MemoryBook;
use crate::chance::Chance;
use crate::planted::Planted;
pub use crate::points::at_once;
use crate::rows::Rows;
use crate::run::Run;
use crate::world::{Posted, World};
use domain::call::{DraftId, Millis, OwnPage, ReadOwnRequest, Receipt, SendRequest, SetLiveRequest};
use domain::draft::Draft;
use domain::ledger::decide::{self, Deciding};
use domain::ledger::receive::{ADDRESS_LIMIT, Sent};
use domain::ledger::{
    Copies as _, Decided, Names, Office, Record, StorageFailed, change, copy_name, opening, own, receive, spool,
};
use domain::link::{LinkHash, Secret};
use domain::live::{Live, LiveVersion};
use domain::outbox::{Fact, Subject, Task};
use domain::problem::Problem;
use domain::programme::{Role, programme};
use domain::standing::Standing;
use domain::text::Language;
use std::rc::Rc;

/// A ledger with everything that it works with.
pub struct Calm {
    pub run: Run,
    pub world: Rc<World>,
}

impl Default for Calm {
    fn default() -> Self {
        let run = Run::calm(Planted::Nothing, false);
        Self { world: Rc::clone(&run.world), run }
    }
}

impl Calm {
    /// With somebody who may make the list of staff.
    pub fn with_first_administrator(address: &'static str) -> Self {
        let calm = Self::default();
        calm.world.first_administrator.set(Some(address));
        calm
    }

    /// Five applications and one who waits; one of them decided about and one erased, a live half changed, everything sealed.
    ///
    /// # Panics
    /// Where the ledger refuses any of it.
    pub fn lived() -> Self {
        const WAITED_FOR: &str = "junior-faculty";
        let mut calm = Self::default();
        for number in 1..=5 {
            calm.received(number, OPEN, Role::Mentee);
        }
        calm.received(6, WAITED_FOR, Role::Waiting);
        calm.pass(60_000);
        let seen = calm.record(2).version;
        calm.bring(2, seen, Standing::UnderReview).expect("it may be taken up");
        calm.set_live(WAITED_FOR, 0, |live| "other@example.org".clone_into(&mut live.contact)).expect("it is new");
        calm.erase(5).expect("it is there");
        calm.pass(10 * 60_000);
        calm
    }

    pub fn tasks(&self, number: u64) -> Vec<Task> {
        self.rows().tasks_of(&Subject::Record(id(number)))
    }
}

/// The programme that is open.
const OPEN: &str = "ki-alumni";

/// Somebody who applies for a mentor in the programme that is open, the same for the same number.
pub fn mentee(number: u64) -> SendRequest {
    request(number, draft(OPEN, Role::Mentee, number))
}

/// A valid draft of a programme's form, the same for the same number.
///
/// # Panics
/// Where the programme has no such form.
pub fn draft(slug: &str, role: Role, number: u64) -> Draft {
    let programme = programme(slug).expect("the programme is there");
    let form = programme.form(role).expect("it has that form");
    let draft = answers::valid(programme, form, &mut Chance::of(number));
    Draft { language: Language::Sv, website: String::new(), ..draft }
}

/// What a phone sends of a draft; id and secret follow from the number.
pub fn request(number: u64, draft: Draft) -> SendRequest {
    SendRequest { id: id(number).as_str().to_owned(), receipt_hash: secret(number).hash().as_str().to_owned(), draft }
}

pub fn id(number: u64) -> DraftId {
    // Far from the numbers that mailed secrets are drawn with.
    DraftId::from_random(Chance::of(number + 1_000_000).bytes())
}

pub fn secret(number: u64) -> Secret {
    Secret::from_random(Chance::of(number + 2_000_000).bytes())
}

impl Calm {
    /// Staff bring a record into another standing.
    pub fn bring(&self, number: u64, seen: u32, standing: Standing) -> Result<Record, Problem> {
        self.decide(move |book| {
            decide::decide(
                book,
                &Deciding {
                    id: &id(number),
                    seen,
                    standing,
                    by: "staff@example.org",
                    comment: Some("x"),
                    letter: None,
                },
            )
        })
    }

    /// One transaction, and what was decided in it.
    ///
    /// # Panics
    /// Where storage fails, which it does not here.
    pub fn decide<T: 'static>(&self, work: impl FnOnce(&MemoryBook) -> Decided<T> + 'static) -> Result<T, Problem> {
        at_once(self.world.atomically(work)).expect("storage holds")
    }

    pub fn send(&self, request: &SendRequest) -> Result<Sent, Problem> {
        let (names, request) = (self.world.names.clone(), request.clone());
        self.decide(move |book| receive::send(book, &names, &request, true, ADDRESS_LIMIT))
    }

    /// Sends a valid application to a programme, and works until nothing is due.
    ///
    /// # Panics
    /// Where it is not taken.
    pub fn received(&mut self, number: u64, slug: &str, role: Role) -> Record {
        self.send(&request(number, draft(slug, role, number))).expect("it is taken");
        self.work();
        self.record(number)
    }

    /// While the ledger cannot be reached.
    pub fn spool(&self, request: &SendRequest) -> Result<Receipt, Problem> {
        let world = &self.world;
        at_once(spool::put(&world.at_door, &world.names, request, None, world.clock.real(), true))
    }

    /// Everything that is due now, the spool and a rotation among it.
    pub fn work(&mut self) {
        // The second time what was taken up is sealed.
        for _ in 0..2 {
            self.world.sweep_at.set(0);
            for _ in 0..3 {
                self.run.ring();
            }
        }
    }

    pub fn pass(&mut self, millis: Millis) {
        self.run.pass(millis, 5000);
    }

    /// What the page behind a session shows.
    pub fn own_page(&self, session: &LinkHash) -> Result<OwnPage, Problem> {
        let (names, request) = (self.world.names.clone(), ReadOwnRequest { session: session.clone() });
        self.decide(move |book| own::page(book, &names, &request))
    }

    pub fn erase(&self, number: u64) -> Result<(), Problem> {
        let names = self.world.names.clone();
        self.decide(move |book| change::erase(book, &names, &id(number)))
    }

    pub fn set_live(&self, slug: &str, seen: u32, change: impl FnOnce(&mut Live)) -> Result<LiveVersion, Problem> {
        let programme = programme(slug).ok_or(Problem::NotFound)?;
        let current =
            opening::current(&self.world.book, programme, true).map_err(|StorageFailed| Problem::Unreachable)?;
        let mut live = current.live;
        change(&mut live);
        let request = SetLiveRequest { programme: slug.to_owned(), seen, live };
        self.decide(move |book| opening::set(book, None, &request, true))
    }

    pub fn rows(&self) -> Rows {
        self.world.book.snapshot()
    }

    /// # Panics
    /// Where there is none.
    pub fn record(&self, number: u64) -> Record {
        Record::clone(self.rows().records.get(&id(number)).expect("the record is there"))
    }

    pub fn task(&self, number: u64, fact: Fact) -> Option<Task> {
        self.rows().task(&id(number), fact).cloned()
    }

    /// Letters about an application that have arrived.
    pub fn letters(&self, number: u64, fact: Fact) -> Vec<Posted> {
        let posted = self.world.posted.borrow();
        posted.iter().filter(|posted| posted.fact == fact && posted.id == id(number)).cloned().collect()
    }

    /// What an application's copies are named by.
    pub fn name(&self, number: u64) -> String {
        self.world.names.record_name(id(number).as_str())
    }

    /// The name of a version's copy.
    pub fn copy(&self, number: u64, version: u32) -> String {
        copy_name::record(&self.name(number), version)
    }

    /// # Panics
    /// Where it cannot be kept, which it can here.
    pub fn keep(&self, name: &str, plain: &[u8]) {
        at_once(self.world.at_ledger.keep(name, plain, false)).expect("it is kept");
    }

    /// Names of everything in KV under a folder.
    pub fn copies(&self, folder: &str) -> Vec<String> {
        self.world.kv.all(folder).into_iter().map(|(name, _)| name).collect()
    }

    /// Somebody changes a copy so that it opens no more.
    pub fn spoil(&self, name: &str) {
        self.world.kv.spoil(name);
    }

    /// Loses every row.
    pub fn lose(&self) {
        self.world.watch.borrow_mut().is_restoring = true;
        self.world.book.put_back(Rows::default());
        self.world.founded.set(false);
        // What was kept or removed just before may not be listed yet.
        self.world.clock.forward(5 * 60_000);
    }

    /// Restores all there is; names what does not open.
    pub fn restore(&self) -> Vec<String> {
        let unreadable = restore_at_once(&self.world);
        self.world.watch.borrow_mut().is_restoring = false;
        unreadable
    }

    /// From now on another key seals; the old one opens.
    pub fn rotate(&self) -> String {
        let mut keys = self.world.at_ledger.keys();
        let key = format!("key-{}", keys.len() + 1);
        keys.insert(0, key.clone());
        self.world.at_ledger.set_keys(keys.clone(), 0);
        self.world.at_door.set_keys(keys, 0);
        self.world.rotate_at.set(Some(0));
        key
    }
}
