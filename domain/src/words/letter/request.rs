//! The words of the letters of a request: somebody is asked to be a mentor, and chosen.

use crate::letter::RequestNews;
use crate::text::Text;

/// `{reference}`: of what the reader has sent.
pub const fn subject(news: RequestNews) -> Text {
    match news {
        RequestNews::Asked => Text::new(
            "Vill du bli mentor åt någon som söker? ({reference})",
            "Would you be a mentor for someone? ({reference})",
        ),
        RequestNews::AskedReminder => Text::new(
            "Påminnelse: någon väntar på ditt svar ({reference})",
            "Reminder: someone is waiting for your answer ({reference})",
        ),
        RequestNews::Replied => {
            Text::new("Du har fått svar på din fråga ({reference})", "Your question has been answered ({reference})")
        }
        RequestNews::Question => Text::new(
            "En mentor vill veta mer först ({reference})",
            "A mentor would like to know more first ({reference})",
        ),
        RequestNews::QuestionReminder => Text::new(
            "Påminnelse: en mentor väntar på att du svarar ({reference})",
            "Reminder: a mentor is waiting for you to reply ({reference})",
        ),
        RequestNews::Choice => Text::new(
            "En mentor har sagt ja: läs och välj ({reference})",
            "A mentor said yes: read and choose ({reference})",
        ),
        RequestNews::ChoiceReminder => Text::new(
            "Påminnelse: mentorn väntar på ditt svar ({reference})",
            "Reminder: the mentor is waiting for your answer ({reference})",
        ),
        RequestNews::Introduction => {
            Text::new("Här är den du blir mentor för ({reference})", "Meet the person you will mentor ({reference})")
        }
        RequestNews::Released => {
            Text::new("Du har en ledig plats igen ({reference})", "You have a free place again ({reference})")
        }
        RequestNews::StillWilling => Text::new(
            "Vill du fortfarande vara mentor? ({reference})",
            "Are you still willing to be a mentor? ({reference})",
        ),
    }
}

pub const fn title(news: RequestNews) -> Text {
    match news {
        RequestNews::Asked => Text::new("Någon söker en mentor som du", "Someone is looking for a mentor like you"),
        RequestNews::AskedReminder => Text::new("Du har inte svarat än", "You have not answered yet"),
        RequestNews::Replied => Text::new("Personen har svarat på din fråga", "The person has answered your question"),
        RequestNews::Question => Text::new("En mentor har en fråga till dig", "A mentor has a question for you"),
        RequestNews::QuestionReminder => {
            Text::new("Du har inte svarat mentorn än", "You have not replied to the mentor yet")
        }
        RequestNews::Choice => Text::new("En mentor har sagt ja", "A mentor has said yes"),
        RequestNews::ChoiceReminder => Text::new("Du har inte valt än", "You have not chosen yet"),
        RequestNews::Introduction => Text::new("Ni är ett par", "You are a pair"),
        RequestNews::Released => Text::new("Du har en ledig plats igen", "You have a free place again"),
        RequestNews::StillWilling => {
            Text::new("Vill du fortfarande vara mentor?", "Are you still willing to be a mentor?")
        }
    }
}

pub const fn body(news: RequestNews) -> Text {
    match news {
        RequestNews::Asked => Text::new(
            "Programmet tror att du kan passa som mentor för en person som har sökt. På din sida läser du vad personen vill och vad ni har gemensamt, och svarar med en knapp: ja, eller inte nu. Säger du nej behöver du inte förklara varför.",
            "The programme believes that you may suit someone who has applied for a mentor. On your page you read what the person wants and what you have in common, and answer with one button: yes, or not now. If you say no you need not explain why.",
        ),
        RequestNews::AskedReminder => Text::new(
            "En person som söker en mentor väntar på ditt svar. Får vi inget svar i tid frågar vi någon annan. Det här är den enda påminnelsen.",
            "Someone who is looking for a mentor is waiting for your answer. If we hear nothing in time we will ask someone else. This is the only reminder.",
        ),
        RequestNews::Replied => Text::new(
            "Svaret står på din sida, tillsammans med det som personen har skrivit i sin ansökan. Nu kan du svara på om du vill vara mentor: ja, eller inte nu.",
            "The reply is on your page, with what the person wrote in their application. Now you can say whether you want to be the mentor: yes, or not now.",
        ),
        RequestNews::Question => Text::new(
            "En mentor som kanske passar dig vill veta en sak till först. Frågan står på din sida, och där svarar du. Mentorn svarar när du har svarat.",
            "A mentor who may suit you would like to know one more thing first. The question is on your page, and you reply there. The mentor answers once you have.",
        ),
        RequestNews::QuestionReminder => Text::new(
            "Mentorn väntar på ditt svar. Svarar du inte i tid avslutas frågan till mentorn. Det här är den enda påminnelsen.",
            "The mentor is waiting for your reply. If you do not reply in time, the request to the mentor ends. This is the only reminder.",
        ),
        RequestNews::Choice => Text::new(
            "En mentor vill gärna vara mentor för dig. På din sida läser du om mentorn och svarar om det passar dig. Vill du hellre ha någon annan säger du det; du behöver inte förklara varför.",
            "A mentor would be glad to mentor you. On your page you read about the mentor and say whether it suits you. If you would rather have someone else, say so; you need not explain why.",
        ),
        RequestNews::ChoiceReminder => Text::new(
            "Mentorn som har sagt ja väntar på ditt svar. Svarar du inte i tid går platsen till någon annan. Det här är den enda påminnelsen.",
            "The mentor who said yes is waiting for your answer. If you do not answer in time the place goes to someone else. This is the only reminder.",
        ),
        RequestNews::Introduction => Text::new(
            "Ni har båda sagt ja, och programmet har bekräftat det. Den du är mentor för tar den första kontakten. Kom sedan överens om hur ofta ni ska ses, vad ni ska ta upp och vad ni väntar er av varandra.",
            "You have both said yes, and the programme has confirmed it. The person you mentor makes the first contact. Then agree on how often to meet, what to take up and what each of you expects.",
        ),
        RequestNews::Released => Text::new(
            "En person som du hade sagt ja till går inte vidare med dig som mentor, eller ert mentorskap har avslutats. Du behöver inte göra något. Din plats är ledig igen; vill du inte ha fler frågor ändrar du det på din sida.",
            "Someone to whom you had said yes will not go on with you as a mentor, or your mentorship has ended. There is nothing you need to do. Your place is free again; if you want no more requests, change that on your page.",
        ),
        // `{days}`.
        RequestNews::StillWilling => Text::new(
            "Det är minst ett halvår sedan vi hörde av dig. Vi frågar alla mentorer två gånger om året, så att ingen väntar på en mentor som har slutat. Du svarar med en knapp på din sida. Där kan du också ta en paus eller sluta som mentor. Om du inte svarar inom {days} dagar visas du inte för dem som söker mentor, och får inga förfrågningar, förrän du har svarat.",
            "It is at least half a year since we heard from you. We ask every mentor twice a year, so that nobody waits for a mentor who has stopped. You answer with one button on your page. There you can also pause, or stop being a mentor. If you do not answer within {days} days you are not shown to those who look for a mentor, and get no requests, until you have answered.",
        ),
    }
}

/// On the button.
pub const fn open(news: RequestNews) -> Text {
    match news {
        RequestNews::Asked
        | RequestNews::AskedReminder
        | RequestNews::Replied
        | RequestNews::Question
        | RequestNews::QuestionReminder => Text::new("Läs och svara", "Read and answer"),
        RequestNews::Choice | RequestNews::ChoiceReminder => Text::new("Läs om mentorn", "Read about the mentor"),
        RequestNews::Introduction | RequestNews::Released => crate::words::letter::OPEN,
        RequestNews::StillWilling => Text::new("Svara på din sida", "Answer on your page"),
    }
}

/// In the foot of what can be turned off; `{section}` of the own page.
pub const TURN_OFF: Text = Text::new(
    "Vill du inte ha sådana här mejl? Under ”{section}” på din sida väljer du bort dem.",
    "Would you rather not have emails like this one? Turn them off under “{section}” on your page.",
);

pub const ANSWER_BY: Text = Text::new("Svara senast", "Answer by");
pub const NAME: Text = Text::new("Namn", "Name");
pub const EMAIL: Text = Text::new("E-post", "Email");
