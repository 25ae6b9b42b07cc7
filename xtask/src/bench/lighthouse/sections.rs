//! What the visits found, as two sections: scores with bytes, and times beside the bare page; aims that were missed are named.

use anyhow::{Context as _, Result};

use super::Visited;
use super::run::Visit;
use crate::bench::load::median;
use crate::bench::table::{Section, grouped};

/// A page of text with all it fetches: about what the first round trips of a slow connection carry.
pub const TEXT_BYTES_MAX: u64 = 35_000;
/// The same of a form with its program.
pub const FORM_BYTES_MAX: u64 = 110_000;
const BLOCKING_MS_MAX: f64 = 50.0;
/// Times of the bare page that the portal's may take.
const LARGEST_PAINT_RATIO_MAX: f64 = 1.15;
const INTERACTIVE_RATIO_MAX: f64 = 2.2;
/// What this network carries in a millisecond: Lighthouse's slow 4G, 1.6 Mbit/s less a tenth.
const BYTES_A_MS: f64 = 184.0;
/// In the order of [`Visit::scores`].
const SCORES: [&str; 4] = ["performance", "accessibility", "practices", "search"];

pub fn of(visited: &[Visited]) -> Result<Vec<Section>> {
    let scores = [&SCORES[..], &["bytes"]].concat();
    let mut scores = Section::new(&scores, "of aim");
    let mut times = Section::new(&["FCP ms", "LCP ms", "TBT ms", "CLS", "interactive"], "LCP of bare");
    times.title("First visit, slow phone: times");
    for Visited { page, ours, bare } in visited {
        let (ours, bare) = (Middle::of(ours)?, Middle::of(bare)?);
        let missed = aim(&[missed_scores(&ours), missed_bytes(&ours, page.bytes_max)].concat());
        let of_aim = super::super::table::ratio(ours.bytes(), page.bytes_max);
        scores.row_with_aim(&page.path, ours.scores_and_bytes(), Some(of_aim), missed);
        scores.row("  bare", bare.scores_and_bytes(), None);
        let (largest, interactive) = (ours.largest / bare.largest, ours.interactive / bare.interactive);
        let missed = aim(&missed_times(&ours, &bare));
        let words = format!("interactive {interactive:.2} of bare; {missed}");
        times.row_with_aim(&page.path, ours.times(), Some(largest), words);
        times.row("  bare", bare.times(), Some(1.0));
        scores.note(lost_words(&page.path, &ours.lost));
    }
    if let Some(visit) = visited.iter().flat_map(|page| &page.ours).next() {
        times.note(format!("Each figure is the middle of {} visits; {}.", super::ROUNDS, visit.throttling));
    }
    times.note(
        "Aims: scores 100, CLS 0, TBT below 50, LCP 1.15 of bare, interactive 2.20 of bare, text 35 KB, form 110 KB.",
    );
    times.note("Bare: the words that are seen, with headings, lists and links, from the proxy's memory; ours come from the Worker.");
    times.note("The proxy compresses what is plain (brotli 4); it speaks HTTP/1.1 over kept connections, without TLS.");
    Ok(vec![scores, times])
}

/// The middle of each figure over all visits to a page.
struct Middle {
    scores: [Option<f64>; 4],
    first: f64,
    largest: f64,
    blocking: f64,
    shift: f64,
    interactive: f64,
    bytes: f64,
    /// What cost points in more than half of the visits.
    lost: Vec<String>,
}

impl Middle {
    fn of(visits: &[Visit]) -> Result<Self> {
        let middle = |figure: &dyn Fn(&Visit) -> f64| {
            median(visits.iter().map(figure).collect(), |value: &f64| *value).context("there was no visit")
        };
        let score = |index: usize| {
            let scores: Option<Vec<f64>> = visits.iter().map(|visit| visit.scores[index]).collect();
            scores.and_then(|scores| median(scores, |score| *score))
        };
        Ok(Self {
            scores: [0, 1, 2, 3].map(score),
            first: middle(&|visit| visit.first_paint_ms)?,
            largest: middle(&|visit| visit.largest_paint_ms)?,
            blocking: middle(&|visit| visit.blocking_ms)?,
            shift: middle(&|visit| visit.shift)?,
            interactive: middle(&|visit| visit.interactive_ms)?,
            bytes: middle(&|visit| visit.bytes)?,
            lost: lost_mostly(visits),
        })
    }

    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "bytes of files, counted in whole numbers"
    )]
    fn bytes(&self) -> u64 {
        self.bytes as u64
    }

    fn scores_and_bytes(&self) -> Vec<String> {
        let scores = self.scores.map(|score| score.map(|score| format!("{score:.0}")).unwrap_or_default());
        [scores.to_vec(), vec![grouped(self.bytes())]].concat()
    }

    fn times(&self) -> Vec<String> {
        let whole = |figure: f64| format!("{figure:.0}");
        let shift = if self.shift == 0.0 { "0".to_owned() } else { format!("{:.3}", self.shift) };
        vec![whole(self.first), whole(self.largest), whole(self.blocking), shift, whole(self.interactive)]
    }
}

fn lost_mostly(visits: &[Visit]) -> Vec<String> {
    let mut names: Vec<&String> = visits.iter().flat_map(|visit| &visit.lost).collect();
    names.sort();
    names.dedup();
    let times = |name: &String| visits.iter().filter(|visit| visit.lost.contains(name)).count();
    names.into_iter().filter(|name| times(name) * 2 > visits.len()).cloned().collect()
}

fn missed_scores(middle: &Middle) -> Vec<String> {
    let scores = SCORES.iter().zip(middle.scores);
    scores
        .filter_map(|(name, score)| {
            score.filter(|score| *score < 99.5).map(|score| format!("{name} {score:.0} of 100"))
        })
        .collect()
}

/// By how much, and so what it would take.
fn missed_bytes(middle: &Middle, bytes_max: u64) -> Vec<String> {
    let bytes = middle.bytes();
    let over = bytes.saturating_sub(bytes_max);
    let words = || format!("{} KB of {} (it takes {} bytes less)", bytes / 1000, bytes_max / 1000, grouped(over));
    if over > 0 { vec![words()] } else { Vec::new() }
}

fn missed_times(ours: &Middle, bare: &Middle) -> Vec<String> {
    let ratio = |name: &str, ours: f64, bare: f64, max: f64| {
        let over_ms = ours - max * bare;
        let kilobytes = over_ms * BYTES_A_MS / 1000.0;
        let words = || {
            format!(
                "{name} {:.2} of {max:.2} (it takes {over_ms:.0} ms less, in which this network carries {kilobytes:.0} KB)",
                ours / bare
            )
        };
        (over_ms > 0.0).then(words)
    };
    let blocking = || {
        format!("TBT {:.0} ms of {BLOCKING_MS_MAX:.0} (it takes shorter pieces of work in the program)", ours.blocking)
    };
    let shift = || format!("CLS {:.3} of 0 (it takes a place that is kept for what comes later)", ours.shift);
    [
        ratio("LCP", ours.largest, bare.largest, LARGEST_PAINT_RATIO_MAX),
        ratio("interactive", ours.interactive, bare.interactive, INTERACTIVE_RATIO_MAX),
        (ours.blocking >= BLOCKING_MS_MAX).then(blocking),
        (ours.shift > 0.0).then(shift),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn aim(missed: &[String]) -> String {
    if missed.is_empty() { "aims met".to_owned() } else { format!("MISSED: {}", missed.join(", ")) }
}

fn lost_words(path: &str, lost: &[String]) -> String {
    if lost.is_empty() {
        return format!("{path} loses no point.");
    }
    let why = |name: &String| match name.as_str() {
        "seo: is-crawlable" => {
            format!("{name} (every page of a form says noindex; it would take that search engines list them)")
        }
        _ => name.clone(),
    };
    format!("{path} loses points for {}.", lost.iter().map(why).collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::lighthouse::Page;
    use crate::bench::table::written;

    fn visit(largest_paint_ms: f64, search: f64) -> Visit {
        Visit {
            scores: [Some(100.0), Some(100.0), Some(100.0), Some(search)],
            first_paint_ms: 700.0,
            largest_paint_ms,
            blocking_ms: 0.0,
            shift: 0.0,
            interactive_ms: 700.0,
            bytes: 36_000.0,
            lost: if search < 100.0 { vec!["seo: is-crawlable".to_owned()] } else { Vec::new() },
            throttling: "slow".to_owned(),
        }
    }

    fn text(ours: Vec<Visit>) -> String {
        let page = Page { path: "/en".to_owned(), bytes_max: TEXT_BYTES_MAX };
        let bare = vec![visit(700.0, 100.0)];
        written(&of(&[Visited { page, ours, bare }]).unwrap())
    }

    #[test]
    fn what_misses_an_aim_is_named_and_what_meets_it_is_not() {
        let missed = text(vec![visit(840.0, 63.0)]);
        assert!(missed.contains("MISSED: search 63 of 100, 36 KB of 35 (it takes 1,000 bytes less)"), "{missed}");
        let words = "LCP 1.20 of 1.15 (it takes 35 ms less, in which this network carries 6 KB)\n";
        assert!(missed.contains(&format!("interactive 1.00 of bare; MISSED: {words}")), "{missed}");
        assert!(missed.contains("/en loses points for seo: is-crawlable"), "{missed}");
        let met = text(vec![visit(790.0, 100.0)]);
        assert!(met.contains("1.13  interactive 1.00 of bare; aims met"), "{met}");
        assert!(met.contains("/en loses no point."), "{met}");
    }

    #[test]
    fn a_page_that_is_late_and_moves_says_by_how_much() {
        let late = Visit { interactive_ms: 1820.0, blocking_ms: 64.0, shift: 0.012, ..visit(700.0, 100.0) };
        let missed = text(vec![late]);
        for words in ["interactive 2.60 of 2.20 (it takes 280 ms less", "TBT 64 ms of 50 (", "CLS 0.012 of 0 ("] {
            assert!(missed.contains(words), "{missed}");
        }
    }

    #[test]
    fn one_disturbed_visit_changes_no_figure() {
        let calm = text(vec![visit(700.0, 100.0), visit(701.0, 100.0), visit(702.0, 100.0)]);
        let disturbed = text(vec![visit(700.0, 100.0), visit(9000.0, 40.0), visit(701.0, 100.0)]);
        assert_eq!(calm, disturbed);
    }
}
