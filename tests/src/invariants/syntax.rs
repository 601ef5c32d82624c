//! Invariants of reading: text forms, BER, certificates, signed documents.

use super::setting::{AT, oid};
use crate::element::tlv;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use injang_core::armor::{self as forms, Armor};
use injang_core::report::{CheckId, Reason};
use injang_core::{
    AlgorithmIdentifier, Attributes, Certificate, CertificateChoice, Der, Encoding, Error, Limits,
    Name, Policy, Request, Revocation, SignedDocument, SignerIdentifier, Time, TrustAnchor,
    is_deceptive,
};
use injang_crypto::Combined;
use std::borrow::Cow;
use std::fmt::Write as _;

/// Decoding the armor never panics, an error names a place in the input, and what came out, written
/// again in any form, decodes to the same octets.
///
/// # Panics
/// If that does not hold.
pub fn armor(input: &[u8]) {
    let octets = match forms::decode(input) {
        Ok(decoded) => decoded.octets,
        Err(error) => return placed(&error, input),
    };
    let again = |text: &[u8], armor: Armor| {
        let decoded = forms::decode(text).expect("what was written is read");
        assert_eq!(decoded.armor.name(), armor.name());
        assert!(decoded.octets == octets, "{} changed octets", armor.name());
    };
    let base64 = STANDARD.encode(&octets);
    for label in ["PKCS7", "CMS", "PKCS #7 SIGNED DATA"] {
        let pem = format!("-----BEGIN {label}-----\n{base64}\n-----END {label}-----\n");
        again(pem.as_bytes(), Armor::Pem);
    }
    // A PEM block may hold anything; the other forms are known by the SEQUENCE that they decode to,
    // which no text is.
    if !forms::decode(&octets).is_ok_and(|it| it.armor == Armor::Raw) {
        return;
    }
    again(&octets, Armor::Raw);
    again(base64.as_bytes(), Armor::Base64);
    again(base64.trim_end_matches('=').as_bytes(), Armor::Base64);
    let lines: Vec<&str> = (0..base64.len())
        .step_by(64)
        .map(|at| &base64[at..base64.len().min(at + 64)])
        .collect();
    again(
        format!("\u{feff}\r\n{}\r\n", lines.join("\r\n")).as_bytes(),
        Armor::Base64,
    );
    let url = URL_SAFE_NO_PAD.encode(&octets);
    let is_url = url.contains(['-', '_']);
    again(
        url.as_bytes(),
        if is_url {
            Armor::Base64Url
        } else {
            Armor::Base64
        },
    );
    let hex = octets.iter().fold(String::new(), |mut hex, octet| {
        // Writing to a String can't fail.
        let _ = write!(hex, "{octet:02x}");
        hex
    });
    again(hex.as_bytes(), Armor::Hex);
    again(hex.to_ascii_uppercase().as_bytes(), Armor::Hex);
}

/// Normalising never panics, an error names a place in the input, normalising twice changes
/// nothing, the octets do not grow, limits change the outcome to an error or not at all, and the
/// short way for DER and the pass over BER agree.
///
/// # Panics
/// If that does not hold.
pub fn ber(input: &[u8]) {
    let octets = &*disarmed(input);
    let limits = Limits::default();
    let tight = Limits {
        depth: 8,
        size: 2_048,
        elements: 96,
        entries: 1,
        revocation_infos: 1,
    };
    let once = match Der::from_ber(octets, limits) {
        Ok(once) => once,
        Err(error) => {
            placed(&error, octets);
            assert!(
                Der::from_ber(octets, tight).is_err(),
                "tighter limits turn an error into a document"
            );
            return;
        }
    };
    match Der::from_ber(octets, tight) {
        Ok(same) => assert!(same.octets() == once.octets(), "limits change octets"),
        Err(error) => placed(&error, octets),
    }

    let normal = once.octets();
    match once.encoding() {
        Encoding::Der => assert!(inside(normal, octets), "DER is borrowed"),
        Encoding::Ber => assert!(!inside(normal, octets), "BER is written out"),
    }
    // A definite length takes more octets than an indefinite one and its end-of-contents only
    // above 64 KiB, and there can be as many of those around one octet as there are levels.
    assert!(
        normal.len() <= octets.len() + 2 * limits.depth * (octets.len() >> 16),
        "{} octets grow to {}",
        octets.len(),
        normal.len()
    );

    let twice = Der::from_ber(normal, limits).expect("what was normalised is read");
    assert!(twice.octets() == normal, "normalising twice changes octets");
    assert!(!twice.is_padded());
    if !holds_indefinite_member(normal) {
        assert_eq!(twice.encoding(), Encoding::Der);
        assert!(inside(twice.octets(), normal), "normalised is borrowed");
    }

    // The same element, its outermost length indefinite: never the short way.
    let (header, _) = tlv(normal).expect("a header");
    let indefinite = [&[0x30, 0x80], &normal[header..], &[0, 0]].concat();
    let slowly = Der::from_ber(&indefinite, limits).expect("indefinite length is read");
    assert_eq!(slowly.encoding(), Encoding::Ber);
    assert!(
        slowly.octets() == normal,
        "the pass and the short way differ"
    );
}

/// Reading certificates never panics, everything that comes out is a slice of the input, names
/// show no deceptive character, and an anchor is recognised by the same rule as a name.
///
/// A signed document is taken for its certificates.
///
/// # Panics
/// If that does not hold.
pub fn x509(input: &[u8]) {
    let octets = &*disarmed(input);
    if let Ok(name) = Name::from_der(octets) {
        assert!(inside(name.octets(), octets));
        shown(&name);
    }
    match Certificate::from_der(octets) {
        Ok(read) => certificate(&read, octets),
        Err(error) => placed(&error, octets),
    }
    if let Ok(der) = Der::from_ber(octets, Limits::default()) {
        let document = SignedDocument::parse(&der).ok();
        for choice in document.iter().flat_map(SignedDocument::certificates) {
            if let CertificateChoice::Certificate(read) = choice {
                certificate(read, der.octets());
            }
        }
    }
}

fn certificate(read: &Certificate<'_>, whole: &[u8]) {
    let octets = read.octets();
    assert!(inside(octets, whole));
    for part in [
        read.tbs_octets(),
        read.serial(),
        read.signature(),
        read.issuer().octets(),
        read.subject().octets(),
        read.public_key().octets(),
        read.signature_algorithm().oid().content(),
    ] {
        assert!(inside(part, octets), "a part outside of the certificate");
    }
    assert!(!read.serial().is_empty(), "a serial number has an octet");
    for extension in read.extensions() {
        match extension {
            Ok(extension) => {
                assert!(inside(extension.value(), octets));
                shown(&extension.oid());
            }
            Err(error) => placed(&error, octets),
        }
    }
    match read.policies() {
        Ok(policies) => policies
            .iter()
            .for_each(|policy| assert!(inside(policy.content(), octets))),
        Err(error) => placed(&error, octets),
    }
    // Parsing once more what was parsed gives the same.
    let again = Certificate::from_der(octets).expect("a certificate is one by itself");
    assert!(again.tbs_octets() == read.tbs_octets() && again.serial() == read.serial());

    let (issuer, subject) = (read.issuer(), read.subject());
    for name in [&issuer, &subject] {
        shown(name);
        assert!(name.matches(name), "a name matches itself");
        let alone = Name::from_der(name.octets()).expect("a name is one by itself");
        assert!(alone.matches(name));
    }
    assert_eq!(issuer.matches(&subject), subject.matches(&issuer));
    recognised(read);
}

/// Whether a certificate's own key is an anchor for it is decided by the comparison of names.
fn recognised(certificate: &Certificate<'_>) {
    let document = around(certificate);
    let anchor = TrustAnchor::from_certificate(certificate.octets()).expect("a certificate");
    let request = Request::at(Time::parse(AT).expect("a time"));
    let policy = Policy::new(&Combined, [anchor], Revocation::NotChecked);
    let report = injang_core::audit(&document, &policy, &request);
    let Some(signer) = report.signers.first() else {
        return;
    };
    // A name that is not in the shortest form is not the same in a SignerInfo and a certificate.
    if signer.certificate.is_none() {
        return;
    }
    // Trusted for itself alone, whatever its names are.
    if signer.path.is_pinned {
        return;
    }
    let path = signer.check(CheckId::Path).expect("a path is asked for");
    let is_recognised = path.reason != Some(Reason::NoAnchor);
    let (issuer, subject) = (certificate.issuer(), certificate.subject());
    // Two characters fold to an ASCII letter and are none. An anchor's name must have the same of
    // them as the issuer's: the stricter of both comparisons.
    let folds = |name: &Name<'_>| name.to_string().contains(['\u{130}', '\u{212a}']);
    if folds(&issuer) != folds(&subject) {
        return;
    }
    assert_eq!(
        is_recognised,
        subject.matches(&issuer),
        "an anchor is recognised by another rule than names are compared"
    );
}

/// A document with this certificate and a signer who names it.
fn around(certificate: &Certificate<'_>) -> Vec<u8> {
    let element = |tag: u8, parts: &[&[u8]]| {
        let content = parts.concat();
        let length = content.len().to_be_bytes();
        let length = &length[length.iter().take_while(|octet| **octet == 0).count()..];
        let mut octets = vec![tag];
        if content.len() <= 0x7f {
            octets.push(length.first().copied().unwrap_or(0));
        } else {
            octets.push(0x80 | length.len().to_le_bytes()[0]);
            octets.extend(length);
        }
        octets.extend(content);
        octets
    };
    let one: &[u8] = &[2, 1, 1];
    let identifier = element(
        0x30,
        &[
            certificate.issuer().octets(),
            &element(2, &[certificate.serial()]),
        ],
    );
    let signer = element(
        0x30,
        &[
            one,
            &identifier,
            &element(0x30, &[oid::SHA256]),
            &element(0x30, &[oid::RSA]),
            &[4, 0],
        ],
    );
    let content = element(0xa0, &[&[4, 0]]);
    let data = element(
        0x30,
        &[
            one,
            &[0x31, 0],
            &element(0x30, &[oid::DATA, &content]),
            &element(0xa0, &[certificate.octets()]),
            &element(0x31, &[&signer]),
        ],
    );
    element(0x30, &[oid::SIGNED_DATA, &element(0xa0, &[&data])])
}

/// Reading a signed document never panics, an error names a place in the input, everything that
/// comes out is a slice of the normalised octets, and reading those gives the same.
///
/// # Panics
/// If that does not hold.
pub fn cms(input: &[u8]) {
    let octets = &*disarmed(input);
    let Ok(der) = Der::from_ber(octets, Limits::default()) else {
        return;
    };
    let read = match SignedDocument::parse(&der) {
        Ok(read) => read,
        Err(error) => return placed(&error, octets),
    };
    let whole = der.octets();
    let algorithm = |algorithm: AlgorithmIdentifier<'_>| {
        assert!(inside(algorithm.oid().content(), whole));
        shown(&algorithm.oid());
    };
    assert!(inside(read.content_type().content(), whole));
    assert!(
        read.untrusted_content()
            .is_none_or(|content| inside(content, whole))
    );
    for choice in read.certificates() {
        match choice {
            CertificateChoice::Certificate(certificate) => {
                assert!(inside(certificate.octets(), whole));
            }
            CertificateChoice::Unrecognised(it) => assert!(inside(it.octets(), whole)),
            _ => {}
        }
    }
    for signer in read.signers() {
        match signer.identifier() {
            SignerIdentifier::IssuerAndSerial { issuer, serial } => {
                assert!(inside(issuer.octets(), whole) && inside(serial, whole));
                shown(&issuer);
            }
            SignerIdentifier::SubjectKeyIdentifier(identifier) => {
                assert!(inside(identifier, whole));
            }
            _ => {}
        }
        algorithm(signer.digest_algorithm());
        algorithm(signer.signature_algorithm());
        assert!(inside(signer.signature(), whole));
        let signed = signer.signed_attributes();
        assert_eq!(signed.is_some(), signer.has_signed_attributes());
        for set in [signed, signer.unsigned_attributes()].into_iter().flatten() {
            match set {
                Ok(set) => attributes(&set, whole),
                Err(error) => placed(&error, whole),
            }
        }
    }

    let again = Der::from_ber(whole, Limits::default()).expect("what was normalised is read");
    let again = SignedDocument::parse(&again).expect("and is the same document");
    assert!(again.untrusted_content() == read.untrusted_content());
    assert_eq!(again.content_type(), read.content_type());
    assert_eq!(again.certificates().len(), read.certificates().len());
    assert_eq!(again.signers().len(), read.signers().len());
    assert_eq!(again.revocation_infos(), read.revocation_infos());
}

fn attributes(set: &Attributes<'_>, whole: &[u8]) {
    assert!(inside(set.octets(), whole));
    assert_eq!(set.is_empty(), set.as_slice().is_empty());
    for attribute in set.as_slice() {
        assert!(inside(attribute.values(), set.octets()));
        assert!(inside(attribute.oid().content(), set.octets()));
        shown(&attribute.oid());
        if let Some(time) = attribute.time() {
            let text = time.to_string();
            assert_eq!(Time::parse(&text).ok(), Some(time), "{text}");
        }
    }
}

/// The octets of a document in whatever form it came; the input itself if it is in none.
pub(super) fn disarmed(input: &[u8]) -> Cow<'_, [u8]> {
    forms::decode(input).map_or(Cow::Borrowed(input), |decoded| decoded.octets)
}

/// An error's place is in the input, or at its end.
fn placed(error: &Error, input: &[u8]) {
    assert!(
        error.offset() <= input.len(),
        "{error}, of {} octets",
        input.len()
    );
}

/// Whether these octets are those of the whole, and not a copy.
fn inside(part: &[u8], whole: &[u8]) -> bool {
    let (part, whole) = (part.as_ptr_range(), whole.as_ptr_range());
    whole.start <= part.start && part.end <= whole.end
}

/// What is shown to people has no character that could make a line say something else.
fn shown(text: &impl ToString) {
    let text = text.to_string();
    assert!(!text.contains(is_deceptive), "{}", text.escape_unicode());
}

/// Whether a member of `certificates` or `crls` has an indefinite length: it keeps it, and so the
/// document is never DER.
fn holds_indefinite_member(document: &[u8]) -> bool {
    let children = |octets: &[u8]| -> Vec<Vec<u8>> {
        let mut rest = tlv(octets).map_or(&[][..], |(header, end)| &octets[header..end]);
        let mut children = Vec::new();
        while let Some((_, end)) = tlv(rest) {
            children.push(rest[..end].to_vec());
            rest = &rest[end..];
        }
        // What has no definite length is left over.
        children.extend((!rest.is_empty()).then(|| rest.to_vec()));
        children
    };
    let explicit = children(document).into_iter().nth(1);
    let data = explicit.and_then(|explicit| children(&explicit).into_iter().next());
    data.iter()
        .flat_map(|data| children(data).into_iter().skip(3))
        .filter(|field| matches!(field[0], 0xa0 | 0xa1))
        .any(|field| children(&field).iter().any(|member| tlv(member).is_none()))
}
