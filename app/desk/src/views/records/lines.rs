//! The rows as they stand in the table: each is copied from one pattern, and stays, with the focus in it, while it is wanted.

use super::{HEADS, cells};
use crate::browser;
use crate::place::Place;
use crate::state::Desk;
use domain::desk::queue::late_days;
use domain::desk::row::Row;
use domain::fill::fill;
use domain::words::desk::records as words;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// A row without words: copying it costs a tenth of making its parts one by one. What happens in it is heard at the table, so
/// that no row has listeners of its own.
const PATTERN: &str = "<tr role='row'><td role='cell'><input type='checkbox'></td>\
    <th role='rowheader' scope='row'><a></a></th><td role='cell'><span class='ref'></span></td><td role='cell'></td>\
    <td role='cell'></td><td role='cell'></td><td role='cell'></td><td role='cell'></td>\
    <td role='cell' class='marks'></td></tr>";

/// What stands in the table's body, from top to bottom.
pub struct Lines {
    desk: Desk,
    today: String,
    body: Element,
    pattern: Element,
    standing: Vec<Line>,
}

struct Line {
    row: Arc<Row>,
    is_picked: bool,
    element: Element,
    tick: HtmlInputElement,
}

impl Lines {
    pub fn new(desk: Desk, body: Element) -> Option<Self> {
        let workshop = browser::document()?.create_element("tbody").ok()?;
        workshop.set_inner_html(PATTERN);
        let pattern = workshop.first_element_child()?;
        let cells = pattern.children();
        // A row's name stands without a label, as its box does.
        for (place, head) in (1..).zip(HEADS).skip(1) {
            cells.item(place)?.set_attribute("data-label", desk.say(head)).ok()?;
        }
        Some(Self { desk, today: Desk::today(), body, pattern, standing: Vec::new() })
    }

    /// Brings the table to these rows, touching only those that are new, changed or in another place.
    pub fn show(&mut self, wanted: &[Arc<Row>], picked: &BTreeSet<String>) {
        let mut left = self.without_unwanted(wanted);
        let places: HashMap<String, usize> = left
            .iter()
            .enumerate()
            .filter_map(|(place, line)| Some((line.as_ref()?.row.reference.clone(), place)))
            .collect();
        let mut at = 0;
        for row in wanted {
            while left.get(at).is_some_and(Option::is_none) {
                at += 1;
            }
            let place = places.get(&row.reference).copied();
            let known = place.and_then(|place| left.get_mut(place)?.take());
            let stays = known.is_some() && place == Some(at);
            let line = known.map(|line| self.renewed(line, row)).or_else(|| self.copied(row));
            let Some(mut line) = line else { continue };
            if !stays {
                let next = left.get(at).and_then(Option::as_ref).map(|line| line.element.as_ref());
                // The table's own body takes its own rows.
                let _ = self.body.insert_before(&line.element, next);
            }
            let is_picked = picked.contains(&row.reference);
            if line.is_picked != is_picked {
                line.is_picked = is_picked;
                line.tick.set_checked(is_picked);
            }
            self.standing.push(line);
        }
    }

    /// What stands and is wanted still, in its order; the rest is gone from the table.
    fn without_unwanted(&mut self, wanted: &[Arc<Row>]) -> Vec<Option<Line>> {
        if wanted.is_empty() {
            self.body.set_text_content(None);
            self.standing.clear();
        }
        let wanted: HashSet<&str> = wanted.iter().map(|row| row.reference.as_str()).collect();
        let (stay, go): (Vec<Line>, Vec<Line>) =
            self.standing.drain(..).partition(|line| wanted.contains(line.row.reference.as_str()));
        for line in go {
            line.element.remove();
        }
        stay.into_iter().map(Some).collect()
    }

    fn renewed(&self, mut line: Line, row: &Arc<Row>) -> Line {
        if line.row != *row {
            self.write(&line.element, row);
        }
        line.row = Arc::clone(row);
        line
    }

    fn copied(&self, row: &Arc<Row>) -> Option<Line> {
        let element: Element = self.pattern.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
        let tick = self.write(&element, row)?;
        Some(Line { row: Arc::clone(row), is_picked: false, element, tick })
    }

    /// Writes a row's words into a copy of the pattern; gives its box.
    fn write(&self, element: &Element, row: &Row) -> Option<HtmlInputElement> {
        let desk = self.desk;
        let [name, rest @ ..] = cells(desk, row, &self.today);
        let is_late = late_days(row, &self.today).is_some_and(|days| days > 0);
        element.set_class_name(if is_late { "late" } else { "" });
        let picks = element.first_element_child()?;
        let tick: HtmlInputElement = picks.first_element_child()?.dyn_into().ok()?;
        tick.set_value(&row.reference);
        let label = fill(desk.say(words::PICK), &[("reference", &row.reference)]);
        tick.set_attribute("aria-label", &label).ok()?;
        let mut cell = picks.next_element_sibling()?;
        let link = cell.first_element_child()?;
        let address = desk.language.address(&Place::Record(row.reference.clone()).path());
        link.set_attribute("href", &address).ok()?;
        link.set_text_content(Some(&name));
        for words in rest {
            cell = cell.next_element_sibling()?;
            cell.first_element_child().as_ref().unwrap_or(&cell).set_text_content(Some(&words));
        }
        Some(tick)
    }
}
