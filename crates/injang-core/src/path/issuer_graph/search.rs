//! Paths over signatures that have verified.

use super::{Issuer, IssuerGraph, LOOK, SignedObject};
use crate::crypto::request_queue::RequestQueue;
use crate::report::Origin;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use core::ops::ControlFlow;

/// Steps of a search for each path that it may try: what leads nowhere is not entered, so that
/// only hierarchies in which everything is linked with everything need more.
const STEPS: usize = 64;

impl<'a> IssuerGraph<'a> {
    /// The certificates from which signatures lead to an anchor.
    pub(crate) fn anchored(&self, requests: &RequestQueue<'_>) -> BTreeSet<Origin> {
        let mut below: BTreeMap<Origin, Vec<Origin>> = BTreeMap::new();
        let mut anchored = BTreeSet::new();
        let mut open = Vec::new();
        for (item, signed) in &self.signed {
            let SignedObject::Certificate(origin) = item else {
                continue;
            };
            for link in &signed.links {
                match link.issuer {
                    _ if !requests.has_verified(&link.asked) => {}
                    // A pinned anchor is one for itself alone: it issues nothing.
                    issuer if self.is_pinned(*item, issuer) => {}
                    Issuer::Anchor(_) if anchored.insert(*origin) => open.push(*origin),
                    Issuer::Certificate(issuer) => below.entry(issuer).or_default().push(*origin),
                    Issuer::Anchor(_) | Issuer::Delegate(..) => {}
                }
            }
        }
        while let Some(issuer) = open.pop() {
            for origin in below.get(&issuer).into_iter().flatten() {
                if anchored.insert(*origin) {
                    open.push(*origin);
                }
            }
        }
        anchored
    }

    /// Calls `visit` with every path from a certificate to an anchor, the certificate first, until
    /// it breaks; those that end soonest at each certificate first. No name and key stand twice on
    /// a path. Whether all were visited.
    pub(crate) fn paths(
        &self,
        start: Origin,
        anchored: &BTreeSet<Origin>,
        requests: &RequestQueue<'a>,
        visit: &mut dyn FnMut(&[Origin], usize) -> ControlFlow<()>,
    ) -> bool {
        let mut search = PathSearch {
            chains: self,
            anchored,
            requests,
            steps: self.policy.budget.paths.saturating_mul(STEPS),
            paths: self.policy.budget.paths,
            is_cut: false,
            visit,
        };
        let mut path = Vec::from([start]);
        search.extend(&mut path) != End::Exhausted && !search.is_cut
    }
}

struct PathSearch<'s, 'a> {
    chains: &'s IssuerGraph<'a>,
    anchored: &'s BTreeSet<Origin>,
    requests: &'s RequestQueue<'a>,
    steps: usize,
    paths: usize,
    /// Whether a path would have been longer than the budget allows.
    is_cut: bool,
    visit: &'s mut dyn FnMut(&[Origin], usize) -> ControlFlow<()>,
}

#[derive(PartialEq, Eq)]
enum End {
    /// Everything was tried.
    All,
    /// The visitor has what it wants.
    Broken,
    /// There is more than the budget allows.
    Exhausted,
}

impl PathSearch<'_, '_> {
    /// Tries every way on from the last certificate of a path.
    fn extend(&mut self, path: &mut Vec<Origin>) -> End {
        let Some(signed) = path
            .last()
            .and_then(|last| self.chains.signed.get(&SignedObject::Certificate(*last)))
        else {
            return End::All;
        };
        for link in &signed.links {
            if !self.requests.has_verified(&link.asked) {
                continue;
            }
            let Some(steps) = self.steps.checked_sub(1) else {
                return End::Exhausted;
            };
            self.steps = steps;
            match link.issuer {
                Issuer::Anchor(anchor) => {
                    let is_pinned = self.chains.policy.anchors()[anchor].is_pinned();
                    if is_pinned && path.len() > 1 {
                        continue;
                    }
                    let Some(paths) = self.paths.checked_sub(1) else {
                        return End::Exhausted;
                    };
                    self.paths = paths;
                    if (self.visit)(path, anchor).is_break() {
                        return End::Broken;
                    }
                }
                Issuer::Certificate(origin) => {
                    if !self.anchored.contains(&origin) || self.is_on(path, origin) {
                        continue;
                    }
                    if path.len() > self.chains.policy.budget.depth {
                        self.is_cut = true;
                        continue;
                    }
                    path.push(origin);
                    let end = self.extend(path);
                    path.pop();
                    if end != End::All {
                        return end;
                    }
                }
                Issuer::Delegate(..) => {}
            }
        }
        End::All
    }

    /// Whether the name and key of a certificate are on the path already.
    fn is_on(&self, path: &[Origin], origin: Origin) -> bool {
        let Some(certificate) = self.chains.pool.certificate(origin) else {
            return true;
        };
        let issuers = path
            .iter()
            .skip(1)
            .filter_map(|it| self.chains.pool.certificate(*it));
        path.contains(&origin)
            || issuers.into_iter().any(|it| {
                let subject = certificate.subject();
                it.public_key().octets() == certificate.public_key().octets()
                    && (!self.requests.pay(LOOK + 16 * subject.octets().len() as u64)
                        || it.subject().matches(&subject))
            })
    }
}
