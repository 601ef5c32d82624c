//! One signed document of an answer: its signature, and what it is over.

use crate::compare::{Agreement, Comparison, compare};
use crate::decision::JudgedDocument;
use crate::digest_text::Spelling;
use crate::exchange::Exchange;
use crate::finding::{DecisionCode, Detail};
use crate::findings::Findings;
use crate::hidden::Hidden;
use crate::product::{ProductKind, Provider};
use crate::request::{
    AS_SENT, DigestForm, ExpectedContent, Reading, RequestedDocument, SignedForm,
};
use crate::seen_text::SeenText;
use crate::signature_key::SignatureKey;
use crate::signed_content::SignedContent;
use crate::verification::VerificationSettings;
use injang_core::armor::Armor;
use injang_core::report::{CheckId, Reason};
use injang_core::{
    Certificate, Claim, Content, Digest, Error, Limits, PlainHashSource, Report, SignedDocument,
    StreamedContent, Verdict, armor,
};
use zeroize::Zeroizing;

/// A judged document, and what the others are compared with.
pub(crate) struct DocumentOutcome {
    pub(crate) judged: JudgedDocument,
    /// The certificates under which it verified, one for each signer.
    pub(crate) certificates: Vec<Vec<u8>>,
    /// What was signed, if it is in the document.
    pub(crate) content: Option<SignedContent>,
    /// Whether it verified and is over what was asked.
    pub(crate) is_compared: bool,
    /// The id of the transaction in what was signed, where the provider wrote it.
    pub(crate) signed_id: Option<Zeroizing<String>>,
    /// Whether that is the id of this transaction, or of this document of it.
    pub(crate) is_bound: bool,
    /// Whether anything that was given names an id that it could be held against.
    pub(crate) is_id_known: bool,
}

impl DocumentOutcome {
    /// The one certificate under which it verified.
    pub(crate) fn certificate(&self) -> Option<&[u8]> {
        match self.certificates.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// The serial number of the one certificate under which it verified.
    pub(crate) fn serial(&self) -> Option<Vec<u8>> {
        let signer = self.judged.report.signers.first()?;
        let certificate = Certificate::from_der(self.certificate()?).ok()?;
        (!signer.is_ambiguous).then(|| certificate.serial().to_vec())
    }
}

/// A document to judge.
pub(crate) struct Task<'t> {
    pub(crate) id: &'t str,
    pub(crate) index: usize,
    /// Whether the id is the provider's.
    pub(crate) has_id: bool,
    pub(crate) text: &'t str,
    pub(crate) asked: Option<&'t RequestedDocument>,
    pub(crate) original: Option<&'t StreamedContent>,
}

impl Task<'_> {
    /// Judges the signature, compares what it is over, and says what is wrong.
    pub(crate) fn judge(
        &self,
        exchange: &Exchange<'_>,
        verification: &VerificationSettings<'_>,
        claim: Claim<'_>,
        findings: &mut Findings,
    ) -> DocumentOutcome {
        let (readings, obstacle) = match self.asked {
            Some(asked) => asked.readings(exchange.any_keys(), exchange.scheme()),
            None => (Vec::new(), None),
        };
        let decoded = armor::decode(self.text.as_bytes());
        // As every provider documents it.
        let is_base64 = decoded
            .as_ref()
            .is_ok_and(|it| matches!(it.armor, Armor::Base64 | Armor::Base64Url));
        if !is_base64 {
            findings.about(DecisionCode::SignatureNotBase64, self.id);
        }
        let read_as = |document: Result<&SignedDocument<'_>, Error>| match document {
            Ok(document) => Read::document(
                document,
                &readings,
                self.asked,
                exchange,
                verification,
                claim,
            ),
            Err(error) => {
                let request = verification.request.claim(claim);
                Read::nothing(verification.policy.unreadable(error, &request))
            }
        };
        let read = match decoded {
            Ok(decoded) => decoded.with_document(Limits::default(), read_as),
            Err(error) => read_as(Err(error)),
        };
        if is_base64 {
            self.report_verdict(&read, findings);
        }
        if read.report.signers.len() > 1 {
            findings.about(DecisionCode::SignersSeveral, self.id);
        }
        if let Some(is_pinned) = read.hash_of_hash {
            let reading = if is_pinned {
                "pinned"
            } else {
                "it would verify so, which does not count"
            };
            findings.add(
                DecisionCode::HashOfHash,
                Some(self.id),
                Some(Detail::Reading(reading)),
            );
        }
        let is_same = read.is_comparable
            && match self.asked {
                Some(asked) if asked.is_known() => {
                    self.compare(&read, &readings, obstacle, exchange, findings)
                }
                _ => self.compare_id(&read, exchange, findings),
            };
        let is_compared = is_same && read.report.verdict == Verdict::TotalPassed;
        let signed_id = self.signed_id(&read);
        if let Some(signed) = &signed_id
            && self.has_id
            && exchange.has_several()
            && signed.as_str() != self.id
        {
            findings.about(DecisionCode::TxIdDiffers, self.id);
        }
        let is_bound = signed_id
            .as_ref()
            .is_some_and(|id| self.is_asked_with(id, &readings, exchange));
        let is_id_known = self.expected_id(exchange).is_some()
            || readings.iter().any(|it| it.asked.tx_id().is_some());
        DocumentOutcome {
            judged: JudgedDocument {
                id: self.id.to_owned(),
                index: self.index,
                digest: read.digest,
                reading: read.reading,
                sign_type: exchange.demanded(),
                report: read.report,
                signatures: read.signatures,
                signed_id: signed_id
                    .as_ref()
                    .map(|id| SeenText::new(exchange.provider, &[id])),
            },
            certificates: read.certificates,
            content: read.content,
            is_compared,
            signed_id,
            is_bound,
            is_id_known,
        }
    }

    /// Whether an id in what was signed is one under which it was asked for: of the transaction, of the
    /// document, or in the document. What Toss's users sign is the caller's own text.
    fn is_asked_with(&self, id: &str, readings: &[Reading], exchange: &Exchange<'_>) -> bool {
        let is_own = self.asked.is_some_and(|it| it.id.as_deref() == Some(id));
        let is_within = |reading: &Reading| reading.asked.tx_id() == Some(id);
        exchange.provider != Provider::Toss
            && (exchange.transaction_id() == Some(id) || is_own || readings.iter().any(is_within))
    }

    /// The id of the transaction that the provider wrote into what was signed. What the caller
    /// asked to be signed as it is may hold such a member too, of the caller's making.
    fn signed_id(&self, read: &Read) -> Option<Zeroizing<String>> {
        let content = read.content.as_ref()?;
        let token = match self.asked.map(|asked| &asked.form) {
            Some(SignedForm::Token(text)) => Some(text.as_bytes()),
            _ => None,
        };
        let own = content.tx_id().filter(|_| token != Some(content.octets()));
        own.map(|id| Zeroizing::new(id.to_owned()))
    }

    /// The id in what was signed, where nothing else that was asked is known: Kakao writes that of
    /// the document, or of the transaction. Says whether it is one that the request or the receipt
    /// names.
    fn compare_id(&self, read: &Read, exchange: &Exchange<'_>, findings: &mut Findings) -> bool {
        if exchange.provider != Provider::Kakao {
            return false;
        }
        let signed = read.content.as_ref().and_then(SignedContent::tx_id);
        let (Some(signed), Some(expected)) = (signed, self.expected_id(exchange)) else {
            return false;
        };
        if signed != expected {
            findings.about(DecisionCode::TxIdDiffers, self.id);
            return false;
        }
        // Of what the answer alone names nothing was asked.
        let is_asked = |asked: &RequestedDocument| asked.id.as_deref() == Some(expected);
        exchange.transaction_id() == Some(expected) || self.asked.is_some_and(is_asked)
    }

    /// The id that what was signed should have: the provider's own id of the document, or what the
    /// request or the receipt has in its place, or what the first answer names that names one.
    fn expected_id<'e>(&'e self, exchange: &'e Exchange<'_>) -> Option<&'e str> {
        let own = self
            .has_id
            .then_some(self.id)
            .or_else(|| self.asked?.id.as_deref());
        let others = [exchange.response.ok(), exchange.status, exchange.identify];
        let mut named = others
            .into_iter()
            .flatten()
            .filter_map(|it| it.id.as_deref());
        own.or_else(|| exchange.transaction_id())
            .or_else(|| named.next())
    }

    fn report_verdict(&self, read: &Read, findings: &mut Findings) {
        let report = &read.report;
        let is_other_kind = |signer: &injang_core::SignerReport| {
            let check = signer.check(CheckId::SignType);
            check.is_some_and(|it| matches!(it.reason, Some(Reason::SignTypeDiffers { .. })))
        };
        let decided_by_kind = report.signers.iter().any(is_other_kind);
        let code = match report.verdict {
            Verdict::TotalPassed => return,
            Verdict::TotalFailed(_) => DecisionCode::DocumentFailed,
            Verdict::Indeterminate(_) if decided_by_kind => DecisionCode::SignTypeDiffers,
            Verdict::Indeterminate(_) => DecisionCode::DocumentUndetermined,
        };
        if decided_by_kind && code == DecisionCode::DocumentFailed {
            findings.about(DecisionCode::SignTypeDiffers, self.id);
        }
        let detail = report.verdict.sub_indication().map(Detail::Verdict);
        let detail = detail.filter(|_| code != DecisionCode::SignTypeDiffers);
        findings.add(code, Some(self.id), detail);
    }

    /// What was signed against what was asked; whether it is the same.
    fn compare(
        &self,
        read: &Read,
        readings: &[Reading],
        obstacle: Option<DecisionCode>,
        exchange: &Exchange<'_>,
        findings: &mut Findings,
    ) -> bool {
        let agreement = Agreement::new(exchange);
        let content = read.content.as_ref();
        let is_over = |reading: &&Reading| {
            let doubtful = self.asked.and_then(|asked| reading.doubtful_digest(asked));
            doubtful.is_none_or(|digest| read.digest == Some(digest))
        };
        let mut compared: Vec<(Comparison, &Reading)> = readings
            .iter()
            .filter(is_over)
            .map(|reading| (compare(&reading.asked, content, &agreement), reading))
            .collect();
        let same = compared
            .iter()
            .position(|(comparison, _)| comparison.is_same());
        let chosen = match same {
            Some(index) => Some(compared.swap_remove(index)),
            // What could not be decrypted might have been it.
            None if obstacle.is_some() => None,
            None => compared.pop(),
        };
        let Some((comparison, reading)) = chosen else {
            findings.about(
                obstacle.unwrap_or(DecisionCode::FieldUndecryptable),
                self.id,
            );
            return false;
        };
        let mut is_same = same.is_some() && !comparison.is_empty;
        if matches!(reading.asked, ExpectedContent::Composed) {
            is_same |= self.compare_id(read, exchange, findings);
        } else if exchange.is_composed_beside() {
            let beside = agreement.beside_document(content);
            is_same &= beside.is_same();
            self.say_agreement(&beside, findings);
        }
        self.say_agreement(&comparison, findings);
        let is_sealed = self.asked.is_some_and(RequestedDocument::is_sealed);
        let is_as_sent = is_sealed && same.is_some() && reading.name == AS_SENT;
        // The request may have been kept as it was before it was encrypted.
        let is_in_clear =
            is_as_sent && (!reading.asked.may_be_ciphertext() || self.is_original(&reading.asked));
        let hidden = Hidden::new(exchange.any_keys(), exchange.scheme());
        // What was encrypted twice and decrypted once is a ciphertext still.
        let has_document = exchange.kind() != ProductKind::Token;
        let found = (same.is_some() && !is_as_sent)
            .then(|| reading.asked.ciphertext(has_document, &hidden))
            .flatten();
        let is_hidden = is_as_sent && !is_in_clear || found.is_some();
        if is_hidden {
            findings.about(DecisionCode::ContentEncrypted, self.id);
        }
        for member in comparison.members {
            let detail = Some(Detail::Member(member));
            findings.add(DecisionCode::ContentMember, Some(self.id), detail);
        }
        let how = comparison
            .how
            .or(is_in_clear.then_some("as the request has it, which was kept in clear"))
            .or((readings.len() > 1).then_some(reading.name));
        if let Some(how) = how {
            let detail = Some(Detail::Reading(how));
            findings.add(DecisionCode::ContentReading, Some(self.id), detail);
        }
        if let ExpectedContent::Digest(_, spelling) = reading.asked {
            findings.about(
                match spelling {
                    Spelling::Hex => DecisionCode::DigestInHex,
                    Spelling::Base64 | Spelling::Octets => DecisionCode::DigestInBase64,
                    Spelling::HexInBase64 => DecisionCode::DigestHexInBase64,
                },
                self.id,
            );
        }
        self.compare_original(&reading.asked, findings);
        is_same
    }

    /// What a comparison with the members of the request came to.
    fn say_agreement(&self, comparison: &Comparison, findings: &mut Findings) {
        for code in &comparison.differences {
            findings.about(*code, self.id);
        }
        let add = |code, member: &String, findings: &mut Findings| {
            findings.add(code, Some(self.id), Some(Detail::Member(member.clone())));
        };
        for member in &comparison.missing {
            add(DecisionCode::ContentMapUnusable, member, findings);
        }
        for member in &comparison.left_out {
            add(DecisionCode::ContentNotCompared, member, findings);
        }
        if comparison.is_empty && comparison.is_same() && comparison.left_out.is_empty() {
            findings.about(DecisionCode::ContentNotCompared, self.id);
        }
    }

    /// Whether what was asked is the digest of the original file: then it is no ciphertext.
    fn is_original(&self, asked: &ExpectedContent) -> bool {
        let digest_form = self
            .asked
            .map_or(DigestForm::NotADigest, |asked| asked.digest_form);
        let wanted = Some(digest_form).filter(|it| *it != DigestForm::NotADigest);
        let wanted = wanted.and_then(|digest_form| asked.digest(digest_form));
        let found = |digest: &Digest| self.original?.digest(digest.algorithm());
        wanted.is_some_and(|digest| found(&digest) == Some(digest))
    }

    /// The original file against the digest that was asked to be signed.
    fn compare_original(&self, asked: &ExpectedContent, findings: &mut Findings) {
        let digest_form = self
            .asked
            .map_or(DigestForm::NotADigest, |asked| asked.digest_form);
        let Some(original) = self.original else {
            if digest_form != DigestForm::NotADigest {
                findings.about(DecisionCode::OriginalNotCompared, self.id);
            }
            return;
        };
        let wanted = Some(digest_form)
            .filter(|digest_form| *digest_form != DigestForm::NotADigest)
            .and_then(|digest_form| asked.digest(digest_form));
        let found = wanted.and_then(|digest| original.digest(digest.algorithm()));
        match (wanted, found) {
            (Some(wanted), Some(found)) if wanted == found => {}
            (Some(_), Some(_)) => findings.about(DecisionCode::OriginalDiffers, self.id),
            _ => findings.about(DecisionCode::OriginalUnusable, self.id),
        }
    }
}

/// A document as it was read and judged.
struct Read {
    is_comparable: bool,
    report: Report,
    content: Option<SignedContent>,
    digest: Option<Digest>,
    reading: PlainHashSource,
    /// Whether the digest taken as content verifies, and whether that counts.
    hash_of_hash: Option<bool>,
    certificates: Vec<Vec<u8>>,
    signatures: Vec<SignatureKey>,
}

impl Read {
    const fn nothing(report: Report) -> Self {
        Self {
            is_comparable: false,
            report,
            content: None,
            digest: None,
            reading: PlainHashSource::Prehash,
            hash_of_hash: None,
            certificates: Vec::new(),
            signatures: Vec::new(),
        }
    }

    fn document(
        document: &SignedDocument<'_>,
        readings: &[Reading],
        asked: Option<&RequestedDocument>,
        exchange: &Exchange<'_>,
        verification: &VerificationSettings<'_>,
        claim: Claim<'_>,
    ) -> Self {
        let request = verification.request.claim(claim);
        let content = document.untrusted_content();
        let doubtful = |it: &Reading| it.doubtful_digest(asked?);
        let doubtful: Vec<Digest> = readings.iter().filter_map(doubtful).collect();
        let mut digests = digests(readings, asked, content.is_some());
        digests.retain(|it| !doubtful.contains(it));
        // The first digest makes the report, unless another passes.
        let supplied = digests
            .first()
            .map_or(Content::Embedded, |it| Content::Digest(*it));
        let mut read =
            Self::nothing(document.audit(verification.policy, &request.content(supplied)));
        read.digest = digests.first().copied();
        // A doubtful one counts only if the signature is over it.
        let mut others = digests.iter().skip(1).chain(&doubtful);
        while read.report.verdict != Verdict::TotalPassed
            && let Some(digest) = others.next()
        {
            let report = document.audit(
                verification.policy,
                &request.content(Content::Digest(*digest)),
            );
            if report.verdict == Verdict::TotalPassed {
                read.report = report;
                read.digest = Some(*digest);
            }
        }
        if content.is_none()
            && let Some(digest) = read.digest
            && is_failed(&read.report)
        {
            let other = request
                .content(Content::Digest(digest))
                .plain_hash_source(PlainHashSource::HashOfHash);
            let report = document.audit(verification.policy, &other);
            if !is_failed(&report) {
                let is_pinned = exchange.reading == PlainHashSource::HashOfHash;
                read.hash_of_hash = Some(is_pinned);
                if is_pinned {
                    read.report = report;
                    read.reading = PlainHashSource::HashOfHash;
                }
            }
        }
        read.is_comparable = true;
        read.content = content.map(SignedContent::new);
        read.certificates = certificates(document, &read.report);
        read.signatures = document
            .signers()
            .iter()
            .map(|signer| SignatureKey::new(signer.signature()))
            .collect();
        read
    }
}

/// The digests that were requested to be signed in place of the content.
fn digests(
    readings: &[Reading],
    asked: Option<&RequestedDocument>,
    has_content: bool,
) -> Vec<Digest> {
    let digest_form = asked.map_or(DigestForm::NotADigest, |asked| asked.digest_form);
    let of = |reading: &Reading| match &reading.asked {
        ExpectedContent::Digest(digest, _) => Some(*digest),
        ExpectedContent::Token(text) if !has_content => {
            digest_form.read(text).map(|(digest, _)| digest)
        }
        _ => None,
    };
    readings.iter().filter_map(of).collect()
}

/// The certificates under which the signers' signatures verified.
fn certificates(document: &SignedDocument<'_>, report: &Report) -> Vec<Vec<u8>> {
    let of = |signer: &injang_core::SignerReport| {
        let index = signer.certificate.filter(|_| signer.is_verified_key)?;
        let certificate = document.certificates().get(index)?.certificate()?;
        Some(certificate.octets().to_vec())
    };
    report.signers.iter().filter_map(of).collect()
}

const fn is_failed(report: &Report) -> bool {
    matches!(report.verdict, Verdict::TotalFailed(_))
}
