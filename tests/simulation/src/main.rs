//! Long simulations, for `cargo xtask simulate`: how many seeds, from which on, of how many steps.

use simulation::Planted;
use simulation::simulate::{many, seed_here};
use std::process::ExitCode;
use std::time::Instant;

/// Seeds between two lines that say how far it is.
const BATCH: u64 = 2000;

fn main() -> ExitCode {
    let numbers: Vec<u64> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let [seeds, first, steps] = numbers[..] else {
        eprintln!("error: three numbers are needed: how many seeds, the first of them, steps of each");
        return ExitCode::FAILURE;
    };
    std::panic::set_hook(Box::new(|panic| eprintln!("seed {}: {panic}", seed_here())));
    let (start, end) = (Instant::now(), first.saturating_add(seeds));
    let mut next = first;
    while next < end {
        let batch = next..next.saturating_add(BATCH).min(end);
        next = batch.end;
        if let Some(report) = many(batch, usize::try_from(steps).unwrap_or(usize::MAX), Planted::Nothing) {
            println!("{report}");
            return ExitCode::FAILURE;
        }
        println!("{} seeds of {steps} steps in {} s: every promise holds", next - first, start.elapsed().as_secs());
    }
    ExitCode::SUCCESS
}
