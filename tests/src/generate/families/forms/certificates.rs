//! Certificates: subjects, subjectAltName, nameConstraints, keyUsage and distribution points.

use super::{Form, shaped, shaped_ca};
use crate::case::Finding;
use crate::generate::certificate::{Template, extension};
use crate::generate::constraint::{
    alternative_names, directory, dns, ip, mail, name_constraints, uri,
};
use crate::generate::der::{bit_string, sequence, tlv, utf8};
use crate::generate::distribution::{Point, distribution_points, full_name, relative_name};
use crate::generate::hierarchy::ca_name;
use crate::generate::oid as id;
use crate::generate::vector::Family;
use std::io;

const NOT_DER: Form = Form::Tolerated(Finding::CertificateNotDer);

pub(super) fn make(family: &Family) -> io::Result<()> {
    subjects(family)?;
    alternative(family)?;
    points(family)?;
    usages(family)
}

type Row = (
    &'static str,
    Form,
    Box<dyn FnOnce(Template) -> Template>,
    &'static str,
);

fn rows(family: &Family, source: &str, all: Vec<Row>) -> io::Result<()> {
    for (name, form, shape, reason) in all {
        shaped(family, name, form, (reason, source), shape)?;
    }
    Ok(())
}

/// subjectAltName of one host.
fn host(is_critical: bool) -> Vec<u8> {
    extension(
        id::SUBJECT_ALT_NAME,
        is_critical,
        &sequence(&[dns("a.test")]),
    )
}

fn subjects(family: &Family) -> io::Result<()> {
    let constraints = || name_constraints(&[], &[dns("b.test")]);
    rows(
        family,
        "RFC 5280 4.1.2.6, 4.2.1.6 and 4.2.1.10",
        vec![
            (
                "nobody-with-critical-names",
                Form::Usual,
                Box::new(|it| {
                    it.subject(sequence(&[]))
                        .with(id::SUBJECT_ALT_NAME, host(true))
                }),
                "The subject is empty, and subjectAltName is critical.",
            ),
            (
                "nobody-with-names",
                NOT_DER,
                Box::new(|it| {
                    it.subject(sequence(&[]))
                        .with(id::SUBJECT_ALT_NAME, host(false))
                }),
                "The subject is empty, and subjectAltName is not critical.",
            ),
            (
                "nobody",
                NOT_DER,
                Box::new(|it| it.subject(sequence(&[]))),
                "The subject is empty, and there is no subjectAltName.",
            ),
            (
                "constraints-of-nobody",
                NOT_DER,
                Box::new(move |it| it.with(id::NAME_CONSTRAINTS, constraints())),
                "The certificate is no CA's and has nameConstraints.",
            ),
        ],
    )?;
    shaped_ca(
        family,
        "constraints-of-a-ca",
        Form::Usual,
        ("The CA has nameConstraints.", "RFC 5280 4.2.1.10"),
        |it| {
            it.with(
                id::NAME_CONSTRAINTS,
                name_constraints(&[], &[dns("b.test")]),
            )
        },
    )
}

fn alternative(family: &Family) -> io::Result<()> {
    let source = "RFC 5280 4.2.1.6";
    let all: Vec<(&str, Vec<Vec<u8>>, Form, &str)> = vec![
        (
            "names-none",
            vec![],
            Form::Breaks,
            "subjectAltName is an empty sequence.",
        ),
        (
            "name-cut",
            vec![tlv(0x9f, &[1, 0])],
            Form::Breaks,
            "subjectAltName has a member that is no GeneralName.",
        ),
        (
            "host",
            vec![dns("a-b.test")],
            Form::Usual,
            "A dNSName is a host.",
        ),
        (
            "host-wildcard",
            vec![dns("*.a.test")],
            Form::Usual,
            "A dNSName is a host below a wildcard, which RFC 5280 leaves to those who use it.",
        ),
        ("host-empty", vec![dns("")], NOT_DER, "A dNSName is empty."),
        (
            "host-space",
            vec![dns(" ")],
            NOT_DER,
            "A dNSName is a space.",
        ),
        (
            "host-underscore",
            vec![dns("a_b.test")],
            NOT_DER,
            "A dNSName has an underscore, which the preferred name syntax has not.",
        ),
        (
            "mailbox",
            vec![mail("a@b.test")],
            Form::Usual,
            "An rfc822Name is a mailbox.",
        ),
        (
            "mailbox-empty",
            vec![mail("")],
            NOT_DER,
            "An rfc822Name is empty.",
        ),
        (
            "mailbox-not-ascii",
            vec![mail("시험@b.test")],
            NOT_DER,
            "An rfc822Name is not ASCII.",
        ),
        (
            "mailbox-in-brackets",
            vec![mail("<a@b.test>")],
            NOT_DER,
            "An rfc822Name stands in brackets.",
        ),
        (
            "mailbox-of-a-host",
            vec![mail("b.test")],
            NOT_DER,
            "An rfc822Name is a host and no mailbox.",
        ),
        (
            "uri",
            vec![uri("urn:a")],
            Form::Usual,
            "A URI has a scheme and something behind it.",
        ),
        (
            "uri-relative",
            vec![uri("/a")],
            NOT_DER,
            "A URI is relative.",
        ),
        (
            "uri-space",
            vec![uri("http://a.test/ b")],
            NOT_DER,
            "A URI has a space in it.",
        ),
        (
            "address-6",
            vec![ip(&[0; 16])],
            Form::Usual,
            "An iPAddress has 16 octets.",
        ),
        (
            "address-empty",
            vec![ip(&[])],
            NOT_DER,
            "An iPAddress is empty.",
        ),
        (
            "address-with-mask",
            vec![ip(&[10, 0, 0, 0, 255, 0, 0, 0])],
            NOT_DER,
            "An iPAddress has a mask behind it.",
        ),
        (
            "directory",
            vec![directory(&ca_name("a"))],
            Form::Usual,
            "A directoryName names somebody.",
        ),
        (
            "directory-empty",
            vec![directory(&sequence(&[]))],
            NOT_DER,
            "A directoryName is empty.",
        ),
    ];
    for (word, names, form, reason) in all {
        let name = format!("alternative-{word}");
        shaped(family, &name, form, (reason, source), |it| {
            it.with(id::SUBJECT_ALT_NAME, alternative_names(&names))
        })?;
    }
    Ok(())
}

fn points(family: &Family) -> io::Result<()> {
    let source = "RFC 5280 4.2.1.13";
    let by = |names: &[Vec<u8>]| Point {
        crl_issuer: names.to_vec(),
        ..Point::default()
    };
    let full = || Point::named(full_name(&[uri("http://a.test/a.crl")]));
    let relative = |issuers: &[Vec<u8>]| Point {
        crl_issuer: issuers.to_vec(),
        ..Point::named(relative_name(id::COMMON_NAME, utf8("a")))
    };
    let issuer = || directory(&ca_name("Test CRL issuer"));
    let unused = Point {
        reasons: Some(bit_string(&[0x81])),
        ..full()
    };
    let many = Point {
        reasons: Some(tlv(3, &[6, 0x40, 0x40])),
        ..full()
    };
    for (word, point, form, reason) in [
        (
            "issuer",
            by(&[issuer()]),
            Form::Usual,
            "cRLIssuer is a directoryName.",
        ),
        (
            "issuer-uri",
            by(&[uri("http://a.test/")]),
            NOT_DER,
            "cRLIssuer is a URI, and no directoryName.",
        ),
        (
            "issuer-and-uri",
            by(&[issuer(), uri("http://a.test/")]),
            NOT_DER,
            "cRLIssuer is a directoryName and a URI.",
        ),
        (
            "issuer-nobody",
            by(&[directory(&sequence(&[]))]),
            NOT_DER,
            "cRLIssuer is an empty name.",
        ),
        (
            "relative",
            relative(&[]),
            Form::Usual,
            "A point is named relative to the issuer.",
        ),
        (
            "relative-to-two",
            relative(&[issuer(), directory(&ca_name("b"))]),
            NOT_DER,
            "A point is named relative to two CRL issuers.",
        ),
        (
            "reasons",
            full().reasons(&[1, 8]),
            Form::Usual,
            "A point is for keyCompromise and aACompromise.",
        ),
        (
            "reasons-unused",
            unused,
            NOT_DER,
            "A point is for the bit that is called unused, among others.",
        ),
        (
            "reasons-many",
            many,
            NOT_DER,
            "A point is for a reason behind the last.",
        ),
        (
            "uri-relative",
            Point::named(full_name(&[uri("a.crl")])),
            NOT_DER,
            "A point is named by a relative URI.",
        ),
    ] {
        let name = format!("point-{word}");
        shaped(family, &name, form, (reason, source), |it| {
            it.with(id::CRL_DISTRIBUTION_POINTS, distribution_points(&[point]))
        })?;
    }
    Ok(())
}

fn usages(family: &Family) -> io::Result<()> {
    let usage = |octets: &[u8]| extension(id::KEY_USAGE, true, &tlv(3, octets));
    for (name, octets, form, reason) in [
        (
            "usage-9-bits",
            &[7, 0x80, 0x80][..],
            Form::Usual,
            "keyUsage has nine bits.",
        ),
        (
            "usage-10-bits",
            &[6, 0x80, 0x40],
            NOT_DER,
            "keyUsage has a tenth bit, which means nothing.",
        ),
    ] {
        shaped(family, name, form, (reason, "RFC 5280 4.2.1.3"), |it| {
            it.with(id::KEY_USAGE, usage(octets))
        })?;
    }
    Ok(())
}
