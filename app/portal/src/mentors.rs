//! The program that Trunk bundles for pages of mentors.

fn main() {
    #[cfg(feature = "browser")]
    portal::browser::start_mentors();
}
