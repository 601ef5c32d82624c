//! Extensions by which CAs bind what is below them, and the names that are bound.

use super::certificate::{extension, policy};
use super::der::{
    boolean_true, content_of, explicit, implicit_octets, integer, oid, retag, sequence, tlv,
};
use super::oid as id;

/// basicConstraints of a CA with pathLenConstraint.
pub(crate) fn path_length(length: u8) -> Vec<u8> {
    let value = sequence(&[boolean_true(), integer(length)]);
    extension(id::BASIC_CONSTRAINTS, true, &value)
}

/// basicConstraints of one who is no CA.
pub(crate) fn no_ca() -> Vec<u8> {
    extension(id::BASIC_CONSTRAINTS, true, &sequence(&[]))
}

/// rfc822Name
pub(crate) fn mail(text: &str) -> Vec<u8> {
    implicit_octets(1, text.as_bytes())
}

/// dNSName
pub(crate) fn dns(text: &str) -> Vec<u8> {
    implicit_octets(2, text.as_bytes())
}

/// directoryName
pub(crate) fn directory(name: &[u8]) -> Vec<u8> {
    explicit(4, name)
}

/// uniformResourceIdentifier
pub(crate) fn uri(text: &str) -> Vec<u8> {
    implicit_octets(6, text.as_bytes())
}

/// iPAddress, in constraints with a mask behind it.
pub(crate) fn ip(octets: &[u8]) -> Vec<u8> {
    implicit_octets(7, octets)
}

/// otherName
pub(crate) fn other_name(kind: &str, value: &[u8]) -> Vec<u8> {
    retag(0xa0, &sequence(&[oid(kind), explicit(0, value)]))
}

/// subjectAltName
pub(crate) fn alternative_names(names: &[Vec<u8>]) -> Vec<u8> {
    extension(id::SUBJECT_ALT_NAME, false, &sequence(names))
}

/// Critical nameConstraints of these bases.
pub(crate) fn name_constraints(permitted: &[Vec<u8>], excluded: &[Vec<u8>]) -> Vec<u8> {
    let subtrees = |tag, bases: &[Vec<u8>]| {
        let list: Vec<_> = bases
            .iter()
            .map(|base| sequence(std::slice::from_ref(base)))
            .collect();
        if list.is_empty() {
            Vec::new()
        } else {
            tlv(tag, &list.concat())
        }
    };
    name_constraints_of(&sequence(&[
        subtrees(0xa0, permitted),
        subtrees(0xa1, excluded),
    ]))
}

/// Critical nameConstraints of any value.
pub(crate) fn name_constraints_of(value: &[u8]) -> Vec<u8> {
    extension(id::NAME_CONSTRAINTS, true, value)
}

/// certificatePolicies without qualifiers.
pub(crate) fn policies(all: &[&str]) -> Vec<u8> {
    let list: Vec<_> = all.iter().map(|dotted| policy(dotted, &[])).collect();
    extension(id::CERTIFICATE_POLICIES, false, &sequence(&list))
}

/// policyMappings from the issuer's to the subject's domain.
pub(crate) fn mappings(pairs: &[(&str, &str)]) -> Vec<u8> {
    let list: Vec<_> = pairs
        .iter()
        .map(|(issuer, subject)| sequence(&[oid(issuer), oid(subject)]))
        .collect();
    extension(id::POLICY_MAPPINGS, true, &sequence(&list))
}

/// policyConstraints: requireExplicitPolicy and inhibitPolicyMapping.
pub(crate) fn policy_constraints(explicit: Option<u8>, mapping: Option<u8>) -> Vec<u8> {
    let field = |number, skip: Option<u8>| {
        skip.map_or(Vec::new(), |skip| {
            implicit_octets(number, content_of(&integer(skip)))
        })
    };
    let value = sequence(&[field(0, explicit), field(1, mapping)]);
    extension(id::POLICY_CONSTRAINTS, true, &value)
}

/// inhibitAnyPolicy
pub(crate) fn inhibit_any_policy(skip: u8) -> Vec<u8> {
    extension(id::INHIBIT_ANY_POLICY, true, &integer(skip))
}

/// extKeyUsage
pub(crate) fn purposes(all: &[&str]) -> Vec<u8> {
    let list: Vec<_> = all.iter().map(|dotted| oid(dotted)).collect();
    extension(id::EXT_KEY_USAGE, false, &sequence(&list))
}
