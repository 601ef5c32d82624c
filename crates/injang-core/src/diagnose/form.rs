//! Other forms of a content, one at a time.

use super::Change;
use super::work::Work;
use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::ops::ControlFlow;

/// At most one of each step, in the order in which they make sense: what is needed to read a text,
/// then the provider's object, then the text's line ends, then how it is written.
const STEPS: [&[Change]; 6] = [
    &[Change::RemoveBom],
    &[Change::Cp949ToUtf8],
    &[Change::Unwrap],
    &[Change::LfToCrlf, Change::CrlfToLf],
    &[Change::Utf8ToCp949],
    &[Change::AddBom],
];

/// Shows each form, fewest changes first and the content as it stands before all, until the visitor
/// has seen enough or the work is used up. No more than two forms are there at a time.
pub(super) fn each(
    content: &[u8],
    work: &Work<'_>,
    mut visit: impl FnMut(&[Change], &[u8]) -> ControlFlow<()>,
) {
    let combinations = combinations();
    // Changes that can't be made; what begins with them can't either.
    let mut dead: Vec<&[Change]> = Vec::new();
    'forms: for changes in &combinations {
        if dead.iter().any(|dead| changes.starts_with(dead)) {
            continue;
        }
        let mut form = Cow::Borrowed(content);
        for change in changes {
            if work.pass_over(form.len()).is_none() {
                return;
            }
            let Some(changed) = change.apply(&form) else {
                dead.push(changes);
                continue 'forms;
            };
            form = Cow::Owned(changed);
        }
        if visit(changes, &form).is_break() {
            return;
        }
    }
}

/// All lists of changes, the shortest first.
fn combinations() -> Vec<Vec<Change>> {
    let mut all = Vec::from([Vec::new()]);
    for step in STEPS {
        for index in 0..all.len() {
            for change in step {
                if !is_vain(&all[index], *change) {
                    let mut changes = all[index].clone();
                    changes.push(*change);
                    all.push(changes);
                }
            }
        }
    }
    all.sort_by_key(Vec::len);
    all
}

/// Whether a change undoes what was done before, or can't be made after it.
fn is_vain(changes: &[Change], change: Change) -> bool {
    let undone = match change {
        Change::Utf8ToCp949 => Change::Cp949ToUtf8,
        Change::AddBom if changes.contains(&Change::Utf8ToCp949) => return true,
        Change::AddBom => Change::RemoveBom,
        _ => return false,
    };
    changes.contains(&undone) && !changes.contains(&Change::Unwrap)
}

#[cfg(test)]
mod tests {
    use super::{Change, combinations};
    use alloc::vec::Vec;

    #[test]
    fn few_and_in_order() {
        let all = combinations();
        assert_eq!(all[0], []);
        assert!(all.is_sorted_by_key(Vec::len));
        assert!(all.len() < 80, "{}", all.len());
        for changes in &all {
            // What a list begins with stands before it.
            if let Some((_, before)) = changes.split_last() {
                assert!(all.iter().any(|other| other == before), "{changes:?}");
            }
        }
        assert!(!all.contains(&[Change::RemoveBom, Change::AddBom].into()));
    }
}
