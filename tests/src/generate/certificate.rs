//! Certificates, field by field.

use super::algorithm::Hash;
use super::der::{
    bit_string, boolean_true, explicit, ia5, implicit_octets, integer, integer_octets, named_bits,
    octet_string, oid, printable, sequence, set, tlv, unsigned, utc_time, utf8,
};
use super::key::Key;
use super::oid as id;

/// What will be a certificate; every field can be wrong.
#[derive(Clone)]
pub(crate) struct Template {
    /// The INTEGER of the version: 2 for the third; the first has none.
    pub(crate) version: u8,
    /// Content octets of the serial number.
    pub(crate) serial: Vec<u8>,
    /// The issuer's Name.
    pub(crate) issuer: Vec<u8>,
    /// The subject's Name.
    pub(crate) subject: Vec<u8>,
    /// Both Times.
    pub(crate) validity: [Vec<u8>; 2],
    /// `SubjectPublicKeyInfo`.
    pub(crate) spki: Vec<u8>,
    /// The extensions in order, each with its OID in dotted form.
    pub(crate) extensions: Vec<(&'static str, Vec<u8>)>,
    /// The digest of the issuer's signature.
    pub(crate) hash: Hash,
    /// `tbsCertificate.signature`, if it differs from the usual one.
    pub(crate) inner_algorithm: Option<Vec<u8>>,
    /// `signatureAlgorithm`, if it differs from the usual one.
    pub(crate) outer_algorithm: Option<Vec<u8>>,
}

impl Template {
    /// A certificate for `key` without extensions, valid from 2025 to 2027.
    pub(crate) fn new(issuer: &[u8], subject: &[u8], serial: &[u8], key: &Key) -> Self {
        Self {
            version: 2,
            serial: serial.to_vec(),
            issuer: issuer.to_vec(),
            subject: subject.to_vec(),
            validity: [utc_time("250101000000Z"), utc_time("271231235959Z")],
            spki: key.spki(),
            extensions: Vec::new(),
            hash: Hash::Sha256,
            inner_algorithm: None,
            outer_algorithm: None,
        }
    }

    /// Adds or replaces an extension.
    pub(crate) fn with(mut self, dotted: &'static str, extension: Vec<u8>) -> Self {
        self.extensions.retain(|(present, _)| *present != dotted);
        self.extensions.push((dotted, extension));
        self
    }

    /// Leaves an extension out.
    pub(crate) fn without(mut self, dotted: &str) -> Self {
        self.extensions.retain(|(present, _)| *present != dotted);
        self
    }

    /// Replaces the validity.
    pub(crate) fn valid(mut self, not_before: Vec<u8>, not_after: Vec<u8>) -> Self {
        self.validity = [not_before, not_after];
        self
    }

    /// Replaces the subject.
    pub(crate) fn subject(mut self, subject: Vec<u8>) -> Self {
        self.subject = subject;
        self
    }

    /// Replaces the subject's key.
    pub(crate) fn spki(mut self, spki: Vec<u8>) -> Self {
        self.spki = spki;
        self
    }

    /// The certificate (RFC 5280 4.1), signed by `issuer`.
    pub(crate) fn sign(&self, issuer: &Key) -> Vec<u8> {
        self.with_signature(issuer, &issuer.sign(self.hash, &self.to_be_signed(issuer)))
    }

    /// The certificate with this signature, good or not.
    pub(crate) fn with_signature(&self, issuer: &Key, signature: &[u8]) -> Vec<u8> {
        let algorithm = self
            .outer_algorithm
            .clone()
            .unwrap_or_else(|| issuer.signature_algorithm(self.hash));
        sequence(&[self.to_be_signed(issuer), algorithm, bit_string(signature)])
    }

    /// `TBSCertificate`.
    pub(crate) fn to_be_signed(&self, issuer: &Key) -> Vec<u8> {
        let version = match self.version {
            0 => Vec::new(),
            number => explicit(0, &integer(number)),
        };
        let mut fields = vec![
            version,
            integer_octets(&self.serial),
            self.inner_algorithm
                .clone()
                .unwrap_or_else(|| issuer.signature_algorithm(self.hash)),
            self.issuer.clone(),
            sequence(&self.validity),
            self.subject.clone(),
            self.spki.clone(),
        ];
        if !self.extensions.is_empty() {
            let list: Vec<Vec<u8>> = self
                .extensions
                .iter()
                .map(|(_, extension)| extension.clone())
                .collect();
            fields.push(explicit(3, &sequence(&list)));
        }
        sequence(&fields)
    }
}

/// A Name of one attribute per RDN.
pub(crate) fn name(attributes: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let rdn = |(kind, value): &(&str, Vec<u8>)| set(&[sequence(&[oid(kind), value.clone()])]);
    sequence(&attributes.iter().map(rdn).collect::<Vec<_>>())
}

/// A subject of the test subscribers: country, organisation and a running number.
pub(crate) fn test_signer(number: u8) -> Vec<u8> {
    name(&[
        (id::COUNTRY_NAME, printable("KR")),
        (id::ORGANIZATION_NAME, utf8("INJANG TEST")),
        (id::COMMON_NAME, utf8(&format!("시험 서명자 {number}"))),
    ])
}

/// Extension (RFC 5280 4.1.2.9).
pub(crate) fn extension(dotted: &str, critical: bool, value: &[u8]) -> Vec<u8> {
    let flag = if critical { boolean_true() } else { Vec::new() };
    sequence(&[oid(dotted), flag, octet_string(value)])
}

/// Critical keyUsage of the numbered bits.
pub(crate) fn key_usage(bits: &[u8]) -> Vec<u8> {
    extension(id::KEY_USAGE, true, &named_bits(bits))
}

/// Critical basicConstraints of a CA.
pub(crate) fn basic_constraints_ca() -> Vec<u8> {
    extension(id::BASIC_CONSTRAINTS, true, &sequence(&[boolean_true()]))
}

/// subjectKeyIdentifier: the SHA-1 of the key's bits (RFC 5280 4.2.1.2 (1)).
pub(crate) fn key_identifier(key: &Key) -> Vec<u8> {
    Hash::Sha1.of(&key.spki())
}

/// The SHA-1 of the key's own octets, as OCSP names responders (RFC 6960 4.2.1).
pub(crate) fn key_identifier_of(key: &Key) -> Vec<u8> {
    Hash::Sha1.of(&key.key_octets())
}

/// The extension around [`key_identifier`].
pub(crate) fn subject_key_identifier(key: &Key) -> Vec<u8> {
    extension(
        id::SUBJECT_KEY_IDENTIFIER,
        false,
        &octet_string(&key_identifier(key)),
    )
}

/// authorityKeyIdentifier that holds only a keyIdentifier.
pub(crate) fn authority_key_identifier(octets: &[u8]) -> Vec<u8> {
    extension(
        id::AUTHORITY_KEY_IDENTIFIER,
        false,
        &sequence(&[implicit_octets(0, octets)]),
    )
}

/// cRLDistributionPoints of one URI.
pub(crate) fn crl_distribution_point(uri: &str) -> Vec<u8> {
    let full_name = tlv(0xa0, &implicit_octets(6, uri.as_bytes()));
    let point = sequence(&[explicit(0, &full_name)]);
    extension(id::CRL_DISTRIBUTION_POINTS, false, &sequence(&[point]))
}

/// `PolicyQualifierInfo` that points to a practice statement.
pub(crate) fn cps(uri: &str) -> Vec<u8> {
    sequence(&[oid(id::ID_QT_CPS), ia5(uri)])
}

/// `PolicyInformation`.
pub(crate) fn policy(dotted: &str, qualifiers: &[Vec<u8>]) -> Vec<u8> {
    let list = if qualifiers.is_empty() {
        Vec::new()
    } else {
        sequence(qualifiers)
    };
    sequence(&[oid(dotted), list])
}

/// A serial number of `length` octets, its top bit as asked; with it set a sign octet goes first.
pub(crate) fn serial_of(length: usize, top_bit: bool) -> Vec<u8> {
    let mut magnitude = super::seed::random(length);
    magnitude[0] = if top_bit {
        magnitude[0] | 0x80
    } else {
        (magnitude[0] & 0x7f) | 0x40
    };
    super::der::content_of(&unsigned(&magnitude)).to_vec()
}
