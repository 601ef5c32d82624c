//! Certificate policies: required, asserted, or covered by anyPolicy.

use super::{MIDDLE, Outcome, Scene, case, passed};
use crate::generate::certificate::Template;
use crate::generate::constraint::{inhibit_any_policy, policies, policy_constraints};
use crate::generate::hierarchy::usual;
use crate::generate::key::Key;
use crate::generate::oid as id;
use std::io;

const SOURCE: &str = "RFC 5280 6.1.1 (c) to (g), 6.1.3 (d) to (f), 6.1.5; RFC 9618";
/// Policies of no real authority.
pub(super) const ONE: &str = "2.25.1";
pub(super) const TWO: &str = "2.25.2";

/// A shape that asserts policies; without any, the extension is left out.
pub(super) fn asserts(all: &[&'static str]) -> impl FnOnce(Template) -> Template {
    let all = all.to_vec();
    move |template| {
        if all.is_empty() {
            template
        } else {
            template.with(id::CERTIFICATE_POLICIES, policies(&all))
        }
    }
}

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    asked(scene)?;
    any_inhibited(scene)?;
    required_by_ca(scene)?;
    kakao(scene)
}

fn asked(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Breaks, Passes};
    for (name, outcome, ca, signer, asked, reason) in [
        (
            "present",
            Passes,
            &[ONE][..],
            &[ONE][..],
            &[ONE][..],
            "CA and signer assert the policy that is asked for.",
        ),
        (
            "one-of-several",
            Passes,
            &[TWO, ONE],
            &[ONE],
            &[TWO, ONE],
            "One of the policies asked for is valid along the path.",
        ),
        (
            "any-will-do",
            Passes,
            &[ONE],
            &[ONE],
            &[],
            "A policy is asked for, and any will do.",
        ),
        (
            "absent",
            Breaks,
            &[],
            &[],
            &[],
            "A policy is asked for, and nobody asserts any.",
        ),
        (
            "absent-in-ca",
            Breaks,
            &[],
            &[ONE],
            &[ONE],
            "The CA asserts no policy.",
        ),
        (
            "absent-in-signer",
            Breaks,
            &[ONE],
            &[],
            &[ONE],
            "The signer's certificate asserts no policy.",
        ),
        (
            "another",
            Breaks,
            &[ONE],
            &[ONE],
            &[TWO],
            "CA and signer assert another policy than the one asked for.",
        ),
        (
            "not-shared",
            Breaks,
            &[ONE],
            &[TWO],
            &[ONE, TWO],
            "CA and signer assert one policy each, and not the same.",
        ),
        (
            "any-in-ca",
            Passes,
            &[id::ANY_POLICY],
            &[ONE],
            &[ONE],
            "anyPolicy in the CA's certificate stands for the policy asked for.",
        ),
        (
            "any-in-signer",
            Passes,
            &[ONE],
            &[id::ANY_POLICY],
            &[ONE],
            "anyPolicy in the signer's certificate stands for the CA's policy.",
        ),
        (
            "any-in-both",
            Passes,
            &[id::ANY_POLICY],
            &[id::ANY_POLICY],
            &[ONE],
            "anyPolicy in both certificates stands for the policy asked for.",
        ),
        (
            "any-in-signer-another",
            Breaks,
            &[ONE],
            &[id::ANY_POLICY],
            &[TWO],
            "anyPolicy in the signer's certificate stands for no policy that the CA does not assert.",
        ),
    ] {
        let vector = scene.shaped(
            &format!("policy-{name}"),
            outcome,
            asserts(ca),
            asserts(signer),
        );
        scene.save(vector.require_policies(asked), reason, SOURCE)?;
    }
    let vector = scene.shaped(
        "policy-another-not-required",
        Passes,
        asserts(&[ONE]),
        asserts(&[ONE]),
    );
    scene.save(
        vector.acceptable_policies(&[TWO]),
        "Another policy is acceptable, but none is required.",
        SOURCE,
    )?;
    let vector = scene.shaped(
        "policy-twice",
        Breaks,
        asserts(&[ONE, ONE]),
        asserts(&[ONE]),
    );
    scene.save(
        vector,
        "The CA's certificate asserts one policy twice.",
        "RFC 5280 4.2.1.4: a policy must not appear more than once",
    )
}

fn any_inhibited(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Breaks, Passes};
    let any: &[&'static str] = &[id::ANY_POLICY];
    let vector = scene.shaped(
        "policy-any-inhibited",
        Breaks,
        asserts(any),
        asserts(&[ONE]),
    );
    scene.save(
        vector.require_policies(&[ONE]).inhibit_any_policy(),
        "anyPolicy in the CA's certificate stands for nothing, as the caller wants it.",
        SOURCE,
    )?;
    let vector = scene.shaped(
        "policy-any-inhibited-and-unused",
        Passes,
        asserts(&[ONE]),
        asserts(&[ONE]),
    );
    scene.save(
        vector.require_policies(&[ONE]).inhibit_any_policy(),
        "anyPolicy stands for nothing, and nobody needs it.",
        SOURCE,
    )?;
    for (name, skip, outcome, reason) in [
        (
            "policy-any-inhibited-below-ca",
            0,
            Breaks,
            "The CA lets anyPolicy stand for nothing below it.",
        ),
        (
            "policy-any-inhibited-further-below",
            1,
            Passes,
            "The CA lets anyPolicy stand for nothing from the second certificate below it.",
        ),
    ] {
        let vector = scene.shaped(
            name,
            outcome,
            |it| asserts(&[ONE])(it).with(id::INHIBIT_ANY_POLICY, inhibit_any_policy(skip)),
            asserts(any),
        );
        scene.save(vector.require_policies(&[ONE]), reason, "RFC 5280 4.2.1.14")?;
    }
    let old = scene.root.ca_as(MIDDLE, &Key::ec(), |it| {
        asserts(&[ONE])(it).with(id::INHIBIT_ANY_POLICY, inhibit_any_policy(0))
    });
    let new = old.ca_as(MIDDLE, &Key::ec(), asserts(any));
    let signer = new.signer_as(asserts(&[ONE]));
    scene.save(
        case("policy-any-inhibited-self-issued", &signer, passed(&signer))
            .intermediate(&old.certificate)
            .intermediate(&new.certificate)
            .require_policies(&[ONE]),
        "anyPolicy stands for nothing below the CA, but for a certificate that it issued to itself.",
        "RFC 5280 6.1.3 (d) (2)",
    )
}

/// policyConstraints of a CA and of the signer's own certificate.
fn required_by_ca(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Breaks, Passes};
    let source = "RFC 5280 4.2.1.11 and 6.1.4 (i)";
    for (name, skip, ca, signer, outcome, reason) in [
        (
            "ca-requires",
            0,
            &[ONE][..],
            &[ONE][..],
            Passes,
            "The CA requires a policy below it, and there is one.",
        ),
        (
            "ca-requires-absent",
            0,
            &[ONE],
            &[],
            Breaks,
            "The CA requires a policy below it, and the signer's certificate asserts none.",
        ),
        (
            "ca-requires-another",
            0,
            &[ONE],
            &[TWO],
            Breaks,
            "The CA requires a policy below it, and the signer's is not one of its own.",
        ),
        (
            "ca-requires-next-but-one",
            1,
            &[ONE],
            &[],
            Breaks,
            "The CA requires a policy from the second certificate below it; at the end of the path one is counted off.",
        ),
        (
            "ca-requires-further-below",
            2,
            &[],
            &[],
            Passes,
            "The CA requires a policy from the third certificate below it, which is not reached.",
        ),
    ] {
        let vector = scene.shaped(
            &format!("policy-{name}"),
            outcome,
            |it| asserts(ca)(it).with(id::POLICY_CONSTRAINTS, policy_constraints(Some(skip), None)),
            asserts(signer),
        );
        scene.save(vector, reason, source)?;
    }
    let vector = scene.shaped(
        "policy-ca-requires-not-acceptable",
        Breaks,
        |it| asserts(&[ONE])(it).with(id::POLICY_CONSTRAINTS, policy_constraints(Some(0), None)),
        asserts(&[ONE]),
    );
    scene.save(
        vector.acceptable_policies(&[TWO]),
        "The CA requires a policy, and the one there is not acceptable to the caller.",
        source,
    )?;
    for (name, own, outcome, reason) in [
        (
            "policy-signer-requires",
            &[ONE][..],
            Passes,
            "The signer's certificate requires a policy, and there is one.",
        ),
        (
            "policy-signer-requires-absent",
            &[],
            Breaks,
            "The signer's certificate requires a policy and asserts none.",
        ),
    ] {
        let vector = scene.shaped(name, outcome, asserts(&[ONE]), |it| {
            asserts(own)(it).with(id::POLICY_CONSTRAINTS, policy_constraints(Some(0), None))
        });
        scene.save(vector, reason, "RFC 5280 6.1.5 (b)")?;
    }
    let vector = scene.shaped(
        "policy-constraints-empty",
        Breaks,
        |it| it.with(id::POLICY_CONSTRAINTS, policy_constraints(None, None)),
        usual,
    );
    scene.save(
        vector,
        "policyConstraints of the CA is an empty sequence.",
        "RFC 5280 4.2.1.11: must not be empty",
    )
}

/// The real KAKAO-CA asserts the qualifier's OID in the place of a policy, and nothing else.
fn kakao(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Breaks, Passes};
    let source = "The real KAKAO-CA; RFC 5280 6.1.3 (d)";
    let own: &[&'static str] = &[id::KAKAO_POLICY, id::ID_QT_CPS];
    let vector =
        |name: &str, outcome| scene.shaped(name, outcome, asserts(&[id::ID_QT_CPS]), asserts(own));
    scene.save(
        vector("kakao-explicit-policy", Breaks).require_policies(&[id::KAKAO_POLICY]),
        "The CA asserts the misplaced qualifier's OID alone, so that the subscriber's policy is not valid along the path.",
        source,
    )?;
    scene.save(
        vector("kakao-signer-policy", Passes).signer_policies(&[id::KAKAO_POLICY]),
        "The subscriber's certificate asserts the policy, whatever the CA's says.",
        source,
    )?;
    scene.save(
        vector("kakao-signer-policy-and-explicit", Breaks)
            .signer_policies(&[id::KAKAO_POLICY])
            .require_policies(&[id::KAKAO_POLICY]),
        "The subscriber's certificate asserts the policy, and it is asked of the path too.",
        source,
    )?;
    scene.save(
        vector("signer-policy-another", Breaks).signer_policies(&[id::TOSS_POLICY]),
        "The signer's certificate asserts other policies than those asked of it.",
        source,
    )?;
    scene.save(
        vector("signer-policy-one-of-two", Passes)
            .signer_policies(&[id::TOSS_POLICY, id::KAKAO_POLICY]),
        "The signer's certificate asserts one of the policies asked of it.",
        source,
    )?;
    let vector = scene.shaped("signer-policy-absent", Breaks, usual, usual);
    scene.save(
        vector.signer_policies(&[id::KAKAO_POLICY]),
        "The signer's certificate asserts no policy.",
        source,
    )?;
    let any = scene.shaped(
        "signer-policy-any",
        Breaks,
        usual,
        asserts(&[id::ANY_POLICY]),
    );
    scene.save(
        any.signer_policies(&[id::KAKAO_POLICY]),
        "anyPolicy in the signer's certificate asserts no policy by name.",
        source,
    )
}
