//! nameConstraints on mailboxes, in rfc822Name and in subjects.

use super::names::constrained;
use super::{Outcome, Scene};
use crate::generate::certificate::name;
use crate::generate::constraint::{mail, name_constraints};
use crate::generate::der::{ia5, printable};
use crate::generate::oid as id;
use std::io;

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Breaks, Passes};
    let permitted = |base: &str| name_constraints(&[mail(base)], &[]);
    let excluded = |base: &str| name_constraints(&[], &[mail(base)]);
    for (case, outcome, constraints, mailbox, reason) in [
        (
            "mail-host",
            Passes,
            permitted("example.test"),
            "a@example.test",
            "All mailboxes of a host are permitted.",
        ),
        (
            "mail-host-other-case",
            Passes,
            permitted("EXAMPLE.test"),
            "a@example.TEST",
            "Hosts are compared without regard to case.",
        ),
        (
            "mail-host-below",
            Breaks,
            permitted("example.test"),
            "a@mail.example.test",
            "A host stands for itself and not for hosts below.",
        ),
        (
            "mail-domain",
            Passes,
            permitted(".example.test"),
            "a@mail.example.test",
            "All hosts below a domain are permitted.",
        ),
        (
            "mail-domain-itself",
            Breaks,
            permitted(".example.test"),
            "a@example.test",
            "A domain with a dot before it is not a host itself.",
        ),
        (
            "mail-mailbox",
            Passes,
            permitted("a@example.test"),
            "a@example.test",
            "One mailbox is permitted.",
        ),
        (
            "mail-mailbox-other",
            Breaks,
            permitted("a@example.test"),
            "b@example.test",
            "One mailbox is permitted, and this is another.",
        ),
        (
            "mail-mailbox-other-case",
            Breaks,
            permitted("a@example.test"),
            "A@example.test",
            "The local part of a mailbox is compared with regard to case.",
        ),
        (
            "mail-host-suffix",
            Breaks,
            permitted("example.test"),
            "a@badexample.test",
            "The host ends with the permitted one, and is another.",
        ),
        (
            "mail-excluded",
            Breaks,
            excluded("example.test"),
            "a@example.test",
            "All mailboxes of the host are excluded.",
        ),
        (
            "mail-not-excluded",
            Passes,
            excluded("example.test"),
            "a@other.test",
            "The mailbox is not of the excluded host.",
        ),
        (
            "mail-excluded-trailing-dot",
            Breaks,
            excluded("example.test"),
            "a@example.test.",
            "A dot behind the host does not take it out of what is excluded.",
        ),
        (
            "mail-permitted-trailing-dot",
            Breaks,
            permitted("example.test"),
            "a@example.test.",
            "A host with a dot behind it is none of a mailbox.",
        ),
        (
            "mail-without-at",
            Breaks,
            excluded("example.test"),
            "example.test",
            "The mailbox has no @ and can't be compared.",
        ),
        (
            "mail-two-at",
            Breaks,
            excluded("example.test"),
            "a@other.test@example.test",
            "The mailbox has two @ and can't be compared.",
        ),
        (
            "mail-base-trailing-dot",
            Breaks,
            excluded("example.test."),
            "a@example.test",
            "The excluded base is no host, so that nothing can be told from it.",
        ),
        (
            "mail-base-without-local-part",
            Breaks,
            excluded("@example.test"),
            "a@example.test",
            "The excluded base is an @ with a host, so that nothing can be told from it.",
        ),
        (
            "mail-base-empty",
            Breaks,
            excluded(""),
            "a@example.test",
            "The excluded base is empty, and below that is everything.",
        ),
    ] {
        constrained(scene, case, outcome, &constraints, &[mail(mailbox)], reason)?;
    }
    subjects(scene)
}

/// Mailboxes in subjects, where they don't belong.
fn subjects(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Breaks, Passes};
    let source =
        "RFC 5280 4.2.1.10: emailAddress in the subject counts where there is no subjectAltName";
    for (case, outcome, mailbox, reason) in [
        (
            "subject-mail-permitted",
            Passes,
            "a@example.test",
            "emailAddress in the subject is of the permitted host.",
        ),
        (
            "subject-mail-not-permitted",
            Breaks,
            "a@other.test",
            "emailAddress in the subject is not of the permitted host.",
        ),
    ] {
        let subject = name(&[
            (id::COUNTRY_NAME, printable("KR")),
            (id::EMAIL_ADDRESS, ia5(mailbox)),
        ]);
        let vector = scene.shaped(
            &format!("names-{case}"),
            outcome,
            |it| {
                it.with(
                    id::NAME_CONSTRAINTS,
                    name_constraints(&[mail("example.test")], &[]),
                )
            },
            |it| it.subject(subject),
        );
        scene.save(vector, reason, source)?;
    }
    Ok(())
}
