//! Two thousand seeds of sixty steps each, and not one promise broken.

use simulation::Planted;
use simulation::reached;
use simulation::simulate::{many, run};
use simulation::steps::plan;

const SEEDS: u64 = 2000;
const STEPS: usize = 60;

#[test]
fn no_promise_is_broken_in_two_thousand_lives() {
    if let Some(report) = many(0..SEEDS, STEPS, Planted::Nothing) {
        panic!("\n{report}\n");
    }
}

#[test]
fn lives_come_to_everything_that_they_are_meant_to_try() {
    let lives: Vec<_> =
        (0..SEEDS / 5).map(|seed| run(seed, &plan(seed, STEPS), Planted::Nothing, false).reached).collect();
    for what in reached::ALL {
        let count = lives.iter().filter(|life| life.contains(what)).count();
        println!("{count:4} {what}");
        assert!(count >= 4, "{what}: only in {count} of {} lives", lives.len());
    }
}
