//! Paths of three certificates beside the floor of their signatures, cold and remembered; and CRLs:
//! read once, looked up often.

use criterion::{Criterion, criterion_group, criterion_main};
use injang_benches::{Chain, Crl, Link};
use injang_core::CertificateList;
use std::hint::black_box;

fn path(criterion: &mut Criterion) {
    for (name, chain) in [("p256", Chain::p256()), ("rsa4096", Chain::rsa4096())] {
        let floor = chain.floor();
        let cold = chain.policy();
        let warm = chain.policy().cache(1 << 10);
        let at = Chain::time();
        chain.judge(&warm, at);
        let mut group = criterion.benchmark_group(name);
        group.bench_function("floor", |bencher| {
            bencher.iter(|| black_box(&floor).iter().all(Link::run));
        });
        group.bench_function("cold", |bencher| {
            bencher.iter(|| chain.judge(black_box(&cold), at));
        });
        group.bench_function("memo", |bencher| {
            bencher.iter(|| chain.judge(black_box(&warm), at));
        });
        group.finish();
    }
}

fn crl(criterion: &mut Criterion) {
    // 60 MB, as large as the largest that are published.
    let crl = Crl::new(1_500_000);
    let mut group = criterion.benchmark_group("crl-60-mb");
    group.sample_size(10);
    group.bench_function("read", |bencher| {
        bencher.iter(|| CertificateList::from_der(black_box(&crl.octets)).map(|it| it.len()));
    });
    let list = CertificateList::from_der(&crl.octets).expect("CRL");
    let mut number = 0_u32;
    // Half of them are listed.
    group.bench_function("look-up", |bencher| {
        bencher.iter(|| {
            number = number.wrapping_add(1_000_003);
            list.find(black_box(&crl.serial(number))).next().is_some()
        });
    });
    group.finish();
}

criterion_group!(benches, path, crl);
criterion_main!(benches);
