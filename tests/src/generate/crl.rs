//! CRLs, field by field.

use super::algorithm::Hash;
use super::certificate::extension;
use super::constraint::directory;
use super::der::{
    bit_string, explicit, generalized_time, integer, integer_octets, null, sequence, tlv, utc_time,
};
use super::distribution::Scope;
use super::hierarchy::Ca;
use super::key::Key;
use super::oid as id;

/// What will be a CRL; every field can be wrong.
#[derive(Clone)]
pub(crate) struct Crl {
    pub(crate) issuer: Vec<u8>,
    /// Both Times; the second may be missing.
    pub(crate) this_update: Vec<u8>,
    pub(crate) next_update: Option<Vec<u8>>,
    pub(crate) entries: Vec<Entry>,
    /// The extensions in order.
    pub(crate) extensions: Vec<Vec<u8>>,
    pub(crate) hash: Hash,
    /// `tbsCertList.signature`, if it differs from the usual one.
    pub(crate) inner_algorithm: Option<Vec<u8>>,
}

/// One entry of a CRL.
#[derive(Clone)]
pub(crate) struct Entry {
    serial: Vec<u8>,
    date: Vec<u8>,
    extensions: Vec<Vec<u8>>,
}

/// certificateHold
pub(crate) const HOLD: u8 = 6;
/// removeFromCRL
pub(crate) const REMOVE: u8 = 8;

impl Crl {
    /// A complete CRL of February and March 2026 without entries.
    pub(crate) fn new(issuer: &[u8]) -> Self {
        Self {
            issuer: issuer.to_vec(),
            this_update: utc_time("260215000000Z"),
            next_update: Some(utc_time("260315000000Z")),
            entries: Vec::new(),
            extensions: Vec::new(),
            hash: Hash::Sha256,
            inner_algorithm: None,
        }
    }

    /// Replaces thisUpdate and nextUpdate, as UTCTime.
    pub(crate) fn times(mut self, this_update: &str, next_update: Option<&str>) -> Self {
        self.this_update = utc_time(this_update);
        self.next_update = next_update.map(utc_time);
        self
    }

    /// Adds an entry.
    pub(crate) fn entry(mut self, entry: Entry) -> Self {
        self.entries.push(entry);
        self
    }

    /// Adds an extension.
    pub(crate) fn with(mut self, extension: Vec<u8>) -> Self {
        self.extensions.push(extension);
        self
    }

    /// cRLNumber
    pub(crate) fn number(self, number: u8) -> Self {
        self.with(extension(id::CRL_NUMBER, false, &integer(number)))
    }

    /// deltaCRLIndicator
    pub(crate) fn delta_to(self, base: u8) -> Self {
        self.with(extension(id::DELTA_CRL_INDICATOR, true, &integer(base)))
    }

    /// issuingDistributionPoint
    pub(crate) fn scope(self, scope: &Scope) -> Self {
        self.with(scope.encode())
    }

    /// The CRL (RFC 5280 5.1), signed by that key.
    pub(crate) fn sign(&self, key: &Key) -> Vec<u8> {
        let signed = self.to_be_signed(key);
        let signature = key.sign(self.hash, &signed);
        sequence(&[
            signed,
            key.signature_algorithm(self.hash),
            bit_string(&signature),
        ])
    }

    /// The same, with another algorithm named inside and outside than the one that signed.
    pub(crate) fn sign_as(mut self, key: &Key, algorithm: &[u8]) -> Vec<u8> {
        self.inner_algorithm = Some(algorithm.to_vec());
        let signed = self.to_be_signed(key);
        let signature = key.sign(self.hash, &signed);
        sequence(&[signed, algorithm.to_vec(), bit_string(&signature)])
    }

    fn to_be_signed(&self, key: &Key) -> Vec<u8> {
        let inner = self.inner_algorithm.clone();
        let mut fields = vec![
            integer(1),
            inner.unwrap_or_else(|| key.signature_algorithm(self.hash)),
            self.issuer.clone(),
            self.this_update.clone(),
        ];
        fields.extend(self.next_update.clone());
        if !self.entries.is_empty() {
            let list: Vec<_> = self.entries.iter().map(Entry::encode).collect();
            fields.push(sequence(&list));
        }
        if !self.extensions.is_empty() {
            fields.push(explicit(0, &sequence(&self.extensions)));
        }
        sequence(&fields)
    }
}

/// The usual CRL of this CA, signed.
pub(crate) fn clean(ca: &Ca) -> Vec<u8> {
    Crl::new(&ca.name).number(1).sign(&ca.key)
}

impl Entry {
    /// An entry with this revocationDate, as UTCTime.
    pub(crate) fn new(serial: &[u8], date: &str) -> Self {
        Self {
            serial: serial.to_vec(),
            date: utc_time(date),
            extensions: Vec::new(),
        }
    }

    /// Adds an extension.
    pub(crate) fn with(mut self, extension: Vec<u8>) -> Self {
        self.extensions.push(extension);
        self
    }

    /// reasonCode
    pub(crate) fn reason(self, reason: u8) -> Self {
        let value = tlv(0x0a, &[reason]);
        self.with(extension(id::REASON_CODE, false, &value))
    }

    /// certificateIssuer, which holds for the entries that follow too.
    pub(crate) fn issued_by(self, name: &[u8]) -> Self {
        let names = sequence(&[directory(name)]);
        self.with(extension(id::CERTIFICATE_ISSUER, true, &names))
    }

    /// invalidityDate
    pub(crate) fn invalid_since(self, date: &str) -> Self {
        let value = generalized_time(date);
        self.with(extension(id::INVALIDITY_DATE, false, &value))
    }

    /// An extension of an unknown type.
    pub(crate) fn unknown(self, is_critical: bool) -> Self {
        self.with(extension(id::UNKNOWN, is_critical, &null()))
    }

    fn encode(&self) -> Vec<u8> {
        let mut fields = vec![integer_octets(&self.serial), self.date.clone()];
        if !self.extensions.is_empty() {
            fields.push(sequence(&self.extensions));
        }
        sequence(&fields)
    }
}
