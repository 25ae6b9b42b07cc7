//! What the runners say about how many tests passed and failed.

use std::ops::AddAssign;

/// Tests that ran, by outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: u32,
    pub failed: u32,
}

impl AddAssign for Count {
    fn add_assign(&mut self, more: Self) {
        self.passed += more.passed;
        self.failed += more.failed;
    }
}

impl Count {
    /// A runner that ends badly without naming a failed test has failed all the same, and so has one that ran nothing.
    pub fn with_ending(self, is_success: bool) -> Self {
        let ran_nothing = self.passed + self.failed == 0;
        let hides_failure = !is_success && self.failed == 0;
        if ran_nothing || hides_failure { Self { failed: self.failed + 1, ..self } } else { self }
    }
}

/// Reads a line such as `test result: ok. 18 passed; 0 failed; 0 ignored; …`.
pub fn libtest(line: &str) -> Count {
    let Some(sums) = line.trim().strip_prefix("test result: ") else {
        return Count::default();
    };
    Count { passed: number_before(sums, " passed"), failed: number_before(sums, " failed") }
}

/// Reads lines of node's summary, such as `ℹ pass 12`, in either of its two styles. What was cancelled has failed.
pub fn node(line: &str) -> Count {
    let line = line.trim();
    let Some(words) = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# ")) else {
        return Count::default();
    };
    let number = |name: &str| words.strip_prefix(name).and_then(|rest| rest.trim().parse().ok()).unwrap_or(0);
    Count { passed: number("pass "), failed: number("fail ") + number("cancelled ") }
}

fn number_before(text: &str, word: &str) -> u32 {
    let before = text.split(word).next().unwrap_or_default();
    before.rsplit(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(lines: &str, reader: fn(&str) -> Count) -> Count {
        let mut sum = Count::default();
        for line in lines.lines() {
            sum += reader(line);
        }
        sum
    }

    #[test]
    fn cargo_results_of_several_programs_are_added() {
        let said = "running 2 tests\ntest a ... ok\ntest result: ok. 18 passed; 0 failed; 1 ignored; 0 measured\n\
                    test result: FAILED. 3 passed; 2 failed; 0 ignored\n";
        assert_eq!(sum(said, libtest), Count { passed: 21, failed: 2 });
    }

    #[test]
    fn node_summaries_are_read_in_both_styles() {
        let said = "✔ pass 99 of something\nℹ tests 9\nℹ pass 6\nℹ fail 1\nℹ cancelled 2\nℹ skipped 0\n";
        assert_eq!(sum(said, node), Count { passed: 6, failed: 3 });
        assert_eq!(sum("# pass 4\n# fail 0", node), Count { passed: 4, failed: 0 });
    }

    #[test]
    fn running_nothing_or_ending_badly_is_a_failure() {
        let none = Count::default();
        let good = Count { passed: 3, failed: 0 };
        let bad = Count { passed: 3, failed: 1 };
        assert_eq!(none.with_ending(true).failed, 1);
        assert_eq!(good.with_ending(false).failed, 1);
        assert_eq!(bad.with_ending(false), bad);
        assert_eq!(good.with_ending(true), good);
    }
}
