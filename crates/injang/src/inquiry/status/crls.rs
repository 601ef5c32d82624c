//! Which CRLs may be relied on for a certificate, and what they say.

use super::{DEPTH, Statuses, Subject, issuer_at};
use crate::chain::{Issuer, Item};
use crate::report::{Check, EvidenceKind, EvidenceUsed, Origin, Outcome, Reason};
use crate::verify::path::{self, Role};
use crate::verify::revocation::{self, Account, Noted};
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
        accounts: &mut Vec<Account<EvidenceUsed>>,
        noted: &mut Noted,
    ) {
        let at = self.policy.at;
        let mut complete = Vec::new();
        let mut deltas = Vec::new();
        for (origin, crl) in self.crls_about(certificate, terms) {
            if !self.may_look() {
                return;
            }
            let Some(reasons) = revocation::scope(crl, certificate, terms) else {
                noted.note(Reason::EvidenceOutOfScope);
                continue;
            };
            match self.crl_issuer(origin, crl, subject, guard) {
                Ok(issuer) if crl.base_number().is_none() => {
                    complete.push((origin, crl, reasons, issuer));
                }
                Ok(issuer) => deltas.push((origin, crl, issuer)),
                Err(reason) => {
                    let item = Item::Crl(origin);
                    if revocation::revokes(crl, certificate, at) && self.is_of_trusted(item) {
                        noted.against = Some(reason.clone());
                    }
                    noted.note(reason);
                }
            }
        }
        for (origin, delta, _) in &deltas {
            let used = self.used_crl(*origin, delta);
            accounts.extend(revocation::account_of_delta(certificate, (used, delta)));
        }
        for (origin, crl, reasons, issuer) in complete {
            let mut hear = |delta: Option<(Origin, &CertificateList<'_>)>| {
                let complete = (self.used_crl(origin, crl), crl);
                let delta = delta.map(|(origin, delta)| (self.used_crl(origin, delta), delta));
                match revocation::account(certificate, reasons, at, complete, delta) {
                    Ok(account) => accounts.push(account),
                    Err(reason) => noted.note(reason),
                }
            };
            hear(None);
            for (delta_origin, delta, delta_issuer) in &deltas {
                if !self.may_look() {
                    return;
                }
                if revocation::goes_with(delta, crl) && self.is_same_key(issuer, *delta_issuer) {
                    hear(Some((*delta_origin, *delta)));
                }
            }
        }
    }

    /// A CRL, for the report.
    fn used_crl(&self, origin: Origin, crl: &CertificateList<'_>) -> EvidenceUsed {
        let number = crl.number().map(Into::into);
        let kind = match crl.base_number() {
            None => EvidenceKind::Crl { number },
            Some(_) => EvidenceKind::DeltaCrl { number },
        };
        self.used(origin, kind, crl.this_update(), crl.next_update())
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
        let key = (guard.clone(), signer, anchor);
        if let Some(known) = self.crl_issuers.borrow().get(&key) {
            return *known;
        }
        let mut is_good = false;
        let all = self
            .chains
            .paths(signer, self.anchored, self.questions, &mut |path, end| {
                if end == anchor && self.is_good_path(path, anchor, guard) {
                    is_good = true;
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            });
        if !all && !is_good {
            self.is_exhausted.set(true);
        }
        self.crl_issuers.borrow_mut().insert(key, is_good);
        is_good
    }

    pub(super) fn is_good_path(
        &self,
        path: &[Origin],
        anchor: usize,
        guard: &mut Vec<Item>,
    ) -> bool {
        let steps = self.steps(path);
        let anchor_of = &self.policy.anchors[anchor];
        if let Err(broken) = path::process(&steps, anchor_of, Role::CrlIssuer, self.policy) {
            if broken.reason == Reason::BudgetExhausted {
                self.is_exhausted.set(true);
            }
            return false;
        }
        path.iter()
            .zip(&steps)
            .enumerate()
            .all(|(position, (origin, step))| {
                let issuer = issuer_at(path, position, anchor);
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
