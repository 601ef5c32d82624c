//! Under which conditions a report or a decision was made.

use super::object;
use crate::fingerprint::hex;
use injang_core::{Conditions, OidBuf, SignType};
use serde_json::{Map, Value};

/// All conditions, those that are the default too.
pub(super) fn conditions(conditions: &Conditions) -> Value {
    let limits: Map<String, Value> = conditions
        .limits()
        .map(|limit| (limit.name.to_owned(), limit.value.into()))
        .collect();
    let responders = conditions.policy.ocsp_responders.iter();
    Value::Object(object([
        ("engine", conditions.policy.engine.into()),
        ("crypto", conditions.policy.crypto.into()),
        ("at", conditions.at.to_string().into()),
        ("at_source", conditions.at_source.name().into()),
        ("profile", conditions.policy.profile.into()),
        ("revocation", conditions.policy.revocation.into()),
        ("sign_type", conditions.sign_type.map(SignType::name).into()),
        ("vid_layout", conditions.vid_layout.into()),
        ("digest_source", conditions.digest_source.into()),
        (
            "purpose",
            conditions
                .policy
                .purpose
                .as_ref()
                .map(ToString::to_string)
                .into(),
        ),
        (
            "acceptable_policies",
            conditions
                .policy
                .acceptable_policies
                .as_deref()
                .map(oids)
                .into(),
        ),
        ("explicit_policy", conditions.policy.explicit_policy.into()),
        (
            "inhibit_policy_mapping",
            conditions.policy.inhibit_policy_mapping.into(),
        ),
        (
            "inhibit_any_policy",
            conditions.policy.inhibit_any_policy.into(),
        ),
        (
            "signer_policies",
            oids(&conditions.policy.signer_policies).into(),
        ),
        (
            "anchor_constraints",
            conditions.policy.anchor_constraints.into(),
        ),
        ("accept_sha1", conditions.policy.accept_sha1.into()),
        ("least_rsa_bits", conditions.policy.least_rsa_bits.into()),
        ("limits", limits.into()),
        ("anchors", conditions.policy.anchors.into()),
        ("intermediates", conditions.policy.intermediates.into()),
        ("revocation_data", conditions.policy.revocation_data.into()),
        (
            "ocsp_responders",
            responders.map(|it| Value::from(hex(it))).collect(),
        ),
        (
            "policy_sha256",
            conditions.policy.policy_sha256.map(|it| hex(&it)).into(),
        ),
    ]))
}

fn oids(oids: &[OidBuf]) -> Vec<String> {
    oids.iter().map(ToString::to_string).collect()
}
