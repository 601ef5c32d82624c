//! Which CRLs may be relied on for a certificate, and what they say.

use super::{DEPTH, Statuses, Subject};
use crate::chain::{Issuer, Item};
use crate::report::{Check, Origin, Outcome, Reason};
use crate::verify::path::{self, Role, Step};
use crate::verify::revocation::{self, Account};
use crate::x509::{Certificate, CertificateList, KeyUsage, Terms};
use alloc::vec::Vec;
use core::ops::ControlFlow;

impl<'s, 'a> Statuses<'s, 'a> {
    /// What the CRLs say.
    pub(super) fn hear_crls(
        &self,
        subject: &Subject<'_>,
        certificate: &Certificate<'a>,
        terms: &Terms<'a>,
        guard: &mut Vec<Item>,
        accounts: &mut Vec<Account<Origin>>,
        noted: &mut Option<Reason>,
    ) {
        let crls = self.crls_about(certificate, terms);
        let (complete, deltas): (Vec<_>, Vec<_>) = crls
            .into_iter()
            .partition(|(_, crl)| crl.base_number().is_none());
        for (origin, crl) in complete {
            if !self.may_look() {
                revocation::note(noted, Some(Reason::BudgetExhausted));
                break;
            }
            let Some(reasons) = revocation::scope(crl, certificate, terms) else {
                revocation::note(noted, Some(Reason::EvidenceOutOfScope));
                continue;
            };
            let issuer = match self.crl_issuer(origin, crl, subject, guard) {
                Ok(issuer) => issuer,
                Err(reason) => {
                    revocation::note(noted, Some(reason));
                    continue;
                }
            };
            let mut hear = |delta| match revocation::account(
                certificate,
                reasons,
                self.policy.at,
                (origin, crl),
                delta,
            ) {
                Ok(account) => accounts.push(account),
                Err(reason) => revocation::note(noted, Some(reason)),
            };
            hear(None);
            for (delta_origin, delta) in &deltas {
                if !self.may_look() {
                    break;
                }
                let mut is_of_same_key =
                    || match self.crl_issuer(*delta_origin, delta, subject, guard) {
                        Ok(other) => self.is_same_key(issuer, other),
                        Err(_) => false,
                    };
                if revocation::goes_with(delta, crl) && is_of_same_key() {
                    hear(Some((*delta_origin, *delta)));
                }
            }
        }
    }

    /// The CRLs of a certificate's issuer, and of those whom it names in the issuer's place.
    pub(super) fn crls_about(
        &self,
        certificate: &Certificate<'a>,
        terms: &Terms<'a>,
    ) -> Vec<(Origin, &'s CertificateList<'a>)> {
        let issuers = terms.crl_issuer_fingerprints(&certificate.issuer());
        let mut found = Vec::new();
        for (evidence, origin) in self.chains.sources() {
            let indices = issuers.iter().flat_map(|issuer| evidence.crls_of(*issuer));
            found.extend(indices.filter_map(|index| Some((origin(*index), evidence.crl(*index)?))));
        }
        found
    }

    /// Who signed a CRL and may do so for this certificate, or why nobody.
    pub(super) fn crl_issuer(
        &self,
        origin: Origin,
        crl: &CertificateList<'_>,
        subject: &Subject<'_>,
        guard: &mut Vec<Item>,
    ) -> Result<Issuer, Reason> {
        if let Some(unprocessed) = crl.unprocessed() {
            return Err(Reason::EvidenceUnprocessed(unprocessed.into()));
        }
        self.signer_of(Item::Crl(origin), |issuer| {
            Self::unless(match issuer {
                Issuer::Anchor(anchor) => anchor == subject.anchor && self.may_sign_crls(anchor),
                Issuer::Certificate(signer) if subject.above.contains(&signer) => {
                    let terms = self.chains.pool.terms(signer);
                    terms.is_some_and(|terms| terms.key_usage.is_none_or(KeyUsage::signs_crls))
                }
                Issuer::Certificate(signer) => self.is_crl_issuer(signer, subject.anchor, guard),
                Issuer::Delegate(..) => false,
            })
        })
    }

    /// Whether the certificate that an anchor came in lets it sign CRLs, where that is asked.
    pub(super) fn may_sign_crls(&self, anchor: usize) -> bool {
        let certificate = self.policy.anchors[anchor].certificate();
        let terms = certificate.filter(|_| self.policy.anchor_constraints);
        let usage = terms.and_then(|certificate| Terms::of(&certificate).key_usage);
        usage.is_none_or(KeyUsage::signs_crls)
    }

    /// Whether a certificate that is not on the path is one for CRLs, under the same anchor
    /// (RFC 5280 6.3.3 f).
    pub(super) fn is_crl_issuer(
        &self,
        signer: Origin,
        anchor: usize,
        guard: &mut Vec<Item>,
    ) -> bool {
        let item = Item::Certificate(signer);
        // A CA may have the CRLs about the CRL issuer's certificate made by that CRL issuer, which
        // it says in the certificate. Otherwise nobody vouches for themselves, and no
        // certificate of the path does.
        if guard.len() > 1 && guard.last() == Some(&item) {
            return self.chains.pool.terms(signer).is_some_and(|terms| {
                let mut names = terms.crl_issuers();
                let subject = self
                    .chains
                    .pool
                    .certificate(signer)
                    .map(Certificate::subject);
                subject.is_some_and(|subject| names.any(|name| name.matches(&subject)))
            });
        }
        if guard.contains(&item) || guard.len() > DEPTH {
            return false;
        }
        let mut is_good = false;
        self.chains
            .paths(signer, self.anchored, self.questions, &mut |path, end| {
                if end == anchor && self.is_good_path(path, anchor, guard) {
                    is_good = true;
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            });
        is_good
    }

    pub(super) fn is_good_path(
        &self,
        path: &[Origin],
        anchor: usize,
        guard: &mut Vec<Item>,
    ) -> bool {
        let pool = &self.chains.pool;
        let steps: Vec<Step<'_, 'a>> = path
            .iter()
            .filter_map(|origin| {
                Some(Step {
                    certificate: pool.certificate(*origin)?,
                    terms: pool.terms(*origin)?,
                })
            })
            .collect();
        let anchor_of = &self.policy.anchors[anchor];
        if path::process(&steps, anchor_of, Role::CrlIssuer, self.policy).is_err() {
            return false;
        }
        path.iter()
            .zip(&steps)
            .enumerate()
            .all(|(position, (origin, step))| {
                let issuer = path
                    .get(position + 1)
                    .map_or(Issuer::Anchor(anchor), |it| Issuer::Certificate(*it));
                let item = Item::Certificate(*origin);
                let subject = Subject {
                    item,
                    issuer,
                    above: &path[position + 1..],
                    anchor,
                };
                let passed = |check: &Check| check.outcome == Outcome::Passed;
                self.is_strong(item, issuer)
                    && passed(&path::check_validity(step.certificate, self.policy.at))
                    && !guard.contains(&item)
                    && passed(&self.judge(&subject, guard).check)
            })
    }
}
