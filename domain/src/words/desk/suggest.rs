//! The words of suggested mentors: what fits between a mentee and a mentor, and what does not.

use crate::fill::fill;
use crate::matching::{Finding, Given, How, Rule, Says};
use crate::programme::Role;
use crate::text::Text;
use crate::words::phrases::{Phrases, said};

pub const TITLE: Text = Text::new("Mentorer som kan passa", "Mentors who may suit");
pub const OPEN: Text = Text::new("Jämför med mentorerna", "Compare with the mentors");
pub const LEAD: Text = Text::new(
    "De som kan tillfrågas nu, bäst överst. Gemensamma val, svar som ligger nära varandra och den sökandes önskemål ger poäng. Poängen ordnar bara listan.",
    "Those who can be asked now, best first. Choices in common, answers that are close and the applicant’s wishes give points. The points only order the list.",
);
/// Of a mentee who went without a mentor last time.
pub const COMES_FIRST: Text = Text::new(
    "Gick utan mentor förra gången, och kommer därför först.",
    "Went without a mentor last time, and so comes first.",
);
pub const NOBODY: Text = Text::new(
    "Ingen mentor i programmet kan tillfrågas just nu.",
    "No mentor of the programme can be asked right now.",
);
/// While the answers still come.
pub const COMING: Text = Text::new("Svaren hämtas fortfarande.", "The answers are still being fetched.");
/// `{count}` is 1 or more.
pub const POINTS: Text = Text::new("{count} poäng", "Points: {count}");
pub const NO_POINTS: Text = Text::new("Inget gemensamt", "Nothing in common");
/// `{count}`.
pub const FURTHER: Text = Text::new("Fler som kan tillfrågas: {count}.", "More who can be asked: {count}.");
/// `{count}`.
pub const RULED_OUT: Text =
    Text::new("Utesluts av programmets regler: {count}.", "Ruled out by the programme’s rules: {count}.");
/// Over those whom a rule or the mentee rules out: `{count}`.
pub const LEFT_OUT: Text = Text::new("Utelämnade, och varför ({count})", "Left out, and why ({count})");
pub const LEFT_OUT_LEAD: Text = Text::new(
    "De utesluts av programmets regler, eller kan vara någon som den sökande helst inte vill ha. Ett namn kan vara en annan persons: det avgör du.",
    "They are ruled out by the programme’s rules, or may be someone whom the applicant would rather not have. A name may be another person’s: that is for you to judge.",
);
/// How many of them are not shown: `{count}`.
pub const MORE_LEFT_OUT: Text = Text::new("Fler som är utelämnade: {count}.", "More who are left out: {count}.");
/// `{count}`.
pub const UNKNOWN: Text = Text::new(
    "Kan inte jämföras, eftersom svaren är skyddade: {count}.",
    "Cannot be compared, because the answers are protected: {count}.",
);

/// A mentor whom the mentee wishes for, in that place of [`crate::wish::WISHES_MAX`], 1 being the first.
pub const fn wish(place: usize) -> Text {
    match place {
        1 => Text::new("Den sökandes första önskemål", "The applicant’s first wish"),
        2 => Text::new("Den sökandes andra önskemål", "The applicant’s second wish"),
        _ => Text::new("Den sökandes tredje önskemål", "The applicant’s third wish"),
    }
}

/// Mentors side by side: of the table, of its first heads, and of what chooses who stands in it.
pub const BESIDE: Text = Text::new("Sida vid sida", "Side by side");
/// `{name}`; read aloud.
pub const BESIDE_NAME: Text = Text::new("Sida vid sida: {name}", "Side by side: {name}");
pub const BESIDE_HINT: Text = Text::new(
    "Högst tre. Väljer du en fjärde ersätter den mentorn som du valde först.",
    "At most three. If you choose a fourth, it replaces the first one you chose.",
);
pub const QUESTION: Text = Text::new("Fråga", "Question");
pub const MENTEE: Text = Text::new("Den sökande", "The applicant");
pub const FITS: Text = Text::new("Det som passar", "What fits");
pub const FITS_NOT: Text = Text::new("Det som inte passar", "What does not fit");

/// `{question}`, and `{mentee}`, `{mentor}` as each answered, or `{shared}`.
const fn sentence(says: &Says) -> Text {
    match says {
        Says::Shares(_) => Text::new("{question}: båda har valt {shared}", "{question}: both have chosen {shared}"),
        Says::SharesNothing => Text::new("{question}: inget gemensamt", "{question}: nothing in common"),
        Says::Same => Text::new(
            "{question}: samma svar, och det får det inte vara",
            "{question}: the same answer, which rules it out",
        ),
        Says::Alike => Text::new("{question}: samma önskemål (”{mentee}”)", "{question}: the same wish (“{mentee}”)"),
        Says::FitsWithAny => Text::new(
            "{question}: ”{mentee}” och ”{mentor}” går ihop",
            "{question}: “{mentee}” and “{mentor}” go together",
        ),
        Says::Near => Text::new(
            "{question}: ”{mentee}” och ”{mentor}” ligger nära varandra",
            "{question}: “{mentee}” and “{mentor}” are close",
        ),
        Says::Apart => Text::new(
            "{question}: ”{mentee}” och ”{mentor}” ligger långt ifrån varandra",
            "{question}: “{mentee}” and “{mentor}” are far apart",
        ),
    }
}

/// What a rule found, to staff.
pub fn finding(finding: &Finding, phrases: &dyn Phrases, mentee: &Given, mentor: &Given) -> String {
    fill(sentence(&finding.says).say(phrases.language()), &values(finding, phrases, mentee, mentor).list())
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

/// The question that a rule is about, as it is asked of the mentee.
pub fn question(rule: &Rule, phrases: &dyn Phrases) -> String {
    phrases.short(rule.mentee).unwrap_or(rule.mentee).to_owned()
}

/// What somebody answered to a question of their form.
pub fn answered(phrases: &dyn Phrases, role: Role, id: &str, given: &Given) -> String {
    said(phrases, role, id, given.iter().find(|(known, _)| known == id).map_or(&[], |(_, values)| values))
}

/// The question as it is asked of the mentee, what each answered, and what they share, in words.
pub fn values(finding: &Finding, phrases: &dyn Phrases, mentee: &Given, mentor: &Given) -> Values {
    let rule = finding.rule;
    let shared = match (&finding.says, rule.how) {
        (Says::Shares(values), How::Share | How::MustShare) => said(phrases, Role::Mentee, rule.mentee, values),
        _ => String::new(),
    };
    Values {
        question: question(rule, phrases),
        mentee: answered(phrases, Role::Mentee, rule.mentee, mentee),
        mentor: answered(phrases, Role::Mentor, rule.mentor, mentor),
        shared,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::{Crowd, Fit, rules};
    use crate::text::Language;
    use crate::words::phrases::Tables;

    const fn alumni(language: Language) -> Tables<'static> {
        Tables { slug: "ki-alumni", language }
    }

    fn given(topics: &[&str], often: &str) -> Vec<(String, Vec<String>)> {
        let topics = topics.iter().map(|topic| (*topic).to_owned()).collect();
        vec![("topics".to_owned(), topics), ("how-often".to_owned(), vec![often.to_owned()])]
    }

    #[test]
    fn what_fits_is_said_in_the_words_of_the_form() {
        let (mentee, mentor) = (given(&["research", "network"], "monthly"), given(&["network"], "every-second-month"));
        let fit = Fit::of(rules("ki-alumni"), &mentee, &mentor, &Crowd::of([mentor.as_slice()]));
        let said = |language| {
            let one = |found: &Finding| finding(found, &alumni(language), &mentee, &mentor);
            fit.findings.iter().map(one).collect::<Vec<_>>()
        };
        assert_eq!(
            said(Language::Sv),
            [
                "Ämnen: båda har valt Att bygga nätverk",
                "Hur ofta: ”Ungefär en gång i månaden” och ”Ungefär varannan månad” ligger nära varandra"
            ]
        );
        assert_eq!(said(Language::En)[0], "Topics: both have chosen Building a network");
    }

    #[test]
    fn what_is_compared_is_asked_and_answered_in_the_words_of_each_form() {
        let (rule, given) = (&rules("ki-alumni")[1], given(&[], "each-term"));
        assert_eq!(question(rule, &alumni(Language::En)), "How often");
        for role in [Role::Mentee, Role::Mentor] {
            let said = answered(&alumni(Language::Sv), role, "how-often", &given);
            assert_eq!(said, "En eller två gånger per termin", "{role:?}");
        }
        assert_eq!(answered(&alumni(Language::Sv), Role::Mentor, "how-often", &[]), "", "not answered");
    }
}
