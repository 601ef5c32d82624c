//! Files with certificates: DER, or PEM with any number of them (RFC 7468 5).

use crate::escape;
use crate::failure::{Failure, Status};
use crate::input;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use injang::report::Lang;
use injang::{Certificate, Error, TrustAnchor};
use std::path::{Path, PathBuf};

/// Why a file is not one with certificates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Neither DER nor PEM.
    NoCertificate,
    /// A PEM block that holds something else.
    OtherBlock,
    /// A PEM block that does not end, or is not base64.
    BrokenBlock,
    /// A certificate that can't be read.
    Certificate(Error),
}

impl Fault {
    /// The fault in a sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::NoCertificate => lang
                .pick("there is no certificate in it", "인증서가 없습니다")
                .into(),
            Self::OtherBlock => lang
                .pick(
                    "it has a PEM block that is no certificate",
                    "인증서가 아닌 PEM 블록이 있습니다",
                )
                .into(),
            Self::BrokenBlock => lang
                .pick(
                    "it has a PEM block that is broken",
                    "PEM 블록이 손상되었습니다",
                )
                .into(),
            Self::Certificate(error) => error.sentence(lang).to_string(),
        }
    }
}

/// The certificates in a file, each in DER: one at least, and each can be read.
pub fn read(octets: &[u8]) -> Result<Vec<Vec<u8>>, Fault> {
    let readable = |octets: &[u8]| match Certificate::from_der(octets) {
        Ok(_) => Ok(()),
        Err(error) => Err(Fault::Certificate(error)),
    };
    if octets.first() == Some(&0x30) {
        // What is no certificate may be a large document, so it is read before it is copied.
        readable(octets)?;
        return Ok(vec![octets.to_vec()]);
    }
    let certificates = blocks(octets)?;
    certificates
        .iter()
        .try_for_each(|octets| readable(octets))?;
    Ok(certificates)
}

/// What the PEM blocks hold. Lines between them are explanations (RFC 7468 2).
fn blocks(text: &[u8]) -> Result<Vec<Vec<u8>>, Fault> {
    const LABELS: [&[u8]; 2] = [b"CERTIFICATE", b"X509 CERTIFICATE"];
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    let mut found = Vec::new();
    let mut block: Option<(&[u8], Vec<u8>)> = None;
    for line in text
        .split(|octet| matches!(octet, b'\n' | b'\r'))
        .map(<[u8]>::trim_ascii)
    {
        let boundary = |start: &[u8]| {
            line.strip_prefix(start)
                .and_then(|rest: &[u8]| rest.strip_suffix(b"-----"))
        };
        match (&mut block, boundary(b"-----BEGIN "), boundary(b"-----END ")) {
            (None, Some(label), _) if LABELS.contains(&label) => block = Some((label, Vec::new())),
            (None, Some(_), _) => return Err(Fault::OtherBlock),
            (None, None, _) => {}
            (Some((label, symbols)), None, Some(end)) if *label == end => {
                found.push(STANDARD.decode(symbols).map_err(|_| Fault::BrokenBlock)?);
                block = None;
            }
            (Some((_, symbols)), _, _) => symbols.extend_from_slice(line),
        }
    }
    match (block, found.is_empty()) {
        (Some(_), _) => Err(Fault::BrokenBlock),
        (None, true) => Err(Fault::NoCertificate),
        (None, false) => Ok(found),
    }
}

/// The certificates in a file.
pub(crate) fn from_file(path: &Path) -> Result<Vec<Vec<u8>>, Failure> {
    read(&input::read_certificates(path)?).map_err(|fault| unrecognised(path, fault))
}

/// The certificates in files and folders, each in DER: one at least behind every path.
pub(crate) fn from_paths(paths: &[PathBuf]) -> Result<Vec<Vec<u8>>, Failure> {
    let mut certificates = Vec::new();
    for path in paths {
        let files = input::files(path)?;
        if files.is_empty() {
            return Err(unrecognised(path, Fault::NoCertificate));
        }
        for file in &files {
            certificates.append(&mut from_file(file)?);
        }
    }
    Ok(certificates)
}

/// Certificates in DER that were [read] before, to look into.
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

fn unrecognised(path: &Path, fault: Fault) -> Failure {
    let path = escape::path(path);
    Failure::new(
        Status::Input,
        format!(
            "{path} is no file with certificates: {}",
            fault.sentence(Lang::En)
        ),
        format!(
            "{path}: 인증서 파일이 아닙니다. {}",
            fault.sentence(Lang::Ko)
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_of_a_bundle() {
        let bundle = b"\xef\xbb\xbfsubject=nobody\r\n-----BEGIN CERTIFICATE-----\r\nAA\r\nEC\r\n-----END CERTIFICATE-----\r\n\
            -----BEGIN X509 CERTIFICATE-----\nAwQ=\n-----END X509 CERTIFICATE-----";
        assert_eq!(blocks(bundle).unwrap(), [vec![0, 1, 2], vec![3, 4]]);
        let faults: [(&[u8], Fault); 7] = [
            (b"", Fault::NoCertificate),
            (b"nothing", Fault::NoCertificate),
            (b"-----BEGIN PKCS7-----\nAAEC\n-----END PKCS7-----", Fault::OtherBlock),
            (b"-----BEGIN CERTIFICATE-----\nAAEC\n", Fault::BrokenBlock),
            (b"-----BEGIN CERTIFICATE-----\nAAEC\n-----END PKCS7-----", Fault::BrokenBlock),
            (b"-----BEGIN CERTIFICATE-----\nAA*C\n-----END CERTIFICATE-----", Fault::BrokenBlock),
            (b"-----BEGIN CERTIFICATE-----\n-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----", Fault::BrokenBlock),
        ];
        for (text, fault) in faults {
            assert_eq!(blocks(text), Err(fault), "{}", text.escape_ascii());
        }
    }
}
