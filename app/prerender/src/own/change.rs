//! The page on which a person changes the answers they sent, all on one page: a frame that the Worker fills.

use super::framework::{summary, summary_line};
use super::{ends_soon, of, plain};
use crate::documents::{Document, Main, Switch};
use crate::form_documents::rendered;
use crate::review;
use domain::fill::fill;
use domain::form_post::field;
use domain::journey::Place;
use domain::ledger::own::is_changed_by_its_person;
use domain::programme::{Page, Programme};
use domain::question::{Condition, Question};
use domain::standing::Standing;
use domain::text::Language;
use domain::words::form::framework as fields;
use domain::words::form::own as words;
use domain::words::phrases::{Tables, said};
use leptos::prelude::*;
use portal::here::Here;
use portal::views::{self, PostsTo};

/// One for each form whose answers can be changed.
pub fn documents(language: Language, programme: &'static Programme) -> impl Iterator<Item = Document> {
    let forms = programme.forms.iter().filter(|form| Standing::Received.may_be_changed(form.role));
    forms.map(move |form| document(Here { language, programme, form, place: Place::Check }))
}

/// The questions of a page that its person changes.
fn asked(page: &'static Page) -> impl Iterator<Item = &'static Question> {
    page.questions.iter().filter(|question| is_changed_by_its_person(question))
}

fn document(here: Here) -> Document {
    let language = here.language;
    let body = rendered(move || {
        provide_context(PostsTo(language.address("/my/change")));
        let pages = here.form.pages.iter().filter(|page| asked(page).next().is_some());
        let lines = here.form.pages.iter().flat_map(asked).map(|question| summary_line(question.id));
        view! {
            {summary(language, lines.collect())}
            {views::problem(here)}
            <p class="caption">{here.form_title()}</p>
            <h1>{words::WRITE_TITLE.say(language)}</h1>
            <p class="lead">{words::WRITE_LEAD.say(language)}</p>
            <form id="change" method="post" action=language.address("/my/change") novalidate>
                {of()}
                <input type="hidden" name=fields::SEEN value="" />
                <input type="hidden" name=fields::PROGRAMME value=here.programme.slug />
                <input type="hidden" name=fields::ROLE value=here.form.role.slug() />
                // Enter in a field saves, and puts no ranked choice in another order.
                <button hidden name=field::GO value="continue"></button>
                {pages.map(|page| questions(here, page)).collect_view()}
                {ends_soon(language)}
                <p class="note" role="status" data-fill="unsaved" hidden>
                    {words::WRITE_UNSAVED.say(language)}
                </p>
                <p class="actions">
                    <button class="primary" name=field::GO value="continue">
                        {words::WRITE_SAVE.say(language)}
                    </button>
                    <a class="secondary" href=language.address("/my")>
                        {words::WRITE_BACK.say(language)}
                    </a>
                </p>
            </form>
            <p class="hint">{words::LINK_HINT.say(language)}</p>
        }
    });
    let path = format!("/my/{}/{}/change", here.programme.slug, here.form.role.slug());
    let mut document = plain(language, &path, "own", words::WRITE_TITLE, Switch::Link("/my/change".to_owned()), body);
    let (programme, role) = (here.programme.slug, here.form.role.slug());
    document.main = Main { view: "own", programme, role, ..Main::default() };
    document.review = review::of_programme(language, here.programme, false);
    document
}

fn questions(here: Here, page: &'static Page) -> AnyView {
    let language = here.language;
    let one = move |question: &'static Question| {
        let depends = question.when.map(|when| view! { <p class="hint">{depends(here, when)}</p> });
        view! {
            {depends}
            {views::question(here, page, question)}
        }
    };
    view! {
        <h2>{here.page_words(page.id).map(|words| words.title.say(language))}</h2>
        {asked(page).map(one).collect_view()}
    }
    .into_any()
}

/// To which answers a question belongs.
fn depends(here: Here, when: Condition) -> String {
    let phrases = Tables { slug: here.programme.slug, language: here.language };
    let answers = when.is.iter().map(|value| said(&phrases, here.form.role, when.question, &[(*value).to_owned()]));
    let answers = answers.collect::<Vec<_>>().join(words::WRITE_DEPENDS_OR.say(here.language));
    let asked = here.form.question(when.question).map(|question| here.of_question(question, |words| Some(words.label)));
    let question = asked.map_or(when.question, |label| label.say(here.language));
    fill(words::WRITE_DEPENDS.say(here.language), &[("question", question), ("answers", &answers)])
}
