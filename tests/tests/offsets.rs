//! What it takes to say where in the octets as sent something is wrong: counted on the heap, which a
//! pass over the document for each error would fill as often.

use injang_core::report::{CheckId, Reason};
use injang_core::{
    Der, Encoding, Error, Limits, Policy, Request, Revocation, SignedDocument, Time,
};
use injang_crypto::Combined;

#[global_allocator]
static HEAP: dhat::Alloc = dhat::Alloc;

const SHA256: [u8; 13] = [0x30, 11, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1];
const ID_DATA: [u8; 11] = [6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 1];
const ID_SIGNED_DATA: [u8; 11] = [6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2];
/// ecdsa-with-SHA256
const ECDSA: [u8; 12] = [0x30, 10, 6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2];
/// The signed attributes of each signer: a number where an attribute belongs.
const ATTRIBUTES: [u8; 5] = [0xa0, 3, 2, 1, 7];

/// One element of indefinite length.
fn indefinite(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    [&[tag, 0x80], &parts.concat()[..], &[0, 0]].concat()
}

/// A document of which every element is BER, and so has another place in DER.
fn document(signers: usize) -> Vec<u8> {
    let identifier = indefinite(0x30, &[&indefinite(0x30, &[]), &[2, 1, 1]]);
    let signer = indefinite(
        0x30,
        &[
            &[2, 1, 1],
            &identifier,
            &SHA256,
            &ATTRIBUTES,
            &ECDSA,
            &[4, 1, 0],
        ],
    );
    let signed_data = indefinite(
        0x30,
        &[
            &[2, 1, 1],
            &indefinite(0x31, &[&SHA256]),
            &indefinite(0x30, &[&ID_DATA]),
            &indefinite(0x31, &[&signer.repeat(signers)]),
        ],
    );
    let explicit = indefinite(0xa0, &[&signed_data]);
    indefinite(0x30, &[&ID_SIGNED_DATA, &explicit])
}

/// The places of the errors about signed attributes.
fn judge(octets: &[u8]) -> Vec<usize> {
    let request = Request::at(Time::parse("2026-03-02T09:00:00Z").expect("time"));
    let policy = Policy::new(&Combined, [], Revocation::NotChecked);
    let der = Der::from_ber(octets, Limits::default()).expect("BER");
    assert_eq!(der.encoding(), Encoding::Ber);
    let document = SignedDocument::parse(&der).expect("SignedData");
    let report = document.audit(&policy, &request);
    document.diagnose(&policy, &request);
    let checks = report
        .signers
        .iter()
        .filter_map(|signer| signer.check(CheckId::SignedAttributes));
    checks
        .filter_map(|check| match &check.reason {
            Some(Reason::Malformed(error)) => Some(Error::offset(error)),
            _ => None,
        })
        .collect()
}

#[test]
fn the_work_for_places_is_linear() {
    let _profiler = dhat::Profiler::builder().testing().build();
    let allocated = |signers: usize| {
        let octets = document(signers);
        let before = dhat::HeapStats::get().total_bytes;
        let found = judge(&octets);
        let bytes = dhat::HeapStats::get().total_bytes - before;
        // Each place is that of the number in the signer's attributes, as it was sent.
        let sent: Vec<usize> = octets
            .windows(ATTRIBUTES.len())
            .enumerate()
            .filter(|(_, window)| *window == ATTRIBUTES)
            .map(|(place, _)| place + 2)
            .collect();
        assert_eq!(found, sent);
        bytes
    };
    let (small, large) = (allocated(64), allocated(256));
    assert!(
        large < 5 * small,
        "four times the signers take {large} octets of the heap instead of {small}"
    );
}
