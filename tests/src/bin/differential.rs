//! x
use injang_tests::differential::{draw::draw, others::Judges, ours, render::render};
use std::path::Path;
fn main() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let judges = Judges::new(tests, &tests.join("../target/differential")).expect("judges");
    let scenes: Vec<_> = (0..1000).map(|n| draw(1, n)).collect();
    let files: Vec<_> = scenes.iter().map(render).collect();
    let t = std::time::Instant::now();
    let theirs = judges
        .judge(&files.iter().collect::<Vec<_>>())
        .expect("judged");
    eprintln!("{:?}", t.elapsed());
    let mut counts = std::collections::BTreeMap::<String, usize>::new();
    for ((scene, files), [o, b]) in scenes.iter().zip(&files).zip(theirs) {
        let ours = ours::judge(files);
        let k = format!(
            "ours {:?} openssl {:?} bc {:?}",
            ours.word,
            o.word(),
            b.word()
        );
        *counts.entry(k.clone()).or_default() += 1;
        println!(
            "{} {k}\t{}\t{}\t{}",
            scene.number,
            ours.reason,
            o.reasons(),
            b.reasons()
        );
    }
    eprintln!("{counts:#?}");
}
