//! Made-up mentors and applications, sent the way a phone sends them, so that a newcomer sees a living portal.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};

use crate::project::Project;
use crate::serve::Server;

/// People who do not exist, at example.org. A test sends each through the rules of `domain`.
const PEOPLE: &str = include_str!("../samples/people.json");
const PROGRAMME: &str = "ki-alumni";
/// The path of the call `SendApplication`.
const PATH: &str = "/api/applications";

/// Sends all of them, the first time this state folder is asked to.
pub fn send_once(server: &Server) -> Result<()> {
    let note = server.state().join("sample-sent");
    if note.exists() {
        eprintln!("the made-up applications are already in {}", server.state().display());
        return Ok(());
    }
    let requests = requests(&Project::here()?.path(format!("programmes/{PROGRAMME}.toml")))?;
    for request in &requests {
        send(server.address(), request)?;
    }
    fs::write(&note, "")?;
    eprintln!("sent {} made-up applications", requests.len());
    Ok(())
}

/// The bodies of the calls. Ids are fixed, so that sending again after a broken run makes no second record.
pub fn requests(programme_file: &Path) -> Result<Vec<Value>> {
    let text =
        fs::read_to_string(programme_file).with_context(|| format!("cannot read {}", programme_file.display()))?;
    let programme: Value = toml::from_str(&text)?;
    let notice = programme["notice"]["version"].as_str().context("the programme's notice has no version")?;
    let people: Vec<Value> = serde_json::from_str(PEOPLE)?;
    let request = |(index, person): (usize, &Value)| {
        json!({
            "id": format!("{:032x}", index + 1),
            "receipt_hash": format!("{:064x}", index + 1),
            "draft": {
                "programme": PROGRAMME,
                "role": person["role"],
                "language": person["language"],
                "notice": notice,
                "answers": person["answers"],
            },
        })
    };
    Ok(people.iter().enumerate().map(request).collect())
}

/// Who may sign in at the desk of a portal in development.
pub const STAFF: &str = "staff@example.org";

/// Asks for a link to the desk, as the form does: it works once, for 15 minutes.
pub fn desk_link(address: &str) -> Result<String> {
    let post = |path: &str| {
        agent().post(format!("{address}{path}")).header("Sec-Fetch-Site", "same-origin").header("X-Portal", "1")
    };
    post("/desk/sign-in").send_form([("email", STAFF)])?;
    post("/dev/alarm").header("Content-Type", "application/json").send("{}")?;
    link_to(address, STAFF)
}

/// The link in the newest letter to somebody.
pub fn link_to(address: &str, to: &str) -> Result<String> {
    let letters: Vec<Value> =
        serde_json::from_str(&agent().get(format!("{address}/dev/letters.json")).call()?.body_mut().read_to_string()?)?;
    let newest = letters.iter().rev().find(|letter| letter["to"] == to).context("no link was sent")?;
    let text = newest["text"].as_str().unwrap_or_default();
    let link = text.split_whitespace().find(|word| word.contains("/l/")).context("the letter has no link")?;
    Ok(link.to_owned())
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().new_agent()
}

fn send(address: &str, request: &Value) -> Result<()> {
    let mut answer = agent()
        .post(format!("{address}{PATH}"))
        .header("Content-Type", "application/json")
        .header("Sec-Fetch-Site", "same-origin")
        .header("X-Portal", "1")
        .send(request.to_string())?;
    if !answer.status().is_success() {
        let words = answer.body_mut().read_to_string().unwrap_or_default();
        bail!("a made-up application was answered {}: {words}", answer.status());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::call::{Call as _, SendApplication, SendRequest};

    #[test]
    fn every_made_up_application_is_one_that_the_rules_accept() {
        let programme = Project::here().unwrap().path(format!("programmes/{PROGRAMME}.toml"));
        assert_eq!(SendApplication::PATH, PATH);
        for body in requests(&programme).unwrap() {
            let request: SendRequest = serde_json::from_value(body.clone()).unwrap();
            assert!(request.keys().is_ok(), "{body}");
            assert_eq!(request.draft.check().err(), None, "{body}");
            assert!(body["draft"]["answers"]["email"][0].as_str().unwrap().ends_with("@example.org"), "{body}");
        }
    }
}
