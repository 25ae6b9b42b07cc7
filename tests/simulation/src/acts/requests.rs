//! Steps in which a mentor is asked for a mentee, and each of the two answers.

use super::people::link_in;
use crate::chance::Chance;
use crate::door;
use crate::requests::checked;
use crate::run::Run;
use crate::world::World;
use domain::call::{AnswerRequest, OpenRequest, SetWishesRequest, TalkRequest, TypedWish};
use domain::desk::call::{AskMentorRequest, Seen};
use domain::ledger::decide::{self, Deciding};
use domain::ledger::{Record, links, mentors, requests, wishes};
use domain::link::Secret;
use domain::mentor::SHOWN;
use domain::outbox::Fact;
use domain::problem::Problem;
use domain::programme::Role;
use domain::request::Stage;
use domain::standing::Standing;
use domain::wish::WISHES_MAX;
use std::rc::Rc;

/// Somebody of the staff.
const STAFF: &str = "staff@example.org";

impl Run {
    /// Staff ask a mentor, whom they first check and list where nobody has.
    pub(crate) fn ask_a_mentor(&mut self) {
        let Some(mentee) = self.one_of(Role::Mentee, |record| record.standing.waits_for_staff()) else { return };
        if mentee.may_wish() && self.world.dice.with(Chance::half) {
            return self.ask_those_wished_for(&mentee);
        }
        let is_here = |record: &Record| record.draft.programme == mentee.draft.programme && !record.standing.is_end();
        let Some(mentor) = self.one_of(Role::Mentor, is_here) else { return };
        let world = Rc::clone(&self.world);
        world.tell(|| format!("    {} for {}", crate::watch::short(&mentor.id), crate::watch::short(&mentee.id)));
        let places = world.dice.with(|chance| chance.below(3));
        self.launch("asking a mentor", async move {
            list(&world, &mentor, u32::try_from(places).unwrap_or_default()).await;
            let request = AskMentorRequest {
                reference: mentee.reference.as_str().to_owned(),
                seen: mentee.version,
                mentor: mentor.reference.as_str().to_owned(),
                letter: None,
            };
            let _ = door::call(&world, move |book| requests::ask(book, &mentee, STAFF, &request)).await;
        });
    }

    /// A mentee wishes for mentors whom staff have listed, and staff let them be asked in turn.
    fn ask_those_wished_for(&mut self, mentee: &Rc<Record>) {
        let world = Rc::clone(&self.world);
        let link = {
            let posted = world.posted.borrow();
            posted.iter().rev().filter(|one| one.id == mentee.id).find_map(|one| link_in(&one.letter.text))
        };
        let Some(link) = link else { return };
        let mentors: Vec<Rc<Record>> = {
            let rows = world.book.rows();
            let is_shown = |one: &Record| one.draft.answers.get(SHOWN).is_some_and(|how| how != &["staff-only"]);
            let is_one = |one: &&Rc<Record>| {
                let is_mentor = one.role() == Some(Role::Mentor) && !one.standing.is_end();
                is_mentor && one.draft.programme == mentee.draft.programme && is_shown(one)
            };
            rows.records.values().filter(is_one).take(WISHES_MAX).map(Rc::clone).collect()
        };
        let session = world.dice.with(|chance| Secret::from_random(chance.bytes()).hash());
        let of = mentee.reference.clone();
        let id = mentee.id.clone();
        self.launch("wishing for mentors", async move {
            for mentor in &mentors {
                list(&world, mentor, 1).await;
            }
            let request = OpenRequest { link: link.hash(), session: session.clone() };
            if door::call(&world, move |book| links::open(book, None, &request)).await.is_err() {
                return;
            }
            let wishes = mentors.iter().map(|one| TypedWish { mentor: one.reference.clone(), word: String::new() });
            let wishes: Vec<TypedWish> = wishes.collect();
            // Whoever could not be listed can be wished for by nobody.
            for count in (1..=wishes.len()).rev() {
                let (session, of) = (session.clone(), of.clone());
                let wishes = wishes.iter().take(count).cloned().collect();
                let request = SetWishesRequest { session, of, seen: 0, wishes, avoid: String::new() };
                if door::call(&world, move |book| wishes::set(book, &request)).await.is_ok() {
                    break;
                }
            }
            let Some(mentee) = world.book.rows().records.get(&id).map(Rc::clone) else { return };
            let request = Seen { reference: mentee.reference.as_str().to_owned(), seen: mentee.version };
            let _ = door::call(&world, move |book| requests::ask_in_turn(book, &mentee, STAFF, &request)).await;
        });
    }

    /// Whoever got a letter about a request opens its link and says yes, most often, or no.
    pub(crate) fn answer_a_request(&mut self) {
        let world = Rc::clone(&self.world);
        let posted: Vec<_> = {
            let posted = world.posted.borrow();
            let asks = |fact| matches!(fact, Fact::RequestLetter | Fact::ChoiceLetter | Fact::RequestReminder);
            posted.iter().filter(|one| asks(one.fact)).map(|one| (one.id.clone(), one.letter.text.clone())).collect()
        };
        // Mostly the newest: the others are often over.
        let picked =
            world.dice.with(|chance| if chance.per_mille(700) { posted.last() } else { chance.pick(&posted) }.cloned());
        let Some((id, link)) = picked.and_then(|(id, text)| Some((id, link_in(&text)?))) else { return };
        let Some(mentee) = world.book.rows().records.get(&id).map(Rc::clone) else { return };
        let is_wondering = mentee.request().is_some_and(|request| request.stage == Stage::Wondering);
        let (yes, talks, session) = world.dice.with(|chance| {
            let talks = chance.per_mille(if is_wondering { 900 } else { 250 });
            (chance.per_mille(750), talks, Secret::from_random(chance.bytes()).hash())
        });
        self.launch("answering a request", async move {
            let request = OpenRequest { link: link.hash(), session: session.clone() };
            if door::call(&world, move |book| links::open(book, None, &request)).await.is_ok() {
                let last = mentee.requests.last();
                let asked_at = last.map_or(0, |request| request.asked_at);
                let of = mentee.reference.clone();
                if talks && last.is_some_and(|last| matches!(last.stage, Stage::Asked | Stage::Wondering)) {
                    let request = TalkRequest { session, of, asked_at, text: "Vad vill du?".to_owned() };
                    let _ = door::call(&world, move |book| requests::talk(book, &request)).await;
                    return;
                }
                let request = AnswerRequest { session, of, asked_at, yes };
                let _ = door::call(&world, move |book| requests::answer(book, &request)).await;
            }
        });
    }

    /// One of the records of a role.
    fn one_of(&self, role: Role, is_it: impl Fn(&Record) -> bool) -> Option<Rc<Record>> {
        let rows = self.world.book.rows();
        let found: Vec<_> = rows.records.values().filter(|one| one.role() == Some(role) && is_it(one)).collect();
        self.world.dice.with(|chance| chance.pick(&found).map(|record| Rc::clone(record)))
    }
}

/// Whatever is left to do until the mentor can be asked.
async fn list(world: &Rc<World>, mentor: &Record, places: u32) {
    if mentor.standing == Standing::Listed && mentor.mentor.is_some() {
        return;
    }
    let (mut seen, id) = (mentor.version, mentor.id.clone());
    for standing in [Standing::UnderReview, Standing::Listed] {
        let of = id.clone();
        let done: Result<Record, Problem> = door::call(world, move |book| {
            let deciding = Deciding { id: &of, seen, standing, by: STAFF, comment: None, letter: None };
            decide::decide(book, &deciding)
        })
        .await;
        seen = done.map_or(seen, |record| record.version);
        if standing == Standing::UnderReview {
            let typed = checked(seen, places);
            let of = id.clone();
            let set = door::call(world, move |book| mentors::set(book, &of, STAFF, &typed)).await;
            seen = set.map_or(seen, |record| record.version);
        }
    }
}
