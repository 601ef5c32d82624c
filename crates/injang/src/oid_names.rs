//! The names of algorithms, keys, attributes and providers, by their OBJECT IDENTIFIERs.

use injang_core::report::RevocationReason;
use injang_core::{
    AlgorithmIdentifier, Certificate, CertificateList, Curve, Oid, PublicKey, SubjectPublicKeyInfo,
};

/// Policies that are listed of one certificate: real ones have one or two.
const MOST_POLICIES: usize = 64;

/// The policies that a certificate asserts; `None` if they can't be read, or are too many to show.
pub(crate) fn policies<'a>(certificate: &Certificate<'a>) -> Option<Vec<Oid<'a>>> {
    let policies = certificate.policies().ok()?;
    (policies.len() <= MOST_POLICIES).then_some(policies)
}

/// The name of a digest algorithm, or its OID.
pub(crate) fn digest_algorithm(algorithm: &AlgorithmIdentifier<'_>) -> String {
    let dotted = algorithm.oid().to_string();
    match dotted.as_str() {
        "1.3.14.3.2.26" => "sha1".into(),
        "2.16.840.1.101.3.4.2.4" => "sha224".into(),
        "2.16.840.1.101.3.4.2.1" => "sha256".into(),
        "2.16.840.1.101.3.4.2.2" => "sha384".into(),
        "2.16.840.1.101.3.4.2.3" => "sha512".into(),
        _ => dotted,
    }
}

/// The name of a signature algorithm in the standard that defines it, or its OID.
pub(crate) fn signature_algorithm(algorithm: &AlgorithmIdentifier<'_>) -> String {
    let dotted = algorithm.oid().to_string();
    match dotted.as_str() {
        "1.2.840.113549.1.1.1" => "rsaEncryption".into(),
        "1.2.840.113549.1.1.5" => "sha1WithRSAEncryption".into(),
        "1.2.840.113549.1.1.11" => "sha256WithRSAEncryption".into(),
        "1.2.840.113549.1.1.12" => "sha384WithRSAEncryption".into(),
        "1.2.840.113549.1.1.13" => "sha512WithRSAEncryption".into(),
        "1.2.840.113549.1.1.14" => "sha224WithRSAEncryption".into(),
        "1.2.840.10045.4.1" => "ecdsa-with-SHA1".into(),
        "1.2.840.10045.4.3.1" => "ecdsa-with-SHA224".into(),
        "1.2.840.10045.4.3.2" => "ecdsa-with-SHA256".into(),
        "1.2.840.10045.4.3.3" => "ecdsa-with-SHA384".into(),
        "1.2.840.10045.4.3.4" => "ecdsa-with-SHA512".into(),
        _ => dotted,
    }
}

/// Kind and size of a key; the OID of its algorithm if the key can't be used here.
pub(crate) fn key(info: &SubjectPublicKeyInfo<'_>) -> String {
    match info.key() {
        Some(key @ PublicKey::Rsa { .. }) => format!("rsa-{}", key.bits()),
        Some(PublicKey::Ec {
            curve: Curve::P256, ..
        }) => "ec-p256".into(),
        Some(PublicKey::Ec {
            curve: Curve::P384, ..
        }) => "ec-p384".into(),
        Some(PublicKey::Ec {
            curve: Curve::P521, ..
        }) => "ec-p521".into(),
        _ => info.algorithm().oid().to_string(),
    }
}

/// The kind of a CRL, as reports name it.
pub(crate) fn crl(crl: &CertificateList<'_>) -> &'static str {
    match crl.base_number() {
        Some(_) => "delta-crl",
        None => "crl",
    }
}

/// The name of an `OCSPResponseStatus` (RFC 6960 4.2.1).
pub(crate) fn response_status(number: u8) -> &'static str {
    match number {
        0 => "successful",
        1 => "malformedRequest",
        2 => "internalError",
        3 => "tryLater",
        5 => "sigRequired",
        _ => "unauthorized",
    }
}

/// The name of a `CRLReason` (RFC 5280 5.3.1).
pub(crate) fn revocation_reason(number: u8) -> Option<&'static str> {
    let mut reasons = RevocationReason::ALL.iter();
    let reason = reasons.find(|it| it.number() == number)?;
    Some(reason.name())
}

/// id-data, 1.2.840.113549.1.7.1 (RFC 5652 4): the content type that says nothing.
pub(crate) const ID_DATA: &str = "1.2.840.113549.1.7.1";

/// The name of an attribute that is often seen in signed documents.
pub(crate) fn attribute(oid: Oid<'_>) -> Option<&'static str> {
    Some(match oid.to_string().as_str() {
        "1.2.840.113549.1.9.3" => "content-type",
        "1.2.840.113549.1.9.4" => "message-digest",
        "1.2.840.113549.1.9.5" => "signing-time",
        "1.2.840.113549.1.9.6" => "countersignature",
        "1.2.840.113549.1.9.15" => "smime-capabilities",
        "1.2.840.113549.1.9.52" => "algorithm-protection",
        "1.2.840.113549.1.9.16.2.12" => "signing-certificate",
        "1.2.840.113549.1.9.16.2.14" => "signature-time-stamp",
        "1.2.840.113549.1.9.16.2.47" => "signing-certificate-v2",
        _ => return None,
    })
}

/// The attribute with the claimed signing time, 1.2.840.113549.1.9.5 (RFC 5652 11.3).
pub(crate) const SIGNING_TIME: &str = "signing-time";

/// Who certifies under a policy, for people to read. The certificate claims it; it has not been verified
/// it, and nothing depends on it.
pub(crate) fn provider(policy: Oid<'_>) -> Option<&'static str> {
    const ARCS: [(&str, &str); 11] = [
        ("1.2.410.200099", "Kakao"),
        ("1.2.410.200098", "Toss"),
        ("1.2.410.200097.1.1.2.1", "Naver"),
        ("1.2.410.200090.1.1.1", "PAYCO"),
        ("1.2.410.200085.3.2.1.2.1", "KICA-PASS"),
        ("1.2.410.200005.1.1", "yessign"),
        ("1.2.410.200004.5.1.1", "SignKorea"),
        ("1.2.410.200004.5.2.1", "signGATE"),
        ("1.2.410.200004.5.4.1", "CrossCert"),
        ("1.2.410.200012.1.1", "TradeSign"),
        ("1.2.410.100001", "GPKI/EPKI"),
    ];
    let dotted = policy.to_string();
    let is_under = |arc| matches!(dotted.strip_prefix(arc), Some(rest) if rest.is_empty() || rest.starts_with('.'));
    ARCS.into_iter()
        .find(|(arc, _)| is_under(*arc))
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn provider_by_whole_arcs() {
        // 1.2.410.200098.1, 1.2.410.200098, 1.2.410.2000980
        let name = |content: &[u8]| provider(Oid::from_content(content).unwrap());
        assert_eq!(name(&[0x2a, 0x83, 0x1a, 0x8c, 0x9b, 0x22, 1]), Some("Toss"));
        assert_eq!(name(&[0x2a, 0x83, 0x1a, 0x8c, 0x9b, 0x22]), Some("Toss"));
        assert_eq!(name(&[0x2a, 0x83, 0x1a, 0xfa, 0x90, 0x54]), None);
    }
}
