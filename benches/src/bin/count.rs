//! Makes one call so many times, for a tool that counts instructions: `count CALL TIMES`. What one
//! call costs is the difference between two runs, so that what is prepared falls out:
//! `cargo xtask count`.

use injang_benches::abi::{self, CCall, RustCall};
use injang_benches::{Answer, Batch, Chain, Sample, request, signature_only};
use std::hint::black_box;
use std::process::ExitCode;

const USAGE: &str = "count CALL TIMES, with CALL one of: toss-floor, toss-signature, kakao-floor, \
kakao-signature, p256-remembered, rsa4096-remembered, answer-one-by-one, answer-decision, \
verify-rust, verify-abi, batch-toss-loop, batch-toss-engine, batch-kakao-loop, batch-kakao-engine";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let call = arguments.next().unwrap_or_default();
    let times = arguments.next().and_then(|times| times.parse().ok());
    let is_known = times.is_some_and(|times| run(&call, times));
    if !is_known {
        eprintln!("{USAGE}");
        return ExitCode::from(64);
    }
    ExitCode::SUCCESS
}

/// Whether there is such a call.
fn run(call: &str, times: u32) -> bool {
    match call {
        "toss-floor" => floor(&Sample::toss(), times),
        "kakao-floor" => floor(&Sample::kakao(), times),
        "toss-signature" => signature(&Sample::toss(), times),
        "kakao-signature" => signature(&Sample::kakao(), times),
        "p256-remembered" => remembered(&Chain::p256(), times),
        "rsa4096-remembered" => remembered(&Chain::rsa4096(), times),
        "answer-one-by-one" => {
            let answer = Answer::of_200();
            let policy = answer.policy();
            repeat(times, || answer.one_by_one(black_box(&policy)));
        }
        "answer-decision" => {
            let answer = Answer::of_200();
            let policy = answer.policy();
            repeat(times, || answer.decide(black_box(&policy)));
        }
        "verify-rust" => {
            let call = RustCall::new();
            repeat(times, || black_box(&call).run(abi::document()));
        }
        "verify-abi" => {
            let call = CCall::new();
            repeat(times, || black_box(&call).run(abi::document()));
        }
        "batch-toss-loop" => {
            let batch = Batch::toss();
            repeat(times, || black_box(&batch).one_by_one());
        }
        "batch-toss-engine" => {
            let batch = Batch::toss();
            repeat(times, || black_box(&batch).judge());
        }
        "batch-kakao-loop" => {
            let batch = Batch::kakao();
            repeat(times, || black_box(&batch).one_by_one());
        }
        "batch-kakao-engine" => {
            let batch = Batch::kakao();
            repeat(times, || black_box(&batch).judge());
        }
        _ => return false,
    }
    true
}

/// The digests and signature verifications of a document alone.
fn floor(sample: &Sample, times: u32) {
    let floor = sample.floor();
    repeat(times, || black_box(&floor).run());
}

fn signature(sample: &Sample, times: u32) {
    let (policy, request) = (signature_only(), request());
    repeat(times, || black_box(sample).verify(&policy, &request));
}

/// Judges the leaf under a policy that has seen its path.
fn remembered(chain: &Chain, times: u32) {
    let policy = chain.policy().cache(1 << 10);
    let at = Chain::time();
    chain.judge(&policy, at);
    repeat(times, || chain.judge(black_box(&policy), at));
}

fn repeat<T>(times: u32, call: impl Fn() -> T) {
    for _ in 0..times {
        black_box(call());
    }
}
