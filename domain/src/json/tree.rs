//! JSON as a tree, and a type made of it.

use super::NotRead;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use std::borrow::Cow;
use std::fmt::{self, Display, Formatter};
use std::slice;

/// A value of JSON, with the texts of what was read where nothing in them was escaped.
pub enum Tree<'t> {
    Null,
    Bool(bool),
    Whole(i64),
    /// Above [`i64::MAX`].
    Large(u64),
    Real(f64),
    Text(Cow<'t, str>),
    List(Vec<Tree<'t>>),
    Object(Vec<(Tree<'t>, Tree<'t>)>),
}

impl<'t> Deserialize<'t> for Tree<'t> {
    fn deserialize<D: Deserializer<'t>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Reader)
    }
}

struct Reader;

impl<'t> Visitor<'t> for Reader {
    type Value = Tree<'t>;

    fn expecting(&self, to: &mut Formatter<'_>) -> fmt::Result {
        to.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Tree<'t>, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree<'t>, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree<'t>, E> {
        Ok(Tree::Whole(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree<'t>, E> {
        Ok(i64::try_from(value).map_or(Tree::Large(value), Tree::Whole))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree<'t>, E> {
        Ok(Tree::Real(value))
    }

    fn visit_borrowed_str<E>(self, value: &'t str) -> Result<Tree<'t>, E> {
        Ok(Tree::Text(Cow::Borrowed(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Tree<'t>, E> {
        Ok(Tree::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut items: A) -> Result<Tree<'t>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'t>>(self, mut members: A) -> Result<Tree<'t>, A::Error> {
        let mut object: Vec<(Tree<'t>, Tree<'t>)> = Vec::new();
        while let Some((name, value)) = members.next_entry()? {
            object.push((name, value));
        }
        Ok(Tree::Object(object))
    }
}

impl Display for NotRead {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        to.write_str("not the JSON that was asked for")
    }
}

impl std::error::Error for NotRead {}

impl Error for NotRead {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

impl Tree<'_> {
    fn number<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, NotRead> {
        match *self {
            Tree::Whole(value) => visitor.visit_i64(value),
            Tree::Large(value) => visitor.visit_u64(value),
            Tree::Real(value) => visitor.visit_f64(value),
            _ => Err(NotRead),
        }
    }

    fn list<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, NotRead> {
        let Tree::List(items) = self else { return Err(NotRead) };
        let mut items = Items(items.iter());
        let value = visitor.visit_seq(&mut items)?;
        if items.0.len() == 0 { Ok(value) } else { Err(NotRead) }
    }

    fn object<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, NotRead> {
        let Tree::Object(members) = self else { return Err(NotRead) };
        visitor.visit_map(Members { rest: members.iter(), value: &Tree::Null })
    }
}

/// Each type asks for one kind of value, and only that kind is looked for.
macro_rules! made_of {
    ($kind:ident: $($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotRead> { self.$kind(visitor) })*
    };
}

impl<'de> Deserializer<'de> for &Tree<'_> {
    type Error = NotRead;

    made_of! { number: deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
    deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_f32 deserialize_f64 }
    made_of! { deserialize_str: deserialize_char deserialize_string deserialize_identifier }
    made_of! { list: deserialize_seq }
    made_of! { object: deserialize_map }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotRead> {
        match self {
            Tree::Null => visitor.visit_unit(),
            Tree::Bool(value) => visitor.visit_bool(*value),
            Tree::Whole(_) | Tree::Large(_) | Tree::Real(_) => self.number(visitor),
            Tree::Text(text) => visitor.visit_str(text),
            Tree::List(_) => self.list(visitor),
            Tree::Object(_) => self.object(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotRead> {
        if let Tree::Bool(value) = self { visitor.visit_bool(*value) } else { Err(NotRead) }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotRead> {
        if let Tree::Text(text) = self { visitor.visit_str(text) } else { Err(NotRead) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotRead> {
        if let Tree::Null = self { visitor.visit_unit() } else { Err(NotRead) }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotRead> {
        if let Tree::Null = self { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, NotRead> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, NotRead> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, NotRead> {
        self.list(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, NotRead> {
        self.list(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotRead> {
        self.object(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotRead> {
        match self {
            Tree::Text(_) => visitor.visit_enum(Variant { name: self, value: None }),
            Tree::Object(members) => {
                let [(name, value)] = members.as_slice() else { return Err(NotRead) };
                visitor.visit_enum(Variant { name, value: Some(value) })
            }
            _ => Err(NotRead),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotRead> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! { i128 u128 bytes byte_buf }
}

struct Items<'t>(slice::Iter<'t, Tree<'t>>);

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = NotRead;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, NotRead> {
        self.0.next().map(|item| seed.deserialize(item)).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

struct Members<'t> {
    rest: slice::Iter<'t, (Tree<'t>, Tree<'t>)>,
    /// Of the member whose name was asked for last.
    value: &'t Tree<'t>,
}

impl<'de> MapAccess<'de> for Members<'_> {
    type Error = NotRead;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, NotRead> {
        let Some((name, value)) = self.rest.next() else { return Ok(None) };
        self.value = value;
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, NotRead> {
        seed.deserialize(self.value)
    }
}

/// One of several: its name alone, or an object whose one member has that name.
struct Variant<'t> {
    name: &'t Tree<'t>,
    value: Option<&'t Tree<'t>>,
}

impl<'t> Variant<'t> {
    fn value(&self) -> Result<&'t Tree<'t>, NotRead> {
        self.value.ok_or(NotRead)
    }
}

impl<'de> EnumAccess<'de> for Variant<'_> {
    type Error = NotRead;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), NotRead> {
        Ok((seed.deserialize(self.name)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_> {
    type Error = NotRead;

    fn unit_variant(self) -> Result<(), NotRead> {
        match self.value {
            None | Some(Tree::Null) => Ok(()),
            Some(_) => Err(NotRead),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, NotRead> {
        seed.deserialize(self.value()?)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, NotRead> {
        self.value()?.list(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, NotRead> {
        self.value()?.object(visitor)
    }
}
