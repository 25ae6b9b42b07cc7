//! The program that Trunk bundles for the browser.

fn main() {
    #[cfg(feature = "browser")]
    portal::browser::start();
}
