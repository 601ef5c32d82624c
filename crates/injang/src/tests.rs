//! Renderings of every vector, and of reports under every condition.

mod conditions;
mod library;
mod many;
mod schema;

use crate::{Policy, Request, Revocation};
use injang_core::{Ci, Claim, OidBuf, Vid};
use injang_tests::case::{Case, Profile, Revocation as Mode};
use injang_tests::runner::{Inputs, Vector};

/// The policy that a vector asks for.
fn policy(inputs: &Inputs, case: &Case) -> Policy {
    let revocation = match case.revocation {
        Mode::None => Revocation::NotChecked,
        Mode::Require => Revocation::Require,
    };
    let oids = |texts: &[String]| -> Vec<OidBuf> {
        let oid = |text: &String| OidBuf::parse(text).unwrap();
        texts.iter().map(oid).collect()
    };
    let mut policy = Policy::builder(revocation)
        .anchor_constraints(case.anchor_constraints)
        .require_explicit_policy(case.explicit_policy)
        .inhibit_policy_mapping(case.inhibit_policy_mapping)
        .inhibit_any_policy(case.inhibit_any_policy)
        .acceptable_policies(oids(&case.policies).iter().map(OidBuf::as_oid))
        .signer_policies(oids(&case.signer_policies).iter().map(OidBuf::as_oid));
    if let Some(purpose) = &case.purpose {
        policy = policy.purpose(OidBuf::parse(purpose).unwrap().as_oid());
    }
    if case.profile == Some(Profile::Strict) {
        policy = policy.profile(crate::Profile::Strict);
    }
    for certificate in &inputs.trust {
        policy = policy.trust(certificate).unwrap();
    }
    for certificate in &inputs.intermediates {
        policy = policy.intermediates(certificate).unwrap();
    }
    for certificate in &inputs.ocsp_responders {
        policy = policy.ocsp_responders(certificate).unwrap();
    }
    for piece in inputs.pieces() {
        policy = policy.revocation_data(piece).unwrap();
    }
    policy.build()
}

/// Lends what a vector asks of its document, with its claim.
fn with_request<R>(vector: &Vector, inputs: &Inputs, then: impl FnOnce(&Request<'_>) -> R) -> R {
    let texts = vector.case.identity.as_ref();
    let ci = texts.map(|texts| Ci::from_base64(texts.ci.as_bytes()));
    let vid = texts.map(|texts| Vid::parse(&texts.vid));
    let mut core = inputs.request(&vector.case);
    if let (Some(ci), Some(vid)) = (&ci, &vid) {
        let claim = Claim::parsed(ci.as_ref().map_err(|e| *e), vid.as_ref().map_err(|e| *e));
        core = core.claim(match texts.and_then(|texts| texts.signer) {
            Some(index) => claim.of_signer(index),
            None => claim,
        });
    }
    let mut request = Request::at(core.time());
    request.core = core;
    for certificate in inputs.certificates() {
        request = request.certificates(certificate.octets()).unwrap();
    }
    then(&request)
}
