//! What `cms` and `x509-cert` read is what Injang reads, or the disagreement is in the closed table
//! of [`Reason`]; and what `cms` writes, Injang accepts.

#[path = "second_reader/inputs.rs"]
mod inputs;
#[path = "second_reader/keys.rs"]
mod keys;
#[path = "second_reader/writer.rs"]
mod writer;

use injang_core::{
    CertificateChoice, Content, Der, Limits, Policy, Request, Revocation, SignedDocument, Time,
    TrustAnchor, armor, audit,
};
use injang_tests::backends::backends;
use injang_tests::second_reader::{
    Comparison, Reason, certificate, content_as_sent, crl, document,
};
use injang_tests::seeded_rng::SeededRng;
use inputs::{Input, Kind};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use writer::Written;

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

/// Why the second reader may have no part in a verdict: of a document in BER, as it was sent, it reads
/// other content than was signed, and says nothing. If this fails, DESIGN.md has to be changed.
#[test]
fn alone_it_reads_other_content_of_ber() {
    let mut others = 0;
    for input in inputs::vectors() {
        let Ok(decoded) = armor::decode(&input.octets) else {
            continue;
        };
        let Ok(der) = decoded.to_der(Limits::default()) else {
            continue;
        };
        let Ok(read) = SignedDocument::parse(&der) else {
            continue;
        };
        let theirs = content_as_sent(&decoded.octets);
        others += usize::from(theirs.is_some_and(|it| Some(&*it) != read.untrusted_content()));
    }
    println!("{others} documents with other content, as sent and without an error");
    assert!(others > 0);
}

/// The verdict on a document, the same under every crypto backend.
fn verdict(anchor: &TrustAnchor, document: &[u8], detached: Option<&[u8]>) -> String {
    let time = Time::parse("2026-03-02T09:00:00Z").expect("a time");
    let content = detached.map_or(Content::Embedded, Content::Detached);
    let request = Request::at(time).content(content);
    let verdicts: BTreeSet<String> = backends()
        .into_iter()
        .map(|crypto| {
            let policy = Policy::new(crypto, [anchor.clone()], Revocation::NotChecked);
            format!("{:?}", audit(document, &policy, &request).verdict)
        })
        .collect();
    assert_eq!(verdicts.len(), 1, "{verdicts:?}");
    verdicts.into_iter().next().expect("a verdict")
}

const PASSED: &str = "TotalPassed";

#[test]
fn a_hundred_documents_of_another_writer_pass() {
    let (anchor, documents) = writer::hundred();
    let anchor = TrustAnchor::from_certificate(&anchor).expect("an anchor");
    assert_eq!(documents.len(), 100);
    let distinct: BTreeSet<_> = documents.iter().map(|it| &it.octets).collect();
    assert_eq!(distinct.len(), documents.len());
    for written in &documents {
        let name = &written.name;
        let passed = verdict(&anchor, &written.octets, written.detached.as_deref());
        assert_eq!(passed, PASSED, "{name}");
        let der = Der::from_ber(&written.octets, Limits::default()).expect("DER");
        assert_eq!(document(&der), Comparison::Alike, "{name}");
        let read = SignedDocument::parse(&der).expect("a document");
        for signer in read.signers() {
            assert_eq!(signer.has_signed_attributes(), written.has_attributes);
        }
    }
}

/// Where the octets of a document stand that a signature protects, each with its name.
fn protected(document: &[u8]) -> Vec<(&'static str, usize, usize)> {
    let der = Der::from_ber(document, Limits::default()).expect("DER");
    let read = SignedDocument::parse(&der).expect("a document");
    let mut parts: Vec<(&str, &[u8])> = Vec::new();
    parts.extend(read.untrusted_content().map(|it| ("content", it)));
    for choice in read.certificates() {
        if let CertificateChoice::Certificate(certificate) = choice {
            parts.push(("certificate", certificate.tbs_octets()));
            parts.push(("certificate's signature", certificate.signature()));
        }
    }
    for signer in read.signers() {
        parts.push(("signature", signer.signature()));
        if let Some(set) = signer.signed_attributes() {
            parts.push(("signed attributes", set.expect("a set").octets()));
        }
    }
    let start = der.octets().as_ptr().addr();
    let place =
        |(name, part): (&'static str, &[u8])| (name, part.as_ptr().addr() - start, part.len());
    parts.into_iter().map(place).collect()
}

#[test]
fn changed_by_a_bit_none_of_them_passes() {
    let (anchor, documents) = writer::hundred();
    let anchor = TrustAnchor::from_certificate(&anchor).expect("an anchor");
    let mut rng = SeededRng::new(1);
    let mut changed = 0;
    for written in &documents {
        let Written { name, octets, .. } = written;
        let detached = written.detached.as_deref();
        for (part, start, length) in protected(octets) {
            let mut octets = octets.clone();
            let at = start + rng.below(length);
            octets[at] ^= 1 << rng.below(8);
            let verdict = verdict(&anchor, &octets, detached);
            assert_ne!(verdict, PASSED, "{name}: {part} changed at octet {at}");
            changed += 1;
        }
        if let Some(content) = detached {
            let mut content = content.to_vec();
            let at = rng.below(content.len());
            content[at] ^= 1 << rng.below(8);
            let verdict = verdict(&anchor, octets, Some(&content));
            assert_ne!(verdict, PASSED, "{name}: content changed at octet {at}");
            changed += 1;
        }
    }
    println!("{changed} changed documents, none of which passes");
    assert!(changed > 400, "only {changed}");
}
