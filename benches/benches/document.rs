//! Armor, parsing and whole verification of one document, each beside the floor: its digests and
//! signatures alone.

use criterion::{Criterion, criterion_group, criterion_main};
use injang_benches::abi::{self, CCall, RustCall};
use injang_benches::{Sample, request, signature_only};
use injang_core::{Ci, Der, Limits, SignedDocument, armor};
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

/// A whole call by the library and by the C ABI, and a VID.
fn abi(criterion: &mut Criterion) {
    let (rust, c) = (RustCall::new(), CCall::new());
    let mut group = criterion.benchmark_group("abi");
    group.bench_function("rust", |bencher| {
        bencher.iter(|| rust.run(black_box(abi::document())));
    });
    group.bench_function("c", |bencher| {
        bencher.iter(|| c.run(black_box(abi::document())));
    });
    let ci = Ci::from_base64(("A".repeat(86) + "==").as_bytes()).expect("a CI");
    let serial = [0x11; 20];
    group.bench_function("vid", |bencher| {
        bencher.iter(|| abi::vid(black_box(&ci), black_box(&serial)));
    });
    group.finish();
}

criterion_group!(benches, document, abi);
criterion_main!(benches);
