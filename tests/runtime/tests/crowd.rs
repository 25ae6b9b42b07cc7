//! Many who send at once: their receipts come first, and everything that follows from each comes without anybody's help.

use domain::programme::Role;
use domain::text::Language;
use runtime_tests::people::send_request;
use runtime_tests::portal::Portal;

/// More than make a crowd.
const SENDS: u32 = 30;

#[test]
fn a_crowd_gets_its_receipts_and_then_its_letters_by_the_alarm_alone() {
    let portal = Portal::start("crowd");
    std::thread::scope(|scope| {
        for number in 1..=SENDS {
            let portal = &portal;
            scope.spawn(move || portal.send(&send_request(number, Role::Mentee, Language::Sv)).expect("a receipt"));
        }
    });
    let letters = portal.letters_once(|letters| letters.len() >= SENDS as usize * 2);
    assert_eq!(letters.len(), SENDS as usize * 2, "one to each, and one of each to staff");
}
