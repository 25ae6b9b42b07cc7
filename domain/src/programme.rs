//! A programme's rules: mode, forms, pages and who decides what; the table that `programmes/*.toml` becomes at build.

use crate::question::Question;

/// How a programme works; one of the four kinds there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Open all year: the mentee ranks mentors, each is asked in turn.
    Choice,
    /// A round with dates and pairs.
    Cohort,
    /// The student finds the mentor; nobody is assigned.
    Own,
    /// A programme elsewhere, described and linked.
    Listing,
}

/// What a person is to the programme; each role has a form of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    Mentee,
    Mentor,
    /// Wants to be told when it opens.
    Waiting,
    /// Has a question for those who run it.
    Asking,
    /// Shares a framework with the mentor they have found.
    Framework,
    /// Knows a programme elsewhere that could be listed.
    Suggesting,
    /// Has found a mentor and says who the two are.
    Registering,
}

impl Role {
    pub const ALL: [Self; 7] =
        [Self::Mentee, Self::Mentor, Self::Waiting, Self::Asking, Self::Framework, Self::Suggesting, Self::Registering];

    /// The word in addresses and in keys.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Mentee => "mentee",
            Self::Mentor => "mentor",
            Self::Waiting => "tell-me",
            Self::Asking => "contact",
            Self::Framework => "framework",
            Self::Suggesting => "suggest",
            Self::Registering => "register",
        }
    }

    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.slug() == slug)
    }

    /// Whether the form is one side of a pair: taken only while the programme is open.
    pub const fn is_of_a_pair(self) -> bool {
        matches!(self, Self::Mentee | Self::Mentor)
    }

    /// Whether those who run the programme are written to. What two people agree on is theirs.
    pub const fn is_for_staff(self) -> bool {
        !matches!(self, Self::Framework)
    }
}

/// Something the university decides. What it has not decided names who does, and a sample for development only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision<T: 'static> {
    Decided(T),
    Undecided { who: &'static str, sample: T },
}

impl<T: Copy> Decision<T> {
    /// The value in force: a sample counts only where `samples` says that samples do (development).
    pub fn value(&self, samples: bool) -> Option<T> {
        match *self {
            Self::Decided(value) => Some(value),
            Self::Undecided { sample, .. } => samples.then_some(sample),
        }
    }

    /// Who has yet to decide, if anybody has.
    pub fn undecided_by(&self) -> Option<&'static str> {
        match *self {
            Self::Decided(_) => None,
            Self::Undecided { who, .. } => Some(who),
        }
    }
}

/// What the letter to the programme's own address holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffLetter {
    /// Every answer, in reading order.
    Full,
    /// Only that something came, and its reference.
    Notice,
}

/// The written half of a programme, without its words. Words: [`crate::words::programme`].
#[derive(Debug)]
pub struct Programme {
    /// 1–40 of `a-z 0-9 -`; the first part of its addresses.
    pub slug: &'static str,
    pub mode: Mode,
    pub staff_letter: StaffLetter,
    /// Version of the notice on personal data that a person acknowledges; kept with each application. Empty without a form.
    pub notice_version: &'static str,
    /// Working days until something is promised to happen.
    pub answer_days: Decision<u16>,
    /// Days after the end of an application until it is deleted.
    pub retention_days: Decision<u16>,
    /// Seeds of the live half.
    pub open: bool,
    pub contact: &'static str,
    pub reviewer: Decision<&'static str>,
    /// `YYYY-MM-DD`, the day the facts were last read.
    pub reviewed: &'static str,
    /// Whether a mentor states how independent they are before a framework holds.
    pub independence: bool,
    /// Whether everybody may read the directory of its mentors; otherwise mentees with a confirmed address.
    pub open_directory: bool,
    pub forms: &'static [Form],
}

impl Programme {
    pub fn form(&self, role: Role) -> Option<&'static Form> {
        self.forms.iter().find(|form| form.role == role)
    }

    /// Everyone who has yet to decide something that must be decided before the programme may open.
    pub fn undecided(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        [
            ("answer_days", self.answer_days.undecided_by()),
            ("retention_days", self.retention_days.undecided_by()),
            ("reviewer", self.reviewer.undecided_by()),
        ]
        .into_iter()
        .filter_map(|(what, who)| Some((what, who?)))
    }

    /// Whether it may be open: nothing is left undecided, or samples count.
    pub fn may_open(&self, samples: bool) -> bool {
        samples || self.undecided().next().is_none()
    }

    /// Whether people apply to it at all: it has a form for one side of a pair, or had rounds and may have them again.
    pub const fn has_rounds(&self) -> bool {
        matches!(self.mode, Mode::Choice | Mode::Cohort)
    }
}

/// One role's form: pages in order.
#[derive(Debug)]
pub struct Form {
    pub role: Role,
    pub pages: &'static [Page],
}

impl Form {
    pub fn questions(&self) -> impl Iterator<Item = &'static Question> {
        self.pages.iter().flat_map(|page| page.questions)
    }

    pub fn question(&self, id: &str) -> Option<&'static Question> {
        self.questions().find(|question| question.id == id)
    }

    pub fn page(&self, id: &str) -> Option<&'static Page> {
        self.pages.iter().find(|page| page.id == id)
    }

    /// The page that asks the question.
    pub fn page_of(&self, question: &str) -> Option<&'static Page> {
        self.pages.iter().find(|page| page.questions.iter().any(|asked| asked.id == question))
    }
}

/// One question, or one small group, on one screen.
#[derive(Debug)]
pub struct Page {
    /// 1–40 of `a-z 0-9 -`, never `check` or `receipt`; the last part of its address.
    pub id: &'static str,
    pub questions: &'static [Question],
}

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// The programme of that slug.
pub fn programme(slug: &str) -> Option<&'static Programme> {
    PROGRAMMES.iter().find(|programme| programme.slug == slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_programme_with_something_undecided_may_open_only_where_samples_count() {
        let programme = Programme {
            slug: "x",
            mode: Mode::Choice,
            staff_letter: StaffLetter::Full,
            notice_version: "1",
            answer_days: Decision::Undecided { who: "the board", sample: 10 },
            retention_days: Decision::Decided(30),
            open: true,
            contact: "a@example.org",
            reviewer: Decision::Decided("x"),
            reviewed: "2026-01-01",
            independence: false,
            open_directory: false,
            forms: &[],
        };
        assert!(programme.may_open(true));
        assert!(!programme.may_open(false));
        assert_eq!(programme.undecided().collect::<Vec<_>>(), [("answer_days", "the board")]);
    }
}
