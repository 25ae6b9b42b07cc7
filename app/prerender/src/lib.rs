//! Writes every document of the portal at build, in both languages, around the program that Trunk has bundled.
//!
//! Where to start: [`documents`] lists them; [`shell`] is what stands around each; `live` is what staff change without a
//! release; [`program`] is what Trunk bundled, which [`tighten`] makes smaller.

pub mod ahead;
mod desk;
pub mod documents;
mod drawing;
mod entries;
mod form_documents;
mod guide;
mod head;
pub mod headers;
mod home;
mod kit;
mod live;
mod live_line;
mod mentors;
pub mod offline;
mod own;
mod personal_data;
pub mod program;
mod programme_page;
mod review;
mod sections;
pub mod shell;
pub mod sitemap;
pub mod tighten;
mod ways;

/// What is the same for a whole build.
#[derive(Clone, Debug, Default)]
pub struct Build {
    /// The day of the build in Stockholm, `YYYY-MM-DD`; empty where nothing may depend on it.
    pub today: String,
    /// Undecided values show their sample, marked as one.
    pub samples: bool,
    /// `https://…` before canonical addresses; empty where it is not known.
    pub origin: String,
    /// What starts the browser's program.
    pub program: program::Program,
    /// The same for the pages about one's own mentor.
    pub kit: program::Program,
    /// The same for pages of mentors.
    pub mentors: program::Program,
    /// The same for the desk.
    pub desk: program::Program,
}

impl Build {
    /// The program that a document starts.
    pub fn program_of(&self, document: &documents::Document) -> &program::Program {
        match document.main.view {
            kit::VIEW => &self.kit,
            desk::VIEW => &self.desk,
            _ if mentors::are_on(document) => &self.mentors,
            _ => &self.program,
        }
    }
}
