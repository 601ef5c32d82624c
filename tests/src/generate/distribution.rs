//! Distribution points: where a certificate says that its CRLs are, and what a CRL says it covers
//! (RFC 5280 4.2.1.13 and 5.2.5).

use super::certificate::extension;
use super::der::{content_of, named_bits, oid, retag, sequence, tlv};
use super::oid as id;

/// `DistributionPoint` before it is encoded.
#[derive(Clone, Default)]
pub(crate) struct Point {
    /// The content of `DistributionPointName`, one of the two below.
    pub(crate) name: Option<Vec<u8>>,
    pub(crate) reasons: Option<Vec<u8>>,
    /// `GeneralName`s
    pub(crate) crl_issuer: Vec<Vec<u8>>,
}

/// fullName
pub(crate) fn full_name(names: &[Vec<u8>]) -> Vec<u8> {
    tlv(0xa0, &names.concat())
}

/// nameRelativeToCRLIssuer of one attribute.
pub(crate) fn relative_name(kind: &str, value: Vec<u8>) -> Vec<u8> {
    tlv(0xa1, &sequence(&[oid(kind), value]))
}

impl Point {
    /// A point of that name.
    pub(crate) fn named(name: Vec<u8>) -> Self {
        Self {
            name: Some(name),
            ..Self::default()
        }
    }

    /// Of these reasons only, by the bits of `ReasonFlags`.
    pub(crate) fn reasons(mut self, bits: &[u8]) -> Self {
        self.reasons = Some(named_bits(bits));
        self
    }

    /// Of a CRL that another issues.
    pub(crate) fn issued_by(mut self, general_name: Vec<u8>) -> Self {
        self.crl_issuer.push(general_name);
        self
    }

    fn encode(&self) -> Vec<u8> {
        let name = self.name.as_ref().map(|name| tlv(0xa0, name));
        let reasons = self.reasons.as_ref().map(|bits| retag(0x81, bits));
        let issuer = (!self.crl_issuer.is_empty()).then(|| tlv(0xa2, &self.crl_issuer.concat()));
        sequence(&[name, reasons, issuer].map(Option::unwrap_or_default))
    }
}

/// cRLDistributionPoints
pub(crate) fn distribution_points(points: &[Point]) -> Vec<u8> {
    let list: Vec<_> = points.iter().map(Point::encode).collect();
    extension(id::CRL_DISTRIBUTION_POINTS, false, &sequence(&list))
}

/// `IssuingDistributionPoint` before it is encoded.
#[derive(Clone, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are the BOOLEANs of the ASN.1"
)]
pub(crate) struct Scope {
    pub(crate) name: Option<Vec<u8>>,
    pub(crate) users: bool,
    pub(crate) authorities: bool,
    pub(crate) reasons: Option<Vec<u8>>,
    pub(crate) indirect: bool,
    pub(crate) attributes: bool,
}

impl Scope {
    /// For certificates that name this distribution point.
    pub(crate) fn named(name: Vec<u8>) -> Self {
        Self {
            name: Some(name),
            ..Self::default()
        }
    }

    /// For entries of other issuers too.
    pub(crate) fn indirect() -> Self {
        Self {
            indirect: true,
            ..Self::default()
        }
    }

    /// For some reasons only, by the bits of `ReasonFlags`.
    pub(crate) fn some_reasons(bits: &[u8]) -> Self {
        Self {
            reasons: Some(named_bits(bits)),
            ..Self::default()
        }
    }

    /// The critical extension.
    pub(crate) fn encode(&self) -> Vec<u8> {
        let flag = |number: u8, is_set: bool| is_set.then(|| tlv(0x80 | number, &[0xff]));
        let reasons = self
            .reasons
            .as_ref()
            .map(|bits| tlv(0x83, content_of(bits)));
        let fields = [
            self.name.as_ref().map(|name| tlv(0xa0, name)),
            flag(1, self.users),
            flag(2, self.authorities),
            reasons,
            flag(4, self.indirect),
            flag(5, self.attributes),
        ];
        let value = sequence(&fields.map(Option::unwrap_or_default));
        extension(id::ISSUING_DISTRIBUTION_POINT, true, &value)
    }
}
