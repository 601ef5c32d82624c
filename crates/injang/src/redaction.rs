//! Which names are shown.

use injang_core::report::Lang;
use injang_core::{Certificate, Name, PathReport, SignedDocument, SignerIdentifier, TrustAnchor};

/// Octets of the longest name that is written out. Each signer is shown with its certificate, so that
/// one long name would be written once for every signer.
const LONGEST_NAME: usize = 4 << 10;

/// How something is to be shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct View {
    /// The language of sentences.
    pub lang: Lang,
    /// Whether the subjects of certificates are shown: they are personal data.
    pub show_subject: bool,
    /// Whether texts have ANSI styles, for a terminal. They only repeat what stands in words.
    pub is_styled: bool,
}

impl View {
    /// Without the names of subjects, and without styles.
    pub const fn new(lang: Lang) -> Self {
        Self {
            lang,
            show_subject: false,
            is_styled: false,
        }
    }

    /// A text of this crate's, with its styles if they are wanted.
    pub(crate) fn styled(self, text: String) -> String {
        if self.is_styled {
            text
        } else {
            anstream::adapter::strip_str(&text).to_string()
        }
    }

    /// The subject's name, if it is to be shown.
    pub(crate) fn subject(self, certificate: &Certificate<'_>) -> Option<String> {
        self.show_subject
            .then(|| self.written(&certificate.subject()))
    }

    /// The issuer's name; `None` if it is the subject's own and that is not to be shown.
    pub(crate) fn issuer(self, certificate: &Certificate<'_>) -> Option<String> {
        self.beside(certificate.issuer(), &[certificate])
    }

    /// The issuer's name of a certificate on a signer's path, unless it is the subject's of either.
    pub(crate) fn issuer_on_path(
        self,
        certificate: &Certificate<'_>,
        signer: Option<&Certificate<'_>>,
    ) -> Option<String> {
        match signer {
            Some(signer) => self.beside(certificate.issuer(), &[certificate, signer]),
            None => self.issuer(certificate),
        }
    }

    /// The name of who issued a CRL or an OCSP response, unless it is the subject's of one of the
    /// certificates that signers name.
    pub(crate) fn authority(self, name: &Name<'_>, signers: &[Certificate<'_>]) -> Option<String> {
        self.beside(*name, &signers.iter().collect::<Vec<_>>())
    }

    /// An anchor's name, unless it is the subject's of the certificate under it.
    pub(crate) fn anchor(
        self,
        anchor: &TrustAnchor,
        certificate: Option<&Certificate<'_>>,
    ) -> Option<String> {
        let name = Name::from_der(anchor.name()).ok()?;
        self.beside(name, certificate.as_slice())
    }

    /// The issuer that is missing where no path leads to an anchor, unless it is the subject of the
    /// signer's certificate.
    pub(crate) fn missing_issuer(
        self,
        path: &PathReport,
        signer: Option<&Certificate<'_>>,
    ) -> Option<String> {
        let missing = path.missing_issuer.as_ref()?;
        let name = Name::from_der(&missing.name).ok()?;
        self.beside(name, signer.as_slice())
    }

    /// The issuer in a signer's identifier, unless the certificate that it means issued itself.
    pub(crate) fn identifier_issuer<'a>(
        self,
        identifier: &SignerIdentifier<'a>,
        certificates: impl Iterator<Item = Certificate<'a>>,
    ) -> Option<String> {
        let SignerIdentifier::IssuerAndSerial { issuer, serial } = identifier else {
            return None;
        };
        if issuer.octets().len() > LONGEST_NAME {
            return Some(self.written(issuer));
        }
        let mut meant = certificates.filter(|it| it.serial() == *serial);
        let names_subject =
            !self.show_subject && meant.any(|certificate| issuer.matches(&certificate.subject()));
        (!names_subject).then(|| self.written(issuer))
    }

    fn beside(self, name: Name<'_>, certificates: &[&Certificate<'_>]) -> Option<String> {
        // Of a name that is not written out, nothing is shown that could be personal.
        let is_subject = |it: &&Certificate<'_>| name.matches(&it.subject());
        let names_subject =
            name.octets().len() <= LONGEST_NAME && certificates.iter().any(is_subject);
        (self.show_subject || !names_subject).then(|| self.written(&name))
    }

    /// A name, or how long it is if nobody would read it.
    fn written(self, name: &Name<'_>) -> String {
        match name.octets().len() {
            ..=LONGEST_NAME => name.to_string(),
            length => match self.lang {
                Lang::Ko => format!("({length}바이트의 이름)"),
                _ => format!("(a name of {length} octets)"),
            },
        }
    }
}

/// The certificates that a document's signers may mean: those whose subjects are persons.
pub(crate) fn named_by_signers<'a>(document: &SignedDocument<'a>) -> Vec<Certificate<'a>> {
    let is_meant = |certificate: &Certificate<'a>| {
        let mut signers = document.signers().iter();
        signers.any(|signer| match signer.identifier() {
            SignerIdentifier::IssuerAndSerial { serial, .. } => certificate.serial() == serial,
            // Whose key it is could be anybody's.
            _ => true,
        })
    };
    let certificates = document.certificates().iter();
    certificates
        .filter_map(|choice| choice.certificate().copied())
        .filter(is_meant)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A name of one commonName of so many letters.
    fn name(letters: usize) -> Vec<u8> {
        let element = |tag: u8, content: &[u8]| {
            let length = u16::try_from(content.len()).unwrap().to_be_bytes();
            [&[tag, 0x82], &length[..], content].concat()
        };
        let value = element(0x0c, &vec![b'a'; letters]);
        let attribute = element(0x30, &[&[6, 3, 0x55, 4, 3], &value[..]].concat());
        element(0x30, &element(0x31, &attribute))
    }

    #[test]
    fn names_that_nobody_would_read() {
        // Four headers of four octets, and an identifier of five.
        let overhead = 4 * 4 + 5;
        let longest = name(LONGEST_NAME - overhead);
        let longest = Name::from_der(&longest).unwrap();
        let written = View::default().written(&longest);
        assert_eq!(written.len(), "CN=".len() + LONGEST_NAME - overhead);
        let longer = name(LONGEST_NAME - overhead + 1);
        let longer = Name::from_der(&longer).unwrap();
        let ko = View {
            lang: Lang::Ko,
            ..View::default()
        };
        assert_eq!(View::default().written(&longer), "(a name of 4097 octets)");
        assert_eq!(ko.written(&longer), "(4097바이트의 이름)");
    }

    /// Wherever the name stands, it is not written if it is the subject's.
    #[test]
    fn names_of_subjects() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/");
        let read = |name: &str| std::fs::read(format!("{folder}{name}/ca.der")).unwrap();
        let (toss, kakao) = (read("toss"), read("kakao"));
        let toss = Certificate::from_der(&toss).unwrap();
        let kakao = Certificate::from_der(&kakao).unwrap();
        let (hidden, shown) = (
            View::default(),
            View {
                show_subject: true,
                ..View::default()
            },
        );
        let name = toss.subject();
        assert_eq!(hidden.issuer(&toss), None);
        assert_eq!(hidden.issuer_on_path(&toss, Some(&kakao)), None);
        assert_eq!(hidden.authority(&name, &[kakao, toss]), None);
        assert!(hidden.authority(&name, &[kakao]).is_some());
        assert!(hidden.authority(&name, &[]).is_some());
        for written in [
            shown.issuer(&toss),
            shown.issuer_on_path(&toss, Some(&kakao)),
            shown.authority(&name, &[toss]),
        ] {
            assert_eq!(written, Some(name.to_string()));
        }
    }
}
