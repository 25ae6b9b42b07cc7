//! The words of a link's page and of the own page that it opens.

use crate::programme::Role;
use crate::text::Text;

/// The page a link leads to; opening it changes nothing, its button does.
pub const LINK_TITLE: Text = Text::new("Öppna din sida", "Open your page");
pub const LINK_LEAD: Text = Text::new(
    "På din sida finns dina svar. Öppna den bara på en telefon eller dator som du litar på.",
    "Your page holds your answers. Open it only on a phone or computer that you trust.",
);
pub const LINK_BUTTON: Text = Text::new("Öppna min sida", "Open my page");
pub const LINK_HINT: Text = Text::new(
    "Sidan är öppen i två timmar. Sedan använder du länken igen.",
    "The page stays open for two hours. After that, use the link again.",
);
/// Some minutes before that.
pub const ENDS_SOON: Text = Text::new(
    "Snart har sidan varit öppen i två timmar, och då stängs den. Vill du fortsätta? Öppna länken igen i en ny flik. Det du har fyllt i här står kvar.",
    "The page will soon have been open for two hours, and then it closes. Do you want to go on? Open the link again in a new tab. What you have filled in here stays.",
);
/// Of the page that says what is wrong where no form can.
pub const PROBLEM_TITLE: Text = Text::new("Det gick inte", "That did not work");

pub const TITLE: Text = Text::new("Min sida", "My page");
pub const STANDING: Text = Text::new("Så ligger det till", "Where it stands");
pub const NEXT: Text = Text::new("Vad händer nu?", "What happens next?");
pub const ANSWERS: Text = Text::new("Dina svar", "Your answers");
pub const CHANGE_TITLE: Text = Text::new("Vill du ändra något?", "Do you want to change something?");
/// `{contact}`, `{reference}`.
pub const CHANGE: Text = Text::new(
    "Skriv till {contact} och ange referensen {reference}. Det som kom in från början sparas tillsammans med ändringen.",
    "Write to {contact} and give the reference {reference}. What arrived first is kept together with the change.",
);

pub const SIGN_IN_TITLE: Text = Text::new("Öppna din sida med länken", "Open your page with the link");
pub const SIGN_IN_LEAD: Text = Text::new(
    "Du behöver inget lösenord. Använd länken på kvittot eller i mejlet. Din sida stängs efter två timmar, och då använder du länken igen.",
    "You need no password. Use the link on the receipt or in the email. Your page closes after two hours, and then you use the link again.",
);
/// `{contact}`.
pub const SIGN_IN_HELP: Text = Text::new(
    "Hittar du inte länken? Skriv till {contact} och ange din referens.",
    "Cannot find the link? Write to {contact} and give your reference.",
);

/// The button's value in a post of the own page.
pub const WITHDRAW_VALUE: &str = "withdraw";
pub const WITHDRAW: Text = Text::new("Ångra", "Cancel");

/// Before that button, for roles that have it.
pub const fn withdraw(role: Role) -> Option<Text> {
    match role {
        Role::Mentee | Role::Mentor | Role::Framework => None,
        Role::Waiting => Some(Text::new(
            "Vill du inte ha besked längre? Tryck på Ångra, så skriver vi inte till dig när det öppnar.",
            "Do you no longer want to be told? Press Cancel, and we will not write to you when it opens.",
        )),
        Role::Asking => Some(Text::new(
            "Behöver du inget svar längre? Tryck på Ångra. Personalen kan redan ha läst meddelandet och svarar kanske ändå.",
            "Do you no longer need an answer? Press Cancel. The staff may already have read the message and may answer all the same.",
        )),
        Role::Registering => Some(Text::new(
            "Vill du ta tillbaka registreringen? Tryck på Ångra. Personalen kan redan ha läst den.",
            "Do you want to withdraw the registration? Press Cancel. The staff may already have read it.",
        )),
        Role::Suggesting => Some(Text::new(
            "Vill du ta tillbaka ditt förslag? Tryck på Ångra. Personalen kan redan ha läst det.",
            "Do you want to withdraw your suggestion? Press Cancel. The staff may already have read it.",
        )),
    }
}
