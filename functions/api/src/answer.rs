//! What the Worker says by itself: JSON, problems, redirects, each with the strict headers.

use crate::ask::Ask;
use crate::document;
use domain::call::SendRequest;
use domain::fills::Fills;
use domain::problem::{Fault, FaultJson, FaultKind, Problem, ProblemJson};
use domain::text::Language;
use domain::words;
use serde::Serialize;
use worker::{Headers, Response, Result};

/// Of every answer that is not a file; files have theirs from `_headers`. Such an answer is never a page, so it may load
/// nothing and stand in no frame.
const STRICT: [(&str, &str); 8] = [
    ("content-security-policy", "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("strict-transport-security", "max-age=63072000; includeSubDomains"),
    ("cache-control", "no-store"),
];

/// Puts the strict headers where they belong.
pub fn strict(response: Response, language: Language) -> Result<Response> {
    for (name, value) in STRICT {
        response.headers().set(name, value)?;
    }
    response.headers().set("content-language", language.tag())?;
    Ok(response)
}

/// JSON, serialised to text by ourselves.
pub fn json<T: Serialize>(value: &T, kind: &str, status: u16, language: Language) -> Result<Response> {
    let response = strict(Response::ok(serde_json::to_string(value)?)?.with_status(status), language)?;
    response.headers().set("content-type", kind)?;
    Ok(response)
}

/// A problem as RFC 9457 has it. `details` are the sentences of its faults, in their order.
pub fn problem(problem: &Problem, language: Language, details: &[String]) -> Result<Response> {
    let faults: &[Fault] = if let Problem::Faults { faults } = problem { faults } else { &[] };
    let errors = faults.iter().enumerate().map(|(index, fault)| FaultJson {
        pointer: fault.pointer(),
        code: fault.kind.key().to_owned(),
        detail: details.get(index).cloned().unwrap_or_else(|| general(fault.kind, language)),
    });
    let body = ProblemJson {
        r#type: format!("/problems/{}", problem.key()),
        title: words::problem::sentence(problem, language),
        status: problem.status(),
        errors: errors.collect(),
        problem: problem.clone(),
    };
    let response = json(&body, "application/problem+json", problem.status(), language)?;
    set_problem_headers(response.headers(), problem)?;
    Ok(response)
}

/// A problem with a draft, in the language of the draft and with the sentences of its questions.
pub fn draft_problem(wrong: &Problem, request: &SendRequest) -> Result<Response> {
    let language = request.draft.language;
    let faults: &[Fault] = if let Problem::Faults { faults } = wrong { faults } else { &[] };
    let details: Vec<String> = faults.iter().map(|fault| fault_sentence(&request.draft, fault, language)).collect();
    problem(wrong, language, &details)
}

/// What to say about a fault: the question's own sentence where it is at a question.
pub fn fault_sentence(draft: &domain::draft::Draft, fault: &Fault, language: Language) -> String {
    let sentence = draft.form().ok().and_then(|(programme, form)| {
        let words = words::programme(programme.slug)?.form(form.role)?;
        let (question, words) = words.questions_with(form).find(|(question, _)| question.id == fault.field)?;
        Some(words::fault::sentence(question, words, fault.kind, language))
    });
    sentence.unwrap_or_else(|| general(fault.kind, language))
}

/// What is said of a fault where its question is not known.
fn general(kind: FaultKind, language: Language) -> String {
    domain::fill::fill_numbers(words::fault::general(kind).say(language), &kind.numbers())
}

/// A problem that belongs to no form, as a page.
pub async fn problem_page(ask: &Ask, problem: &Problem) -> Result<Response> {
    let mut fills = Fills::default();
    fills.text("problem-title", words::problem::instead_of_a_page(problem, ask.language));
    let response = document::filled(ask, "/problem", ask.language, fills, problem.status()).await?;
    set_problem_headers(response.headers(), problem)?;
    Ok(response)
}

/// `Allow` and `Retry-After`, where the problem has them.
pub fn set_problem_headers(headers: &Headers, problem: &Problem) -> Result<()> {
    if let Problem::MethodNotAllowed { allowed } = problem {
        headers.set("allow", allowed)?;
    }
    if let Some(seconds) = problem.retry_after_s() {
        headers.set("retry-after", &seconds.to_string())?;
    }
    Ok(())
}

/// On to another page of ours, always by GET.
pub fn see_other(address: &str, language: Language) -> Result<Response> {
    let response = strict(Response::empty()?.with_status(303), language)?;
    response.headers().set("location", address)?;
    Ok(response)
}
