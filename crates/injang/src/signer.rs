//! One signer of a report, with the certificates that the report means by their indexes.

use crate::redaction::View;
use crate::report::Report;
use injang_core::report::{Lang, Origin};
use injang_core::{Certificate, CertificateChoice, SignerReport, TrustAnchor};

/// One signer of a [`Report`]: what was found out about it, its certificate and its path.
#[derive(Clone, Copy)]
pub struct Signer<'a> {
    report: &'a Report,
    index: usize,
    details: &'a SignerReport,
}

impl Report {
    /// One of its signers, in the document's order, with the certificates that the report means.
    pub fn signer(&self, index: usize) -> Option<Signer<'_>> {
        let details = self.details().signers.get(index)?;
        Some(Signer {
            report: self,
            index,
            details,
        })
    }
}

impl<'a> Signer<'a> {
    pub(crate) const fn report(&self) -> &'a Report {
        self.report
    }

    /// Its index in the document, from 0.
    pub const fn index(&self) -> usize {
        self.index
    }

    /// Everything that was found out: verdict, kind of signature, checks, findings, path.
    pub const fn details(&self) -> &'a SignerReport {
        self.details
    }

    /// The certificate that the signer is reported with: the one under whose key the signature
    /// verified ([`SignerReport::is_verified_key`]), or else the one that the signer names.
    pub fn certificate(&self) -> Option<Certificate<'a>> {
        self.of_document(self.details.certificate?)
    }

    /// The serial number of that certificate: the content octets of its INTEGER.
    pub fn serial(&self) -> Option<&'a [u8]> {
        Some(self.certificate()?.serial())
    }

    /// The name of the certificate's issuer; `None` also if it is the subject's own name.
    pub fn issuer(&self, lang: Lang) -> Option<String> {
        View::new(lang).issuer(&self.certificate()?)
    }

    /// The name of the person who signed: personal data.
    pub fn subject(&self, lang: Lang) -> Option<String> {
        let view = View {
            show_subject: true,
            ..View::new(lang)
        };
        view.subject(&self.certificate()?)
    }

    /// The certificate at a position of the path: 0 is the signer's.
    pub fn path_certificate(&self, position: usize) -> Option<Certificate<'a>> {
        match self.details.path.certificates.get(position)?.origin {
            Origin::Document(index) => self.of_document(index),
            Origin::Policy(index) => {
                let policy = self.report.policy().core();
                policy.issuers().get(index).copied()
            }
            _ => None,
        }
    }

    /// The trust anchor at the end of the path.
    pub fn anchor(&self) -> Option<&'a TrustAnchor> {
        let policy = self.report.policy().core();
        policy.anchors().get(self.details.path.anchor?)
    }

    fn of_document(&self, index: usize) -> Option<Certificate<'a>> {
        let document = self.report.untrusted_document().ok()?;
        match document.certificates().get(index)? {
            CertificateChoice::Certificate(certificate) => Some(*certificate),
            _ => None,
        }
    }
}

impl std::fmt::Debug for Signer<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Signer")
            .field("verdict", &self.details.verdict)
            .finish_non_exhaustive()
    }
}
