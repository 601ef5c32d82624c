//! The CRLs and OCSP responses that were at hand: those that a check rests on, and the others with
//! the reason why none does.

use super::object;
use crate::fingerprint::hex;
use crate::redaction::View;
use injang_core::report::{
    EvidenceKind, EvidenceUsed, Origin, RevocationPiece, RevocationReason, RevokedLater,
};
use injang_core::{RevocationDataReport, Time};
use serde_json::{Map, Value};

/// One that a check rests on.
pub(super) fn used(used: &EvidenceUsed) -> Value {
    let (this_update, next_update) = (Some(used.this_update), used.next_update);
    Value::Object(one(
        used.origin,
        &used.kind,
        used.sha256,
        [this_update, next_update],
    ))
}

/// All that concern a document, used or not.
pub(super) fn pieces(report: &RevocationDataReport, view: View) -> Value {
    let pieces = report.pieces.iter();
    pieces.map(|it| Value::Object(piece(it, view))).collect()
}

fn piece(piece: &RevocationPiece, view: View) -> Map<String, Value> {
    let times = [piece.this_update, piece.next_update];
    let mut members = one(piece.origin, &piece.kind, piece.sha256, times);
    members.insert("used".into(), piece.unused.is_none().into());
    if let Some(reason) = &piece.unused {
        members.insert("reason".into(), reason.code().into());
        let message = reason.sentence(view.lang).to_string();
        members.insert("message".into(), message.into());
    }
    members
}

/// A revocation after the time asked.
pub(super) fn revoked_later(revoked: &RevokedLater) -> Value {
    Value::Object(object([
        ("position", revoked.position.into()),
        ("revoked_at", revoked.revoked_at.to_string().into()),
        ("reason", revoked.reason.map(RevocationReason::name).into()),
        ("source", used(&revoked.source)),
    ]))
}

fn one(
    origin: Origin,
    kind: &EvidenceKind,
    sha256: Option<[u8; 32]>,
    [this_update, next_update]: [Option<Time>; 2],
) -> Map<String, Value> {
    let source = match origin {
        Origin::Document(_) => "document",
        _ => "policy",
    };
    let mut members = object([
        ("kind", kind.name().into()),
        ("source", source.into()),
        ("sha256", sha256.map(|digest| hex(&digest)).into()),
    ]);
    match kind {
        EvidenceKind::Crl { number } | EvidenceKind::DeltaCrl { number } => {
            members.insert("number".into(), number.as_deref().map(hex).into());
        }
        EvidenceKind::Ocsp { produced_at } => {
            members.insert("produced_at".into(), produced_at.to_string().into());
        }
        EvidenceKind::OcspError { status } => {
            members.insert(
                "status".into(),
                crate::oid_names::response_status(*status).into(),
            );
        }
        _ => {}
    }
    let time = |time: Option<Time>| Value::from(time.map(|it| it.to_string()));
    members.insert("this_update".into(), time(this_update));
    members.insert("next_update".into(), time(next_update));
    members
}
