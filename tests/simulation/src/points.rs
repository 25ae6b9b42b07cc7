//! Points between effects, at which work can be halted, cut off or lost; and the clock that all of it is told by.

use domain::call::Millis;
use std::cell::Cell;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// Work under way.
pub type Work = Pin<Box<dyn Future<Output = ()>>>;

/// How many points may still be passed.
#[derive(Default)]
pub struct Points {
    /// Of the work that is being driven; without limit where there is none.
    left: Cell<Option<u32>>,
    /// Of the effect that is being carried out.
    pub cut: Cell<Option<u32>>,
}

impl Points {
    /// Ready at once, unless the work is to stop here.
    pub async fn pass(&self) {
        poll_fn(|_| {
            for limit in [&self.cut, &self.left] {
                if limit.get() == Some(0) {
                    return Poll::Pending;
                }
            }
            for limit in [&self.cut, &self.left] {
                limit.set(limit.get().map(|left| left - 1));
            }
            Poll::Ready(())
        })
        .await;
    }

    /// Drives work past at most so many points; says whether it has ended.
    pub fn drive(&self, work: &mut Work, points_max: Option<u32>) -> bool {
        self.left.set(points_max);
        let ended = work.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready();
        self.left.set(None);
        ended
    }
}

/// The true time, which only goes forward, and the one that the ledger reads, which may be moved a little.
#[derive(Default)]
pub struct Clock {
    real: Cell<Millis>,
    moved: Cell<Millis>,
}

/// 2026-11-23, 10.00 in Stockholm.
pub const BEGINNING: Millis = 1_795_424_400_000;
/// A lease lasts 60 s and an effect 20: so far the ledger's clock may move without the one outliving the other.
pub const MOVED_MAX_MS: Millis = 8000;

impl Clock {
    pub const fn new() -> Self {
        Self { real: Cell::new(BEGINNING), moved: Cell::new(0) }
    }

    pub fn real(&self) -> Millis {
        self.real.get()
    }

    /// As the ledger reads it.
    pub fn now(&self) -> Millis {
        self.real.get() + self.moved.get()
    }

    /// The true time at which the ledger reads that one.
    pub fn real_of(&self, at: Millis) -> Millis {
        at - self.moved.get()
    }

    pub fn forward(&self, millis: Millis) {
        self.real.set(self.real.get() + millis.max(0));
    }

    pub fn forward_to(&self, real: Millis) {
        self.real.set(self.real.get().max(real));
    }

    pub fn move_by(&self, moved: Millis) {
        self.moved.set(moved.clamp(-MOVED_MAX_MS, MOVED_MAX_MS));
    }
}

/// What a future comes to that never waits.
///
/// # Panics
/// Where it does wait: then something was to be halted that cannot be.
pub fn at_once<T>(future: impl Future<Output = T>) -> T {
    match std::pin::pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("it waits, and nothing would wake it"),
    }
}
