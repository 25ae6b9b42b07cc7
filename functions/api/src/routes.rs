//! Every route there is, with its methods and who may call it. What is not in the table is refused.

use crate::answer::problem_page;
use crate::ask::{Ask, Person, is_read};
use crate::same_site::is_same_site;
use crate::{answer, calls, desk, document, files, form, mentors, own};
use domain::call::{Call, FindReceipt, SendApplication};
use domain::desk::call::ROUTES;
use domain::directory::SNAPSHOT;
use domain::fills::Fills;
use domain::journey::Place;
use domain::link::Secret;
use domain::problem::Problem;
use domain::programme::{Form, Programme, Role, programme};
use worker::{Response, Result};

/// What an address is, without its language.
enum Target<'a> {
    SendApplication,
    FindReceipt,
    /// Among the calls, and none of them.
    UnknownCall,
    /// A call of the desk, by its path.
    DeskCall(&'static str),
    /// The form that asks for a link to the desk.
    SignIn,
    /// Any page of the desk.
    Desk,
    Link(&'a str),
    OwnPage,
    /// Where a change to answers or to a framework is written.
    OwnChange,
    /// What is held about a person, as a file.
    OwnFile,
    /// What one of the two of a request reads of the other, and answers.
    OwnRequest,
    /// A mentee's page of mentors, and what they wish.
    OwnMentors,
    /// The same mentors, for the program.
    OwnSnapshot,
    /// The directory of a programme whose mentors everybody may read about, and the same for the program.
    Mentors(&'static Programme),
    MentorsSnapshot(&'static Programme),
    /// A place of a form: a document, and where it posts to.
    Place(&'static Programme, &'static Form, Place),
    /// A document that is only ever given by the Worker, filled.
    Frame,
    /// A hashed file, which never changes under its name.
    Built,
    #[cfg(feature = "dev")]
    Dev,
    /// Any other file there may be.
    Document,
}

/// Who may call.
#[derive(Clone, Copy, PartialEq)]
enum Caller {
    Anyone,
    /// A page of this site, with the portal's own header: its program.
    OwnProgram,
    /// A page of this site: a form.
    OwnForm,
    /// Whoever holds a session; to change something, by a form of this site.
    Person,
    /// The desk's program, for whoever is signed in there; what each may do, the ledger finds out ([`ROUTES`]).
    Staff,
}

const READ: &str = "GET, HEAD";
const CALL: &str = "POST";
const READ_AND_POST: &str = "GET, HEAD, POST";

fn target(path: &str) -> Target<'_> {
    #[cfg(feature = "dev")]
    if path.starts_with("/dev/") {
        return Target::Dev;
    }
    let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    match parts.as_slice() {
        _ if path == SendApplication::PATH => Target::SendApplication,
        _ if path == FindReceipt::PATH => Target::FindReceipt,
        ["build", ..] => Target::Built,
        ["api", ..] => Target::UnknownCall,
        ["desk", "api", ..] => match ROUTES.iter().find(|(known, _)| *known == path) {
            Some((known, _)) => Target::DeskCall(known),
            None => Target::UnknownCall,
        },
        ["desk", "sign-in"] => Target::SignIn,
        ["desk", "sign-in", "sent"] => Target::Document,
        ["desk", ..] => Target::Desk,
        ["l", secret] => Target::Link(secret),
        ["my"] => Target::OwnPage,
        ["my", "change"] => Target::OwnChange,
        ["my", "file"] => Target::OwnFile,
        ["my", "request"] => Target::OwnRequest,
        ["my", "mentors"] => Target::OwnMentors,
        ["my", "mentors", SNAPSHOT] => Target::OwnSnapshot,
        ["my", ..] | ["link" | "link-cancelled" | "problem" | "404" | "en"] => Target::Frame,
        [slug, "mentors"] => open_directory(slug).map_or(Target::Document, Target::Mentors),
        [slug, "mentors", SNAPSHOT] => open_directory(slug).map_or(Target::Document, Target::MentorsSnapshot),
        [slug, role, place] => {
            let known = programme(slug).and_then(|programme| {
                let form = programme.form(Role::parse(role)?)?;
                Some(Target::Place(programme, form, Place::parse(form, place)?))
            });
            known.unwrap_or(Target::Document)
        }
        _ => Target::Document,
    }
}

fn open_directory(slug: &str) -> Option<&'static Programme> {
    programme(slug).filter(|programme| programme.open_directory)
}

/// The table: target → methods, who may read, who may post.
const fn rule(target: &Target<'_>) -> (&'static str, Caller, Caller) {
    match target {
        Target::SendApplication | Target::FindReceipt => (CALL, Caller::OwnProgram, Caller::OwnProgram),
        Target::DeskCall(_) => (CALL, Caller::Staff, Caller::Staff),
        // Whoever is not signed in is shown the way, and nothing else.
        Target::Desk => (READ, Caller::Anyone, Caller::Anyone),
        Target::Link(_) | Target::SignIn => (READ_AND_POST, Caller::Anyone, Caller::OwnForm),
        Target::OwnPage | Target::OwnChange | Target::OwnRequest | Target::OwnMentors => {
            (READ_AND_POST, Caller::Person, Caller::Person)
        }
        Target::OwnFile | Target::OwnSnapshot => (READ, Caller::Person, Caller::Person),
        Target::Mentors(_) | Target::MentorsSnapshot(_) => (READ, Caller::Anyone, Caller::Anyone),
        Target::Place(..) => (READ_AND_POST, Caller::Anyone, Caller::OwnForm),
        Target::UnknownCall | Target::Frame => ("", Caller::Anyone, Caller::Anyone),
        #[cfg(feature = "dev")]
        Target::Dev => (READ_AND_POST, Caller::Anyone, Caller::Anyone),
        Target::Built | Target::Document => (READ, Caller::Anyone, Caller::Anyone),
    }
}

pub async fn route(ask: Ask) -> Result<Response> {
    let path = ask.path.clone();
    let target = target(&path);
    let (methods, reader, poster) = rule(&target);
    let is_read = is_read(&ask.method);
    if methods.is_empty() {
        return not_found(&ask, &target).await;
    }
    if !methods.split(", ").any(|allowed| allowed == ask.method) {
        return not_allowed(&ask, &target, methods).await;
    }
    let caller = if is_read { reader } else { poster };
    let must_be_ours = match caller {
        Caller::Anyone => false,
        Caller::OwnProgram | Caller::OwnForm | Caller::Staff => true,
        Caller::Person => !is_read,
    };
    let is_program = matches!(caller, Caller::OwnProgram | Caller::Staff);
    if must_be_ours && !is_same_site(&ask, is_program) {
        return match caller {
            Caller::OwnProgram | Caller::Staff => answer::problem(&Problem::NotSameSite, ask.accepted_language(), &[]),
            _ => problem_page(&ask, &Problem::NotSameSite).await,
        };
    }
    match target {
        Target::SendApplication => calls::send(ask).await,
        Target::FindReceipt => calls::find(ask).await,
        Target::Link(secret) if is_read => link(&ask, secret).await,
        Target::Link(secret) => own::open(ask, secret).await,
        Target::OwnPage
        | Target::OwnChange
        | Target::OwnRequest
        | Target::OwnMentors
        | Target::OwnSnapshot
        | Target::OwnFile => own_page(ask, &target, is_read).await,
        Target::Mentors(programme) => mentors::page(&ask, programme).await,
        Target::MentorsSnapshot(programme) => mentors::snapshot(&ask, programme).await,
        Target::DeskCall(path) => desk::call(&ask, path).await,
        Target::SignIn if !is_read => desk::sign_in(&ask).await,
        Target::Desk => desk::page(&ask).await,
        Target::Place(programme, form, place) if !is_read => form::post(ask, programme, form, place).await,
        #[cfg(feature = "dev")]
        Target::Dev => crate::dev::pass_on(ask).await,
        Target::Built => files::give(&ask).await,
        Target::Place(..) | Target::SignIn | Target::Document => document::pass_on(&ask).await,
        Target::UnknownCall | Target::Frame => not_found(&ask, &target).await,
    }
}

/// A page of a person's own. What was typed is shown again also to whom the session has ended for.
async fn own_page(ask: Ask, target: &Target<'_>, is_read: bool) -> Result<Response> {
    match (Person::of(&ask), target) {
        (person, Target::OwnPage) if !is_read => own::act(&ask, person).await,
        (person, Target::OwnChange) if !is_read => own::save(&ask, person).await,
        (person, Target::OwnRequest) if !is_read => own::answer_request(&ask, person).await,
        (person, Target::OwnMentors) if !is_read => own::wish(&ask, person).await,
        (Some(person), Target::OwnChange) => own::change(&ask, &person).await,
        (Some(person), Target::OwnRequest) => own::request(&ask, &person).await,
        (Some(person), Target::OwnMentors) => own::mentors(&ask, &person).await,
        (Some(person), Target::OwnSnapshot) => own::mentors_snapshot(&ask, &person).await,
        (Some(person), Target::OwnFile) => own::file(&ask, &person).await,
        (Some(person), _) => own::page(&ask, person).await,
        (None, Target::OwnSnapshot) => answer::problem(&Problem::NotSignedIn, ask.language, &[]),
        (None, _) => own::sign_in(&ask).await,
    }
}

/// The page of a link, with the way to the same link in the other language.
async fn link(ask: &Ask, secret: &str) -> Result<Response> {
    let mut fills = Fills::default();
    if let Some(secret) = Secret::parse(secret) {
        let place = "link-language";
        fills.show(place);
        fills.link(place, ask.language.other().address(&format!("/l/{}", secret.as_str())));
    }
    document::filled(ask, "/link", ask.language, fills, 200).await
}

/// To a program a problem, to a person a page.
async fn not_found(ask: &Ask, target: &Target<'_>) -> Result<Response> {
    match target {
        Target::UnknownCall => answer::problem(&Problem::NotFound, ask.accepted_language(), &[]),
        _ => document::not_found(ask).await,
    }
}

/// 405 with what is allowed; an address where there is nothing stays 404 whatever the method.
async fn not_allowed(ask: &Ask, target: &Target<'_>, methods: &str) -> Result<Response> {
    let problem = Problem::MethodNotAllowed { allowed: methods.to_owned() };
    match target {
        Target::SendApplication | Target::FindReceipt | Target::DeskCall(_) => {
            answer::problem(&problem, ask.accepted_language(), &[])
        }
        Target::Document if !document::is_there(ask).await => document::not_found(ask).await,
        _ => problem_page(ask, &problem).await,
    }
}
