//! Judges revocation scenes by Injang, by the rules, by OpenSSL and by Bouncy Castle, and says where
//! they differ without a reason: `differential [--scenes N] [--seed S] [--show N] [--rules]`.

use injang_tests::differential::classes::{CLASSES, Class, Judge};
use injang_tests::differential::draw::draw;
use injang_tests::differential::norm;
use injang_tests::differential::others::{Judges, Theirs, write};
use injang_tests::differential::ours::{self, Ours, Word};
use injang_tests::differential::render::{Files, render};
use injang_tests::differential::scene::Scene;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask differential [--scenes N] [--seed S] [--show N] [--rules]
  --scenes N  so many scenes; 3,000 by default
  --seed S    other scenes; 1 by default
  --show N    shows the scene of that number and writes its files, and judges no other
  --rules     by Injang and by the rules only: needs no other program
";

/// How many scenes of a kind are printed at most.
const SHOWN: usize = 12;

/// Causes that are taken away one after the other.
const ROUNDS: usize = 4;

struct Arguments {
    scenes: usize,
    seed: u64,
    show: Option<usize>,
    is_rules_only: bool,
}

fn parse(mut arguments: impl Iterator<Item = String>) -> Option<Arguments> {
    let mut parsed = Arguments {
        scenes: 3_000,
        seed: 1,
        show: None,
        is_rules_only: false,
    };
    while let Some(option) = arguments.next() {
        if option == "--rules" {
            parsed.is_rules_only = true;
            continue;
        }
        let value = arguments.next()?;
        match option.as_str() {
            "--scenes" => parsed.scenes = value.parse().ok().filter(|count| *count > 0)?,
            "--seed" => parsed.seed = value.parse().ok()?,
            "--show" => parsed.show = Some(value.parse().ok()?),
            _ => return None,
        }
    }
    Some(parsed)
}

fn main() -> ExitCode {
    let Some(arguments) = parse(std::env::args().skip(1)) else {
        eprint!("{USAGE}");
        return ExitCode::from(64);
    };
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("differential: {error}");
            ExitCode::from(70)
        }
    }
}

/// A scene with all four judgements of it.
struct Judged {
    scene: Scene,
    ours: Ours,
    theirs: [Theirs; 2],
}

fn work() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/differential")
}

/// Judges scenes. Under `--rules` OpenSSL and Bouncy Castle are not run, and have no judgement.
fn judge_all(programs: Option<&Judges>, scenes: Vec<Scene>) -> io::Result<Vec<Judged>> {
    let files: Vec<Files> = scenes.iter().map(render).collect();
    let theirs = match programs {
        Some(programs) => programs.judge(&files.iter().collect::<Vec<_>>())?,
        None => vec![[Theirs::silent(), Theirs::silent()]; files.len()],
    };
    let all = scenes.into_iter().zip(&files).zip(theirs);
    Ok(all
        .map(|((scene, files), theirs)| Judged {
            scene,
            ours: ours::judge(files),
            theirs,
        })
        .collect())
}

fn run(arguments: &Arguments) -> io::Result<bool> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let programs = if arguments.is_rules_only {
        None
    } else {
        Some(Judges::new(tests, &work())?)
    };
    if let Some(number) = arguments.show {
        let scene = draw(arguments.seed, number);
        let folder = work().join(format!("scene-{}-{number}", arguments.seed));
        write(&folder, &render(&scene))?;
        let judged = judge_all(programs.as_ref(), vec![scene])?;
        for it in &judged {
            println!("{}", describe(it));
        }
        println!("files: {}", folder.display());
        return Ok(true);
    }
    let scenes = (0..arguments.scenes).map(|number| draw(arguments.seed, number));
    let judged = judge_all(programs.as_ref(), scenes.collect())?;
    figures(&judged);
    let is_right = by_the_rules(&judged);
    let Some(programs) = programs else {
        return Ok(is_right);
    };
    let mut used = BTreeMap::new();
    let is_explained = explained(&programs, &judged, &mut used)?;
    for class in CLASSES {
        let count = used.get(class.reason).copied().unwrap_or(0);
        println!("{count:5} {}", class.reason);
    }
    // Some hundred scenes do not have everything.
    let stale = CLASSES
        .iter()
        .filter(|class| !used.contains_key(class.reason))
        .count();
    let is_used = stale == 0 || arguments.scenes < 3_000;
    if !is_used {
        println!("{stale} classes that nothing needs any more");
    }
    Ok(is_right && is_explained && is_used)
}

fn figures(judged: &[Judged]) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for it in judged {
        let [openssl, bouncy_castle] = &it.theirs;
        let words = format!(
            "Injang {:?}, OpenSSL {:?}, Bouncy Castle {:?}",
            it.ours.word,
            openssl.word(),
            bouncy_castle.word()
        );
        *counts.entry(words).or_default() += 1;
    }
    for (words, count) in counts {
        println!("{count:5} {words}");
    }
}

fn describe(it: &Judged) -> String {
    let [openssl, bouncy_castle] = &it.theirs;
    let Scene { crls, ocsp, .. } = &it.scene;
    let mut text = format!(
        "scene {}: Injang {:?} ({}); the rules {:?}; OpenSSL {:?} ({}); Bouncy Castle {:?} ({})\n  \
         rekey {:?}, subscriber by {:?}, points {:?}, impostor {}\n",
        it.scene.number,
        it.ours.word,
        it.ours.reason,
        norm::judge(&it.scene),
        openssl.word(),
        openssl.reasons(),
        bouncy_castle.word(),
        bouncy_castle.reasons(),
        it.scene.rekey,
        it.scene.end_by,
        it.scene.points,
        it.scene.impostor,
    );
    let helpers = [
        ("CRL key", &it.scene.crl_key),
        ("indirect issuer", &it.scene.indirect),
        ("delegate", &it.scene.delegate),
    ];
    let helpers = helpers.into_iter().filter_map(|(name, helper)| {
        let helper = helper.as_ref()?;
        Some(format!("{name}: {helper:?}"))
    });
    let crls = crls.iter().map(|crl| format!("{crl:?}"));
    let responses = ocsp.iter().map(|ocsp| format!("{ocsp:?}"));
    for line in helpers.chain(crls).chain(responses) {
        text.push_str("  ");
        text.push_str(&line);
        text.push('\n');
    }
    text
}

/// Whether Injang says what the rules do.
fn by_the_rules(judged: &[Judged]) -> bool {
    let is_wrong = |it: &&Judged| !norm::judge(&it.scene).allows(it.ours.word);
    let wrong: Vec<_> = judged.iter().filter(is_wrong).collect();
    let is_pass = |it: &&&Judged| it.ours.word == Word::Good;
    let passes: Vec<_> = wrong.iter().filter(is_pass).collect();
    let others: Vec<_> = wrong.iter().filter(|it| !is_pass(it)).collect();
    for (title, list) in [("WRONG PASS", &passes), ("AGAINST THE RULES", &others)] {
        let numbers: Vec<_> = list.iter().map(|it| it.scene.number.to_string()).collect();
        println!("{title}: {} scenes: {}", list.len(), numbers.join(" "));
        for it in list.iter().take(SHOWN) {
            print!("{}", describe(it));
        }
    }
    wrong.is_empty()
}

fn fits(class: &Class, judge: Judge, it: &Judged, theirs: &Theirs) -> bool {
    class.judges.contains(&judge)
        && class.ours.contains(&it.ours.word)
        && class.theirs == theirs.word()
        && (class.words.is_empty()
            || class
                .words
                .iter()
                .any(|words| theirs.reasons().contains(words)))
        && (class.cause)(&it.scene)
}

/// Whether a class explains every difference. If Injang passes what another validator calls revoked,
/// the class removes the cause from the scene, and then the other must no longer call it revoked.
fn explained(
    programs: &Judges,
    judged: &[Judged],
    used: &mut BTreeMap<&'static str, usize>,
) -> io::Result<bool> {
    let mut unexplained = Vec::new();
    let mut to_repair = Vec::new();
    for it in judged {
        for (judge, theirs) in [Judge::OpenSsl, Judge::BouncyCastle]
            .into_iter()
            .zip(&it.theirs)
        {
            if theirs.word() == it.ours.word {
                continue;
            }
            let is_grave = (it.ours.word, theirs.word()) == (Word::Good, Word::Revoked);
            match CLASSES.iter().find(|class| fits(class, judge, it, theirs)) {
                Some(class) if class.repair.is_none() && !is_grave => {
                    *used.entry(class.reason).or_default() += 1;
                }
                Some(class) => {
                    to_repair.push((it, judge, class, it.scene.clone(), vec![class.reason]));
                }
                None => unexplained.push((judge, describe(it))),
            }
        }
    }
    for _ in 0..ROUNDS {
        for (_, _, class, scene, _) in &mut to_repair {
            if let Some(repair) = class.repair {
                repair(scene);
            }
        }
        let scenes = to_repair.iter().map(|(_, _, _, scene, _)| scene.clone());
        let repaired = judge_all(Some(programs), scenes.collect())?;
        let mut next = Vec::new();
        for ((it, judge, _, scene, mut reasons), repaired) in to_repair.into_iter().zip(repaired) {
            let theirs = &repaired.theirs[usize::from(judge == Judge::BouncyCastle)];
            let is_mended = repaired.ours.word != Word::Good || theirs.word() != Word::Revoked;
            if is_mended {
                for reason in reasons {
                    *used.entry(reason).or_default() += 1;
                }
                continue;
            }
            let another = CLASSES.iter().find(|class| {
                fits(class, judge, &repaired, theirs) && !reasons.contains(&class.reason)
            });
            match another {
                Some(class) => {
                    reasons.push(class.reason);
                    next.push((it, judge, class, scene, reasons));
                }
                None => unexplained.push((judge, describe(it))),
            }
        }
        to_repair = next;
        if to_repair.is_empty() {
            break;
        }
    }
    for (it, judge, ..) in to_repair {
        unexplained.push((judge, describe(it)));
    }
    println!("WITHOUT A REASON: {}", unexplained.len());
    for (judge, text) in unexplained.iter().take(SHOWN) {
        print!("{judge:?}: {text}");
    }
    Ok(unexplained.is_empty())
}
