//! The guide's ways for those who look for a mentor.

use super::{
    DISCONTINUED, FIND_ONE_YOURSELF, GuideOption, GuidePage, GuideResult, JUNIOR_FACULTY_FORMS, RULES_MAY_CHANGE,
    STAFF_PORTAL, TELL_ME_OR_ASK, option, question, result,
};
use crate::programme::Role;
use crate::text::Text;

const AMONG_ALUMNI: Text = Text::new(
    "Du söker bland alumner som redan har gått den väg du vill gå. Ingen blir din mentor utan att ni båda har sagt ja.",
    "You look among alumni who have already taken the path you want to take. Nobody becomes your mentor unless you have both said yes.",
);
const ASK_SOMEONE: Text = Text::new(
    "Du kan också hitta en mentor själv. Fråga den du beundrar: svaret blir förmodligen ja.",
    "You can also find a mentor yourself. Ask the person you admire: they will probably say yes.",
);
const ALUMNI_FORMS: &[(&str, Role)] = &[("ki-alumni", Role::Mentee), ("ki-alumni", Role::Waiting)];

pub const WHO: GuidePage = question(
    "seek",
    Text::new("Vad stämmer bäst in på dig?", "Which of these describes you best?"),
    None,
    &[
        option(
            Text::new("Jag läser på ett kandidatprogram vid KI", "I am in a bachelor’s programme at KI"),
            "seek/bachelor",
        ),
        option(Text::new("Jag läser på ett masterprogram vid KI", "I am in a master’s programme at KI"), "seek/master"),
        option(Text::new("Jag är doktorand vid KI", "I am a doctoral student at KI"), "seek/doctoral"),
        option(Text::new("Jag tillhör Junior Faculty", "I belong to the Junior Faculty"), "seek/junior-faculty"),
        option(Text::new("Jag är medlem i KI Alumni", "I am a member of KI Alumni"), "seek/alumni"),
        option(Text::new("Jag vet redan vem jag vill fråga", "I already know whom I want to ask"), "seek/yourself"),
        option(Text::new("Inget av det här", "None of these"), "seek/other"),
    ],
);

pub const BACHELOR: GuidePage = result(
    "seek/bachelor",
    Text::new("Kandidatstudent: sök genom KI Alumni", "Bachelor’s student: apply through KI Alumni"),
    GuideResult {
        paragraphs: &[
            Text::new(
                "Du som läser på ett kandidatprogram vid KI kan söka en mentor genom KI Alumni.",
                "As a student in a bachelor’s programme at KI you can apply for a mentor through KI Alumni.",
            ),
            AMONG_ALUMNI,
            ASK_SOMEONE,
        ],
        programmes: &["ki-alumni"],
        forms: ALUMNI_FORMS,
        also: &[FIND_ONE_YOURSELF],
    },
);

pub const MASTER: GuidePage = result(
    "seek/master",
    Text::new("Masterstudent: sök genom KI Alumni", "Master’s student: apply through KI Alumni"),
    GuideResult {
        paragraphs: &[
            Text::new(
                "Du som läser på ett masterprogram vid KI kan söka en mentor genom KI Alumni.",
                "As a student in a master’s programme at KI you can apply for a mentor through KI Alumni.",
            ),
            AMONG_ALUMNI,
            ASK_SOMEONE,
        ],
        programmes: &["ki-alumni"],
        forms: ALUMNI_FORMS,
        also: &[FIND_ONE_YOURSELF],
    },
);

pub const DOCTORAL: GuidePage = question(
    "seek/doctoral",
    Text::new("Vilken mentor söker du?", "Which mentor are you looking for?"),
    None,
    &[
        GuideOption {
            words: Text::new(
                "Den mentor som alla doktorander ska ha",
                "The mentor that every doctoral student must have",
            ),
            hint: Some(Text::new(
                "En bro till världen utanför din närmaste forskningsmiljö.",
                "A bridge to the world outside your direct research environment.",
            )),
            to: "seek/doctoral/mentor",
        },
        GuideOption {
            words: Text::new("Någon att prata om karriärvägar med", "Someone to talk to about career paths"),
            hint: Some(Text::new(
                "En alumn som arbetar inom det område du är intresserad av.",
                "An alumnus or alumna who works in the field that interests you.",
            )),
            to: "seek/doctoral/career",
        },
    ],
);

pub const DOCTORAL_MENTOR: GuidePage = result(
    "seek/doctoral/mentor",
    Text::new("Doktorand: du hittar din mentor själv", "Doctoral student: you find your mentor yourself"),
    GuideResult {
        paragraphs: &[
            Text::new(
                "Alla doktorander vid KI ska ha en mentor som inte är handledare. Ingen tilldelas en mentor, och det finns inget formulär att ansöka med.",
                "All doctoral students at KI must have a mentor who is not their supervisor. Nobody is assigned a mentor, and there is no form to apply with.",
            ),
            Text::new(
                "Du väljer mentor senast ett år efter att du antogs. Det är du som frågar, bokar mötena och säger vad du vill prata om.",
                "You choose your mentor no later than one year after your admission. You ask, book the meetings and say what you want to talk about.",
            ),
            RULES_MAY_CHANGE,
        ],
        programmes: &["doctoral"],
        forms: &[],
        also: &[STAFF_PORTAL, FIND_ONE_YOURSELF],
    },
);

pub const DOCTORAL_CAREER: GuidePage = result(
    "seek/doctoral/career",
    Text::new("Doktorand: sök genom KI Alumni", "Doctoral student: apply through KI Alumni"),
    GuideResult {
        paragraphs: &[
            Text::new(
                "Du som är doktorand vid KI kan söka en mentor genom KI Alumni.",
                "As a doctoral student at KI you can apply for a mentor through KI Alumni.",
            ),
            AMONG_ALUMNI,
            Text::new(
                "Den mentor som alla doktorander ska ha söker du inte där. Den hittar du själv.",
                "You do not apply there for the mentor that every doctoral student must have. You find that mentor yourself.",
            ),
        ],
        programmes: &["ki-alumni", "doctoral"],
        forms: ALUMNI_FORMS,
        also: &[FIND_ONE_YOURSELF],
    },
);

pub const JUNIOR_FACULTY: GuidePage = result(
    "seek/junior-faculty",
    Text::new("Junior Faculty: programmet är nedlagt", "Junior Faculty: the programme has been discontinued"),
    GuideResult {
        paragraphs: &[
            DISCONTINUED,
            TELL_ME_OR_ASK,
            Text::new(
                "Är du medlem i KI Alumni kan du också söka en mentor där.",
                "If you are a member of KI Alumni, you can also apply for a mentor there.",
            ),
            ASK_SOMEONE,
        ],
        programmes: &["junior-faculty", "ki-alumni"],
        forms: JUNIOR_FACULTY_FORMS,
        also: &[FIND_ONE_YOURSELF],
    },
);

pub const ALUMNI: GuidePage = result(
    "seek/alumni",
    Text::new("Alumn: sök genom KI Alumni", "Alumni: apply through KI Alumni"),
    GuideResult {
        paragraphs: &[
            Text::new(
                "Du som är medlem i KI Alumni kan söka en mentor där. Du kan också själv bli mentor.",
                "As a member of KI Alumni you can apply for a mentor there. You can also become one yourself.",
            ),
            AMONG_ALUMNI,
            ASK_SOMEONE,
        ],
        programmes: &["ki-alumni"],
        forms: ALUMNI_FORMS,
        also: &[FIND_ONE_YOURSELF],
    },
);

pub const YOURSELF: GuidePage = result(
    "seek/yourself",
    Text::new("Fråga den du vill ha som mentor", "Ask the person you want as your mentor"),
    GuideResult {
        paragraphs: &[
            Text::new(
                "Du behöver inget program för att få en mentor. Fråga den du beundrar: svaret blir förmodligen ja. Mentorer delar ofta gärna med sig av kunskap och tid till den som vill gå samma väg.",
                "You do not need a programme to get a mentor. Ask the person you admire: they will probably say yes. Mentors are often generous with knowledge and time towards those who follow the path they took.",
            ),
            Text::new(
                "Kom sedan överens om ramarna: hur ofta ni ska ses, vad ni ska prata om och vad var och en väntar sig att det ska leda till.",
                "Then agree on a framework: how often to meet, which topics to talk about and what each of you expects to come of it.",
            ),
            Text::new(
                "Är du doktorand? Läs vad som gäller för den mentor som alla doktorander ska ha.",
                "Are you a doctoral student? Read what applies to the mentor that every doctoral student must have.",
            ),
        ],
        programmes: &["own-mentor", "doctoral"],
        forms: &[],
        also: &[],
    },
);

pub const OTHER: GuidePage = result(
    "seek/other",
    Text::new("Hitta en mentor själv, eller fråga oss", "Find a mentor yourself, or ask us"),
    GuideResult {
        paragraphs: &[
            Text::new(
                "Programmen här är till för studenter, doktorander, Junior Faculty och medlemmar i KI Alumni. Är du osäker på om något av dem passar dig, eller söker du ett program utanför KI? Skriv till KI Career Service.",
                "The programmes here are for students, doctoral students, Junior Faculty and members of KI Alumni. Are you not sure whether one of them suits you, or are you looking for a programme outside KI? Write to KI Career Service.",
            ),
            ASK_SOMEONE,
        ],
        programmes: &["outside"],
        forms: &[("outside", Role::Asking)],
        also: &[FIND_ONE_YOURSELF],
    },
);
