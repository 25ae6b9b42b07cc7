//! What goes wrong and how often, and the dice that decide it.

use crate::chance::Chance;
use std::cell::{Cell, RefCell};

/// How often each fault happens, of a thousand times that it could.
#[derive(Clone, Copy, Debug, Default)]
pub struct Weather {
    /// A call never arrives.
    pub call_lost: u32,
    /// It was carried out and nobody hears the answer.
    pub answer_lost: u32,
    /// It arrives when nobody waits for it any more.
    pub call_late: u32,
    /// It arrives twice, one after the other.
    pub call_twice: u32,
    /// KV answers with what stood up to a minute ago.
    pub kv_stale: u32,
    /// KV refuses (429), before anything is done.
    pub kv_refuses: u32,
    /// KV has done it and says that it failed.
    pub kv_fails_after: u32,
    /// KV says that it failed, and does it some seconds later.
    pub kv_late: u32,
    pub kv_short_pages: u32,
    pub mail_fails: u32,
    /// It may or may not have gone.
    pub mail_unknown: u32,
    pub mail_refuses: u32,
    /// An effect takes longer than it may.
    pub effect_cut_off: u32,
    pub transaction_fails: u32,
    /// A row cannot be read or written; the transaction around it does not hold.
    pub row_fails: u32,
    /// Work stops between two effects, and something else goes on first.
    pub pause: u32,
    /// Of paused work: it never goes on.
    pub crash: u32,
    pub alarm_late: u32,
}

impl Weather {
    pub const CALM: Self = Self {
        call_lost: 0,
        answer_lost: 0,
        call_late: 0,
        call_twice: 0,
        kv_stale: 0,
        kv_refuses: 0,
        kv_fails_after: 0,
        kv_late: 0,
        kv_short_pages: 0,
        mail_fails: 0,
        mail_unknown: 0,
        mail_refuses: 0,
        effect_cut_off: 0,
        transaction_fails: 0,
        row_fails: 0,
        pause: 0,
        crash: 0,
        alarm_late: 0,
    };

    /// Every fault has a severity of its own, so that one seed is all storms and the next has a single thing wrong.
    pub fn of(chance: &mut Chance) -> Self {
        let crash = [200, 500, 900][chance.below(3)];
        let mut draw = |often: u32| [0, 0, often / 4, often, often * 2][chance.below(5)];
        Self {
            call_lost: draw(80),
            answer_lost: draw(80),
            call_late: draw(60),
            call_twice: draw(80),
            kv_stale: draw(150),
            kv_refuses: draw(100),
            kv_fails_after: draw(60),
            kv_late: draw(40),
            kv_short_pages: draw(300),
            mail_fails: draw(100),
            mail_unknown: draw(60),
            mail_refuses: draw(30),
            effect_cut_off: draw(60),
            transaction_fails: draw(40),
            row_fails: draw(8),
            pause: draw(200),
            crash,
            alarm_late: draw(200),
        }
    }
}

/// The chance of the present step, and the weather it is drawn in.
pub struct Dice {
    chance: RefCell<Chance>,
    weather: Cell<Weather>,
}

impl Dice {
    pub const fn new() -> Self {
        Self { chance: RefCell::new(Chance::of(0)), weather: Cell::new(Weather::CALM) }
    }

    /// Each step has a seed of its own: leaving one out leaves the others as they were.
    pub fn begin(&self, seed: u64) {
        *self.chance.borrow_mut() = Chance::of(seed);
    }

    pub fn set(&self, weather: Weather) {
        self.weather.set(weather);
    }

    pub fn weather(&self) -> Weather {
        self.weather.get()
    }

    pub fn happens(&self, fault: impl Fn(&Weather) -> u32) -> bool {
        self.chance.borrow_mut().per_mille(fault(&self.weather.get()))
    }

    pub fn with<T>(&self, draw: impl FnOnce(&mut Chance) -> T) -> T {
        draw(&mut self.chance.borrow_mut())
    }
}

impl Default for Dice {
    fn default() -> Self {
        Self::new()
    }
}
