//! Scenes of revocation: what the callers of vectors give beside the documents. Any other document or
//! revocation data is judged within them.

use super::checked_backend::CheckedBackend;
use crate::case;
use crate::runner::{self, Inputs, Vector};
use injang_core::report::{CheckId, Origin, Outcome, Reason, RevocationReason};
use injang_core::{
    Budget, Certificate, CertificateChoice, CryptoBackend as _, Limits, Policy, Report,
    RevocationData, RevocationInfo, RevocationItem, SignatureInput, SignatureRequest,
    SignatureStatus, SignedDocument, SignerReport, SubjectPublicKeyInfo, Verdict,
};
use injang_crypto::Combined;
use sha1::Sha1;
use sha2::{Digest as _, Sha256};
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

/// Longer ones are about bounds, and have tests of their own.
const LONGEST: usize = 16 << 10;

/// Octets that may be touched for any document, beside those that each octet of the input allows
/// (`Budget::work`).
const BASE_WORK: u64 = 4 << 20;

/// All scenes, and which of them have a CA with a key of this SHA-1 digest.
type Scenes = (Vec<Scene>, HashMap<[u8; 20], Vec<usize>>);

/// A vector that asks for revocation data.
pub(super) struct Scene {
    vector: Vector,
    inputs: Inputs,
}

/// The result for a document in a scene.
pub(super) struct Judged {
    pub(super) report: Report,
    /// The status of each signer's path.
    standings: Vec<Standing>,
    /// All pieces of revocation data, the document's included.
    pieces: BTreeSet<Vec<u8>>,
}

/// The status of the certificates of a path.
enum Standing {
    /// One was revoked, not on hold.
    Revoked,
    /// One was on hold, by a signer authorised for the key that issued it: this
    /// `SubjectPublicKeyInfo`.
    Held(Vec<u8>),
    /// None, or it was on hold by a signer authorised for another key.
    Other,
}

impl Scene {
    /// The scenes in which an input is tried: the one that it is a part of, and one of those whose
    /// keys it names; the digest of the input chooses which.
    pub(super) fn of(input: &[u8]) -> Vec<&'static Self> {
        static SCENES: OnceLock<Scenes> = OnceLock::new();
        let (scenes, by_key) = SCENES.get_or_init(|| {
            let scenes = Self::read();
            let mut by_key: HashMap<_, Vec<usize>> = HashMap::new();
            for (index, scene) in scenes.iter().enumerate() {
                for hash in scene.key_hashes() {
                    by_key.entry(hash).or_default().push(index);
                }
            }
            (scenes, by_key)
        });
        let named = input.windows(20).filter_map(|window| by_key.get(window));
        let named: BTreeSet<usize> = named.flatten().copied().collect();
        let mut found: Vec<usize> = named.into_iter().collect();
        if found.is_empty() {
            found = (0..scenes.len()).collect();
        }
        let own = scenes.iter().filter(|scene| scene.has(input)).take(1);
        let digest = Sha256::digest(input);
        let number = usize::from(digest[0]) << 8 | usize::from(digest[1]);
        let picked = &scenes[found[number % found.len()]];
        own.chain([picked]).collect()
    }

    fn read() -> Vec<Self> {
        let scenes = runner::vectors().into_iter().map(|vector| Self {
            inputs: Inputs::read(&vector),
            vector,
        });
        let is_one = |scene: &Self| {
            let is_asked = scene.vector.case.revocation == case::Revocation::Require;
            is_asked && scene.document().len() + total(&scene.evidence()) <= LONGEST
        };
        let scenes: Vec<_> = scenes.filter(is_one).collect();
        assert!(scenes.len() > 500, "only {} scenes", scenes.len());
        scenes
    }

    /// SHA-1 of the keys of the CAs that the caller gives, by which evidence and certificates name
    /// them.
    fn key_hashes(&self) -> Vec<[u8; 20]> {
        let crypto = CheckedBackend::combined();
        let none = RevocationData::new();
        let policy = self.policy(&none, &crypto);
        let anchors = policy
            .anchors()
            .iter()
            .map(|anchor| anchor.public_key().to_vec());
        let issuers = policy.issuers().iter();
        let keys = anchors.chain(issuers.map(|it| it.public_key().octets().to_vec()));
        keys.filter_map(|key| Some(Sha1::digest(key_octets(&key)?).into()))
            .collect()
    }

    fn policy<'a>(
        &'a self,
        evidence: &'a RevocationData<'a>,
        crypto: &'a CheckedBackend,
    ) -> Policy<'a> {
        self.inputs.policy(&self.vector.case, evidence, crypto)
    }

    /// Whether an input is a part of the vector.
    fn has(&self, input: &[u8]) -> bool {
        self.document() == input || self.inputs.pieces().any(|piece| piece == input)
    }

    /// The document of the vector.
    pub(super) fn document(&self) -> &[u8] {
        &self.inputs.document
    }

    /// The evidence that the caller of the vector brings.
    pub(super) fn evidence(&self) -> Vec<&[u8]> {
        self.inputs.pieces().collect()
    }

    /// The report on a document with this revocation data of the caller; `None` if something can't be
    /// read. It fails if more octets are touched than document and data allow.
    pub(super) fn judge(&self, document: &[u8], given: &[&[u8]]) -> Option<Judged> {
        let crypto = CheckedBackend::combined();
        let mut evidence = RevocationData::new();
        for octets in given {
            evidence.add(octets, &crypto).ok()?;
        }
        let policy = self.policy(&evidence, &crypto);
        let request = self.inputs.request(&self.vector.case);
        self.with(document, |document| {
            let mut validation = document.validate(&policy, &request);
            while !validation.requests().is_empty() {
                let mut answers = vec![SignatureStatus::Unanswered; validation.requests().len()];
                crypto.answer_all(validation.requests(), &mut answers);
                validation.answer(&answers);
            }
            let (report, touched) = validation.finish_counted();
            let octets = document.der().octets().len() + total(given) + self.inputs.octets_beside();
            let most = BASE_WORK + Budget::default().work * octets as u64;
            let name = &self.vector.name;
            assert!(
                touched <= most,
                "{name}: {touched} octets touched for {octets}"
            );

            let view = View {
                document,
                policy: &policy,
                evidence: &evidence,
            };
            let standings = report.signers.iter().map(|it| view.standing(it)).collect();
            let own = document.revocation_infos();
            let own = own.iter().map(RevocationInfo::octets);
            let pieces = own.chain(given.iter().copied()).map(Vec::from).collect();
            Judged {
                report,
                standings,
                pieces,
            }
        })
    }

    /// Lends a document as it is read in this scene.
    fn with<R>(&self, octets: &[u8], then: impl FnOnce(&SignedDocument<'_>) -> R) -> Option<R> {
        let decoded = injang_core::armor::decode(octets).ok()?;
        let der = decoded.to_der(Limits::default()).ok()?;
        let mut document = SignedDocument::parse(&der).ok()?;
        document.add_certificates(self.inputs.certificates());
        Some(then(&document))
    }

    /// With more revocation data no certificate passes that was revoked, and none that was on hold,
    /// unless one of the added pieces is by a signer authorised for the key that issued it. The
    /// document is the one with more data.
    pub(super) fn assert_no_lenience(&self, document: &[u8], less: &Judged, more: &Judged) {
        let name = &self.vector.name;
        for (standing, signer) in less.standings.iter().zip(&more.report.signers) {
            if signer.verdict != Verdict::TotalPassed {
                continue;
            }
            match standing {
                Standing::Revoked => panic!("{name}: more evidence makes who was revoked pass"),
                Standing::Held(key) => {
                    let mut added = more.pieces.difference(&less.pieces);
                    let crypto = CheckedBackend::combined();
                    let evidence = RevocationData::new();
                    let policy = self.policy(&evidence, &crypto);
                    let is_lifted = self.with(document, |document| {
                        let view = View {
                            document,
                            policy: &policy,
                            evidence: &evidence,
                        };
                        added.any(|piece| view.speaks_for(key, piece))
                    });
                    assert_eq!(is_lifted, Some(true), "{name}: another key lifts a hold");
                }
                Standing::Other => {}
            }
        }
    }
}

impl Judged {
    /// The same data in another order gives the same result.
    pub(super) fn assert_same(&self, other: &Self) {
        assert_eq!(self.report.verdict, other.report.verdict, "another order");
        for (one, other) in self.report.signers.iter().zip(&other.report.signers) {
            assert_eq!(outcomes(one), outcomes(other), "another order");
        }
    }
}

/// Everything in a signer's report that must not depend on the order of the data.
type Outcomes<'r> = (
    Verdict,
    Vec<(CheckId, Outcome, Option<&'r str>)>,
    Vec<&'r str>,
);

fn outcomes(signer: &SignerReport) -> Outcomes<'_> {
    let checks = signer.checks.iter();
    let checks = checks.map(|it| (it.id, it.outcome, it.reason.as_ref().map(Reason::code)));
    let mut findings: Vec<_> = signer.findings.iter().map(|code| code.name()).collect();
    findings.sort_unstable();
    (signer.verdict, checks.collect(), findings)
}

/// The judged inputs, to find out who signed a piece of revocation data.
struct View<'v, 'a> {
    document: &'v SignedDocument<'a>,
    policy: &'v Policy<'v>,
    evidence: &'v RevocationData<'v>,
}

impl View<'_, '_> {
    /// What a report found of a signer's path.
    fn standing(&self, signer: &SignerReport) -> Standing {
        let mut held = Standing::Other;
        let path = &signer.path.certificates;
        for (position, certificate) in path.iter().enumerate() {
            let mut reasons = certificate.checks.iter().filter_map(|it| match it.reason {
                Some(Reason::Revoked { reason, .. }) => Some(reason),
                _ => None,
            });
            match reasons.next() {
                None => {}
                Some(Some(RevocationReason::CertificateHold)) => {
                    let key = match (path.get(position + 1), signer.path.anchor) {
                        (Some(next), _) => self.certificate(next.origin).public_key().octets(),
                        (None, Some(anchor)) => self.policy.anchors()[anchor].public_key(),
                        (None, None) => continue,
                    };
                    let is_said = |origin| self.speaks_for(key, self.piece(origin));
                    if certificate.evidence.iter().all(|it| is_said(it.origin)) {
                        held = Standing::Held(key.to_vec());
                    }
                }
                Some(_) => return Standing::Revoked,
            }
        }
        held
    }

    fn certificate(&self, origin: Origin) -> Certificate<'_> {
        match origin {
            Origin::Document(index) => match &self.document.certificates()[index] {
                CertificateChoice::Certificate(certificate) => *certificate,
                _ => panic!("a path over what is no certificate"),
            },
            Origin::Policy(index) => self.policy.issuers()[index],
            _ => panic!("a certificate from elsewhere"),
        }
    }

    fn piece(&self, origin: Origin) -> &[u8] {
        match origin {
            Origin::Document(index) => self.document.revocation_infos()[index].octets(),
            Origin::Policy(index) => self.evidence.items()[index].octets(),
            _ => panic!("evidence from elsewhere"),
        }
    }

    /// Whether the signer of a piece of revocation data is authorised for the key that issued a
    /// certificate: it is this key itself, a responder that it certified, or one that the caller
    /// trusts.
    fn speaks_for(&self, key: &[u8], piece: &[u8]) -> bool {
        let Ok(key) = SubjectPublicKeyInfo::from_der(key) else {
            return false;
        };
        match RevocationItem::from_der(piece) {
            Ok(RevocationItem::Crl(crl)) => {
                let algorithm = crl.signature_algorithm().signature(None);
                has_signed(&key, algorithm, crl.tbs_octets(), crl.signature())
            }
            Ok(RevocationItem::Ocsp(response)) => {
                let Some(basic) = response.basic() else {
                    return false;
                };
                let algorithm = basic.signature_algorithm().signature(None);
                let is_by = |key: &SubjectPublicKeyInfo<'_>| {
                    has_signed(key, algorithm, basic.tbs_octets(), basic.signature())
                };
                let is_delegate = |certificate: &Certificate<'_>| {
                    let algorithm = certificate.signature_algorithm().signature(None);
                    let (tbs, signature) = (certificate.tbs_octets(), certificate.signature());
                    has_signed(&key, algorithm, tbs, signature)
                };
                let of_policy = self.policy.issuers().iter().enumerate();
                let of_policy = of_policy
                    .filter(|(index, it)| self.policy.is_ocsp_responder(*index) || is_delegate(it));
                let of_document = self.document.certificates().iter();
                let of_document = of_document.filter_map(|choice| match choice {
                    CertificateChoice::Certificate(certificate) => Some(certificate),
                    _ => None,
                });
                let delegates = basic.certificates().iter().chain(of_document);
                let mut responders = delegates
                    .filter(|it| is_delegate(it))
                    .chain(of_policy.map(|(_, certificate)| certificate));
                is_by(&key) || responders.any(|it| is_by(&it.public_key()))
            }
            _ => false,
        }
    }
}

fn has_signed(
    key: &SubjectPublicKeyInfo<'_>,
    algorithm: Option<injang_core::SignatureAlgorithm>,
    message: &[u8],
    signature: &[u8],
) -> bool {
    let Some(algorithm) = algorithm else {
        return false;
    };
    let input = SignatureInput::Message(Cow::Borrowed(message));
    SignatureRequest::new(key, algorithm, input, signature)
        .is_ok_and(|request| Combined.answer(&request) == SignatureStatus::Valid)
}

/// The content of a `SubjectPublicKeyInfo`'s BIT STRING, behind its count of unused bits.
fn key_octets(key: &[u8]) -> Option<&[u8]> {
    let inside = &key[crate::element::tlv(key)?.0..];
    let bits = &inside[crate::element::tlv(inside)?.1..];
    bits.get(crate::element::tlv(bits)?.0 + 1..)
}

fn total(pieces: &[&[u8]]) -> usize {
    pieces.iter().map(|it| it.len()).sum()
}
