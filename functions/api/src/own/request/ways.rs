//! What a mentor can do besides a yes and a no: say why not now, pause, tell a colleague.

use domain::call::RequestPage;
use domain::fill::fill;
use domain::fills::Fills;
use domain::request::{Stage, Why};
use domain::text::Language;
use domain::words as all_words;
use domain::words::form::request as words;

/// What a mentor can do besides a yes and a no.
pub fn show(fills: &mut Fills, page: &RequestPage, origin: &str, language: Language) {
    let is_no = page.stage == Stage::Over(Why::NotNow);
    if is_no {
        fills.text("stage", words::NO_SAID.say(language));
        fills.show(if page.reason.is_none() { "why" } else { "why-said" });
        fills.show("pause");
    }
    if is_no || matches!(page.stage, Stage::Asked | Stage::Wondering) {
        let Some(programme) = all_words::programme(&page.programme) else { return };
        let address = format!("{origin}{}", language.address(&format!("/{}", page.programme)));
        let values = [("programme", programme.title.say(language)), ("address", &address)];
        let body = fill(words::COLLEAGUE_LETTER.say(language), &values);
        fills.show("colleague");
        fills.link("colleague", mail(words::COLLEAGUE_SUBJECT.say(language), &body));
    }
}

/// A letter that the reader's own program begins: RFC 6068, where a space is `%20` and a line ends with CR LF.
fn mail(subject: &str, body: &str) -> String {
    let written = |text: &str| {
        let escaped: String = form_urlencoded::byte_serialize(text.replace('\n', "\r\n").as_bytes()).collect();
        escaped.replace('+', "%20")
    };
    format!("mailto:?subject={}&body={}", written(subject), written(body))
}
