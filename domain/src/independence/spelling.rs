//! A word of a name or a department, however it is spelt: case, marks, å, ä and ö, a slip of the pen.

/// How much alike two names, words or departments are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Nothing says that they are the same.
    None,
    /// An initial, a likely misspelling or a name without its other half: worth a question.
    Perhaps,
    /// The same name, in whatever order, case or spelling of å, ä and ö.
    Same,
}

/// A word as it is spelt without its marks, in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    plain: String,
    /// å as aa, ä as ae, ö as oe: what is written where a keyboard lacks them.
    spelt_out: String,
}

impl Part {
    pub fn of(word: &str) -> Self {
        let mut part = Self { plain: String::new(), spelt_out: String::new() };
        for letter in word.chars().filter(|letter| !is_mark(*letter) && !matches!(letter, '\'' | '’')) {
            if let Some((plain, spelt_out)) = spellings(letter) {
                part.plain.push_str(plain);
                part.spelt_out.push_str(spelt_out);
            } else {
                part.plain.push(letter.to_ascii_lowercase());
                part.spelt_out.push(letter.to_ascii_lowercase());
            }
        }
        part
    }

    /// One letter of the Latin script: elsewhere one letter may be a whole name.
    pub fn is_initial(&self) -> bool {
        self.plain.len() == 1 && self.plain.bytes().all(|byte| byte.is_ascii_lowercase())
    }

    pub fn plain(&self) -> &str {
        &self.plain
    }

    pub fn is_empty(&self) -> bool {
        self.plain.is_empty()
    }

    fn spellings(&self) -> [&str; 2] {
        [&self.plain, &self.spelt_out]
    }
}

/// A letter without its mark, and spelt out; nothing where it stands for itself. Letters of the Nordic languages, German
/// and the most usual marks of the others, large and small; any other script is compared as it is.
fn spellings(letter: char) -> Option<(&'static str, &'static str)> {
    Some(match letter {
        'å' | 'Å' => ("a", "aa"),
        'ä' | 'Ä' | 'æ' | 'Æ' => ("a", "ae"),
        'ö' | 'Ö' | 'ø' | 'Ø' | 'œ' | 'Œ' => ("o", "oe"),
        'ü' | 'Ü' => ("u", "ue"),
        'ß' => ("ss", "ss"),
        'þ' | 'Þ' => ("th", "th"),
        'à'..='ã' | 'À'..='Ã' | '\u{100}'..='\u{105}' => ("a", "a"),
        'è'..='ë' | 'È'..='Ë' | '\u{112}'..='\u{11b}' => ("e", "e"),
        'ì'..='ï' | 'Ì'..='Ï' | '\u{128}'..='\u{131}' => ("i", "i"),
        'ò'..='õ' | 'Ò'..='Õ' | '\u{14c}'..='\u{151}' => ("o", "o"),
        'ù'..='û' | 'Ù'..='Û' | '\u{168}'..='\u{173}' => ("u", "u"),
        'ý' | 'ÿ' | 'Ý' | '\u{176}'..='\u{178}' => ("y", "y"),
        'ç' | 'Ç' | '\u{106}'..='\u{10d}' => ("c", "c"),
        'ð' | 'Ð' | '\u{10e}'..='\u{111}' => ("d", "d"),
        '\u{11c}'..='\u{123}' => ("g", "g"),
        '\u{139}'..='\u{142}' => ("l", "l"),
        'ñ' | 'Ñ' | '\u{143}'..='\u{148}' => ("n", "n"),
        '\u{154}'..='\u{159}' => ("r", "r"),
        '\u{15a}'..='\u{161}' | 'ș' | 'Ș' => ("s", "s"),
        '\u{162}'..='\u{167}' | 'ț' | 'Ț' => ("t", "t"),
        '\u{179}'..='\u{17e}' => ("z", "z"),
        _ => return None,
    })
}

/// A mark that stands by itself after its letter, as some keyboards write å.
fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// What stands between words.
const BETWEEN: &str = ",.;:-‐‑–—/&+()[]\"”“„*|";

pub fn words(text: &str) -> Vec<&str> {
    let is_between = |letter: char| letter.is_whitespace() || BETWEEN.contains(letter);
    text.split(is_between).filter(|word| !word.is_empty()).collect()
}

/// A large letter of the Latin script is one that stands for something smaller.
pub fn is_large(letter: char) -> bool {
    letter.is_ascii_uppercase() || "ÅÄÖÆØÜÉÈ".contains(letter)
}

/// How much alike two words are, however they are spelt.
pub fn spelt_alike(one: &Part, other: &Part) -> Likeness {
    let spelt = || one.spellings().into_iter().flat_map(|one| other.spellings().map(|other| (one, other)));
    if spelt().any(|(one, other)| one == other) {
        Likeness::Same
    } else if spelt().any(|(one, other)| is_one_slip_away(one, other)) {
        Likeness::Perhaps
    } else {
        Likeness::None
    }
}

/// The shortest word in which a slip is thought of: `Eva` and `Ewa` are two names, `Karlsson` and `Carlsson` may be one.
const SLIP_LETTERS_MIN: usize = 5;

/// One letter too many, too few or another, or two that have changed places.
fn is_one_slip_away(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    if short.len() < SLIP_LETTERS_MIN || long.len() - short.len() > 1 {
        return false;
    }
    let before = short.iter().zip(long).take_while(|(one, other)| one == other).count();
    let after =
        |skip_short: usize, skip_long: usize| short.get(before + skip_short..) == long.get(before + skip_long..);
    if short.len() < long.len() {
        return after(0, 1);
    }
    let is_swapped = short.get(before) == long.get(before + 1) && short.get(before + 1) == long.get(before);
    after(1, 1) || (is_swapped && after(2, 2))
}
