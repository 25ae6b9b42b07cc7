//! The desk's calls, each with who may make it. What is not in [`ROUTES`] does not exist.

mod carried;
mod mentors;
mod person;
mod retention;

pub use carried::*;
pub use mentors::*;
pub use person::*;
pub use retention::*;

use super::member::Authority;
use crate::call::{Call, SetLiveRequest, call};
use crate::ledger::restore::Report;
use crate::live::LiveVersion;
use serde::{Deserialize, Serialize};

/// A call of the desk: made by somebody on the list of staff.
pub trait DeskCall: Call {
    /// The least authority that may make it.
    const NEEDS: Authority;
}

/// Declares a call of the desk.
macro_rules! desk_call {
    ($(#[$about:meta])* $name:ident, $path:literal, $needs:ident, $request:ty => $reply:ty) => {
        call!($(#[$about])* $name, concat!("/desk/api/", $path), $request => $reply);

        impl DeskCall for $name {
            const NEEDS: Authority = Authority::$needs;
        }
    };
}

desk_call!(
    /// Who is signed in, and what stands now.
    ReadDesk, "desk", Reader, () => DeskReply
);
desk_call!(
    /// Lines of the table, the newest first, a page at a time.
    ReadRows, "rows", Reader, After => Rows
);
desk_call!(
    /// The answers behind the lines, for searching and filtering, a page at a time.
    ReadAnswers, "answers", Reader, After => AnswersPage
);
desk_call!(
    /// A record whole. Opening one is logged.
    ReadRecord, "record", Reader, ReadRecordRequest => DeskRecord
);
desk_call!(
    /// Everything held about whoever sent a record. Every record that is shown is logged as read.
    ReadPerson, "person", Reader, ReadRecordRequest => DeskPerson
);
desk_call!(
    /// Writes into the log that a file was made of everything about whoever sent a record.
    ExportPerson, "export-person", Reader, ExportPersonRequest => ()
);
desk_call!(
    /// Brings a record into another standing.
    Decide, "decide", Coordinator, DecideRequest => DeskRecord
);
desk_call!(
    /// Takes back a decision whose letter has not gone.
    Undo, "undo", Coordinator, Seen => DeskRecord
);
desk_call!(
    /// Writes a comment into a record's history.
    Comment, "comment", Coordinator, ReasonRequest => DeskRecord
);
desk_call!(
    /// Says why a pair may be registered although something speaks against it.
    Allow, "allow", Coordinator, ReasonRequest => DeskRecord
);
desk_call!(
    /// Puts other answers in the place of those that stand: a correction.
    Correct, "correct", Coordinator, CorrectRequest => DeskRecord
);
desk_call!(
    /// Enters an application that came on paper or by telephone.
    Enter, "enter", Coordinator, EnterRequest => DeskRecord
);
desk_call!(
    /// Protects or restricts a record, or ends that.
    SetMark, "mark", Coordinator, MarkRequest => DeskRecord
);
desk_call!(
    /// Gives a record its number in the university's register, or takes it away.
    SetRegistry, "registry", Coordinator, RegistryRequest => DeskRecord
);
desk_call!(
    /// Erases a record for good.
    Erase, "erase", Administrator, ReasonRequest => ()
);
desk_call!(
    /// Writes into the log that a table was exported.
    LogExport, "export", Reader, ExportRequest => ()
);
desk_call!(
    /// Sets a programme's live half.
    SetLive, "live", Coordinator, SetLiveRequest => LiveVersion
);
desk_call!(
    /// Every version of a programme's live half, the newest first.
    ReadVersions, "versions", Reader, ProgrammeRequest => Vec<LiveVersion>
);
desk_call!(
    /// The list of staff.
    ReadMembers, "members", Administrator, () => Members
);
desk_call!(
    /// Puts another list of staff in the place of the one that was seen.
    SetMembers, "set-members", Administrator, SetMembersRequest => Members
);
desk_call!(
    /// What was read, exported and decided, the newest first.
    ReadLog, "log", Administrator, Before => Vec<LogEntry>
);
desk_call!(
    /// What has been kept as long as its programme keeps it, a page at a time; nothing is erased.
    ReadDue, "due", Administrator, After => Retention
);
desk_call!(
    /// Erases of what was seen to be due what still is, under a decision.
    EraseDue, "erase-due", Administrator, EraseDueRequest => ErasedDue
);
desk_call!(
    /// Brings a lost ledger back from its copies, a page at a time: repeated with `next` until there is none.
    Restore, "restore", Administrator, RestoreRequest => Report
);
desk_call!(
    /// Ends the session.
    SignOut, "sign-out", Reader, () => ()
);
desk_call!(
    /// The days that are closed.
    ReadClosures, "closures", Reader, () => Closures
);
desk_call!(
    /// Puts other closed days in the place of those that were seen.
    SetClosures, "set-closures", Administrator, SetClosuresRequest => Closures
);
desk_call!(
    /// Answers what the person has asked about their data.
    AnswerAsked, "answer-asked", Coordinator, AnswerAskedRequest => DeskRecord
);
desk_call!(
    /// Mentors with what each offers, a page at a time.
    ReadMentors, "mentors", Reader, After => Mentors
);
desk_call!(
    /// Keeps who a mentor is and how that was checked, how many places are free, and a pause.
    SetMentor, "mentor", Coordinator, SetMentorRequest => DeskRecord
);

desk_call!(
    /// Asks a mentor for a mentee.
    AskMentor, "ask-mentor", Coordinator, AskMentorRequest => DeskRecord
);

desk_call!(
    /// Lets the mentors be asked whom a mentee wishes for, one after the other.
    AskWishes, "ask-wishes", Coordinator, Seen => DeskRecord
);

/// Every call with who may make it: the whole table.
pub const ROUTES: &[(&str, Authority)] = &[
    (ReadDesk::PATH, ReadDesk::NEEDS),
    (ReadRows::PATH, ReadRows::NEEDS),
    (ReadAnswers::PATH, ReadAnswers::NEEDS),
    (ReadRecord::PATH, ReadRecord::NEEDS),
    (ReadPerson::PATH, ReadPerson::NEEDS),
    (ExportPerson::PATH, ExportPerson::NEEDS),
    (Decide::PATH, Decide::NEEDS),
    (Undo::PATH, Undo::NEEDS),
    (Comment::PATH, Comment::NEEDS),
    (Allow::PATH, Allow::NEEDS),
    (Correct::PATH, Correct::NEEDS),
    (Enter::PATH, Enter::NEEDS),
    (SetMark::PATH, SetMark::NEEDS),
    (SetRegistry::PATH, SetRegistry::NEEDS),
    (Erase::PATH, Erase::NEEDS),
    (LogExport::PATH, LogExport::NEEDS),
    (SetLive::PATH, SetLive::NEEDS),
    (ReadVersions::PATH, ReadVersions::NEEDS),
    (ReadMembers::PATH, ReadMembers::NEEDS),
    (SetMembers::PATH, SetMembers::NEEDS),
    (ReadLog::PATH, ReadLog::NEEDS),
    (Restore::PATH, Restore::NEEDS),
    (SignOut::PATH, SignOut::NEEDS),
    (ReadClosures::PATH, ReadClosures::NEEDS),
    (SetClosures::PATH, SetClosures::NEEDS),
    (ReadDue::PATH, ReadDue::NEEDS),
    (EraseDue::PATH, EraseDue::NEEDS),
    (AnswerAsked::PATH, AnswerAsked::NEEDS),
    (ReadMentors::PATH, ReadMentors::NEEDS),
    (SetMentor::PATH, SetMentor::NEEDS),
    (AskMentor::PATH, AskMentor::NEEDS),
    (AskWishes::PATH, AskWishes::NEEDS),
];

call!(
    /// Between the Workers: somebody wants to sign in. The answer is the same whoever it is.
    AskToSignIn, "/ledger/ask-to-sign-in", SignInRequest => ()
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInRequest {
    pub address: String,
}

/// Between the Workers: the hash of the session of whoever makes a desk call, or the address that Cloudflare Access vouches
/// for. Only `api` sets them.
pub const SESSION_HEADER: &str = "x-desk-session";
pub const ACCESS_HEADER: &str = "x-desk-access";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_stands_twice_and_all_are_the_desks() {
        for (index, (path, _)) in ROUTES.iter().enumerate() {
            assert!(path.starts_with("/desk/api/"), "{path}");
            assert!(ROUTES.iter().skip(index + 1).all(|(other, _)| other != path), "{path}");
        }
    }
}
