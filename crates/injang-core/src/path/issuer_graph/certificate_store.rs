//! Who may have issued a certificate or a CRL: anchors and certificates by their names.

use super::{Issuer, LOOK};
use crate::algorithm::SubjectPublicKeyInfo;
use crate::cms::CertificateChoice;
use crate::crypto::fingerprint::sha256;
use crate::crypto::request_queue::RequestQueue;
use crate::encoding::tolerance::Tolerances;
use crate::policy::Policy;
use crate::report::Origin;
use crate::x509::{Certificate, NameKey, NameMap, PathExtensions};
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cell::OnceCell;

/// As many certificates as are compared one by one.
const FEW: usize = 4;

/// The certificates of the document and of the policy.
pub(crate) struct CertificateStore<'a> {
    policy: &'a Policy<'a>,
    document: &'a [CertificateChoice<'a>],
    /// The document's certificates by their subjects, where there are more than a few.
    subjects: OnceCell<NameMap>,
    /// One for each certificate of the document.
    facts: Vec<Facts<'a>>,
}

/// What is found out about a certificate of the document, each when it is first asked for.
#[derive(Default)]
struct Facts<'a> {
    subject: OnceCell<NameKey<'a>>,
    extensions: OnceCell<Box<PathExtensions<'a>>>,
    tolerances: OnceCell<Tolerances>,
    digest: OnceCell<Option<[u8; 32]>>,
}

impl<'a> CertificateStore<'a> {
    pub(crate) fn new(policy: &'a Policy<'a>, document: &'a [CertificateChoice<'a>]) -> Self {
        Self {
            policy,
            document,
            subjects: OnceCell::new(),
            facts: core::iter::repeat_with(Facts::default)
                .take(document.len())
                .collect(),
        }
    }

    /// The certificate at a place; `None` for members that are none, which nothing refers to.
    pub(crate) fn certificate(&self, origin: Origin) -> Option<&'a Certificate<'a>> {
        match origin {
            Origin::Document(place) => self.document.get(place)?.certificate(),
            Origin::Policy(place) => self.policy.issuers().get(place),
        }
    }

    /// What its extensions say.
    pub(crate) fn extensions(&self, origin: Origin) -> Option<&PathExtensions<'a>> {
        match origin {
            Origin::Document(place) => {
                let certificate = self.certificate(origin)?;
                let extensions = &self.facts.get(place)?.extensions;
                Some(extensions.get_or_init(|| Box::new(PathExtensions::of(certificate))))
            }
            Origin::Policy(place) => Some(&self.policy.issuers.at(place).extensions),
        }
    }

    /// The tolerances that reading a certificate takes.
    pub(crate) fn tolerances(&self, origin: Origin) -> Tolerances {
        match origin {
            Origin::Document(place) => {
                let found = self.certificate(origin).zip(self.facts.get(place));
                found.map_or(Tolerances::default(), |(certificate, facts)| {
                    *facts.tolerances.get_or_init(|| certificate.tolerances())
                })
            }
            Origin::Policy(place) => self.policy.issuers.at(place).tolerances,
        }
    }

    /// Where the document's certificates are.
    pub(crate) fn of_document(&self) -> impl Iterator<Item = Origin> + '_ {
        let places = (0..self.document.len()).map(Origin::Document);
        places.filter(|origin| self.certificate(*origin).is_some())
    }

    /// Anchors that may issue, then certificates of the policy, then of the document, whose name
    /// this is, and whether there are more, for whom the budget has no room. Their order within each
    /// depends on their octets alone.
    pub(crate) fn named(
        &self,
        name: &NameKey<'_>,
        requests: &RequestQueue<'_>,
    ) -> (Vec<Issuer>, bool) {
        let anchors = self.policy.anchors();
        if !requests.pay(LOOK + name.cost()) {
            return (Vec::new(), true);
        }
        let of_name = self.policy.anchor_names.find(name).iter();
        let mut issuers: Vec<Issuer> = of_name.map(|index| Issuer::Anchor(*index)).collect();
        let named = issuers.len();
        // A self-issued certificate of an anchor's own key leads to the anchor alone, with more
        // rules than the anchor has, unless the anchor has some itself.
        let is_anchor = |certificate: &Certificate<'_>, issuers: &[Issuer]| {
            !self.policy.anchor_constraints
                && certificate.subject().octets() == certificate.issuer().octets()
                && issuers[..named].iter().any(|issuer| match issuer {
                    Issuer::Anchor(index) => {
                        anchors[*index].public_key() == certificate.public_key().octets()
                    }
                    _ => false,
                })
        };
        for place in self.policy.issuers.named(name) {
            if !is_anchor(&self.policy.issuers()[*place], &issuers) {
                issuers.push(Issuer::Certificate(Origin::Policy(*place)));
            }
        }
        let of_policy = issuers.len();
        let mut own = self.named_in_document(name, requests);
        own.sort_by_key(|(_, certificate)| certificate.octets());
        own.dedup_by_key(|(_, certificate)| certificate.octets());
        let mut has_more = false;
        for (place, certificate) in own {
            let cost = LOOK * (1 + of_policy as u64) + certificate.octets().len() as u64;
            if !requests.pay(cost) {
                has_more = true;
                break;
            }
            let is_of_policy = issuers[named..of_policy].iter().any(|issuer| match issuer {
                Issuer::Certificate(origin) => self
                    .certificate(*origin)
                    .is_some_and(|it| it.octets() == certificate.octets()),
                _ => false,
            });
            if !is_of_policy && !is_anchor(certificate, &issuers) {
                issuers.push(Issuer::Certificate(Origin::Document(place)));
            }
        }
        (issuers, has_more)
    }

    /// The document's certificates whose subject is this name: few are compared, of many each
    /// name's form is made once.
    fn named_in_document(
        &self,
        name: &NameKey<'_>,
        requests: &RequestQueue<'_>,
    ) -> Vec<(usize, &'a Certificate<'a>)> {
        let at = |place: usize| Some((place, self.certificate(Origin::Document(place))?));
        if self.document.len() <= FEW {
            let all = (0..self.document.len()).filter_map(at);
            return all
                .filter(|(place, certificate)| {
                    let made = || NameKey::new(certificate.subject());
                    let subject = self.facts[*place].subject.get_or_init(made);
                    requests.pay(LOOK + subject.cost());
                    name.matches_key(subject)
                })
                .collect();
        }
        let subjects = self.subjects.get_or_init(|| {
            let all = (0..self.document.len()).filter_map(at);
            let names = all.map(|(place, certificate)| (certificate.subject(), place));
            NameMap::of(names.inspect(|(name, _)| {
                requests.pay_for_all(LOOK + 8 * name.octets().len() as u64);
            }))
        });
        let places = subjects.find(name).iter();
        places.filter_map(|place| at(*place)).collect()
    }

    /// The key of an anchor or a certificate.
    pub(crate) fn key(&self, issuer: Issuer) -> Option<SubjectPublicKeyInfo<'a>> {
        match issuer {
            Issuer::Anchor(index) => self.policy.anchors().get(index)?.key(),
            Issuer::Certificate(origin) => Some(self.certificate(origin)?.public_key()),
            Issuer::Delegate(..) => None,
        }
    }

    /// SHA-256 of a certificate.
    pub(crate) fn certificate_digest(&self, origin: Origin) -> Option<[u8; 32]> {
        match origin {
            Origin::Document(place) => {
                let certificate = self.certificate(origin)?;
                *self.facts.get(place)?.digest.get_or_init(|| {
                    let digest = sha256(self.policy.crypto(), certificate.octets())?;
                    crate::crypto::fingerprint::array(&digest)
                })
            }
            Origin::Policy(place) => {
                let [digest, _] = self.policy.issuers.at(place).digests?;
                crate::crypto::fingerprint::array(&digest)
            }
        }
    }

    /// SHA-256 of a key.
    pub(crate) fn key_digest(&self, issuer: Issuer) -> Option<[u8; 32]> {
        let digest = match issuer {
            Issuer::Anchor(index) => *self.policy.anchor_digests.get(index)?,
            Issuer::Certificate(Origin::Policy(place)) => {
                self.policy.issuers.at(place).digests.map(|[_, key]| key)
            }
            _ => sha256(self.policy.crypto(), self.key(issuer)?.octets()),
        };
        digest.and_then(|digest| crate::crypto::fingerprint::array(&digest))
    }
}
