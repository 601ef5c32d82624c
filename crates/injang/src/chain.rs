//! Which signatures there are between certificates, anchors and revocation evidence: asked about
//! from the signer's certificate up, as far as they verify, and remembered for later documents.

mod issuers;
mod memo;
mod parts;
mod pool;
mod search;

pub(crate) use memo::Memo;
pub(crate) use pool::Pool;

use crate::algorithm::{DigestAlgorithm, PublicKey, SignatureAlgorithm, SubjectPublicKeyInfo};
use crate::crypto::{Question, SignatureInput};
use crate::evidence::Evidence;
use crate::policy::{Policy, Revocation};
use crate::questions::{Asked, NotVerified, Questions};
use crate::report::{Origin, Reason};
use crate::verify::revocation;
use crate::x509::Terms;
use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::cell::OnceCell;
use memo::MemoKey;
use parts::{Sources, ToSign};

/// Something that is signed. Pieces of evidence are named by their index in [`Evidence`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Item {
    Certificate(Origin),
    Crl(Origin),
    Response(Origin),
    /// A certificate that an OCSP response brings.
    Delegate(Origin, usize),
}

/// Who may have signed it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Issuer {
    Anchor(usize),
    Certificate(Origin),
    Delegate(Origin, usize),
}

/// A signature, under the key of somebody who may have made it.
struct Link {
    issuer: Issuer,
    asked: Asked,
    /// By what it is remembered, if it is.
    memo: Option<MemoKey>,
}

/// The signatures on one thing.
#[derive(Default)]
struct Signed {
    links: Vec<Link>,
    /// Whether there are more who might have made it than the budget allows to try.
    has_more: bool,
    /// Whether there is more evidence about it than was taken up.
    has_more_evidence: bool,
}

/// Everything signed that has to do with the certificates asked about.
pub(crate) struct Chains<'a> {
    policy: &'a Policy<'a>,
    pub(crate) pool: Pool<'a>,
    evidence: Sources<'a>,
    signed: BTreeMap<Item, Signed>,
    /// Things that were not followed yet, in the order in which they came up.
    waiting: Vec<Item>,
}

impl<'a> Chains<'a> {
    /// For documents with these certificates, and with this evidence.
    pub(crate) fn new(policy: &'a Policy<'a>, pool: Pool<'a>, document: Evidence<'a>) -> Self {
        Self {
            policy,
            pool,
            evidence: Sources {
                policy: match policy.revocation {
                    Revocation::Require(evidence) => Some(evidence),
                    Revocation::NotChecked => None,
                },
                document,
            },
            signed: BTreeMap::new(),
            waiting: Vec::new(),
        }
    }

    /// Asks who issued a certificate, and whoever issued the evidence about it.
    pub(crate) fn start(&mut self, origin: Origin, questions: &mut Questions<'a>) {
        let item = Item::Certificate(origin);
        self.take_up(item, item, questions);
    }

    /// Goes on from the answers, once all questions have one: asks about what the ones that verified
    /// were issued by. There is nothing more to ask when no new question came up.
    ///
    /// What is remembered is followed in the same rounds in which it would have been asked about,
    /// so that the budget is spent on the same things.
    pub(crate) fn settle(&mut self, questions: &mut Questions<'a>) {
        while !self.waiting.is_empty() && questions.open().is_empty() {
            for item in core::mem::take(&mut self.waiting) {
                self.follow(item, questions);
            }
        }
    }

    /// Takes up whoever has signed a thing.
    fn follow(&mut self, item: Item, questions: &mut Questions<'a>) {
        let Some(signed) = self.signed.get(&item) else {
            return;
        };
        let mut next = Vec::new();
        for link in &signed.links {
            if !questions.has_verified(&link.asked) {
                continue;
            }
            if let (Some(memo), Some(key)) = (&self.policy.memo, &link.memo) {
                memo.remember(key, self.is_of_authority(item));
            }
            match link.issuer {
                Issuer::Anchor(_) => {}
                Issuer::Certificate(origin) => next.push(Item::Certificate(origin)),
                Issuer::Delegate(origin, place) => next.push(Item::Delegate(origin, place)),
            }
        }
        for next in next {
            self.take_up(next, item, questions);
        }
    }

    /// Whether a signature is worth a place among those of authorities, which are few.
    fn is_of_authority(&self, item: Item) -> bool {
        match item {
            Item::Certificate(origin) => self.pool.terms(origin).is_some_and(Terms::is_authority),
            Item::Crl(_) => true,
            Item::Response(_) | Item::Delegate(..) => false,
        }
    }

    /// `cause`: what led here.
    fn take_up(&mut self, item: Item, cause: Item, questions: &mut Questions<'a>) {
        let is_response = matches!(item, Item::Response(_));
        if self.signed.contains_key(&item) && !is_response {
            return;
        }
        let Some(to_sign) = self.to_sign(item) else {
            return;
        };
        let (issuers, has_more) = self.issuers(item, cause);
        // A response may be about certificates of several issuers, of which more become known.
        let mut signed = self.signed.remove(&item).unwrap_or_default();
        signed.has_more |= has_more;
        let has_rivals = issuers.len() > 1;
        let mut keys: Vec<&'a [u8]> = signed
            .links
            .iter()
            .map(|link| self.key(link.issuer).map_or(&[][..], |key| key.octets()))
            .collect();
        let digest = OnceCell::new();
        for issuer in issuers {
            if is_response && signed.links.iter().any(|link| link.issuer == issuer) {
                continue;
            }
            let key = self.key(issuer);
            // Certificates of the same key: asked once.
            let octets = key.map_or(&[][..], |key| key.octets());
            let same = keys.iter().position(|it| *it == octets && key.is_some());
            if has_rivals {
                keys.push(octets);
            }
            let (asked, memo) = match same {
                Some(place) => (signed.links[place].asked.clone(), None),
                None => self.ask(item, &to_sign, issuer, key, &digest, questions),
            };
            signed.links.push(Link {
                issuer,
                asked,
                memo,
            });
        }
        self.signed.insert(item, signed);
        self.waiting.push(item);
        if matches!(self.policy.revocation, Revocation::Require(_)) {
            self.take_up_evidence(item, questions);
        }
    }

    /// One question, unless its answer is remembered.
    fn ask(
        &self,
        item: Item,
        to_sign: &ToSign<'a>,
        issuer: Issuer,
        key: Option<SubjectPublicKeyInfo<'a>>,
        digest: &OnceCell<Option<[u8; 32]>>,
        questions: &mut Questions<'a>,
    ) -> (Asked, Option<MemoKey>) {
        if !to_sign.algorithms_agree {
            let reason = Reason::CertificateAlgorithmsDiffer;
            return (Asked::Settled(NotVerified::Open(reason)), None);
        }
        let identifier = to_sign.algorithm;
        let (Some(algorithm), Some(key)) = (identifier.signature(None), key) else {
            return (Asked::Settled(NotVerified::unsupported(&identifier)), None);
        };
        let memo = self.policy.memo.as_ref().and_then(|memo| {
            let digest = (*digest.get_or_init(|| self.digest(item)))?;
            let key = self.key_digest(issuer)?;
            Some((memo, MemoKey::new(&digest, &key)))
        });
        if memo.as_ref().is_some_and(|(memo, key)| memo.holds(key)) {
            return (questions.put_verified(&to_sign.input), None);
        }
        let input = match &to_sign.input {
            SignatureInput::Prehash(digest) if Some(digest.algorithm()) != algorithm.digest() => {
                SignatureInput::Message(Cow::Borrowed(to_sign.octets))
            }
            input => input.clone(),
        };
        let asked = questions.put(Question::new(&key, algorithm, input, to_sign.signature));
        (asked, memo.map(|(_, key)| key))
    }

    /// Asks about the evidence on a certificate.
    fn take_up_evidence(&mut self, item: Item, questions: &mut Questions<'a>) {
        let Some(certificate) = self.certificate(item).copied() else {
            return;
        };
        let own;
        let terms = if let Item::Certificate(origin) = item {
            self.pool.terms(origin)
        } else {
            own = Terms::of(&certificate);
            Some(&own)
        };
        let Some(terms) = terms else {
            return;
        };
        let issuers = terms.crl_issuer_fingerprints(&certificate.issuer());
        // Of the caller first. What speaks of other certificates costs no question.
        let mut found = Vec::new();
        let mut has_more = terms.has_more_points;
        for (evidence, origin) in self.evidence.all() {
            let before = found.len();
            let of_issuers = issuers.iter().flat_map(|it| evidence.crls_of(*it));
            for index in of_issuers {
                let is_about = evidence
                    .crl(*index)
                    .is_some_and(|crl| revocation::scope(crl, &certificate, terms).is_some());
                if is_about {
                    found.push(Item::Crl(origin(*index)));
                }
            }
            if let Item::Certificate(_) = item {
                // A response may speak of it several times, one after the other.
                let about = evidence.responses_about(certificate.serial());
                let mut about: Vec<Item> = about
                    .map(|(index, _)| Item::Response(origin(index)))
                    .collect();
                about.dedup();
                found.append(&mut about);
            }
            // Of the document only so much: the caller knows what they bring.
            let limit = before + self.policy.budget.evidence;
            if matches!(origin(0), Origin::Document(_)) && found.len() > limit {
                found.truncate(limit);
                has_more = true;
            }
        }
        if let Some(signed) = self.signed.get_mut(&item) {
            signed.has_more_evidence = has_more;
        }
        for next in found {
            self.take_up(next, item, questions);
        }
    }

    /// Whether anything was left out for the budget's sake: evidence, or somebody who may have
    /// signed. What was left out may say the contrary of what was not.
    pub(crate) fn is_cut(&self) -> bool {
        let mut all = self.signed.values();
        all.any(|signed| signed.has_more || signed.has_more_evidence)
    }

    /// Everybody who may have signed a thing, and whether they have.
    pub(crate) fn outcomes<'s>(
        &'s self,
        item: Item,
        questions: &'s Questions<'a>,
    ) -> impl Iterator<Item = (Issuer, Result<(), NotVerified>)> + 's {
        let links = self
            .signed
            .get(&item)
            .map_or(&[][..], |signed| &signed.links);
        links.iter().map(move |link| {
            let unsupported = || {
                let algorithm = self.to_sign(item).map(|to_sign| to_sign.algorithm);
                algorithm.map_or(Reason::Unanswered, |it| {
                    Reason::AlgorithmUnsupported(it.oid().into())
                })
            };
            (link.issuer, questions.outcome(&link.asked, unsupported))
        })
    }

    /// Whether there are more who might have signed a thing than were tried.
    pub(crate) fn has_more(&self, item: Item) -> bool {
        self.signed.get(&item).is_some_and(|signed| signed.has_more)
    }

    /// The digest and the key of a signature.
    pub(crate) fn strength(
        &self,
        item: Item,
        issuer: Issuer,
    ) -> (Option<DigestAlgorithm>, Option<PublicKey<'a>>) {
        let algorithm = self
            .to_sign(item)
            .and_then(|to_sign| to_sign.algorithm.signature(None));
        let key = self.key(issuer).and_then(|key| key.key());
        (algorithm.and_then(SignatureAlgorithm::digest), key)
    }

    /// The sources of evidence, with the name of a piece in each.
    pub(crate) fn sources(&self) -> impl Iterator<Item = (&Evidence<'a>, fn(usize) -> Origin)> {
        self.evidence.all()
    }
}
