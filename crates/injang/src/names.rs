//! Names as people and tables write them.

use injang_core::SignType;

/// The kind of signature of this name: `MESSAGE`, `SIGNED_ATTRIBUTE` or `PLAIN_HASH`, also in lower
/// case and with hyphens, as options of the command line are written.
///
/// ```
/// use injang::{SignType, parse_sign_type};
///
/// assert_eq!(parse_sign_type("signed-attribute"), Some(SignType::SignedAttribute));
/// assert_eq!(parse_sign_type("SIGNED_ATTRIBUTE"), Some(SignType::SignedAttribute));
/// assert_eq!(parse_sign_type("cms"), None);
/// ```
pub fn parse_sign_type(name: &str) -> Option<SignType> {
    SignType::from_name(&name.replace('-', "_").to_ascii_uppercase())
}

/// The octets of a serial number that is written as hex digits, two for each octet, with a colon between
/// any two octets or none; `None` if it is not, or empty.
///
/// ```
/// assert_eq!(injang::parse_serial("00:fF"), Some(vec![0, 0xff]));
/// assert_eq!(injang::parse_serial("00ff"), Some(vec![0, 0xff]));
/// assert_eq!(injang::parse_serial("00:ff01"), None);
/// ```
pub fn parse_serial(text: &str) -> Option<Vec<u8>> {
    let is_separated =
        text.bytes().skip(2).step_by(3).all(|octet| octet == b':') && text.len() % 3 == 2;
    let digits = if is_separated {
        text.replace(':', "")
    } else {
        text.to_owned()
    };
    let octets = base16ct::mixed::decode_vec(&digits).ok()?;
    (!octets.is_empty()).then_some(octets)
}

/// The waivers of these names, with commas between; `Err` with the first name that is none.
///
/// ```
/// use injang::{parse_waivers, response::Waiver};
///
/// let name = Waiver::ALL[0].name();
/// assert_eq!(parse_waivers(&format!("{name}, ,{name}")), Ok(vec![Waiver::ALL[0]; 2]));
/// assert_eq!(parse_waivers("everything"), Err("everything"));
/// ```
#[cfg(feature = "response")]
pub fn parse_waivers(names: &str) -> Result<Vec<injang_response::Waiver>, &str> {
    let names = names.split(',').map(str::trim).filter(|it| !it.is_empty());
    names
        .map(|name| injang_response::Waiver::from_name(name).ok_or(name))
        .collect()
}
