//! What a life has come to: so that a test can tell that lives are as rich as they are meant to be.

use crate::world::World;
use domain::ledger::{Event, Happening, Names as _};
use domain::outbox::{Fact, TaskState};
use domain::reference::Reference;
use domain::standing::Standing;
use std::collections::BTreeSet;

/// Everything that [`of`] can find.
pub const ALL: [&str; 31] = [
    "a mentor's link opened",
    "a framework changed",
    "a framework accepted",
    "received",
    "taken up from the spool",
    "address confirmed",
    "edited",
    "taken up by staff",
    "withdrawn",
    "let stand again",
    "allowed by staff with a reason",
    "registered as a pair",
    "told that it opened",
    "erased",
    "other answers set aside",
    "a letter to a person with an unknown outcome",
    "a letter to a person given up",
    "a staff letter marked as a possible duplicate",
    "a reference that was taken",
    "another sealing key",
    "a ledger restored",
    "a programme set by staff",
    "decided by staff",
    "a decision taken back",
    "a call that arrived twice",
    "a mentor's yes",
    "a mentee's yes",
    "a place given back",
    "mentors wished for",
    "the next wish asked",
    "a mentor's question",
];

pub fn of(world: &World) -> BTreeSet<&'static str> {
    let rows = world.book.rows();
    let mut found = BTreeSet::new();
    for record in rows.records.values() {
        found.extend(record.history.iter().filter_map(happened));
        let stands: Vec<_> = record.history.iter().filter(|event| matches!(event.what, Happening::Became(_))).collect();
        let comes_back = |pair: &[&Event]| pair[0].what == Happening::Became(Standing::Withdrawn);
        found.extend(stands.windows(2).any(comes_back).then_some("let stand again"));
        let first = Reference::of_hash(&world.names.reference(record.id.as_str(), 0));
        found.extend((first != record.reference).then_some("a reference that was taken"));
    }
    for (_, task) in rows.all_tasks() {
        found.extend(match (task.fact.is_to_a_person(), task.state) {
            (true, TaskState::Unknown) => Some("a letter to a person with an unknown outcome"),
            (true, TaskState::GivenUp) => Some("a letter to a person given up"),
            (false, _) if task.fact == Fact::StaffLetter && task.possible_duplicate => {
                Some("a staff letter marked as a possible duplicate")
            }
            _ => None,
        });
    }
    let (is_restored, is_repeated) = {
        let watch = world.watch.borrow();
        (watch.was_restored(), watch.has_met_a_repeated_call)
    };
    let key = world.at_ledger.keys().first().is_some_and(|key| key != "key-1");
    let more = [
        (!rows.erasures.is_empty(), "erased"),
        (!rows.aside.is_empty(), "other answers set aside"),
        (key, "another sealing key"),
        (is_restored, "a ledger restored"),
        (!rows.live.is_empty(), "a programme set by staff"),
        (is_repeated, "a call that arrived twice"),
    ];
    found.extend(more.into_iter().filter_map(|(is_so, what)| is_so.then_some(what)));
    found
}

/// What an event of a record shows to have been reached.
fn happened(event: &Event) -> Option<&'static str> {
    match event.what {
        Happening::Received => Some("received"),
        Happening::TakenUp => Some("taken up from the spool"),
        Happening::AddressConfirmed => Some("address confirmed"),
        Happening::Edited => Some("edited"),
        Happening::Allowed => event.reason.is_some().then_some("allowed by staff with a reason"),
        Happening::Became(Standing::Paired) => Some("registered as a pair"),
        Happening::Became(Standing::UnderReview) => Some("taken up by staff"),
        Happening::Became(Standing::Withdrawn) => Some("withdrawn"),
        Happening::Became(Standing::Told) => Some("told that it opened"),
        // Of these the last three come in one life of a hundred.
        Happening::Became(Standing::Received)
        | Happening::Stated
        | Happening::LinkRenewed
        | Happening::ErasureAsked
        | Happening::Commented
        | Happening::Entered
        | Happening::Protected(_)
        | Happening::Unmasked
        | Happening::Restricted(_)
        | Happening::Asked(_)
        | Happening::Answered(_)
        | Happening::Checked
        | Happening::LinksCancelled(_)
        | Happening::LanguageChosen(_)
        | Happening::LetterTurned(..)
        | Happening::OfferSet
        | Happening::RequestAnswered
        | Happening::WillingAsked
        | Happening::SaidWilling
        | Happening::MenteeReplied
        | Happening::Registered => None,
        Happening::Became(_) => Some("decided by staff"),
        Happening::Undone(_) => Some("a decision taken back"),
        Happening::PlaceTaken => Some("a mentor's yes"),
        Happening::PlaceFreed => Some("a place given back"),
        Happening::MenteeAgreed => Some("a mentee's yes"),
        Happening::MentorWondered => Some("a mentor's question"),
        Happening::WishesSet => Some("mentors wished for"),
        Happening::NextAsked => Some("the next wish asked"),
        Happening::MentorOpened => Some("a mentor's link opened"),
        Happening::Proposed => Some("a framework changed"),
        Happening::Accepted => Some("a framework accepted"),
    }
}
