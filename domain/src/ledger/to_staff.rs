//! Letters to somebody of the staff: whom they are for is known only when they are due.

use super::about::About;
use super::daily::{self, Day};
use super::{Book, StorageFailed, members, staff};
use crate::desk::member::Member;
use crate::link::{LinkHash, Secret};
use crate::outbox::Fact;

/// What a letter to somebody of the staff needs.
pub enum ToStaff {
    SignIn { member: Member, secret: Secret },
    Daily { member: Member, day: Day },
}

/// What the rows do not say.
pub(super) struct Settings {
    pub samples: bool,
    /// The address of the first administrator.
    pub first: Option<String>,
}

/// A letter to whoever reads that address, if it is somebody of the staff.
pub(super) fn to_staff(
    book: &impl Book,
    hash: &LinkHash,
    fact: Fact,
    settings: &Settings,
    secrets: &mut Vec<Secret>,
) -> Result<Option<About>, StorageFailed> {
    let first = settings.first.as_deref();
    let letter = if fact == Fact::SignInLetter {
        let invited = staff::invite(book, first, hash, || secrets.pop())?;
        invited.map(|(member, secret)| ToStaff::SignIn { member, secret })
    } else {
        let member = members::find_hashed(book, first, hash)?.filter(|member| member.daily_letter);
        match member {
            Some(member) => Some(ToStaff::Daily { day: daily::day(book, &member)?, member }),
            None => None,
        }
    };
    Ok(letter.map(|letter| About::Staff(Box::new(letter))))
}
