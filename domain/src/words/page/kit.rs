//! The pages for a doctoral student's own mentor: by when, is the person independent, how to ask. What is typed there stays
//! where it is typed.

pub mod invitation;
pub mod meetings;
pub mod study_plan;

use super::{Section, TextPage};
use crate::independence::Tie;
use crate::text::Text;
use invitation::{INVITATION, OWN_INVITATION};
use meetings::MEETINGS;
use study_plan::STUDY_PLAN;

/// KI's page that holds, whatever is said here.
pub const SOURCE: &str = "https://staff.ki.se/doctoral-education/mentor-to-a-doctoral-student";

const SOURCE_LINK: (Text, &str) = (
    Text::new("Mentor för doktorander på KI:s medarbetarportal", "Mentor to a doctoral student, on KI’s staff portal"),
    SOURCE,
);

pub const STAYS: Text = Text::new(
    "Det du skriver här stannar på din telefon eller dator. Det skickas ingenstans.",
    "What you write here stays on your phone or computer. It is sent nowhere.",
);
/// The same where the browser keeps nothing.
pub const STAYS_NOWHERE: Text = Text::new(
    "Webbläsaren låter oss inte spara på den här telefonen. Det du skriver finns kvar så länge sidan är öppen. Det skickas ingenstans.",
    "The browser does not let us save on this phone. What you write stays for as long as the page is open. It is sent nowhere.",
);
pub const NEEDS_PROGRAM: Text = Text::new(
    "Fälten behöver JavaScript, som inte går att köra här. Med JavaScript räknar sidorna ut sista dagen och mötena, jämför namnen och skriver brevet, allt på din telefon. Texten och länkarna fungerar ändå.",
    "The fields need JavaScript, which cannot run here. With JavaScript these pages work out the last day and the meetings, compare the names and write the letter, all on your phone. The text and the links work all the same.",
);
/// Over an answer before there is one.
pub const ANSWER: Text = Text::new("Svaret", "The answer");
pub const OVERVIEW: Text = Text::new("Till hjälp på vägen", "To help you along");

/// The pages with fields, in the order in which they are needed, each by the name under which a phone keeps its answers.
pub const PAGES: [(&str, &TextPage); 6] = [
    ("choose-by", &CHOOSE_BY),
    ("independence", &INDEPENDENCE),
    ("invitation", &INVITATION),
    ("own-invitation", &OWN_INVITATION),
    ("meetings", &MEETINGS),
    ("study-plan", &STUDY_PLAN),
];

pub const CHOOSE_BY: TextPage = TextPage {
    path: "/doctoral/choose-by",
    title: Text::new("När ska mentorn vara vald?", "When must the mentor be chosen?"),
    description: Text::new(
        "Räkna ut senaste dag att välja mentor som doktorand vid KI och spara den i kalendern.",
        "Work out the last day to choose a mentor as a doctoral student at KI and save it in your calendar.",
    ),
    sections: &[Section {
        paragraphs: &[Text::new(
            "Som doktorand vid KI ska du välja mentor senast ett år efter att du antogs. Reglerna kan ändras. Det är den länkade sidan som gäller.",
            "As a doctoral student at KI you must choose a mentor no later than one year after your admission. Rules may change. The linked page is what applies.",
        )],
        links: &[SOURCE_LINK],
        ..Section::NONE
    }],
};

pub mod choose_by {
    use crate::text::Text;

    pub const ADMITTED: Text = Text::new("Vilken dag antogs du?", "On what day were you admitted?");
    pub const HINT: Text = Text::new("Till exempel 24 11 2026.", "For example 24 11 2026.");
    pub const BUTTON: Text = Text::new("Räkna ut dagen", "Work out the day");
    pub const NO_DAY: Text = Text::new(
        "Skriv en dag som finns, med dag, månad och år i siffror, och alla fyra siffror i året.",
        "Write a day that exists, with day, month and year in digits, and all four digits of the year.",
    );
    pub const RESULT: Text = Text::new("Senast {date}", "No later than {date}");
    pub const AHEAD: Text = Text::new("Det är {days} dagar dit.", "That is {days} days away.");
    pub const AHEAD_ONE: Text = Text::new("Det är i morgon.", "That is tomorrow.");
    pub const TODAY: Text = Text::new("Det är i dag.", "That is today.");
    pub const PAST: Text = Text::new(
        "Den dagen har varit. Fråga någon nu, och se på den länkade sidan vad som gäller.",
        "That day has passed. Ask someone now, and see the linked page for what applies.",
    );
    pub const FUTURE: Text = Text::new(
        "Dagen du skrev har inte varit än. Vi räknar från den.",
        "The day you wrote is still to come. We count from it.",
    );
    pub const LEAP: Text = Text::new(
        "Året efter har ingen 29 februari. Vi räknar med den 28, så att du är på den säkra sidan.",
        "The year after has no 29 February. We count to the 28th, so that you are on the safe side.",
    );
    pub const SAVE: Text = Text::new("Spara i kalendern", "Save in the calendar");
    pub const EVENT: Text = Text::new("Senaste dag att välja mentor", "Last day to choose a mentor");
    pub const EVENT_TEXT: Text = Text::new(
        "Ett år efter att du antogs. Reglerna kan ändras. Det här är sidan som gäller: {address}",
        "One year after your admission. Rules may change. This is the page that applies: {address}",
    );
    pub const FILE: Text = Text::new("valj-mentor", "choose-mentor");
}

pub const INDEPENDENCE: TextPage = TextPage {
    path: "/doctoral/independence",
    title: Text::new("Är mentorn oberoende?", "Is the mentor independent?"),
    description: Text::new(
        "Jämför den du vill ha som mentor med dem som står dig nära i arbetet. Inget skickas.",
        "Compare the person you want as your mentor with those close to your work. Nothing is sent.",
    ),
    sections: &[
        Section {
            paragraphs: &[Text::new(
                "Mentorn ska vara någon annan än din handledare. I äldre versioner av den länkade sidan stod det också att mentorn är oberoende av både dig och handledarna. Reglerna kan ändras. Det är den länkade sidan som gäller.",
                "The mentor must be someone other than your supervisor. Older versions of the linked page also said that the mentor is independent of both you and the supervisors. Rules may change. The linked page is what applies.",
            )],
            links: &[SOURCE_LINK],
            ..Section::NONE
        },
        Section {
            heading: Some(Text::new("Att fundera på", "To consider")),
            paragraphs: &[Text::new(
                "Det här är frågor till dig, inte regler från KI:",
                "These are questions for you, not rules from KI:",
            )],
            list: &[
                Text::new("Skriver ni artiklar tillsammans?", "Do you write papers together?"),
                Text::new("Arbetar ni på samma institution?", "Do you work in the same department?"),
                Text::new("Är mentorn din chef?", "Is the mentor your manager?"),
                Text::new(
                    "Är ni släkt, nära vänner eller beroende av varandra på något annat sätt?",
                    "Are you related, close friends or dependent on each other in any other way?",
                ),
            ],
            ..Section::NONE
        },
    ],
};

pub mod independence {
    use super::{Text, Tie};

    pub const COMPARE: Text = Text::new("Jämför namnen", "Compare the names");
    pub const MENTOR: Text = Text::new("Den du vill ha som mentor", "The person you want as your mentor");
    pub const MENTOR_DEPARTMENT: Text =
        Text::new("Mentorns institution eller arbetsplats", "The mentor’s department or workplace");
    pub const OWN_DEPARTMENT: Text = Text::new("Din institution", "Your department");
    pub const SUPERVISORS: Text = Text::new("Dina handledare", "Your supervisors");
    pub const CO_AUTHORS: Text = Text::new("Dina medförfattare", "Your co-authors");
    pub const ONE_A_LINE: Text = Text::new("Ett namn på varje rad.", "One name on each line.");
    pub const MANAGER: Text = Text::new("Din chef", "Your manager");
    pub const CLOSE: Text = Text::new(
        "Vi är släkt, nära vänner eller beroende av varandra på något annat sätt",
        "We are related, close friends or dependent on each other in some other way",
    );
    pub const BUTTON: Text = Text::new("Jämför", "Compare");
    pub const NO_MENTOR: Text = Text::new(
        "Skriv namnet på den du vill ha som mentor.",
        "Write the name of the person you want as your mentor.",
    );
    pub const CLEAR: Text = Text::new("Inget som talar emot", "Nothing speaks against it");
    pub const CLEAR_TEXT: Text = Text::new(
        "Inget av det du skrev tyder på att ni är beroende av varandra. Namn kan skrivas på fler sätt än den här sidan känner till, så läs frågorna ovan själv också.",
        "Nothing that you wrote suggests that you depend on each other. Names can be written in more ways than this page knows, so read the questions above yourself too.",
    );
    pub const FOUND: Text = Text::new("Det här behöver du tänka på", "This is what you need to think about");
    pub const RULE: Text = Text::new("KI:s regel:", "KI’s rule:");
    pub const QUESTION: Text = Text::new("En fråga till dig:", "A question for you:");

    /// Below the answer, before the link to the form.
    pub const REGISTER: Text = Text::new(
        "När du har en mentor kan du registrera er hos KI Career Service. Det är frivilligt. Det du fyller i där skickas, till skillnad från det du skriver här.",
        "When you have a mentor you can register with KI Career Service. It is optional. What you fill in there is sent, unlike what you write here.",
    );

    /// What was found, where the names are the same.
    pub const fn same(tie: Tie) -> Text {
        match tie {
            Tie::Supervisor => Text::new("{name} står bland dina handledare.", "{name} is among your supervisors."),
            Tie::CoAuthor => Text::new("{name} står bland dina medförfattare.", "{name} is among your co-authors."),
            Tie::Manager => Text::new("{name} är din chef.", "{name} is your manager."),
            Tie::Department => Text::new(
                "{name} är både din och mentorns institution.",
                "{name} is both your department and the mentor’s.",
            ),
            Tie::Close => Text::new("Ni står varandra nära.", "You are close to each other."),
        }
    }

    /// The same where they are only alike.
    pub const fn alike(tie: Tie) -> Text {
        match tie {
            Tie::Supervisor => Text::new(
                "{name} står bland dina handledare och liknar namnet på den du vill ha som mentor. Är det samma person?",
                "{name} is among your supervisors and is like the name of the person you want as your mentor. Is it the same person?",
            ),
            Tie::CoAuthor => Text::new(
                "{name} står bland dina medförfattare och liknar namnet på den du vill ha som mentor. Är det samma person?",
                "{name} is among your co-authors and is like the name of the person you want as your mentor. Is it the same person?",
            ),
            Tie::Manager => Text::new(
                "{name} är din chef och liknar namnet på den du vill ha som mentor. Är det samma person?",
                "{name} is your manager and is like the name of the person you want as your mentor. Is it the same person?",
            ),
            Tie::Department => Text::new(
                "Din institution, {name}, liknar det du skrev om mentorns. Är det samma?",
                "Your department, {name}, is like what you wrote of the mentor’s. Is it the same?",
            ),
            Tie::Close => same(tie),
        }
    }

    /// What it means and what to do.
    pub const fn advice(tie: Tie) -> Text {
        match tie {
            Tie::Supervisor => Text::new(
                "En handledare kan inte vara din mentor. Fråga någon annan.",
                "A supervisor cannot be your mentor. Ask someone else.",
            ),
            Tie::CoAuthor => Text::new(
                "Mentorn ska inte vara inblandad i dina projekt. Fråga er om ni kan prata fritt om dem, eller välj någon längre bort.",
                "The mentor is not to be involved in your projects. Ask yourselves whether you can speak freely about them, or choose someone further away.",
            ),
            Tie::Manager => Text::new(
                "Kan du ta upp det som gäller jobbet med den personen? Annars är det bättre att fråga någon annan.",
                "Can you bring up what concerns your job with that person? If not, it is better to ask someone else.",
            ),
            Tie::Department => Text::new(
                "Mentorn ska vara en bro till världen utanför din närmaste forskningsmiljö. Är personen tillräckligt långt bort för det?",
                "The mentor is to be a bridge to the world outside your direct research environment. Is the person far enough away for that?",
            ),
            Tie::Close => Text::new(
                "Tänk efter om mentorn kan se på din situation utifrån.",
                "Consider whether the mentor can look at your situation from outside.",
            ),
        }
    }
}
