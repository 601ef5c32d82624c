//! Path validation, compared with another implementation: certval, by Carl Wallace.
//!
//! Both judge the path alone, with the same inputs and the same crypto backend; where both pass, the
//! policies must be the same too. Every difference is listed with its reason, and an entry that
//! nothing needs any more fails. Neither of the two is taken to be right.

mod chain;
mod divergences;
mod generated;
mod limbo;
mod link;
mod pkits;
mod reference_validators;
mod seeded_rng;

use reference_validators::{Ours, Theirs, agree};

/// Cases on which the two differ, and who is right, and why.
pub(crate) struct Divergence {
    cases: &'static [&'static str],
    reason: &'static str,
}

/// Both say the same of every case or are listed to differ, and no entry is stale.
pub(crate) fn hold(
    judged: impl Iterator<Item = (String, Ours, Theirs)>,
    divergences: &[Divergence],
) {
    let mut unused: Vec<_> = divergences
        .iter()
        .filter(|it| !it.reason.is_empty())
        .flat_map(|it| it.cases)
        .collect();
    let mut wrong = Vec::new();
    for (case, ours, theirs) in judged {
        if agree(&ours, &theirs) {
            continue;
        }
        match unused.iter().position(|it| **it == case) {
            Some(place) => drop(unused.swap_remove(place)),
            None => wrong.push(format!("{case}: {ours:?}, certval {theirs:?}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(unused.is_empty(), "no divergences any more: {unused:?}");
}
