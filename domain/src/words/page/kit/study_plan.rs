//! The line about the mentor for the individual study plan.

use super::{SOURCE_LINK, Section, TextPage};
use crate::text::Text;

pub const STUDY_PLAN: TextPage = TextPage {
    path: "/doctoral/study-plan",
    title: Text::new("Raden i studieplanen", "The line in the study plan"),
    description: Text::new(
        "Få hjälp att skriva om mentorn i den individuella studieplanen.",
        "Get help writing about the mentor in the individual study plan.",
    ),
    sections: &[Section {
        paragraphs: &[Text::new(
            "I äldre versioner av den länkade sidan stod det att mentorns roll beskrivs i den individuella studieplanen. Vi vet inte om det fortfarande gäller. Reglerna kan ändras. Det är den länkade sidan som gäller.",
            "Older versions of the linked page said that the mentor’s role is described in the individual study plan. We do not know whether that still applies. Rules may change. The linked page is what applies.",
        )],
        links: &[SOURCE_LINK],
        ..Section::NONE
    }],
};

pub const MENTOR: Text = Text::new("Mentorns namn", "The mentor’s name");
pub const NO_MENTOR: Text = Text::new("Skriv mentorns namn.", "Write the mentor’s name.");
pub const WORKPLACE: Text = Text::new("Mentorns arbetsplats", "The mentor’s workplace");
pub const OFTEN: Text = Text::new("Hur ofta ses ni?", "How often do you meet?");
pub const OFTEN_HINT: Text = Text::new("Till exempel: två gånger om året.", "For example: twice a year.");
pub const SINCE: Text = Text::new("Sedan när?", "Since when?");
pub const SINCE_HINT: Text = Text::new("Till exempel: november 2026.", "For example: November 2026.");
pub const SUBJECT: Text = Text::new("Mentor i studieplanen", "Mentor in the study plan");

// The text itself, a sentence each. What is left empty is left out.
pub const WHO: Text = Text::new("{mentor} är min mentor.", "{mentor} is my mentor.");
pub const WHERE: Text = Text::new("Arbetsplats: {workplace}.", "Workplace: {workplace}.");
pub const FROM: Text = Text::new("Mentorskapet pågår sedan {since}.", "The mentorship has been running since {since}.");
pub const MEET: Text = Text::new("Vi ses {often}.", "We meet {often}.");
pub const ROLE: Text = Text::new(
    "Mentorn är någon annan än handledarna, är inte inblandad i doktorandens projekt och bidrar inte till det vetenskapliga innehållet. Mentorn är någon att diskutera med och en bro till världen utanför den närmaste forskningsmiljön.",
    "The mentor is someone other than the supervisors, is not involved in the doctoral student’s projects and gives no scientific input. The mentor is someone to discuss with, and a bridge to the world outside the direct research environment.",
);
