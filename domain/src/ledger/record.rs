//! A record: an application with its standing and history.

use super::letters;
use super::{EVENTS_MAX, Event, Happening, LinkKind};
use crate::application::Application;
use crate::asked::Asked;
use crate::call::{DraftId, Happened, Millis, OwnOffer, OwnPage, Receipt};
use crate::draft::Draft;
use crate::framework::Framework;
use crate::independence;
use crate::link::LinkHash;
use crate::mentor::Mentor;
use crate::programme::Role;
use crate::reference::Reference;
use crate::request::Request;
use crate::standing::Standing;
use crate::wish::Wishes;
use serde::{Deserialize, Serialize};

/// How long a person's link still opens what has come to an end (DESIGN.md, Links).
pub const LINKS_AFTER_END_MS: Millis = 90 * crate::outbox::DAY_MS;

/// An application with its standing and history, as the ledger keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    pub id: DraftId,
    pub reference: Reference,
    /// 1 when received; one more with every change. Each version is sealed under its own key.
    pub version: u32,
    /// A fact; never changes.
    pub received_at: Millis,
    /// The promised day, `YYYY-MM-DD`; none where nothing can be promised.
    pub answer_by: Option<String>,
    /// What arrived, checked, with the changes since.
    pub draft: Draft,
    /// What arrived, once there were changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrived: Option<Box<Draft>>,
    /// Of what arrived.
    pub fingerprint: LinkHash,
    pub standing: Standing,
    pub history: Vec<Event>,
    /// What a student and their mentor agree on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub framework: Option<Box<Framework>>,
    /// The last decision that a letter tells of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Box<Decision>>,
    /// Its number in the university's register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registry: Option<String>,
    /// Its answers are shown to staff only for a reason that they give.
    #[serde(default, skip_serializing_if = "crate::call::is_false")]
    pub protected: bool,
    /// Nothing is done with it but keeping it (GDPR, article 18).
    #[serde(default, skip_serializing_if = "crate::call::is_false")]
    pub restricted: bool,
    /// Which of all that ever arrived it is, 1 being the first: gaps would show that something was lost.
    #[serde(default)]
    pub number: u32,
    /// What its person has asked of staff, the oldest first; at most [`crate::asked::ASKED_MAX`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<Asked>,
    /// What staff keep of a mentor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mentor: Option<Box<Mentor>>,
    /// The mentors who were asked for a mentee, the oldest first; at most [`crate::request::REQUESTS_MAX`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requests: Vec<Request>,
    /// Whom a mentee would like as a mentor, and whom rather not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wishes: Option<Box<Wishes>>,
}

/// What staff decided and the person is told by letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Where the record was before; undoing leads there.
    pub from: Standing,
    /// What the letter says, in the person's language.
    pub letter: String,
    /// The requests as they were before, where it changed them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requests: Option<Vec<Request>>,
}

impl Record {
    pub fn receipt(&self) -> Receipt {
        Receipt {
            reference: self.reference.clone(),
            received_at: self.received_at,
            answer_by: self.answer_by.clone(),
            programme: self.draft.programme.clone(),
            role: self.draft.role.clone(),
            spooled: false,
        }
    }

    /// What the person's own page shows.
    pub fn own_page(&self) -> OwnPage {
        let form = self.draft.form().ok().map(|(_, form)| form);
        let ordered = form.into_iter().flat_map(crate::programme::Form::questions);
        let answers = ordered
            .filter_map(|question| Some((question.id.to_owned(), self.draft.answers.get(question.id)?.clone())))
            .collect();
        let asked = self.asked.clone();
        let told = |event: &Event| Happened { at: event.at, what: event.what, is_by_staff: event.by.is_some() };
        OwnPage {
            receipt: self.receipt(),
            edits: self.edits(),
            standing: self.standing,
            language: self.draft.language,
            is_restricted: self.restricted,
            ended_at: self.ended_at(),
            history: if self.framework.is_some() { Vec::new() } else { self.history.iter().map(told).collect() },
            offer: self
                .mentor
                .as_deref()
                .filter(|_| !self.standing.is_end())
                .map(|mentor| OwnOffer { free: mentor.free, paused_until: mentor.paused_until.clone() }),
            card: None,
            willing: None,
            letters: letters::wanted(self),
            requests: Vec::new(),
            may_wish: false,
            answers,
            framework: None,
            asked,
            others: Vec::new(),
        }
    }

    pub fn role(&self) -> Option<Role> {
        Role::parse(&self.draft.role)
    }

    /// How much has been noted. What becomes of a mentor's places and of asking them comes by itself, and is short.
    pub fn events(&self) -> usize {
        let comes_by_itself = |event: &&Event| {
            matches!(
                event.what,
                Happening::PlaceTaken
                    | Happening::PlaceFreed
                    | Happening::RequestAnswered
                    | Happening::WillingAsked
                    | Happening::SaidWilling
            )
        };
        self.history.iter().filter(|event| !comes_by_itself(event)).count()
    }

    /// Whether staff can note no more in its history: [`EVENTS_MAX`].
    pub fn is_full(&self) -> bool {
        self.events() >= EVENTS_MAX
    }

    /// Whether something its person has asked of staff waits for its answer.
    pub fn is_asked(&self) -> bool {
        self.asked.iter().any(Asked::is_open)
    }

    /// Whether its person waits to be told that the programme opens.
    pub fn waits(&self) -> bool {
        self.role() == Some(Role::Waiting) && self.standing == Standing::Received
    }

    /// How often the answers have been changed. Unlike the version it says nothing of letters, whose fate a record gets to know
    /// whenever they are settled.
    pub fn edits(&self) -> u32 {
        let edits = self.history.iter().filter(|event| event.what == Happening::Edited).count();
        u32::try_from(edits).unwrap_or(u32::MAX)
    }

    /// Whether something its person answered speaks against the mentor's independence. Of nothing but a registration is that asked.
    pub fn is_tied(&self) -> bool {
        self.role() == Some(Role::Registering) && independence::speaks_against(&self.draft)
    }

    /// Whether it is no pair before staff have said why it may be one all the same.
    pub fn needs_allowing(&self) -> bool {
        self.is_tied() && self.allowed_because().is_none()
    }

    /// The address given in its form.
    pub fn email(&self) -> Option<String> {
        Application::kept(&self.draft)?.email().map(str::to_owned)
    }

    /// Why staff allowed the pair as its answers now stand; what was allowed before a change of them no longer counts.
    pub fn allowed_because(&self) -> Option<&str> {
        let is_about_it = |event: &&Event| matches!(event.what, Happening::Allowed | Happening::Edited);
        self.history.iter().rev().find(is_about_it).and_then(|event| event.reason.as_deref())
    }

    /// The record after a link to it was opened; `None` when that changes nothing.
    pub fn opened(&self, kind: LinkKind, now: Millis) -> Option<Self> {
        let what = match kind {
            LinkKind::Receipt => return None,
            LinkKind::Mailed => Happening::AddressConfirmed,
            LinkKind::Mentor => Happening::MentorOpened,
        };
        (!self.has(what)).then(|| self.with(what, now))
    }

    pub(super) fn has(&self, what: Happening) -> bool {
        self.history.iter().any(|event| event.what == what)
    }

    /// Whether the link of that kind is still known and opens nothing: only a receipt's stays known.
    pub fn is_cancelled(&self, kind: LinkKind) -> bool {
        kind == LinkKind::Receipt && self.has(Happening::LinksCancelled(kind))
    }

    /// Whether a letter reached the person who sent it.
    pub fn is_confirmed(&self) -> bool {
        self.has(Happening::AddressConfirmed)
    }

    /// Whether it is erased as soon as those whom it concerns have been told.
    pub fn is_to_be_erased(&self) -> bool {
        self.framework.as_ref().and_then(|framework| framework.ending).is_some_and(|ending| ending.erases)
    }

    /// Whether its links open nothing any more: [`LINKS_AFTER_END_MS`] after it came to an end.
    pub fn is_closed(&self, now: Millis) -> bool {
        self.ended_at().is_some_and(|at| now.saturating_sub(at) > LINKS_AFTER_END_MS)
    }

    /// The next version, in another standing.
    #[must_use]
    pub fn became(&self, standing: Standing, now: Millis) -> Self {
        Self { standing, ..self.with(Happening::Became(standing), now) }
    }

    /// The next version, with what happened.
    #[must_use]
    pub fn with(&self, what: Happening, now: Millis) -> Self {
        self.after(Event::of(what, now))
    }

    /// The next version, with one more event.
    #[must_use]
    pub fn after(&self, event: Event) -> Self {
        let mut next = Self { version: self.version.saturating_add(1), ..self.clone() };
        next.history.push(event);
        next
    }
}

/// A record for tests: received at 0, without answers.
#[cfg(test)]
pub(crate) fn sample(standing: Standing, history: &[(Happening, Millis)]) -> Record {
    let programme = crate::programme::programme("everything").unwrap();
    Record {
        id: DraftId::from_random([1; 16]),
        reference: Reference::of_hash(&[1; 32]),
        version: 3,
        received_at: 0,
        answer_by: None,
        draft: Draft::new(programme, Role::Mentee, crate::text::Language::Sv),
        arrived: None,
        fingerprint: LinkHash::of(b"x"),
        standing,
        history: history.iter().map(|(what, at)| Event::of(*what, *at)).collect(),
        framework: None,
        decision: None,
        registry: None,
        asked: Vec::new(),
        mentor: None,
        requests: Vec::new(),
        wishes: None,
        protected: false,
        restricted: false,
        number: 1,
    }
}
