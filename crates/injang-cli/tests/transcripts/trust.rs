//! `--trust` and `--certificate`: files and folders.

use crate::program::{AT, file, injang, pem, vector};
use std::path::Path;

fn ca(family: &str) -> Vec<u8> {
    std::fs::read(vector(&format!("{family}/ca.der"))).unwrap()
}

fn verify(trust: &[&str]) -> crate::program::Transcript {
    let document = vector("toss/attached/document.der");
    let mut arguments = vec!["verify", "--at", AT, "--revocation", "none", &document];
    for path in trust {
        arguments.extend(["--trust", path]);
    }
    injang(&arguments)
}

#[test]
fn files_and_folders() {
    let toss = pem("CERTIFICATE", &ca("toss"));
    let kakao = pem("CERTIFICATE", &ca("kakao"));
    let bundle = file(
        "trust/bundle.pem",
        format!("kakao\n{kakao}\ntoss\n{toss}").as_bytes(),
    );
    let other = file("trust/kakao.der", &ca("kakao"));
    file("trust/folder/b.pem", toss.as_bytes());
    let folder = file("trust/folder/a.der", &ca("kakao"));
    let folder = Path::new(&folder).parent().unwrap();
    // What is in a folder's folder does not count.
    file("trust/folder/below/broken.pem", b"nothing");
    let folder = folder.to_str().unwrap();
    assert_eq!(verify(&[&bundle]).status, 0);
    let run = verify(&[folder]);
    assert_eq!(run.status, 0);
    let note =
        "/trust/folder/below is a folder within a folder, which is not read; name it by itself\n";
    assert!(run.errors.ends_with(note), "{}", run.errors);
    assert_eq!(verify(&[&bundle, folder, &bundle]).status, 0);
    assert_eq!(verify(&[&other, &bundle]).status, 0);
    let run = verify(&[&other]);
    assert_eq!(run.status, 2);
    assert!(
        run.first()
            .starts_with("INDETERMINATE / NO_CERTIFICATE_CHAIN_FOUND")
    );
    run.has_not("No trust anchor was given");
}

#[test]
fn every_bad_file_is_named() {
    let good = vector("toss/ca.der");
    let toss = pem("CERTIFICATE", &ca("toss"));
    let key = format!("{toss}{}", pem("PRIVATE KEY", b"0"));
    let cases = [
        file("trust/empty.pem", b""),
        file("trust/text.pem", b"nothing"),
        file("trust/key.pem", key.as_bytes()),
        file("trust/cut.pem", &toss.as_bytes()[..toss.len() / 2]),
        file("trust/cut.der", &ca("toss")[..200]),
        file(
            "trust/inside.pem",
            pem("CERTIFICATE", b"0\x03\x02\x01\x01").as_bytes(),
        ),
        vector("toss/attached/document.der"),
        vector("toss/no-such-file.der"),
    ];
    for path in &cases {
        for trust in [&[good.as_str(), path][..], &[path]] {
            let run = verify(trust);
            assert_eq!((run.status, run.output.as_str()), (66, ""), "{path}");
            assert!(run.errors.contains(path.as_str()), "{}", run.errors);
        }
    }
    file("trust/mixed/good.pem", toss.as_bytes());
    let readme = file("trust/mixed/readme.txt", b"these are the authorities");
    let folder = Path::new(&readme)
        .parent()
        .unwrap()
        .to_str()
        .unwrap()
        .to_owned();
    let run = verify(&[&folder]);
    assert_eq!(run.status, 66);
    assert!(run.errors.contains("readme.txt"));

    let empty = Path::new(env!("CARGO_TARGET_TMPDIR")).join("trust/none");
    std::fs::create_dir_all(&empty).unwrap();
    let run = verify(&[empty.to_str().unwrap()]);
    assert_eq!(run.status, 66);
}

/// A document without certificates, and what its signer's certificate makes of it.
#[test]
fn certificates_that_the_document_lacks() {
    let ca = vector("supplied/ca.der");
    let document = vector("supplied/signer/document.der");
    let verify = |more: &[&str]| {
        let usual = ["verify", "--at", AT, "--revocation", "none", &document];
        injang(&[&usual, more].concat())
    };
    let run = verify(&["--trust", &ca]);
    assert_eq!(run.status, 2);
    assert!(
        run.first()
            .starts_with("INDETERMINATE / NO_SIGNING_CERTIFICATE_FOUND")
    );
    let signer = vector("supplied/signer/certificate-0.der");
    let run = verify(&["--trust", &ca, "--certificate", &signer]);
    assert_eq!(run.status, 0);
    run.has("supplied beside the document");
    let run = verify(&["--trust", &ca, "--certificate", &signer, "--format", "json"]);
    assert_eq!(run.json()["signers"][0]["certificate_source"], "caller");
    let folder = Path::new(&signer).parent().unwrap().to_str().unwrap();
    let run = verify(&["--trust", &ca, "--certificate", folder]);
    assert_eq!(run.status, 66);
    assert!(run.errors.contains("case.json"), "{}", run.errors);
    // An anchor is named by --trust alone.
    let run = verify(&["--certificate", &ca, "--certificate", &signer]);
    assert_eq!(run.status, 2);
    assert!(
        run.first()
            .starts_with("INDETERMINATE / NO_CERTIFICATE_CHAIN_FOUND")
    );
    run.has("No trust anchor was given");
}
