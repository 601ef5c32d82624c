//! What `cms` and `x509-cert` read is what Injang reads, or the disagreement is in the closed table
//! of [`Reason`]; and what `cms` writes, Injang accepts.

#[path = "second_reader/inputs.rs"]
mod inputs;

use injang_core::{Limits, armor};
use injang_tests::second_reader::{Comparison, Reason, certificate, crl, document};
use inputs::{Input, Kind};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// How often the readers agree on one kind of input.
#[derive(Default)]
struct Figures {
    alike: usize,
    both: usize,
    only_injang: usize,
    only_second: usize,
    neither: usize,
    /// Not even BER, so that there are no octets to hand to the second reader.
    not_ber: usize,
}

impl Figures {
    fn all(&self) -> usize {
        let read = self.alike + self.both + self.only_injang + self.only_second;
        read + self.neither + self.not_ber
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            alike,
            both,
            only_injang,
            only_second,
            neither,
            not_ber,
        } = self;
        write!(
            f,
            "{alike} of {} alike; {both} read by both with a known difference, {only_injang} only by \
             Injang, {only_second} only by the second reader, {neither} by neither, {not_ber} not BER",
            self.all(),
        )
    }
}

/// What came of one input; `None` if it is not even BER.
fn compare(input: &Input) -> Option<Comparison> {
    match input.kind {
        Kind::Document => {
            let decoded = armor::decode(&input.octets).ok()?;
            let der = decoded.to_der(Limits::default()).ok()?;
            Some(document(&der))
        }
        Kind::Certificate => Some(certificate(&input.octets)),
        Kind::Crl => Some(crl(&input.octets)),
    }
}

#[test]
fn both_read_the_same_or_the_reason_is_known() {
    let sources: [(&str, Vec<Input>); 4] = [
        ("vectors", inputs::vectors()),
        ("responses", inputs::responses()),
        ("corpora", inputs::corpora()),
        ("made", inputs::made()),
    ];
    let mut reasons: BTreeMap<Reason, usize> = BTreeMap::new();
    let mut unexplained = Vec::new();
    for (source, inputs) in &sources {
        let mut figures: BTreeMap<Kind, Figures> = BTreeMap::new();
        for input in inputs {
            let figures = figures.entry(input.kind).or_default();
            let mut found = BTreeSet::new();
            match compare(input) {
                None => figures.not_ber += 1,
                Some(Comparison::Alike) => figures.alike += 1,
                Some(Comparison::Neither) => figures.neither += 1,
                Some(Comparison::Differ(known)) => {
                    figures.both += 1;
                    found = known;
                }
                Some(Comparison::OnlyInjang(reason)) => {
                    figures.only_injang += 1;
                    found.insert(reason);
                }
                Some(Comparison::OnlySecond(reason)) => {
                    figures.only_second += 1;
                    found.insert(reason);
                }
                Some(Comparison::Unexplained(what)) => {
                    unexplained.push(format!("{}: {what:?}", input.name));
                }
            }
            for reason in found {
                *reasons.entry(reason).or_default() += 1;
            }
        }
        for (kind, figures) in figures {
            println!("{source}, {kind:?}: {figures}");
        }
    }
    for (reason, count) in &reasons {
        println!("{count} times {reason}");
    }
    assert!(
        unexplained.is_empty(),
        "{} unexplained:\n{}",
        unexplained.len(),
        unexplained.join("\n")
    );
    let without: Vec<_> = Reason::ALL
        .iter()
        .filter(|it| !reasons.contains_key(it))
        .collect();
    assert!(without.is_empty(), "nothing needs {without:?} any more");
    let documents = |index: usize| {
        let inputs: &Vec<Input> = &sources[index].1;
        inputs.iter().filter(|it| it.kind == Kind::Document).count()
    };
    assert!(documents(0) > 2_900, "{} vectors", documents(0));
    assert!(documents(1) > 1_000, "{} in responses", documents(1));
}
