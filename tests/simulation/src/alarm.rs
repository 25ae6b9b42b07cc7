//! The ledger's alarm as `functions/ledger` has it: the outbox, and from time to time the spool and a rotation of keys.

use crate::world::World;
use domain::call::Millis;
use domain::ledger::{Copies as _, Names, Office as _, copy_name, log, opening, rotate, sweep, willing, work};
use std::rc::Rc;

/// After storage has failed.
const AGAIN_MS: Millis = 60_000;

/// When it rings next (true time). Where the spool holds nothing that could be taken up, looking into it is left out: it
/// would change nothing (no file opens a programme meanwhile), and months pass faster.
pub fn next(world: &World) -> Option<Millis> {
    let outbox = world.book.rows().due_next().map(|at| if at == 0 { 0 } else { world.clock.real_of(at) });
    let rotation = rotate::read(&world.book).unwrap_or_default();
    let is_rotating = !rotation.is_over || rotation.key != world.at_ledger.sealing_key();
    let spool = (is_rotating || has_something_to_take_up(world)).then(|| world.sweep_at.get());
    outbox.into_iter().chain(spool).chain(world.rotate_at.get()).min()
}

fn has_something_to_take_up(world: &World) -> bool {
    let rows = world.book.rows();
    let is_erased = |name: &str| copy_name::parse_spooled(name).is_some_and(|name| rows.erasures.contains_key(name));
    let spooled = world.kv.list(copy_name::SPOOL, Millis::MAX, None, usize::MAX);
    spooled.iter().any(|name| !rows.aside.contains_key(name) || is_erased(name))
}

pub async fn ring(world: Rc<World>) {
    if !world.is_founded().await || work::work(&*world, None, &|| false).await.is_err() {
        return;
    }
    let now = world.clock.real();
    let is_due = world.sweep_at.get() <= now || world.rotate_at.get().is_some_and(|at| at <= now);
    if !is_due {
        return;
    }
    let pause_ms = match sweep::sweep(&*world).await {
        Ok(true) => 0,
        Ok(false) => sweep::PAUSE_MS,
        Err(_) => AGAIN_MS,
    };
    world.sweep_at.set(world.clock.real() + pause_ms);
    match rotate::step(&*world).await {
        Ok(next) => world.rotate_at.set(next.map(|at| world.clock.real_of(at).max(world.clock.real()))),
        Err(_) => world.rotate_at.set(Some(world.clock.real() + AGAIN_MS)),
    }
    let arrange = |book: &crate::book::MemoryBook| {
        opening::announce_releases(book, true)?;
        willing::arrange(book)?;
        log::seal(book)
    };
    if world.atomically(arrange).await.is_err() {
        world.sweep_at.set(world.clock.real() + AGAIN_MS);
    }
}

/// The name under which a record's copies are kept.
pub fn record_name(world: &World, id: &domain::call::DraftId) -> String {
    world.names.record_name(id.as_str())
}
