//! The page of a directory that is open to everybody: the mentors, and the way to apply.

use super::{Of, VIEW, directory};
use crate::documents::{Document, Main, Switch, title};
use crate::ways::links;
use crate::{Build, review};
use domain::directory::is_shown;
use domain::programme::{Programme, Role};
use domain::text::Language;
use domain::words::ProgrammeWords;
use domain::words::form::wishes as words;
use leptos::prelude::*;

/// Nothing of a programme whose mentors are for confirmed addresses.
pub fn document(
    build: &Build,
    language: Language,
    programme: &'static Programme,
    its: &'static ProgrammeWords,
) -> Option<Document> {
    let of = Of::programme(language, programme).filter(|_| programme.open_directory && is_shown(programme))?;
    let path = path(programme);
    let body = view! {
        <p class="caption">
            <a href=language.address(&format!("/{}", programme.slug))>{its.title.say(language)}</a>
        </p>
        <h1>{words::OPEN_TITLE.say(language)}</h1>
        <p class="lead">{words::OPEN_LEAD.say(language)}</p>
        {links(build, language, &[((programme, its), Role::Mentee)])}
        <p class="note" data-fill="away" hidden>
            {words::OPEN_AWAY.say(language)}
        </p>
        <p class="note" id="from-draft" hidden>
            {words::FROM_DRAFT.say(language)}
        </p>
        {directory(of, &language.address(&path), false)}
    };
    Some(Document {
        language,
        title: title(language, &[words::OPEN_TITLE, its.title]),
        description: words::OPEN_LEAD.say(language).to_owned(),
        switch: Switch::Link(path.clone()),
        path,
        main: Main { view: VIEW, programme: programme.slug, ..Main::default() },
        body: body.to_html(),
        review: review::of_programme(language, programme, build.samples),
        // People stand on it: they are for whoever comes, not for search engines.
        is_listed: false,
    })
}

fn path(programme: &Programme) -> String {
    format!("/{}/mentors", programme.slug)
}

/// The link to it from the programme's own page.
pub fn link(language: Language, programme: &'static Programme) -> Option<AnyView> {
    let link = || {
        view! {
            <p>
                <a class="onward" href=language.address(&path(programme))>
                    {words::WAY_IN.say(language)}
                </a>
            </p>
        }
        .into_any()
    };
    (programme.open_directory && is_shown(programme)).then(link)
}
