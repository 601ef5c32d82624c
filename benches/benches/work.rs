//! What documents cost that are made to cost, at two sizes each, beside their octets: times that are
//! printed and held to nothing. What is held to a bound are counts (`tests/tests/work.rs`).

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use injang_core::{Certificate, Policy, Request, Revocation, RevocationData, Time, TrustAnchor};
use injang_crypto::Combined;
use injang_tests::generate::work::{HOSTILE, Make, decoy};
use std::hint::black_box;

fn work(criterion: &mut Criterion) {
    let request = Request::at(Time::parse("2026-03-02T09:00:00Z").expect("time"));
    let honest: (&str, Make) = ("decoy", decoy);
    for (name, make) in HOSTILE.iter().copied().chain([honest]) {
        let mut group = criterion.benchmark_group(format!("work-{name}"));
        group.sample_size(10);
        for size in [32, 128] {
            let shape = make(size);
            let mut evidence = RevocationData::new();
            for octets in &shape.evidence {
                evidence.add(octets, &Combined).expect("evidence");
            }
            let anchor = |octets: &Vec<u8>| TrustAnchor::from_certificate(octets).expect("anchor");
            let certificate = |octets| Certificate::from_der(octets).expect("certificate");
            let anchors = shape.anchors.iter().map(anchor);
            let policy = Policy::new(&Combined, anchors, Revocation::Require(&evidence))
                .intermediates(shape.intermediates.iter().map(|it| certificate(it)));
            let octets = u64::try_from(shape.octets()).expect("size");
            group.throughput(Throughput::Bytes(octets));
            group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
                bencher.iter(|| {
                    let document = black_box(&shape.document);
                    injang_core::audit(document, &policy, &request)
                });
            });
        }
        group.finish();
    }
}

criterion_group!(benches, work);
criterion_main!(benches);
