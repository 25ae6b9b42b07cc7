//! The words of the home page: what mentorship is and why, the programmes, how it goes, and other ways to a mentor.

use super::Section;
use crate::text::Text;

pub const DESCRIPTION: Text = Text::new(
    "Hitta en mentor eller bli mentor genom Karolinska Institutet.",
    "Find a mentor or become one through Karolinska Institutet.",
);
/// The page's heading.
pub const TITLE: Text = Text::new("En mentor har gått vägen före dig", "A mentor has walked the path before you");
pub const LEAD: Text = Text::new(
    "Är du student, doktorand eller medlem i KI Alumni? Här kan du söka en mentor. Vill du dela med dig av det du kan? Anmäl dig som mentor.",
    "Are you a student, a doctoral student or a member of KI Alumni? Apply for a mentor here. Do you want to share what you know? Sign up as a mentor.",
);

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
    heading: Some(Text::new("Så går det till", "How it goes")),
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

/// Ways to a mentor that do not go through a form of this portal.
pub const OTHER_WAYS: &[Section] = &[
    Section {
        heading: Some(Text::new("Fråga någon själv", "Ask someone yourself")),
        paragraphs: &[Text::new(
            "Du behöver inget program för att få en mentor. Fråga den du beundrar: svaret blir förmodligen ja. Kom sedan överens om hur ofta ni ska ses, vad ni ska prata om och vad var och en väntar sig.",
            "You do not need a programme to get a mentor. Ask the person you admire: they will probably say yes. Then agree on how often to meet, what to talk about and what each of you expects.",
        )],
        ..Section::NONE
    },
    Section {
        heading: Some(Text::new("Är du doktorand?", "Are you a doctoral student?")),
        paragraphs: &[
            Text::new(
                "Alla doktorander vid KI ska ha en mentor som inte är handledare, och den mentorn hittar du själv. Mentorn är en bro till världen utanför din närmaste forskningsmiljö.",
                "All doctoral students at KI shall have a mentor who is not their supervisor, and you find that mentor yourself. The mentor is a bridge to the world outside your direct research environment.",
            ),
            Text::new(
                "Reglerna kan ändras. Det är den länkade sidan som gäller.",
                "Rules may change. The linked page is what applies.",
            ),
        ],
        links: &[(
            Text::new(
                "Mentor för doktorander på KI:s medarbetarportal",
                "Mentor to a doctoral student, on KI’s staff portal",
            ),
            "https://staff.ki.se/doctoral-education/mentor-to-a-doctoral-student",
        )],
        ..Section::NONE
    },
    Section {
        heading: Some(Text::new("Junior Faculty", "Junior Faculty")),
        paragraphs: &[Text::new(
            "Programmet för Junior Faculty startade 2019 och är nedlagt. En arbetsgrupp arbetar med att återinföra mentorskap för Junior Faculty. Det finns inget datum ännu.",
            "The Junior Faculty programme began in 2019 and has been discontinued. A working group is working on reintroducing mentorship for Junior Faculty. There is no date yet.",
        )],
        links: &[(
            Text::new("Frågor: juniorfaculty@ki.se", "Questions: juniorfaculty@ki.se"),
            "mailto:juniorfaculty@ki.se",
        )],
        ..Section::NONE
    },
    Section {
        heading: Some(Text::new("Program utanför KI", "Programmes outside KI")),
        paragraphs: &[Text::new(
            "Fråga KI Career Service om mentorsprogram hos andra.",
            "Ask KI Career Service about mentorship programmes elsewhere.",
        )],
        links: &[(Text::new("career-service@ki.se", "career-service@ki.se"), "mailto:career-service@ki.se")],
        ..Section::NONE
    },
];
