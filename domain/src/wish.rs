//! Wishes: whom a mentee would like as a mentor, best first with a word to each, and whom rather not.

use crate::answer;
use crate::call::DraftId;
use crate::independence::like_any;
use crate::ledger::Record;
use crate::problem::{Fault, FaultKind, Problem};
use crate::question::Kind;
use crate::standing::Standing;
use crate::{directory, programme};
use serde::{Deserialize, Serialize};

/// How many mentors a mentee may wish for.
pub const WISHES_MAX: usize = 3;
/// The longest word to one of them, in Unicode scalar values: three or four sentences.
pub const WORD_MAX: u16 = 400;
/// The longest text of whom rather not, in Unicode scalar values: some names.
pub const AVOID_MAX: u16 = 300;

/// Fields of the form, each word and each mentor followed by its place, of which 1 is the first.
pub const MENTOR_FIELD: &str = "_wish";
pub const WORD_FIELD: &str = "word-";
pub const AVOID_FIELD: &str = "avoid";

/// A mentor who is wished for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// The mentor's record.
    pub mentor: DraftId,
    /// To the mentor, who reads it when they are asked; may be empty.
    pub word: String,
}

/// What a mentee wishes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wishes {
    /// Best first; at most [`WISHES_MAX`], no mentor twice.
    pub ranked: Vec<Wish>,
    /// Whom rather not, as it was typed. Staff alone read it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub avoid: String,
    /// How often they have been changed.
    pub edits: u32,
}

/// How often a mentee may change their wishes: each change is a copy that is sealed and kept.
pub const EDITS_MAX: u32 = 100;

/// The texts of wishes, without blanks around them, or every fault at its field.
pub fn check(words: &[String], avoid: &str) -> Result<(Vec<String>, String), Problem> {
    let mut faults = Vec::new();
    if words.len() > WISHES_MAX {
        faults.push(Fault::of(MENTOR_FIELD, FaultKind::TooMany { max: u32::try_from(WISHES_MAX).unwrap_or_default() }));
    }
    let mut text = |field: &str, max: u16, typed: &str| match optional(typed, max) {
        Ok(text) => text,
        Err(kind) => {
            faults.push(Fault::of(field, kind));
            String::new()
        }
    };
    let checked = (1..).zip(words).map(|(place, word)| text(&format!("{WORD_FIELD}{place}"), WORD_MAX, word)).collect();
    let avoid = text(AVOID_FIELD, AVOID_MAX, avoid);
    if faults.is_empty() { Ok((checked, avoid)) } else { Err(faults.into()) }
}

fn optional(typed: &str, max: u16) -> Result<String, FaultKind> {
    if typed.trim().is_empty() { Ok(String::new()) } else { answer::check_text(Kind::LongText { max }, typed) }
}

/// What the wish in that place counts beside what fits, 1 being the first: as many points as there are wishes for the first, and
/// one less for each that follows. So a first wish weighs as much as a choice in common that few mentors have
/// ([`crate::matching::Crowd`]), and what fits can still outweigh it.
pub fn points(place: usize) -> u32 {
    u32::try_from(WISHES_MAX.saturating_add(1).saturating_sub(place)).unwrap_or_default()
}

/// Whether somebody of that name may be named among those whom a mentee rather does not want.
pub fn may_be_named(avoid: &str, name: &str) -> bool {
    !like_any(name, avoid).is_empty()
}

impl Record {
    /// Whether its person may say which mentors they wish for: as long as nobody has been asked, in a programme that shows its
    /// mentors. Protected answers are shown to staff alone, so nobody is asked with them.
    pub fn may_wish(&self) -> bool {
        let is_shown = programme::programme(&self.draft.programme).is_some_and(directory::is_shown);
        self.role() == Some(programme::Role::Mentee)
            && matches!(self.standing, Standing::Received | Standing::UnderReview)
            && is_shown
            && !self.restricted
            && !self.protected
            && !self.draft.is_suspect()
    }

    /// The word to a mentor who is wished for.
    pub fn word_to(&self, mentor: &DraftId) -> Option<&str> {
        let wishes = self.wishes.as_deref()?;
        wishes.ranked.iter().find(|wish| wish.mentor == *mentor).map(|wish| wish.word.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::sample;

    fn texts(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn texts_lose_their_blanks_and_none_need_be_written() {
        let (words, avoid) = check(&texts(&[" Hej. ", "  "]), "\n").unwrap();
        assert_eq!((words, avoid.as_str()), (texts(&["Hej.", ""]), ""));
    }

    #[test]
    fn every_fault_is_told_at_its_field() {
        let long = "å".repeat(402);
        let Err(Problem::Faults { faults }) = check(&texts(&["a", &long, "b", "c"]), &"x".repeat(301)) else {
            panic!("it is too long");
        };
        let all = [
            Fault::of("_wish", FaultKind::TooMany { max: 3 }),
            Fault::of("word-2", FaultKind::TooLong { max: 400, over: 2 }),
            Fault::of("avoid", FaultKind::TooLong { max: 300, over: 1 }),
        ];
        assert_eq!(faults, all);
    }

    #[test]
    fn a_first_wish_counts_three_and_each_that_follows_one_less() {
        assert_eq!([1, 2, 3, 4].map(points), [3, 2, 1, 0]);
    }

    #[test]
    fn who_is_named_is_found_in_any_order_and_spelling_and_nobody_else() {
        let avoid = "Öberg, Åsa\nprof Exempel E";
        assert!(may_be_named(avoid, "Asa Oberg") && may_be_named(avoid, "Eva Exempel"));
        assert!(!may_be_named(avoid, "Bo Provsson") && !may_be_named("", "Bo Provsson"));
    }

    #[test]
    fn wishes_are_for_whoever_waits_and_rests_not_and_is_not_protected() {
        let may = |record: Record| record.may_wish();
        let of = |standing| {
            let mut record = sample(standing, &[]);
            "ki-alumni".clone_into(&mut record.draft.programme);
            record
        };
        assert!(may(of(Standing::Received)) && may(of(Standing::UnderReview)));
        for standing in [Standing::WithMentor, Standing::AgreedByMentor, Standing::Paired, Standing::Withdrawn] {
            assert!(!may(of(standing)), "{standing:?}");
        }
        assert!(!may(Record { restricted: true, ..of(Standing::Received) }));
        assert!(!may(Record { protected: true, ..of(Standing::Received) }));
        let mut mentor = of(Standing::Received);
        "mentor".clone_into(&mut mentor.draft.role);
        assert!(!may(mentor));
        let mut elsewhere = of(Standing::Received);
        "doctoral".clone_into(&mut elsewhere.draft.programme);
        assert!(!may(elsewhere), "a programme without a directory");
    }
}
