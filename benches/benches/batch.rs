//! The batch engine beside a loop of audits: on one thread and on two, both shapes, certificates that
//! differ and certificates that repeat. Each line is the ratio of medians of one run, turn about.
//!
//! `INJANG_ARCHIVE=FOLDER` also writes the documents there, for the bench of the Python package.
//! `INJANG_ROWS=N` judges N rows instead and prints the most memory that the process held.

use arrow_array::{ArrayRef, BinaryArray, RecordBatch, RecordBatchIterator};
use injang::{Policy, Request, Revocation};
use injang_batch::{Engine, Input};
use injang_tests::generate::archive::{Archive, Shape, archive};
use std::sync::Arc;
use std::time::{Duration, Instant};

const AT: &str = "2026-03-02T09:00:00Z";
/// Documents of an archive.
const DOCUMENTS: usize = 1_024;
/// Turns of each side.
const TURNS: usize = 15;

fn main() {
    if let Some(rows) = std::env::var("INJANG_ROWS")
        .ok()
        .and_then(|it| it.parse().ok())
    {
        return memory(rows);
    }
    println!("archive            side        µs/row   × loop");
    for shape in [Shape::Toss, Shape::Kakao] {
        for is_distinct in [true, false] {
            let archive = archive(shape, DOCUMENTS, is_distinct);
            let kind = if is_distinct { "distinct" } else { "repeated" };
            let name = format!("{shape:?}-{kind}").to_lowercase();
            if let Ok(folder) = std::env::var("INJANG_ARCHIVE") {
                write(&format!("{folder}/{name}"), &archive);
            }
            compare(&name, &archive);
        }
    }
}

fn policy(archive: &Archive) -> Policy {
    let builder = Policy::builder(Revocation::NotChecked);
    builder.trust(&archive.anchor).expect("anchor").build()
}

fn batch(documents: &[Vec<u8>]) -> RecordBatch {
    let documents = documents.iter().map(|it| Some(&it[..]));
    let documents: ArrayRef = Arc::new(documents.collect::<BinaryArray>());
    RecordBatch::try_from_iter([("signed_document", documents)]).expect("batch")
}

fn engine(archive: &Archive, threads: usize) -> Engine {
    let builder = Engine::builder(&policy(archive)).threads(threads);
    builder
        .constant(Input::At, AT.as_bytes())
        .build()
        .expect("engine")
}

/// With a policy of its own for each turn: nothing of the one before is remembered.
fn compare(name: &str, archive: &Archive) {
    let input = batch(&archive.documents);
    let request = Request::at(AT.parse().expect("time"));
    let audits = || {
        let policy = policy(archive);
        timed(|| {
            for document in &archive.documents {
                assert!(policy.audit(document, &request).is_accepted());
            }
        })
    };
    let judged = |threads| {
        let engine = engine(archive, threads);
        timed(|| {
            let output = engine.verify(&input).expect("output");
            assert_eq!(output.num_rows(), DOCUMENTS);
        })
    };
    let mut times = [const { Vec::new() }; 3];
    for _ in 0..TURNS {
        times[0].push(audits());
        times[1].push(judged(1));
        times[2].push(judged(2));
    }
    let medians = times.map(|mut times| {
        times.sort_unstable();
        times[TURNS / 2].as_secs_f64() * 1e6 / f64::from(u32::try_from(DOCUMENTS).expect("few"))
    });
    for (side, median) in ["loop", "1 thread", "2 threads"].iter().zip(medians) {
        println!(
            "{name:18} {side:10} {median:7.1} {:8.2}",
            medians[0] / median
        );
    }
}

fn timed(run: impl FnOnce()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

fn write(folder: &str, archive: &Archive) {
    std::fs::create_dir_all(folder).expect("folder");
    std::fs::write(format!("{folder}/ca.der"), &archive.anchor).expect("file");
    for (number, document) in archive.documents.iter().enumerate() {
        std::fs::write(format!("{folder}/{number:04}.der"), document).expect("file");
    }
}

/// Judges so many rows as they come, and prints the peak of the process's memory.
fn memory(rows: usize) {
    let archive = archive(Shape::Kakao, 64, true);
    let input = batch(&archive.documents);
    let schema = input.schema();
    let batches = (0..rows / input.num_rows()).map(move |_| Ok(input.clone()));
    let engine = Arc::new(engine(&archive, 2));
    let reader = engine.reader(RecordBatchIterator::new(batches, schema));
    let judged: usize = reader
        .expect("reader")
        .map(|batch| batch.expect("batch").num_rows())
        .sum();
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find(|line| line.starts_with("VmHWM"));
    println!("{judged} rows: {}", peak.unwrap_or("unknown"));
}
