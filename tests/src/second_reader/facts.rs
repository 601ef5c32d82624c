//! What a reason for a refusal rests on, as Injang reads it.

use super::elements::{children, signed_data};
use super::reason::Reason;
use der::{Decode as _, ErrorKind, Tag};
use injang_core::{
    Certificate, CertificateChoice, CertificateList, Error, RevocationInfo, SignedDocument,
    SignerIdentifier,
};
use std::collections::BTreeSet;

/// The tag of a certificate.
const SEQUENCE: u8 = 0x30;

/// What there is in something that Injang reads which the second reader is known to refuse.
#[derive(Default)]
pub(super) struct Facts {
    reasons: BTreeSet<Reason>,
    /// Why Injang leaves a member of `certificates` unread that the second reader can read.
    refused: Option<Error>,
}

impl Facts {
    pub(super) fn of_document(read: &SignedDocument<'_>) -> Self {
        let mut facts = Self::default();
        for (index, choice) in read.certificates().iter().enumerate() {
            match choice {
                CertificateChoice::Certificate(read) => facts.add_certificate(read),
                CertificateChoice::Unrecognised(it) if it.octets()[0] == SEQUENCE => {
                    let is_der = x509_cert::Certificate::from_der(it.octets()).is_ok();
                    let is_read = x509_cert::Certificate::from_ber(it.octets()).is_ok();
                    facts.note(!is_der || !is_read, Reason::UnreadableMember);
                    if is_read {
                        facts.refused = facts.refused.or(read.certificate_error(index));
                    }
                }
                _ => facts.note(true, Reason::OtherChoice),
            }
        }
        for info in read.revocation_infos() {
            match info {
                RevocationInfo::Crl(octets) => {
                    let crl = CertificateList::from_der(octets).ok();
                    let is_first = crl.is_some_and(|crl| crl.version() == 1);
                    facts.note(is_first, Reason::FirstVersionCrl);
                }
                _ => facts.note(true, Reason::OtherRevocationInfo),
            }
        }
        for signer in read.signers() {
            if let SignerIdentifier::IssuerAndSerial { serial, .. } = signer.identifier() {
                facts.note(serial.len() > 21, Reason::LongSerial);
            }
        }
        for version in versions(read.der().octets()) {
            facts.note(!matches!(version, [2, 1, 0..=5]), Reason::UnknownVersion);
        }
        facts
    }

    pub(super) fn of_certificate(read: &Certificate<'_>) -> Self {
        let mut facts = Self::default();
        facts.add_certificate(read);
        facts
    }

    pub(super) fn of_crl(read: &CertificateList<'_>) -> Self {
        let mut facts = Self::default();
        facts.note(read.version() == 1, Reason::FirstVersionCrl);
        facts
    }

    fn add_certificate(&mut self, read: &Certificate<'_>) {
        self.note(read.serial().len() > 21, Reason::LongSerial);
        self.note(read.version() > 3, Reason::UnknownVersion);
        let validity = read.validity();
        let dates = [validity.not_before, validity.not_after];
        let is_early = dates.iter().any(|date| date.unix() < 0);
        self.note(is_early, Reason::TimeBefore1970);
    }

    fn note(&mut self, is_so: bool, reason: Reason) {
        if is_so {
            self.reasons.insert(reason);
        }
    }

    /// Why the second reader refuses it: a fact that goes with the kind of its error.
    pub(super) fn reason(&self, error: der::Error) -> Option<Reason> {
        let fitting: &[Reason] = match error.kind() {
            // The error itself says what it is about.
            ErrorKind::Noncanonical { tag: Tag::Boolean } => {
                return self.unread_member().or(Some(Reason::TrueNotFf));
            }
            ErrorKind::TagUnknown { .. } => {
                return self.unread_member().or(Some(Reason::UnknownTag));
            }
            ErrorKind::Value { tag: Tag::Integer } => &[Reason::LongSerial, Reason::UnknownVersion],
            ErrorKind::Value {
                tag: Tag::UtcTime | Tag::GeneralizedTime,
            } => &[Reason::TimeBefore1970],
            ErrorKind::TagUnexpected {
                expected: Some(Tag::Integer),
                actual: Tag::Sequence,
            } => &[Reason::FirstVersionCrl],
            ErrorKind::TagUnexpected { .. } => &[Reason::OtherRevocationInfo],
            _ => &[],
        };
        // Of a member that is not read the second reader may say anything.
        let fitting = fitting.iter().find(|it| self.reasons.contains(it)).copied();
        self.unread_member().or(fitting)
    }

    /// Why Injang leaves a member of `certificates` unread that the second reader can read.
    pub(super) fn refused(&self) -> Option<Error> {
        self.refused
    }

    /// Which member of `certificates` Injang leaves unread, if it does one.
    pub(super) fn unread_member(&self) -> Option<Reason> {
        let unread = [Reason::OtherChoice, Reason::UnreadableMember];
        unread.into_iter().find(|it| self.reasons.contains(it))
    }
}

/// The versions of a document and of its signers.
fn versions(document: &[u8]) -> Vec<&[u8]> {
    let fields = signed_data(document);
    let signers = fields.last().map(|set| children(set)).unwrap_or_default();
    let of_signers = signers.iter().map(|signer| children(signer)[0]);
    std::iter::once(fields[0]).chain(of_signers).collect()
}
