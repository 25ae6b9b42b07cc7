//! What a problem's body tells the portal: a flat reading of `domain::problem::ProblemJson`, which the tests hold against it.

use domain::call::Receipt;
use domain::problem::Fault;

/// The body of an error answer.
#[derive(Debug)]
pub struct Told {
    /// The sentence, in the person's language.
    pub title: String,
    pub problem: Particulars,
}

#[derive(Debug)]
pub struct Particulars {
    /// `Problem::key`.
    pub key: String,
    pub receipt: Option<Receipt>,
    pub retry_after_s: Option<u32>,
    pub faults: Vec<ToldFault>,
}

/// A fault with what its sentence needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldFault {
    pub field: String,
    /// `FaultKind::key`.
    pub key: String,
    pub min: Option<u32>,
    pub max: Option<u32>,
    pub over: Option<u32>,
}

impl ToldFault {
    pub fn numbers(&self) -> Vec<(&'static str, u32)> {
        [("min", self.min), ("max", self.max), ("over", self.over)]
            .into_iter()
            .filter_map(|(name, number)| Some((name, number?)))
            .collect()
    }
}

impl From<&Fault> for ToldFault {
    fn from(fault: &Fault) -> Self {
        let numbers = fault.kind.numbers();
        let number = |wanted| numbers.iter().find(|(name, _)| *name == wanted).map(|(_, number)| *number);
        Self {
            field: fault.field.clone(),
            key: fault.kind.key().to_owned(),
            min: number("min"),
            max: number("max"),
            over: number("over"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::live::Said;
    use domain::problem::{FaultKind, Problem, ProblemJson};
    use domain::reference::Reference;

    fn told(problem: &Problem) -> Told {
        let json = ProblemJson {
            r#type: format!("/problems/{}", problem.key()),
            title: "Mening".to_owned(),
            status: problem.status(),
            errors: Vec::new(),
            problem: problem.clone(),
        };
        crate::json::tests::read(&serde_json::to_string(&json).unwrap()).unwrap()
    }

    #[test]
    fn every_fault_is_read_as_the_worker_wrote_it() {
        let kinds = [
            FaultKind::Missing,
            FaultKind::TooLong { max: 10, over: 3 },
            FaultKind::NotAnEmail,
            FaultKind::SameAddress,
            FaultKind::NotANumber,
            FaultKind::NotAYear,
            FaultKind::NotADate,
            FaultKind::TooSmall { min: 1 },
            FaultKind::TooLarge { max: 5 },
            FaultKind::TooFew { min: 1 },
            FaultKind::TooMany { max: 6 },
            FaultKind::UnknownOption,
            FaultKind::ForbiddenCharacter,
            FaultKind::SeveralValues,
            FaultKind::OtherNotice,
        ];
        let faults: Vec<Fault> = kinds.into_iter().map(|kind| Fault::of("goals", kind)).collect();
        let read = told(&Problem::from(faults.clone()));
        assert_eq!(read.problem.faults, faults.iter().map(ToldFault::from).collect::<Vec<_>>());
        for (told, fault) in read.problem.faults.iter().zip(&faults) {
            let (mut told, mut fault) = (told.numbers(), fault.kind.numbers());
            told.sort_unstable();
            fault.sort_unstable();
            assert_eq!(told, fault);
        }
    }

    #[test]
    fn every_problem_a_send_can_meet_is_read() {
        let receipt = Receipt {
            reference: Reference::parse("AB3CD4EF").unwrap(),
            received_at: 5,
            answer_by: Some("2026-12-07".to_owned()),
            programme: "ki-alumni".to_owned(),
            role: "mentee".to_owned(),
            spooled: true,
        };
        let other = told(&Problem::OtherAnswers { receipt: receipt.clone() });
        assert_eq!((other.problem.key.as_str(), other.problem.receipt), ("other-answers", Some(receipt)));
        let many = told(&Problem::TooManyAttempts { retry_after_s: 60 });
        assert_eq!((many.problem.key.as_str(), many.problem.retry_after_s), ("too-many-attempts", Some(60)));
        let because = Some(Said { sv: "Fullt.".to_owned(), en: "Full.".to_owned() });
        for problem in [
            Problem::NotOpen { opens_on: Some("2026-12-01".to_owned()), because },
            Problem::NotOpen { opens_on: None, because: None },
            Problem::IsOpen,
            Problem::Erased,
            Problem::Unreachable,
            Problem::NotTheCall,
            Problem::NotSameSite,
            Problem::NotFound,
        ] {
            assert_eq!(told(&problem).problem.key, problem.key());
        }
    }
}
