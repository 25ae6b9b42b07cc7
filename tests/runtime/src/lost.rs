//! A portal whose ledger loses everything, and is restored as an administrator restores it.

use crate::desk::{CHIEF, Desk};
use crate::people;
use crate::portal::Portal;
use domain::call::{FindReceipt, FindRequest};
use domain::desk::call::{ReadDesk, Restore, RestoreRequest};
use domain::problem::Problem;

/// After so long a lost ledger may be restored.
const LOST_MS: i64 = 4 * 60 * 1000;

impl Portal {
    /// Loses every row of the ledger, and rebuilds it from its copies. Says how many records came back.
    #[track_caller]
    pub fn wipe_and_restore(&self) -> u64 {
        self.wipe();
        self.restore()
    }

    #[track_caller]
    pub fn wipe(&self) {
        self.dev("/dev/wipe", "{}");
        assert_eq!(self.records().len(), 0, "the ledger is lost");
    }

    #[track_caller]
    pub fn restore(&self) -> u64 {
        // Its copies are there, so it knows that it was lost, and does nothing until it is restored.
        let request = FindRequest { id: people::id(0), receipt_hash: people::secret(0).hash().as_str().to_owned() };
        assert_eq!(self.call::<FindReceipt>(&request), Err(Problem::Unreachable));
        let desk = Desk::sign_in(self, CHIEF);
        assert_eq!(desk.call::<ReadDesk>(&()), Err(Problem::Lost));
        let early = desk.call::<Restore>(&RestoreRequest { from: None });
        let must_wait = matches!(early, Err(Problem::TooManyAttempts { .. }));
        assert!(must_wait, "what was erased just before may not be listed yet: {early:?}");
        self.set_clock(self.offset_ms() + LOST_MS);
        let mut from = None;
        let mut restored = 0;
        loop {
            let report = desk.call::<Restore>(&RestoreRequest { from }).expect("a report");
            restored += u64::from(report.restored);
            assert_eq!(report.unreadable, [""; 0], "every copy opens");
            from = report.next;
            if from.is_none() {
                return restored;
            }
        }
    }
}
