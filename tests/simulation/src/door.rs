//! What `functions/api` does between a phone and the ledger: checks, hands over, and spools while the ledger is away.

use crate::book::MemoryBook;
use crate::people;
use crate::world::World;
use domain::call::{FindRequest, Receipt, SendRequest};
use domain::ledger::{Book as _, Decided, Office, opening, receive, spool};
use domain::problem::{FaultKind, Problem};
use std::rc::Rc;

/// One send, as a phone makes it; the answer may be lost on its way back.
pub async fn send(world: Rc<World>, phone: Option<usize>, request: SendRequest) {
    let answer = receive(&world, &request).await;
    world.watch.borrow_mut().answered(&world, &request, &answer);
    if world.dice.happens(|weather| weather.answer_lost) {
        return;
    }
    if let Some((phone, (id, _))) = phone.zip(request.keys().ok()) {
        people::hear(&world, phone, &id, &answer);
    }
}

/// A phone that sent and heard nothing: it asks first, and sends the same again where nothing is known.
pub async fn settle(world: Rc<World>, phone: usize, request: SendRequest) {
    let question = FindRequest { id: request.id.clone(), receipt_hash: request.receipt_hash.clone() };
    match find(&world, &question).await {
        Ok(Some(receipt)) => {
            let answer = Ok(receipt);
            world.watch.borrow_mut().found(&world, &request, &answer);
            if let Ok((id, _)) = request.keys() {
                people::hear(&world, phone, &id, &answer);
            }
        }
        Ok(None) => send(world, Some(phone), request).await,
        Err(_) => {}
    }
}

/// A call that reaches the ledger when nobody waits for its answer any more.
pub async fn arrive(world: Rc<World>, request: SendRequest) {
    let names = world.names.clone();
    let _ = call(&world, move |book| receive::send(book, &names, &request, true, u32::MAX)).await;
}

async fn receive(world: &Rc<World>, request: &SendRequest) -> Result<Receipt, Problem> {
    let faults = request.draft.check().err().unwrap_or_default();
    if faults.iter().any(|fault| fault.kind != FaultKind::OtherNotice) {
        return Err(Problem::Faults { faults });
    }
    let (names, sent) = (world.names.clone(), request.clone());
    if world.dice.happens(|weather| weather.call_late) {
        // The door gives up waiting, and the ledger does it all the same.
        let later = world.dice.with(|chance| chance.between(500, 60_000));
        world.late.borrow_mut().push((world.clock.real() + later, request.clone()));
        return spooled(world, request).await;
    }
    match call(world, move |book| receive::send(book, &names, &sent, true, u32::MAX)).await {
        Err(Problem::Unreachable) => spooled(world, request).await,
        answered => answered.map(|sent| sent.receipt),
    }
}

async fn spooled(world: &Rc<World>, request: &SendRequest) -> Result<Receipt, Problem> {
    let last_known = world.last_heard.borrow().get(&request.draft.programme).map(|version| version.live.clone());
    // A Worker of its own, with a clock of its own.
    let now = world.clock.real();
    spool::put(&world.at_door, &world.names, request, last_known, now, true).await
}

async fn find(world: &Rc<World>, question: &FindRequest) -> Result<Option<Receipt>, Problem> {
    let asked = question.clone();
    match ask(world, move |book| receive::find(book, &asked)).await {
        Err(Problem::Unreachable) => spool::find(&world.at_door, &world.names, question).await.map(Some),
        answered => answered,
    }
}

/// As [`ask`], for what changes something: now and then it arrives twice, and the second time changes nothing more.
pub async fn call<T: 'static>(
    world: &Rc<World>,
    work: impl FnOnce(&MemoryBook) -> Decided<T> + Clone + 'static,
) -> Result<T, Problem> {
    let answer = ask(world, work.clone()).await;
    if world.dice.happens(|weather| weather.call_twice) && !world.is_away() && world.is_founded().await {
        arrive_again(world, work, answer.is_ok()).await;
    }
    answer
}

async fn arrive_again<T: 'static>(
    world: &World,
    work: impl FnOnce(&MemoryBook) -> Decided<T> + 'static,
    is_done: bool,
) {
    let (done, then) = (world.book.snapshot(), world.clock.now());
    let repeated = world.atomically(move |book| {
        // It may have been halted on its way; then something else may have happened since, which it has to meet.
        let is_next = is_done && book.now() == then && *book.rows() == done;
        book.mistakes.again(|| work(book))?.ok();
        Ok(is_next && *book.rows() != done)
    });
    let repeated = repeated.await;
    let mut watch = world.watch.borrow_mut();
    watch.has_met_a_repeated_call |= repeated.is_ok();
    if repeated == Ok(true) {
        watch.fail("a call that arrives twice is carried out once", "rows changed the second time");
    }
}

/// A call to the ledger: it may not arrive, and its answer may not come back.
pub async fn ask<T: 'static>(
    world: &Rc<World>,
    work: impl FnOnce(&MemoryBook) -> Decided<T> + 'static,
) -> Result<T, Problem> {
    world.points.pass().await;
    if world.is_away() || world.dice.happens(|weather| weather.call_lost) {
        return Err(Problem::Unreachable);
    }
    if !world.is_founded().await {
        return Err(Problem::Unreachable);
    }
    let decided = world.atomically(work).await.map_err(|_| Problem::Unreachable)?;
    if world.dice.happens(|weather| weather.answer_lost) {
        return Err(Problem::Unreachable);
    }
    hear_of_programmes(world);
    decided
}

/// Now and then the door asks what stands.
fn hear_of_programmes(world: &World) {
    if world.dice.with(crate::chance::Chance::half)
        && let Ok(Ok(reply)) = world.look(|book| opening::read_all(book, true))
    {
        let heard = reply.programmes.into_iter().map(|version| (version.programme.clone(), version));
        *world.last_heard.borrow_mut() = heard.collect();
    }
}
