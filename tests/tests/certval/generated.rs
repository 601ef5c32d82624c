//! Generated chains: one seed each, the same in every run.

use crate::chain::Chain;
use crate::divergences::{CLASSES, Class};
use crate::reference_validators::{Certval, Ours, Theirs, agree, ours};
use std::collections::BTreeMap;

const CHAINS: u64 = 4_000;
/// How many of the chains that differ are reduced to small ones.
const SHOWN: usize = 20;

fn judge(certval: &Certval, chain: &Chain) -> (Ours, Theirs) {
    let path = chain.path();
    (
        ours(&path, &chain.inputs),
        certval.judge(&path, &chain.inputs),
    )
}

/// Whether a class explains why the two differ: the chain is of this class, and without the cause
/// they agree.
fn explains(certval: &Certval, class: &Class, chain: &Chain, said: &(Ours, Theirs)) -> bool {
    if !(class.looks)(&said.0, &said.1) {
        return false;
    }
    let Some(repair) = class.repair else {
        return agree(&said.0, &certval.judge_any(&chain.path(), &chain.inputs));
    };
    let mut repaired = chain.clone();
    repair(&mut repaired);
    agrees(certval, &repaired)
}

/// Whether they agree on a chain, except for policies that certval loses by itself.
fn agrees(certval: &Certval, chain: &Chain) -> bool {
    let (ours, theirs) = judge(certval, chain);
    agree(&ours, &theirs) || agree(&ours, &certval.judge_any(&chain.path(), &chain.inputs))
}

#[test]
fn made_up_chains_come_out_alike() {
    let certval = Certval::new();
    let mut used: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut valid, mut several, mut wrong) = (0, 0, Vec::new());
    for seed in 0..CHAINS {
        let chain = Chain::new(seed);
        let said = judge(&certval, &chain);
        valid += u64::from(said.0.is_valid());
        if agree(&said.0, &said.1) {
            continue;
        }
        let mut classes = CLASSES.iter();
        if let Some(class) = classes.find(|it| explains(&certval, it, &chain, &said)) {
            *used.entry(class.reason).or_default() += 1;
            continue;
        }
        // Two causes at once.
        let mut repaired = chain.clone();
        for repair in CLASSES.iter().filter_map(|it| it.repair) {
            repair(&mut repaired);
        }
        if agrees(&certval, &repaired) {
            several += 1;
            continue;
        }
        if wrong.len() >= SHOWN {
            wrong.push(format!("{seed}: {said:?}"));
            continue;
        }
        let small = chain.shrunk(|it| {
            let (ours, theirs) = judge(&certval, it);
            (ours.is_valid(), theirs.is_valid()) == (said.0.is_valid(), said.1.is_valid())
                && !agree(&ours, &theirs)
        });
        wrong.push(format!("{seed}: {:?}\n{small}", judge(&certval, &small)));
    }
    println!("{valid} of {CHAINS} chains valid; differences: {used:#?}, several {several}");
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    // Otherwise hardly any rule would be compared.
    assert!(
        (CHAINS / 4..CHAINS / 2).contains(&valid),
        "{valid} chains are valid"
    );
    assert!(several * 100 < CHAINS, "{several} chains of several causes");
    let stale = CLASSES.iter().filter(|it| !used.contains_key(it.reason));
    let stale: Vec<_> = stale.map(|it| it.reason).collect();
    assert!(stale.is_empty(), "no divergences any more: {stale:?}");
}
