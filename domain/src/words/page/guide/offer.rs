//! The guide's ways for those who want to be a mentor.

use super::{
    DISCONTINUED, GuidePage, GuideResult, JUNIOR_FACULTY_FORMS, RULES_MAY_CHANGE, STAFF_PORTAL, TELL_ME_OR_ASK, option,
    question, result,
};
use crate::programme::Role;
use crate::text::Text;

pub const WHOM: GuidePage = question(
    "offer",
    Text::new("Vem vill du vara mentor för?", "Whom do you want to be a mentor for?"),
    None,
    &[
        option(
            Text::new("En student eller någon annan i KI Alumni", "A student or someone else in KI Alumni"),
            "offer/alumni",
        ),
        option(Text::new("En doktorand", "A doctoral student"), "offer/doctoral"),
        option(Text::new("Någon inom Junior Faculty", "Someone in the Junior Faculty"), "offer/junior-faculty"),
    ],
);

pub const ALUMNI: GuidePage = result(
    "offer/alumni",
    Text::new("Bli mentor genom KI Alumni", "Become a mentor through KI Alumni"),
    GuideResult {
        paragraphs: &[
            Text::new(
                "Har du varit student eller forskare vid KI? Då kan du anmäla dig som mentor. Studenter, doktorander och medlemmar i KI Alumni söker mentorer där.",
                "Have you been a student or a researcher at KI? Then you can sign up as a mentor. Students, doctoral students and members of KI Alumni apply for mentors there.",
            ),
            Text::new(
                "Du tillfrågas alltid innan du blir någons mentor, och du kan tacka nej. Ett mentorskap ger något åt båda, yrkesmässigt och personligt.",
                "You are always asked before you become anyone’s mentor, and you can say no. Mentorship gives something to both sides, professionally and personally.",
            ),
        ],
        programmes: &["ki-alumni"],
        forms: &[("ki-alumni", Role::Mentor), ("ki-alumni", Role::Waiting)],
        also: &[],
    },
);

pub const DOCTORAL: GuidePage = result(
    "offer/doctoral",
    Text::new("Det är doktoranden som frågar dig", "The doctoral student asks you"),
    GuideResult {
        paragraphs: &[
            Text::new(
                "Det finns inget att anmäla sig till: varje doktorand hittar sin mentor själv, tar initiativet och bokar mötena. Ni ses minst 1–2 gånger om året.",
                "There is nothing to sign up for: each doctoral student finds a mentor, takes the initiative and books the meetings. You meet at least 1–2 times a year.",
            ),
            Text::new(
                "Mentorn är inte doktorandens handledare, bidrar inte till det vetenskapliga innehållet och är inte inblandad i projekten.",
                "The mentor is not the student’s supervisor, gives no scientific input and is not involved in the projects.",
            ),
            RULES_MAY_CHANGE,
            Text::new(
                "Har du varit student eller forskare vid KI kan du också bli mentor genom KI Alumni. Doktorander kan söka mentorer även där.",
                "If you have been a student or a researcher at KI, you can also become a mentor through KI Alumni. Doctoral students can apply for mentors there too.",
            ),
        ],
        programmes: &["doctoral", "ki-alumni"],
        forms: &[("ki-alumni", Role::Mentor)],
        also: &[STAFF_PORTAL],
    },
);

pub const JUNIOR_FACULTY: GuidePage = result(
    "offer/junior-faculty",
    Text::new(
        "Mentor för Junior Faculty: programmet är nedlagt",
        "Mentor for Junior Faculty: the programme has been discontinued",
    ),
    GuideResult {
        paragraphs: &[
            DISCONTINUED,
            TELL_ME_OR_ASK,
            Text::new(
                "Har du varit student eller forskare vid KI kan du bli mentor genom KI Alumni.",
                "If you have been a student or a researcher at KI, you can become a mentor through KI Alumni.",
            ),
        ],
        programmes: &["junior-faculty", "ki-alumni"],
        forms: JUNIOR_FACULTY_FORMS,
        also: &[],
    },
);
