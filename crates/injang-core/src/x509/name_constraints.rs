//! nameConstraints (RFC 5280 4.2.1.10): which names a CA may issue for.

use super::extension::Extension;
use super::general_name::GeneralName;
use super::name::Name;
use crate::encoding::der::{Element, Reader, tag};
use crate::encoding::error::{Error, ErrorKind};
use alloc::vec::Vec;

/// Subtrees of names, as a CA's certificate has them.
#[derive(Clone)]
pub(crate) struct NameConstraints<'a> {
    permitted: Vec<Subtree<'a>>,
    excluded: Vec<Subtree<'a>>,
}

/// Names that have a common base.
#[derive(Clone)]
enum Subtree<'a> {
    /// In the form of [`Name::canonical`].
    Directory(Vec<u8>),
    Mail(&'a [u8]),
    Dns(&'a [u8]),
    Uri(&'a [u8]),
    /// Address and mask.
    Ip(&'a [u8], &'a [u8]),
    /// Of a form that is not compared here.
    Unprocessed(NameForm),
}

/// The forms of names, by the tag of `GeneralName`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameForm {
    Other,
    Mail,
    Dns,
    X400,
    Directory,
    EdiParty,
    Uri,
    Ip,
    RegisteredId,
}

/// A name that a certificate has, of whatever place in it.
pub(crate) enum JudgedName<'n> {
    /// In the form of [`Name::canonical`].
    Directory(&'n [u8]),
    Mail(&'n [u8]),
    Dns(&'n [u8]),
    Uri(&'n [u8]),
    Ip(&'n [u8]),
    /// Of a form that is not compared here, or not readable as one of its form.
    Unprocessed(NameForm),
}

/// What constraints say of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NamePermission {
    Allowed,
    NotPermitted,
    Excluded,
    /// It can't be told.
    Unprocessed,
}

impl<'a> NameConstraints<'a> {
    /// ```asn1
    /// NameConstraints ::= SEQUENCE {
    ///   permittedSubtrees [0] GeneralSubtrees OPTIONAL, excludedSubtrees [1] GeneralSubtrees OPTIONAL }
    /// GeneralSubtree ::= SEQUENCE { base GeneralName,
    ///   minimum [0] BaseDistance DEFAULT 0, maximum [1] BaseDistance OPTIONAL }
    /// ```
    /// RFC 5280 asks for a minimum of 0 and no maximum; others are refused.
    pub(super) fn read(extension: &Extension<'a>) -> Result<Self, Error> {
        let mut fields = extension.sequence("NameConstraints")?;
        let permitted = subtrees(fields.optional(tag::context(0))?)?;
        let excluded = subtrees(fields.optional(tag::context(1))?)?;
        fields.finish()?;
        // RFC 5280 4.2.1.10: not empty.
        if permitted.is_empty() && excluded.is_empty() {
            let expected = tag::context(0);
            return Err(fields.broken(ErrorKind::Missing { expected }));
        }
        Ok(Self {
            permitted,
            excluded,
        })
    }

    /// How many subtrees a name is compared with.
    pub(crate) fn len(&self) -> usize {
        self.permitted.len() + self.excluded.len()
    }

    /// Whether directory names are excluded.
    pub(crate) fn excludes_directories(&self) -> bool {
        let mut excluded = self.excluded.iter();
        excluded.any(|subtree| subtree.form() == NameForm::Directory)
    }

    /// Whether any subtree is of this form.
    pub(crate) fn constrains(&self, form: NameForm) -> bool {
        let mut all = self.permitted.iter().chain(&self.excluded);
        all.any(|subtree| subtree.form() == form)
    }

    /// What they say of a name: inside of no excluded subtree, and inside of a permitted one if any
    /// of its form is (RFC 5280 6.1.3 b and c).
    pub(crate) fn judge(&self, name: &JudgedName<'_>) -> NamePermission {
        let form = name.form();
        if !self.constrains(form) {
            return NamePermission::Allowed;
        }
        if matches!(name, JudgedName::Unprocessed(_)) {
            return NamePermission::Unprocessed;
        }
        let of_form = |subtree: &&Subtree<'a>| subtree.form() == form;
        for subtree in self.excluded.iter().filter(of_form) {
            match subtree.meets(name) {
                Some(true) => return NamePermission::Excluded,
                Some(false) => {}
                None => return NamePermission::Unprocessed,
            }
        }
        let mut permitted = self.permitted.iter().filter(of_form).peekable();
        if permitted.peek().is_none() {
            return NamePermission::Allowed;
        }
        let mut standing = NamePermission::NotPermitted;
        for subtree in permitted {
            match subtree.holds(name) {
                Some(true) => return NamePermission::Allowed,
                Some(false) => {}
                None => standing = NamePermission::Unprocessed,
            }
        }
        standing
    }
}

fn subtrees(list: Option<Element<'_>>) -> Result<Vec<Subtree<'_>>, Error> {
    let Some(list) = list else {
        return Ok(Vec::new());
    };
    let mut members = list.reader("GeneralSubtrees");
    let mut subtrees = Vec::new();
    // SIZE (1..MAX)
    loop {
        let mut fields = members.element(tag::SEQUENCE)?.reader("GeneralSubtree");
        subtrees.push(subtree(&mut fields)?);
        fields.finish()?;
        if members.is_empty() {
            return Ok(subtrees);
        }
    }
}

fn subtree<'a>(fields: &mut Reader<'a>) -> Result<Subtree<'a>, Error> {
    let broken = fields.broken(ErrorKind::Choice);
    Ok(match base(fields)? {
        Base::Directory(name) => Subtree::Directory(name.canonical()),
        Base::Mail(text) if is_mail_base(text) => Subtree::Mail(text),
        Base::Dns(text) if text.is_empty() || is_host(text) => Subtree::Dns(text),
        Base::Uri(text) if is_domain(text) => Subtree::Uri(text),
        Base::Ip(octets) if is_network(octets) => {
            let (address, mask) = octets.split_at(octets.len() / 2);
            Subtree::Ip(address, mask)
        }
        Base::Mail(_) | Base::Dns(_) | Base::Uri(_) | Base::Ip(_) => return Err(broken),
        Base::Unprocessed(form) => Subtree::Unprocessed(form),
    })
}

/// A `GeneralName` as the base of a subtree, in which `iPAddress` has a mask.
enum Base<'a> {
    Directory(Name<'a>),
    Mail(&'a [u8]),
    Dns(&'a [u8]),
    Uri(&'a [u8]),
    Ip(&'a [u8]),
    Unprocessed(NameForm),
}

fn base<'a>(fields: &mut Reader<'a>) -> Result<Base<'a>, Error> {
    Ok(match GeneralName::read(fields)? {
        GeneralName::Directory(name) => Base::Directory(name),
        GeneralName::Mail(text) => Base::Mail(text),
        GeneralName::Dns(text) => Base::Dns(text),
        GeneralName::Uri(text) => Base::Uri(text),
        GeneralName::Ip(octets) => Base::Ip(octets),
        GeneralName::Other(_) => Base::Unprocessed(NameForm::Other),
        GeneralName::X400 => Base::Unprocessed(NameForm::X400),
        GeneralName::EdiParty => Base::Unprocessed(NameForm::EdiParty),
        GeneralName::RegisteredId => Base::Unprocessed(NameForm::RegisteredId),
    })
}

impl Subtree<'_> {
    const fn form(&self) -> NameForm {
        match self {
            Self::Directory(_) => NameForm::Directory,
            Self::Mail(_) => NameForm::Mail,
            Self::Dns(_) => NameForm::Dns,
            Self::Uri(_) => NameForm::Uri,
            Self::Ip(..) => NameForm::Ip,
            Self::Unprocessed(form) => *form,
        }
    }

    /// Whether the whole of a name is inside; `None` if that can't be told.
    fn holds(&self, name: &JudgedName<'_>) -> Option<bool> {
        match (self, name) {
            // Sets of attributes are written with their lengths, so that a prefix ends with one.
            (Self::Directory(base), JudgedName::Directory(name)) => Some(name.starts_with(base)),
            (Self::Mail(base), JudgedName::Mail(name)) => mail_is_in(base, name),
            (Self::Dns(base), JudgedName::Dns(name)) => {
                let name = name.strip_prefix(b"*.").unwrap_or(name);
                is_host(name).then(|| host_is_in(base, name))
            }
            (Self::Uri(base), JudgedName::Uri(name)) => uri_host(name).map(|host| {
                if base.is_empty() || base.starts_with(b".") {
                    ends_with(host, base)
                } else {
                    host.eq_ignore_ascii_case(base)
                }
            }),
            (Self::Ip(address, mask), JudgedName::Ip(name)) => {
                if !matches!(name.len(), 4 | 16) {
                    return None;
                }
                let masked = |(octets, mask): (&[u8], &[u8])| -> Vec<u8> {
                    octets
                        .iter()
                        .zip(mask)
                        .map(|(octet, mask)| octet & mask)
                        .collect()
                };
                Some(name.len() == address.len() && masked((name, mask)) == masked((address, mask)))
            }
            _ => None,
        }
    }

    /// Whether any of a name is inside: a name with a wildcard means several names.
    fn meets(&self, name: &JudgedName<'_>) -> Option<bool> {
        let below_wildcard = match (self, name) {
            (Self::Dns(base), JudgedName::Dns(name)) => name
                .strip_prefix(b"*.")
                .is_some_and(|rest| base.len() > rest.len() && host_is_in(rest, base)),
            _ => false,
        };
        self.holds(name).map(|holds| holds || below_wildcard)
    }
}

impl JudgedName<'_> {
    const fn form(&self) -> NameForm {
        match self {
            Self::Directory(_) => NameForm::Directory,
            Self::Mail(_) => NameForm::Mail,
            Self::Dns(_) => NameForm::Dns,
            Self::Uri(_) => NameForm::Uri,
            Self::Ip(_) => NameForm::Ip,
            Self::Unprocessed(form) => *form,
        }
    }
}

impl<'n> JudgedName<'n> {
    /// A name of subjectAltName; directory names have to be prepared by the caller.
    pub(crate) fn of(name: &GeneralName<'n>) -> Option<Self> {
        Some(match *name {
            GeneralName::Mail(text) => Self::Mail(text),
            GeneralName::Dns(text) => Self::Dns(text),
            GeneralName::Uri(text) => Self::Uri(text),
            GeneralName::Ip(octets) => Self::Ip(octets),
            GeneralName::Other(_) => Self::Unprocessed(NameForm::Other),
            GeneralName::X400 => Self::Unprocessed(NameForm::X400),
            GeneralName::EdiParty => Self::Unprocessed(NameForm::EdiParty),
            GeneralName::RegisteredId => Self::Unprocessed(NameForm::RegisteredId),
            GeneralName::Directory(_) => return None,
        })
    }
}

/// Whether a text is a host name: labels of letters, digits, `-` and `_`, with single dots
/// between them and nowhere else (RFC 1034 3.5; the underscore occurs).
pub(crate) fn is_host(text: &[u8]) -> bool {
    let is_label = |label: &[u8]| {
        !label.is_empty()
            && label.len() <= 63
            && label
                .iter()
                .all(|octet| octet.is_ascii_alphanumeric() || matches!(octet, b'-' | b'_'))
    };
    text.len() <= 253 && text.split(|octet| *octet == b'.').all(is_label)
}

/// Whether a text is the base of mail or URI names that are in a host, or below a domain (RFC 5280
/// 4.2.1.10); an empty one holds them all.
fn is_domain(base: &[u8]) -> bool {
    base.is_empty() || is_host(base.strip_prefix(b".").unwrap_or(base))
}

/// The same, or a mailbox.
fn is_mail_base(base: &[u8]) -> bool {
    match base.iter().rposition(|octet| *octet == b'@') {
        Some(at) => at > 0 && is_host(&base[at + 1..]),
        None => is_domain(base),
    }
}

fn ends_with(text: &[u8], end: &[u8]) -> bool {
    text.len() > end.len() && text[text.len() - end.len()..].eq_ignore_ascii_case(end)
}

/// Whether a host is the base, or has it below further labels.
fn host_is_in(base: &[u8], host: &[u8]) -> bool {
    base.is_empty()
        || host.eq_ignore_ascii_case(base)
        || (ends_with(host, base) && host[host.len() - base.len() - 1] == b'.')
}

/// Whether a mailbox is in a base: a mailbox, all of a host, or all below a domain. `None` if the mailbox
/// can't be compared.
fn mail_is_in(base: &[u8], mailbox: &[u8]) -> Option<bool> {
    let split = |text: &[u8]| text.iter().rposition(|octet| *octet == b'@');
    let (local, host) = mailbox.split_at(split(mailbox)?);
    let host = &host[1..];
    // A local part with an @ in it is a quoted string, which is not unquoted here.
    if local.is_empty() || local.contains(&b'@') || !is_host(host) {
        return None;
    }
    Some(match split(base) {
        Some(at) => local == &base[..at] && host.eq_ignore_ascii_case(&base[at + 1..]),
        None if base.is_empty() => true,
        None if base.starts_with(b".") => ends_with(host, base),
        None => host.eq_ignore_ascii_case(base),
    })
}

/// The host of a URI (RFC 3986 3.2.2) if it is a host name and no address.
fn uri_host(uri: &[u8]) -> Option<&[u8]> {
    let is_allowed = |octet: &u8| {
        octet.is_ascii_graphic()
            && !matches!(
                octet,
                b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}'
            )
    };
    if !uri.iter().all(is_allowed) {
        return None;
    }
    let colon = uri.iter().position(|octet| *octet == b':')?;
    let (scheme, rest) = uri.split_at(colon);
    let is_scheme = scheme.first().is_some_and(u8::is_ascii_alphabetic)
        && scheme
            .iter()
            .all(|octet| octet.is_ascii_alphanumeric() || matches!(octet, b'+' | b'-' | b'.'));
    let rest = rest.strip_prefix(b"://").filter(|_| is_scheme)?;
    let end = rest
        .iter()
        .position(|octet| matches!(octet, b'/' | b'?' | b'#'))
        .unwrap_or(rest.len());
    let authority = &rest[..end];
    let host = match authority.iter().rposition(|octet| *octet == b'@') {
        Some(at) => &authority[at + 1..],
        None => authority,
    };
    let host = match host.iter().position(|octet| *octet == b':') {
        Some(at) if host[at + 1..].iter().all(u8::is_ascii_digit) => &host[..at],
        Some(_) => return None,
        None => host,
    };
    let last = host.rsplit(|octet| *octet == b'.').next()?;
    let is_address = last.iter().all(u8::is_ascii_digit);
    (is_host(host) && !is_address).then_some(host)
}

/// An address and a mask of ones followed by zeros, of IPv4 or IPv6 (RFC 4632 3.1).
fn is_network(octets: &[u8]) -> bool {
    if !matches!(octets.len(), 8 | 32) {
        return false;
    }
    let mask = &octets[octets.len() / 2..];
    let ones = mask.iter().take_while(|octet| **octet == 0xff).count();
    let is_end = |octet: &u8| octet.leading_ones() + octet.trailing_zeros() == 8;
    mask[ones..].first().is_none_or(is_end) && mask[ones..].iter().skip(1).all(|octet| *octet == 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::borrow::ToOwned as _;
    use alloc::format;

    #[test]
    fn hosts_of_uris() {
        for (uri, host) in [
            ("http://a.test", Some("a.test")),
            ("HTTP+x-1.0://a.test:8443/x", Some("a.test")),
            ("ftp://u:p@a.test?q@b.test", Some("a.test")),
            ("http://a.test#b.test", Some("a.test")),
            ("http://a@b@c.test/", Some("c.test")),
            ("http://a.test:8a/", None),
            ("http://a.test:x/", None),
            ("http://a.test:x8/", None),
            ("http://a.test:8/", Some("a.test")),
            ("http://a.test:/", Some("a.test")),
            ("http://@a.test/", Some("a.test")),
            ("http://a.test./", None),
            ("http://10.0.0.1/", None),
            ("http://[2001:db8::1]/", None),
            ("1http://a.test", None),
            ("://a.test", None),
            ("urn:a://a.test/", None),
            ("mailto:a@a.test", None),
            ("http://b.test\\@a.test/", None),
            ("http://a .test", None),
            ("http://a.test/ b", None),
            ("http://a.test/\u{7f}", None),
            ("ht!tp://a.test", None),
            ("ht_tp://a.test", None),
            ("http://", None),
            ("", None),
        ] {
            assert_eq!(uri_host(uri.as_bytes()), host.map(str::as_bytes), "{uri}");
        }
    }

    #[test]
    fn hosts_below_a_domain() {
        for (base, host, is_in) in [
            ("a.test", "a.test", true),
            ("a.test", "b.A.Test", true),
            ("a.test", "c.b.a.test", true),
            ("a.test", "x.b.test", false),
            ("a.test", "xa.test", false),
            ("a.test", "test", false),
            ("", "x.b.test", true),
        ] {
            let found = host_is_in(base.as_bytes(), host.as_bytes());
            assert_eq!(found, is_in, "{host} in {base}");
        }
        for (base, mailbox, is_in) in [
            (".a.test", "m@b.a.test", true),
            (".a.test", "m@a.test", false),
            (".a.test", "m@x.b.test", false),
            (".a.test", "m@xxxx.b.test", false),
            ("a.test", "m@b.a.test", false),
        ] {
            let found = mail_is_in(base.as_bytes(), mailbox.as_bytes());
            assert_eq!(found, Some(is_in), "{mailbox} in {base}");
        }
    }

    #[test]
    fn hosts() {
        let long = "a".repeat(63);
        let longest = [long.as_str(); 4].join(".")[..253].to_owned();
        for (text, is_one) in [
            ("a", true),
            ("a-b_c.D0", true),
            (long.as_str(), true),
            (longest.as_str(), true),
            (&*format!("{long}a"), false),
            (&*format!("{longest}b"), false),
            ("", false),
            (".a", false),
            ("a.", false),
            ("a..b", false),
            ("*.a", false),
            ("가", false),
        ] {
            assert_eq!(is_host(text.as_bytes()), is_one, "{text}");
        }
    }

    #[test]
    fn mailboxes() {
        for (base, mailbox, is_in) in [
            ("a@b.test", "a@B.test", Some(true)),
            ("a@b.test", "A@b.test", Some(false)),
            ("b.test", "a@b.test", Some(true)),
            ("b.test", "a@c.b.test", Some(false)),
            (".b.test", "a@c.b.test", Some(true)),
            (".b.test", "a@b.test", Some(false)),
            ("", "a@b.test", Some(true)),
            ("b.test", "@b.test", None),
            ("b.test", "a@b.test.", None),
            ("b.test", "\"x@y\"@b.test", None),
            ("b.test", "b.test", None),
        ] {
            let found = mail_is_in(base.as_bytes(), mailbox.as_bytes());
            assert_eq!(found, is_in, "{mailbox} in {base}");
        }
        for (base, is_one) in [
            ("", true),
            ("a@b.test", true),
            ("b.test", true),
            (".b.test", true),
            ("@b.test", false),
            ("a@", false),
            ("b.test.", false),
            ("..b", false),
        ] {
            assert_eq!(is_mail_base(base.as_bytes()), is_one, "{base}");
        }
    }

    #[test]
    fn networks() {
        for (octets, is_one) in [
            (&[10, 0, 0, 0, 255, 0, 0, 0][..], true),
            (&[10, 0, 0, 0, 255, 240, 0, 0], true),
            (&[10, 0, 0, 0, 255, 254, 0, 0], true),
            (&[10, 0, 0, 0, 255, 253, 0, 0], false),
            (&[10, 0, 0, 0, 255, 128, 0, 0], true),
            (&[0; 7], false),
            (&[0; 8], true),
            (&[10, 0, 0, 0, 255, 0, 255, 0], false),
            (&[10, 0, 0, 0, 255, 160, 0, 0], false),
            (&[10, 0, 0, 0, 255, 240, 1, 0], false),
            (&[0; 32], true),
            (&[0; 4], false),
            (&[0; 16], false),
        ] {
            assert_eq!(is_network(octets), is_one, "{octets:?}");
        }
    }

    #[test]
    fn suffixes_end_at_labels() {
        for (base, host, is_in) in [
            ("b.test", "b.test", true),
            ("b.test", "a.B.test", true),
            ("b.test", "ab.test", false),
            ("a.b.test", "b.test", false),
            ("", "b.test", true),
        ] {
            assert_eq!(
                host_is_in(base.as_bytes(), host.as_bytes()),
                is_in,
                "{host}"
            );
        }
        assert!(!ends_with(b".b", b".b") && ends_with(b"a.b", b".B"));
    }
}
