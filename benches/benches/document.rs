//! Armor, parsing and whole verification of one document, each beside the floor: its digests and
//! signatures alone.

use criterion::{Criterion, criterion_group, criterion_main};
use injang_benches::{Sample, request, signature_only};
use injang_core::{Der, Limits, SignedDocument, armor};
use std::hint::black_box;

fn document(criterion: &mut Criterion) {
    let (policy, request) = (signature_only(), request());
    for (name, sample) in [("toss", Sample::toss()), ("kakao", Sample::kakao())] {
        let floor = sample.floor();
        let mut group = criterion.benchmark_group(name);
        group.bench_function("armor-and-parse", |bencher| {
            bencher.iter(|| {
                let decoded = armor::decode(black_box(&sample.text)).expect("armor");
                let der = Der::from_ber(&decoded.octets, Limits::default()).expect("BER");
                SignedDocument::parse(&der)
                    .expect("SignedData")
                    .signers()
                    .len()
            });
        });
        group.bench_function("parse", |bencher| {
            bencher.iter(|| {
                let der = Der::from_ber(black_box(&sample.octets), Limits::default()).expect("BER");
                SignedDocument::parse(&der)
                    .expect("SignedData")
                    .signers()
                    .len()
            });
        });
        group.bench_function("floor", |bencher| bencher.iter(|| black_box(&floor).run()));
        group.bench_function("whole", |bencher| {
            bencher.iter(|| black_box(&sample).verify(&policy, &request));
        });
        group.finish();
    }
}

criterion_group!(benches, document);
criterion_main!(benches);
