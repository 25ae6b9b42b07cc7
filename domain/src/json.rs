//! Reading JSON. `serde_json` reads the text, once, into a tree; what is asked for is made of the tree.
//!
//! Read straight from the text, each of two hundred types would bring its own copy of the reader, a second way to be read
//! (as a list of its members, which nothing here writes), and the words for all that can be wrong with it: a tenth of each
//! Worker. And those words could hold what a person typed; [`NotRead`] says nothing.

mod tree;

pub use tree::Tree;

use serde::de::DeserializeOwned;

/// Not JSON, too deep, or not of the shape that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotRead;

/// What the text says, as UTF-8. Judged as `serde_json` judges it, but that a struct is read from an object alone.
pub fn read<T: DeserializeOwned>(text: &[u8]) -> Result<T, NotRead> {
    made_of(&serde_json::from_slice(text).map_err(|_| NotRead)?)
}

/// What a tree says.
pub fn made_of<T: DeserializeOwned>(tree: &Tree<'_>) -> Result<T, NotRead> {
    T::deserialize(tree)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::{Deserialize, Serialize};
    use std::collections::{BTreeMap, BTreeSet};
    use std::fmt::Debug;

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Shape {
        Bare,
        Named(String),
        Pair(u8, i64),
        Full { a: Option<u32>, b: Vec<bool> },
    }

    #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
    #[serde(transparent)]
    struct Key(String);

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    struct Everything {
        text: String,
        small: u8,
        whole: i64,
        large: u64,
        real: f64,
        maybe: Option<Box<Everything>>,
        shapes: Vec<Shape>,
        map: BTreeMap<Key, (u32, String)>,
        set: BTreeSet<Key>,
        nothing: (),
        #[serde(default)]
        left_out: u32,
    }

    fn shape() -> impl Strategy<Value = Shape> {
        prop_oneof![
            Just(Shape::Bare),
            any::<String>().prop_map(Shape::Named),
            any::<(u8, i64)>().prop_map(|(a, b)| Shape::Pair(a, b)),
            any::<(Option<u32>, Vec<bool>)>().prop_map(|(a, b)| Shape::Full { a, b }),
        ]
    }

    prop_compose! {
        fn flat()(
            text in any::<String>(), small in any::<u8>(), whole in any::<i64>(), large in any::<u64>(),
            real in any::<i32>().prop_map(|eighths| f64::from(eighths) / 8.0), shapes in prop::collection::vec(shape(), 0..4),
            map in prop::collection::btree_map(any::<String>().prop_map(Key), any::<(u32, String)>(), 0..4),
            set in prop::collection::btree_set(any::<String>().prop_map(Key), 0..4), left_out in any::<u32>(),
        ) -> Everything {
            Everything { text, small, whole, large, real, maybe: None, shapes, map, set, nothing: (), left_out }
        }
    }

    fn same<T: DeserializeOwned + PartialEq + Debug>(text: &str) {
        assert_eq!(read::<T>(text.as_bytes()).ok(), serde_json::from_str::<T>(text).ok(), "{text}");
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_back(inner in flat(), outer in flat()) {
            let all = Everything { maybe: Some(Box::new(inner)), ..outer };
            let text = serde_json::to_string(&all).unwrap();
            prop_assert!(read(text.as_bytes()).as_ref() == Ok(&all), "{}", text);
            let pretty = serde_json::to_string_pretty(&all).unwrap();
            prop_assert!(read(pretty.as_bytes()).as_ref() == Ok(&all), "{}", pretty);
        }

        #[test]
        fn a_text_that_is_cut_short_or_altered_is_judged_as_serde_json_judges_it(
            all in flat(), at in any::<prop::sample::Index>(), other in any::<Option<char>>(),
        ) {
            let text = serde_json::to_string(&all).unwrap();
            let mut letters: Vec<char> = text.chars().collect();
            let at = at.index(letters.len());
            letters.splice(at..=at, other);
            let altered: String = letters.into_iter().collect();
            prop_assert_eq!(read::<Everything>(altered.as_bytes()).ok(), serde_json::from_str::<Everything>(&altered).ok());
        }
    }

    #[test]
    fn what_is_not_of_the_shape_is_refused() {
        for text in [
            "",
            "null",
            "0",
            "-1",
            "255",
            "256",
            "1.5",
            "1e3",
            "18446744073709551615",
            "\"a\"",
            "[]",
            "[1]",
            "[1,2]",
            "[1,2,3]",
            "{}",
            "{\"bare\":null}",
            "\"bare\"",
            "\"other\"",
            "\"named\"",
            "{\"named\":\"x\"}",
            "{\"named\":1}",
            "{\"pair\":[1,2]}",
            "{\"pair\":[1]}",
            "{\"pair\":[1,2,3]}",
            "{\"full\":{\"b\":[true]}}",
            "{\"full\":{\"a\":1}}",
            "{\"bare\":null,\"named\":\"x\"}",
            "true",
            "[true]",
            "[] []",
            "[],",
            "\u{feff}[]",
            "{\"a\":{\"a\":\"b\"}}",
        ] {
            same::<u8>(text);
            same::<i64>(text);
            same::<u64>(text);
            same::<f64>(text);
            same::<bool>(text);
            same::<()>(text);
            same::<String>(text);
            same::<Option<String>>(text);
            same::<Vec<u8>>(text);
            same::<(u8, u8)>(text);
            same::<Shape>(text);
            same::<BTreeMap<Key, Shape>>(text);
            same::<BTreeMap<Key, BTreeMap<Key, Key>>>(text);
        }
    }

    #[test]
    fn a_struct_is_no_list() {
        #[derive(Debug, PartialEq, Deserialize)]
        #[serde(deny_unknown_fields)]
        struct One {
            a: u8,
        }
        assert_eq!(read::<One>(b"{\"a\":1}"), Ok(One { a: 1 }));
        assert_eq!(read::<One>(b"[1]"), Err(NotRead));
        assert_eq!(read::<One>(b"{\"a\":1,\"b\":2}"), Err(NotRead));
        assert_eq!(read::<One>(b"{\"a\":1,\"a\":2}"), Err(NotRead));
    }

    #[test]
    fn what_is_too_deep_is_refused() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(read::<Vec<u8>>(deep.as_bytes()).is_err());
    }
}
