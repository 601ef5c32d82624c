//! Expectations, said in as few words as the tables of vectors allow.

use super::algorithm::Hash;
use super::authority::{Signer, TOSS_NOTICE};
use super::der::bmp;
use crate::case::{
    Check, Expectation, ExpectedSigner, Finding, IdentityOutcome, Reading, SignType, SubIndication,
    Verdict,
};

/// Lower-case hex.
pub(crate) fn hex(octets: &[u8]) -> String {
    let digits = octets.iter().flat_map(|octet| [octet >> 4, octet & 0x0f]);
    digits
        .map(|digit| char::from(b"0123456789abcdef"[usize::from(digit)]))
        .collect()
}

/// A document without signers that can be read no further than `check`.
pub(crate) fn unreadable(check: Check) -> Expectation {
    Expectation {
        verdict: Verdict::TotalFailed,
        sub_indication: Some(SubIndication::FormatFailure),
        check: Some(check),
        reason: None,
        detail: None,
        position: None,
        findings: Vec::new(),
        content_sha256: None,
        signers: Vec::new(),
        identity: IdentityOutcome::NotClaimed,
    }
}

/// One signer whose signature over the content itself passes.
pub(crate) fn message(signer: &Signer) -> Expectation {
    with_notice(
        all_passed(vec![signer_passed(signer, SignType::Message)]),
        signer,
    )
}

/// One signer whose signature over attributes passes.
pub(crate) fn attributes(signer: &Signer) -> Expectation {
    with_notice(
        all_passed(vec![signer_passed(signer, SignType::SignedAttribute)]),
        signer,
    )
}

/// One signer who passes with a digest in place of the content.
pub(crate) fn plain_hash(signer: &Signer) -> Expectation {
    with_notice(
        all_passed(vec![signer_passed(signer, SignType::PlainHash)]),
        signer,
    )
}

/// The notice that goes with a certificate whose policies have a userNotice in a `BMPString`, as
/// Toss's have.
fn with_notice(expectation: Expectation, signer: &Signer) -> Expectation {
    let notice = bmp(TOSS_NOTICE);
    let mut windows = signer.certificate.windows(notice.len());
    if windows.any(|window| window == notice) {
        expectation.finding(Finding::UserNoticeForm)
    } else {
        expectation
    }
}

/// A signer who passes.
pub(crate) fn signer_passed(signer: &Signer, sign_type: SignType) -> ExpectedSigner {
    ExpectedSigner {
        verdict: Verdict::TotalPassed,
        sub_indication: None,
        sign_type,
        reading: if sign_type == SignType::PlainHash {
            Reading::Prehash
        } else {
            Reading::Content
        },
        serial: Some(hex(&signer.serial)),
    }
}

/// Several signers who all pass.
pub(crate) fn all_passed(signers: Vec<ExpectedSigner>) -> Expectation {
    Expectation {
        verdict: Verdict::TotalPassed,
        sub_indication: None,
        check: None,
        reason: None,
        detail: None,
        position: None,
        findings: Vec::new(),
        content_sha256: None,
        signers,
        identity: IdentityOutcome::NotClaimed,
    }
}

impl Expectation {
    /// The embedded content can be read, and is this.
    pub(crate) fn content(mut self, content: &[u8]) -> Self {
        self.content_sha256 = Some(hex(&Hash::Sha256.of(content)));
        self
    }

    /// The digest supplied was read in another way.
    pub(crate) fn read_as(mut self, reading: Reading) -> Self {
        for signer in &mut self.signers {
            signer.reading = reading;
        }
        self
    }

    /// One more finding.
    pub(crate) fn finding(mut self, finding: Finding) -> Self {
        // Notices about certificates come after all other findings on a signer.
        let is_notice = |it: &Finding| *it == Finding::UserNoticeForm;
        let place = self.findings.iter().position(is_notice);
        let place = place.unwrap_or(self.findings.len());
        self.findings.insert(place, finding);
        self
    }

    /// The deciding check is about the certificate at this position of the path.
    pub(crate) fn position(mut self, position: usize) -> Self {
        self.position = Some(position);
        self
    }

    /// The identity claim's outcome.
    pub(crate) fn identity(mut self, outcome: IdentityOutcome) -> Self {
        self.identity = outcome;
        self
    }

    /// The first signer is TOTAL-FAILED.
    pub(crate) fn failed(self, sub_indication: SubIndication, check: Check) -> Self {
        self.signer(0, Verdict::TotalFailed, sub_indication, check)
    }

    /// The first signer is INDETERMINATE.
    pub(crate) fn indeterminate(self, sub_indication: SubIndication, check: Check) -> Self {
        self.signer(0, Verdict::Indeterminate, sub_indication, check)
    }

    /// The signature does not verify.
    pub(crate) fn forged(self) -> Self {
        self.failed(SubIndication::SigCryptoFailure, Check::Signature)
    }

    /// The signed attributes break a rule of RFC 5652, and may verify all the same.
    pub(crate) fn malformed_attributes(self) -> Self {
        self.failed(SubIndication::FormatFailure, Check::SignedAttributes)
    }

    /// The signature's algorithm or key is not supported.
    pub(crate) fn unsupported(self) -> Self {
        self.indeterminate(SubIndication::CryptoConstraintsFailure, Check::Signature)
    }

    /// No path leads from the signer's certificate to an anchor.
    pub(crate) fn no_chain(self) -> Self {
        self.indeterminate(SubIndication::NoCertificateChainFound, Check::Path)
    }

    /// There is a path, and it breaks a rule.
    pub(crate) fn broken_path(self) -> Self {
        self.indeterminate(SubIndication::ChainConstraintsFailure, Check::Path)
    }

    /// There may be a good path, but it was not to be found or followed.
    pub(crate) fn open_path(self) -> Self {
        self.indeterminate(SubIndication::CertificateChainGeneralFailure, Check::Path)
    }

    /// An algorithm or key of the signature or of the path is too weak.
    pub(crate) fn weak(self) -> Self {
        self.indeterminate(
            SubIndication::CryptoConstraintsFailure,
            Check::AlgorithmStrength,
        )
    }

    /// A certificate of the path had expired.
    pub(crate) fn expired(self) -> Self {
        self.failed(SubIndication::Expired, Check::Validity)
    }

    /// A certificate of the path was not valid yet.
    pub(crate) fn not_yet_valid(self) -> Self {
        self.failed(SubIndication::NotYetValid, Check::Validity)
    }

    /// Nothing that may be relied on says whether a certificate had been revoked.
    pub(crate) fn try_later(self) -> Self {
        self.indeterminate(SubIndication::TryLater, Check::Revocation)
    }

    /// A certificate of the path had been revoked.
    pub(crate) fn revoked(self) -> Self {
        self.failed(SubIndication::Revoked, Check::Revocation)
    }

    /// The signature verified under no certificate, so that no serial number can be told.
    pub(crate) fn unverified(mut self) -> Self {
        self.signers[0].serial = None;
        self
    }

    /// One signer does not pass. If the check means that no signature verified, the serial number is
    /// removed. The document has the worst signer's verdict, and among equal ones the first signer's.
    pub(crate) fn signer(
        mut self,
        index: usize,
        verdict: Verdict,
        sub_indication: SubIndication,
        check: Check,
    ) -> Self {
        let signer = &mut self.signers[index];
        signer.verdict = verdict;
        signer.sub_indication = Some(sub_indication);
        if matches!(check, Check::SignerCertificate | Check::Signature) {
            signer.serial = None;
        }
        let severity = |verdict| Verdict::ALL.iter().position(|&known| known == verdict);
        if severity(verdict) > severity(self.verdict) {
            self.verdict = verdict;
            self.sub_indication = Some(sub_indication);
            self.check = Some(check);
        }
        self
    }
}
