//! An answer with 200 documents as a whole, and its documents one by one under a policy that
//! remembers their path.

use criterion::{Criterion, criterion_group, criterion_main};
use injang_benches::Answer;

fn answers(criterion: &mut Criterion) {
    let answer = Answer::of_200();
    let policy = answer.policy();
    let mut group = criterion.benchmark_group("answer-200");
    group.sample_size(20);
    group.bench_function("one-by-one", |bencher| {
        bencher.iter(|| answer.one_by_one(&policy));
    });
    group.bench_function("decision", |bencher| {
        bencher.iter(|| answer.decide(&policy));
    });
    group.bench_function("read", |bencher| bencher.iter(|| answer.read()));
    group.finish();
}

criterion_group!(benches, answers);
criterion_main!(benches);
