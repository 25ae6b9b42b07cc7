//! Staff on a working day: they do all that the desk's queue says is pressing, and of what is new as much as they manage. What they do
//! not get to, the queue has again in time: that is what keeps the promise.

use super::{Lives, number_of};
use crate::calm::id;
use crate::desk::CHIEF;
use crate::requests::{self, checked};
use domain::calendar;
use domain::call::DraftId;
use domain::desk::call::Seen;
use domain::desk::queue::{About, Item, Need, queue};
use domain::desk::row::{Marks, Row};
use domain::ledger::{Record, mentors, requests as ledger};
use domain::mentor::{Offer, offer};
use domain::problem::Problem;
use domain::programme::Role;
use domain::reference::Reference;
use domain::standing::Standing;
use std::rc::Rc;

/// New applications that staff manage beside the rest on one day: fewer than come.
const NEW_MANAGED: usize = 40;
/// Requests after which staff look for nobody else.
const REQUESTS_ENOUGH: usize = 6;

impl Lives {
    pub(super) fn staff_work(&mut self) {
        let rows = self.calm.rows();
        let now = self.calm.world.clock.now();
        let open = rows.records.values().filter(|record| !super::is_settled(record));
        let lines: Vec<Row> = open.map(|record| Row::of(record, Marks::default())).collect();
        let today = calendar::day(now);
        let can = |record: &&Rc<Record>| offer(record, &today) == Some(Offer::Takes);
        let takers: Vec<u64> = rows.records.values().filter(can).map(|record| number_of(record)).collect();
        let items: Vec<Item> =
            queue(&lines, [], now).into_iter().filter(|item| item.need != Need::Unconfirmed).collect();
        // Nothing is held on to that would be copied when it is written to.
        drop(rows);
        self.queue_max = self.queue_max.max(items.len());
        let (new, pressing): (Vec<Item>, Vec<Item>) = items.into_iter().partition(|item| item.need == Need::New);
        for item in pressing.iter().chain(new.iter().take(NEW_MANAGED)) {
            self.see_to(item, &takers);
        }
    }

    fn see_to(&mut self, item: &Item, takers: &[u64]) {
        let About::Record(reference) = &item.about else { return };
        let reference = Reference::parse(reference).expect("a reference");
        let id = self.calm.rows().references.get(&reference).cloned().expect("its record");
        let record = self.calm.record(number_of(self.calm.rows().records.get(&id).expect("a record")));
        let number = number_of(&record);
        match (record.role(), item.need) {
            (Some(Role::Mentor), _) => self.list(number, &record),
            (_, Need::Confirm) => {
                self.decide(&record, Standing::Paired);
            }
            // Some are only taken up at first; the queue has them again in time.
            (_, Need::New) if self.chance.half() => {
                self.decide(&record, Standing::UnderReview);
            }
            _ => self.find_a_mentor(number, &record, takers),
        }
    }

    /// A mentor is taken up, checked and listed.
    fn list(&mut self, number: u64, record: &Record) {
        let seen = self.decide(record, Standing::UnderReview).version;
        let places = self.between(1, 3);
        let typed = checked(seen, places);
        let set = self.calm.decide(move |book| mentors::set(book, &id(number), CHIEF, &typed)).expect("it may be set");
        self.places.insert(id(number), places as usize);
        self.decide(&set, Standing::Listed);
    }

    /// Whom the mentee wishes for, or else somebody who can be asked; a no where nobody is left.
    fn find_a_mentor(&mut self, number: u64, record: &Record, takers: &[u64]) {
        let request = Seen { reference: record.reference.as_str().to_owned(), seen: record.version };
        let of = record.clone();
        match self.calm.decide(move |book| ledger::ask_in_turn(book, &of, CHIEF, &request)) {
            Ok(_) => return self.count_decided(&record.id),
            Err(problem) => assert_eq!(problem, Problem::NoPlace),
        }
        let was_asked = |mentor: &DraftId| record.requests.iter().any(|request| request.mentor == *mentor);
        let (before, after) = takers.split_at(self.chance.below(takers.len()));
        let left = after.iter().chain(before).filter(|mentor| !was_asked(&id(**mentor)));
        let left = left.take(if record.requests.len() < REQUESTS_ENOUGH { usize::MAX } else { 0 });
        for mentor in left {
            match requests::ask(&self.calm, number, *mentor) {
                Ok(_) => return self.count_decided(&record.id),
                Err(problem) => assert_eq!(problem, Problem::NoPlace, "so many have been asked this morning"),
            }
        }
        let record = match record.standing {
            Standing::Received => self.decide(record, Standing::UnderReview),
            _ => record.clone(),
        };
        self.decide(&record, Standing::NoMatch);
    }

    /// Brings a record into another standing.
    pub(super) fn decide(&mut self, record: &Record, standing: Standing) -> Record {
        let is_told =
            record.role().and_then(|role| record.standing.move_to(role, standing)).is_some_and(|way| way.letter);
        if is_told {
            self.count_decided(&record.id);
        }
        self.calm.bring(number_of(record), record.version, standing).expect("it may be")
    }
}
