//! The programmes that others run, on the page of a programme that lists them: what each is, for whom, and when that was last
//! checked. The page is read long after it was built, so the Worker turns the mark of an old check
//! (`functions/api/src/live.rs`); where it cannot, the mark of the build's day stands.

use crate::Build;
use domain::fill::fill;
use domain::listing::{self, Entry};
use domain::programme::Programme;
use domain::text::Language;
use domain::words::page::programme as words;
use domain::words::{EntryWords, date};
use leptos::prelude::*;

/// All of them in the file's order; nothing where there are none.
pub fn list(build: &Build, language: Language, rules: &Programme, its: &'static [EntryWords]) -> Option<AnyView> {
    let all = || {
        let entries = listing::entries(rules.slug).iter().zip(its).enumerate();
        let entries = entries.map(|(number, (entry, its))| one(build, language, rules.slug, number, entry, its));
        view! {
            <h2>{words::ENTRIES.say(language)}</h2>
            {entries.collect_view()}
        }
        .into_any()
    };
    (!its.is_empty()).then(all)
}

fn one(
    build: &Build,
    language: Language,
    slug: &str,
    number: usize,
    entry: &Entry,
    its: &'static EntryWords,
) -> AnyView {
    let contact = its.contact.map(|address| {
        view! {
            <p>
                {words::ENTRY_CONTACT.say(language)} " " <a href=format!("mailto:{address}")>{address}</a>
            </p>
        }
    });
    let checked = date::day(entry.checked, language);
    view! {
        <section class="answered">
            <h3>
                <a href=its.address>{its.name.say(language)}</a>
            </h3>
            <p>{its.what.say(language)}</p>
            <p>{fill(words::ENTRY_FOR.say(language), &[("whom", its.for_whom.say(language))])}</p>
            {contact}
            <p class="hint">{fill(words::ENTRY_CHECKED.say(language), &[("date", &checked)])}</p>
            <p class="note" data-fill=listing::stale_place(slug, number) hidden=!entry.is_stale_on(&build.today)>
                {words::ENTRY_STALE.say(language)}
            </p>
        </section>
    }
    .into_any()
}
