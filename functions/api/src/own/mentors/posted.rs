//! A post of the page of mentors: what is wished as it was typed, and which button was pressed.

use domain::call::{OwnWish, SetWishesRequest, TypedWish, WishesPage};
use domain::directory::{PAGE, Sought};
use domain::form_post::field;
use domain::link::LinkHash;
use domain::reference::Reference;
use domain::wish::{AVOID_FIELD, MENTOR_FIELD, WISHES_MAX, WORD_FIELD};
use domain::words::form::framework::{PROGRAMME, SEEN};
use domain::words::form::wishes as words;

/// A fourth wish.
#[derive(Debug, PartialEq, Eq)]
pub struct Full;

/// What was posted.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Posted {
    go: String,
    of: Option<Reference>,
    seen: u32,
    programme: String,
    /// The query of the address on which it was pressed.
    sought: String,
    /// Best first; places that show no wish are left out.
    wishes: Vec<TypedWish>,
    avoid: String,
    cards: Vec<(usize, Reference)>,
}

impl Posted {
    pub fn of(body: &[u8]) -> Self {
        let mut posted = Self::default();
        let mut mentors: [Option<Reference>; WISHES_MAX] = Default::default();
        let mut typed: [String; WISHES_MAX] = Default::default();
        for (name, value) in form_urlencoded::parse(body) {
            match name.as_ref() {
                field::GO => posted.go = value.into_owned(),
                field::OF => posted.of = Reference::parse(&value),
                SEEN => posted.seen = value.parse().unwrap_or_default(),
                PROGRAMME => posted.programme = value.into_owned(),
                words::SOUGHT_FIELD => posted.sought = value.into_owned(),
                AVOID_FIELD => posted.avoid = value.into_owned(),
                name => {
                    if let Some(place) = placed(name, MENTOR_FIELD).and_then(|place| mentors.get_mut(place)) {
                        *place = Reference::parse(&value);
                    } else if let Some(place) = placed(name, WORD_FIELD).and_then(|place| typed.get_mut(place)) {
                        *place = value.into_owned();
                    } else if let Some(place) = placed(name, words::CARD_FIELD).filter(|place| *place < PAGE) {
                        posted.cards.extend(Reference::parse(&value).map(|card| (place, card)));
                    }
                }
            }
        }
        let wishes = mentors.into_iter().zip(typed);
        posted.wishes = wishes.filter_map(|(mentor, word)| Some(TypedWish { mentor: mentor?, word })).collect();
        posted
    }

    pub fn sought(&self) -> Sought {
        Sought::of(&self.programme, |wanted| {
            let mut pairs = form_urlencoded::parse(self.sought.as_bytes());
            pairs.find(|(name, _)| name == wanted).map(|(_, value)| value.into_owned())
        })
    }

    /// What the pressed button makes of the wishes; any other saves them as they are.
    pub fn press(&mut self) -> Result<(), Full> {
        let go = self.go.clone();
        if let Some(place) = placed(&go, words::REMOVE_VALUE).filter(|place| *place < self.wishes.len()) {
            self.wishes.remove(place);
        } else if let Some(place) = placed(&go, words::UP_VALUE).filter(|place| *place < self.wishes.len()) {
            self.wishes.swap(place, place.saturating_sub(1));
        } else if let Some(place) = placed(&go, words::WISH_VALUE) {
            let card = self.cards.iter().find(|(known, _)| *known == place).map(|(_, card)| card.clone());
            let Some(mentor) = card.filter(|card| self.wishes.iter().all(|wish| wish.mentor != *card)) else {
                return Ok(());
            };
            if self.wishes.len() >= WISHES_MAX {
                return Err(Full);
            }
            self.wishes.push(TypedWish { mentor, word: String::new() });
        }
        Ok(())
    }

    /// Nothing where the post does not say whose page it was.
    pub fn request(&self, session: LinkHash) -> Option<SetWishesRequest> {
        Some(SetWishesRequest {
            session,
            of: self.of.clone()?,
            seen: self.seen,
            wishes: self.wishes.clone(),
            avoid: self.avoid.clone(),
        })
    }

    /// The page with what was typed in the place of what stands; what was saved meanwhile elsewhere is added where there is room.
    /// As much as the post says of it where it could not be read, was another's, or can be changed no more.
    pub fn typed_into(&self, page: Option<WishesPage>) -> Stands {
        let is_it = |page: &WishesPage| self.of.as_ref() == Some(&page.of) && page.may_change;
        let Some(page) = page.filter(is_it) else { return Stands { page: self.alone(), is_known: false } };
        let known = |mentor: &Reference| page.wishes.iter().find(|wish| wish.mentor.as_ref() == Some(mentor));
        let mut wishes: Vec<OwnWish> = self.wishes.iter().map(|wish| typed(wish, known(&wish.mentor))).collect();
        let mut avoid = self.avoid.clone();
        if page.edits != self.seen {
            let is_new = |wish: &&OwnWish| self.wishes.iter().all(|typed| Some(&typed.mentor) != wish.mentor.as_ref());
            let room = WISHES_MAX.saturating_sub(wishes.len());
            wishes.extend(page.wishes.iter().filter(is_new).take(room).cloned());
            if avoid.is_empty() {
                avoid.clone_from(&page.avoid);
            }
        }
        Stands { page: WishesPage { wishes, avoid, ..page }, is_known: true }
    }

    fn alone(&self) -> WishesPage {
        WishesPage {
            of: self.of.clone().unwrap_or_else(|| Reference::of_hash(&[0; 32])),
            programme: self.programme.clone(),
            edits: self.seen,
            may_change: true,
            answers: Vec::new(),
            wishes: self.wishes.iter().map(|wish| typed(wish, None)).collect(),
            avoid: self.avoid.clone(),
            left_out: Vec::new(),
        }
    }
}

/// A page, and whether the ledger says that its reader may change it.
#[derive(Debug, PartialEq, Eq)]
pub struct Stands {
    pub page: WishesPage,
    pub is_known: bool,
}

fn typed(wish: &TypedWish, known: Option<&OwnWish>) -> OwnWish {
    OwnWish {
        mentor: Some(wish.mentor.clone()),
        card: known.and_then(|known| known.card.clone()),
        takes: known.is_none_or(|known| known.takes),
        word: wish.word.clone(),
        stage: known.and_then(|known| known.stage),
    }
}

/// The place after a field's or a value's name, 0 being the first.
fn placed(name: &str, prefix: &str) -> Option<usize> {
    name.strip_prefix(prefix)?.parse::<usize>().ok()?.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: &str = "_of=AB3CD4EF&_seen=2&_programme=ki-alumni&_wish1=GH5JK6MN&word-1=a%0D%0Ab&_wish2=KL7MN8PR&word-2=c\
                       &_wish3=&word-3=lost&avoid=Exempel&_card2=RS9TU2VW&_sought=q%3Dx%26topics%3Dresearch";

    fn pressed(go: &str) -> (Result<(), Full>, Vec<String>) {
        let mut posted = Posted::of(format!("{TWO}&_go={go}").as_bytes());
        let pressed = posted.press();
        (pressed, posted.wishes.iter().map(|wish| format!("{} {}", wish.mentor.as_str(), wish.word)).collect())
    }

    #[test]
    fn what_was_typed_is_read_at_its_place() {
        let posted = Posted::of(TWO.as_bytes());
        assert_eq!(posted.wishes.len(), 2);
        assert_eq!((posted.wishes[0].word.as_str(), posted.avoid.as_str(), posted.seen), ("a\r\nb", "Exempel", 2));
        let sought = posted.sought();
        assert_eq!((sought.text.as_str(), sought.chosen), ("x", vec![("topics", "research")]));
        assert_eq!(Posted::of(b"_wish9=GH5JK6MN&word-0=x&_card99=GH5JK6MN&_of=x"), Posted::default());
    }

    #[test]
    fn each_button_does_its_own_and_keeps_the_rest() {
        assert_eq!(pressed("save").1, ["GH5JK6MN a\r\nb", "KL7MN8PR c"]);
        assert_eq!(pressed("up-2").1, ["KL7MN8PR c", "GH5JK6MN a\r\nb"]);
        assert_eq!(pressed("up-1").1, pressed("save").1);
        assert_eq!(pressed("remove-1").1, ["KL7MN8PR c"]);
        assert_eq!(pressed("wish-2").1, ["GH5JK6MN a\r\nb", "KL7MN8PR c", "RS9TU2VW "]);
        for nothing in ["wish-1", "wish-0", "remove-3", "up-9", "wish-x", ""] {
            assert_eq!(pressed(nothing), (Ok(()), pressed("save").1), "{nothing}");
        }
    }

    #[test]
    fn a_fourth_wish_is_one_too_many_and_one_more_of_the_same_is_none() {
        let three = format!("{TWO}&_wish3=NP2RS3TU&_card1=GH5JK6MN");
        assert_eq!(Posted::of(format!("{three}&_go=wish-2").as_bytes()).press(), Err(Full));
        let mut again = Posted::of(format!("{three}&_go=wish-1").as_bytes());
        assert_eq!((again.press(), again.wishes.len()), (Ok(()), 3));
    }

    #[test]
    fn what_was_typed_stands_also_where_nothing_could_be_read_or_it_was_of_another() {
        let posted = Posted::of(TWO.as_bytes());
        let Stands { page, is_known } = posted.typed_into(None);
        assert_eq!((page.of.as_str(), page.wishes.len(), page.edits, is_known), ("AB3CD4EF", 2, 2, false));
        let other = WishesPage { of: Reference::parse("GH5JK6MN").unwrap(), edits: 7, ..page.clone() };
        assert_eq!(posted.typed_into(Some(other)), Stands { page: page.clone(), is_known: false });
        let asked = WishesPage { may_change: false, ..page.clone() };
        assert!(!posted.typed_into(Some(asked)).is_known, "it can be changed no more");
        let saved = typed(&TypedWish { mentor: Reference::parse("NP2RS3TU").unwrap(), word: "d".to_owned() }, None);
        let own = WishesPage { edits: 7, wishes: vec![saved.clone(), saved], ..page.clone() };
        let stands = posted.typed_into(Some(own));
        let words: Vec<&str> = stands.page.wishes.iter().map(|wish| wish.word.as_str()).collect();
        assert_eq!((words, stands.page.edits, stands.is_known), (vec!["a\r\nb", "c", "d"], 7, true), "nothing is lost");
    }
}
