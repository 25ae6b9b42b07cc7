//! What search engines, shared links and an offline phone are told of the documents.

use domain::text::Language;
use prerender::documents::{self, Document};
use prerender::{Build, ahead, offline, shell, sitemap};

fn build() -> Build {
    Build { origin: "https://mentor.example.org".to_owned(), ..Build::default() }
}

fn documents() -> Vec<Document> {
    documents::all(&build())
}

#[test]
fn the_sitemap_names_each_listed_document_once_and_no_other() {
    let sitemap = sitemap::text(&build(), &documents()).unwrap();
    for document in documents() {
        let entry = format!("<loc>https://mentor.example.org{}</loc>", document.address());
        assert_eq!(sitemap.matches(&entry).count(), usize::from(document.is_listed), "{entry}");
    }
    assert!(sitemap::robots(&build()).contains("Sitemap: https://mentor.example.org/sitemap.xml"));
    let unknown = Build::default();
    assert_eq!(sitemap::text(&unknown, &documents()), None, "it may name whole addresses only");
    assert!(!sitemap::robots(&unknown).contains("Sitemap"));
}

#[test]
fn a_listed_document_says_where_it_is_in_both_languages_and_what_a_shared_link_shows() {
    for document in documents() {
        let html = shell::html(&build(), &document, "");
        let canonical = format!("rel=\"canonical\" href=\"https://mentor.example.org{}\"", document.address());
        assert_eq!(html.contains(&canonical), document.is_listed, "{canonical}");
        assert_eq!(html.contains("name=\"robots\" content=\"noindex\""), !document.is_listed, "{canonical}");
        for language in Language::ALL {
            let other = language.address(&document.path);
            let alternate = format!("hreflang=\"{}\" href=\"https://mentor.example.org{other}\"", language.tag());
            assert_eq!(html.contains(&alternate), document.is_listed, "{alternate}");
        }
        for property in ["og:title", "og:description", "og:url", "og:image", "og:locale"] {
            assert_eq!(html.contains(&format!("property=\"{property}\"")), document.is_listed, "{property}");
        }
    }
}

#[test]
fn structured_data_is_json_that_names_the_page() {
    for document in documents().into_iter().filter(|document| document.is_listed) {
        let html = shell::html(&build(), &document, "");
        let data =
            html.split_once("<script type=\"application/ld+json\">").unwrap().1.split_once("</script>").unwrap().0;
        let data: serde_json::Value = serde_json::from_str(data).unwrap();
        let own = format!("https://mentor.example.org{}", document.address());
        let named = if document.path == "/" { &data["url"] } else { &data["itemListElement"][1]["item"] };
        assert_eq!(named, &own);
    }
}

#[test]
fn every_document_can_say_that_it_comes_from_the_phone() {
    let worker = offline::text(&build(), &ahead::bundles(&build(), &documents()));
    assert!(worker.contains("replace('data-kept-page hidden', 'data-kept-page').replace('{when}'"));
    for document in documents() {
        let html = shell::html(&build(), &document, "");
        let (_, after) = html.split_once("data-kept-page hidden").unwrap();
        // The first `{when}` of the document is the note's.
        assert_eq!(
            html.find("{when}"),
            after.find("{when}").map(|at| html.len() - after.len() + at),
            "{}",
            document.path
        );
    }
}

#[test]
fn the_service_worker_knows_every_forms_pages_and_has_a_store_of_its_own_for_each_release() {
    let bundles = ahead::bundles(&build(), &documents());
    let worker = offline::text(&build(), &bundles);
    for bundle in bundles.values() {
        assert_eq!(worker.matches(&format!("'/{}'", bundle.file)).count(), 1, "{}", bundle.file);
    }
    let fewer = bundles.into_iter().skip(1).collect();
    let store = |worker: &str| worker.split_once("cacheName:'").unwrap().1.split_once('\'').unwrap().0.to_owned();
    assert_ne!(store(&offline::text(&build(), &fewer)), store(&worker));
}
