//! Judges one vector and says how the outcome differs from what it expects.

use crate::case::{Case, DemandedSignType, Layout, PlainHash, Profile, Revocation};
use injang_core::report::{FindingCode, Reason};
use injang_core::{
    Certificate, CertificateChoice, Ci, Claim, Content, CryptoBackend, Der, Digest,
    DigestAlgorithm, Limits, OidBuf, PlainHashSource, Policy, Report, Request, RevocationData,
    SignType, SignedDocument, Time, TrustAnchor, Vid, VidLayout,
};
use std::fs;
use std::path::{Path, PathBuf};

/// A vector on disk.
pub struct Vector {
    /// `family/case`
    pub name: String,
    /// Its folder.
    pub folder: PathBuf,
    /// Its `case.json`.
    pub case: Case,
}

/// The folder of all vectors.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors")
}

/// All vectors, by name.
///
/// # Panics
/// If a folder or a `case.json` can't be read: then there is nothing to test with.
pub fn vectors() -> Vec<Vector> {
    let mut vectors = Vec::new();
    for family in subfolders(&folder()) {
        for folder in subfolders(&family) {
            let name = |path: &Path| {
                path.file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned()
            };
            let text = fs::read_to_string(folder.join("case.json")).expect("case.json");
            let name = format!("{}/{}", name(&family), name(&folder));
            let case =
                serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            vectors.push(Vector { name, folder, case });
        }
    }
    vectors.sort_by(|a, b| a.name.cmp(&b.name));
    vectors
}

fn subfolders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("folder of vectors");
    entries
        .map(|entry| entry.expect("entry").path())
        .filter(|path| path.is_dir())
        .collect()
}

/// What a verdict on a vector is compared by: the words that stand in `expect`.
#[derive(Debug, PartialEq, Eq)]
pub struct Outcome {
    verdict: (String, Option<String>),
    check: Option<String>,
    /// The deciding check's reason, and the value that it names.
    reason: Option<String>,
    detail: Option<String>,
    /// The deciding check's position on the path, if the vector says one.
    position: Option<usize>,
    findings: Vec<String>,
    content_sha256: Option<String>,
    signers: Vec<SignerOutcome>,
    identity: String,
}

#[derive(Debug, PartialEq, Eq)]
struct SignerOutcome {
    verdict: (String, Option<String>),
    sign_type: String,
    reading: String,
    serial: Option<String>,
}

/// What a caller gives beside the document, read from a vector's files.
pub struct Inputs {
    /// The document as it came.
    pub document: Vec<u8>,
    /// The certificates of those whom the caller trusts, in DER.
    pub trust: Vec<Vec<u8>>,
    anchors: Vec<TrustAnchor>,
    certificates: Vec<Vec<u8>>,
    /// Certificates of CAs, in DER.
    pub intermediates: Vec<Vec<u8>>,
    evidence: Vec<Vec<u8>>,
    /// Certificates of OCSP responders, in DER.
    pub ocsp_responders: Vec<Vec<u8>>,
    content: Option<Vec<u8>>,
    digest: Option<Digest>,
}

impl Inputs {
    /// Reads the files that a vector names.
    ///
    /// # Panics
    /// If one can't be read.
    pub fn read(vector: &Vector) -> Self {
        let read = |file: &String| fs::read(vector.folder.join(file)).expect("file of a vector");
        let anchor =
            |octets: &Vec<u8>| TrustAnchor::from_certificate(octets).expect("anchor of a vector");
        let trust: Vec<Vec<u8>> = vector.case.trust.iter().map(read).collect();
        let digest = vector.case.digest.as_ref().map(|digest| {
            let algorithm =
                DigestAlgorithm::from_name(&digest.algorithm).expect("digest algorithm");
            Digest::new(algorithm, &unhex(&digest.value)).expect("digest of its size")
        });
        Self {
            document: read(&vector.case.document),
            anchors: trust.iter().map(anchor).collect(),
            trust,
            certificates: vector.case.certificates.iter().map(read).collect(),
            intermediates: vector.case.intermediates.iter().map(read).collect(),
            evidence: vector.case.evidence.iter().map(read).collect(),
            ocsp_responders: vector.case.ocsp_responders.iter().map(read).collect(),
            content: vector.case.content.as_ref().map(read),
            digest,
        }
    }

    /// The certificates that the caller supplies.
    ///
    /// # Panics
    /// If one can't be read.
    pub fn certificates(&self) -> impl Iterator<Item = Certificate<'_>> {
        views(&self.certificates)
    }

    /// The report on the document.
    pub fn audit(&self, policy: &Policy<'_>, request: &Request<'_>) -> Report {
        let certificates: Vec<_> = self.certificates().collect();
        audit(&self.document, &certificates, policy, request)
    }

    /// What the document is said to be over.
    pub fn content(&self) -> Content<'_> {
        match (&self.content, self.digest) {
            (Some(octets), _) => Content::Detached(octets),
            (None, Some(digest)) => Content::Digest(digest),
            (None, None) => Content::Embedded,
        }
    }

    /// The evidence that the caller brings.
    ///
    /// # Panics
    /// If a piece can't be read.
    pub fn evidence(&self, crypto: &dyn CryptoBackend) -> RevocationData<'_> {
        let mut evidence = RevocationData::new();
        for octets in &self.evidence {
            evidence.add(octets, crypto).expect("evidence");
        }
        evidence
    }

    /// The octets of each piece of that evidence.
    pub fn pieces(&self) -> impl Iterator<Item = &[u8]> {
        self.evidence.iter().map(Vec::as_slice)
    }

    /// How many octets the caller gives beside document and evidence: certificates and content.
    pub fn octets_beside(&self) -> usize {
        let lists = [
            &self.certificates,
            &self.intermediates,
            &self.ocsp_responders,
        ];
        let listed: usize = lists.into_iter().flatten().map(Vec::len).sum();
        listed + self.content.as_ref().map_or(0, Vec::len)
    }

    /// The policy that a vector asks for.
    ///
    /// # Panics
    /// If an OID of the vector is none.
    pub fn policy<'a>(
        &'a self,
        case: &Case,
        evidence: &'a RevocationData<'a>,
        crypto: &'a dyn CryptoBackend,
    ) -> Policy<'a> {
        let revocation = match case.revocation {
            Revocation::None => injang_core::Revocation::NotChecked,
            Revocation::Require => injang_core::Revocation::Require(evidence),
        };
        let mut policy = Policy::new(crypto, self.anchors.clone(), revocation);
        let oids = |texts: &[String]| -> Vec<OidBuf> {
            let oid = |text: &String| OidBuf::parse(text).expect("OID of a vector");
            texts.iter().map(oid).collect()
        };
        policy = policy
            .intermediates(views(&self.intermediates))
            .ocsp_responders(views(&self.ocsp_responders))
            .anchor_constraints(case.anchor_constraints)
            .require_explicit_policy(case.explicit_policy)
            .inhibit_policy_mapping(case.inhibit_policy_mapping)
            .inhibit_any_policy(case.inhibit_any_policy)
            .signer_policies(oids(&case.signer_policies).iter().map(OidBuf::as_oid));
        if !case.policies.is_empty() {
            policy = policy.acceptable_policies(oids(&case.policies).iter().map(OidBuf::as_oid));
        }
        if let Some(purpose) = &case.purpose {
            policy = policy.purpose(OidBuf::parse(purpose).expect("OID of a vector").as_oid());
        }
        if case.profile == Some(Profile::Strict) {
            policy = policy.profile(injang_core::Profile::Strict);
        }
        policy
    }

    /// What a vector asks of its document, with the content that it gives and without a claim.
    ///
    /// # Panics
    /// If the vector's time is none.
    pub fn request(&self, case: &Case) -> Request<'_> {
        let layout = case
            .identity
            .as_ref()
            .map_or(Layout::CiSerial, |claim| claim.layout);
        let mut request = Request::at(Time::parse(&case.at).expect("time of a vector"))
            .content(self.content())
            .vid_layout(VidLayout::from_name(layout.as_str()).expect("layout"));
        if case.plain_hash == Some(PlainHash::HashOfHash) {
            request = request.plain_hash_source(PlainHashSource::HashOfHash);
        }
        match case.sign_type {
            None => request,
            Some(DemandedSignType::Message) => request.sign_type(SignType::Message),
            Some(DemandedSignType::SignedAttribute) => request.sign_type(SignType::SignedAttribute),
            Some(DemandedSignType::PlainHash) => request.sign_type(SignType::PlainHash),
        }
    }
}

fn views(certificates: &[Vec<u8>]) -> impl Iterator<Item = Certificate<'_>> {
    certificates
        .iter()
        .map(|octets| Certificate::from_der(octets).expect("certificate"))
}

/// The report on a document that certificates are supplied to.
pub fn audit(
    document: &[u8],
    certificates: &[Certificate<'_>],
    policy: &Policy<'_>,
    request: &Request<'_>,
) -> Report {
    with_document(document, certificates, |parsed| match parsed {
        Some(parsed) if !certificates.is_empty() => parsed.audit(policy, request),
        _ => injang_core::audit(document, policy, request),
    })
}

/// Lends a document with the certificates supplied to it; `None` if it can't be read.
fn with_document<R>(
    document: &[u8],
    certificates: &[Certificate<'_>],
    then: impl FnOnce(Option<&SignedDocument<'_>>) -> R,
) -> R {
    let decoded = injang_core::armor::decode(document).ok();
    let der = decoded
        .as_ref()
        .and_then(|read| Der::from_ber(&read.octets, Limits::default()).ok());
    let mut parsed = der.as_ref().and_then(|der| SignedDocument::parse(der).ok());
    if let Some(parsed) = &mut parsed {
        parsed.add_certificates(certificates.iter().copied());
    }
    then(parsed.as_ref())
}

/// Judges a vector.
///
/// # Panics
/// If the provider does not compute SHA-256.
pub fn judge(vector: &Vector, inputs: &Inputs, crypto: &dyn CryptoBackend) -> Outcome {
    let evidence = inputs.evidence(crypto);
    let policy = inputs.policy(&vector.case, &evidence, crypto);
    let texts = vector.case.identity.as_ref();
    let ci = texts.map(|texts| Ci::from_base64(texts.ci.as_bytes()));
    let vid = texts.map(|texts| Vid::parse(&texts.vid));
    let mut claim = match (&ci, &vid) {
        (Some(ci), Some(vid)) => {
            Claim::parsed(ci.as_ref().map_err(|e| *e), vid.as_ref().map_err(|e| *e))
        }
        _ => Claim::none(),
    };
    if let Some(index) = texts.and_then(|texts| texts.signer) {
        claim = claim.of_signer(index);
    }
    let sha256 = |octets: &[u8]| {
        let digest = crypto
            .digest(DigestAlgorithm::Sha256, &[octets])
            .expect("SHA-256");
        hex(digest.as_bytes())
    };
    let request = inputs.request(&vector.case).claim(claim);
    let report = inputs.audit(&policy, &request);
    let certificates: Vec<_> = inputs.certificates().collect();
    let mut outcome = with_document(&inputs.document, &certificates, |document| {
        outcome(&report, document, sha256)
    });
    if vector.case.expect.position.is_none() {
        outcome.position = None;
    }
    outcome
}

/// The object identifier that a reason names, or the number of the kind of error.
fn detail(reason: &Reason) -> Option<String> {
    match reason {
        Reason::AttributeMissing(oid)
        | Reason::AttributeRepeated(oid)
        | Reason::AttributeValueCount(oid)
        | Reason::AttributeValueType(oid)
        | Reason::AttributeForbidden(oid)
        | Reason::ContentTypeNeedsAttributes(oid)
        | Reason::CriticalExtension(oid)
        | Reason::ExtensionRepeated(oid)
        | Reason::ExtensionMalformed(oid)
        | Reason::PolicyRepeated(oid)
        | Reason::PolicyQualifierUnknown(oid)
        | Reason::EvidenceUnprocessed(oid)
        | Reason::AlgorithmUnsupported(oid) => Some(oid.to_string()),
        Reason::Malformed(error)
        | Reason::ExtensionsMalformed(error)
        | Reason::IssuerUnreadable(error)
        | Reason::CertificateUnreadable(error) => Some(error.kind().number().to_string()),
        Reason::EvidenceOpen(why)
        | Reason::EvidenceSignerInvalid(why)
        | Reason::EvidenceSignerRule(why) => Some(why.code().to_owned()),
        _ => None,
    }
}

fn outcome(
    report: &Report,
    document: Option<&SignedDocument<'_>>,
    sha256: impl Fn(&[u8]) -> String,
) -> Outcome {
    let verdict = |verdict: injang_core::Verdict| {
        (
            verdict.name().to_owned(),
            verdict.sub_indication().map(|sub| sub.name().to_owned()),
        )
    };
    let serial = |index: usize| match document?.certificates()[index] {
        CertificateChoice::Certificate(certificate) => Some(Certificate::serial(&certificate)),
        _ => None,
    };
    let reason = report
        .deciding_check()
        .and_then(|check| check.reason.as_ref());
    let names = |codes: &[FindingCode]| {
        codes
            .iter()
            .map(|c| c.name().to_owned())
            .collect::<Vec<_>>()
    };
    let mut findings = names(&report.findings);
    findings.extend(
        report
            .signers
            .iter()
            .flat_map(|signer| names(&signer.findings)),
    );
    Outcome {
        verdict: verdict(report.verdict),
        check: report
            .deciding_check()
            .map(|check| check.id.name().to_owned()),
        reason: reason.map(|reason| reason.code().to_owned()),
        detail: reason.and_then(detail),
        position: report.deciding_check().and_then(|check| check.position),
        findings,
        content_sha256: document
            .and_then(SignedDocument::untrusted_content)
            .map(sha256),
        signers: report
            .signers
            .iter()
            .map(|signer| SignerOutcome {
                verdict: verdict(signer.verdict),
                sign_type: signer.sign_type.name().to_owned(),
                reading: signer.reading.name().to_owned(),
                serial: signer
                    .certificate
                    .filter(|_| signer.is_verified_key)
                    .and_then(serial)
                    .map(hex),
            })
            .collect(),
        identity: report.identity.name().to_owned(),
    }
}

/// What a vector expects.
pub fn expected(case: &Case) -> Outcome {
    let expect = &case.expect;
    let text = |word: &str| word.to_owned();
    Outcome {
        verdict: (
            text(expect.verdict.as_str()),
            expect.sub_indication.map(|sub| text(sub.as_str())),
        ),
        check: expect.check.map(|check| text(check.as_str())),
        reason: expect.reason.clone(),
        detail: expect.detail.clone(),
        position: expect.position,
        findings: expect
            .findings
            .iter()
            .map(|finding| text(finding.as_str()))
            .collect(),
        content_sha256: expect.content_sha256.clone(),
        signers: expect
            .signers
            .iter()
            .map(|signer| SignerOutcome {
                verdict: (
                    text(signer.verdict.as_str()),
                    signer.sub_indication.map(|s| text(s.as_str())),
                ),
                sign_type: text(signer.sign_type.as_str()),
                reading: text(signer.reading.as_str()),
                serial: signer.serial.clone(),
            })
            .collect(),
        identity: text(expect.identity.as_str()),
    }
}

/// Octets in lower-case hex.
pub fn hex(octets: &[u8]) -> String {
    octets
        .iter()
        .fold(String::new(), |text, octet| text + &format!("{octet:02x}"))
}

/// The octets of hex digits.
///
/// # Panics
/// If the text is not hex: vectors are.
pub fn unhex(text: &str) -> Vec<u8> {
    let digit = |at: usize| u8::from_str_radix(&text[at..at + 2], 16).expect("hex");
    (0..text.len()).step_by(2).map(digit).collect()
}
