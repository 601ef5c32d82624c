//! Files and folders with certificates.

use crate::beside::Beside;
use crate::failure::Failure;
use crate::input;
use injang::pem_or_der::{self, Found, PemOrDerError, Wanted};
use std::path::{Path, PathBuf};

/// The certificates in a file, each in DER: one at least, and each can be read.
fn read(octets: &[u8]) -> Result<Found, PemOrDerError> {
    let mut all = Found::default();
    for piece in pem_or_der::split(octets)? {
        let mut found = pem_or_der::certificates(&piece)?;
        all.pieces.append(&mut found.pieces);
        all.beside += found.beside;
    }
    Ok(all)
}

/// The certificates in a file, and how many CRLs and OCSP responses are beside them.
pub(crate) fn from_file(path: &Path) -> Result<Found, Failure> {
    read(&input::read_pieces(path)?)
        .map_err(|fault| Failure::of_file(path, fault, Wanted::Certificates))
}

/// The certificates in files and folders, each in DER: every path has one at least. A file that
/// can't be read stops the run, also in a folder: whom the caller trusts must not depend on it. What
/// is beside them is added to `beside`.
pub(crate) fn from_paths(
    paths: &[PathBuf],
    beside: &mut Vec<Beside>,
) -> Result<Vec<Vec<u8>>, Failure> {
    let mut certificates = Vec::new();
    for path in paths {
        let mut named = input::files(path)?;
        let folders = named.folders.drain(..);
        beside.extend(folders.map(|it| Beside::folder(path, it, Wanted::Certificates)));
        if named.files.is_empty() {
            return Err(Failure::of_file(
                path,
                PemOrDerError::Nothing,
                Wanted::Certificates,
            ));
        }
        for file in &named.files {
            let mut found = from_file(file)?;
            certificates.append(&mut found.pieces);
            beside.extend(Beside::of(path, file, found.beside, Wanted::Certificates));
        }
    }
    Ok(certificates)
}
