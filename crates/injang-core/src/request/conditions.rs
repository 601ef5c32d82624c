//! Under which conditions a report judges: what the policy states, and what was asked.

use super::Request;
use crate::encoding::ber::Limits;
use crate::policy::manifest::others;
use crate::policy::{PlainHashSource, Policy};
use crate::report::{Conditions, Limit};
use alloc::sync::Arc;
use alloc::vec::Vec;

impl Policy<'_> {
    /// The conditions of a report on a document that could not be read, or was read within the
    /// default [`Limits`].
    pub fn conditions(&self, request: &Request<'_>) -> Conditions {
        self.conditions_of(request, Limits::default())
    }

    /// The conditions of a report on a document that was read within these limits.
    pub(crate) fn conditions_of(&self, request: &Request<'_>, limits: Limits) -> Conditions {
        Conditions {
            at: request.at,
            at_source: request.at_source,
            sign_type: request.sign_type,
            vid_layout: request.vid_layout.name(),
            digest_source: match request.plain_hash {
                PlainHashSource::Prehash => "prehash",
                PlainHashSource::HashOfHash => "hash-of-hash",
            },
            document_limits: document_limits(limits),
            policy: Arc::clone(self.stated()),
        }
    }
}

/// The limits within which a document was read, as far as they are not the default.
fn document_limits(limits: Limits) -> Vec<Limit> {
    if limits == Limits::default() {
        return Vec::new();
    }
    let Limits {
        depth,
        size,
        elements,
        entries,
        revocation_infos,
    } = limits;
    let default = Limits::default();
    let limit = |name, value: usize, default: usize| {
        let value = value as u64;
        (Limit { name, value }, default as u64)
    };
    others(Vec::from([
        limit("document_depth", depth, default.depth),
        limit("document_size", size, default.size),
        limit("document_elements", elements, default.elements),
        limit("document_entries", entries, default.entries),
        limit(
            "document_revocation_infos",
            revocation_infos,
            default.revocation_infos,
        ),
    ]))
}
