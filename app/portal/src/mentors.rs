//! The program that Trunk bundles for pages of mentors.

fn main() {
    #[cfg(feature = "hydrate")]
    portal::browser::start_mentors();
}
