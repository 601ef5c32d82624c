//! Invariants of revocation data, and of what is judged with it.

use super::checked_backend::CheckedBackend;
use super::scene::Scene;
use super::setting::Setting;
use crate::element::tlv;
use crate::generate::der;
use injang_core::report::{CheckId, Origin, Outcome};
use injang_core::{
    Budget, Certificate, CertificateChoice, CertificateStatus, CryptoBackend, Limits, Policy,
    Report, Revocation, RevocationData, RevocationInfo, RevocationItem, SignatureInput,
    SignatureRequest, SignatureStatus, SignedDocument, SignerReport, Verdict,
};
use injang_crypto::Combined;
use std::borrow::Cow;

/// Reading a CRL or an OCSP response never panics, an error names a place in the input, parts are
/// slices of the input, and a look-up finds what is listed. When a caller adds it to a scene, no
/// revoked certificate passes, only the key that issued a certificate lifts its hold, and the order
/// of the data does not matter.
///
/// # Panics
/// If that does not hold.
pub fn evidence(input: &[u8]) {
    let item = match RevocationItem::from_der(input) {
        Ok(item) => item,
        Err(error) => {
            assert!(error.offset() <= input.len(), "{error}");
            return;
        }
    };
    assert!(inside(item.octets(), input));
    let mut evidence = RevocationData::new();
    for _ in 0..2 {
        evidence.add(input, &Combined).expect("what was read");
    }
    assert_eq!(evidence.items().len(), 1, "the same twice is one");
    match &item {
        RevocationItem::Crl(crl) => {
            for part in [crl.tbs_octets(), crl.signature(), crl.issuer().octets()] {
                assert!(inside(part, input));
            }
            // A serial number is found no more often than it is listed, wherever it may stand in the
            // input.
            for window in input.windows(4).step_by(3) {
                assert!(crl.find(window).count() <= crl.len());
            }
        }
        RevocationItem::Ocsp(response) => {
            let Some(basic) = response.basic() else {
                return;
            };
            assert_eq!(response.status(), 0, "only a success has a body");
            assert!(inside(basic.tbs_octets(), input));
            for single in basic.responses() {
                assert!(inside(single.serial(), input) && inside(single.key_hash(), input));
                if let CertificateStatus::Revoked { reason, .. } = single.status() {
                    assert!(reason.is_none_or(|reason| reason <= 10 && reason != 7));
                }
            }
        }
        _ => panic!("evidence of a third kind"),
    }
    for scene in Scene::of(input) {
        let document = scene.document();
        let mut given = scene.evidence();
        given.push(input);
        let more = scene.judge(document, &given).expect("what was read");
        // Each piece is the added one in turn: the new one, and those of the vector.
        for place in 0..given.len() {
            let (before, after) = (&given[..place], &given[place + 1..]);
            let less = scene.judge(document, &[before, after].concat());
            scene.assert_no_lenience(document, &less.expect("a vector"), &more);
        }
        given.reverse();
        let reversed = scene.judge(document, &given).expect("what was read");
        more.assert_same(&reversed);
    }
}

/// Where revocation data is required, the document's own is used. What passes then passes also where
/// none is required, each certificate of its path is issued by the next, and each status rests on
/// data in the document. A cache of verified signatures changes nothing, and the numbers of signature
/// requests and of octets touched are bounded. Added to a caller's data, the document's makes no
/// revoked certificate pass, lifts no hold but by the key that issued the certificate, and its order
/// does not matter.
///
/// # Panics
/// If that does not hold.
pub fn chain(input: &[u8]) {
    let setting = Setting::get();
    let Some(decoded) = injang_core::armor::decode(input).ok() else {
        return;
    };
    let Some(der) = decoded.to_der(Limits::default()).ok() else {
        return;
    };
    let Ok(document) = SignedDocument::parse(&der) else {
        return;
    };
    let crypto = CheckedBackend::combined();
    let none = RevocationData::new();
    let without = setting.policy(&crypto);
    let request = Setting::request();
    let policy = Policy::new(
        &crypto,
        without.anchors().to_vec(),
        Revocation::Require(&none),
    );
    let audit = |policy: &Policy<'_>| document.audit(policy, &request);
    let report = audit(&policy);
    assert!(crypto.asked() <= Budget::default().signatures);
    for signer in &report.signers {
        linked(&document, &policy, signer);
        let is_checked = signer.check(CheckId::Revocation).map(|check| check.outcome);
        if is_checked == Some(Outcome::Passed) {
            supported(&document, signer);
        }
    }
    let plain = audit(&without);
    let passes = |report: &Report| report.verdict == Verdict::TotalPassed;
    assert!(
        !passes(&report) || passes(&plain),
        "evidence turns into a pass"
    );
    let caching = policy.cache(32);
    for _ in 0..2 {
        assert_eq!(audit(&caching), report, "the cache changes the report");
    }
    for scene in Scene::of(der.octets()) {
        let given = scene.evidence();
        let with = |octets: &[u8]| scene.judge(octets, &given).expect("what was read");
        let Some([without, reversed]) = with_other_crls(der.octets()) else {
            with(der.octets());
            continue;
        };
        let (less, more) = (with(&without), with(der.octets()));
        scene.assert_no_lenience(der.octets(), &less, &more);
        more.assert_same(&with(&reversed));
    }
}

/// A document without its crls, and with the members of crls in the opposite order; `None` if it has
/// none.
fn with_other_crls(document: &[u8]) -> Option<[Vec<u8>; 2]> {
    let content_info = elements(document).next()?;
    let [kind, content] = two(content_info)?;
    let fields: Vec<&[u8]> = elements(inner(elements(inner(content)).next()?)).collect();
    let place = fields.iter().position(|field| field[0] == 0xa1)?;
    let mut members: Vec<&[u8]> = elements(inner(fields[place])).collect();
    members.reverse();
    let reversed = der::tlv(0xa1, &members.concat());
    Some([&[][..], &reversed].map(|crls| {
        let mut fields = fields.clone();
        fields[place] = crls;
        let signed_data = der::tlv(0x30, &fields.concat());
        der::tlv(0x30, &[kind, &der::tlv(0xa0, &signed_data)].concat())
    }))
}

/// The two elements inside one.
fn two(element: &[u8]) -> Option<[&[u8]; 2]> {
    let mut elements = elements(inner(element));
    Some([elements.next()?, elements.next()?])
}

/// The elements that follow one another in DER.
fn elements(mut octets: &[u8]) -> impl Iterator<Item = &[u8]> {
    std::iter::from_fn(move || {
        let (element, rest) = octets.split_at(tlv(octets)?.1);
        octets = rest;
        Some(element)
    })
}

/// The content octets of an element.
fn inner(element: &[u8]) -> &[u8] {
    let start = tlv(element).map_or(0, |(start, _)| start);
    &element[start..]
}

/// Every signature on the path verifies, under every crypto backend.
fn linked(document: &SignedDocument<'_>, policy: &Policy<'_>, signer: &SignerReport) {
    let certificate = |origin| match origin {
        Origin::Document(index) => match &document.certificates()[index] {
            CertificateChoice::Certificate(certificate) => *certificate,
            _ => panic!("a path over what is no certificate"),
        },
        _ => panic!("a path over what nobody gave"),
    };
    let path: Vec<Certificate<'_>> = signer
        .path
        .certificates
        .iter()
        .map(|it| certificate(it.origin))
        .collect();
    let Some(anchor) = signer.path.anchor else {
        assert!(path.is_empty());
        return;
    };
    let anchor = policy.anchors()[anchor].public_key();
    let anchor = injang_core::SubjectPublicKeyInfo::from_der(anchor).expect("key of an anchor");
    let keys = path
        .iter()
        .skip(1)
        .map(Certificate::public_key)
        .chain([anchor]);
    for (certificate, key) in path.iter().zip(keys) {
        let algorithm = certificate
            .signature_algorithm()
            .signature(None)
            .expect("an algorithm that is known");
        let input = SignatureInput::Message(Cow::Borrowed(certificate.tbs_octets()));
        let request = SignatureRequest::new(&key, algorithm, input, certificate.signature());
        let answer = request.map(|request| Combined.answer(&request));
        assert!(
            answer == Ok(SignatureStatus::Valid),
            "a link that does not verify"
        );
    }
}

/// Every certificate that was found not to be revoked rests on revocation data that is there and can
/// be read.
fn supported(document: &SignedDocument<'_>, signer: &SignerReport) {
    let infos = document.revocation_infos();
    for certificate in &signer.path.certificates {
        assert!(!certificate.evidence.is_empty(), "good without evidence");
        for used in &certificate.evidence {
            let Origin::Document(index) = used.origin else {
                panic!("evidence that nobody gave");
            };
            assert!(!matches!(infos[index], RevocationInfo::Other(_)));
            assert!(RevocationItem::from_der(infos[index].octets()).is_ok());
        }
    }
}

fn inside(part: &[u8], whole: &[u8]) -> bool {
    let (part, whole) = (part.as_ptr_range(), whole.as_ptr_range());
    whole.start <= part.start && part.end <= whole.end
}
