use super::*;
use crate::encoding::der::made;
use alloc::string::ToString as _;

/// An algorithm, Ed25519, without parameters.
const ALGORITHM: &[u8] = &[0x30, 5, 6, 3, 0x2b, 0x65, 0x70];

fn name(text: &str) -> Vec<u8> {
    let attribute = [&[6, 3, 0x55, 4, 3][..], &made(0x0c, &[text.as_bytes()])].concat();
    let attribute = made(tag::SEQUENCE, &[&attribute]);
    made(tag::SEQUENCE, &[&made(tag::SET, &[&attribute])])
}

fn date(text: &str) -> Vec<u8> {
    made(tag::UTC_TIME, &[text.as_bytes()])
}

/// An extension under 2.5.29.
fn extension(last: u8, critical: bool, value: &[u8]) -> Vec<u8> {
    let critical: &[u8] = if critical { &[1, 1, 0xff] } else { &[] };
    let value = made(tag::OCTET_STRING, &[value]);
    made(
        tag::SEQUENCE,
        &[&[6, 3, 0x55, 0x1d, last], critical, &value],
    )
}

fn entry(serial: &[u8], extensions: &[Vec<u8>]) -> Vec<u8> {
    let serial = made(tag::INTEGER, &[serial]);
    let extensions = match extensions {
        [] => Vec::new(),
        some => made(tag::SEQUENCE, &[&some.concat()]),
    };
    made(
        tag::SEQUENCE,
        &[&serial, &date("260301000000Z"), &extensions],
    )
}

/// certificateIssuer.
fn issuer(text: &str) -> Vec<u8> {
    let names = made(tag::SEQUENCE, &[&made(0xa4, &[&name(text)])]);
    extension(0x1d, true, &names)
}

/// reasonCode.
fn reason(code: u8) -> Vec<u8> {
    extension(0x15, false, &[0x0a, 1, code])
}

/// issuingDistributionPoint of an indirect CRL.
fn indirect() -> Vec<u8> {
    extension(0x1c, true, &[0x30, 3, 0x84, 1, 0xff])
}

fn signed(tbs: &[&[u8]]) -> Vec<u8> {
    let tbs = made(tag::SEQUENCE, tbs);
    let signature = [3, 3, 0, 0xab, 0xcd];
    made(tag::SEQUENCE, &[&tbs, ALGORITHM, &signature])
}

/// A CRL of version 2.
fn crl(entries: &[Vec<u8>], extensions: &[Vec<u8>]) -> Vec<u8> {
    let list = made(tag::SEQUENCE, &[&entries.concat()]);
    let extensions = made(tag::SEQUENCE, &[&extensions.concat()]);
    signed(&[
        &[2, 1, 1],
        ALGORITHM,
        &name("CA"),
        &date("260302090000Z"),
        &date("260303090000Z"),
        &list,
        &made(0xa0, &[&extensions]),
    ])
}

fn error(octets: &[u8]) -> (ErrorKind, &'static str) {
    let error = CertificateList::from_der(octets).unwrap_err();
    (error.kind(), error.structure())
}

fn unprocessed(octets: &[u8]) -> Option<alloc::string::String> {
    let list = CertificateList::from_der(octets).unwrap();
    list.unprocessed().map(|oid| oid.to_string())
}

#[test]
fn version_1() {
    let octets = signed(&[ALGORITHM, &name("CA"), &date("260302090000Z")]);
    let list = CertificateList::from_der(&octets).unwrap();
    assert_eq!((list.version(), list.len()), (1, 0));
    assert!(list.is_empty() && list.find(&[1]).next().is_none());
    assert_eq!(list.this_update().to_string(), "2026-03-02T09:00:00Z");
    assert!(list.next_update().is_none() && list.number().is_none());
    assert_eq!(list.issuer().to_string(), "CN=CA");
    assert_eq!(list.signature(), [0xab, 0xcd]);
    assert!(list.algorithms_agree() && list.scope().is_none());
    assert_eq!(list.octets(), octets);
    assert_eq!(list.tbs_octets(), &octets[2..2 + 2 + 7 + 15 + 15]);
}

#[test]
fn version_2() {
    let number = extension(0x14, false, &[2, 2, 0, 0x80]);
    let base = extension(0x1b, true, &[2, 1, 7]);
    let key = extension(0x23, false, &[0x30, 0]);
    let entries = [entry(&[1], &[reason(1)]), entry(&[0, 0x80], &[])];
    let octets = crl(&entries, &[number, base, key, indirect()]);
    let list = CertificateList::from_der(&octets).unwrap();
    assert_eq!((list.version(), list.len()), (2, 2));
    assert_eq!(list.number(), Some(&[0, 0x80][..]));
    assert_eq!(list.base_number(), Some(&[7][..]));
    assert!(list.scope().unwrap().is_indirect);
    assert_eq!(list.unprocessed(), None);
    let next = list.next_update().unwrap().to_string();
    assert_eq!(next, "2026-03-03T09:00:00Z");
    let found = list.find(&[1]).next().unwrap();
    assert_eq!(found.revoked_at.to_string(), "2026-03-01T00:00:00Z");
    assert_eq!(found.reason, Some(1));
    assert!(found.issuer.is_none());
    assert_eq!(list.find(&[0, 0x80]).next().unwrap().reason, None);
    assert!(list.find(&[0x80]).next().is_none());
    assert_eq!(
        alloc::format!("{list:?}"),
        alloc::format!("CertificateList {{ length: {}, .. }}", octets.len())
    );
}

#[test]
fn algorithms() {
    let other = [0x30, 5, 6, 3, 0x2b, 0x65, 0x71];
    let octets = signed(&[&other, &name("CA"), &date("260302090000Z")]);
    let list = CertificateList::from_der(&octets).unwrap();
    assert!(!list.algorithms_agree());
    assert_eq!(list.signature_algorithm().octets(), other);
}

#[test]
fn an_empty_list() {
    let octets = crl(&[], &[]);
    let list = CertificateList::from_der(&octets).unwrap();
    assert!(list.is_empty() && list.unprocessed().is_none());
    assert!(list.find(&[]).next().is_none());
}

#[test]
fn same_serial_number() {
    let entries = [
        entry(&[5], &[reason(6)]),
        entry(&[4], &[]),
        entry(&[5], &[reason(8)]),
        entry(&[5], &[]),
    ];
    let octets = crl(&entries, &[]);
    let list = CertificateList::from_der(&octets).unwrap();
    let reasons: Vec<_> = list.find(&[5]).map(|it| it.reason).collect();
    assert_eq!(reasons, [Some(6), Some(8), None]);
}

#[test]
fn issuers_stay_in_force() {
    let entries = [
        entry(&[1], &[]),
        entry(&[2], &[issuer("A")]),
        entry(&[1], &[reason(4)]),
        entry(&[3], &[issuer("A")]),
        entry(&[1], &[issuer("B")]),
        entry(&[1], &[issuer("A")]),
        entry(&[4], &[]),
    ];
    let octets = crl(&entries, &[indirect()]);
    let list = CertificateList::from_der(&octets).unwrap();
    assert_eq!(list.unprocessed(), None);
    let issuers = |serial: u8| -> Vec<_> {
        let found = list.find(core::slice::from_ref(&serial));
        found
            .map(|it| it.issuer.map(|name| name.to_string()))
            .collect()
    };
    let some = |text: &str| Some(alloc::format!("CN={text}"));
    assert_eq!(issuers(1), [None, some("A"), some("B"), some("A")]);
    assert_eq!(issuers(2), [some("A")]);
    assert_eq!(issuers(3), [some("A")]);
    assert_eq!(issuers(4), [some("A")]);
    // The same in a CRL that is not indirect.
    let other = crl(&entries, &[]);
    assert_eq!(unprocessed(&other).as_deref(), Some("2.5.29.29"));
}

fn invalid_since() -> Vec<u8> {
    extension(0x18, true, &made(0x18, &[b"20260301000000Z"]))
}

#[test]
fn what_forbids_the_use() {
    let unknown = |critical| extension(0x7f, critical, &[5, 0]);
    let number = || extension(0x14, false, &[2, 1, 1]);
    let uri = made(tag::SEQUENCE, &[&made(0x86, &[b"http://a"])]);
    let names = made(0xa4, &[&name("A")]);
    let two = made(tag::SEQUENCE, &[&names, &names]);
    for (entries, extensions, expected) in [
        (&[][..], &[unknown(false)][..], None),
        (&[], &[unknown(true)], Some("2.5.29.127")),
        (&[], &[number(), number()], Some("2.5.29.20")),
        (&[], &[unknown(false), unknown(false)], Some("2.5.29.127")),
        (&[unknown(false)], &[], None),
        (&[unknown(true)], &[], Some("2.5.29.127")),
        (&[unknown(true)], &[unknown(false)], Some("2.5.29.127")),
        (&[reason(1), reason(1)], &[], Some("2.5.29.21")),
        // invalidityDate, which decides: one that can't be read forbids the use.
        (&[invalid_since()], &[], None),
        (&[extension(0x18, true, &[5, 0])], &[], Some("2.5.29.24")),
        (&[invalid_since(), invalid_since()], &[], Some("2.5.29.24")),
        // holdInstructionCode.
        (&[extension(0x17, true, &[5, 0])], &[], None),
        (
            &[extension(0x1d, false, &uri)],
            &[indirect()],
            Some("2.5.29.29"),
        ),
        (
            &[extension(0x1d, true, &two)],
            &[indirect()],
            Some("2.5.29.29"),
        ),
    ] {
        let entries: Vec<_> = match entries {
            [] => Vec::new(),
            some => Vec::from([entry(&[1], &[]), entry(&[2], some)]),
        };
        let found = unprocessed(&crl(&entries, extensions));
        assert_eq!(found.as_deref(), expected);
    }
}

#[test]
fn malformed() {
    let good = crl(&[entry(&[1], &[reason(1)])], &[indirect()]);
    assert!(CertificateList::from_der(&good).is_ok());
    for length in 0..good.len() {
        assert!(CertificateList::from_der(&good[..length]).is_err());
    }
    let list = "CertificateList";
    assert_eq!(error(&[]), (ErrorKind::Empty, list));
    let trailing = [&good[..], &[0]].concat();
    assert_eq!(error(&trailing), (ErrorKind::TrailingData, list));
    for code in [7, 11, 0xff] {
        let octets = crl(&[entry(&[1], &[reason(code)])], &[]);
        assert_eq!(error(&octets), (ErrorKind::Choice, "CRLReason"));
    }
    let long_reason = extension(0x15, false, &[0x0a, 2, 0, 1]);
    let octets = crl(&[entry(&[1], &[long_reason])], &[]);
    assert_eq!(error(&octets), (ErrorKind::Choice, "CRLReason"));
    let behind = extension(0x15, false, &[0x0a, 1, 1, 0]);
    let octets = crl(&[entry(&[1], &[behind])], &[]);
    assert_eq!(error(&octets), (ErrorKind::TrailingData, "CRLReason"));
    let octets = crl(&[entry(&[0, 1], &[])], &[]);
    assert_eq!(error(&octets), (ErrorKind::Integer, "INTEGER"));
    let octets = crl(&[entry(&[1], &[]), Vec::from([5, 0])], &[]);
    assert_eq!(error(&octets).1, "revokedCertificates");
    let octets = crl(&[], &[extension(0x14, false, &[2, 0])]);
    assert_eq!(error(&octets), (ErrorKind::Integer, "INTEGER"));
    let version = [2, 1, 2];
    let octets = signed(&[&version, ALGORITHM, &name("CA"), &date("260302090000Z")]);
    assert_eq!(error(&octets), (ErrorKind::Choice, "Version"));
    let octets = signed(&[ALGORITHM, &name("CA"), &date("260302090060Z")]);
    assert_eq!(error(&octets), (ErrorKind::Time, "Time"));
}

#[test]
fn may_be_shared_by_threads() {
    fn is_shared<T: Send + Sync>() {}
    is_shared::<CertificateList<'_>>();
    is_shared::<crate::x509::ocsp::OcspResponse<'_>>();
}

/// What is read though RFC 5280 5 forbids it, beside what it allows.
#[test]
fn forms() {
    let fields = |issuer: &[u8], list: &[u8]| {
        signed(&[&[2, 1, 1], ALGORITHM, issuer, &date("260302090000Z"), list])
    };
    let list = |entries: &[Vec<u8>]| made(tag::SEQUENCE, &[&entries.concat()]);
    let removal = || list(&[entry(&[5], &[reason(8)])]);
    for (octets, is_strict) in [
        (
            crl(&[entry(&[5], &[])], &[extension(0x14, false, &[2, 1, 0])]),
            true,
        ),
        (
            crl(
                &[entry(&[5], &[])],
                &[extension(0x14, false, &[2, 1, 0x80])],
            ),
            false,
        ),
        (crl(&[], &[extension(0x14, false, &[2, 1, 0])]), false),
        (fields(&name("CA"), &[]), true),
        (fields(&made(tag::SEQUENCE, &[]), &[]), false),
        (fields(&made(tag::SEQUENCE, &[&[tag::SET, 0]]), &[]), false),
        (fields(&name("CA"), &list(&[entry(&[0x7f], &[])])), true),
        (fields(&name("CA"), &list(&[entry(&[0], &[])])), false),
        (fields(&name("CA"), &removal()), false),
        (
            crl(
                &[entry(&[5], &[reason(8)])],
                &[extension(0x1b, true, &[2, 1, 1])],
            ),
            true,
        ),
    ] {
        let read = CertificateList::from_der(&octets).unwrap();
        assert_eq!(
            read.tolerances().contains(Tolerance::Crl),
            !is_strict,
            "{octets:x?}"
        );
    }
}

/// Criticality and values of the extensions of a CRL and of its entries.
#[test]
fn forms_of_extensions() {
    let sequence = |parts: &[&[u8]]| made(tag::SEQUENCE, parts);
    let uri = made(0x86, &[b"http://a.test/"]);
    let names = sequence(&[&uri]);
    let point = made(0xa0, &[&made(0xa0, &[&uri])]);
    let one_point = |more: &[u8]| sequence(&[&sequence(&[&point, more])]);
    let access = |last: u8, location: &[u8]| {
        let method = [6, 8, 0x2b, 6, 1, 5, 5, 7, 0x30, last];
        let value = sequence(&[&sequence(&[&method, location])]);
        let kind = [6, 8, 0x2b, 6, 1, 5, 5, 7, 1, 1];
        sequence(&[&kind, &made(tag::OCTET_STRING, &[&value])])
    };
    let delta = || extension(0x1b, true, &[2, 1, 1]);
    let time = made(tag::GENERALIZED_TIME, &[b"20260301000000Z"]);
    let scope = |content: &[u8]| extension(0x1c, true, &sequence(&[content]));
    let of_list = |extensions: &[Vec<u8>]| crl(&[entry(&[5], &[])], extensions);
    let of_entry = |own: Vec<u8>| crl(&[entry(&[5], &[own])], &[indirect()]);
    let freshest = |value: &[u8]| extension(0x2e, false, value);
    let key = |value: &[u8]| extension(0x23, false, value);
    let issuer_and_serial = sequence(&[&made(0xa1, &[&uri]), &[0x82, 1, 1]]);
    for (octets, is_strict) in [
        (of_list(&[extension(0x14, true, &[2, 1, 1])]), false),
        (of_list(&[delta()]), true),
        (of_list(&[extension(0x1b, false, &[2, 1, 1])]), false),
        (of_list(&[scope(&[0x81, 1, 0xff])]), true),
        (
            of_list(&[extension(0x1c, false, &sequence(&[&[0x81, 1, 0xff]]))]),
            false,
        ),
        (of_list(&[scope(&[0x83, 2, 6, 0x40])]), true),
        (of_list(&[scope(&[0x83, 2, 6, 0xc0])]), false),
        (of_list(&[scope(&[0x83, 3, 6, 0x40, 0x40])]), false),
        (of_list(&[key(&sequence(&[&[0x80, 1, 7]]))]), true),
        (of_list(&[key(&issuer_and_serial)]), true),
        (of_list(&[key(&sequence(&[&[0x82, 1, 1]]))]), false),
        (of_list(&[key(&sequence(&[&[0x80, 1, 7, 5, 0]]))]), false),
        (of_list(&[key(&[4, 1, 7])]), false),
        (
            of_list(&[extension(0x23, true, &sequence(&[&[0x80, 1, 7]]))]),
            false,
        ),
        (of_list(&[extension(0x12, false, &names)]), true),
        (of_list(&[extension(0x12, false, &sequence(&[]))]), false),
        (of_list(&[extension(0x12, false, &[5, 0])]), false),
        (of_list(&[freshest(&one_point(&[]))]), true),
        (of_list(&[freshest(&one_point(&[0x81, 2, 6, 0x40]))]), false),
        (of_list(&[freshest(&names)]), false),
        (of_list(&[freshest(&one_point(&[])), delta()]), false),
        (of_list(&[access(2, &uri)]), true),
        (of_list(&[access(1, &uri)]), false),
        (of_list(&[access(2, &[0x86, 0])]), false),
        (of_list(&[access(2, &[5, 0])]), false),
        (of_entry(reason(1)), true),
        (of_entry(extension(0x15, true, &[0x0a, 1, 1])), false),
        (of_entry(extension(0x18, false, &time)), true),
        (of_entry(extension(0x18, true, &time)), false),
        (of_entry(issuer("A")), true),
        (
            of_entry(extension(
                0x1d,
                false,
                &sequence(&[&made(0xa4, &[&name("A")])]),
            )),
            false,
        ),
    ] {
        let read = CertificateList::from_der(&octets).unwrap();
        let found = read.tolerances().contains(Tolerance::Crl);
        assert_eq!(found, !is_strict, "{octets:x?}");
    }
}
