//! A programme's page: what it is, whether one can apply and how, what people ask, when one hears. Each mode has what its
//! file has, and no heading stands over nothing.

use crate::documents::{Document, Main, Switch, title};
use crate::live::{self, While, with_contact};
use crate::ways::{Both, first_page, guide_link, links, texts};
use crate::{Build, drawing, entries, kit, mentors, personal_data, review};
use domain::fill::fill;
use domain::programme::{Mode, Programme, Role};
use domain::text::{Language, Text};
use domain::words::page::{self, programme as words};
use domain::words::{AnsweredWords, LinkWords, ProgrammeWords};
use leptos::prelude::*;

pub fn document(
    build: &Build,
    language: Language,
    rules: &'static Programme,
    its: &'static ProgrammeWords,
) -> Document {
    let texts = texts(rules);
    let body = view! {
        <article class="programme-page">
            <p class="state">{live::status(build, language, rules)}</p>
            <h1>{its.title.say(language)}</h1>
            <p class="lead">{texts.summary.say(language)}</p>
            {closed(build, language, rules)}
            {live::news(language, rules)}
            {links(build, language, &ways((rules, its)))}
            {mentors::open::link(language, rules)}
            {paragraphs(language, rules, texts.about)}
            {entries::list(build, language, rules, texts.entries)}
            {texts.links.iter().map(|link| outward(language, link)).collect_view()}
            {(rules.mode == Mode::Own).then(|| kit::links(language, rules.slug))}
            {ask(language, rules, its, Role::Registering)}
            {(rules.mode == Mode::Cohort).then(|| steps(language, rules, texts.steps))}
            {answers(language, rules, texts.answers)}
            {eligible(language, rules, texts.eligible)}
            {(rules.mode != Mode::Cohort).then(|| steps(language, rules, texts.steps))}
            {promise(build, language, rules)}
            {notice(build, language, rules)}
            {questions(language, rules, its)}
            <p class="guide-way">{words::NOT_SURE.say(language)} " " {guide_link(language)}</p>
        </article>
    };
    let path = format!("/{}", rules.slug);
    Document {
        language,
        title: title(language, &[its.title]),
        description: texts.summary.say(language).to_owned(),
        switch: Switch::Link(path.clone()),
        path,
        main: Main { view: "programme", programme: rules.slug, ..Main::default() },
        body: body.to_html(),
        review: review::of_programme(language, rules, build.samples),
        is_listed: true,
    }
}

/// What a person comes for: to apply, or to be told when that is possible. Where nobody ever applies, to ask or to suggest.
fn ways(both: Both) -> Vec<(Both, Role)> {
    let ways: &[Role] = if both.0.has_rounds() {
        &[Role::Mentee, Role::Mentor, Role::Waiting]
    } else {
        &[Role::Framework, Role::Asking, Role::Suggesting]
    };
    ways.iter().map(|role| (both, *role)).collect()
}

/// What is said while it is closed: why, and what to do meanwhile.
fn closed(build: &Build, language: Language, rules: &'static Programme) -> Option<AnyView> {
    let has_drafts = rules.form(Role::Mentee).is_some();
    let drafts = has_drafts.then(|| format!(" {}", words::DRAFT_STAYS.say(language)));
    let note = || {
        view! {
            <div
                class="note"
                data-fill=While::Closed.place(rules)
                hidden=While::Closed.is_hidden(build, rules)
            >
                {live::because(build, language, rules)}
                <p>{with_contact(words::NOT_OPEN_WAY_ON.say(language), rules)} {drafts}</p>
            </div>
        }
        .into_any()
    };
    rules.has_rounds().then(note)
}

fn paragraphs(language: Language, rules: &'static Programme, texts: &'static [Text]) -> AnyView {
    texts.iter().map(|text| view! { <p>{with_contact(text.say(language), rules)}</p> }).collect_view().into_any()
}

fn outward(language: Language, link: &'static LinkWords) -> AnyView {
    view! {
        <p>
            <a class="onward" href=link.address>
                {link.words.say(language)}
            </a>
        </p>
    }
    .into_any()
}

/// The questions that the file answers.
fn answers(language: Language, rules: &'static Programme, answered: &'static [AnsweredWords]) -> Option<AnyView> {
    let one = |answered: &'static AnsweredWords| {
        let is_said = answered.text.iter().any(|text| text.say(language).contains(LINK));
        let below = answered.link.as_ref().filter(|_| !is_said);
        view! {
            <section class="answered">
                <h3>{answered.question.say(language)}</h3>
                {answered.text.iter().map(|text| said(language, rules, text, answered.link.as_ref())).collect_view()}
                {below.map(|link| outward(language, link))}
            </section>
        }
    };
    let all = || {
        view! {
            <h2>{words::ANSWERS.say(language)}</h2>
            {answered.iter().map(one).collect_view()}
        }
        .into_any()
    };
    (!answered.is_empty()).then(all)
}

/// Where a paragraph of an answer has the answer's link in it; an answer without has it below.
const LINK: &str = "{link}";

/// A paragraph of an answer.
fn said(language: Language, rules: &'static Programme, text: &Text, link: Option<&'static LinkWords>) -> AnyView {
    let text = text.say(language);
    let Some(((before, after), link)) = text.split_once(LINK).zip(link) else {
        return view! { <p>{with_contact(text, rules)}</p> }.into_any();
    };
    let link = view! { <a href=link.address>{link.words.say(language)}</a> };
    view! { <p>{with_contact(before, rules)} {link} {with_contact(after, rules)}</p> }.into_any()
}

fn eligible(language: Language, rules: &'static Programme, lines: &'static [Text]) -> Option<AnyView> {
    let list = || {
        let lines = lines.iter().map(|line| view! { <li>{with_contact(line.say(language), rules)}</li> });
        view! {
            <h2>{words::ELIGIBLE.say(language)}</h2>
            <ul>{lines.collect_view()}</ul>
        }
        .into_any()
    };
    (!lines.is_empty()).then(list)
}

fn steps(language: Language, rules: &'static Programme, steps: &'static [Text]) -> Option<AnyView> {
    let heading = if rules.mode == Mode::Cohort { words::YEAR } else { words::STEPS };
    let list = || {
        view! {
            <h2>{heading.say(language)}</h2>
            {drawing::steps(rules.mode, steps, |step| with_contact(step.say(language), rules))}
        }
        .into_any()
    };
    (!steps.is_empty()).then(list)
}

/// When one hears: decided, a sample marked as one, or who decides.
fn promise(build: &Build, language: Language, rules: &Programme) -> Option<AnyView> {
    // Who waits hears when it opens, and nobody knows when that is; what two people share nobody answers but they.
    rules.forms.iter().find(|form| form.role.is_for_staff() && form.role != Role::Waiting)?;
    let sentence = match (rules.answer_days.value(build.samples), rules.answer_days.undecided_by()) {
        (Some(days), undecided) => {
            let sentence = fill(words::ANSWER_DAYS.say(language), &[("days", &days.to_string())]);
            marked(language, sentence, undecided.is_some())
        }
        (None, who) => fill(words::ANSWER_UNDECIDED.say(language), &[("who", who.unwrap_or_default())]),
    };
    let promise = view! {
        <h2>{words::ANSWER_TITLE.say(language)}</h2>
        <p>{sentence}</p>
    };
    Some(promise.into_any())
}

fn notice(build: &Build, language: Language, rules: &Programme) -> Option<AnyView> {
    let notice = || {
        view! {
            <h2>{words::NOTICE.say(language)}</h2>
            <p>{personal_data::retention(build, language, rules)}</p>
            <p>
                <a href=language.address("/personal-data")>{page::PERSONAL_DATA.title.say(language)}</a>
            </p>
        }
        .into_any()
    };
    (!rules.forms.is_empty()).then(notice)
}

/// Whom to ask: the address, and the contact form where it does not stand above already. Nobody where students find a
/// mentor themselves: the programme's links lead on.
fn questions(language: Language, rules: &'static Programme, its: &'static ProgrammeWords) -> AnyView {
    if rules.mode == Mode::Own {
        return ().into_any();
    }
    let form = rules.has_rounds().then(|| ask(language, rules, its, Role::Asking));
    view! {
        <section class="questions">
            <h2>{words::QUESTIONS_TITLE.say(language)}</h2>
            <p>{with_contact(words::QUESTIONS.say(language), rules)}</p>
            {form}
        </section>
    }
    .into_any()
}

/// A form that is not what a person comes for.
fn ask(language: Language, rules: &'static Programme, its: &'static ProgrammeWords, role: Role) -> Option<AnyView> {
    let (form, words) = (rules.form(role)?, its.form(role)?);
    let link = view! {
        <p class="actions">
            <a class="secondary" href=language.address(&first_page(rules, form))>
                {words.title.say(language)}
            </a>
        </p>
    };
    Some(link.into_any())
}

/// A sentence with a sample in it says so.
pub fn marked(language: Language, sentence: String, is_sample: bool) -> String {
    if is_sample { format!("{sentence} ({})", page::SAMPLE.say(language)) } else { sentence }
}
