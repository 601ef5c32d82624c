//! OBJECT IDENTIFIERs, and the ones that have a meaning here.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;

/// An OBJECT IDENTIFIER (X.690 8.19) as a slice of the input. Displayed dotted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Oid<'a>(&'a [u8]);

impl<'a> Oid<'a> {
    /// From the content octets of the element; `None` if they are empty or cut off, or an arc has
    /// a leading 80 or more than 128 bits (arcs of 128 bits occur: UUIDs under 2.25).
    pub fn from_content(octets: &'a [u8]) -> Option<Self> {
        // Nearly all are short, and have no 80 at all: no arc of theirs is cut off, begins with 80
        // or is too long.
        let is_short = (1..=Self::SHORT).contains(&octets.len());
        if is_short && octets[octets.len() - 1] < 0x80 {
            let found = octets
                .iter()
                .fold(0, |found, octet| found | u8::from(*octet == 0x80));
            if found == 0 {
                return Some(Self(octets));
            }
        }
        Self::from_long_content(octets)
    }

    /// As many octets as no arc can be too long in.
    const SHORT: usize = 18;

    /// The same for every form.
    fn from_long_content(octets: &'a [u8]) -> Option<Self> {
        let mut is_first = true;
        let mut length = 0;
        for octet in octets {
            // 18 octets carry 126 bits; of a nineteenth, two more bits fit, and its arc begins
            // with no more than 83.
            if is_first {
                length = usize::from(*octet > 0x83);
            }
            length += 1;
            if (is_first && *octet == 0x80) || length > 19 {
                return None;
            }
            is_first = octet & 0x80 == 0;
        }
        (is_first && !octets.is_empty()).then_some(Self(octets))
    }

    /// One of the constants of this crate, whose octets are known to be right.
    pub(crate) const fn known(octets: &'static [u8]) -> Oid<'static> {
        Oid(octets)
    }

    /// The content octets.
    pub const fn content(&self) -> &'a [u8] {
        self.0
    }
}

impl fmt::Display for Oid<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut arc: u128 = 0;
        let mut first = true;
        for octet in self.0 {
            arc = arc << 7 | u128::from(octet & 0x7f);
            if octet & 0x80 != 0 {
                continue;
            }
            if first {
                let root = (arc / 40).min(2);
                write!(f, "{root}.{}", arc - root * 40)?;
                first = false;
            } else {
                write!(f, ".{arc}")?;
            }
            arc = 0;
        }
        Ok(())
    }
}

impl fmt::Debug for Oid<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// An OBJECT IDENTIFIER that owns its octets, for reports that outlive the document.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OidBuf(Box<[u8]>);

impl OidBuf {
    /// The same identifier, borrowed.
    pub fn as_oid(&self) -> Oid<'_> {
        Oid(&self.0)
    }
}

impl OidBuf {
    /// Reads dotted decimal text; `None` if it is no identifier, or has an arc of more than 128 bits.
    ///
    /// ```
    /// let policy = injang_core::OidBuf::parse("1.2.410.200098.5.1.1.1.3").unwrap();
    /// assert_eq!(policy.to_string(), "1.2.410.200098.5.1.1.1.3");
    /// assert!(injang_core::OidBuf::parse("3.1").is_none() && injang_core::OidBuf::parse("1.02").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let mut arcs = text.split('.').map(|arc| {
            let is_number = arc.bytes().all(|octet| octet.is_ascii_digit());
            let is_shortest = arc == "0" || !arc.starts_with('0');
            (is_number && is_shortest).then(|| arc.parse::<u128>().ok())?
        });
        let (root, second) = (arcs.next()??, arcs.next()??);
        // X.690 8.19.4: the first two arcs are one.
        if root > 2 || (root < 2 && second > 39) {
            return None;
        }
        let first = second.checked_add(root * 40)?;
        let mut octets = Vec::new();
        for arc in core::iter::once(Some(first)).chain(arcs) {
            let arc = arc?;
            let groups = (u128::BITS - (arc | 1).leading_zeros()).div_ceil(7);
            for group in (0..groups).rev() {
                // The seven lowest bits of what is left after the shift.
                let bits = (arc >> (7 * group)).to_le_bytes()[0] & 0x7f;
                octets.push(if group > 0 { bits | 0x80 } else { bits });
            }
        }
        Oid::from_content(&octets).map(Self::from)
    }
}

impl From<Oid<'_>> for OidBuf {
    fn from(oid: Oid<'_>) -> Self {
        Self(oid.0.into())
    }
}

impl fmt::Display for OidBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.as_oid(), f)
    }
}

impl fmt::Debug for OidBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

macro_rules! known {
    ($($(#[$doc:meta])* $name:ident = $octets:expr;)*) => {
        $($(#[$doc])* pub(crate) const $name: Oid<'static> = Oid::known(&$octets);)*
    };
}

known! {
    /// id-data, 1.2.840.113549.1.7.1 (RFC 5652 4)
    ID_DATA = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01];
    /// id-signedData, 1.2.840.113549.1.7.2 (RFC 5652 5.1)
    ID_SIGNED_DATA = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
    /// id-envelopedData, 1.2.840.113549.1.7.3 (RFC 5652 6.1)
    ID_ENVELOPED_DATA = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x03];
    /// id-encryptedData, 1.2.840.113549.1.7.6 (RFC 5652 8)
    ID_ENCRYPTED_DATA = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x06];
    /// id-ct-authEnvelopedData, 1.2.840.113549.1.9.16.1.23 (RFC 5083 2.1)
    ID_AUTH_ENVELOPED_DATA = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x17];
    /// id-contentType, 1.2.840.113549.1.9.3 (RFC 5652 11.1)
    ID_CONTENT_TYPE = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x03];
    /// id-messageDigest, 1.2.840.113549.1.9.4 (RFC 5652 11.2)
    ID_MESSAGE_DIGEST = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x04];
    /// id-signingTime, 1.2.840.113549.1.9.5 (RFC 5652 11.3)
    ID_SIGNING_TIME = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x05];
    /// id-countersignature, 1.2.840.113549.1.9.6 (RFC 5652 11.4)
    ID_COUNTERSIGNATURE = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x06];
    /// id-aa-CMSAlgorithmProtection, 1.2.840.113549.1.9.52 (RFC 6211 2)
    ID_ALGORITHM_PROTECTION = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x34];
    /// id-aa-signingCertificate, 1.2.840.113549.1.9.16.2.12 (RFC 2634 5.4)
    ID_SIGNING_CERTIFICATE =
        [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x02, 0x0c];
    /// id-aa-signingCertificateV2, 1.2.840.113549.1.9.16.2.47 (RFC 5035 3)
    ID_SIGNING_CERTIFICATE_V2 =
        [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x02, 0x2f];

    /// id-sha1, 1.3.14.3.2.26 (RFC 3370 2.1)
    ID_SHA1 = [0x2b, 0x0e, 0x03, 0x02, 0x1a];
    /// id-sha256, 2.16.840.1.101.3.4.2.1 (RFC 5754 2.2)
    ID_SHA256 = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01];
    /// id-sha384, 2.16.840.1.101.3.4.2.2 (RFC 5754 2.3)
    ID_SHA384 = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02];
    /// id-sha512, 2.16.840.1.101.3.4.2.3 (RFC 5754 2.4)
    ID_SHA512 = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03];
    /// id-sha224, 2.16.840.1.101.3.4.2.4 (RFC 5754 2.1)
    ID_SHA224 = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x04];

    /// rsaEncryption, 1.2.840.113549.1.1.1 (RFC 8017 A.1)
    RSA_ENCRYPTION = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
    /// sha1WithRSAEncryption, 1.2.840.113549.1.1.5 (RFC 3370 3.2)
    SHA1_WITH_RSA = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x05];
    /// sha256WithRSAEncryption, 1.2.840.113549.1.1.11 (RFC 5754 3.2)
    SHA256_WITH_RSA = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b];
    /// sha384WithRSAEncryption, 1.2.840.113549.1.1.12 (RFC 5754 3.2)
    SHA384_WITH_RSA = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0c];
    /// sha512WithRSAEncryption, 1.2.840.113549.1.1.13 (RFC 5754 3.2)
    SHA512_WITH_RSA = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0d];
    /// sha224WithRSAEncryption, 1.2.840.113549.1.1.14 (RFC 5754 3.2)
    SHA224_WITH_RSA = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0e];

    /// id-mgf1, 1.2.840.113549.1.1.8 (RFC 4055 2.2)
    MGF1 = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x08];
    /// id-RSASSA-PSS, 1.2.840.113549.1.1.10 (RFC 4055 3.1)
    RSASSA_PSS = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0a];
    /// id-Ed25519, 1.3.101.112 (RFC 8410 3)
    ED25519 = [0x2b, 0x65, 0x70];

    /// id-ecPublicKey, 1.2.840.10045.2.1 (RFC 5480 2.1.1)
    EC_PUBLIC_KEY = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
    /// secp256r1, 1.2.840.10045.3.1.7 (RFC 5480 2.1.1.1)
    SECP256R1 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];
    /// secp384r1, 1.3.132.0.34 (RFC 5480 2.1.1.1)
    SECP384R1 = [0x2b, 0x81, 0x04, 0x00, 0x22];
    /// secp521r1, 1.3.132.0.35 (RFC 5480 2.1.1.1)
    SECP521R1 = [0x2b, 0x81, 0x04, 0x00, 0x23];
    /// ecdsa-with-SHA1, 1.2.840.10045.4.1 (RFC 5753 7.1.3)
    ECDSA_WITH_SHA1 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x01];
    /// ecdsa-with-SHA224, 1.2.840.10045.4.3.1 (RFC 5754 3.3)
    ECDSA_WITH_SHA224 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x01];
    /// ecdsa-with-SHA256, 1.2.840.10045.4.3.2 (RFC 5754 3.3)
    ECDSA_WITH_SHA256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];
    /// ecdsa-with-SHA384, 1.2.840.10045.4.3.3 (RFC 5754 3.3)
    ECDSA_WITH_SHA384 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x03];
    /// ecdsa-with-SHA512, 1.2.840.10045.4.3.4 (RFC 5754 3.3)
    ECDSA_WITH_SHA512 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x04];

    /// id-ce-subjectKeyIdentifier, 2.5.29.14 (RFC 5280 4.2.1.2)
    SUBJECT_KEY_IDENTIFIER = [0x55, 0x1d, 0x0e];
    /// id-ce-keyUsage, 2.5.29.15 (RFC 5280 4.2.1.3)
    KEY_USAGE = [0x55, 0x1d, 0x0f];
    /// id-ce-subjectAltName, 2.5.29.17 (RFC 5280 4.2.1.6)
    SUBJECT_ALT_NAME = [0x55, 0x1d, 0x11];
    /// id-ce-basicConstraints, 2.5.29.19 (RFC 5280 4.2.1.9)
    BASIC_CONSTRAINTS = [0x55, 0x1d, 0x13];
    /// id-ce-nameConstraints, 2.5.29.30 (RFC 5280 4.2.1.10)
    NAME_CONSTRAINTS = [0x55, 0x1d, 0x1e];
    /// id-ce-issuerAltName, 2.5.29.18 (RFC 5280 4.2.1.7)
    ISSUER_ALT_NAME = [0x55, 0x1d, 0x12];
    /// id-ce-cRLNumber, 2.5.29.20 (RFC 5280 5.2.3)
    CRL_NUMBER = [0x55, 0x1d, 0x14];
    /// id-ce-cRLReasons, 2.5.29.21 (RFC 5280 5.3.1)
    REASON_CODE = [0x55, 0x1d, 0x15];
    /// id-ce-holdInstructionCode, 2.5.29.23 (RFC 3280 5.3.2; RFC 5280 has it no more)
    HOLD_INSTRUCTION_CODE = [0x55, 0x1d, 0x17];
    /// id-ce-invalidityDate, 2.5.29.24 (RFC 5280 5.3.2)
    INVALIDITY_DATE = [0x55, 0x1d, 0x18];
    /// id-ce-deltaCRLIndicator, 2.5.29.27 (RFC 5280 5.2.4)
    DELTA_CRL_INDICATOR = [0x55, 0x1d, 0x1b];
    /// id-ce-issuingDistributionPoint, 2.5.29.28 (RFC 5280 5.2.5)
    ISSUING_DISTRIBUTION_POINT = [0x55, 0x1d, 0x1c];
    /// id-ce-certificateIssuer, 2.5.29.29 (RFC 5280 5.3.3)
    CERTIFICATE_ISSUER = [0x55, 0x1d, 0x1d];
    /// id-ce-cRLDistributionPoints, 2.5.29.31 (RFC 5280 4.2.1.13)
    CRL_DISTRIBUTION_POINTS = [0x55, 0x1d, 0x1f];
    /// id-ce-authorityKeyIdentifier, 2.5.29.35 (RFC 5280 4.2.1.1)
    AUTHORITY_KEY_IDENTIFIER = [0x55, 0x1d, 0x23];
    /// id-ce-freshestCRL, 2.5.29.46 (RFC 5280 5.2.6)
    FRESHEST_CRL = [0x55, 0x1d, 0x2e];
    /// id-pkix-ocsp-basic, 1.3.6.1.5.5.7.48.1.1 (RFC 6960 4.2.1)
    ID_PKIX_OCSP_BASIC = [0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01, 0x01];
    /// id-pkix-ocsp-nonce, 1.3.6.1.5.5.7.48.1.2 (RFC 6960 4.4.1)
    ID_PKIX_OCSP_NONCE = [0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01, 0x02];
    /// id-pkix-ocsp-crl, 1.3.6.1.5.5.7.48.1.3 (RFC 6960 4.4.2)
    ID_PKIX_OCSP_CRL = [0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01, 0x03];
    /// id-pkix-ocsp-archive-cutoff, 1.3.6.1.5.5.7.48.1.6 (RFC 6960 4.4.4)
    ID_PKIX_OCSP_ARCHIVE_CUTOFF = [0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01, 0x06];
    /// id-pkix-ocsp-extended-revoke, 1.3.6.1.5.5.7.48.1.9 (RFC 6960 4.4.8)
    ID_PKIX_OCSP_EXTENDED_REVOKE = [0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01, 0x09];
    /// anyPolicy, 2.5.29.32.0 (RFC 5280 4.2.1.4)
    ANY_POLICY = [0x55, 0x1d, 0x20, 0x00];
    /// id-qt-cps, 1.3.6.1.5.5.7.2.1 (RFC 5280 4.2.1.4)
    ID_QT_CPS = [0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x02, 0x01];
    /// id-qt-unotice, 1.3.6.1.5.5.7.2.2 (RFC 5280 4.2.1.4)
    ID_QT_UNOTICE = [0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x02, 0x02];
    /// id-ce-policyMappings, 2.5.29.33 (RFC 5280 4.2.1.5)
    POLICY_MAPPINGS = [0x55, 0x1d, 0x21];
    /// anyExtendedKeyUsage, 2.5.29.37.0 (RFC 5280 4.2.1.12)
    ANY_EXTENDED_KEY_USAGE = [0x55, 0x1d, 0x25, 0x00];
    /// id-on-SmtpUTF8Mailbox, 1.3.6.1.5.5.7.8.9 (RFC 9598 3)
    SMTP_UTF8_MAILBOX = [0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x08, 0x09];
    /// emailAddress, 1.2.840.113549.1.9.1 (RFC 5280 4.1.2.6)
    EMAIL_ADDRESS = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x01];
    /// commonName, 2.5.4.3 (RFC 5280 A.1)
    COMMON_NAME = [0x55, 0x04, 0x03];
    /// id-kp-OCSPSigning, 1.3.6.1.5.5.7.3.9 (RFC 6960 4.2.2.2)
    OCSP_SIGNING = [0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x09];
    /// id-pkix-ocsp-nocheck, 1.3.6.1.5.5.7.48.1.5 (RFC 6960 4.2.2.2.1)
    OCSP_NO_CHECK = [0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01, 0x05];
    /// id-ri-ocsp-response, 1.3.6.1.5.5.7.16.2 (RFC 5940 2)
    RI_OCSP_RESPONSE = [0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x10, 0x02];
    /// id-ce-certificatePolicies, 2.5.29.32 (RFC 5280 4.2.1.4)
    CERTIFICATE_POLICIES = [0x55, 0x1d, 0x20];
    /// id-qt-cps, 1.3.6.1.5.5.7.2.1 (RFC 5280 4.2.1.4)
    QT_CPS = [0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x02, 0x01];
    /// id-pe-authorityInfoAccess, 1.3.6.1.5.5.7.1.1 (RFC 5280 4.2.2.1)
    AUTHORITY_INFO_ACCESS = [0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x01, 0x01];
    /// id-ad-ocsp, 1.3.6.1.5.5.7.48.1 (RFC 5280 4.2.2.1)
    AD_OCSP = [0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01];
    /// id-ad-caIssuers, 1.3.6.1.5.5.7.48.2 (RFC 5280 4.2.2.1)
    AD_CA_ISSUERS = [0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x02];
    /// id-ce-policyConstraints, 2.5.29.36 (RFC 5280 4.2.1.11)
    POLICY_CONSTRAINTS = [0x55, 0x1d, 0x24];
    /// id-ce-extKeyUsage, 2.5.29.37 (RFC 5280 4.2.1.12)
    EXT_KEY_USAGE = [0x55, 0x1d, 0x25];
    /// id-ce-inhibitAnyPolicy, 2.5.29.54 (RFC 5280 4.2.1.14)
    INHIBIT_ANY_POLICY = [0x55, 0x1d, 0x36];
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    #[test]
    fn dotted() {
        assert_eq!(ID_SIGNED_DATA.to_string(), "1.2.840.113549.1.7.2");
        assert_eq!(ID_SHA256.to_string(), "2.16.840.1.101.3.4.2.1");
        assert_eq!(SECP521R1.to_string(), "1.3.132.0.35");
        assert_eq!(
            ID_SIGNING_CERTIFICATE_V2.to_string(),
            "1.2.840.113549.1.9.16.2.47"
        );
        // X.690 8.19.5's own example.
        assert_eq!(
            Oid::from_content(&[0x88, 0x37, 3]).unwrap().to_string(),
            "2.999.3"
        );
    }

    #[test]
    fn malformed() {
        assert!(Oid::from_content(&[]).is_none());
        assert!(Oid::from_content(&[0x2a, 0x86]).is_none());
        assert!(Oid::from_content(&[0x2a, 0x80, 0x01]).is_none());
        assert!(Oid::from_content(&[0xff; 40]).is_none());
        // 2.25 and 128 bits, which is the most that an arc may have.
        let arc = |first, length: usize| {
            let mut octets = alloc::vec![0x69, first];
            octets.resize(length, 0xff);
            octets.push(0x7f);
            octets
        };
        let longest = arc(0x83, 19);
        let text = Oid::from_content(&longest).unwrap().to_string();
        assert_eq!(text, alloc::format!("2.25.{}", u128::MAX));
        assert!(Oid::from_content(&arc(0x84, 19)).is_none());
        assert!(Oid::from_content(&arc(0x81, 20)).is_none());
        assert!(Oid::from_content(&arc(0xff, 18)).is_some());
    }
    /// Up to the length where an arc can be too long, and beyond it, whatever is in them.
    #[test]
    fn the_fast_way_and_the_other_agree() {
        for length in 0..=21 {
            for at in 0..length.max(1) {
                for (others, octet, last) in [
                    (0xff, 0x7f, 0x7f),
                    (0xff, 0x80, 0x7f),
                    (0x81, 0x80, 0x01),
                    (0x01, 0x80, 0x01),
                    (0x01, 0xff, 0x80),
                    (0xff, 0xff, 0xff),
                    (0x83, 0xff, 0x7f),
                ] {
                    let mut octets = alloc::vec![others; length];
                    if let [.., end] = &mut octets[..] {
                        *end = last;
                        octets[at] = octet;
                    }
                    let slow = Oid::from_long_content(&octets);
                    assert_eq!(Oid::from_content(&octets), slow, "{octets:x?}");
                }
            }
        }
    }
}
