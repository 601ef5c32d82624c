//! Files and folders with certificates.

use crate::failure::Failure;
use crate::input;
use crate::pieces::{self, Fault, Wanted};
use injang::{Certificate, TrustAnchor};
use std::path::{Path, PathBuf};

/// The certificates in a file, each in DER: one at least, each can be read, and nothing else is
/// with them.
fn read(octets: &[u8]) -> Result<Vec<Vec<u8>>, Fault> {
    let mut certificates = Vec::new();
    for piece in pieces::split(octets)? {
        certificates.append(&mut pieces::certificates(&piece)?);
    }
    Ok(certificates)
}

/// The certificates in a file.
pub(crate) fn from_file(path: &Path) -> Result<Vec<Vec<u8>>, Failure> {
    read(&input::read_pieces(path)?).map_err(|fault| fault.of(path, Wanted::Certificates))
}

/// The certificates in files and folders, each in DER: one at least behind every path. A file that
/// can't be read stops the run, also in a folder: whom the caller trusts must not depend on it.
pub(crate) fn from_paths(paths: &[PathBuf]) -> Result<Vec<Vec<u8>>, Failure> {
    let mut certificates = Vec::new();
    for path in paths {
        let named = input::files(path)?;
        if named.files.is_empty() {
            return Err(Fault::Nothing.of(path, Wanted::Certificates));
        }
        for file in &named.files {
            certificates.append(&mut from_file(file)?);
        }
    }
    Ok(certificates)
}

/// Certificates in DER that were read before, to look into.
pub(crate) fn views(certificates: &[Vec<u8>]) -> Vec<Certificate<'_>> {
    certificates
        .iter()
        .filter_map(|octets| Certificate::from_der(octets).ok())
        .collect()
}

/// The trust anchors in files and folders.
pub(crate) fn anchors(paths: &[PathBuf]) -> Result<Vec<TrustAnchor>, Failure> {
    let certificates = from_paths(paths)?;
    Ok(views(&certificates).iter().map(TrustAnchor::from).collect())
}
