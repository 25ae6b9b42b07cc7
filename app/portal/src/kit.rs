//! The program that Trunk bundles for the pages about one's own mentor.

fn main() {
    #[cfg(feature = "browser")]
    portal::browser::start_kit();
}
