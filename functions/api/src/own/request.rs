//! A request: what one of the two reads of the other, and their yes or no.

mod ways;

use super::sign_in;
use crate::answer::{problem_page, see_other, set_problem_headers};
use crate::ask::{Ask, Person};
use crate::body::{Kind, of_kind};
use crate::ledger::{Object, send};
use crate::{document, gate};
use domain::call::{
    AnswerMentorRequest, AnswerRequest, ExplainNo, ExplainRequest, Millis, ReadRequest, ReadRequestRequest,
    RequestPage, Talk, TalkRequest,
};
use domain::fill::{fill, fill_numbers};
use domain::fills::Fills;
use domain::form_post::field;
use domain::matching::{Crowd, Fit, rules};
use domain::problem::Problem;
use domain::programme::{Role, programme};
use domain::reference::Reference;
use domain::request::{QUESTION_MAX, Question, Reason, Stage, TALK_FIELD};
use domain::text::Language;
use domain::words::form::answer_text;
use domain::words::form::framework::{PROGRAMME, ROLE, SIGNED_OUT};
use domain::words::form::request as words;
use domain::words::phrases::Tables;
use domain::words::{self as all_words, date};
use worker::{Response, Result};

/// The query's only member.
pub const OF: &str = "of";

/// The address of the page of a request.
pub fn address(of: &Reference, language: Language) -> String {
    language.address(&format!("/my/request?{OF}={}", of.as_str()))
}

pub async fn page(ask: &Ask, person: &Person) -> Result<Response> {
    let asked = ask.query(OF);
    let Some(of) = asked.as_deref().and_then(Reference::parse) else {
        return see_other(&ask.language.address("/my"), ask.language);
    };
    match read(ask, person, of).await {
        Ok(page) => show(ask, &page, None).await,
        Err(Problem::NotSignedIn) => sign_in(ask).await,
        // It was somebody else's, or another page was opened in this browser.
        Err(Problem::Changed) => see_other(&ask.language.address("/my"), ask.language),
        Err(problem) => problem_page(ask, &problem).await,
    }
}

async fn read(ask: &Ask, person: &Person, of: Reference) -> std::result::Result<RequestPage, Problem> {
    gate::network(ask, person.session().as_str()).await?;
    let request = ReadRequestRequest { session: person.session().clone(), of };
    send::<ReadRequest>(&ask.env, Object::Ledger, &request).await.map(|read| read.reply)
}

/// What one of the two pressed, with what they typed.
struct Posted {
    go: String,
    of: Option<Reference>,
    asked_at: Millis,
    text: String,
    programme: String,
    reader: String,
}

impl Posted {
    fn of(body: &[u8]) -> Self {
        let first = |wanted: &str| {
            let found = form_urlencoded::parse(body).find(|(name, _)| name == wanted);
            found.map(|(_, value)| value.into_owned()).unwrap_or_default()
        };
        Self {
            go: first(field::GO),
            of: Reference::parse(&first(field::OF)),
            asked_at: first(words::ASKED_AT).parse().unwrap_or_default(),
            text: first(TALK_FIELD),
            programme: first(PROGRAMME),
            reader: first(ROLE),
        }
    }

    fn is_talk(&self) -> bool {
        matches!(self.go.as_str(), words::WONDER_VALUE | words::REPLY_VALUE)
    }

    /// As much of the page as the post says, for whoever can read it no more and has typed something.
    fn page(&self) -> Option<RequestPage> {
        let is_reply = self.go == words::REPLY_VALUE;
        Some(RequestPage {
            of: self.of.clone()?,
            reader: self.reader.clone(),
            programme: self.programme.clone(),
            stage: if is_reply { Stage::Wondering } else { Stage::Asked },
            is_paired: false,
            answer_by: String::new(),
            asked_at: self.asked_at,
            answers: Vec::new(),
            own: Vec::new(),
            word: None,
            question: is_reply.then(|| Question { text: String::new(), reply: None }),
            reason: None,
            contact: None,
        })
    }
}

/// A yes, a no, a question or a reply; the page then says what follows.
pub async fn answer(ask: &Ask, person: Option<Person>) -> Result<Response> {
    let posted = match of_kind(ask, Kind::Form) {
        Ok(body) => Posted::of(body),
        Err(problem) => return problem_page(ask, &problem).await,
    };
    let Some(of) = posted.of.clone() else { return problem_page(ask, &Problem::Changed).await };
    let done = match &person {
        Some(person) => carry_out(ask, person, &posted, of.clone()).await,
        None => Err(Problem::NotSignedIn),
    };
    match done {
        Ok(()) => see_other(&address(&of, ask.language), ask.language),
        Err(problem) => refused(ask, person.as_ref(), &posted, of, &problem).await,
    }
}

async fn carry_out(ask: &Ask, person: &Person, posted: &Posted, of: Reference) -> std::result::Result<(), Problem> {
    let (session, asked_at) = (person.session().clone(), posted.asked_at);
    gate::network(ask, session.as_str()).await?;
    let why = posted.go.strip_prefix(words::WHY_VALUE).and_then(Reason::parse);
    match (posted.go.as_str(), why) {
        (_, Some(reason)) => {
            let request = ExplainRequest { session, of, asked_at, reason };
            send::<ExplainNo>(&ask.env, Object::Ledger, &request).await.map(drop)
        }
        (go @ (words::YES_VALUE | words::NO_VALUE), _) => {
            let request = AnswerRequest { session, of, asked_at, yes: go == words::YES_VALUE };
            send::<AnswerMentorRequest>(&ask.env, Object::Ledger, &request).await.map(drop)
        }
        _ if posted.is_talk() => {
            let request = TalkRequest { session, of, asked_at, text: posted.text.clone() };
            send::<Talk>(&ask.env, Object::Ledger, &request).await.map(drop)
        }
        _ => Err(Problem::NotTheCall),
    }
}

/// The page as it stands, with what went wrong and what was typed.
async fn refused(
    ask: &Ask,
    person: Option<&Person>,
    posted: &Posted,
    of: Reference,
    problem: &Problem,
) -> Result<Response> {
    let stands = match person {
        Some(person) => read(ask, person, of).await.ok(),
        None => None,
    };
    let typed = posted.is_talk().then_some(posted.text.as_str());
    match stands.or_else(|| typed.and_then(|_| posted.page())) {
        Some(page) => show(ask, &page, Some((problem, typed))).await,
        None if *problem == Problem::NotSignedIn => sign_in(ask).await,
        None => problem_page(ask, problem).await,
    }
}

/// The page, with what went wrong and what was typed where something did.
async fn show(ask: &Ask, page: &RequestPage, wrong: Option<(&Problem, Option<&str>)>) -> Result<Response> {
    let problem = wrong.map(|(problem, _)| problem);
    let Some((path, mut fills)) = frame(page, &ask.origin(), ask.language) else {
        return document::not_found(ask).await;
    };
    match problem {
        Some(Problem::Changed) => fills.text("problem", words::CHANGED.say(ask.language)),
        Some(Problem::NotSignedIn) => fills.text("problem", SIGNED_OUT.say(ask.language)),
        Some(Problem::Faults { faults }) => {
            for fault in faults {
                let sentence = all_words::fault::general(fault.kind).say(ask.language);
                fills.fault(&fault.field, fill_numbers(sentence, &fault.kind.numbers()));
            }
        }
        Some(Problem::NoPlace) => fills.text("problem", words::NO_PLACE.say(ask.language)),
        Some(problem) => fills.text("problem", all_words::problem::sentence(problem, ask.language)),
        None => {}
    }
    if let Some((_, Some(typed))) = wrong {
        // Shown also where nothing can be asked or replied any more.
        fills.show("talk");
        fills.field(TALK_FIELD, vec![typed.to_owned()]);
    }
    let status = problem.map_or(200, Problem::status);
    let response = document::filled(ask, &path, ask.language, fills, status).await?;
    if let Some(problem) = problem {
        set_problem_headers(response.headers(), problem)?;
    }
    Ok(response)
}

/// The document of the other's answers, and what is put into it.
fn frame(page: &RequestPage, origin: &str, language: Language) -> Option<(String, Fills)> {
    let reader = Role::parse(&page.reader)?;
    let of = if reader == Role::Mentor { Role::Mentee } else { Role::Mentor };
    let form = programme(&page.programme)?.form(of)?;
    let mut fills = Fills::default();
    let date = date::long(&page.answer_by, language);
    fills.field(field::OF, vec![page.of.as_str().to_owned()]);
    fills.field(words::ASKED_AT, vec![page.asked_at.to_string()]);
    if page.answer_by.is_empty() {
        // Nobody knows how it stands: there is only what was typed.
        return Some((format!("/my/{}/{}/request", page.programme, of.slug()), fills));
    }
    let stage = words::stage(page.stage, page.is_paired, reader).say(language);
    fills.text("stage", fill(stage, &[("date", &date)]));
    if let Some(more) = words::more(page.stage, reader, page.word.is_some()) {
        fills.text("more", more.say(language));
    }
    if let Some(word) = page.word.as_deref().filter(|word| !word.is_empty()) {
        fills.show("word");
        fills.text("word-text", word);
    }
    let may_answer =
        matches!((page.stage, reader), (Stage::Asked | Stage::Wondering, Role::Mentor) | (Stage::Agreed, Role::Mentee));
    if may_answer {
        fills.show("answer");
    }
    show_talk(&mut fills, page, reader, language);
    if reader == Role::Mentor {
        ways::show(&mut fills, page, origin, language);
    }
    if !page.answers.is_empty() {
        fills.show("answers");
        let form_words = all_words::programme(&page.programme)?.form(of)?;
        for (question, question_words) in form_words.questions_with(form) {
            let given = page.answers.iter().find(|(id, _)| id == question.id);
            let Some((id, values)) = given else { continue };
            fills.show(format!("row-{id}"));
            fills.text(format!("answer-{id}"), answer_text(question, question_words, values, language));
        }
        show_fit(&mut fills, page, reader, language);
    }
    if let Some(contact) = &page.contact {
        fills.show("contact");
        fills.text("contact-name", contact.name.clone());
        fills.text("contact-email", contact.email.clone());
    }
    Some((format!("/my/{}/{}/request", page.programme, of.slug()), fills))
}

/// The mentor's one question and its reply, with the field for whichever is due.
fn show_talk(fills: &mut Fills, page: &RequestPage, reader: Role, language: Language) {
    let is_due = match (page.stage, reader) {
        (Stage::Asked, Role::Mentor) => page.question.is_none(),
        (Stage::Wondering, Role::Mentee) => true,
        _ => false,
    };
    if is_due {
        fills.show("talk");
    }
    if page.word.is_some() {
        let hint = words::WONDER_HINT_WISHED.say(language);
        fills.text("talk-hint", fill_numbers(hint, &[("max", u32::from(QUESTION_MAX))]));
    }
    let Some(question) = page.question.as_ref().filter(|question| !question.text.is_empty()) else { return };
    fills.show("question");
    fills.text("question-text", question.text.as_str());
    if let Some(reply) = &question.reply {
        fills.show("reply");
        fills.text("reply-text", reply.as_str());
    }
}

fn show_fit(fills: &mut Fills, page: &RequestPage, reader: Role, language: Language) {
    let (mentee, mentor) = if reader == Role::Mentor { (&page.answers, &page.own) } else { (&page.own, &page.answers) };
    let fit = Fit::of(rules(&page.programme), mentee, mentor, &Crowd::default());
    let lines = words::fits(&fit, &Tables { slug: &page.programme, language }, mentee, mentor);
    if !lines.is_empty() {
        fills.show("fitting");
        fills.text("fits", lines.iter().map(|line| format!("• {line}")).collect::<Vec<_>>().join("\n"));
    }
}
