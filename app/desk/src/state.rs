//! What is held while the desk is open: who is signed in, the rows, what is known of their answers, and where one is.

use crate::browser;
use crate::calls::send;
use crate::place::Place;
use domain::calendar;
use domain::call::{Call, Millis};
use domain::desk::call::{After, DeskRecord, DeskReply, ReadAnswers, ReadDesk, ReadRows, Rows};
use domain::desk::member::Authority;
use domain::desk::row::{Marks, Row};
use domain::desk::view::Searched;
use domain::problem::{Fault, Problem};
use domain::text::{Language, Text};
use domain::words::desk::records;
use domain::words::phrases::Tables;
use futures_util::future::join;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Rows and what is searched beside them.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub rows: Vec<Arc<Row>>,
    /// By reference.
    pub searched: BTreeMap<String, Arc<Searched>>,
    /// Where fetching goes on ([`After`]) while not all rows, or answers, have come.
    pub rows_from: Option<After>,
    pub answers_from: Option<After>,
    /// How many records cannot be read.
    pub unreadable: u32,
}

/// Where every fetching begins.
const FIRST: After = After { after: None };

impl Table {
    /// Nothing has come yet.
    fn empty() -> Self {
        let (rows, searched) = (Vec::new(), BTreeMap::new());
        Self { rows, searched, rows_from: Some(FIRST), answers_from: Some(FIRST), unreadable: 0 }
    }
}

/// A page of rows or answers; asked for once more where it does not come.
async fn page<C: Call<Request = After>>(from: After) -> Result<C::Reply, Problem> {
    match send::<C>(&from).await {
        Err(Problem::Unreachable) => send::<C>(&from).await,
        answer => answer,
    }
}

/// The desk, in one place that every view is given.
#[derive(Clone, Copy)]
pub struct Desk {
    pub language: Language,
    pub place: RwSignal<Place>,
    pub reply: RwSignal<Option<Arc<DeskReply>>>,
    pub table: RwSignal<Table>,
    /// What went wrong with the last call, told above every page.
    pub problem: RwSignal<Option<Problem>>,
    /// When something last reached the server, by the browser's clock.
    pub heard_at: RwSignal<f64>,
    /// What was done, told politely.
    pub said: RwSignal<String>,
}

impl Desk {
    pub fn new() -> Self {
        let (path, query) = browser::address();
        Self {
            language: browser::language(),
            place: RwSignal::new(Place::parse(&path, &query)),
            reply: RwSignal::new(None),
            table: RwSignal::new(Table::empty()),
            problem: RwSignal::new(None),
            heard_at: RwSignal::new(js_sys::Date::now()),
            said: RwSignal::new(String::new()),
        }
    }

    pub fn say(&self, text: Text) -> &'static str {
        text.say(self.language)
    }

    /// Milliseconds by the browser's clock.
    pub fn now() -> Millis {
        #[allow(clippy::cast_possible_truncation, reason = "milliseconds since 1970 are far below 2^53")]
        let now = js_sys::Date::now() as Millis;
        now
    }

    pub fn today() -> String {
        calendar::day(Self::now())
    }

    /// Whether whoever is signed in has that authority.
    pub fn may(&self, needs: Authority) -> bool {
        self.reply.with(|reply| reply.as_ref().is_some_and(|reply| reply.me.authority >= needs))
    }

    /// Moves to another page.
    pub fn go(&self, place: Place) {
        browser::show_address(&self.language.address(&place.path()), false);
        self.said.set(String::new());
        self.place.set(place);
        browser::scroll_to_top();
    }

    /// Notes what came of a call; gives the reply on.
    pub fn heard<T>(&self, answer: Result<T, Problem>) -> Option<T> {
        match answer {
            Ok(reply) => {
                self.heard_at.set(js_sys::Date::now());
                self.problem.set(None);
                Some(reply)
            }
            Err(problem) => {
                if problem == Problem::Lost {
                    self.reply.set(None);
                }
                self.problem.set(Some(problem));
                None
            }
        }
    }

    /// As [`Self::heard`]; what is wrong with what was written goes to its fields, and goes from them with the next answer.
    pub fn heard_with<T>(&self, answer: Result<T, Problem>, faults: RwSignal<Vec<Fault>>) -> Option<T> {
        faults.set(match &answer {
            Err(Problem::Faults { faults }) => faults.clone(),
            _ => Vec::new(),
        });
        self.heard(answer)
    }

    /// Fetches everything the desk opens with: who one is and beside it the first rows, then the others page by page, then
    /// their answers.
    pub fn fetch(self) {
        spawn_local(async move {
            let (begun, from) = self.table.with_untracked(|table| match table.rows_from {
                Some(from) => ((table.rows.clone(), table.unreadable), from),
                None => ((Vec::new(), 0), FIRST),
            });
            let known = async {
                let reply = self.heard(send::<ReadDesk>(&()).await);
                // Told at once, however long rows take.
                reply.map(|reply| self.reply.set(Some(Arc::new(reply))))
            };
            let (Some(()), rows) = join(known, page::<ReadRows>(from)).await else { return };
            self.fetch_rows(begun, rows).await;
            self.fetch_answers().await;
        });
    }

    /// A page that does not come leaves what has come; the next time it goes on from there.
    async fn fetch_rows(&self, begun: (Vec<Arc<Row>>, u32), first: Result<Rows, Problem>) {
        let ((mut fresh, mut unreadable), mut answer) = (begun, first);
        loop {
            let Some(rows) = self.heard(answer) else { return };
            fresh.extend(rows.rows.into_iter().map(Arc::new));
            unreadable = unreadable.saturating_add(rows.unreadable);
            let next = rows.next.map(|after| After { after: Some(after) });
            // The first rows show at once; a table that stands is replaced when all have come.
            if next.is_none() || self.table.with_untracked(|table| table.rows_from.is_some()) {
                self.table.update(|table| {
                    table.rows.clone_from(&fresh);
                    table.rows_from = next;
                    table.unreadable = unreadable;
                });
            }
            let Some(next) = next else { return };
            answer = page::<ReadRows>(next).await;
        }
    }

    async fn fetch_answers(&self) {
        let mut from = self.table.with_untracked(|table| table.answers_from).unwrap_or(FIRST);
        while self.table.with_untracked(|table| table.rows_from.is_none()) {
            let Some(page) = self.heard(page::<ReadAnswers>(from).await) else { return };
            let mut found: BTreeMap<_, _> =
                page.records.into_iter().map(|record| (record.reference, record.answers)).collect();
            let next = page.next.map(|after| After { after: Some(after) });
            self.table.update(|table| {
                let known = table.rows.iter().filter_map(|row| Some((row, found.remove(&row.reference)?)));
                let known = known
                    .map(|(row, answers)| (row.reference.clone(), Arc::new(Searched::of(row, answers, self.language))));
                table.searched.extend(known.collect::<Vec<_>>());
                table.answers_from = next;
            });
            let Some(next) = next else { return };
            from = next;
        }
    }

    /// A record has changed: its row, and what is searched in it, follow.
    pub fn put(&self, record: &DeskRecord) {
        let (row, answers) = (Arc::new(record.row.clone()), record.answers.clone());
        self.table.update(|table| {
            if !record.is_masked {
                table.searched.insert(row.reference.clone(), Arc::new(Searched::of(&row, answers, self.language)));
            }
            match table.rows.iter_mut().find(|known| known.reference == row.reference) {
                Some(known) => *known = row,
                None => table.rows.insert(0, row),
            }
        });
    }

    /// An erased record is gone.
    pub fn remove(&self, reference: &str) {
        self.table.update(|table| {
            table.rows.retain(|row| row.reference != reference);
            table.searched.remove(reference);
        });
    }

    /// Whose record it is, or why no name stands there.
    pub fn name_of(&self, row: &Row) -> String {
        match (row.name.is_empty(), row.marks.has(Marks::PROTECTED)) {
            (false, _) => row.name.clone(),
            (true, true) => self.say(records::PROTECTED_NAME).to_owned(),
            (true, false) => self.say(records::NO_NAME).to_owned(),
        }
    }

    /// What a programme calls its questions and answers.
    pub const fn phrases<'a>(&self, slug: &'a str) -> Tables<'a> {
        Tables { slug, language: self.language }
    }

    /// A programme's title.
    pub fn title_of(&self, slug: &str) -> &'static str {
        domain::words::programme(slug).map_or("", |words| words.title.say(self.language))
    }
}
