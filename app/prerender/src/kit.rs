//! The pages for a doctoral student's own mentor: text that everybody reads, and fields that the program answers on the
//! phone. The fields have no names and their form leads nowhere, so what is typed cannot be sent.

mod fields;
mod invitation;
mod meetings;
mod study_plan;

use crate::documents::{Document, Main};
use crate::sections;
use crate::ways::{first_page, programme};
use domain::independence::Tie;
use domain::programme::{Mode, Role};
use domain::text::{Language, Text};
use domain::words::page::TextPage;
use domain::words::page::kit::{self, choose_by, independence, invitation as words};
use domain::words::programmes;
use fields::{Line, day, line, lines};
use leptos::prelude::*;

/// What `<main>` says of such a page.
pub const VIEW: &str = "kit";

pub fn documents(language: Language) -> Vec<Document> {
    kit::PAGES.into_iter().map(|(place, page)| document(language, page, place)).collect()
}

/// Links to those of a programme.
pub fn links(language: Language, slug: &str) -> AnyView {
    let links = kit::PAGES.iter().filter(|(place, page)| is_of(slug, place, page));
    view! {
        <h2>{kit::OVERVIEW.say(language)}</h2>
        <ul>{links.map(|(_, page)| item(language, page.path, page.title)).collect_view()}</ul>
    }
    .into_any()
}

/// Meetings are planned alike in all programmes.
fn is_of(slug: &str, place: &str, page: &TextPage) -> bool {
    place == "meetings" || page.path.strip_prefix('/').and_then(|path| path.split('/').next()) == Some(slug)
}

fn item(language: Language, path: &str, words: Text) -> AnyView {
    view! {
        <li>
            <a href=language.address(path)>{words.say(language)}</a>
        </li>
    }
    .into_any()
}

/// The ways on from a page, of each programme that has it: its other pages, and the form on which the two agree. What
/// stands in these lists the service worker keeps with the page (`offline.js`).
fn others(language: Language, here: &str, page: &TextPage) -> AnyView {
    let its = programmes().filter(|(rules, _)| rules.mode == Mode::Own && is_of(rules.slug, here, page));
    let lists = its.map(|(rules, words)| {
        let others = kit::PAGES.iter().filter(|(place, page)| *place != here && is_of(rules.slug, place, page));
        let agree = rules.form(Role::Framework).zip(words.form(Role::Framework)).map(|(form, its)| {
            let way = format!("{}: {}", words.title.say(language), its.title.say(language));
            view! {
                <p>
                    <a class="onward" href=language.address(&first_page(rules, form))>
                        {way}
                    </a>
                </p>
            }
        });
        view! {
            <ul data-kit="">
                {item(language, &format!("/{}", rules.slug), words.title)}
                {others.map(|(_, page)| item(language, page.path, page.title)).collect_view()}
            </ul>
            {agree}
        }
    });
    view! {
        <h2>{kit::OVERVIEW.say(language)}</h2>
        {lists.collect_view()}
    }
    .into_any()
}

fn document(language: Language, page: &TextPage, place: &'static str) -> Document {
    let (fields, answer) = match place {
        "choose-by" => (choose_by_form(language), choose_by_answer(language)),
        "invitation" => invitation::parts(language, words::DOCTORAL),
        "own-invitation" => invitation::parts(language, words::ANYBODY),
        "meetings" => meetings::parts(language),
        "study-plan" => study_plan::parts(language),
        _ => (independence_form(language), independence_answer(language)),
    };
    let body = view! {
        <article class="text">
            {sections::text(language, page)}
            <p class="note" id="stays">
                {kit::STAYS.say(language)}
            </p>
            <p class="note" id="stays-nowhere" role="status" hidden>
                {kit::STAYS_NOWHERE.say(language)}
            </p>
            <noscript>{kit::NEEDS_PROGRAM.say(language)}</noscript>
            {fields}
            {answer}
            {(place == "independence").then(|| register(language))}
            {others(language, place, page)}
        </article>
    };
    Document {
        main: Main { view: VIEW, place, comes_alive: true, ..Main::default() },
        body: body.to_html(),
        ..sections::document(language, page)
    }
}

fn choose_by_form(language: Language) -> AnyView {
    view! {
        <form id="kit" method="dialog" novalidate>
            {day(language, "admitted", choose_by::ADMITTED, choose_by::HINT, choose_by::NO_DAY, "")}
            <p class="actions">
                <button class="primary">{choose_by::BUTTON.say(language)}</button>
            </p>
        </form>
    }
    .into_any()
}

fn choose_by_answer(language: Language) -> AnyView {
    view! {
        <section
            id="answer"
            class="note"
            tabindex="-1"
            aria-labelledby="answer-title"
            hidden
            data-result=choose_by::RESULT.say(language)
            data-ahead=choose_by::AHEAD.say(language)
            data-ahead-one=choose_by::AHEAD_ONE.say(language)
            data-today=choose_by::TODAY.say(language)
            data-past=choose_by::PAST.say(language)
            data-future=choose_by::FUTURE.say(language)
            data-leap=choose_by::LEAP.say(language)
            data-event=choose_by::EVENT.say(language)
            data-event-text=domain::fill::fill(
                choose_by::EVENT_TEXT.say(language),
                &[("address", kit::SOURCE)],
            )
            data-file=choose_by::FILE.say(language)
        >
            <h2 id="answer-title">{kit::ANSWER.say(language)}</h2>
            <div id="answer-lines"></div>
            <p class="actions">
                <button class="secondary" type="button" data-act="keep-day">
                    {choose_by::SAVE.say(language)}
                </button>
            </p>
        </section>
    }
    .into_any()
}

fn independence_form(language: Language) -> AnyView {
    let name = |id, label| Line { is_name: true, ..Line::of(id, label) };
    let mentor = Line { fault: Some(independence::NO_MENTOR), ..name("mentor", independence::MENTOR) };
    let names = |id, label| lines(language, id, label, None, Some(independence::ONE_A_LINE));
    view! {
        <form id="kit" method="dialog" novalidate>
            <h2>{independence::COMPARE.say(language)}</h2>
            {line(language, mentor)}
            {line(language, name("mentor-department", independence::MENTOR_DEPARTMENT))}
            {names("supervisors", independence::SUPERVISORS)}
            {names("co-authors", independence::CO_AUTHORS)}
            {line(language, name("manager", independence::MANAGER))}
            {line(language, name("own-department", independence::OWN_DEPARTMENT))}
            <div class="question">
                <label class="option">
                    <input id="close" type="checkbox" />
                    <span>{independence::CLOSE.say(language)}</span>
                </label>
            </div>
            <p class="actions">
                <button class="primary">{independence::BUTTON.say(language)}</button>
            </p>
        </form>
    }
    .into_any()
}

fn independence_answer(language: Language) -> AnyView {
    let sentences = Tie::ALL.map(|tie| {
        let kind = if tie.is_rule() { independence::RULE } else { independence::QUESTION };
        let id = format!("tie-{}", tie.slug());
        view! {
            <p
                hidden
                id=id
                data-kind=kind.say(language)
                data-same=independence::same(tie).say(language)
                data-alike=independence::alike(tie).say(language)
                data-advice=independence::advice(tie).say(language)
            ></p>
        }
    });
    view! {
        <section
            id="answer"
            class="note"
            tabindex="-1"
            aria-labelledby="answer-title"
            hidden
            data-clear=independence::CLEAR.say(language)
            data-clear-text=independence::CLEAR_TEXT.say(language)
            data-found=independence::FOUND.say(language)
        >
            <h2 id="answer-title">{kit::ANSWER.say(language)}</h2>
            <div id="answer-lines"></div>
            {sentences.into_iter().collect_view()}
        </section>
    }
    .into_any()
}

/// The way to the form that says who the two are.
fn register(language: Language) -> Option<AnyView> {
    let (rules, its) = programme("doctoral")?;
    let (form, words) = (rules.form(Role::Registering)?, its.form(Role::Registering)?);
    let way = view! {
        <p>{independence::REGISTER.say(language)}</p>
        <p>
            <a class="onward" href=language.address(&first_page(rules, form))>
                {words.title.say(language)}
            </a>
        </p>
    };
    Some(way.into_any())
}
