//! Where an application is, in a person's words, and what happens next.

use crate::programme::Role;
use crate::standing::{Move, Standing};
use crate::text::Text;

/// The standing itself.
pub const fn title(standing: Standing, role: Role) -> Text {
    match (standing, role) {
        (Standing::Received, Role::Waiting) => Text::new("Du står på listan", "You are on the list"),
        (Standing::Received, Role::Framework) => Text::new("Delad", "Shared"),
        (Standing::Received, _) => Text::new("Mottagen", "Received"),
        (Standing::UnderReview, _) => Text::new("Under granskning", "Under review"),
        (Standing::WithMentor, _) => Text::new("En mentor är tillfrågad", "A mentor has been asked"),
        (Standing::AgreedByMentor, _) => Text::new("Mentorn har sagt ja", "The mentor has said yes"),
        (Standing::Listed, _) => Text::new("Godkänd som mentor", "Accepted as a mentor"),
        (Standing::Paired, Role::Registering) => Text::new("Registrerad", "Registered"),
        (Standing::Paired, _) => Text::new("Ni är ett par", "You are a pair"),
        (Standing::Ended, Role::Asking) => Text::new("Besvarat", "Answered"),
        (Standing::Ended, Role::Suggesting) => Text::new("Behandlat", "Dealt with"),
        (Standing::Declined, _) => Text::new("Avböjd", "Declined"),
        (Standing::NoMatch, _) => Text::new("Ingen mentor den här gången", "No mentor this time"),
        (Standing::Told, _) => Text::new("Programmet har öppnat", "The programme has opened"),
        (Standing::Withdrawn, Role::Mentee | Role::Mentor) => Text::new("Återtagen", "Withdrawn"),
        (Standing::Withdrawn, Role::Waiting) => {
            Text::new("Du står inte längre på listan", "You are no longer on the list")
        }
        (Standing::Ended, _) | (Standing::Withdrawn, Role::Framework) => Text::new("Avslutad", "Ended"),
        (Standing::Withdrawn, Role::Asking) => Text::new("Du väntar inte på svar", "You are not waiting for an answer"),
        (Standing::Withdrawn, Role::Registering) => {
            Text::new("Registreringen är återtagen", "The registration is withdrawn")
        }
        (Standing::Withdrawn, Role::Suggesting) => Text::new("Förslaget är återtaget", "The suggestion is withdrawn"),
    }
}

/// What staff do who take that way, as their button says it; [`title`] says where it has led.
pub const fn act(way: &Move) -> Text {
    match (way.to, way.role) {
        (Standing::Received, _) => Text::new("Sätt tillbaka som mottagen", "Put back as received"),
        (Standing::UnderReview, _) => Text::new("Ta upp till granskning", "Take up for review"),
        // Neither asks anybody: it notes what has happened elsewhere.
        (Standing::WithMentor, _) => {
            Text::new("Anteckna att en mentor är tillfrågad", "Note that a mentor has been asked")
        }
        (Standing::AgreedByMentor, _) => {
            Text::new("Anteckna att mentorn har sagt ja", "Note that the mentor has said yes")
        }
        (Standing::Listed, _) => Text::new("Godkänn som mentor", "Accept as a mentor"),
        (Standing::Paired, Role::Registering) => Text::new("Registrera paret", "Register the pair"),
        (Standing::Paired, _) => Text::new("Bekräfta paret", "Confirm the pair"),
        (Standing::Ended, Role::Mentor) => Text::new("Avsluta mentorns uppdrag", "End the mentor’s part"),
        (Standing::Ended, Role::Asking) => Text::new("Markera som besvarat", "Mark as answered"),
        (Standing::Ended, Role::Suggesting) => Text::new("Markera som behandlat", "Mark as dealt with"),
        (Standing::Ended, _) => Text::new("Avsluta mentorskapet", "End the mentorship"),
        (Standing::Declined, _) => Text::new("Avböj", "Decline"),
        (Standing::NoMatch, _) => Text::new("Avsluta utan mentor", "Close without a mentor"),
        // No way of staff leads there.
        (Standing::Told | Standing::Withdrawn, _) => title(way.to, way.role),
    }
}

/// What happens next; `{date}` is [`crate::words::date::long`] of the day promised.
pub const fn next(standing: Standing, role: Role) -> Text {
    match (standing, role) {
        (Standing::Received, Role::Mentee) => Text::new(
            "Din ansökan är sparad och väntar på att bli läst. Senast {date} får du veta hur det går vidare.",
            "Your application has been saved and is waiting to be read. You will hear what happens next by {date}.",
        ),
        (Standing::Received, Role::Mentor) => Text::new(
            "Din anmälan är sparad och väntar på att bli läst. Senast {date} får du veta hur det går vidare.",
            "Your sign-up has been saved and is waiting to be read. You will hear what happens next by {date}.",
        ),
        (Standing::Received, Role::Asking) => Text::new(
            "Ditt meddelande är sparat och väntar på att bli läst. Senast {date} får du svar.",
            "Your message has been saved and is waiting to be read. You will have an answer by {date}.",
        ),
        (Standing::Received, Role::Suggesting) => Text::new(
            "Ditt förslag är sparat och väntar på att bli läst. Senast {date} får du veta hur det går vidare.",
            "Your suggestion has been saved and is waiting to be read. You will hear what happens next by {date}.",
        ),
        (Standing::Received, Role::Registering) => Text::new(
            "Din registrering är sparad och väntar på att bli läst. Senast {date} får du veta hur det går vidare.",
            "Your registration has been saved and is waiting to be read. You will hear what happens next by {date}.",
        ),
        (Standing::UnderReview, _) => Text::new(
            "Någon vid programmet läser det du har skickat. Senast {date} får du veta hur det går vidare.",
            "Someone at the programme is reading what you sent. You will hear what happens next by {date}.",
        ),
        _ => next_undated(standing, role),
    }
}

/// As [`next`], where no day is promised.
pub const fn next_undated(standing: Standing, role: Role) -> Text {
    match (standing, role) {
        (Standing::Received, Role::Waiting) => Text::new(
            "Vi skriver till dig en gång, när programmet öppnar. Du kan ångra dig när som helst.",
            "We will write to you once, when the programme opens. You can cancel at any time.",
        ),
        (Standing::Received, Role::Framework) => Text::new(
            "Ni kan läsa, godkänna, ändra och avsluta den på var sin sida.",
            "Each of you can read, accept, change and end it on a page of your own.",
        ),
        (Standing::Received, _) => Text::new(
            "Det du har skickat är sparat och väntar på att bli läst. Hur snabbt du får svar är inte bestämt ännu.",
            "What you sent has been saved and is waiting to be read. How soon you will get an answer has not been decided yet.",
        ),
        (Standing::UnderReview, _) => Text::new(
            "Någon vid programmet läser det du har skickat.",
            "Someone at the programme is reading what you sent.",
        ),
        (
            Standing::WithMentor
            | Standing::AgreedByMentor
            | Standing::Listed
            | Standing::Paired
            | Standing::Ended
            | Standing::Declined
            | Standing::NoMatch,
            _,
        ) => next_decided(standing, role),
        (Standing::Told, _) => Text::new(
            "Programmet har öppnat. Vi skriver inte igen.",
            "The programme has opened. We will not write again.",
        ),
        (Standing::Withdrawn, Role::Mentee | Role::Mentor | Role::Suggesting | Role::Registering) => Text::new(
            "Du har tagit tillbaka det du skickade. Det händer inget mer med det.",
            "You have withdrawn what you sent. Nothing more will happen to it.",
        ),
        (Standing::Withdrawn, Role::Waiting) => Text::new(
            "Du har ångrat dig, och vi skriver inte till dig när programmet öppnar.",
            "You have cancelled, and we will not write to you when the programme opens.",
        ),
        (Standing::Withdrawn, Role::Framework) => {
            Text::new("Överenskommelsen gäller inte längre.", "The framework no longer holds.")
        }
        (Standing::Withdrawn, Role::Asking) => Text::new(
            "Du har ångrat dig och väntar inte längre på svar.",
            "You have cancelled and are no longer waiting for an answer.",
        ),
    }
}

/// Of what staff have decided.
const fn next_decided(standing: Standing, role: Role) -> Text {
    match (standing, role) {
        (Standing::WithMentor, _) => Text::new(
            "En mentor som kan passa har fått frågan. Säger mentorn ja skriver vi till dig. Annars letar vi vidare.",
            "A mentor who may suit you has been asked. If the mentor says yes we will write to you. Otherwise we go on looking.",
        ),
        (Standing::AgreedByMentor, _) => Text::new(
            "Mentorn har sagt ja. Har du fått ett mejl om det? Läs om mentorn och svara där. Sedan skriver vi hur ni når varandra.",
            "The mentor has said yes. Have you had an email about it? Read about the mentor and answer there. Then we write how you reach each other.",
        ),
        (Standing::Listed, _) => Text::new(
            "Du kan få frågan om att bli mentor. Du väljer själv varje gång om du vill säga ja.",
            "You may be asked to become a mentor. You choose each time whether to say yes.",
        ),
        (Standing::Paired, Role::Registering) => Text::new(
            "Du och din mentor är registrerade. Skriv till programmet om ni behöver hjälp.",
            "You and your mentor are registered. Write to the programme if you need help.",
        ),
        (Standing::Paired, _) => Text::new(
            "Du och din mentor är ett par. Skriv till programmet om ni behöver hjälp.",
            "You and your mentor are a pair. Write to the programme if you need help.",
        ),
        (Standing::Ended, Role::Asking) => Text::new(
            "Meddelandet är besvarat. Det händer inget mer med det.",
            "The message has been answered. Nothing more will happen to it.",
        ),
        (Standing::Ended, Role::Suggesting) => Text::new(
            "Förslaget är behandlat. Det händer inget mer med det.",
            "The suggestion has been dealt with. Nothing more will happen to it.",
        ),
        (Standing::Ended, _) => {
            Text::new("Det är avslutat. Det händer inget mer med det.", "It has ended. Nothing more will happen to it.")
        }
        (Standing::Declined, _) => Text::new(
            "Programmet går inte vidare med det du har skickat. Varför står i mejlet till dig.",
            "The programme will not take what you sent further. The letter to you says why.",
        ),
        (_, _) => Text::new(
            "Vi hittade ingen mentor som passar den här gången. Du kan söka igen, eller hitta en egen mentor.",
            "We found no mentor who suits you this time. You can apply again, or find a mentor yourself.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standing::{MOVES, moves};
    use crate::text::Language;
    use std::collections::BTreeSet;

    #[test]
    fn every_move_is_called_by_what_is_done_and_no_two_from_one_standing_alike() {
        for language in Language::ALL {
            for one in MOVES {
                assert_ne!(act(one).say(language), title(one.to, one.role).say(language));
                let all: BTreeSet<&str> = moves(one.role, one.from).map(|way| act(way).say(language)).collect();
                assert_eq!(all.len(), moves(one.role, one.from).count(), "{all:?}");
            }
        }
    }
}
