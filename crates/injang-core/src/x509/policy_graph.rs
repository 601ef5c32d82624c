//! The graph of certificate policies along a path (RFC 9618, which replaces the tree of RFC 5280
//! 6.1.2 a): as large as what the certificates say, whatever they say.

use crate::encoding::oid::{self, Oid};
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

/// The policies that are valid at each depth, and how they came from those above.
pub(crate) struct PolicyGraph<'a> {
    /// Depth 0 has anyPolicy alone. Empty once nothing is valid.
    levels: Vec<Vec<PolicyNode<'a>>>,
}

struct PolicyNode<'a> {
    policy: Oid<'a>,
    /// The policies that stand for this one in the next certificate, where they were mapped.
    mapped: Option<Vec<Oid<'a>>>,
    /// Places in the level above.
    parents: Vec<usize>,
    is_alive: bool,
}

impl<'a> PolicyNode<'a> {
    fn new(policy: Oid<'a>, parents: Vec<usize>) -> Self {
        Self {
            policy,
            mapped: None,
            parents,
            is_alive: true,
        }
    }
}

impl<'a> PolicyGraph<'a> {
    pub(crate) fn new() -> Self {
        Self {
            levels: Vec::from([Vec::from([PolicyNode::new(oid::ANY_POLICY, Vec::new())])]),
        }
    }

    /// Whether no policy is valid any more.
    pub(crate) fn is_null(&self) -> bool {
        self.levels.is_empty()
    }

    /// Goes one certificate down, to one that asserts these policies (6.1.3 d and e).
    /// `takes_any`: whether its anyPolicy stands for others.
    pub(crate) fn descend(&mut self, policies: Option<&[Oid<'a>]>, takes_any: bool) {
        let (Some(above), Some(policies)) = (self.levels.last(), policies) else {
            self.levels.clear();
            return;
        };
        // Policies that are expected, with who expects them, in the order of both.
        let mut expected: Vec<(Oid<'a>, usize)> = Vec::with_capacity(above.len());
        let mut any_above = None;
        for (place, node) in above.iter().enumerate().filter(|(_, node)| node.is_alive) {
            let own = core::slice::from_ref(&node.policy);
            let policies = node.mapped.as_deref().unwrap_or(own);
            expected.extend(policies.iter().map(|policy| (*policy, place)));
            if node.policy == oid::ANY_POLICY {
                any_above = Some(place);
            }
        }
        expected.sort_unstable();
        let mut sorted = Vec::new();
        let asserted = if policies.len() > 1 {
            sorted.extend_from_slice(policies);
            sorted.sort_unstable();
            sorted.dedup();
            &sorted[..]
        } else {
            policies
        };
        let mut level = Vec::with_capacity(asserted.len());
        for policy in asserted.iter().filter(|policy| **policy != oid::ANY_POLICY) {
            let start = expected.partition_point(|(it, _)| it < policy);
            let parents: Vec<usize> = expected[start..]
                .iter()
                .take_while(|(it, _)| it == policy)
                .map(|(_, place)| *place)
                .collect();
            if !parents.is_empty() {
                level.push(PolicyNode::new(*policy, parents));
            } else if let Some(place) = any_above {
                level.push(PolicyNode::new(*policy, Vec::from([place])));
            }
        }
        if takes_any && asserted.binary_search(&oid::ANY_POLICY).is_ok() {
            for run in expected.chunk_by(|(one, _), (other, _)| one == other) {
                let policy = run[0].0;
                if policy == oid::ANY_POLICY || asserted.binary_search(&policy).is_err() {
                    level.push(PolicyNode::new(
                        policy,
                        run.iter().map(|(_, place)| *place).collect(),
                    ));
                }
            }
        }
        self.levels.push(level);
        self.prune();
    }

    /// Applies the mappings of the certificate at the lowest depth (6.1.4 b).
    pub(crate) fn map(&mut self, mappings: &[(Oid<'a>, Oid<'a>)], is_allowed: bool) {
        let Some(level) = self.levels.last_mut() else {
            return;
        };
        let mut by_issuer: BTreeMap<Oid<'a>, Vec<Oid<'a>>> = BTreeMap::new();
        for (issuer, subject) in mappings {
            by_issuer.entry(*issuer).or_default().push(*subject);
        }
        let any_parents = level
            .iter()
            .find(|node| node.is_alive && node.policy == oid::ANY_POLICY)
            .map(|node| node.parents.clone());
        let places: BTreeMap<Oid<'a>, usize> = level
            .iter()
            .enumerate()
            .filter(|(_, node)| node.is_alive)
            .map(|(place, node)| (node.policy, place))
            .collect();
        for (issuer, mut subjects) in by_issuer {
            subjects.sort_unstable();
            subjects.dedup();
            match (places.get(&issuer), is_allowed) {
                (Some(place), true) => level[*place].mapped = Some(subjects),
                (Some(place), false) => level[*place].is_alive = false,
                (None, true) => {
                    if let Some(parents) = &any_parents {
                        let mut node = PolicyNode::new(issuer, parents.clone());
                        node.mapped = Some(subjects);
                        level.push(node);
                    }
                }
                (None, false) => {}
            }
        }
        self.prune();
    }

    /// Takes away what has nothing below it (6.1.3 d 3): from below, as far as anything goes.
    fn prune(&mut self) {
        for depth in (1..self.levels.len()).rev() {
            let (above, below) = self.levels.split_at_mut(depth);
            let (Some(above), Some(below)) = (above.last_mut(), below.first()) else {
                continue;
            };
            if !prune_level(above, below) {
                break;
            }
        }
        let is_empty = |level: &Vec<PolicyNode<'_>>| !level.iter().any(|node| node.is_alive);
        if self.levels.first().is_some_and(is_empty) || self.levels.last().is_some_and(is_empty) {
            self.levels.clear();
        }
    }

    /// The policies that the path gives, in terms of the anchor's domain (6.1.5 g: the
    /// authority-constrained policy set), ascending.
    pub(crate) fn policies(&self) -> Vec<Oid<'a>> {
        let mut policies = Vec::new();
        for pair in self.levels.windows(2) {
            let is_below_any = |node: &&PolicyNode<'a>| {
                node.is_alive
                    && node.parents.iter().any(|place| {
                        pair[0][*place].is_alive && pair[0][*place].policy == oid::ANY_POLICY
                    })
            };
            let found = pair[1].iter().filter(is_below_any).map(|node| node.policy);
            policies.extend(found.filter(|policy| *policy != oid::ANY_POLICY));
        }
        let is_any = |node: &PolicyNode<'a>| node.is_alive && node.policy == oid::ANY_POLICY;
        if self
            .levels
            .last()
            .is_some_and(|level| level.iter().any(is_any))
        {
            policies.push(oid::ANY_POLICY);
        }
        policies.sort_unstable();
        policies.dedup();
        policies
    }
}

/// Takes away what of a level has nothing in the level below; whether anything went.
fn prune_level(above: &mut [PolicyNode<'_>], below: &[PolicyNode<'_>]) -> bool {
    let parents = || {
        let alive = below.iter().filter(|node| node.is_alive);
        alive.flat_map(|node| node.parents.iter())
    };
    // Nearly all levels have one or two policies.
    let mut few = [false; 8];
    let mut many = Vec::new();
    let has_child = if let Some(few) = few.get_mut(..above.len()) {
        few
    } else {
        many.resize(above.len(), false);
        &mut many[..]
    };
    for parent in parents() {
        has_child[*parent] = true;
    }
    let mut has_gone = false;
    for (node, has_child) in above.iter_mut().zip(has_child) {
        has_gone |= node.is_alive && !*has_child;
        node.is_alive &= *has_child;
    }
    has_gone
}
