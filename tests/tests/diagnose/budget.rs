//! A diagnosis has a budget, and says where that was not enough.

use super::{SHA256, changed, content_of, diagnosed, policy, request, signed, with};
use injang_core::{
    Budget, Change, Content, ContentStream, CryptoBackend, Diagnoses, Digest, DigestAlgorithm,
    Policy, Revocation, Side, SignatureRequest, SignatureStatus,
};
use injang_crypto::Combined;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// Counts the signature requests and digests.
#[derive(Default)]
struct Counter {
    asked: AtomicUsize,
    digested: AtomicUsize,
}

impl CryptoBackend for Counter {
    fn name(&self) -> &'static str {
        "counter"
    }

    fn digest(&self, algorithm: DigestAlgorithm, parts: &[&[u8]]) -> Option<Digest> {
        let octets = parts.iter().map(|part| part.len()).sum();
        self.digested.fetch_add(octets, Relaxed);
        Combined.digest(algorithm, parts)
    }

    fn answer(&self, request: &SignatureRequest<'_>) -> SignatureStatus {
        self.asked.fetch_add(1, Relaxed);
        Combined.answer(request)
    }
}

fn counted(counter: &Counter) -> Policy<'_> {
    Policy::new(counter, [], Revocation::NotChecked)
}

const MANY: &str = "diagnose/many-signers-many-certificates";

#[test]
fn requests() {
    let content = content_of(&format!("{MANY}/content.bin"));
    let document = format!("{MANY}/document.der");
    let usual = Budget::default();
    for requests in [0, 1, 128, 129, usual.signatures] {
        let counter = Counter::default();
        let policy = counted(&counter).budget(Budget {
            signatures: requests,
            ..usual
        });
        with(&document, |document| {
            let diagnoses =
                document.diagnose(&policy, &request().content(Content::Detached(&content)));
            assert!(!diagnoses.is_complete, "{requests}");
            assert_eq!(diagnoses.found, []);
        });
        assert_eq!(counter.asked.load(Relaxed), requests);
    }
    // A cause within the budget is found.
    let vector = "diagnose/signed-lf";
    let content = content_of(&format!("{vector}/content.bin"));
    let found = |requests| {
        let policy = policy().budget(Budget {
            signatures: requests,
            ..usual
        });
        let document = format!("{vector}/document.der");
        diagnosed(
            &document,
            &policy,
            &request().content(Content::Detached(&content)),
        )
    };
    let is_enough = |found: &Diagnoses| found.is_complete;
    let enough = (0..usual.signatures).find(|requests| is_enough(&found(*requests)));
    let enough = enough.expect("a number of requests");
    assert!((2..16).contains(&enough), "{enough}");
    assert_eq!(found(enough - 1).found, []);
    let cause = signed(Side::Supplied, &[Change::CrlfToLf]);
    assert_eq!(found(enough).found[0].cause, cause);
}

/// A text in which nearly every form differs from the others, and as many signers as there are.
#[test]
fn octets() {
    let text = "\u{feff}가\n나\r\n".repeat(100_000);
    let (counter, length) = (Counter::default(), text.len());
    with(&format!("{MANY}/document.der"), |document| {
        let policy = counted(&counter);
        let content = Content::Detached(text.as_bytes());
        let diagnoses = document.diagnose(&policy, &request().content(content));
        assert!(!diagnoses.is_complete);
    });
    let digested = counter.digested.load(Relaxed);
    assert!(digested < 30 * length, "{digested} of {length}");
}

#[test]
fn contents_that_are_too_long() {
    let document = "diagnose/signed-crlf/document.der";
    let mut content = vec![b'\n'; Diagnoses::LONGEST_CONTENT];
    let counter = Counter::default();
    with(document, |document| {
        content.push(b'\n');
        let content = Content::Detached(&content);
        let diagnoses = document.diagnose(&counted(&counter), &request().content(content));
        assert_eq!(diagnoses.found, []);
        assert!(!diagnoses.is_complete);
    });
    // As it stands, for the report and in each algorithm; not in another form.
    let digested = counter.digested.load(Relaxed);
    assert!(digested < 8 * content.len(), "{digested}");
}

fn streamed(content: &[u8]) -> injang_core::StreamedContent {
    let mut stream = ContentStream::new(&Combined, &[DigestAlgorithm::Sha256]);
    stream.update(content);
    stream.finish()
}

/// A short content is kept; of a long one the digests are known, and what follows from them.
#[test]
fn contents_that_have_gone_by() {
    let document = "diagnose/signed-crlf/document.der";
    let content = content_of("diagnose/signed-crlf/content.bin");
    let kept = streamed(&content);
    let found = diagnosed(
        document,
        &policy(),
        &request().content(Content::Streamed(&kept)),
    );
    assert_eq!(
        found,
        diagnosed(
            document,
            &policy(),
            &request().content(Content::Detached(&content))
        )
    );
    assert!(found.is_complete && found.found.len() == 1);

    let long = streamed(&b"text\n".repeat(1 << 16));
    let found = diagnosed(
        document,
        &policy(),
        &request().content(Content::Streamed(&long)),
    );
    assert_eq!((found.found.len(), found.is_complete), (0, false));
    let embedded = "diagnose/embedded-lf-digest-of-crlf/document.der";
    let found = diagnosed(
        embedded,
        &policy(),
        &request().content(Content::Streamed(&long)),
    );
    assert_eq!((found.found.len(), found.is_complete), (0, false));
    // The digest of the file is what the document is about.
    let document = "diagnose/embedded-wrapped-digest-of-long/document.der";
    let long = streamed("첫째 줄\n둘째 줄\n".repeat(5_000).as_bytes());
    let found = diagnosed(
        document,
        &policy(),
        &request().content(Content::Streamed(&long)),
    );
    let changes = [SHA256, Change::HexLower, Change::Wrap];
    let cause = changed(Side::Supplied, Side::Embedded, &changes);
    assert_eq!(found.found[0].cause, cause);
    assert!(found.is_complete);
    // Nothing is amiss, and so nothing was left out.
    with("toss/attached/document.der", |document| {
        let content = document.untrusted_content().expect("content");
        let content = streamed(content);
        let content = Content::Streamed(&content);
        let diagnoses = document.diagnose(&policy(), &request().content(content));
        assert!(diagnoses.found.is_empty() && diagnoses.is_complete);
    });
}
