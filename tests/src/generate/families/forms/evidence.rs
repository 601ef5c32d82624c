//! Extensions of CRLs and of their entries.

use super::{Form, both, with_evidence};
use crate::case::Finding;
use crate::generate::certificate::{authority_key_identifier, extension};
use crate::generate::constraint::{directory, uri};
use crate::generate::crl::{Crl, Entry, clean};
use crate::generate::der::{
    explicit, generalized_time, implicit_octets, integer, oid, sequence, tlv, utf8,
};
use crate::generate::distribution::{Scope, full_name};
use crate::generate::families::scene::{BEFORE, Outcome, Scene, document};
use crate::generate::hierarchy::ca_name;
use crate::generate::oid as id;
use crate::generate::vector::Family;
use std::io;

const CRL: Form = Form::Tolerated(Finding::CrlForm);

pub(super) fn make(family: &Family) -> io::Result<()> {
    lists(family)?;
    scopes(family)?;
    entries(family)
}

/// A case about a CRL of the CA that has these extensions.
fn of_list(
    family: &Family,
    word: &str,
    form: Form,
    why: (&str, &str),
    extensions: &[Vec<u8>],
) -> io::Result<()> {
    with_evidence(family, &format!("crl-{word}"), form, why, |scene| {
        let list = |crl: Crl| extensions.iter().cloned().fold(crl, Crl::with);
        scene.sign(&list(scene.crl()))
    })
}

fn lists(family: &Family) -> io::Result<()> {
    let address = || uri("http://a.test/a");
    let number = extension(id::CRL_NUMBER, false, &integer(1));
    let names = |names: &[Vec<u8>]| extension(id::ISSUER_ALT_NAME, false, &sequence(names));
    let point = |more: &[u8]| {
        let point_name = explicit(0, &full_name(&[address()]));
        sequence(&[sequence(&[point_name, more.to_vec()])])
    };
    let freshest = |value: &[u8]| extension(id::FRESHEST_CRL, false, value);
    let access = |methods: &[&str]| {
        let of = |method: &&str| sequence(&[oid(method), address()]);
        let list: Vec<_> = methods.iter().map(of).collect();
        extension(id::AUTHORITY_INFO_ACCESS, false, &sequence(&list))
    };
    let key = |value: &[u8]| extension(id::AUTHORITY_KEY_IDENTIFIER, false, value);
    let garbage = garbage_value();
    for (word, form, source, added, reason) in [
        (
            "number",
            Form::Usual,
            "RFC 5280 5.2.3",
            number,
            "cRLNumber is not critical.",
        ),
        (
            "number-critical",
            CRL,
            "RFC 5280 5.2.3",
            extension(id::CRL_NUMBER, true, &integer(1)),
            "cRLNumber is critical.",
        ),
        (
            "key",
            Form::Usual,
            "RFC 5280 5.2.1",
            authority_key_identifier(&[7; 20]),
            "authorityKeyIdentifier is an identifier.",
        ),
        (
            "key-critical",
            CRL,
            "RFC 5280 5.2.1 and 4.2.1.1",
            extension(
                id::AUTHORITY_KEY_IDENTIFIER,
                true,
                &sequence(&[implicit_octets(0, &[7; 20])]),
            ),
            "authorityKeyIdentifier is critical.",
        ),
        (
            "key-garbage",
            CRL,
            "RFC 5280 5.2.1",
            key(&garbage),
            "authorityKeyIdentifier is text.",
        ),
        (
            "key-serial-alone",
            CRL,
            "RFC 5280 5.2.1 and A.2",
            key(&sequence(&[implicit_octets(2, &[7])])),
            "authorityKeyIdentifier has a serial number without an issuer.",
        ),
        (
            "issuer-names",
            Form::Usual,
            "RFC 5280 5.2.2",
            names(&[address()]),
            "issuerAltName is a URI.",
        ),
        (
            "issuer-names-none",
            CRL,
            "RFC 5280 5.2.2",
            names(&[]),
            "issuerAltName is an empty sequence.",
        ),
        (
            "issuer-names-garbage",
            CRL,
            "RFC 5280 5.2.2",
            extension(id::ISSUER_ALT_NAME, false, &garbage),
            "issuerAltName is text.",
        ),
        (
            "freshest",
            Form::Usual,
            "RFC 5280 5.2.6",
            freshest(&point(&[])),
            "freshestCRL names a point.",
        ),
        (
            "freshest-reasons",
            CRL,
            "RFC 5280 5.2.6",
            freshest(&point(&implicit_octets(1, &[6, 0x40]))),
            "freshestCRL has a point for some reasons.",
        ),
        (
            "freshest-garbage",
            CRL,
            "RFC 5280 5.2.6",
            freshest(&garbage),
            "freshestCRL is text.",
        ),
        (
            "access",
            Form::Usual,
            "RFC 5280 5.2.7",
            access(&[id::AD_CA_ISSUERS]),
            "authorityInfoAccess says where the issuer's certificates are.",
        ),
        (
            "access-ocsp",
            CRL,
            "RFC 5280 5.2.7",
            access(&[id::AD_CA_ISSUERS, id::AD_OCSP]),
            "authorityInfoAccess says where an OCSP responder is, which that of a CRL does not.",
        ),
        (
            "access-none",
            CRL,
            "RFC 5280 5.2.7",
            access(&[]),
            "authorityInfoAccess is an empty sequence.",
        ),
        (
            "access-garbage",
            CRL,
            "RFC 5280 5.2.7",
            extension(id::AUTHORITY_INFO_ACCESS, false, &garbage),
            "authorityInfoAccess is text.",
        ),
        (
            "unknown-garbage",
            Form::Usual,
            "RFC 5280 5.2",
            extension(id::UNKNOWN, false, &garbage),
            "An extension that nobody knows is text, and is not critical.",
        ),
    ] {
        of_list(family, word, form, (reason, source), &[added])?;
    }
    Ok(())
}

/// A value that is of no extension's type.
pub(super) fn garbage_value() -> Vec<u8> {
    utf8("garbage")
}

fn scopes(family: &Family) -> io::Result<()> {
    let users = || Scope {
        users: true,
        ..Scope::default()
    };
    let not_critical = {
        let value = sequence(&[tlv(0x81, &[0xff])]);
        extension(id::ISSUING_DISTRIBUTION_POINT, false, &value)
    };
    for (word, form, scope, reason) in [
        (
            "scope",
            Form::Usual,
            users().encode(),
            "issuingDistributionPoint is critical.",
        ),
        (
            "scope-not-critical",
            CRL,
            not_critical,
            "issuingDistributionPoint is not critical.",
        ),
    ] {
        of_list(family, word, form, (reason, "RFC 5280 5.2.5"), &[scope])?;
    }
    for (word, form, octets, reason) in [
        (
            "reasons",
            Form::Usual,
            &[7, 0x7f, 0x80][..],
            "onlySomeReasons names every reason.",
        ),
        (
            "reasons-unused",
            CRL,
            &[7, 0xff, 0x80],
            "onlySomeReasons names every reason, and the bit that is called unused.",
        ),
        (
            "reasons-many",
            CRL,
            &[6, 0x7f, 0xc0],
            "onlySomeReasons names every reason, and one behind the last.",
        ),
    ] {
        let value = sequence(&[implicit_octets(3, octets)]);
        let scope = extension(id::ISSUING_DISTRIBUTION_POINT, true, &value);
        of_list(
            family,
            word,
            form,
            (reason, "RFC 5280 4.2.1.13 and 5.2.5"),
            &[scope],
        )?;
    }
    // A complete CRL and a delta that goes with it.
    for (word, form, is_critical, freshest, reason) in [
        (
            "delta",
            Form::Usual,
            true,
            false,
            "deltaCRLIndicator is critical.",
        ),
        (
            "delta-not-critical",
            CRL,
            false,
            false,
            "deltaCRLIndicator is not critical.",
        ),
        (
            "delta-with-freshest",
            CRL,
            true,
            true,
            "A delta CRL says where delta CRLs are.",
        ),
    ] {
        delta(family, word, form, is_critical, freshest, reason)?;
    }
    Ok(())
}

fn delta(
    family: &Family,
    word: &str,
    form: Form,
    is_critical: bool,
    is_freshest: bool,
    reason: &str,
) -> io::Result<()> {
    let name = format!("crl-{word}");
    let scene = Scene::new(family, &name);
    let base = scene.sign(&scene.crl_of("260201000000Z", "260215000000Z").number(1));
    let indicator = extension(id::DELTA_CRL_INDICATOR, is_critical, &integer(1));
    let mut crl = scene.crl().number(2).with(indicator);
    if is_freshest {
        let named = explicit(0, &full_name(&[uri("http://a.test/a")]));
        let points = sequence(&[sequence(&[named])]);
        crl = crl.with(extension(id::FRESHEST_CRL, false, &points));
    }
    let crl = scene.sign(&crl);
    let of_root = clean(&scene.root);
    let expect = Outcome::Good.of(&scene.signer);
    let why = (reason, "RFC 5280 5.2.4 and 5.2.6");
    both(
        family,
        &name,
        &document(&scene.signer),
        &expect,
        form,
        why,
        |vector| {
            vector
                .trusting(&scene.root.certificate)
                .intermediate(&scene.middle.certificate)
                .require_revocation()
                .evidence(&base)
                .evidence(&crl)
                .evidence(&of_root)
        },
    )
}

fn entries(family: &Family) -> io::Result<()> {
    let since = generalized_time("20260101000000Z");
    let reason_code = |is_critical| extension(id::REASON_CODE, is_critical, &tlv(0x0a, &[1]));
    let date = |is_critical| extension(id::INVALIDITY_DATE, is_critical, &since);
    let issuer = |is_critical| {
        let names = sequence(&[directory(&ca_name("Test other CA"))]);
        extension(id::CERTIFICATE_ISSUER, is_critical, &names)
    };
    for (word, form, source, added, reason) in [
        (
            "reason",
            Form::Usual,
            "RFC 5280 5.3.1",
            reason_code(false),
            "reasonCode of an entry about another certificate is not critical.",
        ),
        (
            "reason-critical",
            CRL,
            "RFC 5280 5.3.1",
            reason_code(true),
            "reasonCode of an entry about another certificate is critical.",
        ),
        (
            "date",
            Form::Usual,
            "RFC 5280 5.3.2",
            date(false),
            "invalidityDate of an entry about another certificate is not critical.",
        ),
        (
            "date-critical",
            CRL,
            "RFC 5280 5.3.2",
            date(true),
            "invalidityDate of an entry about another certificate is critical.",
        ),
        (
            "issuer",
            Form::Usual,
            "RFC 5280 5.3.3",
            issuer(true),
            "certificateIssuer of an entry about another certificate is critical.",
        ),
        (
            "issuer-not-critical",
            CRL,
            "RFC 5280 5.3.3",
            issuer(false),
            "certificateIssuer of an entry about another certificate is not critical.",
        ),
    ] {
        let name = format!("crl-entry-{word}");
        with_evidence(family, &name, form, (reason, source), |scene| {
            let entry = Entry::new(&[5], BEFORE).with(added);
            scene.sign(&scene.crl().entry(entry).scope(&Scope::indirect()))
        })?;
    }
    Ok(())
}
