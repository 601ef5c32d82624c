//! PEM with any number of blocks (RFC 7468): lists of certificates and of revocation data.

use super::pem::{BEGIN, DASHES, END};
use alloc::vec::Vec;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Why a text is not PEM.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PemError {
    /// There is no block.
    Missing,
    /// A block with a private key, by its label: it is not decoded.
    PrivateKey,
    /// A block that begins at this byte and breaks a rule.
    Broken {
        /// Where: the line that breaks it.
        at: usize,
        /// Which.
        rule: PemRule,
    },
}

/// A rule that a block breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PemRule {
    /// It has no end line with its label.
    End,
    /// It has header lines (RFC 1421), which RFC 7468 does not have.
    Headers,
    /// It is not base64.
    Base64,
}

/// A block that has begun.
struct Block<'t> {
    label: &'t [u8],
    /// Where its first line begins.
    at: usize,
    symbols: Vec<u8>,
    /// Where its first line with a colon stands, before any base64.
    header: Option<usize>,
}

impl Block<'_> {
    fn decode(&self) -> Result<Vec<u8>, PemError> {
        STANDARD
            .decode(&self.symbols)
            .map_err(|_| match self.header {
                Some(at) => PemError::Broken {
                    at,
                    rule: PemRule::Headers,
                },
                None => PemError::Broken {
                    at: self.at,
                    rule: PemRule::Base64,
                },
            })
    }
}

/// What the blocks hold, whatever their labels say: one at least. Lines between them are
/// explanations (RFC 7468 2).
///
/// 1. A block begins with a line that begins with its label; the rest of that line belongs to it, and
///    so does what is before an end line in the same line: a block may have lost its line ends.
/// 2. It ends with its own label. What is between is base64.
pub fn pem_blocks(text: &[u8]) -> Result<Vec<Vec<u8>>, PemError> {
    let mut found = Vec::new();
    let mut block: Option<Block<'_>> = None;
    let mut start = if text.starts_with(b"\xef\xbb\xbf") {
        3
    } else {
        0
    };
    for line in text[start..].split(|octet| matches!(octet, b'\n' | b'\r')) {
        let (at, mut rest) = (start, line.trim_ascii());
        start += line.len() + 1;
        while !rest.is_empty() {
            let Some(open) = &mut block else {
                let Some((label, behind)) = label(rest, BEGIN) else {
                    break;
                };
                if label.ends_with(b"PRIVATE KEY") {
                    return Err(PemError::PrivateKey);
                }
                block = Some(Block {
                    label,
                    at,
                    symbols: Vec::new(),
                    header: None,
                });
                rest = behind;
                continue;
            };
            let end = rest.windows(END.len()).position(|window| window == END);
            let body = &rest[..end.unwrap_or(rest.len())];
            if open.symbols.is_empty() && body.contains(&b':') {
                open.header.get_or_insert(at);
            }
            let symbols = body.iter().filter(|octet| !octet.is_ascii_whitespace());
            open.symbols.extend(symbols);
            rest = match end.map(|end| label(&rest[end..], END)) {
                None => &[],
                Some(Some((label, behind))) if label == open.label => {
                    found.push(open.decode()?);
                    block = None;
                    behind.trim_ascii_start()
                }
                Some(_) => {
                    let rule = PemRule::End;
                    return Err(PemError::Broken { at, rule });
                }
            };
        }
    }
    match (block, found.is_empty()) {
        (Some(open), _) => Err(PemError::Broken {
            at: open.at,
            rule: PemRule::End,
        }),
        (None, true) => Err(PemError::Missing),
        (None, false) => Ok(found),
    }
}

/// The label behind a boundary with which a text begins, and what follows.
fn label<'t>(text: &'t [u8], boundary: &[u8]) -> Option<(&'t [u8], &'t [u8])> {
    let rest = text.strip_prefix(boundary)?;
    let length = rest
        .windows(DASHES.len())
        .position(|window| window == DASHES)?;
    Some((&rest[..length], &rest[length + DASHES.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    #[test]
    fn blocks_of_a_bundle() {
        let bundle = b"\xef\xbb\xbfsubject=nobody\r\n-----BEGIN CERTIFICATE-----\r\nAA\r\nEC\r\n-----END CERTIFICATE-----\r\n\
            -----BEGIN X509 CERTIFICATE-----\nAwQ=\n-----END X509 CERTIFICATE-----\n\
            -----BEGIN X509 CRL-----\nBQ==\n-----END X509 CRL-----\n\
            -----BEGIN OCSP RESPONSE-----\nBg==\n-----END OCSP RESPONSE-----";
        assert_eq!(
            pem_blocks(bundle).unwrap(),
            [vec![0, 1, 2], vec![3, 4], vec![5], vec![6]]
        );
        // One that lost its line ends.
        let line = b"-----BEGIN CERTIFICATE----- AAEC -----END CERTIFICATE----- -----BEGIN CERTIFICATE-----Aw==-----END CERTIFICATE-----";
        assert_eq!(pem_blocks(line).unwrap(), [vec![0, 1, 2], vec![3]]);
        let broken = |at, rule| PemError::Broken { at, rule };
        let faults: [(&[u8], PemError); 10] = [
            (b"", PemError::Missing),
            (b"nothing", PemError::Missing),
            (b"-----BEGIN EC PRIVATE KEY-----\nAAEC\n-----END EC PRIVATE KEY-----", PemError::PrivateKey),
            (b"-----BEGIN CERTIFICATE-----\nAAEC\n", broken(0, PemRule::End)),
            (b"note\n-----BEGIN CERTIFICATE-----\nAAEC\n-----END PKCS7-----", broken(38, PemRule::End)),
            (b"-----BEGIN CERTIFICATE-----\nAA*C\n-----END CERTIFICATE-----", broken(0, PemRule::Base64)),
            (b"-----BEGIN CERTIFICATE-----\nA:*C\n-----END CERTIFICATE-----", broken(28, PemRule::Headers)),
            (b"-----BEGIN CERTIFICATE-----\nProc-Type: 4,CLEAR\n\nAAEC\n-----END CERTIFICATE-----", broken(28, PemRule::Headers)),
            (b"-----BEGIN CERTIFICATE-----\nAAEC\nA:*C\n-----END CERTIFICATE-----", broken(0, PemRule::Base64)),
            (b"-----BEGIN CERTIFICATE-----\n-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----", broken(0, PemRule::Base64)),
        ];
        for (text, fault) in faults {
            assert_eq!(pem_blocks(text), Err(fault), "{}", text.escape_ascii());
        }
    }
}
