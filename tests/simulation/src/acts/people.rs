//! Steps of people with their phones.

use crate::answers::{self, MARK};
use crate::chance::Chance;
use crate::door;
use crate::people::{Phone, State};
use crate::run::Run;
use crate::steps::What;
use crate::world::World;
use domain::call::{
    AcceptRequest, ChangeRequest, DisownRequest, EndRequest, OpenRequest, OwnPage, ProposeRequest, ReadOwnRequest,
    Receipt, RenewRequest, WithdrawRequest,
};
use domain::draft::Draft;
use domain::independence::Tie;
use domain::ledger::{Record, agree, links, own};
use domain::link::{LinkHash, Secret};
use domain::programme::{Role, programme};
use domain::release;
use domain::text::Language;
use std::rc::Rc;

/// Phones in one run; a later one takes the place of one that is not needed any more.
const PHONES_MAX: usize = 14;

impl Run {
    pub(crate) fn people(&mut self, what: What) {
        match what {
            What::Begin => self.begin(),
            What::Send => self.send(1),
            What::SendTwice => self.send(2),
            What::Settle => self.settle(),
            What::Change => self.with_phone(
                |phone| phone.state == State::Typing,
                |phone, chance| {
                    if let Ok((_, form)) = phone.draft.form() {
                        answers::change(&mut phone.draft, form, chance);
                    }
                },
            ),
            What::SendFromAnotherTab => self.send_from_another_tab(),
            What::MeetNewRelease => self.meet_new_release(),
            What::OpenLink => self.open_link(Then::Nothing),
            What::Agree => self.agree(),
            _ => {
                let then = self.world.dice.with(|chance| match chance.below(20) {
                    0..7 => Then::Withdraw,
                    7..13 => Then::WithdrawAndReturn,
                    13..19 => Then::Change,
                    _ => Then::Disown,
                });
                self.open_link(then);
            }
        }
    }

    pub(crate) fn begin(&mut self) {
        let (world, is_of_requests) = (&self.world, self.is_of_requests);
        let phone = world.dice.with(|chance| {
            let (programme, form) =
                if is_of_requests { answers::of_a_pair(chance) } else { answers::any_form(chance) }?;
            Some(Phone::new(programme, form, chance))
        });
        let Some(phone) = phone else { return };
        world.tell(|| format!("    phone {}: {} {}", phone.name(), phone.draft.programme, phone.draft.role));
        let mut phones = world.phones.borrow_mut();
        if phones.len() < PHONES_MAX {
            phones.push(phone);
        } else if let Some(done) = phones.iter_mut().find(|phone| matches!(phone.state, State::Received(_))) {
            *done = phone;
        }
    }

    /// The index of a phone of which that holds.
    fn phone(&self, fits: impl Fn(&Phone) -> bool) -> Option<usize> {
        let phones = self.world.phones.borrow();
        let fitting: Vec<usize> = (0..phones.len()).filter(|index| fits(&phones[*index])).collect();
        self.world.dice.with(|chance| chance.pick(&fitting).copied())
    }

    fn with_phone(&self, fits: impl Fn(&Phone) -> bool, act: impl FnOnce(&mut Phone, &mut Chance)) {
        if let Some(index) = self.phone(fits) {
            let mut phones = self.world.phones.borrow_mut();
            self.world.dice.with(|chance| act(&mut phones[index], chance));
        }
    }

    /// Sends what is typed; pressed twice, or delivered twice, it is the same call twice at once.
    pub(crate) fn send(&mut self, times: usize) {
        let Some(index) = self.phone(|phone| phone.state == State::Typing) else { return };
        let request = {
            let mut phones = self.world.phones.borrow_mut();
            phones[index].state = State::Unknown;
            phones[index].request()
        };
        self.world.tell(|| format!("    phone {} sends", &request.id[..4]));
        for _ in 0..times {
            let is_lost = self.world.dice.happens(|weather| weather.call_lost);
            if !is_lost {
                self.launch("a send", door::send(Rc::clone(&self.world), Some(index), request.clone()));
            }
        }
    }

    /// One that heard nothing asks again.
    pub(crate) fn settle(&mut self) {
        if let Some(index) = self.phone(|phone| phone.state == State::Unknown) {
            self.settle_phone(index);
        }
    }

    pub(crate) fn settle_phone(&mut self, index: usize) {
        let request = self.world.phones.borrow()[index].request();
        self.world.tell(|| format!("    phone {} asks what became of it", &request.id[..4]));
        self.launch("an asking", door::settle(Rc::clone(&self.world), index, request));
    }

    /// The same id with other answers, from a tab that knows of nothing.
    fn send_from_another_tab(&mut self) {
        let Some(index) = self.phone(|phone| phone.state != State::Typing) else { return };
        let mut request = self.world.phones.borrow()[index].request();
        if let Ok((_, form)) = request.draft.form() {
            self.world.dice.with(|chance| answers::change(&mut request.draft, form, chance));
        }
        self.launch("a send from another tab", door::send(Rc::clone(&self.world), None, request));
    }

    /// A draft that was begun under another release of its form: what is typed is in the draft or put aside.
    fn meet_new_release(&mut self) {
        let Some(index) = self.phone(|phone| phone.state == State::Typing) else { return };
        let mut phones = self.world.phones.borrow_mut();
        let draft = &mut phones[index].draft;
        let Ok((_, form)) = draft.form() else { return };
        let gone = format!("{MARK} answer to a question that is gone");
        draft.answers.insert("gone-since".to_owned(), vec![gone]);
        let mut asked = release::asked(form, &draft.answers);
        asked.push_str(",gone-since=short-text.00000000");
        let first = form.questions().next();
        if let Some(question) = first {
            asked = asked.replace(question.revision, "long-text.00000000");
        }
        let is_typed = |id: &str| form.question(id).is_none_or(|question| question.kind.length_max().is_some());
        let typed = draft.answers.iter().filter(|(id, _)| is_typed(id)).flat_map(|(_, values)| values);
        let typed: Vec<String> = typed.filter(|value| !value.trim().is_empty()).cloned().collect();
        let changes = release::fit(draft, form, &asked);
        let is_there =
            |text: &String| changes.aside.contains(text) || draft.answers.values().flatten().any(|value| value == text);
        if !typed.iter().all(is_there) || changes.is_empty() {
            self.world.watch.borrow_mut().fail("a release loses nothing that was typed", "something typed is gone");
        }
    }

    /// Opens a link from a letter or from a receipt, and does something there.
    fn open_link(&mut self, then: Then) {
        let Some(secret) = self.some_link() else { return };
        let session = Secret::from_random(self.world.dice.with(Chance::bytes)).hash();
        let world = Rc::clone(&self.world);
        self.launch("opening a link", async move {
            if then == Then::Disown {
                let request = DisownRequest { link: secret.hash() };
                let _ = door::call(&world, move |book| own::disown(book, &request)).await;
                return;
            }
            let request = OpenRequest { link: secret.hash(), session: session.clone() };
            let opened = door::call(&world, move |book| links::open(book, None, &request)).await;
            if opened.is_err() || then == Then::Nothing {
                return;
            }
            let read = ReadOwnRequest { session: session.clone() };
            let names = world.names.clone();
            let Ok(page) = door::call(&world, move |book| own::page(book, &names, &read)).await else { return };
            if then == Then::Change {
                let Some(request) = changed(&world, session, page) else { return };
                let _ = door::call(&world, move |book| own::change(book, &request)).await;
                return;
            }
            let request = WithdrawRequest { session, of: page.receipt.reference };
            let again = request.clone();
            let _ = door::call(&world, move |book| own::withdraw(book, &request)).await;
            if then == Then::WithdrawAndReturn {
                let _ = door::call(&world, move |book| own::come_back(book, &again)).await;
            }
        });
    }

    /// Somebody opens a link of a framework and presses what there is to press; twice now and then.
    fn agree(&mut self) {
        let Some((secret, record)) = self.framework_link() else { return };
        let world = Rc::clone(&self.world);
        let (session, choice, seen, ties, twice) = world.dice.with(|chance| {
            let session = Secret::from_random(chance.bytes()).hash();
            let newest = record.framework.as_ref().map_or(0, |framework| framework.newest());
            let seen = if chance.per_mille(200) { newest.saturating_sub(1) } else { newest };
            let ties = Tie::ALL.into_iter().filter(|_| chance.per_mille(300)).collect::<Vec<_>>();
            (session, chance.below(20), seen, ties, chance.per_mille(200))
        });
        let (mut draft, of) = (record.draft, record.reference);
        if let Ok((_, form)) = draft.form() {
            world.dice.with(|chance| answers::change(&mut draft, form, chance));
        }
        self.launch("a framework", async move {
            let request = OpenRequest { link: secret.hash(), session: session.clone() };
            if door::call(&world, move |book| links::open(book, None, &request)).await.is_err() {
                return;
            }
            for _ in 0..=usize::from(twice) {
                let (session, of) = (session.clone(), of.clone());
                let (ties, answers) = (Some(ties.clone()), draft.answers.clone());
                let _ = match choice {
                    0..9 => {
                        let request = AcceptRequest { session, of, seen, ties };
                        door::call(&world, move |book| agree::accept(book, &request)).await
                    }
                    9..14 => {
                        let request = ProposeRequest { session, of, seen, answers, ties };
                        door::call(&world, move |book| agree::propose(book, &request)).await
                    }
                    14..16 => {
                        let request = RenewRequest { session, of };
                        door::call(&world, move |book| agree::renew(book, &request)).await
                    }
                    end => {
                        let request = EndRequest { session, of, erases: end >= 18 };
                        door::call(&world, move |book| agree::end(book, &request)).await
                    }
                };
            }
        });
    }

    /// A link of either side of some framework, with the framework as it stands.
    fn framework_link(&self) -> Option<(Secret, Record)> {
        let world = &self.world;
        let rows = world.book.rows();
        let posted = world.posted.borrow();
        let links: Vec<(Secret, Record)> = posted
            .iter()
            .filter_map(|posted| {
                let record = rows.records.get(&posted.id).filter(|record| record.framework.is_some())?;
                Some((link_in(&posted.letter.text)?, Record::clone(record)))
            })
            .collect();
        world.dice.with(|chance| chance.pick(&links).cloned())
    }

    fn some_link(&self) -> Option<Secret> {
        let world = &self.world;
        let from_letter = world.dice.with(Chance::half);
        if !from_letter {
            let index = self.phone(|phone| phone.state != State::Typing)?;
            return Some(world.phones.borrow()[index].secret.clone());
        }
        let posted = world.posted.borrow();
        let letters: Vec<_> = posted.iter().filter(|posted| posted.fact.is_to_a_person()).collect();
        let posted = world.dice.with(|chance| chance.pick(&letters).copied())?;
        link_in(&posted.letter.text)
    }
}

/// What is done on an own page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Then {
    Nothing,
    Withdraw,
    WithdrawAndReturn,
    Change,
    /// Not opened at all: it was for somebody else.
    Disown,
}

/// Other answers than those that the page shows.
fn changed(world: &World, session: LinkHash, page: OwnPage) -> Option<ChangeRequest> {
    let Receipt { programme: slug, role, reference: of, .. } = page.receipt;
    let programme = programme(&slug)?;
    let form = programme.form(Role::parse(&role)?)?;
    let mut draft = Draft::new(programme, form.role, Language::Sv);
    draft.answers = page.answers.into_iter().collect();
    world.dice.with(|chance| answers::change(&mut draft, form, chance));
    Some(ChangeRequest { session, of, seen: page.edits, answers: draft.answers })
}

/// The secret of the link in a letter.
pub fn link_in(text: &str) -> Option<Secret> {
    let (_, after) = text.split_once("/l/")?;
    Secret::parse(after.get(..64)?)
}

/// Whether a phone still waits to know.
pub fn is_unknown(world: &World, index: usize) -> bool {
    world.phones.borrow().get(index).is_some_and(|phone| phone.state == State::Unknown)
}
