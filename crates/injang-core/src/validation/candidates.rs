//! Which certificates fit which signer: looked up, so that many of both cost little.

use crate::cms::SignerIdentifier;
use crate::cms::document::SignedDocument;
use crate::x509::{Certificate, subject_key_identifier};
use alloc::vec::Vec;

/// A certificate of the document, and its index.
pub(crate) type Indexed<'a> = (usize, &'a Certificate<'a>);

/// The certificates of a document.
pub(crate) struct Candidates<'a> {
    document: &'a SignedDocument<'a>,
    /// For documents in which comparing everything with everything would be felt.
    sorted: Option<Sorted<'a>>,
}

/// A serial number and an issuer's name in its canonical form.
type IssuerAndSerial<'a> = (&'a [u8], Vec<u8>);

struct Sorted<'a> {
    by_issuer: Vec<(IssuerAndSerial<'a>, Indexed<'a>)>,
    by_key_identifier: Vec<(&'a [u8], Indexed<'a>)>,
}

/// As many pairs of signer and certificate as are compared one by one.
const FEW: usize = 16;

impl<'a> Candidates<'a> {
    pub(crate) fn of(document: &'a SignedDocument<'a>) -> Self {
        let count = certificates(document).count();
        let is_large = count.saturating_mul(document.signers().len()) > FEW;
        let sorted = is_large.then(|| {
            let mut all = certificates(document).collect();
            // What is found by sorted lists stays in this order.
            in_order(&mut all);
            Sorted::of(&all)
        });
        Self { document, sorted }
    }

    /// The certificates that a signer may mean, in the order of their octets and each once: an
    /// order that the document has no say in.
    pub(crate) fn of_signer(&self, identifier: &SignerIdentifier<'_>) -> Vec<Indexed<'a>> {
        match (&self.sorted, identifier) {
            (None, _) => {
                let fits = |it: &Indexed<'a>| identifier.matches(it.1);
                let mut fitting = certificates(self.document).filter(fits).collect();
                in_order(&mut fitting);
                fitting
            }
            (Some(sorted), SignerIdentifier::IssuerAndSerial { issuer, serial }) => {
                let wanted = (*serial, issuer.canonical());
                equal(&sorted.by_issuer, |(key, _)| {
                    key.0.cmp(wanted.0).then_with(|| key.1.cmp(&wanted.1))
                })
            }
            (Some(sorted), SignerIdentifier::SubjectKeyIdentifier(identifier)) => {
                equal(&sorted.by_key_identifier, |(key, _)| (*key).cmp(identifier))
            }
        }
    }
}

/// Those that can be read, in the document's order.
fn certificates<'a>(document: &'a SignedDocument<'a>) -> impl Iterator<Item = Indexed<'a>> {
    let all = document.certificates().iter().enumerate();
    all.filter_map(|(index, choice)| Some((index, choice.certificate()?)))
}

/// By their octets, each once; of equal ones the first of the document.
fn in_order(certificates: &mut Vec<Indexed<'_>>) {
    certificates.sort_by_key(|(_, certificate)| certificate.octets());
    certificates.dedup_by_key(|(_, certificate)| certificate.octets());
}

impl<'a> Sorted<'a> {
    fn of(all: &[Indexed<'a>]) -> Self {
        let mut by_issuer: Vec<_> = all
            .iter()
            .map(|it| ((it.1.serial(), it.1.issuer().canonical()), *it))
            .collect();
        by_issuer.sort_by(|a, b| a.0.cmp(&b.0));
        let mut by_key_identifier: Vec<_> = all
            .iter()
            .filter_map(|it| Some((subject_key_identifier(it.1).ok()??, *it)))
            .collect();
        by_key_identifier.sort_by_key(|(key, _)| *key);
        Self {
            by_issuer,
            by_key_identifier,
        }
    }
}

/// The run of entries that compare equal, in a sorted list.
fn equal<'a, K>(
    sorted: &[(K, Indexed<'a>)],
    order: impl Fn(&(K, Indexed<'a>)) -> core::cmp::Ordering,
) -> Vec<Indexed<'a>> {
    let start = sorted.partition_point(|entry| order(entry).is_lt());
    let run = sorted[start..]
        .iter()
        .take_while(|entry| order(entry).is_eq());
    run.map(|(_, indexed)| *indexed).collect()
}
