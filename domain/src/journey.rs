//! Where a person is in a form: derived from the answers, the same on the phone and in the Worker.

use crate::draft::Draft;
use crate::problem::Fault;
use crate::programme::{Form, Page, Programme};
use crate::question::Kind;

/// A place in a form; each is a document of its own.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    Page(&'static Page),
    /// Check your answers, then send.
    Check,
    Receipt,
}

impl Place {
    /// The last part of its address.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Page(page) => page.id,
            Self::Check => "check",
            Self::Receipt => "receipt",
        }
    }

    pub fn parse(form: &'static Form, id: &str) -> Option<Self> {
        match id {
            "check" => Some(Self::Check),
            "receipt" => Some(Self::Receipt),
            page => form.page(page).map(Self::Page),
        }
    }

    /// Its address without language: `/ki-alumni/mentee/goals`.
    pub fn path(self, programme: &Programme, form: &Form) -> String {
        format!("/{}/{}/{}", programme.slug, form.role.slug(), self.id())
    }
}

impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

/// Every place of a form, in order.
pub fn places(form: &'static Form) -> impl Iterator<Item = Place> {
    form.pages.iter().map(Place::Page).chain([Place::Check, Place::Receipt])
}

/// What a person asks for with a button.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Go {
    /// On to the next page; `return_to_check` when they came from there to change something.
    Continue {
        return_to_check: bool,
    },
    Back,
    /// Show this place as it is: the language switch, or Change on the check page.
    Stay,
    To(Place),
    /// Puts a ranked choice in another order; the place stays.
    Arrange(Arrange),
    Send,
}

/// A change in the order of a ranked choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrange {
    pub question: &'static str,
    pub how: Arranging,
}

/// What is done to the list. Places count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arranging {
    /// To the end, if it is not there already.
    Add(&'static str),
    /// One place up.
    Up(usize),
    Down(usize),
    Remove(usize),
}

impl Arrange {
    /// The list after the change; a place that there is none of changes nothing.
    pub fn apply(self, values: &mut Vec<String>) {
        match self.how {
            Arranging::Add(option) if !values.iter().any(|value| value == option) => values.push(option.to_owned()),
            Arranging::Up(place) if place >= 2 && place <= values.len() => {
                values.swap(place.saturating_sub(1), place.saturating_sub(2));
            }
            Arranging::Down(place) if place >= 1 && place < values.len() => {
                values.swap(place.saturating_sub(1), place);
            }
            Arranging::Remove(place) if (1..=values.len()).contains(&place) => {
                values.remove(place.saturating_sub(1));
            }
            Arranging::Add(_) | Arranging::Up(_) | Arranging::Down(_) | Arranging::Remove(_) => {}
        }
    }

    /// The value of its button: `rank.<question>.add.<option>`, `rank.<question>.up.<place>` …
    pub fn button(self) -> String {
        let (how, what) = match self.how {
            Arranging::Add(option) => ("add", option.to_owned()),
            Arranging::Up(place) => ("up", place.to_string()),
            Arranging::Down(place) => ("down", place.to_string()),
            Arranging::Remove(place) => ("remove", place.to_string()),
        };
        format!("rank.{}.{how}.{what}", self.question)
    }

    /// What such a value asks for.
    pub fn parse(button: &str, form: &'static Form) -> Option<Self> {
        let mut parts = button.strip_prefix("rank.")?.split('.');
        let (id, how, what) = (parts.next()?, parts.next()?, parts.next()?);
        let question = form.question(id).filter(|question| matches!(question.kind, Kind::RankedChoice { .. }))?;
        let how = match how {
            "add" => Arranging::Add(question.kind.options().iter().find(|option| **option == what)?),
            "up" => Arranging::Up(what.parse().ok()?),
            "down" => Arranging::Down(what.parse().ok()?),
            "remove" => Arranging::Remove(what.parse().ok()?),
            _ => return None,
        };
        Some(Self { question: question.id, how })
    }
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    Show {
        place: Place,
        faults: Vec<Fault>,
    },
    /// Everything is right: send it.
    Send,
}

/// The pages these answers make it ask.
pub fn asked(form: &'static Form, draft: &Draft) -> impl Iterator<Item = &'static Page> {
    form.pages.iter().filter(|page| page.questions.iter().any(|question| question.is_asked(&draft.answers)))
}

/// What `go` leads to from `place`.
pub fn step(form: &'static Form, draft: &Draft, place: Place, go: Go) -> Step {
    let show = |place| Step::Show { place, faults: Vec::new() };
    match (go, place) {
        (Go::Stay | Go::Arrange(_), here) => show(here),
        (Go::To(there), _) => show(there),
        (Go::Back, here) => show(before(form, draft, here)),
        (Go::Continue { return_to_check }, Place::Page(page)) => match draft.check_page(page) {
            Err(faults) => Step::Show { place, faults },
            Ok(_) if return_to_check => show(first_unfinished(form, draft)),
            Ok(_) => show(after(form, draft, page)),
        },
        (Go::Continue { .. } | Go::Send, _) => match draft.check() {
            Ok(_) => Step::Send,
            Err(faults) => Step::Show { place: place_of_first(form, &faults), faults },
        },
    }
}

/// The first page with a fault, or the check page: as far as these answers reach.
pub fn first_unfinished(form: &'static Form, draft: &Draft) -> Place {
    asked(form, draft).find(|page| draft.check_page(page).is_err()).map_or(Place::Check, Place::Page)
}

/// `wanted`, or the page that must be answered before it.
pub fn reachable(form: &'static Form, draft: &Draft, wanted: Place) -> Place {
    let first = first_unfinished(form, draft);
    let position = |place: Place| places(form).position(|known| known == place);
    if position(first) < position(wanted) { first } else { wanted }
}

fn after(form: &'static Form, draft: &Draft, page: &Page) -> Place {
    let mut later = asked(form, draft).skip_while(|asked| asked.id != page.id).skip(1);
    later.next().map_or(Place::Check, Place::Page)
}

fn before(form: &'static Form, draft: &Draft, place: Place) -> Place {
    let earlier = asked(form, draft).take_while(|page| page.id != place.id()).last();
    earlier.map_or(place, Place::Page)
}

/// The page of the first fault; the check page shows those that belong to none.
fn place_of_first(form: &'static Form, faults: &[Fault]) -> Place {
    faults.first().and_then(|fault| form.page_of(&fault.field)).map_or(Place::Check, Place::Page)
}
