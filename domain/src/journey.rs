//! Where a person is in a form: derived from the answers, the same on the phone and in the Worker.

use crate::draft::Draft;
use crate::problem::Fault;
use crate::programme::{Form, Page, Programme};

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
    Send,
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
        (Go::Stay, here) => show(here),
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
