//! Under which conditions a report or a decision was made.

use super::writer::{self, Hex, Object, Shown};
use injang_core::report::{Limit, PolicyConditions};
use injang_core::{Conditions, SignType};

/// The conditions that all documents of a policy share, with a newline at the end.
pub(crate) fn policy(conditions: &PolicyConditions) -> String {
    writer::document(|members| {
        engine(conditions, members);
        mode(conditions, members);
        inputs(conditions, &mut conditions.limits.iter(), members);
    })
}

/// All conditions, those that are the default too.
pub(super) fn conditions(conditions: &Conditions, members: &mut Object<'_>) {
    let policy = &conditions.policy;
    engine(policy, members);
    members.add("at", Shown(conditions.at));
    members.add("at_source", conditions.at_source.name());
    mode(policy, members);
    members.add("sign_type", conditions.sign_type.map(SignType::name));
    members.add("vid_layout", conditions.vid_layout);
    members.add("digest_source", conditions.digest_source);
    inputs(policy, &mut conditions.limits(), members);
}

fn engine(policy: &PolicyConditions, members: &mut Object<'_>) {
    members.add("engine", policy.engine);
    members.add("crypto", policy.crypto);
}

fn mode(policy: &PolicyConditions, members: &mut Object<'_>) {
    members.add("profile", policy.profile);
    members.add("revocation", policy.revocation);
}

fn inputs(
    policy: &PolicyConditions,
    limits: &mut dyn Iterator<Item = &Limit>,
    members: &mut Object<'_>,
) {
    members.add("purpose", policy.purpose.as_ref().map(Shown));
    let acceptable = members.member("acceptable_policies");
    match &policy.acceptable_policies {
        Some(policies) => acceptable.scalars(policies.iter().map(Shown)),
        None => acceptable.null(),
    }
    members.add("explicit_policy", policy.explicit_policy);
    members.add("inhibit_policy_mapping", policy.inhibit_policy_mapping);
    members.add("inhibit_any_policy", policy.inhibit_any_policy);
    let signer_policies = policy.signer_policies.iter().map(Shown);
    members.member("signer_policies").scalars(signer_policies);
    members.add("anchor_constraints", policy.anchor_constraints);
    members.add("accept_sha1", policy.accept_sha1);
    members.add("least_rsa_bits", policy.least_rsa_bits);
    members.member("limits").object(|members| {
        for limit in limits {
            members.add(limit.name, limit.value);
        }
    });
    members.add("anchors", policy.anchors);
    members.add("intermediates", policy.intermediates);
    members.add("revocation_data", policy.revocation_data);
    members.add("unused_revocation_data", policy.unused_revocation_data);
    let responders = policy.ocsp_responders.iter().map(Hex);
    members.member("ocsp_responders").scalars(responders);
    members.add("policy_sha256", policy.policy_sha256.map(Hex));
}
