//! One visit by Lighthouse, in a browser of its own that has seen nothing yet, and what its report says.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::project::Project;

/// As the journeys start it.
const CHROMIUM_FLAGS: &str = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync";

/// On a busy machine Lighthouse now and then finds no beginning in what it recorded, and asks to be run again.
const TRIES: u32 = 3;

/// What is asked of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Categories {
    All,
    Performance,
}

/// Lighthouse's categories in the order of [`Visit::scores`].
const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

/// How pages are visited.
pub struct Lighthouse<'a> {
    pub project: &'a Project,
    pub chromium: &'a Path,
    /// Where each report is written, over the one before it.
    pub report: PathBuf,
}

/// What one visit found.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    /// Of 100; none where the category was not asked for.
    pub scores: [Option<f64>; 4],
    pub first_paint_ms: f64,
    pub largest_paint_ms: f64,
    pub blocking_ms: f64,
    pub shift: f64,
    pub interactive_ms: f64,
    /// Heads and bodies of everything fetched, as they came over the wire.
    pub bytes: f64,
    /// What cost points, such as `seo: is-crawlable`.
    pub lost: Vec<String>,
    /// The throttling that Lighthouse says it applied.
    pub throttling: String,
}

impl Lighthouse<'_> {
    /// Lighthouse's own slow phone, with the network and the processor really slowed down, not reckoned afterwards.
    pub fn visit(&self, url: &str, categories: Categories) -> Result<Visit> {
        for number in 1..TRIES {
            match self.visit_once(url, categories) {
                Ok(visit) => return Ok(visit),
                Err(problem) => eprintln!("        try {number} of {TRIES} gave nothing: {problem:#}"),
            }
        }
        self.visit_once(url, categories)
    }

    fn visit_once(&self, url: &str, categories: Categories) -> Result<Visit> {
        let mut command = Command::new("node");
        command
            .arg(self.project.path("node_modules/lighthouse/cli/index.js"))
            .arg(url)
            .args(["--output=json", "--quiet", "--no-enable-error-reporting"])
            .args(["--form-factor=mobile", "--throttling-method=devtools", "--disable-full-page-screenshot"])
            .arg(format!("--output-path={}", self.report.display()))
            .arg(format!("--chrome-flags={CHROMIUM_FLAGS}"))
            .env("CHROME_PATH", self.chromium)
            .current_dir(self.project.root());
        if categories == Categories::Performance {
            command.arg("--only-categories=performance");
        }
        let log = self.report.with_extension("log");
        crate::run::logged(&mut command, &log).with_context(|| format!("Lighthouse at {url}"))?;
        let report = serde_json::from_slice(&fs::read(&self.report)?).context("Lighthouse's report is not JSON")?;
        Visit::read(&report).with_context(|| format!("in the report of {url}"))
    }
}

impl Visit {
    fn read(report: &Value) -> Result<Self> {
        if let Some(code) = report["runtimeError"]["code"].as_str() {
            bail!("Lighthouse could not visit the page: {code}");
        }
        let figure = |name: &str| {
            report["audits"][name]["numericValue"].as_f64().with_context(|| format!("there is no figure for {name}"))
        };
        let score = |category: &str| match &report["categories"][category] {
            Value::Null => Ok(None),
            found => {
                found["score"].as_f64().map(|score| Some(score * 100.0)).context(format!("{category} has no score"))
            }
        };
        let [performance, accessibility, practices, search] = CATEGORIES;
        Ok(Self {
            scores: [score(performance)?, score(accessibility)?, score(practices)?, score(search)?],
            first_paint_ms: figure("first-contentful-paint")?,
            largest_paint_ms: figure("largest-contentful-paint")?,
            blocking_ms: figure("total-blocking-time")?,
            shift: figure("cumulative-layout-shift")?,
            interactive_ms: figure("interactive")?,
            bytes: figure("total-byte-weight")?,
            lost: CATEGORIES.into_iter().flat_map(|category| lost(report, category)).collect(),
            throttling: throttling(report)?,
        })
    }
}

/// The audits of a category that weigh something and were not passed in full.
fn lost(report: &Value, category: &str) -> Vec<String> {
    let audits = report["categories"][category]["auditRefs"].as_array().into_iter().flatten();
    audits
        .filter(|audit| audit["weight"].as_f64().is_some_and(|weight| weight > 0.0))
        .filter_map(|audit| audit["id"].as_str())
        .filter(|id| report["audits"][id]["score"].as_f64().is_some_and(|score| score < 1.0))
        .map(|id| format!("{category}: {id}"))
        .collect()
}

fn throttling(report: &Value) -> Result<String> {
    let settings = &report["configSettings"];
    if settings["throttlingMethod"] != "devtools" {
        bail!("the throttling was not applied");
    }
    let figure = |name: &str| {
        let found = settings["throttling"][name].as_f64();
        found.with_context(|| format!("the throttling does not say its {name}"))
    };
    Ok(format!(
        "{:.0} kbit/s down, {:.0} up, {:.1} ms before each answer, processor {:.0} times slower",
        figure("downloadThroughputKbps")?,
        figure("uploadThroughputKbps")?,
        figure("requestLatencyMs")?,
        figure("cpuSlowdownMultiplier")?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn report() -> Value {
        let figure = |value: f64| json!({ "numericValue": value, "score": 1 });
        json!({
            "configSettings": {
                "throttlingMethod": "devtools",
                "throttling": {
                    "downloadThroughputKbps": 1474.56, "uploadThroughputKbps": 675,
                    "requestLatencyMs": 562.5, "cpuSlowdownMultiplier": 4,
                },
            },
            "categories": {
                "performance": { "score": 1, "auditRefs": [{ "id": "total-blocking-time", "weight": 30 }] },
                "seo": { "score": 0.63, "auditRefs": [
                    { "id": "is-crawlable", "weight": 4 }, { "id": "hreflang", "weight": 1 }, { "id": "bf-cache", "weight": 0 },
                ] },
            },
            "audits": {
                "first-contentful-paint": figure(774.2), "largest-contentful-paint": figure(774.2),
                "total-blocking-time": figure(6.3), "cumulative-layout-shift": figure(0.0),
                "interactive": figure(2042.5), "total-byte-weight": figure(157_978.0),
                "is-crawlable": { "score": 0 }, "hreflang": { "score": 1 }, "bf-cache": { "score": 0 },
            },
        })
    }

    #[test]
    fn a_report_gives_figures_and_names_what_cost_points() {
        let visit = Visit::read(&report()).unwrap();
        assert_eq!(visit.scores, [Some(100.0), None, None, Some(63.0)]);
        assert_eq!((visit.largest_paint_ms, visit.bytes), (774.2, 157_978.0));
        assert_eq!(visit.lost, ["seo: is-crawlable"]);
        let words = "1475 kbit/s down, 675 up, 562.5 ms before each answer, processor 4 times slower";
        assert_eq!(visit.throttling, words);
    }

    #[test]
    fn a_visit_that_failed_or_was_not_slowed_down_is_no_visit() {
        for (place, value) in [
            ("/audits/interactive/numericValue", Value::Null),
            ("/categories/seo/score", Value::Null),
            ("/configSettings/throttlingMethod", json!("simulate")),
        ] {
            let mut bad = report();
            *bad.pointer_mut(place).unwrap() = value;
            assert!(Visit::read(&bad).is_err(), "{place}");
        }
        let mut bad = report();
        bad["runtimeError"] = json!({ "code": "NO_FCP" });
        assert!(Visit::read(&bad).is_err());
    }
}
