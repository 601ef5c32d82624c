//! What else stands in `certificates` and `crls`, and certificates that are odd and good.

use super::{CONTENT, document};
use crate::case::{Check, Expectation, Finding, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::authority::{Authority, Signer};
use crate::generate::certificate::{serial_of, test_signer};
use crate::generate::der::{
    bit_string, explicit, integer, null, octet_string, oid, printable, retag, sequence, set, tlv,
    utc_time, utf8,
};
use crate::generate::expected::message;
use crate::generate::key::Key;
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

pub(super) fn make(family: &Family, ca: &Authority) -> io::Result<()> {
    choices(family, ca)?;
    revocation_infos(family, ca)?;
    serials(family, ca)?;
    encodings(family, ca)
}

fn passed(signer: &Signer) -> Expectation {
    message(signer).content(CONTENT)
}

fn choices(family: &Family, ca: &Authority) -> io::Result<()> {
    let source = "RFC 5652 10.2.2: CertificateChoices";
    let signer = ca.ec_signer();
    let body = sequence(&[integer(1), test_signer(8), null()]);
    let other = retag(0xa3, &sequence(&[oid(id::UNKNOWN), utf8("another format")]));
    for (name, choice, reason) in [
        (
            "choice-extended",
            retag(0xa0, &body),
            "An extendedCertificate of PKCS #6 is kept, listed and not used.",
        ),
        (
            "choice-attribute-v1",
            retag(0xa1, &body),
            "A version 1 attribute certificate is kept, listed and not used.",
        ),
        (
            "choice-attribute-v2",
            retag(0xa2, &body),
            "A version 2 attribute certificate is kept, listed and not used.",
        ),
        (
            "choice-other",
            other,
            "A certificate in another format is kept, listed and not used.",
        ),
        (
            "choice-garbage",
            body.clone(),
            "A SEQUENCE that is no certificate is kept, listed and not used.",
        ),
    ] {
        for (place, last) in [("before", false), ("after", true)] {
            let mut message = document(&signer);
            message
                .certificates
                .insert(usize::from(last), choice.clone());
            let expect = passed(&signer).finding(Finding::UnrecognisedCertificate);
            Vector::new(
                &format!("{name}-{place}"),
                message.encode(),
                reason,
                source,
                expect,
            )
            .save(family)?;
        }
    }
    let mut message = document(&signer);
    message.certificates.push(body.clone());
    Vector::new(
        "choice-garbage-strict",
        message.encode(),
        "What is not understood is no deviation, and the strict profile does not refuse it.",
        source,
        passed(&signer).finding(Finding::UnrecognisedCertificate),
    )
    .strict()
    .save(family)?;
    let mut message = document(&signer);
    message.certificates = vec![body];
    Vector::new(
        "choice-garbage-only",
        message.encode(),
        "The only certificate cannot be read, so the signer's is missing.",
        source,
        passed(&signer)
            .finding(Finding::UnrecognisedCertificate)
            .indeterminate(
                SubIndication::NoSigningCertificateFound,
                Check::SignerCertificate,
            ),
    )
    .save(family)
}

fn revocation_infos(family: &Family, ca: &Authority) -> io::Result<()> {
    let source = "RFC 5652 10.2.1, RFC 5940: RevocationInfoChoice";
    let signer = ca.ec_signer();
    let algorithm = Hash::Sha256.with_ecdsa();
    let list = sequence(&[
        integer(1),
        algorithm.clone(),
        ca.name.clone(),
        utc_time("260301000000Z"),
        utc_time("260401000000Z"),
    ]);
    let signature = ca.key.sign(Hash::Sha256, &list);
    let crl = sequence(&[list, algorithm, bit_string(&signature)]);
    let response = sequence(&[tlv(0x0a, &[6])]);
    let ocsp = retag(0xa1, &sequence(&[oid(id::ID_RI_OCSP_RESPONSE), response]));
    let other = retag(0xa1, &sequence(&[oid(id::UNKNOWN), explicit(0, &null())]));
    let garbage = sequence(&[null()]);
    for (name, infos, reason) in [
        (
            "crls-list",
            vec![crl.clone()],
            "A CRL travels with the message.",
        ),
        (
            "crls-ocsp",
            vec![ocsp.clone()],
            "An OCSP response travels with the message.",
        ),
        (
            "crls-other",
            vec![other.clone()],
            "Revocation information in an unknown format travels with the message.",
        ),
        (
            "crls-garbage",
            vec![garbage],
            "A SEQUENCE that is no CRL travels with the message.",
        ),
        (
            "crls-all",
            vec![crl, ocsp, other],
            "All kinds of revocation information travel with the message.",
        ),
    ] {
        let mut message = document(&signer);
        message.revocation_infos = infos;
        let reason = format!("{reason} Nobody asked for it: it is kept, and changes nothing.");
        Vector::new(name, message.encode(), &reason, source, passed(&signer)).save(family)?;
    }
    Ok(())
}

fn serials(family: &Family, ca: &Authority) -> io::Result<()> {
    let source = "RFC 5280 4.1.2.2: serial numbers should be positive and short, and some are not";
    let negative = [&[0x91], serial_of(15, false).as_slice()].concat();
    for (name, serial, reason) in [
        (
            "serial-negative",
            negative,
            "A negative serial number is tolerated with a finding.",
        ),
        (
            "serial-zero",
            vec![0],
            "The serial number zero is tolerated with a finding.",
        ),
    ] {
        let signer = ca.certify(&Key::ec(), &serial);
        let expect = passed(&signer).finding(Finding::SerialNotPositive);
        Vector::new(
            name,
            document(&signer).encode(),
            reason,
            source,
            expect.clone(),
        )
        .save(family)?;
        Vector::new(
            &format!("{name}-strict"),
            document(&signer).encode(),
            "The strict profile tolerates no serial number that is not positive.",
            source,
            expect.indeterminate(SubIndication::FormatFailure, Check::Profile),
        )
        .strict()
        .save(family)?;
    }
    for length in [1, 22, 40] {
        let signer = ca.certify(&Key::ec(), &serial_of(length, false));
        let reason = format!("A serial number of {length} octets is read.");
        Vector::new(
            &format!("serial-{length}-octets"),
            document(&signer).encode(),
            &reason,
            source,
            passed(&signer),
        )
        .save(family)?;
    }
    Ok(())
}

fn encodings(family: &Family, ca: &Authority) -> io::Result<()> {
    let source = "A certificate's signature covers its own octets, and re-encoding them breaks it";
    let save_as = |name: &str, signer: &Signer, reason: &str, expect| {
        Vector::new(name, document(signer).encode(), reason, source, expect).save(family)
    };
    let save =
        |name: &str, signer: &Signer, reason: &str| save_as(name, signer, reason, passed(signer));
    let odd = |signer: &Signer| passed(signer).finding(Finding::CertificateNotDer);
    let not_critical = sequence(&[
        oid(id::UNKNOWN),
        vec![0x01, 0x01, 0x00],
        octet_string(&null()),
    ]);
    let explicit_default = ca.ec_signer_as(|template| template.with(id::UNKNOWN, not_critical));
    save_as(
        "critical-false-written",
        &explicit_default,
        "An extension has critical FALSE written out, though it is the default.",
        odd(&explicit_default),
    )?;
    let part = |kind: &str, value: Vec<u8>| sequence(&[oid(kind), value]);
    let unsorted = set(&[
        part(id::ORGANIZATION_NAME, utf8("INJANG TEST")),
        part(id::COMMON_NAME, utf8("Injang Test Signer 2")),
    ]);
    let subject = sequence(&[set(&[part(id::COUNTRY_NAME, printable("KR"))]), unsorted]);
    let multi_valued = ca.ec_signer_as(|template| template.subject(subject));
    save(
        "subject-rdn-unsorted",
        &multi_valued,
        "The subject has an RDN of two attributes that are not sorted.",
    )?;
    let underscore = sequence(&[set(&[part(
        id::COMMON_NAME,
        printable("injang_test_signer"),
    )])]);
    let misprinted = ca.ec_signer_as(|template| template.subject(underscore));
    save_as(
        "subject-printable-underscore",
        &misprinted,
        "The subject's PrintableString holds an underscore, as Naver's do.",
        odd(&misprinted),
    )?;
    let null_parameters = ca.ec_signer_as(|mut template| {
        let algorithm = sequence(&[oid("1.2.840.10045.4.3.3"), null()]);
        template.hash = Hash::Sha384;
        template.inner_algorithm = Some(algorithm.clone());
        template.outer_algorithm = Some(algorithm);
        template
    });
    let expect = passed(&null_parameters).finding(Finding::AlgorithmParametersForm);
    save_as(
        "ecdsa-null-parameters",
        &null_parameters,
        "The CA's ecdsa-with-SHA384 has NULL parameters, as Naver's has.",
        expect,
    )
}
