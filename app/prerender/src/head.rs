//! What a document says of itself in its head: to the browser, to search engines, to who is sent a link.

use crate::Build;
use crate::documents::Document;
use domain::text::Language;
use domain::words::{form, page};
use html_escape::{encode_double_quoted_attribute as attribute, encode_text};
use serde_json::{Value, json};

/// Of the whole document, without style and program.
pub fn html(build: &Build, document: &Document) -> String {
    let language = document.language;
    let manifest = if language == Language::Sv { "/site.webmanifest" } else { "/en.webmanifest" };
    format!(
        "<meta charset=\"utf-8\">{}<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
         <meta name=\"description\" content=\"{}\"><meta name=\"color-scheme\" content=\"light dark\">\
         <meta name=\"theme-color\" content=\"#4f0433\"><meta name=\"format-detection\" content=\"telephone=no\">\
         {}<link rel=\"icon\" href=\"/icon.svg\" type=\"image/svg+xml\">\
         <link rel=\"apple-touch-icon\" href=\"/icon-180.png\"><link rel=\"manifest\" href=\"{manifest}\">",
        title(document),
        attribute(&document.description),
        if document.is_listed {
            found(build, document)
        } else {
            "<meta name=\"robots\" content=\"noindex\">".to_owned()
        },
    )
}

/// With the words that come before it when something is wrong on the page.
pub fn title(document: &Document) -> String {
    let prefix = attribute(form::TITLE_PREFIX.say(document.language));
    format!("<title data-error=\"{prefix}\">{}</title>", encode_text(&document.title))
}

/// For search engines and shared links. Without the portal's own address only what needs none.
fn found(build: &Build, document: &Document) -> String {
    let origin = &build.origin;
    let address = format!("{origin}{}", document.address());
    let alternate = |(tag, language): (&str, Language)| {
        let path = language.address(&document.path);
        format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{origin}{path}\">")
    };
    let alternates = [("sv", Language::Sv), ("en", Language::En), ("x-default", Language::Sv)].map(alternate).concat();
    let shared = if origin.is_empty() { String::new() } else { shared(origin, &address, document) };
    format!("<link rel=\"canonical\" href=\"{address}\">{alternates}{shared}")
}

fn shared(origin: &str, address: &str, document: &Document) -> String {
    let language = document.language;
    let locale = |language: Language| if language == Language::Sv { "sv_SE" } else { "en_GB" };
    let site = page::SITE_NAME.say(language);
    let name = document.title.split(" – ").next().unwrap_or(site);
    let image = format!("{origin}/share.png");
    let properties = [
        ("og:type", "website"),
        ("og:site_name", site),
        ("og:title", name),
        ("og:description", document.description.as_str()),
        ("og:url", address),
        ("og:locale", locale(language)),
        ("og:locale:alternate", locale(language.other())),
        ("og:image", image.as_str()),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", site),
    ];
    let tag = |(name, value): (&str, &str)| format!("<meta property=\"{name}\" content=\"{}\">", attribute(value));
    let data = structured(origin, address, name, document);
    // No text may end the element it stands in.
    let data = data.to_string().replace('<', "\\u003c");
    format!("{}<script type=\"application/ld+json\">{data}</script>", properties.map(tag).concat())
}

/// Whose site it is, and where in it the page stands: that much is true of every page.
fn structured(origin: &str, address: &str, name: &str, document: &Document) -> Value {
    let language = document.language;
    let home = format!("{origin}{}", language.address("/"));
    let site = page::SITE_NAME.say(language);
    if document.path == "/" {
        return json!({
            "@context": "https://schema.org", "@type": "WebSite", "name": site, "url": home, "inLanguage": language.tag(),
            "publisher": { "@type": "CollegeOrUniversity", "name": page::UNIVERSITY.say(language) },
        });
    }
    let step = |position: u8, name: &str, item: &str| json!({ "@type": "ListItem", "position": position, "name": name, "item": item });
    json!({
        "@context": "https://schema.org", "@type": "BreadcrumbList",
        "itemListElement": [step(1, site, &home), step(2, name, address)],
    })
}
