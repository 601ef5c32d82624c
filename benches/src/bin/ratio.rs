//! Whole verification of documents, of paths of three certificates, and of an answer with 200
//! documents, against its floor, and a report as JSON and as text against its audit: turn about in one
//! run, so that whatever else the machine does falls on both. Prints medians and their ratio.

use injang::Lang;
use injang_benches::report::Judged;
use injang_benches::{Answer, Chain, Link, Sample, request, signature_only};
use injang_core::{Der, Limits, SignedDocument, armor};
use std::hint::black_box;
use std::time::Instant;

/// Calls of each side in one turn: long enough for the clock, short enough to share the weather.
const CALLS: u32 = 100;
/// Turns.
const TURNS: usize = 300;

fn main() {
    let (policy, request) = (signature_only(), request());
    println!("document  what              median µs   × floor");
    for (name, sample) in [("toss", Sample::toss()), ("kakao", Sample::kakao())] {
        let floor = sample.floor();
        let sides: [(&str, &dyn Fn()); 4] = [
            ("floor", &|| {
                black_box(black_box(&floor).run());
            }),
            ("whole", &|| {
                black_box(black_box(&sample).verify(&policy, &request));
            }),
            ("parse", &|| {
                let der = Der::from_ber(black_box(&sample.octets), Limits::default()).expect("BER");
                black_box(
                    SignedDocument::parse(&der)
                        .expect("SignedData")
                        .signers()
                        .len(),
                );
            }),
            ("armor-and-parse", &|| {
                let decoded = armor::decode(black_box(&sample.text)).expect("armor");
                let der = Der::from_ber(&decoded.octets, Limits::default()).expect("BER");
                black_box(
                    SignedDocument::parse(&der)
                        .expect("SignedData")
                        .signers()
                        .len(),
                );
            }),
        ];
        compare(name, CALLS, &sides);
    }
    for (name, chain) in [("p256", Chain::p256()), ("rsa4096", Chain::rsa4096())] {
        let floor = chain.floor();
        let cold = chain.policy();
        let warm = chain.policy().cache(1 << 10);
        let at = Chain::time();
        chain.judge(&warm, at);
        compare(
            name,
            CALLS,
            &[
                ("floor", &|| {
                    assert!(black_box(&floor).iter().all(Link::run));
                }),
                ("path-cold", &|| {
                    black_box(chain.judge(black_box(&cold), at));
                }),
                ("path-memo", &|| {
                    black_box(chain.judge(black_box(&warm), at));
                }),
            ],
        );
    }
    let (judged, warm) = (Judged::crl_good(0), Judged::crl_good(1 << 10));
    let report = judged.audit();
    compare(
        "report",
        CALLS,
        &[
            ("audit", &|| {
                black_box(black_box(&judged).audit());
            }),
            ("audit-memo", &|| {
                black_box(black_box(&warm).audit());
            }),
            ("json", &|| {
                black_box(black_box(&report).to_json());
            }),
            ("text", &|| {
                black_box(black_box(&report).text(Lang::En));
            }),
        ],
    );
    let (answer, singles) = (Answer::of_200(), Answer::each());
    let policy = answer.policy();
    compare(
        "answer",
        1,
        &[
            ("one-by-one", &|| {
                black_box(answer.one_by_one(black_box(&policy)));
            }),
            ("200-answers", &|| {
                for single in &singles {
                    black_box(single.decide(black_box(&policy)));
                }
            }),
            ("decision", &|| {
                black_box(answer.decide(black_box(&policy)));
            }),
            ("read", &|| {
                black_box(answer.read());
            }),
        ],
    );
}

/// Prints the median of each side, and its ratio to the first.
fn compare(name: &str, calls: u32, sides: &[(&str, &dyn Fn())]) {
    let mut times = vec![Vec::with_capacity(TURNS); sides.len()];
    for _ in 0..TURNS {
        for ((_, side), times) in sides.iter().zip(&mut times) {
            let start = Instant::now();
            (0..calls).for_each(|_| side());
            times.push(start.elapsed().as_secs_f64() * 1e6 / f64::from(calls));
        }
    }
    let medians: Vec<f64> = times.iter_mut().map(|times| median(times)).collect();
    for ((what, _), median) in sides.iter().zip(&medians) {
        println!(
            "{name:<9} {what:<16} {median:>10.3} {:>9.3}",
            median / medians[0]
        );
    }
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
