//! The page on which a person changes their answers as long as nobody has taken them up: all that can be changed on one page,
//! where whatever goes wrong what was typed stands again.

use super::{read, sign_in};
use crate::answer::{fault_sentence, problem_page, see_other, set_problem_headers};
use crate::ask::{Ask, Person};
use crate::body::{Kind, of_kind};
use crate::form::put_answers;
use crate::ledger::{Object, send};
use crate::{document, framework, gate};
use domain::call::{ChangeOwn, ChangeRequest, OwnPage};
use domain::draft::{Answers, Draft};
use domain::fills::Fills;
use domain::form_post::{FormPost, field};
use domain::journey::Go;
use domain::problem::Problem;
use domain::programme::{Form, Programme, Role, programme};
use domain::reference::Reference;
use domain::shown::show_fault;
use domain::words as all_words;
use domain::words::form::framework as framework_words;
use domain::words::form::own as words;
use worker::{Response, Result};

/// What stands on the page.
struct Writing {
    programme: &'static Programme,
    form: &'static Form,
    /// The record that the page shows, and how often its answers had been changed.
    of: String,
    seen: u32,
    answers: Answers,
}

/// The page on which a change is written, of whatever the session is of.
pub async fn page(ask: &Ask, person: &Person) -> Result<Response> {
    match read(ask, person).await {
        Ok(own) if own.framework.is_some() => framework::change(ask, &own).await,
        Ok(own) => match Writing::of(&own) {
            Some(writing) => document::filled(ask, &writing.path(), ask.language, writing.fills(), 200).await,
            // There is nothing left to change.
            None => see_other(&ask.language.address("/my"), ask.language),
        },
        Err(Problem::NotSignedIn) => sign_in(ask).await,
        Err(problem) => problem_page(ask, &problem).await,
    }
}

/// Takes what was written.
pub async fn save(ask: &Ask, person: Option<Person>) -> Result<Response> {
    let body = match of_kind(ask, Kind::Form) {
        Ok(body) => body,
        Err(problem) => return problem_page(ask, &problem).await,
    };
    let first = |wanted| {
        let found = form_urlencoded::parse(body).find(|(name, _)| name == wanted);
        found.map(|(_, value)| value.into_owned()).unwrap_or_default()
    };
    let asked = programme(&first(framework_words::PROGRAMME))
        .and_then(|programme| Some((programme, programme.form(Role::parse(&first(framework_words::ROLE))?)?)));
    let Some((programme, form)) = asked.filter(|(_, form)| form.role != Role::Framework) else {
        return framework::propose(ask, person).await;
    };
    let posted = FormPost::parse(body, programme, form, ask.language);
    let writing = Writing {
        programme,
        form,
        of: first(field::OF),
        seen: first(framework_words::SEEN).parse().unwrap_or_default(),
        answers: posted.draft.answers,
    };
    if matches!(posted.go, Go::Arrange(_)) {
        let mut fills = writing.fills();
        fills.show("unsaved");
        return document::filled(ask, &writing.path(), ask.language, fills, 200).await;
    }
    let saved = match &person {
        Some(person) => writing.send(ask, person).await,
        None => Err(Problem::NotSignedIn),
    };
    match saved {
        Ok(()) => see_other(&ask.language.address("/my"), ask.language),
        Err(problem) => writing.refused(ask, &problem).await,
    }
}

impl Writing {
    fn of(own: &OwnPage) -> Option<Self> {
        let programme = programme(&own.receipt.programme)?;
        let form = programme.form(Role::parse(&own.receipt.role)?)?;
        let may = own.standing.may_be_changed(form.role) && !own.is_restricted;
        may.then(|| Self {
            programme,
            form,
            of: own.receipt.reference.as_str().to_owned(),
            seen: own.edits,
            answers: own.answers.iter().cloned().collect(),
        })
    }

    fn path(&self) -> String {
        format!("/my/{}/{}/change", self.programme.slug, self.form.role.slug())
    }

    fn fills(&self) -> Fills {
        let mut fills = Fills::default();
        put_answers(&mut fills, self.form, &self.answers);
        fills.field(field::OF, vec![self.of.clone()]);
        fills.field(framework_words::SEEN, vec![self.seen.to_string()]);
        fills
    }

    async fn send(&self, ask: &Ask, person: &Person) -> std::result::Result<(), Problem> {
        gate::network(ask, person.session().as_str()).await?;
        let request = ChangeRequest {
            session: person.session().clone(),
            // Every page of ours says what it shows.
            of: Reference::parse(&self.of).ok_or(Problem::Changed)?,
            seen: self.seen,
            answers: self.answers.clone(),
        };
        send::<ChangeOwn>(&ask.env, Object::Ledger, &request).await.map(drop)
    }

    async fn refused(self, ask: &Ask, problem: &Problem) -> Result<Response> {
        let mut fills = self.fills();
        match problem {
            Problem::Faults { faults } => {
                let mut draft = Draft::new(self.programme, self.form.role, ask.language);
                draft.answers.clone_from(&self.answers);
                for fault in faults {
                    let sentence = fault_sentence(&draft, fault, ask.language);
                    let Some(question) = self.form.question(&fault.field) else {
                        fills.text("problem", sentence);
                        continue;
                    };
                    show_fault(&mut fills, question, sentence);
                }
            }
            Problem::NotSignedIn => fills.text("problem", framework_words::SIGNED_OUT.say(ask.language)),
            Problem::Changed if self.is_of_another(ask).await => {
                fills.text("problem", words::WRITE_OTHER_OPENED.say(ask.language));
            }
            Problem::Changed => fills.text("problem", words::WRITE_TOO_LATE.say(ask.language)),
            other => fills.text("problem", all_words::problem::sentence(other, ask.language)),
        }
        let response = document::filled(ask, &self.path(), ask.language, fills, problem.status()).await?;
        set_problem_headers(response.headers(), problem)?;
        Ok(response)
    }

    /// Whether another page of the same person was opened in the same browser meanwhile.
    async fn is_of_another(&self, ask: &Ask) -> bool {
        let Some(person) = Person::of(ask) else { return false };
        read(ask, &person).await.is_ok_and(|own| own.receipt.reference.as_str() != self.of)
    }
}
