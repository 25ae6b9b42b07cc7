//! Whether a request comes from a page of this site: what another site's page, or a mail scanner, cannot make.

use crate::ask::Ask;

/// The portal's program names itself with a header that a form cannot set.
const OWN_HEADER: &str = "x-portal";

/// `Sec-Fetch-Site` decides; browsers too old to send it (Safari before 16.4) send an `Origin` with every POST.
pub fn is_same_site(ask: &Ask, own_header_needed: bool) -> bool {
    if own_header_needed && ask.header(OWN_HEADER).as_deref() != Some("1") {
        return false;
    }
    comes_from_here(ask.header("sec-fetch-site").as_deref(), ask.header("origin").as_deref(), &ask.origin())
}

fn comes_from_here(fetch_site: Option<&str>, origin: Option<&str>, here: &str) -> bool {
    match fetch_site {
        Some(site) => site == "same-origin",
        None => origin == Some(here),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_sites_own_pages_pass() {
        let here = "https://mentor.example.org";
        assert!(comes_from_here(Some("same-origin"), None, here));
        assert!(comes_from_here(None, Some(here), here));
        for site in ["same-site", "cross-site", "none", ""] {
            assert!(!comes_from_here(Some(site), Some(here), here), "{site}");
        }
        for origin in
            [None, Some("null"), Some("https://mentor.example.org.evil.example"), Some("http://mentor.example.org")]
        {
            assert!(!comes_from_here(None, origin, here), "{origin:?}");
        }
    }
}
