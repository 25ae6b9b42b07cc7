//! Two thousand seeds of sixty steps each, and not one promise broken.

use simulation::Planted;
use simulation::simulate::many;

const SEEDS: u64 = 2000;
const STEPS: usize = 60;

#[test]
fn no_promise_is_broken_in_two_thousand_lives() {
    if let Some(report) = many(0..SEEDS, STEPS, Planted::Nothing) {
        panic!("\n{report}\n");
    }
}
