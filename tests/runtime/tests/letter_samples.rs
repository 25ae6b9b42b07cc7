//! The page of every kind of letter, which development alone has: it shows each as it is kept in `domain/tests/letters`.

use runtime_tests::portal::Portal;
use std::path::Path;

#[test]
fn every_kind_of_letter_can_be_looked_at_in_both_languages_and_reads_as_it_is_kept() {
    let portal = Portal::start("letter-samples");
    assert!(portal.get("/dev/letters").body.contains("href=\"/dev/letters/samples\""));
    let list = portal.get("/dev/letters/samples").body;
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../domain/tests/letters");
    let files = std::fs::read_dir(&kept).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let names: Vec<String> = files.filter_map(|file| file.strip_suffix(".html").map(str::to_owned)).collect();
    assert!(names.len() > 50, "{names:?}");
    for name in names {
        let path = format!("/dev/letters/samples/{name}");
        assert!(list.contains(&format!("href=\"{path}\"")), "{name} is not in the list");
        let view = portal.get(&path);
        assert!(view.status == 200 && view.body.contains(&format!("src=\"{path}.html\"")), "{name}: {}", view.body);
        let html = portal.get(&format!("{path}.html"));
        assert_eq!(
            (html.status, html.body),
            (200, std::fs::read_to_string(kept.join(format!("{name}.html"))).unwrap())
        );
    }
    assert_eq!(portal.get("/dev/letters/samples/nothing.sv").status, 404);
}
