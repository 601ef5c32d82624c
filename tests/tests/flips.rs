//! A document with one flipped bit never passes unless it says the same.
//!
//! For every vector that passes: a flip in what the signature covers (content, signed attributes), in
//! the signature, in the signer's digest and signature algorithms, or in the signer's certificate,
//! which its issuer signed, never comes out TOTAL-PASSED. A flip elsewhere may, but then the report
//! must name the same content, attributes, signature, algorithms, certificate and kind of signature.
//!
//! The usual run flips some bits of every vector, always the same ones. With `INJANG_LONG=1` it flips
//! all of them, or as many as can be judged in minutes where one takes long (256 signers).

use injang_core::report::DigestSource;
use injang_core::{
    Certificate, CertificateChoice, Content, Der, Digest, Limits, Policy, PublicKey, Report,
    Request, SignType, SignedDocument, SignerInfo, Verdict,
};
use injang_crypto::Combined;
use injang_tests::case;
use injang_tests::runner::{Inputs, Vector, audit, vectors};
use std::ops::Range;
use std::{env, thread};

/// How many bits the usual run flips in each part of a vector.
const USUAL: usize = 48;
/// Parts of up to this many bits are flipped whole: an algorithm has 104 to 120.
const SMALL: usize = 128;
/// How much work one vector may take, in about microseconds: in the usual run, and in the long one.
const WORK: [usize; 2] = [40_000, 500_000_000];

/// How many flips were tried.
#[derive(Clone, Copy, Default)]
struct Count {
    guarded: usize,
    elsewhere: usize,
    /// How many of those elsewhere passed.
    passed: usize,
}

#[test]
fn no_flip_passes_for_something_else() {
    let is_long = env::var_os("INJANG_LONG").is_some_and(|value| value == "1");
    let vectors: Vec<Vector> = vectors()
        .into_iter()
        .filter(|vector| vector.case.expect.verdict == case::Verdict::TotalPassed)
        .collect();
    assert!(vectors.len() > 100, "only {} vectors pass", vectors.len());
    let mut count = Count::default();
    for vector in &vectors {
        flip_everywhere(vector, is_long, &mut count);
    }
    println!(
        "{} vectors; {} flips of what is guarded; {} elsewhere, of which {} passed",
        vectors.len(),
        count.guarded,
        count.elsewhere,
        count.passed
    );
    assert!(count.guarded > 10 * vectors.len());
    assert!(count.passed > 0, "nothing elsewhere passed");
}

/// Flips bits of one vector: of the document as it came, of its DER, and of what the caller gives.
fn flip_everywhere(vector: &Vector, is_long: bool, count: &mut Count) {
    let inputs = Inputs::read(vector);
    let evidence = inputs.evidence(&Combined);
    let policy = inputs.policy(&vector.case, &evidence, &Combined);
    let request = inputs.request(&vector.case);
    let judge = Judge {
        name: &vector.name,
        policy: &policy,
        request: &request,
        certificates: inputs.certificates().collect(),
        is_long,
        limit: WORK[usize::from(is_long)] / work(vector, &inputs.document),
    };
    let octets = injang_core::armor::decode(&inputs.document)
        .expect("armor")
        .octets;
    let der = der(&octets).expect("BER").octets().to_vec();
    judge.flip_document(&der, count);
    if *der != *octets {
        judge.flip_octets(&octets, count);
    }
    judge.flip_supplied(&octets, count);
}

/// About how many microseconds it takes to judge a vector: two signatures for each signer, and a
/// thousand octets in each.
fn work(vector: &Vector, document: &[u8]) -> usize {
    70 * vector.case.expect.signers.len().max(1) + document.len() / 1000
}

fn der(octets: &[u8]) -> Option<Der<'_>> {
    Der::from_ber(octets, Limits::default()).ok()
}

/// Everything that a report says was signed, and how.
struct Signed {
    content: Option<Vec<u8>>,
    signers: Vec<SignedBy>,
}

struct SignedBy {
    signature: Signature,
    certificate: Vec<u8>,
    /// Whether the document has no other certificate for the same key.
    is_alone: bool,
}

#[derive(PartialEq, Eq)]
struct Signature {
    sign_type: SignType,
    reading: DigestSource,
    key: Vec<u8>,
    attributes: Option<Vec<u8>>,
    value: Vec<u8>,
    algorithms: [Vec<u8>; 2],
}

impl Signed {
    /// Whether a document made from this one says the same. Of several certificates for one key no
    /// signature without ESS attributes binds any.
    fn is_said_by(&self, other: &Self) -> bool {
        let is_said = |(own, other): (&SignedBy, &SignedBy)| {
            own.signature == other.signature
                && (own.certificate == other.certificate || !own.is_alone)
        };
        self.content == other.content
            && self.signers.len() == other.signers.len()
            && self.signers.iter().zip(&other.signers).all(is_said)
    }
}

/// Judges one vector's document with one bit of something flipped.
struct Judge<'a> {
    name: &'a str,
    policy: &'a Policy<'a>,
    request: &'a Request<'a>,
    /// What the caller supplies.
    certificates: Vec<Certificate<'a>>,
    is_long: bool,
    /// How many flips the vector is worth.
    limit: usize,
}

impl Judge<'_> {
    fn audit(&self, document: &[u8], request: &Request<'_>) -> Report {
        audit(document, &self.certificates, self.policy, request)
    }

    /// What a document that passes says was signed; `None` if it does not pass.
    fn signed(&self, document: &[u8]) -> Option<Signed> {
        let report = self.audit(document, self.request);
        if report.verdict != Verdict::TotalPassed {
            return None;
        }
        // A flip may have made text of it.
        let octets = injang_core::armor::decode(document).expect("armor").octets;
        let der = der(&octets).expect("BER");
        let mut parsed = SignedDocument::parse(&der).expect("SignedData");
        parsed.add_certificates(self.certificates.iter().copied());
        let signers = report.signers.iter().zip(parsed.signers());
        let signed_by = signers.map(|(report, info)| {
            let index = report.certificate.expect("the signer's certificate");
            let attributes = info.signed_attributes();
            let certificate = certificate(&parsed, index);
            SignedBy {
                signature: Signature {
                    sign_type: report.sign_type,
                    reading: report.reading,
                    key: certificate.public_key().octets().to_vec(),
                    attributes: attributes.map(|set| set.expect("attributes").octets().to_vec()),
                    value: info.signature().to_vec(),
                    algorithms: [
                        info.digest_algorithm().octets().to_vec(),
                        info.signature_algorithm().octets().to_vec(),
                    ],
                },
                certificate: certificate.octets().to_vec(),
                is_alone: is_alone(&parsed, index),
            }
        });
        Some(Signed {
            content: parsed.untrusted_content().map(<[u8]>::to_vec),
            signers: signed_by.collect(),
        })
    }

    /// Flips bits of a document in DER, where it is known what each octet is.
    fn flip_document(&self, document: &[u8], count: &mut Count) {
        let report = self.audit(document, self.request);
        assert_eq!(report.verdict, Verdict::TotalPassed, "{}", self.name);
        let guarded = guarded(document, &self.certificates, &report);
        let is_guarded = |octet: usize| guarded.iter().any(|range| range.contains(&octet));
        let outside = (0..document.len() * 8).filter(|bit| !is_guarded(bit / 8));
        let outside = outside.collect();
        let bits = |range: &Range<usize>| (range.start * 8..range.end * 8).collect();
        let inside: Vec<_> = guarded
            .iter()
            .flat_map(|range| self.choose(bits(range)))
            .collect();
        let inside = self.thin(inside, self.limit);
        self.flip(document, &inside, "what is guarded", |flipped| {
            self.signed(flipped).map(|_| false)
        });
        count.guarded += inside.len();
        self.flip_elsewhere(document, outside, count);
    }

    /// Flips bits of a document as it was sent. It is not known what each octet is; whatever passes
    /// must say the same.
    fn flip_octets(&self, document: &[u8], count: &mut Count) {
        self.flip_elsewhere(document, (0..document.len() * 8).collect(), count);
    }

    fn flip_elsewhere(&self, document: &[u8], bits: Vec<usize>, count: &mut Count) {
        let original = self.signed(document);
        let original = original.unwrap_or_else(|| panic!("{}: does not pass", self.name));
        let bits = self.choose(bits);
        count.elsewhere += bits.len();
        count.passed += self.flip(document, &bits, "something else", |flipped| {
            let signed = self.signed(flipped)?;
            Some(original.is_said_by(&signed))
        });
    }

    /// Flips bits of the content or digest that the caller gives.
    fn flip_supplied(&self, document: &[u8], count: &mut Count) {
        let refuse = |content: Content<'_>| {
            let report = self.audit(document, &self.request.content(content));
            (report.verdict == Verdict::TotalPassed).then_some(false)
        };
        let supplied = self.request.given_content();
        let octets = match &supplied {
            Content::Detached(octets) => octets,
            Content::Digest(digest) => digest.as_bytes(),
            _ => return,
        };
        let bits = self.choose((0..self.read_bits(document).min(octets.len() * 8)).collect());
        count.guarded += bits.len();
        self.flip(octets, &bits, "what is supplied", |flipped| {
            refuse(match supplied {
                Content::Digest(digest) => {
                    let digest = Digest::new(digest.algorithm(), flipped);
                    Content::Digest(digest.expect("of its size"))
                }
                _ => Content::Detached(flipped),
            })
        });
    }

    /// How many bits of a supplied content or digest the signature covers: all, but of a digest that
    /// an ECDSA key signs without attributes only as many as its order has (FIPS 186-5 6.4.1). A
    /// change behind these bits can't be seen.
    fn read_bits(&self, document: &[u8]) -> usize {
        let der = der(document).expect("BER");
        let mut parsed = SignedDocument::parse(&der).expect("SignedData");
        parsed.add_certificates(self.certificates.iter().copied());
        let is_digest = matches!(self.request.given_content(), Content::Digest(_));
        if !is_digest
            || parsed
                .signers()
                .iter()
                .all(SignerInfo::has_signed_attributes)
        {
            return usize::MAX;
        }
        let report = self.audit(document, self.request);
        let index = report.signers[0].certificate.expect("certificate");
        match certificate(&parsed, index).public_key().key() {
            Some(key @ PublicKey::Ec { .. }) => key.bits(),
            _ => usize::MAX,
        }
    }

    /// Flips each of these bits, judges, and flips it back. `is_harmless` says `None` of what does
    /// not pass; what passes and is not harmless fails. Gives how many passed.
    fn flip(
        &self,
        octets: &[u8],
        bits: &[usize],
        what: &str,
        is_harmless: impl Fn(&[u8]) -> Option<bool> + Sync,
    ) -> usize {
        let work = |bits: &[usize]| {
            let mut octets = octets.to_vec();
            let mut passed = 0;
            for bit in bits {
                let (octet, bit) = (bit / 8, bit % 8);
                octets[octet] ^= 1 << bit;
                let harmless = is_harmless(&octets);
                assert!(
                    harmless != Some(false),
                    "{}: passes with octet {octet}, bit {bit} of {what} flipped",
                    self.name
                );
                passed += usize::from(harmless.is_some());
                octets[octet] ^= 1 << bit;
            }
            passed
        };
        let workers = thread::available_parallelism().map_or(1, usize::from);
        let share = bits.len().div_ceil(workers).max(1);
        thread::scope(|scope| {
            let threads: Vec<_> = bits
                .chunks(share)
                .map(|bits| scope.spawn(|| work(bits)))
                .collect();
            threads
                .into_iter()
                .map(|thread| thread.join().expect("a worker"))
                .sum()
        })
    }

    /// The bits to take of one place.
    fn choose(&self, bits: Vec<usize>) -> Vec<usize> {
        let limit = match bits.len() {
            ..=SMALL => SMALL,
            _ if self.is_long => self.limit,
            _ => USUAL.min(self.limit),
        };
        self.thin(bits, limit)
    }

    /// About so many of these bits, spread over them and others from vector to vector.
    fn thin(&self, bits: Vec<usize>, limit: usize) -> Vec<usize> {
        if bits.len() <= limit {
            return bits;
        }
        // Odd, so that it does not hit the same bit of every octet.
        let stride = bits.len().div_ceil(limit.max(1)) | 1;
        let start = self.name.bytes().map(usize::from).sum::<usize>() % stride;
        bits.into_iter().skip(start).step_by(stride).collect()
    }
}

/// The certificate with this index.
fn certificate<'a>(document: &SignedDocument<'a>, index: usize) -> Certificate<'a> {
    match document.certificates()[index] {
        CertificateChoice::Certificate(certificate) => certificate,
        _ => panic!("the signer's certificate is none"),
    }
}

/// Whether no other certificate of the document has the key of the one with this index.
fn is_alone(document: &SignedDocument<'_>, index: usize) -> bool {
    let key = certificate(document, index).public_key();
    let has_key = |choice: &&CertificateChoice<'_>| {
        matches!(choice, CertificateChoice::Certificate(other)
            if other.public_key().octets() == key.octets())
    };
    document.certificates().iter().filter(has_key).count() == 1
}

/// Where a document in DER, which passes with this report, holds what no flip may pass in.
fn guarded(
    document: &[u8],
    certificates: &[Certificate<'_>],
    report: &Report,
) -> Vec<Range<usize>> {
    let der = der(document).expect("DER");
    let mut parsed = SignedDocument::parse(&der).expect("SignedData");
    parsed.add_certificates(certificates.iter().copied());
    let start = der.octets().as_ptr().addr();
    let place = |part: &[u8]| {
        let from = part.as_ptr().addr() - start;
        from..from + part.len()
    };
    let mut guarded = Vec::new();
    guarded.extend(parsed.untrusted_content().map(place));
    for signer in parsed.signers() {
        guarded.push(place(signer.signature()));
        guarded.push(place(signer.digest_algorithm().octets()));
        guarded.push(place(signer.signature_algorithm().octets()));
        let attributes = signer.signed_attributes();
        guarded.extend(attributes.map(|set| place(set.expect("attributes").octets())));
    }
    for signer in &report.signers {
        let index = signer.certificate.expect("certificate");
        if parsed.is_supplied(index) {
            continue;
        }
        // Where there is another for the same key, or the same is supplied, that is used.
        let own = certificate(&parsed, index);
        let is_supplied = |other: &Certificate<'_>| other.octets() == own.octets();
        if is_alone(&parsed, index) && !certificates.iter().any(is_supplied) {
            guarded.push(place(own.octets()));
        }
    }
    guarded
}
