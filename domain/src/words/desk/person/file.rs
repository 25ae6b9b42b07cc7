//! What the file of everything held about a person says to that person.

use crate::text::Text;

pub const TITLE: Text = Text::new("Uppgifter om dig", "Information about you");
/// `{time}`.
pub const LEAD: Text = Text::new(
    "Det här har mentorskapsportalen sparat från din e-postadress, som det såg ut {time}.",
    "This is what the mentorship portal keeps from your email address, as it stood on {time}.",
);
pub const RIGHTS: Text = Text::new(
    "Är något fel? På din egen sida i portalen kan du be personalen om rättelse, begränsning eller radering, och invända mot att uppgifterna används.",
    "Is something wrong? On your own page in the portal you can ask the staff for correction, restriction or erasure, and object to the use of your data.",
);
pub const NOT_HERE: Text = Text::new(
    "Här finns inte det som du har skickat från en annan adress, och inte det som andra har skrivit om dig.",
    "What you have sent from another address is not here, nor what others have written about you.",
);
/// `{count}`.
pub const ELSEWHERE: Text = Text::new(
    "Ärenden från samma adress i program som andra ansvarar för: {count}. De finns inte heller här.",
    "Records from the same address in programmes that others are responsible for: {count}. They are not here either.",
);
/// `{count}`.
pub const FRAMEWORKS: Text = Text::new(
    "Överenskommelser som du har delat med en mentor: {count}. Dem läser bara ni två, på era egna sidor.",
    "Frameworks that you have shared with a mentor: {count}. Only the two of you read them, on your own pages.",
);
pub const MORE: Text = Text::new(
    "Det finns fler ärenden från din adress. Be personalen om dem också.",
    "There are more records from your address. Ask the staff for them too.",
);
/// `{reference}`, `{part}`.
pub const PART: Text = Text::new("{reference}: {part}", "{reference} – {part}");
pub const FACTS: Text = Text::new("Ärendet", "The record");
