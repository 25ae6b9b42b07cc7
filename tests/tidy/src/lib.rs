//! The rules of the house that a machine can hold, each as a test on the checkout and a test that the rule can fail.
//!
//! A rule is a function from files to findings; a finding is one line that names file, line and what to do.

pub mod checkout;
pub mod code;
pub mod dependencies;
pub mod files;
pub mod languages;
pub mod lists;
pub mod names;
pub mod outside;
pub mod rooms;
pub mod rust;
pub mod sentences;
pub mod style;
pub mod unused;
pub mod views;

/// Ends the test with all findings at once.
#[cfg(test)]
fn assert_tidy(findings: &[String]) {
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}
