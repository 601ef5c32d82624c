//! The CRLs and OCSP responses that were available: those that a check rests on, and the others with
//! the reason why none does.

use super::writer::{Hex, Object, Shown};
use crate::oid_names;
use crate::redaction::View;
use injang_core::Time;
use injang_core::report::{
    EvidenceKind, EvidenceUsed, Origin, RevocationPiece, RevocationReason, RevokedLater,
};

/// One that a check rests on.
pub(super) fn used(used: &EvidenceUsed, members: &mut Object<'_>) {
    let times = [Some(used.this_update), used.next_update];
    one(used.origin, &used.kind, used.sha256, times, members);
}

/// One that concerns a document, used or not.
pub(super) fn piece(piece: &RevocationPiece, view: View, members: &mut Object<'_>) {
    let times = [piece.this_update, piece.next_update];
    one(piece.origin, &piece.kind, piece.sha256, times, members);
    members.add("used", piece.unused.is_none());
    if let Some(reason) = &piece.unused {
        members.add("reason", reason.code());
        members.add("message", Shown(reason.sentence(view.lang)));
    }
}

/// A revocation after the time asked.
pub(super) fn revoked_later(revoked: &RevokedLater, members: &mut Object<'_>) {
    members.add("position", revoked.position);
    members.add("revoked_at", Shown(revoked.revoked_at));
    members.add("reason", revoked.reason.map(RevocationReason::name));
    members
        .member("source")
        .object(|members| used(&revoked.source, members));
}

fn one(
    origin: Origin,
    kind: &EvidenceKind,
    sha256: Option<[u8; 32]>,
    [this_update, next_update]: [Option<Time>; 2],
    members: &mut Object<'_>,
) {
    let source = match origin {
        Origin::Document(_) => "document",
        _ => "policy",
    };
    members.add("kind", kind.name());
    members.add("source", source);
    members.add("sha256", sha256.map(Hex));
    match kind {
        EvidenceKind::Crl { number } | EvidenceKind::DeltaCrl { number } => {
            members.add("number", number.as_deref().map(Hex));
        }
        EvidenceKind::Ocsp { produced_at } => members.add("produced_at", Shown(produced_at)),
        EvidenceKind::OcspError { status } => {
            members.add("status", oid_names::response_status(*status));
        }
        _ => {}
    }
    members.add("this_update", this_update.map(Shown));
    members.add("next_update", next_update.map(Shown));
}
