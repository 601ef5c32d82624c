//! OCSP responses (RFC 6960 4.2.1), field by field.

use super::algorithm::{Hash, identifier};
use super::certificate::{extension, key_identifier_of};
use super::der::{
    bit_string, explicit, generalized_time, integer_octets, octet_string, oid, retag, sequence, tlv,
};
use super::hierarchy::Ca;
use super::key::Key;
use super::oid as id;

/// What will be a response; every field can be wrong.
#[derive(Clone)]
pub(crate) struct Response {
    /// The `ResponderID`.
    pub(crate) responder: Vec<u8>,
    pub(crate) produced_at: Vec<u8>,
    pub(crate) singles: Vec<Single>,
    pub(crate) extensions: Vec<Vec<u8>>,
    /// Certificates that it brings.
    pub(crate) certificates: Vec<Vec<u8>>,
    pub(crate) hash: Hash,
    /// The signature's algorithm, if it is not the one that signed.
    pub(crate) algorithm: Option<Vec<u8>>,
}

/// What is said of one certificate.
#[derive(Clone)]
pub(crate) struct Single {
    id: Vec<u8>,
    status: Vec<u8>,
    this_update: Vec<u8>,
    next_update: Option<Vec<u8>>,
    extensions: Vec<Vec<u8>>,
}

/// byName
pub(crate) fn by_name(name: &[u8]) -> Vec<u8> {
    explicit(1, name)
}

/// byKey
pub(crate) fn by_key(key: &Key) -> Vec<u8> {
    explicit(2, &octet_string(&key_identifier_of(key)))
}

/// A response that has a status and nothing else.
pub(crate) fn without_answer(status: u8) -> Vec<u8> {
    sequence(&[tlv(0x0a, &[status])])
}

impl Response {
    /// A response of 1 March 2026.
    pub(crate) fn new(responder: Vec<u8>, single: Single) -> Self {
        Self {
            responder,
            produced_at: generalized_time("20260301000000Z"),
            singles: vec![single],
            extensions: Vec::new(),
            certificates: Vec::new(),
            hash: Hash::Sha256,
            algorithm: None,
        }
    }

    /// Adds an answer.
    pub(crate) fn single(mut self, single: Single) -> Self {
        self.singles.push(single);
        self
    }

    /// Replaces producedAt.
    pub(crate) fn produced_at(mut self, time: &str) -> Self {
        self.produced_at = generalized_time(time);
        self
    }

    /// Adds an extension.
    pub(crate) fn with(mut self, dotted: &str, is_critical: bool, value: &[u8]) -> Self {
        self.extensions.push(extension(dotted, is_critical, value));
        self
    }

    /// A certificate that it brings.
    pub(crate) fn certificate(mut self, certificate: &[u8]) -> Self {
        self.certificates.push(certificate.to_vec());
        self
    }

    /// `OCSPResponse`, signed by that key.
    pub(crate) fn sign(&self, key: &Key) -> Vec<u8> {
        let mut fields = vec![
            self.responder.clone(),
            self.produced_at.clone(),
            sequence(&self.singles.iter().map(Single::encode).collect::<Vec<_>>()),
        ];
        if !self.extensions.is_empty() {
            fields.push(explicit(1, &sequence(&self.extensions)));
        }
        let signed = sequence(&fields);
        let signature = key.sign(self.hash, &signed);
        let algorithm = self.algorithm.clone();
        let mut fields = vec![
            signed,
            algorithm.unwrap_or_else(|| key.signature_algorithm(self.hash)),
            bit_string(&signature),
        ];
        if !self.certificates.is_empty() {
            fields.push(explicit(0, &sequence(&self.certificates)));
        }
        let bytes = sequence(&[
            oid(id::ID_PKIX_OCSP_BASIC),
            octet_string(&sequence(&fields)),
        ]);
        sequence(&[tlv(0x0a, &[0]), explicit(0, &bytes)])
    }
}

impl Single {
    /// Good, from 1 to 8 March 2026, the issuer named by SHA-1 as most responders do it.
    pub(crate) fn good(issuer: &Ca, serial: &[u8]) -> Self {
        Self::under(Hash::Sha1, issuer, serial)
    }

    /// The same under another digest.
    pub(crate) fn under(hash: Hash, issuer: &Ca, serial: &[u8]) -> Self {
        Self::about(hash, &issuer.name, &issuer.key.key_octets(), serial)
    }

    /// The same, with the digest's algorithm named by an unknown OID.
    pub(crate) fn under_unknown_digest(issuer: &Ca, serial: &[u8]) -> Self {
        let id = [
            identifier(id::UNKNOWN),
            octet_string(&Hash::Sha1.of(&issuer.name)),
            octet_string(&Hash::Sha1.of(&issuer.key.key_octets())),
            integer_octets(serial),
        ];
        Self {
            id: sequence(&id),
            ..Self::good(issuer, serial)
        }
    }

    /// The same about an issuer of that name and those octets of a key.
    pub(crate) fn about(hash: Hash, name: &[u8], key: &[u8], serial: &[u8]) -> Self {
        let id = [
            hash.identifier(),
            octet_string(&hash.of(name)),
            octet_string(&hash.of(key)),
            integer_octets(serial),
        ];
        Self {
            id: sequence(&id),
            status: tlv(0x80, &[]),
            this_update: generalized_time("20260301000000Z"),
            next_update: Some(generalized_time("20260308000000Z")),
            extensions: Vec::new(),
        }
    }

    /// Revoked at that time.
    pub(crate) fn revoked(mut self, time: &str, reason: Option<u8>) -> Self {
        let reason = reason.map(|reason| explicit(0, &tlv(0x0a, &[reason])));
        let info = sequence(&[generalized_time(time), reason.unwrap_or_default()]);
        self.status = retag(0xa1, &info);
        self
    }

    /// Unknown to the responder.
    pub(crate) fn unknown(mut self) -> Self {
        self.status = tlv(0x82, &[]);
        self
    }

    /// Replaces thisUpdate and nextUpdate.
    pub(crate) fn times(mut self, this_update: &str, next_update: Option<&str>) -> Self {
        self.this_update = generalized_time(this_update);
        self.next_update = next_update.map(generalized_time);
        self
    }

    /// Adds an extension.
    pub(crate) fn with(mut self, dotted: &str, is_critical: bool, value: &[u8]) -> Self {
        self.extensions.push(extension(dotted, is_critical, value));
        self
    }

    fn encode(&self) -> Vec<u8> {
        let mut fields = vec![
            self.id.clone(),
            self.status.clone(),
            self.this_update.clone(),
        ];
        fields.extend(self.next_update.as_ref().map(|time| explicit(0, time)));
        if !self.extensions.is_empty() {
            fields.push(explicit(1, &sequence(&self.extensions)));
        }
        sequence(&fields)
    }
}
