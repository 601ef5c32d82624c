//! Certificates as the generator wants them, and their DER.

use injang_tests::generate::der::{
    bit_string, boolean_true, explicit, generalized_time, ia5, implicit_octets, integer,
    named_bits, octet_string, oid, printable, sequence, set, tlv, utf8,
};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{DerSignature, SigningKey};

/// How the text of an attribute is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Utf8,
    Printable,
    Ia5,
}

/// One attribute of a name: its type, and its text.
pub(crate) type Attribute = (&'static str, Kind, String);
/// Attributes, each in a set of its own.
pub(crate) type Name = Vec<Attribute>;

pub(crate) const COUNTRY: &str = "2.5.4.6";
pub(crate) const ORGANIZATION: &str = "2.5.4.10";
pub(crate) const UNIT: &str = "2.5.4.11";
pub(crate) const COMMON: &str = "2.5.4.3";
pub(crate) const EMAIL: &str = "1.2.840.113549.1.9.1";

pub(crate) const BASIC: &str = "2.5.29.19";
pub(crate) const USAGE: &str = "2.5.29.15";
pub(crate) const POLICY_LIST: &str = "2.5.29.32";
pub(crate) const MAPPINGS: &str = "2.5.29.33";
pub(crate) const LIMITS: &str = "2.5.29.36";
pub(crate) const INHIBIT_ANY: &str = "2.5.29.54";
pub(crate) const CONSTRAINTS: &str = "2.5.29.30";
pub(crate) const NAMES: &str = "2.5.29.17";

/// A `GeneralName`, as a name or as the base of a subtree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum General {
    Directory(Name),
    Dns(&'static str),
    Mail(&'static str),
    Uri(&'static str),
    Ip(Vec<u8>),
    Registered(&'static str),
}

/// The type of an extension, and its value.
pub(crate) type Odd = (&'static str, &'static [u8]);

/// A certificate on the path.
#[derive(Clone, Debug, Default)]
pub(crate) struct Link {
    pub(crate) subject: Name,
    /// notBefore and notAfter.
    pub(crate) validity: [&'static str; 2],
    /// basicConstraints: cA and pathLenConstraint.
    pub(crate) basic: Option<(bool, Option<u8>)>,
    /// Bits of keyUsage.
    pub(crate) usage: Option<Vec<u8>>,
    pub(crate) policies: Option<Vec<&'static str>>,
    pub(crate) mappings: Vec<(&'static str, &'static str)>,
    pub(crate) require_policy: Option<u8>,
    pub(crate) inhibit_mapping: Option<u8>,
    pub(crate) inhibit_any: Option<u8>,
    pub(crate) permitted: Vec<General>,
    pub(crate) excluded: Vec<General>,
    pub(crate) names: Vec<General>,
    /// An extension of an unknown type, critical or not.
    pub(crate) unknown: Option<bool>,
    /// An extension that stands in the place of another of its type, critical.
    pub(crate) odd: Option<Odd>,
    /// Whether the last octet of the signature is another one.
    pub(crate) is_forged: bool,
}

/// The same key for the same number.
pub(crate) fn key(number: usize) -> SigningKey {
    let octet = u8::try_from(number + 1).expect("few keys");
    SigningKey::from_slice(&[octet; 32]).expect("a scalar")
}

impl Link {
    /// The certificate of the `number`th key, by the issuer of the one before it.
    pub(crate) fn certificate(&self, number: usize, issuer: &Name, signer: usize) -> Vec<u8> {
        let algorithm = sequence(&[oid("1.2.840.10045.4.3.2")]);
        let point = key(number).verifying_key().to_sec1_point(false);
        let curve = sequence(&[oid("1.2.840.10045.2.1"), oid("1.2.840.10045.3.1.7")]);
        let mut fields = vec![
            explicit(0, &integer(2)),
            integer(u8::try_from(number + 1).expect("few keys")),
            algorithm.clone(),
            name(issuer),
            sequence(&self.validity.map(generalized_time)),
            name(&self.subject),
            sequence(&[curve, bit_string(point.as_bytes())]),
        ];
        let extensions = self.extensions();
        if !extensions.is_empty() {
            fields.push(explicit(3, &sequence(&extensions)));
        }
        let body = sequence(&fields);
        let signature: DerSignature = key(signer).sign(&body);
        let mut signature = signature.as_bytes().to_vec();
        if self.is_forged {
            *signature.last_mut().expect("an octet") ^= 1;
        }
        sequence(&[body, algorithm, bit_string(&signature)])
    }

    fn extensions(&self) -> Vec<Vec<u8>> {
        let mut list = Vec::new();
        let mut add = |dotted, critical, value: Vec<u8>| {
            let flag = if critical { boolean_true() } else { Vec::new() };
            list.push((dotted, sequence(&[oid(dotted), flag, octet_string(&value)])));
        };
        if let Some((is_authority, length)) = self.basic {
            let flag = is_authority.then(boolean_true).unwrap_or_default();
            let length = length.map(integer).unwrap_or_default();
            add(BASIC, true, sequence(&[flag, length]));
        }
        if let Some(bits) = &self.usage {
            add(USAGE, true, named_bits(bits));
        }
        if let Some(policies) = &self.policies {
            let each = policies.iter().map(|it| sequence(&[oid(it)]));
            add(POLICY_LIST, false, sequence(&each.collect::<Vec<_>>()));
        }
        if !self.mappings.is_empty() {
            let each = self.mappings.iter();
            let each = each.map(|(issuer, subject)| sequence(&[oid(issuer), oid(subject)]));
            add(MAPPINGS, true, sequence(&each.collect::<Vec<_>>()));
        }
        if self.require_policy.is_some() || self.inhibit_mapping.is_some() {
            let limit = |number, by: Option<u8>| {
                by.map(|by| implicit_octets(number, &[by]))
                    .unwrap_or_default()
            };
            let limits = [
                limit(0, self.require_policy),
                limit(1, self.inhibit_mapping),
            ];
            add(LIMITS, true, sequence(&limits));
        }
        if let Some(by) = self.inhibit_any {
            add(INHIBIT_ANY, true, integer(by));
        }
        if !self.permitted.is_empty() || !self.excluded.is_empty() {
            let parts = [
                subtrees(0xa0, &self.permitted),
                subtrees(0xa1, &self.excluded),
            ];
            add(CONSTRAINTS, true, sequence(&parts));
        }
        if !self.names.is_empty() {
            let names: Vec<_> = self.names.iter().map(general).collect();
            add(NAMES, false, sequence(&names));
        }
        if let Some(critical) = self.unknown {
            add("2.25.3735928559", critical, vec![0x05, 0]);
        }
        if let Some((dotted, value)) = self.odd {
            list.retain(|(other, _)| *other != dotted);
            let value = octet_string(value);
            list.push((dotted, sequence(&[oid(dotted), boolean_true(), value])));
        }
        list.into_iter().map(|(_, extension)| extension).collect()
    }
}

fn name(attributes: &Name) -> Vec<u8> {
    let set_of = |(dotted, kind, text): &Attribute| {
        let text = match kind {
            Kind::Utf8 => utf8(text),
            Kind::Printable => printable(text),
            Kind::Ia5 => ia5(text),
        };
        set(&[sequence(&[oid(dotted), text])])
    };
    sequence(&attributes.iter().map(set_of).collect::<Vec<_>>())
}

fn general(it: &General) -> Vec<u8> {
    match it {
        General::Mail(text) => implicit_octets(1, text.as_bytes()),
        General::Dns(text) => implicit_octets(2, text.as_bytes()),
        General::Directory(attributes) => explicit(4, &name(attributes)),
        General::Uri(text) => implicit_octets(6, text.as_bytes()),
        General::Ip(octets) => implicit_octets(7, octets),
        General::Registered(dotted) => [&[0x88], &oid(dotted)[1..]].concat(),
    }
}

fn subtrees(tag: u8, bases: &[General]) -> Vec<u8> {
    if bases.is_empty() {
        return Vec::new();
    }
    let each: Vec<_> = bases.iter().map(|it| sequence(&[general(it)])).collect();
    tlv(tag, &each.concat())
}
