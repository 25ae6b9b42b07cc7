//! The program that Trunk bundles for the pages about one's own mentor.

fn main() {
    #[cfg(feature = "hydrate")]
    portal::browser::start_kit();
}
