use super::*;
use crate::encoding::der::made;
use alloc::string::ToString as _;
use alloc::vec::Vec;

/// An algorithm, Ed25519, without parameters.
const ALGORITHM: &[u8] = &[0x30, 5, 6, 3, 0x2b, 0x65, 0x70];
const BASIC: &[u8] = &[6, 9, 0x2b, 6, 1, 5, 5, 7, 0x30, 1, 1];
const NONCE: &[u8] = &[6, 9, 0x2b, 6, 1, 5, 5, 7, 0x30, 1, 2];
const CRL_REFERENCE: &[u8] = &[6, 9, 0x2b, 6, 1, 5, 5, 7, 0x30, 1, 3];
/// `CertStatus`, good.
const GOOD: &[u8] = &[0x80, 0];
/// `ResponderID`, by key.
const KEY: &[u8] = &[0xa2, 4, 4, 2, 7, 8];

fn date(text: &str) -> Vec<u8> {
    made(tag::GENERALIZED_TIME, &[text.as_bytes()])
}

fn now() -> Vec<u8> {
    date("20260302090000Z")
}

/// `[1] EXPLICIT Extensions` of one.
fn extensions(oid: &[u8], critical: bool) -> Vec<u8> {
    extensions_of(oid, critical, &[])
}

/// The same with a value.
fn extensions_of(oid: &[u8], critical: bool, value: &[u8]) -> Vec<u8> {
    let critical: &[u8] = if critical { &[1, 1, 0xff] } else { &[] };
    let value = made(tag::OCTET_STRING, &[value]);
    let extension = made(tag::SEQUENCE, &[oid, critical, &value]);
    made(0xa1, &[&made(tag::SEQUENCE, &[&extension])])
}

fn single(status: &[u8], rest: &[&[u8]]) -> Vec<u8> {
    let id = made(
        tag::SEQUENCE,
        &[ALGORITHM, &[4, 1, 1], &[4, 1, 2], &[2, 2, 0, 0x80]],
    );
    made(tag::SEQUENCE, &[&id, status, &rest.concat()])
}

/// `RevokedInfo` of now and more.
fn revoked(rest: &[u8]) -> Vec<u8> {
    made(0xa1, &[&now(), rest])
}

/// A response of these fields of `ResponseData` and behind the signature.
fn response(data: &[&[u8]], certificates: &[u8]) -> Vec<u8> {
    let data = made(tag::SEQUENCE, data);
    let signature = [3, 3, 0, 0xab, 0xcd];
    let basic = made(tag::SEQUENCE, &[&data, ALGORITHM, &signature, certificates]);
    whole(0, BASIC, &basic)
}

fn whole(status: u8, kind: &[u8], basic: &[u8]) -> Vec<u8> {
    let bytes = made(tag::SEQUENCE, &[kind, &made(tag::OCTET_STRING, &[basic])]);
    made(tag::SEQUENCE, &[&[0x0a, 1, status], &made(0xa0, &[&bytes])])
}

/// A response about these certificates.
fn about(singles: &[Vec<u8>]) -> Vec<u8> {
    let list = made(tag::SEQUENCE, &[&singles.concat()]);
    response(&[KEY, &now(), &list], &[])
}

fn error(octets: &[u8]) -> (ErrorKind, &'static str) {
    let error = OcspResponse::from_der(octets).unwrap_err();
    (error.kind(), error.structure())
}

#[test]
fn by_key() {
    let octets = about(&[single(GOOD, &[&now()])]);
    let response = OcspResponse::from_der(&octets).unwrap();
    assert_eq!((response.status(), response.octets()), (0, &octets[..]));
    let basic = response.basic().unwrap();
    assert!(matches!(basic.responder(), ResponderId::Key([7, 8])));
    assert_eq!(basic.produced_at().to_string(), "2026-03-02T09:00:00Z");
    assert_eq!(basic.signature_algorithm().octets(), ALGORITHM);
    assert_eq!(basic.signature(), [0xab, 0xcd]);
    assert!(basic.certificates().is_empty() && basic.unprocessed().is_none());
    assert_eq!(basic.tbs_octets()[0], tag::SEQUENCE);
    let [single] = basic.responses() else {
        panic!()
    };
    assert_eq!(single.hash_algorithm().octets(), ALGORITHM);
    assert_eq!(
        (single.name_hash(), single.key_hash()),
        (&[1][..], &[2][..])
    );
    assert_eq!(single.serial(), [0, 0x80]);
    assert_eq!(single.status(), CertificateStatus::Good);
    assert_eq!(single.this_update(), basic.produced_at());
    assert!(single.next_update().is_none() && single.unprocessed().is_none());
}

#[test]
fn by_name() {
    let version = [0xa0, 3, 2, 1, 0];
    let name = [0xa1, 2, 0x30, 0];
    let octets = response(&[&version, &name, &now(), &[0x30, 0]], &[]);
    let response = OcspResponse::from_der(&octets).unwrap();
    let basic = response.basic().unwrap();
    assert!(matches!(basic.responder(), ResponderId::Name(_)));
    assert!(basic.responses().is_empty());
}

#[test]
fn statuses() {
    let at = Time::parse("2026-03-02T09:00:00Z").unwrap();
    let is_revoked = |reason| CertificateStatus::Revoked {
        revoked_at: at,
        reason,
    };
    for (status, expected) in [
        (GOOD.to_vec(), CertificateStatus::Good),
        (Vec::from([0x82, 0]), CertificateStatus::Unknown),
        (revoked(&[]), is_revoked(None)),
        (revoked(&[0xa0, 3, 0x0a, 1, 10]), is_revoked(Some(10))),
    ] {
        let next = made(0xa0, &[&date("20260303090000Z")]);
        let octets = about(&[single(&status, &[&now(), &next])]);
        let response = OcspResponse::from_der(&octets).unwrap();
        let single = response.basic().unwrap().responses()[0];
        assert_eq!(single.status(), expected);
        let next = single.next_update().unwrap().to_string();
        assert_eq!(next, "2026-03-03T09:00:00Z");
    }
}

#[test]
fn what_is_no_answer() {
    for status in [1, 2, 3, 5, 6] {
        let octets = [0x30, 3, 0x0a, 1, status];
        let response = OcspResponse::from_der(&octets).unwrap();
        assert_eq!(response.status(), status);
        assert!(response.basic().is_none());
    }
    // Of another type, and beside an error.
    for octets in [whole(0, NONCE, &[5]), whole(6, BASIC, &[5])] {
        let response = OcspResponse::from_der(&octets).unwrap();
        assert!(response.basic().is_none());
    }
    for status in [4, 7, 0xff] {
        let broken = (ErrorKind::Choice, "OCSPResponseStatus");
        assert_eq!(error(&[0x30, 3, 0x0a, 1, status]), broken);
    }
}

#[test]
fn critical_extensions() {
    let oid = |extensions: &[u8]| {
        let octets = response(&[KEY, &now(), &[0x30, 0], extensions], &[]);
        let response = OcspResponse::from_der(&octets).unwrap();
        let oid = response.basic().unwrap().unprocessed();
        oid.map(|oid| oid.to_string())
    };
    assert_eq!(oid(&extensions(NONCE, true)), None);
    assert_eq!(oid(&extensions(CRL_REFERENCE, false)), None);
    let found = oid(&extensions(CRL_REFERENCE, true));
    assert_eq!(found.as_deref(), Some("1.3.6.1.5.5.7.48.1.3"));

    let oid = |extensions: &[u8]| {
        let octets = about(&[single(GOOD, &[&now(), extensions])]);
        let response = OcspResponse::from_der(&octets).unwrap();
        let single = response.basic().unwrap().responses()[0];
        single.unprocessed().map(|oid| oid.to_string())
    };
    assert_eq!(oid(&extensions(CRL_REFERENCE, false)), None);
    let found = oid(&extensions(NONCE, true));
    assert_eq!(found.as_deref(), Some("1.3.6.1.5.5.7.48.1.2"));
}

#[test]
fn certificates_that_can_be_read() {
    let real: &[u8] = include_bytes!("../../../../../tests/vectors/toss/ca.der");
    let list = made(tag::SEQUENCE, &[&[0x30, 0], real, &[5, 0]]);
    let certificates = made(0xa0, &[&list]);
    let octets = response(&[KEY, &now(), &[0x30, 0]], &certificates);
    let response = OcspResponse::from_der(&octets).unwrap();
    let certificates = response.basic().unwrap().certificates();
    assert_eq!(certificates.len(), 1);
    assert_eq!(certificates[0].octets(), real);
}

#[test]
fn malformed() {
    let good = about(&[single(&revoked(&[]), &[&now(), &extensions(NONCE, false)])]);
    assert!(OcspResponse::from_der(&good).is_ok());
    for length in 0..good.len() {
        assert!(OcspResponse::from_der(&good[..length]).is_err());
    }
    assert_eq!(error(&[]), (ErrorKind::Empty, "OCSPResponse"));
    let trailing = [&good[..], &[0]].concat();
    assert_eq!(error(&trailing), (ErrorKind::TrailingData, "OCSPResponse"));
    let trailing = whole(0, BASIC, &[0x30, 0, 0]);
    assert!(OcspResponse::from_der(&trailing).is_err());

    let empty = [0x30, 0];
    let version = [0xa0, 3, 2, 1, 1];
    let octets = response(&[&version, KEY, &now(), &empty], &[]);
    assert_eq!(error(&octets), (ErrorKind::Choice, "Version"));
    let octets = response(&[&[0xa3, 2, 0x30, 0], &now(), &empty], &[]);
    assert_eq!(error(&octets), (ErrorKind::Choice, "ResponderID"));
    for time in ["20260302090000.5Z", "202603020900Z", "20260302090000+0000"] {
        let octets = response(&[KEY, &date(time), &empty], &[]);
        assert_eq!(error(&octets), (ErrorKind::Time, "Time"));
    }
    let utc = made(tag::UTC_TIME, &[b"260302090000Z"]);
    let octets = response(&[KEY, &utc, &empty], &[]);
    assert_eq!(error(&octets).1, "ResponseData");

    for (status, kind, structure) in [
        (&[0x80, 1, 0][..], ErrorKind::Null, "CertStatus"),
        (&[0x82, 1, 0], ErrorKind::Null, "CertStatus"),
        (&[0xa0, 0], ErrorKind::Choice, "CertStatus"),
        (&[0x83, 0], ErrorKind::Choice, "CertStatus"),
        (
            &revoked(&[0xa0, 3, 0x0a, 1, 7]),
            ErrorKind::Choice,
            "CRLReason",
        ),
        (&revoked(&[5, 0]), ErrorKind::TrailingData, "RevokedInfo"),
    ] {
        let octets = about(&[single(status, &[&now()])]);
        assert_eq!(error(&octets), (kind, structure));
    }
    let octets = about(&[single(GOOD, &[&now(), &[5, 0]])]);
    assert_eq!(error(&octets), (ErrorKind::TrailingData, "SingleResponse"));
}

/// What is read though RFC 6960 4.2 forbids it, beside what it allows.
#[test]
fn forms() {
    use crate::encoding::tolerance::Tolerance;

    let list = made(tag::SEQUENCE, &[&single(GOOD, &[&now()])]);
    let attribute = |value: &[u8]| made(tag::SEQUENCE, &[&[6, 3, 0x55, 4, 3], value]);
    let by_name = |set: &[u8]| made(0xa1, &[&made(tag::SEQUENCE, &[&made(tag::SET, &[set])])]);
    let usual = by_name(&attribute(&[0x13, 1, b'a']));
    let underscore = by_name(&attribute(&[0x13, 1, b'_']));
    let empty = made(0xa1, &[&made(tag::SEQUENCE, &[])]);
    let nonce = extensions_of(NONCE, false, &[4, 0]);
    let negative = made(
        tag::SEQUENCE,
        &[ALGORITHM, &[4, 1, 1], &[4, 1, 2], &[2, 1, 0x80]],
    );
    let negative = made(tag::SEQUENCE, &[&negative, GOOD, &now()]);
    let negative = made(tag::SEQUENCE, &[&negative]);
    for (octets, is_strict) in [
        (response(&[KEY, &now(), &list], &[]), true),
        (response(&[&usual, &now(), &list, &nonce], &[]), true),
        (response(&[&underscore, &now(), &list], &[]), false),
        (response(&[&by_name(&[]), &now(), &list], &[]), false),
        (response(&[KEY, &now(), &negative], &[]), false),
        (response(&[KEY, &now(), &list, &empty], &[]), false),
        (
            response(&[&[0xa0, 3, 2, 1, 0], KEY, &now(), &list], &[]),
            false,
        ),
        (response(&[KEY, &now(), &list], &[0xa0, 2, 0x30, 0]), true),
        (
            response(&[KEY, &now(), &list], &[0xa0, 4, 0x30, 2, 0x30, 0]),
            false,
        ),
    ] {
        let read = OcspResponse::from_der(&octets).unwrap();
        assert_eq!(
            read.tolerances().contains(Tolerance::Ocsp),
            !is_strict,
            "{octets:x?}"
        );
    }
}

/// Values of the extensions that RFC 6960 4.4 defines, in a response or in an answer of it.
#[test]
fn forms_of_extensions() {
    use crate::encoding::tolerance::Tolerance;

    /// The type of an extension under id-pkix-ocsp.
    fn ocsp(last: u8) -> Vec<u8> {
        [&BASIC[..10], &[last]].concat()
    }
    let time = date("20250101000000Z");
    let utc = made(tag::UTC_TIME, &[b"250101000000Z"]);
    let sequence = |parts: &[&[u8]]| made(tag::SEQUENCE, parts);
    let url = made(0xa0, &[&made(tag::IA5_STRING, &[b"http://a"])]);
    let number = [0xa1, 3, 2, 1, 1];
    let at = made(0xa2, &[&time]);
    let names = sequence(&[&made(0x82, &[b"a.test"])]);
    // id-ce and its number
    let entry = |last: u8| Vec::from([6, 3, 0x55, 0x1d, last]);
    let cases: Vec<(Vec<u8>, bool, Vec<u8>, bool)> = Vec::from([
        (ocsp(2), false, Vec::from([4, 1, 7]), true),
        (ocsp(2), true, Vec::from([4, 1, 7]), true),
        (ocsp(2), false, Vec::from([7]), false),
        (ocsp(2), false, Vec::from([4, 1, 7, 0]), false),
        (ocsp(3), false, sequence(&[&url, &number, &at]), true),
        (ocsp(3), false, sequence(&[]), true),
        (ocsp(3), false, sequence(&[&number, &url]), false),
        (ocsp(3), false, sequence(&[&[0xa1, 4, 2, 2, 0, 1]]), false),
        (ocsp(3), false, sequence(&[&made(0xa2, &[&utc])]), false),
        (ocsp(3), false, Vec::from([5, 0]), false),
        (ocsp(6), false, time.clone(), true),
        (ocsp(6), false, utc, false),
        (ocsp(6), false, [&time[..], &[0]].concat(), false),
        (ocsp(9), false, Vec::from([5, 0]), true),
        (ocsp(9), false, Vec::from([4, 0]), false),
        (ocsp(0x7f), false, Vec::from([7]), true),
        (entry(0x15), false, Vec::from([0x0a, 1, 1]), true),
        (entry(0x15), false, Vec::from([0x0a, 1, 7]), false),
        (entry(0x18), false, time.clone(), true),
        (entry(0x18), true, time, false),
        (entry(0x1d), true, names, true),
        (entry(0x1d), true, sequence(&[]), false),
    ]);
    let list = |single: &[u8]| made(tag::SEQUENCE, &[single]);
    for (oid, critical, value, is_strict) in cases {
        let extensions = extensions_of(&oid, critical, &value);
        let of_answer = list(&single(GOOD, &[&now(), &extensions]));
        let of_response = list(&single(GOOD, &[&now()]));
        for octets in [
            response(&[KEY, &now(), &of_answer], &[]),
            response(&[KEY, &now(), &of_response, &extensions], &[]),
        ] {
            let read = OcspResponse::from_der(&octets).unwrap();
            let found = read.tolerances().contains(Tolerance::Ocsp);
            assert_eq!(found, !is_strict, "{oid:x?} {value:x?}");
        }
    }
}
