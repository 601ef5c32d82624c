//! What reading a document takes from the heap.

use injang::{Der, Encoding, Limits, SignedDocument};
use std::fs;
use std::path::Path;

#[global_allocator]
static HEAP: dhat::Alloc = dhat::Alloc;

/// The one test of this file: the counters are the process's.
#[test]
fn der_takes_its_two_lists_and_ber_a_copy_beside() {
    let _profiler = dhat::Profiler::builder().testing().build();
    let vectors = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors");
    let blocks = |path: &str, encoding: Encoding| {
        let octets = fs::read(vectors.join(path)).expect("vector");
        let before = dhat::HeapStats::get();
        let der = Der::from_ber(&octets, Limits::default()).expect("BER");
        let normalised = dhat::HeapStats::get();
        let document = SignedDocument::parse(&der).expect("SignedData");
        let parsed = dhat::HeapStats::get();
        assert_eq!(der.encoding(), encoding, "{path}");
        assert_eq!(
            (document.signers().len(), document.certificates().len()),
            (1, 1),
            "{path}"
        );
        let blocks = |a: &dhat::HeapStats, b: &dhat::HeapStats| b.total_blocks - a.total_blocks;
        let bytes = normalised.total_bytes - before.total_bytes;
        assert!(
            encoding == Encoding::Der || bytes < 16 * octets.len() as u64 + 16_384,
            "{path}: {bytes}"
        );
        (blocks(&before, &normalised), blocks(&normalised, &parsed))
    };
    // Nothing to normalise; the lists of signers and of certificates.
    assert_eq!(blocks("toss/attached/document.der", Encoding::Der), (0, 2));
    // The list of elements, the normalised octets and the map of their places; the same two lists.
    assert_eq!(
        blocks("kakao/armor-none/document.der", Encoding::Ber),
        (3, 2)
    );
}
