//! Extensions of OCSP responses, and of the answers in them.

use super::evidence::garbage_value;
use super::{Form, with_evidence};
use crate::case::Finding;
use crate::generate::der::{
    explicit, generalized_time, ia5, integer, null, octet_string, sequence, tlv, utc_time,
};
use crate::generate::oid as id;
use crate::generate::vector::Family;
use std::io;

const OCSP: Form = Form::Tolerated(Finding::OcspForm);

pub(super) fn make(family: &Family) -> io::Result<()> {
    let garbage = garbage_value();
    let past = || generalized_time("20250101000000Z");
    let reference = sequence(&[
        explicit(0, &ia5("http://a.test/a.crl")),
        explicit(2, &past()),
    ]);
    let out_of_order = sequence(&[explicit(2, &past()), explicit(1, &integer(1))]);
    let not_ascii = sequence(&[explicit(0, &tlv(0x16, b"http://a.test/\xe9.crl"))]);
    let reasons = |reason| tlv(0x0a, &[reason]);
    for (word, form, source, dotted, value, reason) in [
        (
            "nonce",
            Form::Usual,
            "RFC 6960 4.4.1",
            id::ID_PKIX_OCSP_NONCE,
            octet_string(b"nonce"),
            "The nonce is an OCTET STRING.",
        ),
        (
            "nonce-raw",
            OCSP,
            "RFC 6960 4.4.1",
            id::ID_PKIX_OCSP_NONCE,
            b"nonce".to_vec(),
            "The nonce is no OCTET STRING.",
        ),
        (
            "cutoff",
            Form::Usual,
            "RFC 6960 4.4.4",
            id::ID_PKIX_OCSP_ARCHIVE_CUTOFF,
            past(),
            "archiveCutoff is a GeneralizedTime.",
        ),
        (
            "cutoff-utc",
            OCSP,
            "RFC 6960 4.4.4",
            id::ID_PKIX_OCSP_ARCHIVE_CUTOFF,
            utc_time("250101000000Z"),
            "archiveCutoff is a UTCTime.",
        ),
        (
            "cutoff-garbage",
            OCSP,
            "RFC 6960 4.4.4",
            id::ID_PKIX_OCSP_ARCHIVE_CUTOFF,
            garbage.clone(),
            "archiveCutoff is text.",
        ),
        (
            "reference",
            Form::Usual,
            "RFC 6960 4.4.2",
            id::ID_PKIX_OCSP_CRL,
            reference,
            "CrlID has the address and the time of a CRL.",
        ),
        (
            "reference-out-of-order",
            OCSP,
            "RFC 6960 4.4.2",
            id::ID_PKIX_OCSP_CRL,
            out_of_order,
            "The fields of CrlID are in another order.",
        ),
        (
            "reference-not-ascii",
            OCSP,
            "RFC 6960 4.4.2, X.680 41",
            id::ID_PKIX_OCSP_CRL,
            not_ascii,
            "The address in CrlID is an IA5String with an octet above 7F.",
        ),
        (
            "extended",
            Form::Usual,
            "RFC 6960 4.4.8",
            id::ID_PKIX_OCSP_EXTENDED_REVOKE,
            null(),
            "The extended definition of revoked is a NULL.",
        ),
        (
            "extended-garbage",
            OCSP,
            "RFC 6960 4.4.8",
            id::ID_PKIX_OCSP_EXTENDED_REVOKE,
            garbage.clone(),
            "The extended definition of revoked is text.",
        ),
        (
            "reason",
            Form::Usual,
            "RFC 6960 4.4.5, RFC 5280 5.3.1",
            id::REASON_CODE,
            reasons(1),
            "reasonCode among the extensions is a CRLReason.",
        ),
        (
            "reason-7",
            OCSP,
            "RFC 6960 4.4.5, RFC 5280 5.3.1",
            id::REASON_CODE,
            reasons(7),
            "reasonCode among the extensions is 7, which does not exist.",
        ),
        (
            "unknown",
            Form::Usual,
            "RFC 6960 4.4",
            id::UNKNOWN,
            garbage,
            "An extension that nobody knows is text, and is not critical.",
        ),
    ] {
        for (place, is_single) in [("ocsp-single", true), ("ocsp", false)] {
            let name = format!("{place}-{word}");
            with_evidence(family, &name, form, (reason, source), |scene| {
                if is_single {
                    scene.ocsp(scene.single().with(dotted, false, &value))
                } else {
                    let response = scene.response(scene.single()).with(dotted, false, &value);
                    response.sign(&scene.middle.key)
                }
            })?;
        }
    }
    for (name, form, is_critical, reason) in [
        (
            "ocsp-date",
            Form::Usual,
            false,
            "invalidityDate of an answer of good is not critical.",
        ),
        (
            "ocsp-date-critical",
            OCSP,
            true,
            "invalidityDate of an answer of good is critical.",
        ),
    ] {
        let source = "RFC 6960 4.4.5, RFC 5280 5.3.2";
        with_evidence(family, name, form, (reason, source), |scene| {
            scene.ocsp(
                scene
                    .single()
                    .with(id::INVALIDITY_DATE, is_critical, &past()),
            )
        })?;
    }
    Ok(())
}
