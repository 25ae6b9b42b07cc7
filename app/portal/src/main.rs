//! The program that Trunk bundles for the browser.

fn main() {
    #[cfg(feature = "hydrate")]
    portal::browser::start();
}
