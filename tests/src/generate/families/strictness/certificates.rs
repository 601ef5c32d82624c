//! The signer's certificate, and the CA's above it.

use super::{Form, Scene, document, passed};
use crate::case::Finding;
use crate::generate::algorithm::{Hash, identifier_with_null};
use crate::generate::authority::Signer;
use crate::generate::certificate::{Template, extension};
use crate::generate::constraint::{alternative_names, dns, ip, uri};
use crate::generate::der::{
    bit_string, explicit, generalized_time, integer, integer_octets, oid, printable, retag,
    sequence, set, tlv, utc_time, utf8,
};
use crate::generate::distribution::{Point, distribution_points, full_name};
use crate::generate::hierarchy::{Ca, serial, subscriber_name};
use crate::generate::key::Key;
use crate::generate::oid as id;
use std::io;

const NAMES: &str = "RFC 5280 4.1.2.4 and A.1; X.680 41.4";
const EXTENSIONS: &str = "RFC 5280 4.1 and 4.2; X.690 11";
const FIELDS: &str = "RFC 5280 4.1.2; X.690 11.5";
const PARAMETERS: &str = "RFC 5758 3.2: the parameters MUST be omitted";

const NOT_DER: Form = Form::Tolerated(Finding::CertificateNotDer);

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    names(scene)?;
    extensions(scene)?;
    fields(scene)?;
    authorities(scene)
}

/// A case about a signer of the CA.
fn save(
    scene: &Scene<'_>,
    name: &str,
    signer: &Signer,
    form: Form,
    why: (&str, &str),
) -> io::Result<()> {
    let expect = passed(signer);
    scene.both(name, &document(signer), &expect, form, why, |vector| {
        vector.shared_intermediate("../intermediate.der")
    })
}

/// A subject of one more attribute, and of what is to stand before it.
fn subject(sets: &[Vec<u8>]) -> Vec<u8> {
    let own = set(&[sequence(&[
        oid(id::ORGANIZATION_NAME),
        utf8("INJANG SUBJECT"),
    ])]);
    sequence(&[&[own], sets].concat())
}

fn attribute(kind: &str, value: Vec<u8>) -> Vec<u8> {
    set(&[sequence(&[oid(kind), value])])
}

fn names(scene: &Scene<'_>) -> io::Result<()> {
    for (name, added, form, reason) in [
        (
            "subject-usual",
            attribute(id::COMMON_NAME, utf8("signer")),
            Form::Usual,
            "The subject's common name is a UTF8String.",
        ),
        (
            "subject-country-utf8",
            attribute(id::COUNTRY_NAME, utf8("KR")),
            Form::Usual,
            "The subject's country is a UTF8String where RFC 5280 has a PrintableString, as Toss and KT write it: names compare all the same.",
        ),
        (
            "subject-empty-set",
            set(&[]),
            NOT_DER,
            "The subject has an empty RelativeDistinguishedName.",
        ),
        (
            "subject-common-name-integer",
            attribute(id::COMMON_NAME, integer(7)),
            NOT_DER,
            "The subject's common name is an INTEGER.",
        ),
        (
            "subject-unknown-integer",
            attribute(id::UNKNOWN, integer(7)),
            Form::Usual,
            "The subject has an attribute that nobody knows, whose value is an INTEGER.",
        ),
        (
            "subject-common-name-empty",
            attribute(id::COMMON_NAME, utf8("")),
            NOT_DER,
            "The subject's common name is empty, and a DirectoryString has at least one character.",
        ),
        (
            "subject-underscore",
            attribute(id::COMMON_NAME, printable("test_signer")),
            NOT_DER,
            "The subject has an underscore in a PrintableString.",
        ),
        (
            "subject-malformed-utf8",
            attribute(id::COMMON_NAME, tlv(0x0c, b"a\xff")),
            NOT_DER,
            "The subject's common name is no UTF-8.",
        ),
    ] {
        let signer = scene.middle.signer_as(|it| it.subject(subject(&[added])));
        save(scene, name, &signer, form, (reason, NAMES))?;
    }
    Ok(())
}

fn extensions(scene: &Scene<'_>) -> io::Result<()> {
    let constraints = |value: &[u8]| extension(id::BASIC_CONSTRAINTS, false, value);
    let points = |value: &[u8]| extension(id::CRL_DISTRIBUTION_POINTS, false, value);
    let reasons_alone = sequence(&[sequence(&[retag(0x81, &bit_string(&[0x60]))])]);
    for (name, dotted, value, form, reason) in [
        (
            "no-ca",
            id::BASIC_CONSTRAINTS,
            constraints(&sequence(&[])),
            Form::Usual,
            "basicConstraints leaves cA out, which is FALSE.",
        ),
        (
            "no-ca-written",
            id::BASIC_CONSTRAINTS,
            constraints(&sequence(&[tlv(1, &[0])])),
            NOT_DER,
            "basicConstraints writes cA FALSE out, which is the default.",
        ),
        (
            "host-usual",
            id::SUBJECT_ALT_NAME,
            alternative_names(&[dns("a.test"), uri("http://a.test"), ip(&[127, 0, 0, 1])]),
            Form::Usual,
            "subjectAltName has a host, a URI and an address.",
        ),
        (
            "host-not-ascii",
            id::SUBJECT_ALT_NAME,
            alternative_names(&[dns("시험.test")]),
            NOT_DER,
            "A dNSName is an IA5String, and this one is not ASCII.",
        ),
        (
            "address-of-5-octets",
            id::SUBJECT_ALT_NAME,
            alternative_names(&[ip(&[127, 0, 0, 1, 1])]),
            NOT_DER,
            "An iPAddress has 4 or 16 octets, and this one has 5.",
        ),
        (
            "other-name-untagged",
            id::SUBJECT_ALT_NAME,
            alternative_names(&[tlv(0xa0, &[oid(id::UNKNOWN), utf8("a")].concat())]),
            NOT_DER,
            "The value of an otherName lacks its explicit tag.",
        ),
        (
            "points-usual",
            id::CRL_DISTRIBUTION_POINTS,
            distribution_points(&[Point::named(full_name(&[uri("http://a.test/a.crl")]))]),
            Form::Usual,
            "cRLDistributionPoints names a point.",
        ),
        (
            "points-unreadable",
            id::CRL_DISTRIBUTION_POINTS,
            points(&utf8("http://a.test/a.crl")),
            NOT_DER,
            "cRLDistributionPoints is text, and is taken for none because it is not critical.",
        ),
        (
            "point-of-reasons-alone",
            id::CRL_DISTRIBUTION_POINTS,
            points(&reasons_alone),
            NOT_DER,
            "A distribution point consists of reasons only.",
        ),
    ] {
        let signer = scene.middle.signer_as(|it| it.with(dotted, value));
        save(scene, name, &signer, form, (reason, EXTENSIONS))?;
    }
    Ok(())
}

/// A certificate of the CA over fields that [`Template`] does not shape.
fn signed(
    scene: &Scene<'_>,
    key: &Key,
    serial: &[u8],
    before: &[Vec<u8>],
    behind: &[Vec<u8>],
) -> Signer {
    let ca = &scene.middle;
    let template = Template::new(&ca.name, &subscriber_name("Test signer"), serial, key);
    let algorithm = ca.key.signature_algorithm(Hash::Sha256);
    let fields = [
        integer_octets(serial),
        algorithm.clone(),
        template.issuer.clone(),
        sequence(&template.validity),
        template.subject.clone(),
        template.spki.clone(),
    ];
    let tbs = sequence(&[before, &fields, behind].concat());
    let signature = bit_string(&ca.key.sign(Hash::Sha256, &tbs));
    Signer {
        key: key.clone(),
        issuer: template.issuer,
        serial: serial.to_vec(),
        certificate: sequence(&[tbs, algorithm, signature]),
    }
}

fn fields(scene: &Scene<'_>) -> io::Result<()> {
    let version = |number| explicit(0, &integer(number));
    let identifier = retag(0x81, &bit_string(&[5]));
    for (name, before, behind, form, reason) in [
        (
            "version-1",
            vec![],
            vec![],
            Form::Usual,
            "The certificate is of version 1 and has no extensions.",
        ),
        (
            "version-1-written",
            vec![version(0)],
            vec![],
            NOT_DER,
            "The certificate writes version 1 out, which is the default.",
        ),
        (
            "extensions-none",
            vec![version(2)],
            vec![],
            Form::Usual,
            "The certificate is of version 3 and has no extensions.",
        ),
        (
            "extensions-empty",
            vec![version(2)],
            vec![explicit(3, &sequence(&[]))],
            NOT_DER,
            "The certificate has an empty list of extensions, which has at least one member.",
        ),
        (
            "unique-identifier-version-2",
            vec![version(1)],
            vec![identifier.clone()],
            Form::Usual,
            "The certificate is of version 2 and has an issuerUniqueID.",
        ),
        (
            "unique-identifier-version-1",
            vec![],
            vec![identifier],
            NOT_DER,
            "The certificate is of version 1 and has an issuerUniqueID, which version 1 has not.",
        ),
    ] {
        let signer = signed(scene, &Key::ec(), &serial(), &before, &behind);
        save(scene, name, &signer, form, (reason, FIELDS))?;
    }
    Ok(())
}

type Shape<'s> = Box<dyn FnOnce(Template) -> Template + 's>;

/// The certificate of a CA on the path counts as the signer's does, and the anchor's own does not.
fn authorities(scene: &Scene<'_>) -> io::Result<()> {
    let null = |hash: Hash, dotted: &str| {
        let algorithm = identifier_with_null(dotted);
        move |mut it: Template| {
            it.hash = hash;
            it.inner_algorithm = Some(algorithm.clone());
            it.outer_algorithm = Some(algorithm);
            it
        }
    };
    let late = |it: Template| {
        it.valid(
            utc_time("200101000000Z"),
            generalized_time("20391231235959Z"),
        )
    };
    let negative = |mut it: Template| {
        it.serial = vec![0x80, 1];
        it
    };
    let shapes: [(&str, Shape<'_>, Form, &str, &str); 4] = [
        (
            "ca-generalized-time",
            Box::new(late),
            NOT_DER,
            "The CA's certificate has GeneralizedTime before 2050.",
            FIELDS,
        ),
        (
            "ca-serial-negative",
            Box::new(negative),
            Form::Tolerated(Finding::SerialNotPositive),
            "The serial number of the CA's certificate is negative.",
            FIELDS,
        ),
        (
            "ca-ecdsa-sha256-null",
            Box::new(null(Hash::Sha256, "1.2.840.10045.4.3.2")),
            Form::Tolerated(Finding::AlgorithmParametersForm),
            "The CA's certificate has NULL behind ecdsa-with-SHA256.",
            PARAMETERS,
        ),
        (
            "ca-ecdsa-sha384-null",
            Box::new(null(Hash::Sha384, "1.2.840.10045.4.3.3")),
            Form::Noticed(Finding::CaParametersForm),
            "The CA's certificate has NULL behind ecdsa-with-SHA384, as NAVER's has.",
            PARAMETERS,
        ),
    ];
    for (name, shape, form, reason, source) in shapes {
        let ca = scene.root.ca_as("Test other CA", &Key::ec(), shape);
        let signer = ca.signer();
        let expect = passed(&signer);
        scene.both(
            name,
            &document(&signer),
            &expect,
            form,
            (reason, source),
            |vector| vector.intermediate(&ca.certificate),
        )?;
    }
    let anchor = Ca::root_as("Test other root", &Key::ec(), late);
    let signer = anchor.signer();
    let nobody = Ca::root_as("Nobody", &Key::ec(), |mut it| {
        it.issuer = sequence(&[]);
        it.subject(sequence(&[]))
    });
    let nobody = Ca {
        name: sequence(&[]),
        ..nobody
    };
    let of_nobody = nobody.signer();
    scene.both(
        "issuer-empty",
        &document(&of_nobody),
        &passed(&of_nobody),
        NOT_DER,
        ("The certificate's issuer is an empty name.", NAMES),
        |vector| vector.trusting(&nobody.certificate),
    )?;
    scene.both(
        "anchor-generalized-time",
        &document(&signer),
        &passed(&signer),
        Form::Usual,
        (
            "The certificate that the anchor came in has GeneralizedTime before 2050, and adds a name and a key only.",
            FIELDS,
        ),
        |vector| vector.trusting(&anchor.certificate),
    )?;
    Ok(())
}
