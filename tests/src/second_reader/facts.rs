//! What a reason for a refusal rests on, as Injang reads it.

use super::elements::{children, signed_data};
use super::reason::Reason;
use der::{Decode as _, ErrorKind, Tag};
use injang_core::{
    Certificate, CertificateChoice, CertificateList, RevocationInfo, SignedDocument,
    SignerIdentifier,
};

/// What there is in something that Injang reads and the second reader refuses.
#[derive(Default)]
pub(super) struct Facts {
    has_other_choice: bool,
    has_unreadable_member: bool,
    has_other_revocation_info: bool,
    has_long_serial: bool,
    /// A version of a document, a signer or a certificate that the standards do not have.
    has_unknown_version: bool,
    has_time_before_1970: bool,
    has_first_version_crl: bool,
}

impl Facts {
    pub(super) fn of_document(read: &SignedDocument<'_>) -> Self {
        let mut facts = Self::default();
        for choice in read.certificates() {
            match choice {
                CertificateChoice::Certificate(read) => facts.add_certificate(read),
                CertificateChoice::Unrecognised(it) if it.octets()[0] == 0x30 => {
                    let alone = x509_cert::Certificate::from_der(it.octets());
                    facts.has_unreadable_member |= alone.is_err();
                }
                _ => facts.has_other_choice = true,
            }
        }
        for info in read.revocation_infos() {
            match info {
                RevocationInfo::Crl(octets) => {
                    let crl = CertificateList::from_der(octets).ok();
                    facts.has_first_version_crl |= crl.is_some_and(|crl| crl.version() == 1);
                }
                _ => facts.has_other_revocation_info = true,
            }
        }
        for signer in read.signers() {
            if let SignerIdentifier::IssuerAndSerial { serial, .. } = signer.identifier() {
                facts.add_serial(serial);
            }
        }
        facts.has_unknown_version |= versions(read.der().octets())
            .iter()
            .any(|version| !matches!(version, [2, 1, 0..=5]));
        facts
    }

    pub(super) fn of_certificate(read: &Certificate<'_>) -> Self {
        let mut facts = Self::default();
        facts.add_certificate(read);
        facts
    }

    pub(super) fn of_crl(read: &CertificateList<'_>) -> Self {
        Self {
            has_first_version_crl: read.version() == 1,
            ..Self::default()
        }
    }

    fn add_certificate(&mut self, read: &Certificate<'_>) {
        self.add_serial(read.serial());
        self.has_unknown_version |= read.version() > 3;
        let validity = read.validity();
        let dates = [validity.not_before, validity.not_after];
        self.has_time_before_1970 |= dates.iter().any(|date| date.unix() < 0);
    }

    fn add_serial(&mut self, serial: &[u8]) {
        self.has_long_serial |= serial.len() > 21;
    }

    /// Why the second reader refuses it: a fact that goes with the kind of its error.
    pub(super) fn reason(&self, error: der::Error) -> Option<Reason> {
        let fitting: &[(bool, Reason)] = match error.kind() {
            ErrorKind::Value { tag: Tag::Integer } => &[
                (self.has_long_serial, Reason::LongSerial),
                (self.has_unknown_version, Reason::UnknownVersion),
            ],
            ErrorKind::Value {
                tag: Tag::UtcTime | Tag::GeneralizedTime,
            } => &[(self.has_time_before_1970, Reason::TimeBefore1970)],
            ErrorKind::Noncanonical { tag: Tag::Boolean } => &[(true, Reason::TrueNotFf)],
            ErrorKind::TagUnknown { .. } => &[(true, Reason::UnknownTag)],
            ErrorKind::TagUnexpected {
                expected: Some(Tag::Integer),
                actual: Tag::Sequence,
            } => &[(self.has_first_version_crl, Reason::FirstVersionCrl)],
            ErrorKind::TagUnexpected { .. } => {
                &[(self.has_other_revocation_info, Reason::OtherRevocationInfo)]
            }
            _ => &[],
        };
        let fitting = fitting.iter().find(|(is_so, _)| *is_so);
        // Of a member that is not read the second reader may say anything.
        self.unread_member().or(fitting.map(|(_, reason)| *reason))
    }

    /// Which member of `certificates` Injang leaves unread, if it does one.
    pub(super) fn unread_member(&self) -> Option<Reason> {
        let unread = self
            .has_unreadable_member
            .then_some(Reason::UnreadableMember);
        self.has_other_choice
            .then_some(Reason::OtherChoice)
            .or(unread)
    }
}

/// The versions of a document and of its signers.
fn versions(document: &[u8]) -> Vec<&[u8]> {
    let fields = signed_data(document);
    let signers = fields.last().map(|set| children(set)).unwrap_or_default();
    let of_signers = signers.iter().map(|signer| children(signer)[0]);
    std::iter::once(fields[0]).chain(of_signers).collect()
}
