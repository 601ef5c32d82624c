//! A CRL as large as they come: what its index takes, and that threads can share it.

use injang_benches::Crl;
use injang_core::CertificateList;
use std::thread;

#[global_allocator]
static ALLOCATOR: dhat::Alloc = dhat::Alloc;

/// Entries: 60 MB of them.
const ENTRIES: u32 = 1_500_000;

#[test]
fn a_crl_of_60_mb_takes_no_more_than_three_times_its_size() {
    let crl = Crl::new(ENTRIES);
    assert!(crl.octets.len() >= 60_000_000);
    let profiler = dhat::Profiler::builder().testing().build();
    let list = CertificateList::from_der(&crl.octets).expect("CRL");
    let stats = dhat::HeapStats::get();
    drop(profiler);
    // Beside the octets themselves.
    assert!(
        stats.max_bytes <= 2 * crl.octets.len(),
        "{} octets for a CRL of {}",
        stats.max_bytes,
        crl.octets.len()
    );
    assert_eq!(list.len(), ENTRIES as usize);
    let list = &list;
    let crl = &crl;
    thread::scope(|scope| {
        for thread in 0..4_u32 {
            scope.spawn(move || {
                for number in (thread..2 * ENTRIES).step_by(997) {
                    let found = list.find(&crl.serial(number)).count();
                    assert_eq!(found, usize::from(number < ENTRIES), "entry {number}");
                }
            });
        }
    });
}
