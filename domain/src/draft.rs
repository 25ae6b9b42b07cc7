//! What a person has typed so far, and how it becomes an application or every fault at once.

use crate::answer;
use crate::application::Application;
use crate::problem::{Fault, FaultKind, own_field};
use crate::programme::{Form, Page, Programme, Role, programme};
use crate::question::Kind;
use crate::text::Language;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Field name → what was typed or chosen, as it was typed. A text has one value, a choice as many as were ticked.
pub type Answers = BTreeMap<String, Vec<String>>;

/// Values one field may carry; the longest list of options a programme file may have.
pub const VALUES_MAX: usize = 40;

/// What is typed, before anything is known to be right about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    pub programme: String,
    pub role: String,
    /// The language the person reads; letters follow it.
    pub language: Language,
    /// Version of the notice that was shown.
    pub notice: String,
    pub answers: Answers,
    /// A field that no person sees; what fills it is probably not a person.
    #[serde(default)]
    pub website: String,
}

impl Draft {
    pub fn new(programme: &Programme, role: Role, language: Language) -> Self {
        Self {
            programme: programme.slug.to_owned(),
            role: role.slug().to_owned(),
            language,
            notice: programme.notice_version.to_owned(),
            ..Self::default()
        }
    }

    /// The programme and form the draft names.
    pub fn form(&self) -> Result<(&'static Programme, &'static Form), Fault> {
        let programme =
            programme(&self.programme).ok_or_else(|| Fault::of(own_field::PROGRAMME, FaultKind::UnknownProgramme))?;
        let form = Role::parse(&self.role)
            .and_then(|role| programme.form(role))
            .ok_or_else(|| Fault::of(own_field::ROLE, FaultKind::UnknownRole))?;
        Ok((programme, form))
    }

    /// Where the notice on personal data has changed since it was shown: takes today's, and forgets that the old one was
    /// read. Says whether it had.
    pub fn renew_notice(&mut self, programme: &Programme, form: &Form) -> bool {
        let changed = self.notice != programme.notice_version;
        if changed {
            programme.notice_version.clone_into(&mut self.notice);
            let acknowledged = form.questions().filter(|question| question.kind == Kind::Acknowledgement);
            for question in acknowledged {
                self.answers.remove(question.id);
            }
        }
        changed
    }

    /// The application this draft is, or every fault at once, in form order.
    pub fn check(&self) -> Result<Application, Vec<Fault>> {
        let (programme, form) = self.form().map_err(|fault| vec![fault])?;
        let is_other = self.notice != programme.notice_version;
        let notice = is_other.then(|| Fault::of(own_field::NOTICE, FaultKind::OtherNotice));
        self.check_with(programme, form, notice.into_iter().collect())
    }

    /// As [`Self::check`], of what was received under the notice of its day.
    pub fn check_answers(&self) -> Result<Application, Vec<Fault>> {
        let (programme, form) = self.form().map_err(|fault| vec![fault])?;
        self.check_with(programme, form, Vec::new())
    }

    fn check_with(
        &self,
        programme: &'static Programme,
        form: &'static Form,
        mut faults: Vec<Fault>,
    ) -> Result<Application, Vec<Fault>> {
        // As many as a form has questions say enough; a list of thousands would help nobody.
        let faults_max = form.questions().count();
        for unknown in self.answers.keys().filter(|id| form.question(id).is_none()).take(faults_max) {
            // The name is the caller's own text: cut, so that a fault stays small.
            faults.push(Fault::of(&unknown.chars().take(40).collect::<String>(), FaultKind::UnknownQuestion));
        }
        let mut checked = Vec::new();
        for page in form.pages {
            match self.check_page(page) {
                Ok(answers) => checked.extend(answers.into_iter().map(|(id, values)| (id.to_owned(), values))),
                Err(found) => faults.extend(found),
            }
        }
        if faults.is_empty() { Ok(Application::of(self, programme, form, checked)) } else { Err(faults) }
    }

    /// The checked answers of one page, in form order (questions not asked are left out), or all its faults. Two
    /// people have two addresses.
    pub fn check_page(&self, page: &Page) -> Result<Vec<(&'static str, Vec<String>)>, Vec<Fault>> {
        let mut checked = Vec::new();
        let mut faults = Vec::new();
        for question in page.questions.iter().filter(|question| question.is_asked(&self.answers)) {
            let typed = self.answers.get(question.id).map_or(&[][..], Vec::as_slice);
            match answer::check(question, typed) {
                Ok(values) if values.is_empty() => {}
                Ok(values) => checked.push((question.id, values)),
                Err(kind) => faults.push(Fault::of(question.id, kind)),
            }
        }
        let addresses: Vec<(&str, &str)> = page
            .questions
            .iter()
            .filter(|question| question.kind == Kind::Email)
            .filter_map(|question| Some((question.id, self.answers.get(question.id)?.first()?.trim())))
            .collect();
        if let [(_, first), others @ ..] = addresses.as_slice() {
            let same = others.iter().filter(|(_, other)| !other.is_empty() && other.eq_ignore_ascii_case(first));
            faults.extend(same.map(|(id, _)| Fault::of(id, FaultKind::SameAddress)));
        }
        if faults.is_empty() { Ok(checked) } else { Err(faults) }
    }

    /// Whether something that no person sees was filled in.
    pub fn is_suspect(&self) -> bool {
        !self.website.is_empty()
    }
}
