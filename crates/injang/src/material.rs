//! Certificates, CRLs and OCSP responses in the forms in which they are handed over.

use crate::pem_or_der::{self, PemOrDerError, Wanted};
use crate::redaction::View;
use injang_core::report::Lang;
use injang_core::{Error, RevocationItem};
use std::fmt;

/// Octets that are not the material that was wanted: certificates, or CRLs and OCSP responses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MaterialError {
    fault: PemOrDerError,
    wanted: Wanted,
}

impl MaterialError {
    pub(crate) const fn malformed(error: Error) -> Self {
        Self {
            fault: PemOrDerError::Malformed(error),
            wanted: Wanted::Certificates,
        }
    }

    /// What is wrong.
    pub const fn fault(&self) -> PemOrDerError {
        self.fault
    }

    /// What is wrong, and what to do about it, in a sentence.
    pub fn message(&self, lang: Lang) -> String {
        self.message_in(View::new(lang))
    }

    /// The same with the names of the program that shows it.
    pub fn message_in(&self, view: View) -> String {
        self.fault.sentence(self.wanted, view)
    }
}

impl fmt::Display for MaterialError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for MaterialError {}

/// The certificates in these octets, each in DER that can be read: one at least. The octets may be in any
/// form that [`PolicyBuilder::trust`](crate::PolicyBuilder::trust) takes.
pub fn certificates(octets: &[u8]) -> Result<Vec<Vec<u8>>, MaterialError> {
    let wanted = Wanted::Certificates;
    let failed = |fault| MaterialError { fault, wanted };
    let mut all = Vec::new();
    for piece in pem_or_der::split(octets).map_err(failed)? {
        all.extend(pem_or_der::certificates(&piece).map_err(failed)?.pieces);
    }
    Ok(all)
}

/// The CRLs and OCSP responses in these octets, each in DER, read once: one at least.
pub(crate) fn revocation_data(octets: &[u8]) -> Result<Vec<Vec<u8>>, MaterialError> {
    let wanted = Wanted::RevocationData;
    let failed = |fault| MaterialError { fault, wanted };
    let mut all = Vec::new();
    for piece in pem_or_der::split(octets).map_err(failed)? {
        match pem_or_der::revocation_data(&piece).map_err(failed)? {
            Some(list) => all.extend(list.pieces),
            None => all.push(piece.into_owned()),
        }
    }
    for piece in &all {
        if let Err(error) = RevocationItem::from_der(piece) {
            return Err(failed(pem_or_der::not_revocation_data(piece, error)));
        }
    }
    Ok(all)
}
