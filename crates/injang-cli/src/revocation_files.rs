//! Files and folders with CRLs and OCSP responses.
//!
//! A file that is named by itself and can't be read stops the run. In a folder, which may be a store
//! of thousands that others fill, such a file is named in the report and left out.

use crate::beside::Beside;
use crate::escape;
use crate::failure::Failure;
use crate::input;
use injang::pem_or_der::{self, Found, PemOrDerError, Wanted};
use injang::{Lang, PolicyBuilder, UnreadableFile};
use std::path::{Path, PathBuf};

/// A CRL or an OCSP response in DER, not yet read, and the file that it stands in.
struct EvidenceFile {
    file: PathBuf,
    /// Whether the file was found in a folder, and not named by itself.
    is_in_folder: bool,
    octets: Vec<u8>,
}

/// The pieces that were found, and the files in which none could be.
pub(crate) struct Pieces {
    all: Vec<EvidenceFile>,
    /// By where each stands.
    unreadable: Vec<(PathBuf, UnreadableFile)>,
}

/// The pieces in files and folders: every path has one file at least.
///
/// Certificates that lists have beside them are added to `beside`.
pub(crate) fn from_paths<'p>(
    paths: impl Iterator<Item = &'p PathBuf>,
    beside: &mut Vec<Beside>,
) -> Result<Pieces, Failure> {
    let (mut all, mut unreadable) = (Vec::new(), Vec::new());
    for path in paths {
        let mut named = input::files(path)?;
        let folders = named.folders.drain(..);
        beside.extend(folders.map(|it| Beside::folder(path, it, Wanted::RevocationData)));
        if named.files.is_empty() {
            return Err(Failure::of_file(
                path,
                PemOrDerError::Nothing,
                Wanted::RevocationData,
            ));
        }
        for file in named.files {
            match read_file(&file) {
                Ok(found) => {
                    beside.extend(Beside::of(
                        path,
                        &file,
                        found.beside,
                        Wanted::RevocationData,
                    ));
                    all.extend(found.pieces.into_iter().map(|octets| EvidenceFile {
                        file: file.clone(),
                        is_in_folder: named.is_folder,
                        octets,
                    }));
                }
                Err(failure) if named.is_folder => {
                    let unread = unreadable_file(&file, &failure);
                    unreadable.push((file, unread));
                }
                Err(failure) => return Err(failure),
            }
        }
    }
    // By their octets: a file's name and place among the options have no say in a report.
    all.sort_by(|one: &EvidenceFile, other| one.octets.cmp(&other.octets));
    Ok(Pieces { all, unreadable })
}

/// The pieces of a file; of a list (.p7b) without signers its CRLs and OCSP responses.
fn read_file(file: &Path) -> Result<Found, Failure> {
    let octets = input::read_pieces(file)?;
    let fault = |fault: PemOrDerError| Failure::of_file(file, fault, Wanted::RevocationData);
    let mut all = Found::default();
    for piece in pem_or_der::split(&octets).map_err(fault)? {
        match pem_or_der::revocation_data(&piece).map_err(fault)? {
            Some(mut list) => {
                all.pieces.append(&mut list.pieces);
                all.beside += list.beside;
            }
            None => all.pieces.push(piece.into_owned()),
        }
    }
    Ok(all)
}

impl Pieces {
    /// Adds every piece to a policy. The files of folders that can't be read, each once and by name.
    pub(crate) fn add_to(
        &self,
        policy: &mut PolicyBuilder,
    ) -> Result<Vec<UnreadableFile>, Failure> {
        let mut unreadable = self.unreadable.clone();
        for piece in &self.all {
            if let Err(error) = policy.add_revocation_data(&piece.octets) {
                let failure = Failure::of_file(&piece.file, error.fault(), Wanted::RevocationData);
                if !piece.is_in_folder {
                    return Err(failure);
                }
                unreadable.push((piece.file.clone(), unreadable_file(&piece.file, &failure)));
            }
        }
        unreadable.sort_by(|one, other| one.0.cmp(&other.0));
        unreadable.dedup_by(|one, other| one.0 == other.0);
        Ok(unreadable.into_iter().map(|(_, file)| file).collect())
    }
}

/// A file of a folder that is left out, as reports name it.
fn unreadable_file(file: &Path, failure: &Failure) -> UnreadableFile {
    let sentence = |lang| failure.sentence(lang);
    UnreadableFile::new(escape::path(file), sentence(Lang::En), sentence(Lang::Ko))
}
