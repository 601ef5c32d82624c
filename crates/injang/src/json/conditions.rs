//! Under which conditions a report or a decision was made.

use super::writer::{Hex, Object, Shown};
use injang_core::{Conditions, SignType};

/// All conditions, those that are the default too.
pub(super) fn conditions(conditions: &Conditions, members: &mut Object<'_>) {
    members.add("engine", conditions.engine);
    members.add("crypto", conditions.crypto);
    members.add("at", Shown(conditions.at));
    members.add("at_source", conditions.at_source.name());
    members.add("profile", conditions.profile);
    members.add("revocation", conditions.revocation);
    members.add("sign_type", conditions.sign_type.map(SignType::name));
    members.add("vid_layout", conditions.vid_layout);
    members.add("digest_source", conditions.digest_source);
    members.add("purpose", conditions.purpose.as_ref().map(Shown));
    let acceptable = members.member("acceptable_policies");
    match &conditions.acceptable_policies {
        Some(policies) => acceptable.scalars(policies.iter().map(Shown)),
        None => acceptable.null(),
    }
    members.add("explicit_policy", conditions.explicit_policy);
    members.add("inhibit_policy_mapping", conditions.inhibit_policy_mapping);
    members.add("inhibit_any_policy", conditions.inhibit_any_policy);
    let signer_policies = conditions.signer_policies.iter().map(Shown);
    members.member("signer_policies").scalars(signer_policies);
    members.add("anchor_constraints", conditions.anchor_constraints);
    members.add("accept_sha1", conditions.accept_sha1);
    members.add("least_rsa_bits", conditions.least_rsa_bits);
    members.member("limits").object(|members| {
        for limit in &conditions.limits {
            members.add(limit.name, limit.value);
        }
    });
    members.add("anchors", conditions.anchors);
    members.add("intermediates", conditions.intermediates);
    members.add("revocation_data", conditions.revocation_data);
    let responders = conditions.ocsp_responders.iter().map(Hex);
    members.member("ocsp_responders").scalars(responders);
    members.add("policy_sha256", conditions.policy_sha256.map(Hex));
}
