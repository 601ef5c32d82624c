//! Files and folders with CRLs and OCSP responses.

use crate::failure::Failure;
use crate::input;
use crate::pieces::{self, Fault, Kind, Wanted};
use injang::{Certificate, CryptoProvider, Evidence};
use std::path::PathBuf;

/// A CRL or an OCSP response in DER, not yet read, and the file that it stands in.
pub(crate) struct Piece {
    file: PathBuf,
    octets: Vec<u8>,
}

/// The pieces in files and folders: one at least behind every path.
pub(crate) fn from_paths<'p>(
    paths: impl Iterator<Item = &'p PathBuf>,
) -> Result<Vec<Piece>, Failure> {
    let mut found = Vec::new();
    for path in paths {
        let files = input::files(path)?;
        if files.is_empty() {
            return Err(Fault::Nothing.of(path, Wanted::Evidence));
        }
        for file in &files {
            let octets = input::read_pieces(file)?;
            let all = pieces::split(&octets).map_err(|fault| fault.of(file, Wanted::Evidence))?;
            found.extend(all.into_iter().map(|piece| Piece {
                file: file.clone(),
                octets: piece.into_owned(),
            }));
        }
    }
    // By their octets: a file's name and place among the options have no say in a report.
    found.sort_by(|one: &Piece, other| one.octets.cmp(&other.octets));
    Ok(found)
}

/// The evidence that the pieces are.
pub(crate) fn read<'a>(
    pieces: &'a [Piece],
    crypto: &dyn CryptoProvider,
) -> Result<Evidence<'a>, Failure> {
    let mut evidence = Evidence::new();
    for piece in pieces {
        evidence.add(&piece.octets, crypto).map_err(|error| {
            let fault = match Certificate::from_der(&piece.octets) {
                Ok(_) => Fault::OtherKind(Kind::Certificate),
                Err(_) => Fault::Malformed(error),
            };
            fault.of(&piece.file, Wanted::Evidence)
        })?;
    }
    Ok(evidence)
}
