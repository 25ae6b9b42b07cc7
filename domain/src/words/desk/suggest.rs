//! The words of suggested mentors: what fits between a mentee and a mentor, and what does not.

use crate::fill::fill;
use crate::matching::{Finding, Given, How, Says};
use crate::programme::{Role, programme};
use crate::text::{Language, Text};
use crate::words::form::answer_text;
use crate::words::{self, QuestionWords};

pub const TITLE: Text = Text::new("Mentorer som kan passa", "Mentors who may suit");
pub const OPEN: Text = Text::new("Jämför med mentorerna", "Compare with the mentors");
pub const LEAD: Text = Text::new(
    "De som kan tillfrågas nu, bäst överst. Poängen ordnar bara listan: 1 till 3 för varje gemensamt val, mer ju färre mentorer som har det, och upp till 2 för önskemål som ligger nära varandra.",
    "Those who can be asked now, best first. The points only order the list: 1 to 3 for each choice in common, more the fewer mentors have it, and up to 2 for wishes that are close.",
);
pub const NOBODY: Text = Text::new(
    "Ingen mentor i programmet kan tillfrågas just nu.",
    "No mentor of the programme can be asked right now.",
);
/// While the answers still come.
pub const COMING: Text = Text::new("Svaren hämtas fortfarande.", "The answers are still being fetched.");
/// `{count}` is 1 or more.
pub const POINTS: Text = Text::new("{count} poäng", "Points: {count}");
pub const NO_POINTS: Text = Text::new("Inget som talar för", "Nothing that speaks for it");
/// `{count}`.
pub const FURTHER: Text = Text::new("Fler som kan tillfrågas: {count}.", "More who can be asked: {count}.");
/// `{count}`.
pub const RULED_OUT: Text =
    Text::new("Utesluts av programmets regler: {count}.", "Ruled out by the programme’s rules: {count}.");
/// `{count}`.
pub const UNKNOWN: Text = Text::new(
    "Kan inte jämföras, eftersom svaren är skyddade: {count}.",
    "Cannot be compared, because the answers are protected: {count}.",
);

/// `{question}`, and `{mentee}`, `{mentor}` as each answered, or `{shared}`.
const fn sentence(says: &Says) -> Text {
    match says {
        Says::Shares(_) => Text::new("{question}: båda har valt {shared}", "{question}: both have chosen {shared}"),
        Says::SharesNothing => Text::new("{question}: inget gemensamt", "{question}: nothing in common"),
        Says::Same => Text::new(
            "{question}: samma svar, och det får det inte vara",
            "{question}: the same answer, which rules it out",
        ),
        Says::Alike => Text::new("{question}: samma önskemål, {mentee}", "{question}: the same wish, {mentee}"),
        Says::FitsWithAny => {
            Text::new("{question}: {mentee} och {mentor} går ihop", "{question}: {mentee} and {mentor} go together")
        }
        Says::Near => Text::new("{question}: nära, {mentee} och {mentor}", "{question}: close, {mentee} and {mentor}"),
        Says::Apart => Text::new(
            "{question}: långt ifrån varandra, {mentee} och {mentor}",
            "{question}: far apart, {mentee} and {mentor}",
        ),
    }
}

/// What a rule found, to staff.
pub fn finding(finding: &Finding, slug: &str, mentee: &Given, mentor: &Given, language: Language) -> String {
    fill(sentence(&finding.says).say(language), &values(finding, slug, mentee, mentor, language).list())
}

/// What the sentences of a finding are filled with.
#[derive(Debug)]
pub struct Values {
    question: String,
    mentee: String,
    mentor: String,
    shared: String,
}

impl Values {
    pub fn list(&self) -> [(&'static str, &str); 4] {
        [("question", &self.question), ("mentee", &self.mentee), ("mentor", &self.mentor), ("shared", &self.shared)]
    }
}

/// The question as it is asked of the mentee, what each answered, and what they share, in words.
pub fn values(finding: &Finding, slug: &str, mentee: &Given, mentor: &Given, language: Language) -> Values {
    let rule = finding.rule;
    let said = |role: Role, id: &str, values: &[String]| {
        let form = programme(slug).and_then(|programme| programme.form(role));
        let found = words::programme(slug)
            .zip(form)
            .and_then(|(words, form)| words.form(role)?.questions_with(form).find(|(question, _)| question.id == id));
        let text = found.map(|(question, words)| answer_text(question, words, values, language));
        (
            found.map(|(_, words): (_, &QuestionWords)| words.short.say(language)),
            text.unwrap_or_else(|| values.join(", ")),
        )
    };
    let given = |given: &Given, id: &str| {
        given.iter().find(|(known, _)| known == id).map(|(_, values)| values.clone()).unwrap_or_default()
    };
    let (short, theirs) = said(Role::Mentee, rule.mentee, &given(mentee, rule.mentee));
    let (_, others) = said(Role::Mentor, rule.mentor, &given(mentor, rule.mentor));
    let shared = match (&finding.says, rule.how) {
        (Says::Shares(values), How::Share | How::MustShare) => said(Role::Mentee, rule.mentee, values).1,
        _ => String::new(),
    };
    Values { question: short.unwrap_or(rule.mentee).to_owned(), mentee: theirs, mentor: others, shared }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::{Crowd, Fit, rules};

    fn given(topics: &[&str], often: &str) -> Vec<(String, Vec<String>)> {
        let topics = topics.iter().map(|topic| (*topic).to_owned()).collect();
        vec![("topics".to_owned(), topics), ("how-often".to_owned(), vec![often.to_owned()])]
    }

    #[test]
    fn what_fits_is_said_in_the_words_of_the_form() {
        let (mentee, mentor) = (given(&["research", "network"], "monthly"), given(&["network"], "every-second-month"));
        let fit = Fit::of(rules("ki-alumni"), &mentee, &mentor, &Crowd::of([mentor.as_slice()]));
        let said = |language| {
            let one = |found: &Finding| finding(found, "ki-alumni", &mentee, &mentor, language);
            fit.findings.iter().map(one).collect::<Vec<_>>()
        };
        assert_eq!(
            said(Language::Sv),
            [
                "Ämnen: båda har valt Att bygga nätverk",
                "Hur ofta: nära, Ungefär en gång i månaden och Ungefär varannan månad"
            ]
        );
        assert_eq!(said(Language::En)[0], "Topics: both have chosen Building a network");
    }
}
