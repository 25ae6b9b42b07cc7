//! A sorted table that is copied in pieces: whoever holds on to an earlier moment of it pays for what is changed since, not for all
//! there is, and what is changed is found without looking at the rest.

use std::ops::{Bound, RangeBounds};
use std::rc::Rc;

/// A piece that has more is cut in two: one that is written to is copied.
const PIECE_MAX: usize = 32;

type Piece<K, V> = Rc<Vec<(K, V)>>;

/// The table; each of its pieces has something, and the pieces follow one another.
#[derive(Clone, Debug)]
pub struct Pieced<K, V> {
    pieces: Rc<Vec<Piece<K, V>>>,
    len: usize,
}

impl<K, V> Default for Pieced<K, V> {
    fn default() -> Self {
        Self { pieces: Rc::default(), len: 0 }
    }
}

impl<K: Ord + Clone, V: Clone> Pieced<K, V> {
    /// The piece in which a key is, if it is in any.
    fn place(&self, key: &K) -> usize {
        let later = self.pieces.partition_point(|piece| piece[0].0 <= *key);
        later.saturating_sub(1)
    }

    pub const fn len(&self) -> usize {
        self.len
    }

    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    pub fn get(&self, key: &K) -> Option<&V> {
        let piece = self.pieces.get(self.place(key))?;
        find(piece, key).ok().map(|at| &piece[at].1)
    }

    pub fn contains_key(&self, key: &K) -> bool {
        self.get(key).is_some()
    }

    /// What stood there before.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        let place = self.place(&key);
        let pieces = Rc::make_mut(&mut self.pieces);
        if pieces.is_empty() {
            pieces.push(Rc::default());
        }
        let piece = Rc::make_mut(&mut pieces[place]);
        match find(piece, &key) {
            Ok(at) => return Some(std::mem::replace(&mut piece[at].1, value)),
            Err(at) => piece.insert(at, (key, value)),
        }
        if piece.len() > PIECE_MAX {
            let rest = piece.split_off(PIECE_MAX / 2);
            pieces.insert(place + 1, Rc::new(rest));
        }
        self.len += 1;
        None
    }

    pub fn remove(&mut self, key: &K) -> Option<V> {
        let place = self.place(key);
        let at = find(self.pieces.get(place)?, key).ok()?;
        let pieces = Rc::make_mut(&mut self.pieces);
        let piece = Rc::make_mut(&mut pieces[place]);
        let (_, removed) = piece.remove(at);
        if piece.is_empty() {
            pieces.remove(place);
        }
        self.len -= 1;
        Some(removed)
    }

    pub fn retain(&mut self, stays: impl Fn(&K, &V) -> bool) {
        let gone: Vec<K> = self.iter().filter(|(key, value)| !stays(key, value)).map(|(key, _)| key.clone()).collect();
        for key in gone {
            self.remove(&key);
        }
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> {
        self.pieces.iter().flat_map(|piece| entries(piece))
    }

    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> {
        self.iter().map(|(key, _)| key)
    }

    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }

    pub fn last_key_value(&self) -> Option<(&K, &V)> {
        self.iter().next_back()
    }

    pub fn range(&self, bounds: impl RangeBounds<K>) -> impl DoubleEndedIterator<Item = (&K, &V)> {
        let begin = match bounds.start_bound() {
            Bound::Included(key) | Bound::Excluded(key) => self.place(key),
            Bound::Unbounded => 0,
        };
        let is_before = |piece: &Piece<K, V>| match bounds.end_bound() {
            Bound::Included(last) => piece[0].0 <= *last,
            Bound::Excluded(last) => piece[0].0 < *last,
            Bound::Unbounded => true,
        };
        let end = self.pieces.partition_point(is_before).max(begin);
        self.pieces[begin..end].iter().flat_map(move |piece| entries(part(piece, &bounds)))
    }

    /// Whether nothing was written to either since one was taken from the other.
    pub fn is_untouched(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.pieces, &other.pieces)
    }

    /// Everything that may differ from another moment of the same table: what it holds of pieces that were written to since.
    pub fn beside<'a>(&'a self, other: &Self) -> impl Iterator<Item = (&'a K, &'a V)> {
        let mut own: Vec<&'a Piece<K, V>> = Vec::new();
        let mut others = if self.is_untouched(other) { &self.pieces } else { &other.pieces }.iter().peekable();
        for piece in self.pieces.iter() {
            if others.next_if(|other| Rc::ptr_eq(other, piece)).is_some() {
                continue;
            }
            // Pieces may have been cut in two, or have gone.
            while others.next_if(|other| other[0].0 < piece[0].0).is_some() {}
            if others.next_if(|other| Rc::ptr_eq(other, piece)).is_none() {
                own.push(piece);
            }
        }
        own.into_iter().flat_map(|piece| entries(piece))
    }
}

/// Where a key is in a piece, or where it would be.
fn find<K: Ord, V>(piece: &[(K, V)], key: &K) -> Result<usize, usize> {
    piece.binary_search_by(|(other, _)| other.cmp(key))
}

/// What of a piece is within bounds.
fn part<'a, K: Ord, V>(piece: &'a [(K, V)], bounds: &impl RangeBounds<K>) -> &'a [(K, V)] {
    let begin = match bounds.start_bound() {
        Bound::Included(key) => piece.partition_point(|(other, _)| other < key),
        Bound::Excluded(key) => piece.partition_point(|(other, _)| other <= key),
        Bound::Unbounded => 0,
    };
    let end = match bounds.end_bound() {
        Bound::Included(key) => piece.partition_point(|(other, _)| other <= key),
        Bound::Excluded(key) => piece.partition_point(|(other, _)| other < key),
        Bound::Unbounded => piece.len(),
    };
    &piece[begin..end.max(begin)]
}

fn entries<K, V>(piece: &[(K, V)]) -> impl DoubleEndedIterator<Item = (&K, &V)> {
    piece.iter().map(|(key, value)| (key, value))
}

impl<K: Ord + Clone, V: Clone + PartialEq> PartialEq for Pieced<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.is_untouched(other) || (self.len == other.len && self.iter().eq(other.iter()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Chance;
    use std::collections::BTreeMap;

    /// What both hold, and every way of reading it.
    fn are_one(pieced: &Pieced<usize, u64>, plain: &BTreeMap<usize, u64>, low: usize, high: usize) -> bool {
        pieced.len() == plain.len()
            && pieced.iter().eq(plain.iter())
            && pieced.range(low..high).eq(plain.range(low..high))
            && pieced.range(low..).rev().eq(plain.range(low..).rev())
            && pieced.range(..=high).eq(plain.range(..=high))
            && pieced.get(&low) == plain.get(&low)
            && pieced.last_key_value() == plain.last_key_value()
    }

    #[test]
    fn it_holds_what_a_plain_table_holds() {
        let mut chance = Chance::of(1);
        let (mut pieced, mut plain) = (Pieced::default(), BTreeMap::new());
        for step in 0..3000 {
            let (key, low) = (chance.below(400), chance.below(400));
            // It grows, and later shrinks until nothing is left.
            if chance.per_mille(if step < 1000 { 800 } else { 100 }) {
                let value = chance.draw();
                assert_eq!(pieced.insert(key, value), plain.insert(key, value));
            } else {
                assert_eq!(pieced.remove(&key), plain.remove(&key));
            }
            assert!(are_one(&pieced, &plain, low, low + chance.below(100)), "{step}");
        }
        pieced.retain(|key, _| key % 3 == 0);
        plain.retain(|key, _| key % 3 == 0);
        assert!(are_one(&pieced, &plain, 0, 400));
        pieced.retain(|_, _| false);
        assert!(pieced.is_empty() && pieced.pieces.is_empty() && pieced == Pieced::default());
    }

    #[test]
    fn an_earlier_moment_stays_and_what_was_changed_is_found_without_the_rest() {
        let mut chance = Chance::of(2);
        let mut now = Pieced::default();
        for key in 0..2000 {
            now.insert(key, 0);
        }
        for _ in 0..200 {
            let before = now.clone();
            let plain: BTreeMap<usize, u64> = before.iter().map(|(key, value)| (*key, *value)).collect();
            let changed: Vec<usize> = (0..3).map(|_| chance.below(2200)).collect();
            for key in &changed {
                if chance.half() {
                    now.insert(*key, chance.draw())
                } else {
                    now.remove(key)
                };
            }
            assert!(before.iter().eq(plain.iter()));
            let found: Vec<_> = now.beside(&before).collect();
            let missed = changed.iter().filter(|key| now.get(key) != before.get(key) && now.contains_key(key));
            assert!(missed.into_iter().all(|key| found.iter().any(|(found, _)| *found == key)));
            let gone: Vec<_> = before.beside(&now).collect();
            assert!(
                changed
                    .iter()
                    .filter(|key| before.get(key) != now.get(key) && before.contains_key(key))
                    .all(|key| gone.iter().any(|(found, _)| *found == key))
            );
            assert!(found.len() <= 4 * PIECE_MAX && gone.len() <= 4 * PIECE_MAX, "{} {}", found.len(), gone.len());
        }
        assert_eq!(now.beside(&now.clone()).count(), 0);
    }
}
