//! A form posted by a browser without the portal's program: the same journey, checks and words, page by page.

use crate::answer::{fault_sentence, problem_page, set_problem_headers};
use crate::ask::{Ask, draw_keys};
use crate::body::{Kind, of_kind};
use crate::{calls, document, live};
use domain::call::{DraftId, Receipt, SendRequest, link_path};
use domain::draft::Answers;
use domain::fill::fill;
use domain::fills::Fills;
use domain::form_post::{FormPost, date_fields, field};
use domain::journey::{Go, Place, Step, step};
use domain::link::Secret;
use domain::problem::{Fault, FaultKind, Problem};
use domain::programme::{Form, Programme};
use domain::question::{Kind as QuestionKind, YES};
use domain::shown::{self, show_answers, show_changes, show_fault, show_ranking};
use domain::text::Language;
use domain::{calendar, release, words};
use worker::{Response, Result};

/// One form as it stands in the middle of a post.
struct Filling {
    programme: &'static Programme,
    form: &'static Form,
    posted: FormPost,
    /// The notice on personal data has changed since the person read it.
    notice_changed: bool,
    id: DraftId,
    secret: Secret,
    /// What is sent with it.
    request: SendRequest,
}

/// Answers a post to a place of a form with the next document.
pub async fn post(ask: Ask, programme: &'static Programme, form: &'static Form, place: Place) -> Result<Response> {
    let body = match of_kind(&ask, Kind::Form) {
        Ok(body) => body,
        Err(problem) => return problem_page(&ask, &problem).await,
    };
    let mut posted = FormPost::parse(body, programme, form, ask.language);
    let notice_changed = posted.draft.renew_notice(programme, form);
    // Id and secret belong together: a post that lost one gets both anew.
    let (id, secret) = match (posted.id.clone(), posted.secret.clone()) {
        (Some(id), Some(secret)) => (id, secret),
        _ => draw_keys()?,
    };
    let request = SendRequest {
        id: id.as_str().to_owned(),
        receipt_hash: secret.hash().as_str().to_owned(),
        draft: posted.draft.clone(),
    };
    let filling = Filling { programme, form, posted, notice_changed, id, secret, request };
    match step(form, &filling.posted.draft, place, filling.posted.go) {
        Step::Show { place, faults } => filling.show(&ask, place, faults).await,
        Step::Send => match calls::receive(&ask, &filling.request).await {
            Ok(kept) => filling.show_receipt(&ask, &kept.reply).await,
            Err(Problem::OtherAnswers { receipt }) => filling.show_standing_receipt(&ask, &receipt).await,
            Err(Problem::Faults { faults }) => filling.show_faults(&ask, faults).await,
            Err(problem) => filling.show_problem(&ask, &problem).await,
        },
    }
}

impl Filling {
    async fn show(&self, ask: &Ask, place: Place, faults: Vec<Fault>) -> Result<Response> {
        let mut fills = self.fills(ask.language, place);
        let status = if faults.is_empty() { 200 } else { Problem::from(faults.clone()).status() };
        for fault in &faults {
            let sentence = fault_sentence(&self.posted.draft, fault, ask.language);
            if let Some(question) = self.form.question(&fault.field) {
                show_fault(&mut fills, question, sentence);
            } else {
                fills.text("problem", sentence);
            }
        }
        if self.notice_changed {
            fills.text("problem", words::fault::general(FaultKind::OtherNotice).say(ask.language));
        }
        document::filled(ask, &place.path(self.programme, self.form), ask.language, fills, status).await
    }

    /// Faults that the ledger found: at the page of the first one, as far as it has one.
    async fn show_faults(&self, ask: &Ask, faults: Vec<Fault>) -> Result<Response> {
        let page = faults.iter().find_map(|fault| self.form.page_of(&fault.field));
        self.show(ask, page.map_or(Place::Check, Place::Page), faults).await
    }

    async fn show_problem(&self, ask: &Ask, problem: &Problem) -> Result<Response> {
        let mut fills = self.fills(ask.language, Place::Check);
        fills.text("problem", words::problem::sentence(problem, ask.language));
        if *problem == Problem::Erased {
            // Sent anew it is something new: under another id, with another link.
            let (id, secret) = draw_keys()?;
            put_keys(&mut fills, &id, &secret);
        }
        let path = Place::Check.path(self.programme, self.form);
        let response = document::filled(ask, &path, ask.language, fills, problem.status()).await?;
        set_problem_headers(response.headers(), problem)?;
        Ok(response)
    }

    async fn show_receipt(&self, ask: &Ask, receipt: &Receipt) -> Result<Response> {
        let path = Place::Receipt.path(self.programme, self.form);
        document::filled(ask, &path, ask.language, self.receipt_fills(ask, receipt), 200).await
    }

    /// The id was received before with other answers: those stand, and the person learns under which reference.
    async fn show_standing_receipt(&self, ask: &Ask, receipt: &Receipt) -> Result<Response> {
        let mut fills = self.receipt_fills(ask, receipt);
        let live = live::last_known(self.programme.slug);
        let contact = live.as_ref().map_or(self.programme.contact, |live| live.contact.as_str());
        let values = [("contact", contact), ("reference", receipt.reference.as_str())];
        fills.text("other-answers", fill(words::form::ALREADY_RECEIVED.say(ask.language), &values));
        let path = Place::Receipt.path(self.programme, self.form);
        let status = Problem::OtherAnswers { receipt: receipt.clone() }.status();
        document::filled(ask, &path, ask.language, fills, status).await
    }

    fn receipt_fills(&self, ask: &Ask, receipt: &Receipt) -> Fills {
        let language = ask.language;
        let mut fills = Fills::default();
        show_receipt(&mut fills, receipt, language);
        // Whole: on paper it is read.
        fills.link("receipt-link", format!("{}{}", ask.origin(), link_path(&self.secret, language)));
        // The other language's receipt could not be filled again; the link's page says the same.
        fills.link("receipt-language", link_path(&self.secret, language.other()));
        fills
    }

    /// Everything typed so far, in the fields of this page and in the hidden ones.
    fn fills(&self, language: Language, place: Place) -> Fills {
        let mut fills = Fills::default();
        let draft = &self.posted.draft;
        put_answers(&mut fills, self.form, &draft.answers);
        put_keys(&mut fills, &self.id, &self.secret);
        fills.field(field::NOTICE, vec![draft.notice.clone()]);
        fills.field(field::TRAP, vec![draft.website.clone()]);
        let came_to_change = self.posted.returning || matches!(self.posted.go, Go::To(_));
        let returning = came_to_change && matches!(place, Place::Page(_));
        fills.field(field::RETURN, if returning { vec![YES.to_owned()] } else { Vec::new() });
        self.put_changes(&mut fills, place);
        if place == Place::Check {
            show_answers(&mut fills, self.form, &draft.answers, language);
        }
        fills
    }

    /// What a release has changed since the answers were given, and the fields that carry on how they are asked now.
    fn put_changes(&self, fills: &mut Fills, place: Place) {
        let (answers, changes) = (&self.posted.draft.answers, &self.posted.changes);
        show_changes(fills, self.form, answers, &changes.questions, &changes.aside);
        let mut asked = answered(answers);
        if let Place::Page(page) = place {
            // What is about to be answered is answered as it stands here.
            asked.extend(page.questions.iter().map(|question| (question.id.to_owned(), Vec::new())));
        }
        fills.field(field::ASKED, vec![release::asked(self.form, &asked)]);
        fills.field(field::ASIDE, vec![changes.aside.join("\n")]);
    }
}

/// Only what is answered: every post carries every question.
fn answered(answers: &Answers) -> Answers {
    let is_answered = |values: &[String]| values.iter().any(|value| !value.trim().is_empty());
    answers.iter().filter(|(_, values)| is_answered(values)).map(|(id, values)| (id.clone(), values.clone())).collect()
}

/// The facts of a receipt, on its page and on the own page.
pub fn show_receipt(fills: &mut Fills, receipt: &Receipt, language: Language) {
    let (day, clock) = (calendar::day(receipt.received_at), calendar::clock(receipt.received_at));
    shown::show_receipt(fills, receipt, words::date::moment(&day, &clock, language), language);
}

/// What was typed, in the fields of every question.
pub fn put_answers(fills: &mut Fills, form: &'static Form, answers: &Answers) {
    for question in form.questions() {
        let values = answers.get(question.id).cloned().unwrap_or_default();
        match question.kind {
            QuestionKind::Date { .. } => {
                for (name, part) in date_fields(question.id, &values) {
                    fills.field(&name, vec![part]);
                }
            }
            QuestionKind::RankedChoice { options, max, .. } => {
                show_ranking(fills, question.id, options, max, &values);
            }
            _ => {}
        }
        fills.field(question.id, values);
    }
}

fn put_keys(fills: &mut Fills, id: &DraftId, secret: &Secret) {
    fills.field(field::ID, vec![id.as_str().to_owned()]);
    fills.field(field::SECRET, vec![secret.as_str().to_owned()]);
}
