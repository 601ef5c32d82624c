//! The values of options.

use super::{Format, RevocationOption};
use injang::response::{Environment, Pointer, Provider, TimeForm, Waiver};
use injang::{
    Digest, OidBuf, PlainHashSource, Profile, SignType, Time, TimeError, VidEncoding, VidLayout,
};

/// The content octets of a serial number's INTEGER.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SerialArgument(Vec<u8>);

impl SerialArgument {
    /// The octets: one at least.
    pub fn octets(&self) -> &[u8] {
        &self.0
    }

    /// Whether the top bit is set, which as an INTEGER is a negative number.
    pub fn is_negative(&self) -> bool {
        self.0.first().is_some_and(|octet| *octet >= 0x80)
    }
}

/// Layouts to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layouts {
    /// The value under this one.
    One(VidLayout),
    /// A line for each.
    All,
}

/// The time of verification, if one is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtArgument {
    /// This one.
    Time(Time),
    /// When the provider says that the transaction was completed.
    Provider,
}

/// For whom something without an outcome is shown. The parser knows no other names.
pub(super) fn format(name: &str) -> Format {
    match name {
        "json" => Format::Json,
        _ => Format::Text,
    }
}

/// `ALG:VALUE`: hex if it is as many digits as the digest has, base64 of either alphabet else.
pub(super) fn digest(text: &str) -> Result<Digest, String> {
    injang::parse_digest(text).map_err(|error| error.to_string())
}

/// Hex digits, two for each octet, with a colon between any two octets or none.
pub(super) fn serial(text: &str) -> Result<SerialArgument, &'static str> {
    let octets = injang::parse_serial(text);
    let takes = "hex digits, two for each octet, or such pairs with colons between";
    octets.map(SerialArgument).ok_or(takes)
}

/// A JSON pointer.
pub(super) fn pointer(text: &str) -> Result<Pointer, &'static str> {
    Pointer::parse(text).map_err(|_| "a JSON pointer (RFC 6901), such as /data/publicKey")
}

pub(super) fn provider(name: &str) -> Result<Provider, &'static str> {
    Provider::from_name(name).ok_or("no such provider")
}

pub(super) fn time_form(name: &str) -> Result<TimeForm, &'static str> {
    TimeForm::from_name(name).ok_or("no such form")
}

pub(super) fn waiver(name: &str) -> Result<Waiver, &'static str> {
    Waiver::from_name(name).ok_or("no such check")
}

/// A time, or the provider's.
pub(super) fn at(text: &str) -> Result<AtArgument, TimeError> {
    match text {
        "provider" => Ok(AtArgument::Provider),
        _ => Time::parse(text).map(AtArgument::Time),
    }
}

pub(super) fn environment(name: &str) -> Result<Environment, &'static str> {
    Environment::from_name(name).ok_or("no such environment")
}

/// An OBJECT IDENTIFIER in dotted form.
pub(super) fn oid(text: &str) -> Result<OidBuf, &'static str> {
    OidBuf::parse(text).ok_or("an OBJECT IDENTIFIER in dotted form, such as 1.2.410.200099.1")
}

pub(super) fn layout(name: &str) -> Result<VidLayout, String> {
    VidLayout::from_name(name).ok_or_else(|| "no such layout".to_owned())
}

pub(super) fn layouts(name: &str) -> Layouts {
    VidLayout::from_name(name).map_or(Layouts::All, Layouts::One)
}

/// The reading of a digest of this name, one of those that clap lets through.
pub(super) fn plain_hash_source(name: &str) -> PlainHashSource {
    match name {
        "hash-of-hash" => PlainHashSource::HashOfHash,
        _ => PlainHashSource::Prehash,
    }
}

pub(super) fn sign_type(name: &str) -> Result<SignType, &'static str> {
    injang::parse_sign_type(name).ok_or("no such kind of signature")
}

pub(super) fn revocation(name: &str) -> RevocationOption {
    if name == "none" {
        RevocationOption::None
    } else {
        RevocationOption::Require
    }
}

pub(super) fn profile(name: &str) -> Profile {
    if name == "standard" {
        Profile::Standard
    } else {
        Profile::Strict
    }
}

pub(super) fn encoding(name: &str) -> VidEncoding {
    match name {
        "hex" => VidEncoding::Hex,
        "base64url" => VidEncoding::Base64Url,
        _ => VidEncoding::Base64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use injang::injang_core::armor::{BASE64, BASE64_URL};

    #[test]
    fn serial_octets() {
        assert_eq!(serial("00fF").unwrap().octets(), [0, 0xff]);
        assert_eq!(serial("00:Ff:01").unwrap().octets(), [0, 0xff, 1]);
        assert!(serial("ff").unwrap().is_negative());
        assert!(!serial("00ff").unwrap().is_negative());
        for text in [
            "", ":", "0", "0x00", "00:", ":00", "00:f", "0:00", "00ff:01", "00::01", "00 01", "é0",
        ] {
            assert!(serial(text).is_err(), "{text}");
        }
    }

    #[test]
    fn digest_forms() {
        let octets = [0xfb; 32];
        let hex = "fb".repeat(32);
        let forms = [
            hex.clone(),
            hex.to_uppercase(),
            BASE64.encode(octets),
            BASE64_URL.encode(octets),
        ];
        for value in forms
            .iter()
            .chain([&BASE64.encode(octets).trim_end_matches('=').to_owned()])
        {
            let read = digest(&format!("sha256:{value}")).unwrap();
            assert_eq!(read.as_bytes(), octets);
        }
        for text in [
            "",
            "sha256",
            "sha256:",
            "md5:00",
            "SHA256:00",
            "sha1:fb",
            &format!("sha1:{hex}"),
            &format!("sha256:{}zz", &hex[2..]),
        ] {
            assert!(digest(text).is_err(), "{text}");
        }
    }
}
