//! A letter as it travels: MIME for any name and any script, with headers that nothing typed can add to.

use super::{Letter, Sender};
use crate::call::Millis;
use crate::link::LinkHash;
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::date::Date;
use mail_builder::headers::text::Text;
use mail_builder::mime::{BodyPart, MimePart};

impl Letter {
    /// The whole message, lines ending in CR LF. `message_id` is `left@right` without brackets.
    pub fn mime(&self, from: &Sender, message_id: &str, at: Millis) -> String {
        let mut message = MessageBuilder::new()
            .from(Address::new_address(Some(one_line(&from.name)), address(&from.address)))
            .to(Address::new_address(None::<&str>, address(&self.to)))
            .subject(one_line(&self.subject))
            .message_id(address(message_id))
            .date(Date::new(at.div_euclid(1000)))
            // So that no absence note answers it (RFC 3834).
            .header("Auto-Submitted", Text::new("auto-generated"))
            // For a voice that reads the subject too (RFC 3282).
            .header("Content-Language", Text::new(self.language.tag()));
        if let Some(reply_to) = &self.reply_to {
            message = message.reply_to(Address::new_address(None::<&str>, address(reply_to)));
        }
        let parts = vec![
            MimePart::new("text/plain", BodyPart::Text(self.text.as_str().into())),
            MimePart::new("text/html", BodyPart::Text(self.html.as_str().into())),
        ];
        let alternative = ContentType::new("multipart/alternative").attribute("boundary", self.boundary(message_id));
        let mut output = Vec::new();
        message.body(MimePart::new(alternative, parts)).serialize(&mut output);
        // Every body part is written as 7 bits, and so are headers but for an address in another script, which is UTF-8.
        String::from_utf8_lossy(&output).into_owned()
    }

    /// Drawn from the letter itself, since `domain` has no chance: a text cannot hold the hash of itself.
    fn boundary(&self, message_id: &str) -> String {
        let hash = LinkHash::of(format!("{message_id}\n{}\n{}", self.text, self.html).as_bytes());
        let digits: String = hash.as_str().chars().take(40).collect();
        // Quoted-printable never writes `=_`.
        format!("=_{digits}")
    }
}

/// Without anything that could end a header line.
fn one_line(text: &str) -> String {
    let kept = text.chars().map(|character| if breaks_line(character) { ' ' } else { character });
    kept.collect::<String>().trim().to_owned()
}

/// An address or id without anything that could end it or begin another.
fn address(text: &str) -> String {
    text.chars()
        .filter(|character| {
            !breaks_line(*character) && !character.is_whitespace() && !"<>,;:\"()[]\\".contains(*character)
        })
        .collect()
}

fn breaks_line(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}')
}
