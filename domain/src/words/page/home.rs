//! The words of the home page: what mentorship is and why, the guide, the programmes, how an application goes, and the way
//! without a programme.

use super::Section;
use crate::text::Text;

pub const DESCRIPTION: Text = Text::new(
    "Hitta en mentor eller bli mentor genom Karolinska Institutet.",
    "Find a mentor or become one through Karolinska Institutet.",
);
/// The page's heading.
pub const TITLE: Text = Text::new("En mentor har gått vägen före dig", "A mentor has walked the path before you");
pub const LEAD: Text = Text::new(
    "Här ser du vilka mentorsprogram som finns vid KI, vilka som är öppna och hur du hittar en mentor eller själv blir mentor.",
    "Here you see which mentorship programmes there are at KI, which are open, and how to find a mentor or become one.",
);

/// Beside the link to the guide.
pub const GUIDE_HINT: Text =
    Text::new("Högst tre frågor, sedan vet du.", "Three questions at most, then you will know.");

pub const WHY: Section = Section {
    heading: Some(Text::new("Varför mentorskap?", "Why mentorship?")),
    paragraphs: &[Text::new(
        "Ett mentorskap är ett samtal som ger något åt båda, både yrkesmässigt och personligt.",
        "Mentorship is a conversation that gives something to both sides, professionally and personally.",
    )],
    list: &[
        Text::new(
            "Du lär känna någon som arbetar inom det område du är intresserad av.",
            "You get to know someone who works in the field that interests you.",
        ),
        Text::new(
            "Du kan fråga om karriärvägar och få insikter som inte står i någon kursplan.",
            "You can ask about career paths and gain insights that are in no syllabus.",
        ),
        Text::new("Du bygger nätverk, lär dig och utvecklas.", "You build a network, learn and develop."),
        Text::new(
            "Som mentor hjälper du den som följer efter på samma väg, och får själv nya perspektiv.",
            "As a mentor you help someone who follows the same path, and gain new perspectives yourself.",
        ),
    ],
    ..Section::NONE
};

/// Above the list of programmes.
pub const PROGRAMMES: Text = Text::new("Mentorsprogram", "Mentorship programmes");

/// The list is one of steps.
pub const HOW: Section = Section {
    heading: Some(Text::new("Så går en ansökan till", "How applying works")),
    list: &[
        Text::new(
            "Du svarar på några frågor på telefonen eller datorn.",
            "You answer a few questions on your phone or computer.",
        ),
        Text::new(
            "Du får ett kvitto med en referens. Där står vilken dag du senast får veta hur det går vidare.",
            "You get a receipt with a reference. It says by which day you will hear what happens next.",
        ),
        Text::new(
            "En mentor som kan passa får frågan. Båda måste säga ja.",
            "A mentor who may suit you is asked. Both of you must say yes.",
        ),
        Text::new(
            "Ni sätter ramarna tillsammans: hur ofta ni ska ses, vad ni ska prata om och vad ni väntar er.",
            "You set the framework together: how often to meet, what to talk about and what each of you expects.",
        ),
    ],
    ..Section::NONE
};

/// Ways to a mentor that do not go through a programme.
pub const OTHER_WAYS: &[Section] = &[Section {
    heading: Some(Text::new("Fråga någon själv", "Ask someone yourself")),
    paragraphs: &[
        Text::new(
            "Du behöver inget program för att få en mentor. Fråga den du beundrar: svaret blir förmodligen ja.",
            "You do not need a programme to get a mentor. Ask the person you admire: they will probably say yes.",
        ),
        Text::new("Kom sedan överens om ramarna:", "Then agree on a framework:"),
    ],
    list: &[
        Text::new("hur ofta ni ska ses", "how often to meet"),
        Text::new("vad ni ska prata om", "which topics to talk about"),
        Text::new("vad var och en av er väntar sig att det ska leda till.", "what each of you expects to come of it."),
    ],
    links: &[(Text::new("Råd, och hjälp att skriva", "Advice, and help with writing"), "/own-mentor")],
}];
