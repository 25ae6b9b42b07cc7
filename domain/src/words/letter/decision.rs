//! What a letter about a decision says before staff change it, by the standing and the form.

use crate::programme::Role;
use crate::standing::Standing;
use crate::text::Text;

/// `{reference}`, `{programme}`.
pub const SUBJECT: Text = Text::new("Nytt om {reference}: {programme}", "News about {reference}: {programme}");
pub const TITLE: Text = Text::new("Så går det vidare", "What happens now");

/// Paragraphs; `{programme}`. Nothing for a standing of which nobody is written to.
pub const fn text(standing: Standing, role: Role) -> Option<Text> {
    Some(match (standing, role) {
        (Standing::WithMentor, _) => Text::new(
            "Vi har frågat en mentor som kan passa dig.\n\nDu behöver inte göra något nu. Säger mentorn ja skriver vi till dig. Annars letar vi vidare. På din sida ser du hur det går.",
            "We have asked a mentor who may suit you.\n\nThere is nothing you need to do now. If the mentor says yes we will write to you. Otherwise we go on looking. Your page shows how it is going.",
        ),
        (Standing::AgreedByMentor, _) => Text::new(
            "Mentorn som vi frågade har sagt ja.\n\nVi går igenom det sista och hör sedan av oss med hur ni når varandra.",
            "The mentor whom we asked has said yes.\n\nWe will check the last details and then write to you about how to reach each other.",
        ),
        (Standing::Paired, _) => Text::new(
            "Du och din mentor är nu ett par.\n\nTa själv den första kontakten och föreslå en tid. Kom sedan överens om hur ofta ni ska ses, vad ni ska ta upp och vad ni väntar er av varandra.",
            "You and your mentor are now a pair.\n\nMake the first contact yourself and suggest a time. Then agree on how often to meet, what to take up and what each of you expects.",
        ),
        (Standing::Listed, _) => Text::new(
            "Tack för att du vill vara mentor. Din anmälan är godkänd, och du kan nu få frågan om att bli mentor.\n\nDu väljer själv varje gång om du vill säga ja.",
            "Thank you for wanting to be a mentor. Your sign-up has been accepted, and you may now be asked to become a mentor.\n\nYou choose each time whether to say yes.",
        ),
        (Standing::Ended, Role::Mentor) => Text::new(
            "Du står inte längre med som mentor. Tack för tiden du har gett.",
            "You are no longer listed as a mentor. Thank you for the time you have given.",
        ),
        (Standing::Ended, _) => Text::new(
            "Mentorskapet är avslutat hos oss. Tack för att du berättade hur det gick.",
            "The mentorship has ended with us. Thank you for telling us how it went.",
        ),
        (Standing::Declined, Role::Mentor) => Text::new(
            "Tack för att du vill vara mentor. Den här gången kan vi inte ta emot din anmälan.",
            "Thank you for wanting to be a mentor. This time we cannot accept your sign-up.",
        ),
        (Standing::Declined, _) => Text::new(
            "Vi kan tyvärr inte gå vidare med din ansökan.\n\nDu kan fortfarande hitta en egen mentor: fråga någon som du ser upp till.",
            "Unfortunately we cannot take your application further.\n\nYou can still find a mentor yourself: ask someone whom you admire.",
        ),
        (Standing::NoMatch, _) => Text::new(
            "Vi har inte hittat någon mentor som passar just nu.\n\nDu kan söka igen, och du kan hitta en egen mentor: fråga någon som du ser upp till.",
            "We have not found a mentor who suits you this time.\n\nYou can apply again, and you can find a mentor yourself: ask someone whom you admire.",
        ),
        (Standing::Received | Standing::UnderReview | Standing::Told | Standing::Withdrawn, _) => return None,
    })
}
