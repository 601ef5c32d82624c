//! The judgements of OpenSSL and Bouncy Castle: each is one program that judges a folder of scenes.

use super::ours::Word;
use super::render::{AT, Files};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The two programs.
pub struct Judges {
    openssl: PathBuf,
    java: [String; 3],
    work: PathBuf,
}

/// What one of them says of a scene.
#[derive(Clone, Debug)]
pub struct Theirs {
    /// Of the path, by its CRLs.
    pub crls: Said,
    /// By each OCSP response alone, of the subscriber's certificate.
    pub ocsp: Vec<Said>,
}

/// A status and its reason.
#[derive(Clone, Debug)]
pub struct Said {
    /// The status.
    pub word: Word,
    /// The reason, in their words.
    pub reason: String,
}

impl Theirs {
    /// No status: the program was not run.
    pub fn silent() -> Self {
        let crls = Said {
            word: Word::Unknown,
            reason: "not asked".to_owned(),
        };
        let ocsp = Vec::new();
        Self { crls, ocsp }
    }

    /// One status for all: revoked if any is, else good if any is.
    pub fn word(&self) -> Word {
        let all = || self.ocsp.iter().chain([&self.crls]);
        if all().any(|said| said.word == Word::Revoked) {
            return Word::Revoked;
        }
        if all().any(|said| said.word == Word::Good) {
            Word::Good
        } else {
            Word::Unknown
        }
    }

    /// The reasons that go with that status.
    pub fn reasons(&self) -> String {
        let all = [&self.crls].into_iter().chain(&self.ocsp);
        let reasons = all.map(|said| format!("{:?} {}", said.word, said.reason));
        reasons.collect::<Vec<_>>().join(" | ")
    }

    fn parse<'t>(words: impl Iterator<Item = &'t str>) -> Option<Self> {
        let mut crls = None;
        let mut ocsp = Vec::new();
        for word in words {
            let (kind, said) = word.split_once('=')?;
            let (word, reason) = said.split_once(':').unwrap_or((said, ""));
            let word = match word {
                "good" => Word::Good,
                "revoked" => Word::Revoked,
                "unknown" => Word::Unknown,
                _ => return None,
            };
            let reason = reason.to_owned();
            match kind {
                "crl" => crls = Some(Said { word, reason }),
                "ocsp" => ocsp.push(Said { word, reason }),
                _ => return None,
            }
        }
        Some(Self { crls: crls?, ocsp })
    }
}

/// Runs a program that must succeed, and returns its output.
fn run(command: &mut Command, needs: &str) -> io::Result<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output();
    let output = output.map_err(|error| io::Error::other(format!("{needs}: {error}")))?;
    if !output.status.success() {
        let text = String::from_utf8_lossy(&output.stdout);
        return Err(io::Error::other(format!(
            "{needs}: {}\n{text}",
            output.status
        )));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

impl Judges {
    /// Compiles both programs.
    ///
    /// # Errors
    /// If a compiler or a library is missing; the error says which.
    pub fn new(tests: &Path, work: &Path) -> io::Result<Self> {
        fs::create_dir_all(work)?;
        let work = work.canonicalize()?;
        let openssl = work.join("openssl-judge");
        run(
            Command::new("cc")
                .args(["-O1", "-o"])
                .arg(&openssl)
                .arg(tests.join("differential/openssl/judge.c"))
                .arg("-lcrypto"),
            "a C compiler and OpenSSL's headers (libssl-dev)",
        )?;
        let path = work.join("classpath");
        run(
            Command::new("mvn")
                .current_dir(tests.join("differential/bouncy-castle"))
                .args(["-q", "-B", "compile"])
                .arg("org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath")
                .arg(format!("-Dmdep.outputFile={}", path.display())),
            "Maven and a JDK of 17 or newer (maven, openjdk-17-jdk)",
        )?;
        let classes = work.join("bouncy-castle/classes");
        let path = format!(
            "{}:{}",
            classes.display(),
            fs::read_to_string(&path)?.trim()
        );
        let java = ["-cp".to_owned(), path, "Judge".to_owned()];
        Ok(Self {
            openssl,
            java,
            work,
        })
    }

    /// Has both programs judge scenes, OpenSSL first. A scene's name is its place in the list.
    ///
    /// # Errors
    /// If files can't be written or a program fails.
    pub fn judge(&self, scenes: &[&Files]) -> io::Result<Vec<[Theirs; 2]>> {
        let folder = self.work.join("scenes");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        for (index, files) in scenes.iter().enumerate() {
            write(&folder.join(format!("{index:06}")), files)?;
        }
        let openssl = run(
            Command::new(&self.openssl).arg(&folder).arg(AT.to_string()),
            "OpenSSL's judgement",
        )?;
        let java = run(
            Command::new("java")
                .arg("-Dorg.bouncycastle.x509.enableCRLDP=false")
                .args(&self.java)
                .arg(&folder)
                .arg((AT * 1000).to_string()),
            "Bouncy Castle's judgement",
        )?;
        let (openssl, java) = (lines(&openssl), lines(&java));
        (0..scenes.len())
            .map(|index| {
                let of = |lines: &BTreeMap<usize, Theirs>| lines.get(&index).cloned();
                let both = of(&openssl).zip(of(&java)).map(|(one, other)| [one, other]);
                both.ok_or_else(|| io::Error::other(format!("scene {index} was not judged")))
            })
            .collect()
    }
}

/// The judgements, by the place of each scene.
fn lines(text: &str) -> BTreeMap<usize, Theirs> {
    text.lines()
        .filter_map(|line| {
            let (index, words) = line.split_once('\t')?;
            Some((index.parse().ok()?, Theirs::parse(words.split('\t'))?))
        })
        .collect()
}

/// Writes a scene's files into a folder.
///
/// # Errors
/// If that is not possible.
pub fn write(folder: &Path, files: &Files) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("root.der"), &files.root)?;
    fs::write(folder.join("end.der"), &files.end)?;
    for (kind, list) in [
        ("cert", &files.others),
        ("crl", &files.crls),
        ("ocsp", &files.ocsp),
    ] {
        for (index, octets) in list.iter().enumerate() {
            fs::write(folder.join(format!("{kind}-{index:02}.der")), octets)?;
        }
    }
    Ok(())
}
