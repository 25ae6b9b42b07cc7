//! The words of a request: somebody is asked to be a mentor, says yes or no, and then the mentee does.

use crate::fill::fill;
use crate::matching::{Finding, Fit, Given, Says};
use crate::programme::Role;
use crate::request::{Reason, Stage};
use crate::text::Text;
use crate::words::desk::suggest;
use crate::words::phrases::Phrases;

/// The page on which a mentor reads of a mentee, and the other way round, by whose answers stand there.
pub const fn title(of: Role) -> Text {
    match of {
        Role::Mentor => Text::new("Om mentorn", "About the mentor"),
        _ => Text::new("Om den som söker", "About the applicant"),
    }
}

/// Where it stands, for whoever reads; `{date}` is the last day of an answer.
pub const fn stage(stage: Stage, is_paired: bool, reader: Role) -> Text {
    match (stage, reader) {
        (Stage::Wondering, Role::Mentor) => Text::new(
            "Du har ställt en fråga. Personen svarar senast {date}, och då får du mejl. Kommer inget svar behöver du inte göra något. Vill du hellre svara redan nu går det bra.",
            "You have asked a question. The person replies by {date}, and then you get an email. If no reply comes there is nothing you need to do. If you would rather answer now, you can.",
        ),
        (Stage::Wondering, _) => Text::new(
            "En mentor som kanske passar dig vill veta en sak till först. Svara senast {date}.",
            "A mentor who may suit you would like to know one more thing first. Reply by {date}.",
        ),
        (Stage::Asked, Role::Mentee) => Text::new(
            "Tack, mentorn har fått ditt svar. Mentorn svarar senast {date}.",
            "Thank you, the mentor has your reply. The mentor answers by {date}.",
        ),
        (Stage::Asked, _) => Text::new(
            "Kan du tänka dig att vara mentor för den här personen? Svara senast {date}.",
            "Could you be a mentor for this person? Answer by {date}.",
        ),
        (Stage::Agreed, Role::Mentor) => Text::new(
            "Du har sagt ja. Nu läser personen om dig och svarar senast {date}. Sedan bekräftar programmet, och ni får varandras kontaktuppgifter.",
            "You have said yes. Now the person reads about you and answers by {date}. Then the programme confirms, and you get each other’s contact details.",
        ),
        (Stage::Agreed, _) => Text::new(
            "Den här mentorn har sagt ja till att vara mentor för dig. Passar det dig? Svara senast {date}.",
            "This mentor has said yes to mentoring you. Does it suit you? Answer by {date}.",
        ),
        (Stage::Accepted, _) if is_paired => Text::new(
            "Ni är ett par. Den som söker tar den första kontakten. Kom sedan överens om hur ofta ni ska ses, vad ni ska ta upp och vad ni väntar er av varandra.",
            "You are a pair. The applicant makes the first contact. Then agree on how often to meet, what to take up and what each of you expects.",
        ),
        (Stage::Accepted, _) => Text::new(
            "Ni har båda sagt ja. Nu bekräftar programmet, och sedan får ni varandras kontaktuppgifter.",
            "You have both said yes. Now the programme confirms, and then you get each other’s contact details.",
        ),
        (Stage::Over(_), _) => Text::new(
            "Frågan är inte aktuell längre. Du behöver inte göra något.",
            "This request is no longer open. There is nothing you need to do.",
        ),
    }
}

/// What a yes and a no mean, to whoever is asked.
pub const fn more(stage: Stage, reader: Role, is_wished: bool) -> Option<Text> {
    Some(match (stage, reader) {
        (Stage::Wondering, Role::Mentee) => Text::new(
            "Mentorn har läst din ansökan, men ser inte din e-postadress. Säger mentorn ja får du läsa om mentorn.",
            "The mentor has read your application, but does not see your email address. If the mentor says yes you may read about them.",
        ),
        (Stage::Asked | Stage::Wondering, Role::Mentor) if is_wished => Text::new(
            "Personen har sett dig bland mentorerna och önskar just dig. Säger du ja får personen läsa dina svar. När ni båda har sagt ja och programmet har bekräftat får ni varandras namn och e-postadress. Säger du nej behöver du inte förklara varför. Personen får bara veta att du inte kan just nu.",
            "The person has seen you among the mentors and wishes for you. If you say yes the person may read your answers. Once you have both said yes and the programme has confirmed, you get each other’s name and email address. If you say no you need not explain why. The person is only told that you cannot at the moment.",
        ),
        (Stage::Asked | Stage::Wondering, Role::Mentor) => Text::new(
            "Säger du ja får personen läsa dina svar. När ni båda har sagt ja och programmet har bekräftat får ni varandras namn och e-postadress. Säger du nej behöver du inte förklara varför, och personen får inte veta att just du har tillfrågats.",
            "If you say yes the person may read your answers. Once you have both said yes and the programme has confirmed, you get each other’s name and email address. If you say no you need not explain why, and the person is not told that it was you who was asked.",
        ),
        (Stage::Agreed, Role::Mentee) => Text::new(
            "Säger du ja bekräftar programmet, och ni får varandras namn och e-postadress. Vill du hellre ha någon annan behöver du inte förklara varför.",
            "If you say yes the programme confirms, and you get each other’s name and email address. If you would rather have someone else you need not explain why.",
        ),
        _ => return None,
    })
}

/// The button that says yes, and the one that says no, by who presses it.
pub const fn yes(reader: Role) -> Text {
    match reader {
        Role::Mentor => Text::new("Ja, jag vill vara mentor", "Yes, I want to be the mentor"),
        _ => Text::new("Ja, det passar mig", "Yes, this suits me"),
    }
}
pub const fn no(reader: Role) -> Text {
    match reader {
        Role::Mentor => Text::new("Inte nu", "Not now"),
        _ => Text::new("Nej, jag vill ha någon annan", "No, I would rather have someone else"),
    }
}
/// One question before a mentor answers.
pub const WONDER: Text = Text::new("Vill du veta något mer först?", "Would you like to know something more first?");
/// `{max}`.
pub const WONDER_HINT: Text = Text::new(
    "Ställ en fråga, på högst {max} tecken. Personen får veta att en mentor har en fråga, men inte vem du är. Så länge du väntar på svar går inga dagar för dig.",
    "Ask one question, of at most {max} characters. The person is told that a mentor has a question, but not who you are. No days pass for you while you wait for the reply.",
);
/// The same to a mentor who was wished for. `{max}`.
pub const WONDER_HINT_WISHED: Text = Text::new(
    "Ställ en fråga, på högst {max} tecken. Personen har önskat dig, och förstår att frågan kommer från dig. Så länge du väntar på svar går inga dagar för dig.",
    "Ask one question, of at most {max} characters. The person has wished for you, and will understand that the question is yours. No days pass for you while you wait for the reply.",
);
pub const WONDER_SEND: Text = Text::new("Skicka frågan", "Send the question");
pub const WONDER_VALUE: &str = "wonder";
/// Above the mentor's question, and above the reply.
pub const fn question(reader: Role) -> Text {
    match reader {
        Role::Mentor => Text::new("Din fråga", "Your question"),
        _ => Text::new("Mentorns fråga", "The mentor’s question"),
    }
}
pub const REPLY: Text = Text::new("Svaret", "The reply");
pub const REPLY_LABEL: Text = Text::new("Ditt svar till mentorn", "Your reply to the mentor");
/// `{max}`.
pub const REPLY_HINT: Text = Text::new(
    "Högst {max} tecken. Skriv inga kontaktuppgifter, och inget om hälsa eller annat känsligt.",
    "At most {max} characters. Write no contact details, and nothing about health or other sensitive matters.",
);
pub const REPLY_SEND: Text = Text::new("Skicka svaret", "Send the reply");
pub const REPLY_VALUE: &str = "reply";

/// To a mentor who has said "not now".
pub const NO_SAID: Text = Text::new(
    "Tack för ditt svar. Du behöver inte göra något mer.",
    "Thank you for your answer. There is nothing more you need to do.",
);
pub const WHY: Text = Text::new("Vill du säga varför?", "Would you like to say why?");
pub const WHY_TEXT: Text = Text::new(
    "Det är frivilligt. Bara personalen ser det, och det hjälper dem att fråga rätt person nästa gång.",
    "It is up to you. Only the staff see it, and it helps them ask the right person next time.",
);
pub const WHY_SAID: Text = Text::new(
    "Tack, det är antecknat. Bara personalen ser varför.",
    "Thank you, that has been noted. Only the staff see why.",
);
pub const fn reason(reason: Reason) -> Text {
    match reason {
        Reason::NoTime => Text::new("Jag har inte tid just nu", "I do not have time right now"),
        Reason::OtherField => Text::new("Någon annan kan hjälpa bättre", "Someone else could help better"),
        Reason::TooClose => Text::new("Vi känner varandra för väl", "We know each other too well"),
        Reason::Other => Text::new("Något annat skäl", "Some other reason"),
    }
}
/// The buttons' values, before the reason.
pub const WHY_VALUE: &str = "because-";
pub const PAUSE: Text = Text::new("Får du frågor för ofta?", "Are you asked too often?");
pub const PAUSE_TEXT: Text = Text::new(
    "På din sida kan du pausa eller ändra hur många du kan ta emot.",
    "On your page you can pause, or change how many you can take.",
);
/// A way to pass the question on by oneself.
pub const COLLEAGUE: Text =
    Text::new("Känner du någon som passar bättre?", "Do you know someone who would suit better?");
pub const COLLEAGUE_TEXT: Text = Text::new(
    "Tipsa gärna en kollega om att bli mentor. Skriv inget om den som söker.",
    "You are welcome to tell a colleague about becoming a mentor. Write nothing about the applicant.",
);
pub const COLLEAGUE_LINK: Text = Text::new("Skriv till en kollega", "Write to a colleague");
pub const COLLEAGUE_SUBJECT: Text = Text::new("Vill du bli mentor?", "Would you like to be a mentor?");
/// `{programme}`, `{address}`.
pub const COLLEAGUE_LETTER: Text = Text::new(
    "Hej,\n\n{programme}: där söker man mentorer, och jag tänkte på dig. Här kan du läsa mer och anmäla dig:\n{address}\n",
    "Hello,\n\n{programme} is looking for mentors, and I thought of you. Here you can read more and sign up:\n{address}\n",
);
pub const WRONG: Text = Text::new("Är något fel?", "Is something wrong?");
pub const WRONG_LINK: Text = Text::new("Skriv till personalen på din sida", "Write to the staff on your page");

/// The hidden field that says which request was read.
pub const ASKED_AT: &str = "_asked";
pub const YES_VALUE: &str = "yes";
pub const NO_VALUE: &str = "no";

/// What a mentee wrote to a mentor they wished for.
pub const WORD: Text = Text::new("Till dig från personen", "To you from the person");
pub const FITS: Text = Text::new("Det här har ni gemensamt", "What you have in common");
pub const CONTACT: Text = Text::new("Så når ni varandra", "How to reach each other");
pub const BACK: Text = Text::new("Till min sida", "To my page");
/// Where something else stands there now than was seen.
pub const CHANGED: Text = Text::new(
    "Ditt svar togs inte emot, eftersom något har ändrats sedan du öppnade sidan. Så här är det nu.",
    "Your answer was not taken, because something has changed since you opened the page. This is how it stands now.",
);

/// Of a mentor who has no place for one more.
pub const NO_PLACE: Text = Text::new(
    "Du har ingen ledig plats just nu. Det kan du ändra på din sida.",
    "You have no free place right now. You can change that on your page.",
);

/// On the own page.
pub const REQUESTS: Text = Text::new("Frågor och par", "Requests and pairs");
/// A line of them for whoever reads; `{reference}`, `{date}`.
pub const fn line(stage: Stage, is_paired: bool, reader: Role) -> Text {
    match (stage, reader) {
        (Stage::Wondering, Role::Mentor) => Text::new(
            "{reference}: du väntar på svar på din fråga",
            "{reference}: you wait for a reply to your question",
        ),
        (Stage::Wondering, _) => Text::new(
            "En mentor har en fråga till dig. Läs och svara senast {date}",
            "A mentor has a question for you. Read and reply by {date}",
        ),
        (Stage::Asked, Role::Mentee) => Text::new(
            "Du har svarat en mentor, som svarar senast {date}",
            "You have replied to a mentor, who answers by {date}",
        ),
        (Stage::Asked, _) => Text::new(
            "Vill du vara mentor för {reference}? Läs och svara senast {date}",
            "Would you be a mentor for {reference}? Read and answer by {date}",
        ),
        (Stage::Agreed, Role::Mentor) => {
            Text::new("{reference}: du har sagt ja, personen väljer", "{reference}: you said yes, the person chooses")
        }
        (Stage::Agreed, _) => Text::new(
            "En mentor har sagt ja. Läs och svara senast {date}",
            "A mentor has said yes. Read and answer by {date}",
        ),
        (Stage::Accepted, Role::Mentor) if is_paired => {
            Text::new("{reference}: du är mentor", "{reference}: you are the mentor")
        }
        (Stage::Accepted, _) if is_paired => Text::new("Din mentor", "Your mentor"),
        (Stage::Accepted, Role::Mentor) => {
            Text::new("{reference}: ni har båda sagt ja", "{reference}: you have both said yes")
        }
        (Stage::Accepted | Stage::Over(_), _) => Text::new("Mentorn som du valde", "The mentor whom you chose"),
    }
}
/// What happens next once a mentor has said yes and the mentee has not; `{date}`.
pub const NEXT_CHOICE: Text = Text::new(
    "En mentor har sagt ja till dig. Läs om mentorn och svara senast {date}.",
    "A mentor has said yes to you. Read about the mentor and answer by {date}.",
);

/// The same while a mentor's question waits.
pub const NEXT_REPLY: Text = Text::new(
    "En mentor vill veta en sak till innan du får besked. Läs frågan och svara senast {date}.",
    "A mentor would like to know one more thing before you hear. Read the question and reply by {date}.",
);

/// What fits, as the two read it: only that, and no points.
pub fn fits(fit: &Fit, phrases: &dyn Phrases, mentee: &Given, mentor: &Given) -> Vec<String> {
    let said = |finding: &Finding| {
        let sentence = gentle(&finding.says)?;
        Some(fill(sentence.say(phrases.language()), &suggest::values(finding, phrases, mentee, mentor).list()))
    };
    fit.findings.iter().filter_map(said).collect()
}

/// `{question}`, and `{mentee}`, `{mentor}` as each answered, or `{shared}`.
const fn gentle(says: &Says) -> Option<Text> {
    Some(match says {
        Says::Shares(_) => Text::new("{question}: ni har båda valt {shared}", "{question}: you both chose {shared}"),
        Says::Alike => Text::new("{question}: samma önskemål (”{mentee}”)", "{question}: the same wish (“{mentee}”)"),
        Says::FitsWithAny | Says::Near => Text::new(
            "{question}: ”{mentee}” och ”{mentor}” går ihop",
            "{question}: “{mentee}” and “{mentor}” go together",
        ),
        Says::SharesNothing | Says::Same | Says::Apart => return None,
    })
}
