//! The words of the own page of a framework: where it stands, what each of the two can do, and the page on which a change is
//! written.

use crate::framework::{Side, Stage};
use crate::independence::Tie;
use crate::text::Text;

pub const TITLE: Text = Text::new("Er överenskommelse", "Your framework");

/// Where it stands, for the one whose page it is. Before the student's address is proven: [`UNCONFIRMED`].
pub const fn stage(stage: Stage, side: Side) -> Text {
    match (stage, side) {
        (Stage::Asked, Side::Mentee) => Text::new("Din mentor har inte svarat än", "Your mentor has not answered yet"),
        (Stage::Asked | Stage::WaitsFor(Side::Mentor), Side::Mentor)
        | (Stage::WaitsFor(Side::Mentee), Side::Mentee) => Text::new("Väntar på ditt svar", "Waiting for your answer"),
        (Stage::WaitsFor(Side::Mentor), Side::Mentee) => Text::new("Väntar på din mentor", "Waiting for your mentor"),
        (Stage::WaitsFor(Side::Mentee), Side::Mentor) => {
            Text::new("Väntar på den du är mentor för", "Waiting for the person you mentor")
        }
        (Stage::Agreed, _) => Text::new("Ni är överens", "You have agreed"),
        (Stage::NotAllowed, _) => Text::new("Kan inte gälla", "Cannot take effect"),
        (Stage::Ended, _) => Text::new("Avslutad", "Ended"),
    }
}

/// What happens next.
pub const fn next(stage: Stage, side: Side) -> Text {
    match (stage, side) {
        (Stage::Asked, Side::Mentee) => Text::new(
            "Vi har skrivit till din mentor. Har vi inte fått något svar efter en vecka påminner vi en gång, och efter två veckor hör vi av oss till dig.",
            "We have written to your mentor. If no answer has come after a week we remind once, and after two weeks we write to you.",
        ),
        (Stage::Asked, Side::Mentor) => Text::new(
            "Läs förslaget. Du kan godkänna det som det är, föreslå en ändring eller tacka nej genom att avsluta.",
            "Read the proposal. You can accept it as it is, propose a change, or decline by ending it.",
        ),
        (Stage::WaitsFor(Side::Mentor), Side::Mentor) | (Stage::WaitsFor(Side::Mentee), Side::Mentee) => Text::new(
            "Läs den senaste lydelsen och godkänn den eller föreslå något annat. Det ni kom överens om tidigare gäller tills ni båda har godkänt något nytt.",
            "Read the newest wording and accept it or propose something else. What you agreed on before holds until both of you have accepted something new.",
        ),
        (Stage::WaitsFor(_), _) => Text::new(
            "Vi skriver till dig när det finns ett svar. Det ni kom överens om tidigare gäller tills ni båda har godkänt något nytt.",
            "We write to you when there is an answer. What you agreed on before holds until both of you have accepted something new.",
        ),
        (Stage::Agreed, _) => Text::new(
            "Ni har båda godkänt det som står här. Skriv ut sidan eller spara den, så att ni har var sin kopia. Båda kan föreslå en ändring när som helst.",
            "Both of you have accepted what stands here. Print or save the page, so that each of you has a copy. Either of you can propose a change at any time.",
        ),
        (Stage::NotAllowed, _) => Text::new(
            "Mentorn har svarat att hen är handledare. Enligt KI:s regel är mentorn någon annan än handledaren. Blev svaret fel kan mentorn svara på nytt. Annars går det att avsluta.",
            "The mentor has answered that they are a supervisor. By KI’s rule the mentor is someone other than the supervisor. If that was a mistake, the mentor can answer again. Otherwise it can be ended.",
        ),
        (Stage::Ended, _) => Text::new(
            "Överenskommelsen gäller inte längre. Sidan går att öppna i 90 dagar.",
            "The framework no longer holds. The page can be opened for 90 days.",
        ),
    }
}

/// Before the mentor is written to.
pub const UNCONFIRMED: Text = Text::new("Väntar på dig", "Waiting for you");
pub const UNCONFIRMED_NEXT: Text = Text::new(
    "Vi har mejlat dig en länk. Öppna den och tryck på knappen, så vet vi att adressen är din. Då skriver vi till din mentor. Innan dess har mentorn inte fått veta något.",
    "We have emailed you a link. Open it and press the button, so that we know that the address is yours. Then we write to your mentor. Until then the mentor has been told nothing.",
);
/// While everything about it is being erased.
pub const ERASING: Text = Text::new(
    "Överenskommelsen raderas så snart vi har hunnit skriva till er båda.",
    "The framework is erased as soon as we have written to both of you.",
);

pub const AGREED_TITLE: Text = Text::new("Det här står i överenskommelsen", "What the framework says");
pub const EARLIER: Text = Text::new("Tidigare: {answer}", "Earlier: {answer}");
pub const NOTHING: Text = Text::new("inget", "nothing");

/// What the mentor has said of independence; `{ties}` a list.
pub const INDEPENDENT: Text = Text::new(
    "Mentorn har svarat: oberoende av både studenten och handledarna.",
    "The mentor has answered: independent of both the student and the supervisors.",
);
pub const TIED: Text = Text::new(
    "Mentorn har svarat: ”{ties}”. Det är en fråga för er två att tänka igenom, inte en av KI:s regler.",
    "The mentor has answered: “{ties}”. That is a question for the two of you to think through, not one of KI’s rules.",
);

/// Before the mentor's boxes.
pub const TIES_TITLE: Text = Text::new("Är du oberoende?", "Are you independent?");
pub const TIES_HINT: Text = Text::new(
    "En doktorands mentor är någon annan än handledaren. Kryssa i det som stämmer. Det andra är frågor att tänka igenom, inte regler från KI, och hindrar dig inte.",
    "A doctoral student’s mentor is someone other than the supervisor. Tick what is true. The other points are questions to think through, not rules from KI, and do not stop you.",
);
pub const TIES_MISSING: Text = Text::new("Kryssa i minst en ruta", "Tick at least one box");
pub const TIES_NONE: Text = Text::new("Inget av det här", "None of these");
/// The value of that box.
pub const TIES_NONE_VALUE: &str = "none";

pub const fn tie(tie: Tie) -> Text {
    match tie {
        Tie::Supervisor => Text::new("Jag är handledare", "I am a supervisor"),
        Tie::CoAuthor => Text::new("Jag är medförfattare", "I am a co-author"),
        Tie::Manager => Text::new("Jag är chef", "I am the manager"),
        Tie::Department => Text::new("Vi arbetar på samma institution", "We work in the same department"),
        Tie::Close => Text::new(
            "Vi är släkt, nära vänner eller beroende av varandra på något annat sätt",
            "We are related, close friends or dependent on each other in some other way",
        ),
    }
}

pub const ACCEPT: Text = Text::new("Godkänn", "Accept");
pub const CHANGE: Text = Text::new("Föreslå en ändring", "Propose a change");
pub const MEETINGS: Text = Text::new("Planera mötena", "Plan the meetings");

/// Of the page on which a change is written.
pub const CHANGE_TITLE: Text = Text::new("Föreslå en ändring", "Propose a change");
pub const CHANGE_LEAD: Text = Text::new(
    "Skriv om det du vill ändra. Den andra av er får ett mejl och kan godkänna det eller föreslå något annat. Alla lydelser sparas.",
    "Rewrite what you want to change. The other one of you gets an email and can accept it or propose something else. Every wording is kept.",
);
pub const CHANGE_SEND: Text = Text::new("Skicka förslaget", "Send the proposal");
pub const CHANGE_BACK: Text = Text::new("Tillbaka utan att ändra", "Back without changing");
/// Somebody else changed it meanwhile.
pub const CHANGED_MEANWHILE: Text = Text::new(
    "Den andra av er hann före och ändrade medan du skrev. Det du skrev står kvar. Vid varje fråga ser du den nya lydelsen. Skickar du nu blir ditt förslag det senaste.",
    "The other one of you was first and changed it while you wrote. What you wrote is still here. At each question you see the new wording. If you send now, your proposal becomes the newest.",
);
/// On the own page: what was to be accepted is not the newest any more.
pub const ACCEPT_OLD: Text = Text::new(
    "Lydelsen ändrades medan du läste. Läs den som står här nu innan du godkänner.",
    "The wording was changed while you were reading. Read what stands here now before you accept.",
);
/// `{answer}`.
pub const THEIRS: Text = Text::new("Den nya lydelsen: {answer}", "The new wording: {answer}");
/// The session ended while it was being written.
pub const SIGNED_OUT: Text = Text::new(
    "Sidan har stängts av säkerhetsskäl. Det du skrev står kvar här. Öppna din länk i en ny flik och tryck sedan på knappen här igen.",
    "The page has been closed for safety. What you wrote is still here. Open your link in a new tab, then press the button here again.",
);

pub const HISTORY: Text = Text::new("Vad som har hänt", "What has happened");
/// `{time}`, `{number}`.
pub const fn proposed(by: Side) -> Text {
    match by {
        Side::Mentee => Text::new(
            "{time}: lydelse {number}, föreslagen av studenten",
            "{time}: wording {number}, proposed by the student",
        ),
        Side::Mentor => Text::new(
            "{time}: lydelse {number}, föreslagen av mentorn",
            "{time}: wording {number}, proposed by the mentor",
        ),
    }
}
/// `{time}`, `{number}`.
pub const fn accepted(by: Side) -> Text {
    match by {
        Side::Mentee => Text::new(
            "{time}: lydelse {number} godkänd av studenten",
            "{time}: wording {number} accepted by the student",
        ),
        Side::Mentor => {
            Text::new("{time}: lydelse {number} godkänd av mentorn", "{time}: wording {number} accepted by the mentor")
        }
    }
}
/// `{time}`.
pub const fn ended(by: Side) -> Text {
    match by {
        Side::Mentee => Text::new("{time}: avslutad av studenten", "{time}: ended by the student"),
        Side::Mentor => Text::new("{time}: avslutad av mentorn", "{time}: ended by the mentor"),
    }
}
/// `{time}`, `{mentor}`.
pub const ASKED: Text = Text::new("{time}: brev till {mentor}", "{time}: letter to {mentor}");

pub const LINK_TITLE: Text = Text::new("Har länken kommit i fel händer?", "Has the link come into the wrong hands?");
pub const LINK_TEXT: Text = Text::new(
    "Skicka en ny länk till mentorns adress. De gamla länkarna slutar fungera, och den som har sidan öppen med en sådan stängs ute.",
    "Send a new link to the mentor’s address. The old links stop working, and whoever has the page open with one of them is shut out.",
);
pub const LINK_BUTTON: Text = Text::new("Skicka en ny länk till mentorn", "Send the mentor a new link");

pub const END_TITLE: Text = Text::new("Vill du avsluta?", "Do you want to end it?");
pub const END_TEXT: Text = Text::new(
    "Båda kan avsluta när som helst och behöver inte ange något skäl. Ni får båda ett mejl om det.",
    "Either of you can end it at any time and need not give a reason. Both of you get an email about it.",
);
pub const END_BUTTON: Text = Text::new("Avsluta", "End it");
pub const ERASE_TEXT: Text = Text::new(
    "Radera tar bort allt om överenskommelsen, för er båda. Det går inte att ångra. Säkerhetskopior kan finnas kvar i upp till 30 dagar.",
    "Erasing removes everything about the framework, for both of you. It cannot be undone. Backups may remain for up to 30 days.",
);
pub const ERASE_BUTTON: Text = Text::new("Avsluta och radera", "End and erase");

/// Values of the buttons in a post of the own page.
pub const ACCEPT_VALUE: &str = "accept";
pub const END_VALUE: &str = "end";
pub const ERASE_VALUE: &str = "erase";
pub const RENEW_VALUE: &str = "new-link";
/// The field that carries the number of the version that was seen.
pub const SEEN: &str = "_seen";
/// The field that says on the page of a change which programme it is of.
pub const PROGRAMME: &str = "_programme";
