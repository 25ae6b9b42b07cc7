//! The words of a mentee's page of mentors: what they wish, and whom they can wish for.

use crate::request::{Stage, Why};
use crate::text::Text;

pub const TITLE: Text = Text::new("Mentorer du kan önska", "Mentors you can wish for");
pub const LEAD: Text = Text::new(
    "Här är mentorer som kan ta emot någon just nu. Önska upp till tre, i den ordning du helst vill ha dem. Vill du att personalen väljer åt dig? Då behöver du inte göra något här.",
    "Here are mentors who can take someone right now. Wish for up to three, in the order in which you would like to have them. Would you rather have the staff choose for you? Then you need do nothing here.",
);
pub const HOW: Text = Text::new(
    "När personalen har läst din ansökan kan den du helst vill ha få frågan först. Säger mentorn ”inte nu”, eller kommer inget svar i tid, går frågan till nästa. Tar önskemålen slut letar personalen vidare.",
    "Once the staff have read your application, the one you would most like to have can be asked first. If that mentor says “not now”, or does not answer in time, the next one is asked. If your wishes run out, the staff go on looking.",
);

pub const MINE: Text = Text::new("Dina önskemål", "Your wishes");
pub const NONE: Text = Text::new("Du har inte önskat någon än.", "You have not wished for anyone yet.");
pub const SAVED: Text = Text::new("Dina önskemål är sparade.", "Your wishes are saved.");
/// While somebody is being asked, and after.
pub const STANDS: Text = Text::new(
    "Önskemålen kan inte ändras nu. Så här har det gått hittills:",
    "Your wishes cannot be changed now. This is how it has gone so far:",
);
/// A wish that cannot be shown any more.
pub const GONE: Text = Text::new("En mentor som inte kan få frågan just nu", "A mentor who cannot be asked right now");
/// At a wish whose mentor pauses or has no place now.
pub const RESTS: Text = Text::new(
    "Kan inte ta emot någon just nu. Har det inte ändrats när turen kommer går frågan vidare.",
    "Cannot take anyone right now. If that has not changed when their turn comes, the next one is asked.",
);
/// In the place of a name.
pub const UNNAMED: Text = Text::new("Mentor som visas utan namn", "Mentor shown without a name");
pub const WORD: Text =
    Text::new("Vad vill du säga till mentorn? (frivilligt)", "What would you like to say to this mentor? (optional)");
/// `{max}`.
pub const WORD_HINT: Text = Text::new(
    "Högst {max} tecken. Mentorn läser det tillsammans med dina svar när frågan kommer. Skriv inte om hälsa eller annat känsligt.",
    "At most {max} characters. The mentor reads it with your answers when they are asked. Do not write about health or other sensitive matters.",
);
pub const AVOID: Text = Text::new(
    "Är det någon du helst inte vill ha som mentor? (frivilligt)",
    "Is there anyone you would rather not have as your mentor? (optional)",
);
pub const AVOID_HINT: Text = Text::new(
    "Skriv ett namn på varje rad. Bara personalen läser det, när de öppnar din ansökan. Mentorer ser det aldrig, och det står inte i några mejl eller listor.",
    "Write one name on each line. Only the staff read it, when they open your application. Mentors never see it, and it is in no emails or lists.",
);
pub const UP: Text = Text::new("Flytta upp", "Move up");
pub const REMOVE: Text = Text::new("Ta bort önskemålet", "Remove this wish");
/// Beside the field of whom rather not.
pub const SAVE_AVOID: Text = Text::new("Spara det", "Save that");
pub const SAVE: Text = Text::new("Spara önskemålen", "Save my wishes");

/// Values of the buttons; all but the last are followed by a place.
pub const WISH_VALUE: &str = "wish-";
pub const UP_VALUE: &str = "up-";
pub const REMOVE_VALUE: &str = "remove-";
pub const SAVE_VALUE: &str = "save";
/// Hidden fields: the mentor of a card, followed by its place, and what was looked for.
pub const CARD_FIELD: &str = "_card";
pub const SOUGHT_FIELD: &str = "_sought";
/// The member of the address that says that something was saved.
pub const SAVED_FIELD: &str = "saved";

pub const WISH: Text = Text::new("Önska den här mentorn", "Wish for this mentor");
pub const WISHED: Text = Text::new("Du har önskat den här mentorn.", "You have wished for this mentor.");
/// A fourth one.
pub const FULL: Text = Text::new(
    "Du har redan önskat tre mentorer. Ta bort ett önskemål först.",
    "You have already wished for three mentors. Remove one of your wishes first.",
);
/// Something else stands there now than was seen, or the mentor has just been taken.
pub const CHANGED: Text = Text::new(
    "Inget har sparats, eftersom något har ändrats sedan du öppnade sidan. Mentorn kanske inte kan ta emot fler. Det du skrev står kvar här. Läs igenom och försök igen.",
    "Nothing has been saved, because something has changed since you opened the page. The mentor may not be able to take any more. What you wrote is still here. Read it through and try again.",
);

/// Where they can be changed no more, or the page is no longer theirs.
pub const TOO_LATE: Text = Text::new(
    "Inget har sparats. Önskemålen kan inte ändras längre, eller så har en annan av dina sidor öppnats här. Det du skrev står kvar, så att du kan kopiera det. Se på din sida hur det ligger till.",
    "Nothing has been saved. The wishes can no longer be changed, or another of your pages was opened here. What you wrote is still here, so that you can copy it. See on your page how it stands.",
);

pub const FREE_ONE: Text = Text::new("Kan ta emot en person till", "Can take one more person");
/// `{count}` is at least 2.
pub const FREE: Text = Text::new("Kan ta emot {count} personer till", "Can take {count} more people");

pub const USUAL_ONE: Text = Text::new("Brukar svara inom en dag", "Usually answers within a day");
/// `{days}` is at least 2.
pub const USUAL: Text = Text::new("Brukar svara inom {days} dagar", "Usually answers within {days} days");

pub const MENTORS: Text = Text::new("Mentorerna", "The mentors");
pub const OPEN_TITLE: Text = Text::new("Mentorer i programmet", "Mentors in the programme");
/// On the page of a directory that everybody may read.
pub const OPEN_LEAD: Text = Text::new(
    "Här är mentorer som kan ta emot någon just nu. När du har ansökt kan du önska upp till tre av dem på din egen sida.",
    "Here are mentors who can take someone right now. Once you have applied you can wish for up to three of them on your own page.",
);
pub const OPEN_AWAY: Text = Text::new(
    "Mentorerna kan inte visas just nu. Försök igen om en stund.",
    "The mentors cannot be shown right now. Try again in a while.",
);
/// Where an application is being written on this phone.
pub const FROM_DRAFT: Text = Text::new(
    "Du har börjat på en ansökan på den här telefonen. Därför visas vad du och mentorerna har gemensamt. Det räknas ut här och skickas ingenstans.",
    "You have started an application on this phone. That is why you see what you and the mentors have in common. It is worked out here and sent nowhere.",
);
/// The link from the programme's page.
pub const WAY_IN: Text = Text::new("Se vilka mentorer som finns", "See which mentors there are");
pub const KEEP: Text = Text::new("Spara på den här telefonen", "Save on this phone");
/// The way to them from the page of what is on the phone.
pub const SAVED_MENTORS: Text = Text::new("Mentorer du har sparat", "Mentors you have saved");
pub const ONLY_KEPT: Text = Text::new("Visa bara dem jag har sparat", "Show only those I have saved");
pub const SEARCH: Text = Text::new("Sök bland mentorerna", "Search the mentors");
pub const SEARCH_HINT: Text = Text::new(
    "Till exempel ett yrke, ett område eller ett språk.",
    "For example an occupation, a field or a language.",
);
pub const NARROW: Text = Text::new("Fler sätt att begränsa", "More ways to narrow it down");
/// The first option of every choice.
pub const ANY: Text = Text::new("Spelar ingen roll", "Does not matter");
pub const SHOW: Text = Text::new("Visa mentorer", "Show mentors");
pub const SHOW_ALL: Text = Text::new("Visa alla mentorer", "Show all mentors");
/// `{chosen}`.
pub const ONLY: Text = Text::new("Bara de som passar: {chosen}", "Only those matching: {chosen}");
pub const FOUND_NONE: Text = Text::new(
    "Ingen mentor passar det du söker. Ta bort något av det du har valt.",
    "No mentor matches what you are looking for. Remove some of what you have chosen.",
);
/// There is nobody at all.
pub const NOBODY: Text = Text::new(
    "Just nu finns ingen mentor att visa här. Personalen söker ändå en mentor åt dig.",
    "There is no mentor to show here right now. The staff look for a mentor for you all the same.",
);
pub const FOUND_ONE: Text = Text::new("En mentor passar.", "One mentor matches.");
/// Where nothing was looked for.
pub const ONLY_ONE: Text = Text::new("En mentor.", "One mentor.");
/// Of those whom the phone keeps.
pub const SAVED_NONE: Text = Text::new(
    "Ingen av dem du har sparat kan visas just nu, eller passar det du söker.",
    "None of those you have saved can be shown right now, or matches what you are looking for.",
);
/// `{count}` is at least 2.
pub const FOUND: Text = Text::new(
    "{count} mentorer. De som har mest gemensamt med dina svar står först.",
    "{count} mentors. Those who have most in common with your answers come first.",
);
/// Where nobody has applied yet.
pub const NOBODY_YET: Text =
    Text::new("Just nu finns ingen mentor att visa här.", "There is no mentor to show here right now.");
/// Where nothing is known to compare with; `{count}` is at least 2.
pub const FOUND_IN_NO_ORDER: Text = Text::new("{count} mentorer.", "{count} mentors.");
/// The ledger could not be asked.
pub const AWAY: Text = Text::new(
    "Mentorerna kan inte visas just nu. Försök igen om en stund. Dina önskemål finns kvar.",
    "The mentors cannot be shown right now. Try again in a while. Your wishes are still here.",
);
pub const PREVIOUS: Text = Text::new("Föregående sida", "Previous page");
pub const NEXT: Text = Text::new("Nästa sida", "Next page");
/// `{page}`, `{pages}`.
pub const PAGE: Text = Text::new("Sida {page} av {pages} med mentorer", "Page {page} of {pages} of mentors");

/// What became of a wish; nothing before it was asked.
pub const fn stage(stage: Stage) -> Text {
    match stage {
        Stage::Wondering => Text::new("Mentorn har en fråga till dig.", "This mentor has a question for you."),
        Stage::Asked => Text::new("Mentorn har fått frågan.", "This mentor has been asked."),
        Stage::Agreed | Stage::Accepted => Text::new("Mentorn har sagt ja.", "This mentor has said yes."),
        Stage::Over(Why::NoChoice) => Text::new("Du svarade inte i tid.", "You did not answer in time."),
        Stage::Over(Why::OtherMentor) => {
            Text::new("Mentorn sa ja, men det blev inget par.", "This mentor said yes, but you did not become a pair.")
        }
        Stage::Over(Why::Released) => {
            Text::new("Frågan till mentorn drogs tillbaka.", "The request to this mentor was taken back.")
        }
        Stage::Over(_) => Text::new("Mentorn kan inte just nu.", "This mentor cannot at the moment."),
    }
}

/// On the own page.
pub const SECTION: Text = Text::new("Önska mentor", "Wish for a mentor");
pub const SECTION_TEXT: Text = Text::new(
    "Se vilka mentorer som finns, och önska upp till tre. Det är frivilligt: annars letar personalen åt dig.",
    "See which mentors there are, and wish for up to three. It is up to you: otherwise the staff look for you.",
);
pub const SECTION_LINK: Text = Text::new("Se mentorerna och dina önskemål", "See the mentors and your wishes");
