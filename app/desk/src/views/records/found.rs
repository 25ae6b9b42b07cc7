//! What the view finds among all rows: each key searches only what was found so far, and orders nothing anew.

use crate::state::{Desk, Table};
use domain::desk::row::Row;
use domain::desk::view::{Searched, View};
use leptos::prelude::*;
use std::sync::Arc;

/// A row, and what is searched beside it once that has come.
#[derive(Clone)]
struct Known {
    row: Arc<Row>,
    searched: Option<Arc<Searched>>,
}

/// What a view found, and in which rows.
pub struct Found {
    view: View,
    today: String,
    all: Arc<Vec<Known>>,
    rows: Vec<Known>,
}

impl Found {
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    pub fn rows(&self) -> impl Iterator<Item = &Arc<Row>> {
        self.rows.iter().map(|known| &known.row)
    }
}

pub fn found(desk: Desk, view: Memo<View>) -> Memo<Found> {
    let order =
        Memo::new(move |_| view.with(|view| View { sort: view.sort, reversed: view.reversed, ..View::default() }));
    let all = Memo::new_with_compare(
        move |_| order.with(|order| desk.table.with(|table| Arc::new(ordered(order, table)))),
        // Hundreds of rows are not compared to learn that they are others.
        |_, _| true,
    );
    Memo::new_with_compare(move |before| view.with(|view| all.with(|all| find(view, all, before))), |_, _| true)
}

/// All rows in the order of the view.
fn ordered(view: &View, table: &Table) -> Vec<Known> {
    let searched = |row: &Row| table.searched.get(&row.reference).cloned();
    let mut all: Vec<Known> =
        table.rows.iter().map(|row| Known { row: Arc::clone(row), searched: searched(row) }).collect();
    all.sort_by(|one, other| view.compare(&one.row, &other.row));
    all
}

fn find(view: &View, all: &Arc<Vec<Known>>, before: Option<&Found>) -> Found {
    let today = Desk::today();
    let before = before.filter(|before| Arc::ptr_eq(&before.all, all) && before.today == today);
    let narrowed = before.and_then(|before| Some((view.sieve_on(&before.view, &today)?, &before.rows)));
    let (sieve, rows) = narrowed.unwrap_or_else(|| (view.sieve(&today), &**all));
    let keeps = |known: &&Known| sieve.keeps(&known.row, known.searched.as_deref());
    let rows = rows.iter().filter(keeps).cloned().collect();
    Found { view: view.clone(), today: today.clone(), all: Arc::clone(all), rows }
}
