//! The live halves of the programmes: asked for now and then, and put into the marked places of documents. Never waited for
//! long: where they cannot be had, what was built stands.

use crate::ask::Ask;
use crate::clock::{FRESH_MS, PAUSE_MS, STALE_MS, now};
use crate::ledger::{Object, send_within};
use domain::calendar;
use domain::call::{LiveReply, Millis, ReadLive};
use domain::fills::Fills;
use domain::listing;
use domain::live::{LiveVersion, Place, Sentence};
use domain::programme::{ENTRIES, Programme, programme};
use domain::text::Language;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

/// The longest a page waits for it.
const WAIT_MS: Millis = 1000;

/// What the ledger said, and when by this Worker's clock.
struct Answer {
    at: Millis,
    reply: LiveReply,
}

thread_local! {
    static LAST: RefCell<Option<Rc<Answer>>> = const { RefCell::new(None) };
    static ASKED_AT: Cell<Millis> = const { Cell::new(0) };
    static FAILED_AT: Cell<Millis> = const { Cell::new(0) };
}

/// What staff have set, as it stands at one moment.
pub struct Standing {
    answer: Rc<Answer>,
    /// The ledger's day in Stockholm.
    day: String,
}

/// What staff have set; nothing where it cannot be had in time, or where everything stands as the files say and nothing grows
/// old on the page.
pub async fn standing(ask: &Ask) -> Option<Standing> {
    let answer = match last(FRESH_MS) {
        Some(answer) => answer,
        None => ask_ledger(ask).await.or_else(|| last(STALE_MS))?,
    };
    if answer.reply.programmes.iter().all(|version| version.version == 0)
        && listing::entries(slug_of(&ask.path)).is_empty()
    {
        return None;
    }
    let now = answer.reply.at.saturating_add(now().saturating_sub(answer.at));
    Some(Standing { day: calendar::day(now), answer })
}

/// What was last heard of a programme, if that is not too long ago; for deciding while the ledger cannot be asked.
pub fn last_known(slug: &str) -> Option<domain::live::Live> {
    let last = last(STALE_MS)?;
    last.reply.programmes.iter().find(|version| version.programme == slug).map(|version| version.live.clone())
}

fn last(age_max: Millis) -> Option<Rc<Answer>> {
    let last = LAST.with_borrow(Clone::clone)?;
    (now().saturating_sub(last.at) < age_max).then_some(last)
}

async fn ask_ledger(ask: &Ask) -> Option<Rc<Answer>> {
    let asked_at = now();
    let is_pause = asked_at.saturating_sub(FAILED_AT.get()) < PAUSE_MS;
    // What another page is asking for just now need not be asked twice, where there is something to show meanwhile.
    let is_asked = asked_at.saturating_sub(ASKED_AT.get()) < WAIT_MS && last(STALE_MS).is_some();
    if is_pause || is_asked {
        return None;
    }
    ASKED_AT.set(asked_at);
    let wait = Duration::from_millis(WAIT_MS.unsigned_abs());
    let Ok(answered) = send_within::<ReadLive>(&ask.env, Object::Ledger, &(), wait).await else {
        FAILED_AT.set(now());
        return None;
    };
    let answer = Rc::new(Answer { at: asked_at, reply: answered.reply });
    LAST.set(Some(Rc::clone(&answer)));
    Some(answer)
}

impl Standing {
    /// Names what stands: two documents with the same name here differ in nothing that staff have set.
    pub fn tag(&self) -> String {
        let versions =
            self.changed().map(|version| format!("{}.{}.{}", version.programme, version.version, version.at));
        // Days matter only where one was set.
        let has_days =
            self.changed().any(|version| version.live.opens_on.is_some() || version.live.closes_on.is_some());
        let day = has_days.then(|| self.day.clone());
        let stale = ENTRIES.iter().map(|(slug, entries)| {
            let marks = entries.iter().map(|entry| if entry.is_stale_on(&self.day) { '1' } else { '0' });
            format!("{slug}.{}", marks.collect::<String>())
        });
        versions.chain(day).chain(stale).collect::<Vec<_>>().join("-")
    }

    /// Puts everything into its places, for the document of that path.
    pub fn fill(&self, fills: &mut Fills, path: &str) {
        let own = slug_of(path);
        for (number, entry) in listing::entries(own).iter().enumerate() {
            turn(fills, listing::stale_place(own, number), entry.is_stale_on(&self.day));
        }
        for version in self.changed() {
            let Some(programme) = programme(&version.programme) else { continue };
            fill_programme(fills, programme, version, &self.day);
            if own == programme.slug {
                fills.text("contact", version.live.contact.as_str());
                fills.link("contact-mail", mail_to(&version.live.contact));
            }
        }
    }

    fn changed(&self) -> impl Iterator<Item = &LiveVersion> {
        self.answer.reply.programmes.iter().filter(|version| version.version > 0)
    }
}

/// The programme that a document is about, if any: `/<slug>/…`, `/my/<slug>/…`.
fn slug_of(path: &str) -> &str {
    let path = path.strip_prefix("/my").unwrap_or(path);
    path.trim_start_matches('/').split('/').next().unwrap_or_default()
}

fn mail_to(address: &str) -> String {
    format!("mailto:{address}")
}

fn fill_programme(fills: &mut Fills, programme: &Programme, version: &LiveVersion, day: &str) {
    let (slug, live) = (programme.slug, &version.live);
    let is_open = live.is_open(day);
    turn(fills, Place::Open.of(slug), is_open);
    turn(fills, Place::Closed.of(slug), !is_open);
    fills.text(Place::Contact.of(slug), live.contact.as_str());
    fills.link(&Place::Mail.of(slug), mail_to(&live.contact));
    for (language, sentence) in Language::ALL.into_iter().flat_map(|language| Sentence::ALL.map(|one| (language, one)))
    {
        let place = sentence.of(slug, language);
        match live.says(sentence, programme, day, language) {
            Some(text) => fills.text(place, text),
            None => fills.hide(place),
        }
    }
}

fn turn(fills: &mut Fills, place: String, is_shown: bool) {
    if is_shown { fills.show(place) } else { fills.hide(place) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::live::{Live, Said};

    fn version(change: impl FnOnce(&mut Live)) -> LiveVersion {
        let programme = programme("ki-alumni").unwrap();
        let mut live = Live { open: true, ..Live::of_file(programme, true) };
        change(&mut live);
        LiveVersion { programme: "ki-alumni".to_owned(), version: 1, by: None, at: 0, live }
    }

    fn standing(day: &str, version: LiveVersion) -> Standing {
        let reply = LiveReply { at: 0, programmes: vec![version] };
        Standing { answer: Rc::new(Answer { at: 0, reply }), day: day.to_owned() }
    }

    fn filled(day: &str, change: impl FnOnce(&mut Live)) -> Fills {
        let mut fills = Fills::default();
        standing(day, version(change)).fill(&mut fills, "/my/ki-alumni/mentee");
        fills
    }

    #[test]
    fn before_the_first_day_it_is_closed_and_says_when_it_opens() {
        let round = |live: &mut Live| {
            live.opens_on = Some("2026-12-01".to_owned());
            live.closes_on = Some("2026-12-15".to_owned());
        };
        let before = filled("2026-11-30", round);
        assert!(before.is_hidden("live-open-ki-alumni") && before.at("live-closed-ki-alumni").is_some());
        assert_eq!(before.at("live-opens-ki-alumni-sv"), Some("Öppnar tisdag 1 december 2026."));
        assert!(before.is_hidden("live-closes-ki-alumni-sv"));
        let on_it = filled("2026-12-01", round);
        assert!(on_it.is_hidden("live-closed-ki-alumni") && on_it.is_hidden("live-opens-ki-alumni-en"));
        assert_eq!(on_it.at("live-closes-ki-alumni-en"), Some("The last day to apply is Tuesday 15 December 2026."));
    }

    #[test]
    fn why_it_is_closed_is_said_while_it_is_and_the_contact_is_the_pages_own() {
        let why = |live: &mut Live| {
            live.open = false;
            live.closed_because = Some(Said { sv: "Fullt.".to_owned(), en: "Full.".to_owned() });
            live.contact = "ny@example.org".to_owned();
        };
        let closed = filled("2026-11-30", why);
        assert_eq!(closed.at("live-because-ki-alumni-en"), Some("Full."));
        assert_eq!(closed.at("contact"), Some("ny@example.org"));
        assert_eq!(closed.link_at("contact-mail"), Some("mailto:ny@example.org"));
        let mut elsewhere = Fills::default();
        standing("2026-11-30", version(why)).fill(&mut elsewhere, "/junior-faculty");
        assert_eq!(elsewhere.at("contact"), None);
        assert_eq!(elsewhere.at("live-contact-ki-alumni"), Some("ny@example.org"));
    }

    #[test]
    fn a_tag_changes_at_midnight_only_where_a_day_was_set() {
        let plain = |day| standing(day, version(|_| ())).tag();
        assert_eq!(plain("2026-11-30"), plain("2026-12-01"));
        let dated = |day| standing(day, version(|live| live.opens_on = Some("2026-12-01".to_owned()))).tag();
        assert_ne!(dated("2026-11-30"), dated("2026-12-01"));
        assert_ne!(plain("2026-11-30"), dated("2026-11-30"));
    }

    #[test]
    fn a_document_is_about_the_programme_that_its_path_begins_with() {
        for (path, slug) in [
            ("/", ""),
            ("/ki-alumni", "ki-alumni"),
            ("/ki-alumni/mentee/check", "ki-alumni"),
            ("/my/ki-alumni/mentee", "ki-alumni"),
            ("/my", ""),
        ] {
            assert_eq!(slug_of(path), slug, "{path}");
        }
    }
}
