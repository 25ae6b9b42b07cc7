//! Reading JSON by the names of its members. The browser parses; what serde would add for reading is a tenth of the program.
//! The tests read the same through `serde_json`, from what serde has written.

use crate::kept::{Kept, KeptKit, KeptMentors, KeptReceipt, Outbound};
use crate::told::{Particulars, Told, ToldFault};
use domain::call::{Millis, Receipt};
use domain::draft::{Answers, Draft};
use domain::reference::Reference;
use domain::text::Language;

/// One value of JSON.
pub trait Json: Sized {
    /// Nothing where there is no such member, or where it is null.
    fn member(&self, name: &str) -> Option<Self>;
    fn is_null(&self) -> bool;
    fn as_text(&self) -> Option<String>;
    fn as_number(&self) -> Option<f64>;
    fn is_true(&self) -> bool;
    /// Of a list; empty for anything else.
    fn items(&self) -> Vec<Self>;
    /// Of an object; empty for anything else.
    fn members(&self) -> Vec<(String, Self)>;

    fn text(&self, name: &str) -> Option<String> {
        self.member(name)?.as_text()
    }

    /// One of several: its name, and what belongs to it.
    fn one_of(&self) -> Option<(String, Option<Self>)> {
        let alone = self.as_text().map(|name| (name, None));
        alone.or_else(|| self.members().into_iter().next().map(|(name, more)| (name, Some(more))))
    }

    fn texts(&self, name: &str) -> Vec<String> {
        self.member(name).map(|list| texts(&list)).unwrap_or_default()
    }

    fn says(&self, name: &str) -> bool {
        self.member(name).is_some_and(|member| member.is_true())
    }

    /// A whole number that JavaScript can hold exactly.
    #[expect(clippy::cast_possible_truncation, reason = "what is larger was refused")]
    fn whole(&self, name: &str) -> Option<i64> {
        let number = self.member(name)?.as_number()?;
        (number.abs() < 9e15).then_some(number as i64)
    }

    fn small(&self, name: &str) -> Option<u32> {
        u32::try_from(self.whole(name)?).ok()
    }
}

fn texts(list: &impl Json) -> Vec<String> {
    list.items().iter().filter_map(Json::as_text).collect()
}

fn answers(object: &impl Json) -> Answers {
    let mut answers = Answers::new();
    // One by one: collecting would bring a sort into the program.
    for (id, list) in object.members() {
        answers.insert(id, texts(&list));
    }
    answers
}

/// What is made of JSON; nothing where something is missing or of another kind.
pub trait Read: Sized {
    fn read(json: &impl Json) -> Option<Self>;
}

impl<T: Read> Read for Option<T> {
    fn read(json: &impl Json) -> Option<Self> {
        if json.is_null() { Some(None) } else { T::read(json).map(Some) }
    }
}

/// When something was saved.
pub struct Age(pub Millis);

impl Read for Age {
    fn read(json: &impl Json) -> Option<Self> {
        json.whole("saved_at").map(Self)
    }
}

impl Read for Receipt {
    fn read(json: &impl Json) -> Option<Self> {
        Some(Self {
            reference: Reference::parse(&json.text("reference")?)?,
            received_at: json.whole("received_at")?,
            answer_by: json.text("answer_by"),
            programme: json.text("programme")?,
            role: json.text("role")?,
            spooled: json.says("spooled"),
        })
    }
}

impl Read for Draft {
    fn read(json: &impl Json) -> Option<Self> {
        Some(Self {
            programme: json.text("programme")?,
            role: json.text("role")?,
            language: Language::parse(&json.text("language")?)?,
            notice: json.text("notice")?,
            answers: answers(&json.member("answers")?),
            website: json.text("website").unwrap_or_default(),
        })
    }
}

impl Read for Kept {
    fn read(json: &impl Json) -> Option<Self> {
        Some(Self {
            id: json.text("id")?,
            secret: json.text("secret")?,
            draft: Draft::read(&json.member("draft")?)?,
            saved_at: json.whole("saved_at")?,
            state: json.text("state").map_or(Some(Outbound::Writing), |state| Outbound::parse(&state))?,
            asked: json.text("asked").unwrap_or_default(),
            changed: json.texts("changed"),
            aside: json.texts("aside"),
        })
    }
}

impl Read for KeptKit {
    fn read(json: &impl Json) -> Option<Self> {
        Some(Self { saved_at: json.whole("saved_at")?, typed: answers(&json.member("typed")?) })
    }
}

impl Read for KeptMentors {
    fn read(json: &impl Json) -> Option<Self> {
        Some(Self { saved_at: json.whole("saved_at")?, mentors: json.texts("mentors") })
    }
}

impl Read for KeptReceipt {
    fn read(json: &impl Json) -> Option<Self> {
        Some(Self {
            receipt: Receipt::read(&json.member("receipt")?)?,
            secret: json.text("secret")?,
            saved_at: json.whole("saved_at")?,
            by_itself: json.says("by_itself"),
            other_answers: json.says("other_answers"),
        })
    }
}

impl Read for Told {
    fn read(json: &impl Json) -> Option<Self> {
        let (key, more) = json.member("problem")?.one_of()?;
        let member = |name| more.as_ref().and_then(|more| more.member(name));
        let faults = member("faults").map(|faults| faults.items()).unwrap_or_default();
        let problem = Particulars {
            key,
            receipt: member("receipt").and_then(|receipt| Receipt::read(&receipt)),
            retry_after_s: more.as_ref().and_then(|more| more.small("retry_after_s")),
            faults: faults.iter().filter_map(ToldFault::read).collect(),
        };
        Some(Self { title: json.text("title")?, problem })
    }
}

impl Read for ToldFault {
    fn read(json: &impl Json) -> Option<Self> {
        let (key, more) = json.member("kind")?.one_of()?;
        let number = |name| more.as_ref().and_then(|more| more.small(name));
        Some(Self { field: json.text("field")?, key, min: number("min"), max: number("max"), over: number("over") })
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use serde_json::Value;

    impl Json for Value {
        fn member(&self, name: &str) -> Option<Self> {
            self.get(name).filter(|member| !member.is_null()).cloned()
        }

        fn is_null(&self) -> bool {
            Value::is_null(self)
        }

        fn as_text(&self) -> Option<String> {
            self.as_str().map(str::to_owned)
        }

        fn as_number(&self) -> Option<f64> {
            self.as_f64()
        }

        fn is_true(&self) -> bool {
            self.as_bool() == Some(true)
        }

        fn items(&self) -> Vec<Self> {
            self.as_array().cloned().unwrap_or_default()
        }

        fn members(&self) -> Vec<(String, Self)> {
            let members = self.as_object().into_iter().flatten();
            members.map(|(name, value)| (name.clone(), value.clone())).collect()
        }
    }

    /// As the browser reads a text.
    pub fn read<T: Read>(text: &str) -> Option<T> {
        T::read(&serde_json::from_str::<Value>(text).ok()?)
    }

    fn receipt() -> Receipt {
        Receipt {
            reference: Reference::parse("AB3CD4EF").unwrap(),
            received_at: 1_795_000_000_000,
            answer_by: Some("2026-12-07".to_owned()),
            programme: "ki-alumni".to_owned(),
            role: "mentee".to_owned(),
            spooled: true,
        }
    }

    fn kept() -> Kept {
        let answers = [("name", vec!["Åsa \"1\""]), ("topics", vec!["a", "b"]), ("empty", vec![])];
        let answers = answers.map(|(id, all)| (id.to_owned(), all.into_iter().map(str::to_owned).collect()));
        Kept {
            id: "a".to_owned(),
            secret: "b".to_owned(),
            draft: Draft { notice: "1".to_owned(), answers: answers.into(), ..Draft::default() },
            saved_at: 5,
            state: Outbound::Unknown,
            asked: "name=full-name.1".to_owned(),
            changed: vec!["name".to_owned()],
            aside: vec!["Orgel\nFlöjt".to_owned()],
        }
    }

    #[test]
    fn what_was_written_is_read_whole() {
        assert_eq!(read(&serde_json::to_string(&kept()).unwrap()), Some(kept()));
        for (spooled, answer_by) in [(true, None), (false, Some("2026-12-07".to_owned()))] {
            let receipt = Receipt { spooled, answer_by, ..receipt() };
            assert_eq!(read(&serde_json::to_string(&receipt).unwrap()), Some(receipt.clone()));
            let kept =
                KeptReceipt { receipt, secret: "b".to_owned(), saved_at: 7, by_itself: true, other_answers: false };
            assert_eq!(read(&serde_json::to_string(&kept).unwrap()), Some(kept));
        }
        assert_eq!(read::<Option<Receipt>>("null"), Some(None));
        let mentors = KeptMentors { saved_at: 7, mentors: vec!["AB3CD4EF".to_owned()] };
        assert_eq!(read(&serde_json::to_string(&mentors).unwrap()), Some(mentors));
    }

    #[test]
    fn what_cannot_be_is_not_read() {
        for bad in ["{", "[]", "null", "5", "{\"saved_at\":1e99}", "{\"draft\":null,\"saved_at\":1}"] {
            assert!(read::<Kept>(bad).is_none() && read::<KeptReceipt>(bad).is_none(), "{bad}");
        }
        assert!(read::<Age>("{\"saved_at\":1e99}").is_none() && read::<Age>("{\"saved_at\":\"5\"}").is_none());
        let other = serde_json::to_string(&kept()).unwrap().replace("\"unknown\"", "\"lost\"");
        assert!(read::<Kept>(&other).is_none());
    }

    #[test]
    fn a_kept_draft_of_an_earlier_release_is_still_read() {
        let text = r#"{"id":"a","secret":"b","draft":{"programme":"p","role":"mentee","language":"sv","notice":"1","answers":{}},"saved_at":5}"#;
        assert_eq!(read::<Kept>(text).unwrap().state, Outbound::Writing);
    }
}
