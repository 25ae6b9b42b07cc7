//! Documents with all that staff can write: they still arrive in the first round trip.

use domain::live::{NOTE_MAX, REVIEWER_MAX, Said};
use domain::programme::PROGRAMMES;
use runtime_tests::live::{SEEN_AFTER, try_set_of};
use runtime_tests::portal::Portal;
use std::io::Write as _;
use xtask::build::Site;
use xtask::project::Project;

/// So many letters of words that no two texts share; `number` draws them.
fn prose(number: u32, letters: u16) -> String {
    let mut drawn = number.wrapping_mul(2_654_435_769) | 1;
    let mut next = || {
        // Xorshift: no chance, and nothing that a compressor knows.
        drawn ^= drawn << 13;
        drawn ^= drawn >> 17;
        drawn ^= drawn << 5;
        drawn
    };
    let alphabet: Vec<char> = "eantrslidomgkvhfupåöäbcyj ".chars().collect();
    let letter = |_| alphabet[usize::try_from(next()).unwrap() % alphabet.len()];
    let text: String = (0..letters).map(letter).collect();
    // Neither end may be a blank, which would be left out.
    format!("x{}x", text.chars().skip(2).collect::<String>())
}

/// Every public document's address, of those that are built.
fn addresses() -> Vec<String> {
    let folder = Site::Optimised.pages(&Project::here().unwrap());
    let mut left = vec![folder.clone()];
    let mut found = Vec::new();
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(path.read_dir().unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|ending| ending == "html") {
            let name = path.strip_prefix(&folder).unwrap().with_extension("");
            let address = format!("/{}", name.display());
            found.push(if address == "/index" { "/".to_owned() } else { address });
        }
    }
    found.sort();
    found
}

#[test]
fn a_document_is_under_14_kb_even_with_all_that_staff_can_write() {
    let portal = Portal::start("live-longest");
    for (number, programme) in (0_u32..).zip(PROGRAMMES) {
        let said = |of: u32| {
            let text = |language: u32| prose(number * 8 + of * 2 + language + 1, NOTE_MAX);
            Some(Said { sv: text(0), en: text(1) })
        };
        let answer = try_set_of(&portal, programme, 0, |live| {
            live.open = false;
            live.closed_because = said(0);
            live.notice = said(1);
            live.reviewer = Some(prose(number * 8 + 5, REVIEWER_MAX));
            live.contact = format!("{}@example.org", "long-address".repeat(5));
        });
        assert_eq!(answer.status, 200, "{} {}", programme.slug, answer.body);
    }
    std::thread::sleep(SEEN_AFTER);
    let longest = prose(3, NOTE_MAX);
    let (mut sizes, mut with_notice) = (Vec::new(), 0);
    for address in addresses() {
        let page = portal.get(&address);
        with_notice += usize::from(page.body.contains(&longest));
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(page.body.as_bytes()).unwrap();
        sizes.push((encoder.finish().unwrap().len(), address));
    }
    assert!(with_notice > 3, "what staff wrote stands on pages: {with_notice}");
    sizes.sort();
    // What a server may send before the first acknowledgement: ten segments (RFC 6928).
    let over: Vec<_> = sizes.iter().filter(|(size, _)| *size > 14 * 1024).collect();
    println!("the longest: {:?}", sizes.last());
    assert!(over.is_empty(), "{over:?}");
}
