//! What search engines are told: which pages there are, and which addresses are nobody's business.

use crate::Build;
use crate::documents::Document;
use domain::text::Language;
use html_escape::encode_text;

/// `sitemap.xml`: every listed document with the same page in the other language. Nothing where the portal's own address is
/// not known, for it may name whole addresses only.
pub fn text(build: &Build, documents: &[Document]) -> Option<String> {
    let origin = &build.origin;
    if origin.is_empty() {
        return None;
    }
    let urls = documents.iter().filter(|document| document.is_listed).map(|document| {
        let other = |language: Language| {
            let address = format!("{origin}{}", language.address(&document.path));
            format!(
                "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                language.tag(),
                encode_text(&address)
            )
        };
        let address = format!("{origin}{}", document.address());
        format!("<url><loc>{}</loc>{}</url>\n", encode_text(&address), Language::ALL.map(other).concat())
    });
    Some(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{}</urlset>\n",
        urls.collect::<String>()
    ))
}

/// `robots.txt`.
pub fn robots(build: &Build) -> String {
    let sitemap =
        if build.origin.is_empty() { String::new() } else { format!("\nSitemap: {}/sitemap.xml\n", build.origin) };
    format!(
        "User-agent: *\nDisallow: /api/\nDisallow: /l/\nDisallow: /my\nDisallow: /en/l/\nDisallow: /en/my\n{sitemap}"
    )
}
