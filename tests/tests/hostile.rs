//! Input that is empty, that is something else, or that is made to do harm: the report says what it
//! is and where the error is, and work and memory are bounded by its size.

use injang_core::report::{CheckId, Outcome, Reason};
use injang_core::{
    Budget, CryptoBackend, Der, Digest, DigestAlgorithm, ErrorKind, Limits, OtherFormat, Policy,
    Request, Revocation, RevocationData, SignatureInput, SignatureRequest, SignatureStatus,
    SignedDocument, SubIndication, Time, Verdict,
};
use injang_crypto::Combined;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The kind and the place of the error that a report on unreadable input gives.
fn error(input: &[u8]) -> (ErrorKind, usize) {
    let evidence = RevocationData::new();
    let request = Request::at(Time::parse("2026-03-02T09:00:00Z").expect("time"));
    let policy = Policy::new(&Combined, [], Revocation::Require(&evidence));
    let report = injang_core::audit(input, &policy, &request);
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
        (ErrorKind::OtherFormat(OtherFormat::Pdf), 0)
    );
    assert_eq!(
        error(b"{\"result\":\"Y\"}"),
        (ErrorKind::OtherFormat(OtherFormat::Json), 0)
    );
    assert_eq!(
        error(b"  [1]"),
        (ErrorKind::OtherFormat(OtherFormat::Json), 2)
    );
    assert_eq!(
        error(b"<html>"),
        (ErrorKind::OtherFormat(OtherFormat::Html), 0)
    );
    assert_eq!(
        error(b"PK\x03\x04...."),
        (ErrorKind::OtherFormat(OtherFormat::Zip), 0)
    );
    let pem = b"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
    assert_eq!(
        error(pem),
        (ErrorKind::OtherFormat(OtherFormat::Certificate), 0)
    );
    let explained =
        b"subject=CN = X\n\n-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
    assert_eq!(
        error(explained),
        (ErrorKind::OtherFormat(OtherFormat::Certificate), 16)
    );
    let quoted = b"{\"pem\":\"\n-----BEGIN PKCS7-----\nMIIB\n-----END PKCS7-----\n\"}";
    assert_eq!(
        error(quoted),
        (ErrorKind::OtherFormat(OtherFormat::Json), 0)
    );
    let key = b"-----BEGIN PRIVATE KEY-----\n";
    assert_eq!(
        error(key),
        (ErrorKind::OtherFormat(OtherFormat::PrivateKey), 0)
    );
    let certificate = include_bytes!("../vectors/toss/ca.der");
    assert_eq!(
        error(certificate),
        (ErrorKind::OtherFormat(OtherFormat::Certificate), 0)
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
        (ErrorKind::OtherFormat(OtherFormat::Unknown), 0)
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
    let request = Request::at(Time::parse("2026-03-02T09:00:00Z").expect("time"));
    let policy = Policy::new(&Combined, [], Revocation::NotChecked);
    let judge = |octets: &[u8]| injang_core::audit(octets, &policy, &request);
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
                // With no anchor nothing can pass; the test is that it ends.
                assert_ne!(judge(&scratched).verdict, Verdict::TotalPassed);
            }
            scratched[place] = document[place];
        }
    }
}

/// One element; lengths in the shortest form.
fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len().to_be_bytes();
    let significant = &length[content.len().leading_zeros() as usize / 8..];
    let header = if let Ok(short @ 0..=0x7f) = u8::try_from(content.len()) {
        vec![tag, short]
    } else {
        let count = u8::try_from(significant.len()).expect("at most 8");
        [&[tag, 0x80 | count], significant].concat()
    };
    [&header, content].concat()
}

/// SEQUENCE
fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    tlv(0x30, &parts.concat())
}

const ID_SIGNED_DATA: &[u8] = &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0xd, 1, 7, 2];
const ID_DATA: &[u8] = &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0xd, 1, 7, 1];
const SHA256: &[u8] = &[0x30, 11, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1];
const ECDSA_WITH_SHA256: &[u8] = &[0x30, 10, 6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2];

/// A document of these parts, each the content of its field.
fn signed_data(digests: &[u8], content: &[u8], certificates: &[u8], signers: &[u8]) -> Vec<u8> {
    let content = tlv(0xa0, &tlv(0x04, content));
    let data = sequence(&[
        &[2, 1, 1],
        &tlv(0x31, digests),
        &sequence(&[ID_DATA, &content]),
        &tlv(0xa0, certificates),
        &tlv(0x31, signers),
    ]);
    sequence(&[ID_SIGNED_DATA, &tlv(0xa0, &data)])
}

/// A name of many attributes, of which the last is another one for each number: one letter of
/// Hangul, so that all these names have the same ASCII letters and digits.
fn long_name(number: u32) -> Vec<u8> {
    let common_name = |text: &[u8]| tlv(0x31, &sequence(&[&[6, 3, 0x55, 4, 3], &tlv(0x0c, text)]));
    let mut sets = common_name(b"A long  Name").repeat(2_000);
    let letter = char::from_u32(0xac00 + number).expect("a letter");
    sets.extend(common_name(letter.to_string().as_bytes()));
    tlv(0x30, &sets)
}

/// A certificate with a signature of no known key, for a public key that is none.
fn certificate(issuer: &[u8]) -> Vec<u8> {
    certificate_for(issuer, &no_key(), 0)
}

/// A key of P-256 that is no point.
fn no_key() -> Vec<u8> {
    let mut point = [0; 66];
    point[1] = 4;
    let curve = sequence(&[
        &[6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1],
        &[6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7],
    ]);
    sequence(&[&curve, &tlv(0x03, &point)])
}

/// One of several certificates with a signature of no known key.
fn certificate_for(issuer: &[u8], key: &[u8], number: usize) -> Vec<u8> {
    let time = tlv(0x17, format!("2501010000{number:02}Z").as_bytes());
    let signed = sequence(&[
        &[2, 1, 1],
        ECDSA_WITH_SHA256,
        issuer,
        &sequence(&[&time, &time]),
        &tlv(0x30, &[]),
        key,
    ]);
    sequence(&[&signed, ECDSA_WITH_SHA256, &[3, 1, 0]])
}

/// A signature of the right form, by a signer with the serial number 1 of this issuer.
fn signer(issuer: &[u8]) -> Vec<u8> {
    sequence(&[
        &[2, 1, 1],
        &sequence(&[issuer, &[2, 1, 1]]),
        SHA256,
        ECDSA_WITH_SHA256,
        &tlv(0x04, &[0x30, 6, 2, 1, 1, 2, 1, 1]),
    ])
}

fn judge(document: &[u8]) -> injang_core::Report {
    judge_with(document, &Combined)
}

fn judge_with(document: &[u8], crypto: &dyn CryptoBackend) -> injang_core::Report {
    let request = Request::at(Time::parse("2026-03-02T09:00:00Z").expect("time"));
    let policy = Policy::new(crypto, [], Revocation::NotChecked);
    injang_core::audit(document, &policy, &request)
}

/// Each of 256 signers finds its certificate among 256 of the same serial number, whose issuers'
/// names are 46 KB long and differ in their last octets: names are prepared once for each, and not
/// once for each pair, which would be 6 GB.
#[test]
fn many_certificates_and_signers_of_long_names() {
    let names: Vec<Vec<u8>> = (0..256).map(long_name).collect();
    let certificates: Vec<u8> = names.iter().flat_map(|name| certificate(name)).collect();
    let signers: Vec<u8> = names.iter().rev().flat_map(|name| signer(name)).collect();
    let report = judge(&signed_data(SHA256, b"content", &certificates, &signers));
    assert_eq!(report.signers.len(), 256);
    for (index, signer) in report.signers.iter().enumerate() {
        assert_eq!(signer.certificate, Some(255 - index));
        assert!(!signer.is_verified_key);
    }
    assert_ne!(report.verdict, Verdict::TotalPassed);
}

/// Counts the octets that are digested, and those of messages in signature requests.
struct Counting(AtomicUsize);

impl CryptoBackend for Counting {
    fn name(&self) -> &'static str {
        "counting"
    }

    fn digest(&self, algorithm: DigestAlgorithm, parts: &[&[u8]]) -> Option<Digest> {
        let octets = parts.iter().map(|part| part.len()).sum();
        self.0.fetch_add(octets, Ordering::Relaxed);
        Combined.digest(algorithm, parts)
    }

    fn answer(&self, request: &SignatureRequest<'_>) -> SignatureStatus {
        if let SignatureInput::Message(octets) = &request.input {
            self.0.fetch_add(octets.len(), Ordering::Relaxed);
        }
        Combined.answer(request)
    }
}

/// 256 signers with Ed25519, for each of whom eight certificates fit: the algorithm has the whole
/// content digested for each, which would be 2 GB. It ends within the budget, and what is left out
/// is undecided.
#[test]
fn many_signers_of_whole_messages() {
    const ED25519: &[u8] = &[0x30, 5, 6, 3, 0x2b, 0x65, 0x70];
    const SHA512: &[u8] = &[0x30, 11, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 3];
    let name = tlv(0x30, &[]);
    // The base point (RFC 8032 5.1).
    let mut point = [0x66; 33];
    point[..2].copy_from_slice(&[0, 0x58]);
    let key = sequence(&[ED25519, &tlv(0x03, &point)]);
    let certificates: Vec<u8> = (0..8)
        .flat_map(|number| certificate_for(&name, &key, number))
        .collect();
    let signer = sequence(&[
        &[2, 1, 1],
        &sequence(&[&name, &[2, 1, 1]]),
        SHA512,
        ED25519,
        &tlv(0x04, &[0; 64]),
    ]);
    let content = vec![b'a'; 1 << 20];
    let document = signed_data(SHA512, &content, &certificates, &signer.repeat(256));
    let counting = Counting(AtomicUsize::new(0));
    let report = judge_with(&document, &counting);
    let digested = counting.0.into_inner();
    let budget = Budget::default().octets + 4 * (document.len() + content.len());
    assert!(digested > budget / 2, "{digested}");
    // The content's own digest beside it.
    assert!(digested <= budget + content.len(), "{digested}");
    let open = Outcome::Indeterminate(SubIndication::CryptoConstraintsFailure);
    let last = report.signers[255].check(CheckId::Signature);
    assert_eq!(last.map(|check| check.outcome), Some(open));
    let first = report.signers[0].check(CheckId::Signature);
    let wrong = Outcome::Failed(SubIndication::SigCryptoFailure);
    assert_eq!(first.map(|check| check.outcome), Some(wrong));
}

/// 256 signers whose attributes name a certificate by its digest, and eight long certificates that
/// fit each of them: each certificate is digested once, and not once for each signer.
#[test]
fn many_signers_that_name_a_certificate() {
    const ID_CONTENT_TYPE: &[u8] = &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0xd, 1, 9, 3];
    const ID_MESSAGE_DIGEST: &[u8] = &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0xd, 1, 9, 4];
    const ID_SIGNING_CERTIFICATE_V2: &[u8] =
        &[6, 11, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0xd, 1, 9, 16, 2, 47];
    let attribute = |kind: &[u8], value: &[u8]| sequence(&[kind, &tlv(0x31, value)]);
    let digest = tlv(0x04, &[0; 32]);
    let essence = sequence(&[&sequence(&[&sequence(&[&digest])])]);
    let attributes = [
        attribute(ID_CONTENT_TYPE, ID_DATA),
        attribute(ID_MESSAGE_DIGEST, &digest),
        attribute(ID_SIGNING_CERTIFICATE_V2, &essence),
    ];
    let name = long_name(0);
    let signer = sequence(&[
        &[2, 1, 1],
        &sequence(&[&name, &[2, 1, 1]]),
        SHA256,
        &tlv(0xa0, &attributes.concat()),
        ECDSA_WITH_SHA256,
        &tlv(0x04, &[0x30, 6, 2, 1, 1, 2, 1, 1]),
    ]);
    let certificates: Vec<u8> = (0..8)
        .flat_map(|number| certificate_for(&name, &no_key(), number))
        .collect();
    let document = |count: usize| {
        let document = signed_data(SHA256, b"content", &certificates, &signer.repeat(count));
        let counting = Counting(AtomicUsize::new(0));
        let report = judge_with(&document, &counting);
        assert_eq!(report.signers.len(), count);
        let check = report.signers[count - 1].check(CheckId::SigningCertificate);
        let differs = Outcome::Indeterminate(SubIndication::SigConstraintsFailure);
        assert_eq!(check.map(|check| check.outcome), Some(differs));
        counting.0.into_inner()
    };
    let one = document(1);
    assert!(one > certificates.len(), "{one}");
    // Attributes have less than 200 octets.
    assert!(document(256) < one + 256 * 200);
}

/// 256 signers, each over a content of 16 MB that looks like signed attributes up to its end: it is looked
/// at once, and its digest is taken once.
#[test]
fn many_signers_over_a_set_of_tiny_attributes() {
    let attribute = [0x30, 5, 6, 1, 0x2a, 0x31, 0];
    let content = tlv(0x31, &attribute.repeat(2_390_000));
    let name = long_name(0);
    let signers = signer(&name).repeat(256);
    let document = signed_data(SHA256, &content, &certificate(&name), &signers);
    let counting = Counting(AtomicUsize::new(0));
    let report = judge_with(&document, &counting);
    assert_eq!(report.signers.len(), 256);
    // The content once, and the policy's own list of settings.
    let digested = counting.0.into_inner() - content.len();
    assert!(digested < 1_000, "{digested}");
    for signer in &report.signers {
        let check = signer.check(CheckId::AttributeConfusion);
        assert_eq!(check.map(|check| check.outcome), Some(Outcome::Passed));
    }
    assert_ne!(report.verdict, Verdict::TotalPassed);
}

#[test]
fn entries_end_at_the_limit() {
    let name = tlv(0x30, &[]);
    let (one, info) = (certificate(&name), signer(&name));
    let document = |digests: usize, certificates: usize, signers: usize| {
        signed_data(
            &SHA256.repeat(digests),
            b"content",
            &one.repeat(certificates),
            &info.repeat(signers),
        )
    };
    let most = judge(&document(256, 256, 256));
    assert_eq!(most.signers.len(), 256);
    for (digests, certificates, signers) in [(257, 1, 1), (1, 257, 1), (1, 1, 257)] {
        let document = document(digests, certificates, signers);
        assert_eq!(error(&document).0, ErrorKind::Entries);
    }
    // The place is that of the first that is too many.
    let listed = document(257, 1, 1);
    let first = listed
        .windows(SHA256.len())
        .position(|octets| octets == SHA256);
    assert_eq!(
        Some(error(&listed).1),
        first.map(|first| first + 256 * SHA256.len())
    );
}

#[test]
fn revocation_infos_end_at_the_limit() {
    let id_data = [6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 1];
    let id_signed_data = [6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2];
    let document = |members: usize| {
        let crls = tlv(0xa1, &[0x30, 0].repeat(members));
        let fields = [
            &[2, 1, 1, 0x31, 0][..],
            &tlv(0x30, &id_data),
            &crls,
            &[0x31, 0],
        ];
        let signed_data = tlv(0x30, &fields.concat());
        tlv(
            0x30,
            &[&id_signed_data, &tlv(0xa0, &signed_data)[..]].concat(),
        )
    };
    let parse = |octets: &[u8]| {
        let der = Der::from_ber(octets, Limits::default()).expect("DER");
        let parsed = SignedDocument::parse(&der).map(|it| it.revocation_infos().len());
        parsed.map_err(|error| error.kind())
    };
    assert_eq!(parse(&document(4_096)), Ok(4_096));
    assert_eq!(parse(&document(4_097)), Err(ErrorKind::Entries));
}
