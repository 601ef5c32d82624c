//! Input that is nothing, something else, or made to hurt: each is told what it is and where it
//! goes wrong, with work and memory bounded by its size.

use injang::report::Reason;
use injang::{
    Claim, Content, Der, ErrorKind, Foreign, Limits, Policy, Revocation, SignedDocument,
    SubIndication, Time, Verdict,
};
use injang_crypto::Combined;

/// The kind and the place of the error that a report on unreadable input gives.
fn error(input: &[u8]) -> (ErrorKind, usize) {
    let at = Time::parse("2026-03-02T09:00:00Z").expect("time");
    let policy = Policy::new(&Combined, [], Revocation::Require, at);
    let report = injang::audit(input, &policy, Content::Embedded, Claim::none());
    assert_eq!(
        report.verdict,
        Verdict::TotalFailed(SubIndication::FormatFailure)
    );
    assert!(report.signers.is_empty());
    match &report.checks[0].reason {
        Some(Reason::Malformed(error)) => {
            assert!(error.offset() <= input.len());
            (error.kind(), error.offset())
        }
        reason => panic!("{reason:?}"),
    }
}

#[test]
fn other_kinds_of_files() {
    assert_eq!(error(b""), (ErrorKind::Empty, 0));
    assert_eq!(error(b"\n\n"), (ErrorKind::Empty, 2));
    assert_eq!(
        error(b"%PDF-1.7\n%\xe2\xe3"),
        (ErrorKind::Foreign(Foreign::Pdf), 0)
    );
    assert_eq!(
        error(b"{\"result\":\"Y\"}"),
        (ErrorKind::Foreign(Foreign::Json), 0)
    );
    assert_eq!(error(b"  [1]"), (ErrorKind::Foreign(Foreign::Json), 2));
    assert_eq!(error(b"<html>"), (ErrorKind::Foreign(Foreign::Xml), 0));
    assert_eq!(
        error(b"PK\x03\x04...."),
        (ErrorKind::Foreign(Foreign::Zip), 0)
    );
    let pem = b"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
    assert_eq!(error(pem), (ErrorKind::Foreign(Foreign::PemCertificate), 0));
    let key = b"-----BEGIN PRIVATE KEY-----\n";
    assert_eq!(error(key), (ErrorKind::Foreign(Foreign::PemKey), 0));
    let certificate = include_bytes!("../vectors/toss/ca.der");
    assert_eq!(
        error(certificate),
        (ErrorKind::Foreign(Foreign::DerCertificate), 0)
    );
}

#[test]
fn nesting_ends_at_the_limit() {
    // The limit is 64 levels, so the element at octet 128 is the first too deep.
    assert_eq!(
        error(&[0x30, 0x80].repeat(100_000)),
        (ErrorKind::Depth, 128)
    );
    assert_eq!(
        error(&[0x24, 0x80].repeat(100_000)),
        (ErrorKind::Foreign(Foreign::Unknown), 0)
    );
    let mut definite = vec![0x30, 0];
    for _ in 0..64 {
        let mut outer = vec![0x30, 0x84];
        outer.extend(u32::try_from(definite.len()).expect("length").to_be_bytes());
        outer.extend(&definite);
        definite = outer;
    }
    assert_eq!(error(&definite), (ErrorKind::Depth, 64 * 6));
}

#[test]
fn lengths_that_lie() {
    assert_eq!(
        error(&[0x30, 0x84, 0x7f, 0xff, 0xff, 0xff]),
        (ErrorKind::Truncated, 0)
    );
    assert_eq!(
        error(&[0x30, 0x88, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
        (ErrorKind::Truncated, 0)
    );
    assert_eq!(
        error(&[0x30, 0x89, 1, 0, 0, 0, 0, 0, 0, 0, 0]),
        (ErrorKind::LengthForm, 0)
    );
    assert_eq!(error(&[0x30, 0xff, 0]), (ErrorKind::LengthForm, 0));
    assert_eq!(error(&[0x30]), (ErrorKind::Truncated, 0));
    assert_eq!(error(&[0x30, 0x80]), (ErrorKind::EndOfContents, 0));
    assert_eq!(error(&[0x30, 0x80, 0]), (ErrorKind::EndOfContents, 2));
    assert_eq!(error(&[0x30, 3, 0, 0, 0]), (ErrorKind::EndOfContents, 2));
    assert_eq!(
        error(&[0x30, 2, 0x04, 0x80]),
        (ErrorKind::LengthIndefinite, 2)
    );
    assert_eq!(error(&[0x30, 3, 0x1f, 0x80, 0x01]), (ErrorKind::TagForm, 2));
}

/// As the pass over BER is linear, a hundred times as much takes a hundred times as long; these
/// sizes would not come to an end in a test otherwise.
#[test]
fn much_of_everything() {
    let size = 8 << 20;
    let elements = Limits::default().elements;
    // Tiny elements: as many as the limit, then one too many.
    let mut tiny = vec![0x30, 0x80];
    tiny.extend([0x05, 0x00].repeat(elements - 1));
    tiny.extend([0, 0]);
    assert_eq!(
        error(&tiny),
        (
            ErrorKind::Tag {
                expected: 0x06,
                found: 0x05
            },
            2
        )
    );
    let mut many = vec![0x30, 0x80];
    many.extend([0x05, 0x00].repeat(elements));
    many.extend([0, 0]);
    assert_eq!(error(&many), (ErrorKind::Elements, elements * 2));
    // A string in pieces of one octet.
    let mut pieces = vec![0x30, 0x80, 0x24, 0x80];
    pieces.extend([0x04, 0x01, 0xaa].repeat(size / 3));
    pieces.extend([0; 4]);
    assert_eq!(
        error(&pieces),
        (
            ErrorKind::Tag {
                expected: 0x06,
                found: 0x04
            },
            2
        )
    );
    // Whitespace in base64.
    let mut text = vec![b'M'];
    text.resize(size, b' ');
    assert_eq!(error(&text).0, ErrorKind::TextLength);
}

#[test]
fn more_than_the_limits() {
    let octets = [0x30, 3, 2, 1, 1];
    let tight = |limits: Limits| {
        Der::from_ber(&octets, limits)
            .map(|_| ())
            .map_err(|e| e.kind())
    };
    assert_eq!(
        tight(Limits {
            size: 4,
            ..Limits::default()
        }),
        Err(ErrorKind::Size)
    );
    assert_eq!(
        tight(Limits {
            elements: 1,
            ..Limits::default()
        }),
        Err(ErrorKind::Elements)
    );
    assert_eq!(
        tight(Limits {
            depth: 0,
            ..Limits::default()
        }),
        Err(ErrorKind::Depth)
    );
    assert_eq!(
        tight(Limits {
            size: 5,
            elements: 2,
            depth: 1,
            ..Limits::default()
        }),
        Ok(())
    );
    let document = include_bytes!("../vectors/toss/attached/document.der");
    let der = Der::from_ber(
        document,
        Limits {
            entries: 0,
            ..Limits::default()
        },
    )
    .expect("BER");
    assert_eq!(
        SignedDocument::parse(&der)
            .map(|_| ())
            .map_err(|e| e.kind()),
        Err(ErrorKind::Entries)
    );
}

/// Every beginning of real documents, and every single octet of them replaced: never a panic, never
/// a pass.
#[test]
fn cut_and_scratched_documents() {
    let documents: [&[u8]; 3] = [
        include_bytes!("../vectors/toss/attached/document.der"),
        include_bytes!("../vectors/kakao/armor-none/document.der"),
        include_bytes!("../vectors/payco/unsorted-signed-sorted/document.der"),
    ];
    let at = Time::parse("2026-03-02T09:00:00Z").expect("time");
    let policy = Policy::new(&Combined, [], Revocation::NotChecked, at);
    let judge = |octets: &[u8]| injang::audit(octets, &policy, Content::Embedded, Claim::none());
    for document in documents {
        for length in 0..document.len() {
            let report = judge(&document[..length]);
            assert_eq!(
                report.verdict,
                Verdict::TotalFailed(SubIndication::FormatFailure),
                "{length}"
            );
        }
        let mut scratched = document.to_vec();
        for place in 0..document.len() {
            for value in [0x00, 0x80, 0xff, document[place] ^ 0x20] {
                scratched[place] = value;
                // With no anchor nothing can pass; that it comes to an end is what is asked.
                assert_ne!(judge(&scratched).verdict, Verdict::TotalPassed);
            }
            scratched[place] = document[place];
        }
    }
}
