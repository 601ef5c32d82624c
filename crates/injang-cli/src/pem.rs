//! PEM with any number of blocks (RFC 7468).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Why a text is not PEM.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// There is no block.
    Missing,
    /// A block with a private key, by its label: it is not decoded.
    PrivateKey,
    /// A block that does not end, or is not base64.
    Broken,
}

/// What the blocks hold, whatever their labels say: one at least. Lines between them are
/// explanations (RFC 7468 2).
pub(crate) fn blocks(text: &[u8]) -> Result<Vec<Vec<u8>>, Fault> {
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
            (None, Some(label), _) if label.ends_with(b"PRIVATE KEY") => {
                return Err(Fault::PrivateKey);
            }
            (None, Some(label), _) => block = Some((label, Vec::new())),
            (None, None, _) => {}
            (Some((label, symbols)), None, Some(end)) if *label == end => {
                found.push(STANDARD.decode(symbols).map_err(|_| Fault::Broken)?);
                block = None;
            }
            (Some((_, symbols)), _, _) => symbols.extend_from_slice(line),
        }
    }
    match (block, found.is_empty()) {
        (Some(_), _) => Err(Fault::Broken),
        (None, true) => Err(Fault::Missing),
        (None, false) => Ok(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_of_a_bundle() {
        let bundle = b"\xef\xbb\xbfsubject=nobody\r\n-----BEGIN CERTIFICATE-----\r\nAA\r\nEC\r\n-----END CERTIFICATE-----\r\n\
            -----BEGIN X509 CERTIFICATE-----\nAwQ=\n-----END X509 CERTIFICATE-----\n\
            -----BEGIN X509 CRL-----\nBQ==\n-----END X509 CRL-----\n\
            -----BEGIN OCSP RESPONSE-----\nBg==\n-----END OCSP RESPONSE-----";
        assert_eq!(
            blocks(bundle).unwrap(),
            [vec![0, 1, 2], vec![3, 4], vec![5], vec![6]]
        );
        let faults: [(&[u8], Fault); 7] = [
            (b"", Fault::Missing),
            (b"nothing", Fault::Missing),
            (b"-----BEGIN EC PRIVATE KEY-----\nAAEC\n-----END EC PRIVATE KEY-----", Fault::PrivateKey),
            (b"-----BEGIN CERTIFICATE-----\nAAEC\n", Fault::Broken),
            (b"-----BEGIN CERTIFICATE-----\nAAEC\n-----END PKCS7-----", Fault::Broken),
            (b"-----BEGIN CERTIFICATE-----\nAA*C\n-----END CERTIFICATE-----", Fault::Broken),
            (b"-----BEGIN CERTIFICATE-----\n-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----", Fault::Broken),
        ];
        for (text, fault) in faults {
            assert_eq!(blocks(text), Err(fault), "{}", text.escape_ascii());
        }
    }
}
