//! People with their phones, behaving as the portal does: one id for a draft, the same answers until a receipt comes back.

use crate::answers;
use crate::world::World;
use domain::call::{DraftId, FindRequest, Receipt, SendRequest};
use domain::draft::Draft;
use domain::link::Secret;
use domain::problem::Problem;
use domain::programme::{Form, Programme};

/// What is on a phone.
#[derive(Clone)]
pub struct Phone {
    pub id: DraftId,
    pub secret: Secret,
    pub draft: Draft,
    pub state: State,
}

/// How far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    Typing,
    /// It was sent and nobody knows what became of it: the answers are locked.
    Unknown,
    Received(Receipt),
}

impl Phone {
    pub fn new(programme: &Programme, form: &Form, chance: &mut crate::chance::Chance) -> Self {
        let mut draft = answers::valid(programme, form, chance);
        if chance.per_mille(120) {
            answers::spoil(&mut draft, form, chance);
        }
        Self {
            id: DraftId::from_random(chance.bytes()),
            secret: Secret::from_random(chance.bytes()),
            draft,
            state: State::Typing,
        }
    }

    pub fn request(&self) -> SendRequest {
        SendRequest {
            id: self.id.as_str().to_owned(),
            receipt_hash: self.secret.hash().as_str().to_owned(),
            draft: self.draft.clone(),
        }
    }

    pub fn question(&self) -> FindRequest {
        FindRequest { id: self.id.as_str().to_owned(), receipt_hash: self.secret.hash().as_str().to_owned() }
    }

    /// Four letters that tell one phone from another in a story.
    pub fn name(&self) -> &str {
        &self.id.as_str()[..4]
    }
}

/// What a phone does with an answer to its sending; it may have gone on to another draft meanwhile.
pub fn hear(world: &World, index: usize, id: &DraftId, answer: &Result<Receipt, Problem>) {
    let mut phones = world.phones.borrow_mut();
    let Some(phone) = phones.get_mut(index).filter(|phone| phone.id == *id) else { return };
    world.tell(|| {
        let heard =
            answer.as_ref().map_or_else(Problem::key, |receipt| if receipt.spooled { "spooled" } else { "received" });
        format!("    phone {} hears: {heard}", phone.name())
    });
    if matches!(phone.state, State::Received(_)) {
        return;
    }
    match answer {
        Ok(receipt) | Err(Problem::OtherAnswers { receipt }) => phone.state = State::Received(receipt.clone()),
        Err(Problem::Unreachable) => {}
        Err(Problem::Erased) => {
            phone.id = DraftId::from_random(world.dice.with(crate::chance::Chance::bytes));
            phone.secret = Secret::from_random(world.dice.with(crate::chance::Chance::bytes));
            phone.state = State::Typing;
        }
        Err(Problem::Faults { .. }) => {
            if let Ok((programme, form)) = phone.draft.form() {
                phone.draft = world.dice.with(|chance| answers::valid(programme, form, chance));
            }
            phone.state = State::Typing;
        }
        Err(_) => phone.state = State::Typing,
    }
}
