//! `--crl` and `--ocsp`: files, folders, and what comes of them.

use crate::authority::{Authority, GOOD, with};
use crate::program::{assert_schema, file, injang, vector};
use std::path::Path;

/// What is wrong with the evidence about the signer, and what comes of it.
#[rustfmt::skip]
const OUTCOMES: &[(&str, &str, i32, &str, &str)] = &[
    ("--crl", "good.crl", 0, "TOTAL-PASSED: ", "revocation data: CRL (number 0c) of 2026-03-01T00:00:00Z (2026-03-01 09:00:00 KST), next due 2026-03-08T00:00:00Z (2026-03-08 09:00:00 KST)"),
    ("--crl", "good.pem", 0, "TOTAL-PASSED: ", "revocation data: CRL (number 0c) of "),
    // Told apart by what is in it.
    ("--ocsp", "good.crl", 0, "TOTAL-PASSED: ", "revocation data: CRL (number 0c) of "),
    ("--crl", "good.ocsp", 0, "TOTAL-PASSED: ", "revocation data: OCSP response (produced at "),
    ("--ocsp", "good.ocsp", 0, "TOTAL-PASSED: ", "revocation data: OCSP response (produced at "),
    ("--crl", "root-list.crl", 2, "INDETERMINATE / TRY_LATER: ", "None of the CRLs and OCSP responses is about this certificate: 1 was given"),
    ("--crl", "stale.crl", 2, "INDETERMINATE / TRY_LATER: ", "give the time of its receipt as the time of validation (--at)"),
    ("--crl", "elsewhere.crl", 2, "INDETERMINATE / TRY_LATER: ", "does not cover this certificate"),
    ("--crl", "revoked.crl", 1, "TOTAL-FAILED / REVOKED: ", "certificate 0 of the path: the certificate was revoked at 2026-03-01T12:00:00Z (2026-03-01 21:00:00 KST) (keyCompromise)"),
    ("--ocsp", "revoked.ocsp", 1, "TOTAL-FAILED / REVOKED: ", "revoked at 2026-03-01T12:00:00Z (2026-03-01 21:00:00 KST) (keyCompromise)"),
    ("--crl", "revoked-later.crl", 0, "TOTAL-PASSED: ", "! finding revoked-later: "),
];

#[test]
fn what_evidence_says() {
    let Some(authority) = Authority::get() else {
        return;
    };
    for (option, name, status, first, line) in OUTCOMES {
        let run = authority.verify(&with(option, name), &[]);
        assert_eq!((run.status, run.errors.as_str()), (*status, ""), "{name}");
        assert!(run.first().starts_with(first), "{name}: {}", run.first());
        run.has(line);
        let korean = authority.verify(&with(option, name), &["--lang", "ko"]);
        assert_eq!(korean.status, *status, "{name}");
        korean.has_not("evidence");
        korean.has_not("Name ");
        let json = authority.verify(&with(option, name), &["--format", "json"]);
        assert_eq!(json.status, *status, "{name}");
        assert_schema("report", &json.json());
        // Whose signature it is stays out of what is said about the path.
        for run in [&run, &korean, &json] {
            run.has_not("Test Signer");
        }
    }
    // A flipped bit of the signature, which stands at the end.
    let mut forged = std::fs::read(authority.file("good.crl")).unwrap();
    *forged.last_mut().unwrap() ^= 1;
    let forged = file("evidence/forged.crl", &forged);
    let run = authority.verify(&[GOOD[0], GOOD[2]], &["--crl", &forged]);
    assert_eq!(run.status, 2);
    run.has("certificate 0 of the path: ");
    run.has("fetch another CRL or OCSP response from the authority that issued the certificate");
}

/// Every piece is listed, and why it was not used.
#[test]
fn what_was_not_used_says_why() {
    let Some(authority) = Authority::get() else {
        return;
    };
    let files = with("--crl", "stale.crl");
    let run = authority.verify(&files, &[]);
    run.has("\nRevocation data that was not used\n  – CRL (number 0b) of 2026-02-01T00:00:00Z ");
    authority
        .verify(&files, &["--lang", "ko"])
        .has("\n사용하지 않은 폐지 정보\n  – CRL (번호 0b), 2026-02-01T00:00:00Z ");
    let json = authority.verify(&files, &["--format", "json"]).json();
    let pieces = json["revocation_data"].as_array().unwrap();
    let unused: Vec<_> = pieces.iter().filter(|it| it["used"] == false).collect();
    assert_eq!((pieces.len(), unused.len()), (2, 1));
    assert_eq!(unused[0]["reason"], "evidence-stale");
    assert_eq!(unused[0]["number"], "0b");
    // Its twin uses both.
    let run = authority.verify(&GOOD, &[]);
    run.has_not("Revocation data that was not used");
    let json = authority.verify(&GOOD, &["--format", "json"]).json();
    let pieces = json["revocation_data"].as_array().unwrap();
    assert!(pieces.iter().all(|it| it["used"] == true) && pieces.len() == 2);
    assert_eq!(json["revocation_data_elsewhere"], 0);
}

/// A revocation of later is told with certificate, date, reason and source.
#[test]
fn revoked_later() {
    let Some(authority) = Authority::get() else {
        return;
    };
    let files = with("--crl", "revoked-later.crl");
    let run = authority.verify(&files, &[]);
    run.has("  ! finding revoked-later: ");
    // In a few lines too: that it passes says nothing of what came later.
    let brief = authority.verify(&files, &["--format", "brief"]);
    assert_eq!(brief.status, 0);
    brief.has("finding revoked-later: ");
    run.has(
        "    certificate 0 of the path: revoked at 2026-04-01T12:00:00Z (2026-04-01 21:00:00 KST) (keyCompromise)\n",
    );
    run.has("      says: CRL (number 0f) of 2026-04-02T00:00:00Z ");
    authority
        .verify(&files, &["--lang", "ko"])
        .has("    경로의 0번 인증서: 2026-04-01T12:00:00Z (2026-04-01 21:00:00 KST)에 폐지됨 (keyCompromise)\n");
    let json = authority.verify(&files, &["--format", "json"]).json();
    let revoked = &json["signers"][0]["revoked_later"];
    assert_eq!(revoked.as_array().unwrap().len(), 1);
    assert_eq!(revoked[0]["position"], 0);
    assert_eq!(revoked[0]["revoked_at"], "2026-04-01T12:00:00Z");
    assert_eq!(revoked[0]["reason"], "keyCompromise");
    assert_eq!(revoked[0]["source"]["number"], "0f");
    // Its twin has nothing of later.
    let good = authority.verify(&GOOD, &["--format", "json"]).json();
    assert!(
        good["signers"][0]["revoked_later"]
            .as_array()
            .unwrap()
            .is_empty()
    );
}

/// The time decides which evidence is fresh, and nothing else changes.
#[test]
fn time_decides() {
    let Some(authority) = Authority::get() else {
        return;
    };
    let lists = [
        GOOD[0],
        GOOD[1],
        GOOD[2],
        ("--crl", "stale.crl"),
        ("--crl", "revoked-later.crl"),
    ];
    for (at, status) in [
        ("2026-02-20T00:00:00Z", 0),
        ("2026-04-01T11:59:59Z", 0),
        ("2026-04-01T12:00:00Z", 1),
        ("2026-04-03T00:00:00Z", 1),
    ] {
        let run = authority.verify(&lists, &["--at", at, "--format", "json"]);
        let json = run.json();
        let steps = &json["signers"][0]["path_certificates"];
        let outcome = &steps[0]["checks"][3]["outcome"];
        let expected = if status == 0 { "passed" } else { "failed" };
        assert_eq!(outcome, expected, "{at}");
    }
}

#[test]
fn revocation_is_not_checked_unless_asked() {
    let Some(authority) = Authority::get() else {
        return;
    };
    let run = authority.verify(&with("--crl", "revoked.crl"), &["--revocation", "none"]);
    assert_eq!(run.status, 0);
    run.has("– revocation: not checked");
    run.has_not("revocation data:");
}

#[test]
fn folders_and_duplicates() {
    let Some(authority) = Authority::get() else {
        return;
    };
    let octets = |name: &str| std::fs::read(authority.file(name)).unwrap();
    let once = authority.verify(&GOOD, &[]).output;
    // Of a run before this one, which ends with it.
    let _ = std::fs::remove_dir_all(Path::new(env!("CARGO_TARGET_TMPDIR")).join("evidence/store"));
    for (name, from) in [
        ("a.crl", "good.crl"),
        ("b.pem", "good.pem"),
        ("c.crl", "root-list.crl"),
        ("d.crl", "root-list.crl"),
    ] {
        file(&format!("evidence/store/{name}"), &octets(from));
    }
    let bundle = [octets("good.pem"), octets("root-list.pem")].concat();
    let bundle = file("evidence/store/e.pem", &bundle);
    // What is in a folder's folder does not count.
    file("evidence/store/below/broken.crl", b"nothing");
    let store = Path::new(&bundle).parent().unwrap().to_str().unwrap();
    for more in [
        &["--crl", store][..],
        &["--ocsp", store, "--crl", store, "--crl", &bundle],
    ] {
        let run = authority.verify(&[GOOD[0], GOOD[0]], more);
        assert_eq!((run.status, &run.output), (0, &once), "{more:?}");
    }
    // A mixed store of both kinds.
    file("evidence/store/f.ocsp", &octets("good.ocsp"));
    assert_eq!(authority.verify(&[GOOD[0]], &["--ocsp", store]).status, 0);
}

/// So many pieces that none of them may cost more than a look.
#[test]
fn a_large_folder() {
    let Some(authority) = Authority::get() else {
        return;
    };
    let good = std::fs::read(authority.file("good.crl")).unwrap();
    let mut path = String::new();
    for number in 0..2000_u16 {
        let mut octets = good.clone();
        let length = octets.len();
        octets[length - 2..].copy_from_slice(&number.to_be_bytes());
        path = file(&format!("evidence/large/{number}.crl"), &octets);
    }
    let folder = Path::new(&path).parent().unwrap().to_str().unwrap();
    let run = authority.verify(&GOOD, &["--crl", folder]);
    assert_eq!(run.status, 0, "{}", run.first());
}

#[test]
fn every_bad_file_is_named() {
    let document = vector("toss/attached/document.der");
    let ca = vector("toss/ca.der");
    let octets = std::fs::read(&ca).unwrap();
    let certificate = file(
        "evidence/ca.pem",
        crate::program::pem("CERTIFICATE", &octets).as_bytes(),
    );
    let label = crate::program::pem("X509 CRL", &octets);
    let inside = crate::program::pem("X509 CRL", b"0\x03\x02\x01\x01");
    let key = crate::program::pem("PRIVATE KEY", b"0");
    let belongs = "(--trust, --intermediate, --certificate)";
    let cases = [
        (ca, belongs),
        (certificate, belongs),
        // A label says nothing.
        (file("evidence/label.pem", label.as_bytes()), belongs),
        (
            file("evidence/empty.crl", b""),
            "neither a CRL nor an OCSP response in it",
        ),
        (
            file("evidence/text.crl", b"nothing"),
            "neither a CRL nor an OCSP response in it",
        ),
        (file("evidence/key.pem", key.as_bytes()), "a private key"),
        (
            file("evidence/cut.pem", &inside.as_bytes()[..30]),
            "a PEM block without an end line of the same label, at byte 0",
        ),
        (
            file("evidence/inside.pem", inside.as_bytes()),
            "unexpected tag 0x02 where 0x30 belongs",
        ),
        (
            file("evidence/status.ocsp", b"0\x03\x0a\x01\x04"),
            "(OCSPResponseStatus)",
        ),
        (document.clone(), "a signed document"),
        (vector("toss/no-such-file.crl"), "no such file"),
    ];
    for (path, sentence) in &cases {
        for option in ["--crl", "--ocsp"] {
            let run = injang(&["verify", option, path, &document]);
            assert_eq!((run.status, run.output.as_str()), (66, ""), "{path}");
            assert!(run.errors.contains(path.as_str()), "{}", run.errors);
            assert!(run.errors.contains(sentence), "{path}: {}", run.errors);
            let korean = injang(&["verify", "--lang", "ko", option, path, &document]);
            assert_eq!(korean.status, 66);
            assert!(
                !korean.errors.contains(sentence) || sentence.starts_with('('),
                "{}",
                korean.errors
            );
        }
    }
    let empty = Path::new(env!("CARGO_TARGET_TMPDIR")).join("evidence/none");
    std::fs::create_dir_all(&empty).unwrap();
    let run = injang(&["verify", "--crl", empty.to_str().unwrap(), &document]);
    assert_eq!(run.status, 66);
    assert!(
        run.errors.contains("evidence/none is not a file of CRLs"),
        "{}",
        run.errors
    );
}

/// Evidence where certificates belong: the error says where it belongs.
#[test]
fn evidence_in_place_of_certificates() {
    let Some(authority) = Authority::get() else {
        return;
    };
    let document = vector("toss/attached/document.der");
    for option in ["--trust", "--intermediate", "--certificate"] {
        for (name, sentence) in [
            (
                "good.crl",
                "there is a CRL in it. Give it as revocation data (--crl)",
            ),
            (
                "good.pem",
                "there is a CRL in it. Give it as revocation data (--crl)",
            ),
            (
                "good.ocsp",
                "there is an OCSP response in it. Give it as revocation data (--ocsp)",
            ),
        ] {
            let run = injang(&["verify", option, &authority.file(name), &document]);
            assert_eq!(
                (run.status, run.output.as_str()),
                (66, ""),
                "{option} {name}"
            );
            assert!(
                run.errors.contains(name) && run.errors.contains(sentence),
                "{}",
                run.errors
            );
        }
    }
    // A folder that somebody keeps everything in is no folder of authorities.
    let octets = |name: &str| std::fs::read(authority.file(name)).unwrap();
    file("evidence/mixed/a.der", &octets("root.der"));
    let path = file("evidence/mixed/b.crl", &octets("good.crl"));
    let folder = Path::new(&path).parent().unwrap().to_str().unwrap();
    let run = injang(&["verify", "--trust", folder, &document]);
    assert_eq!(run.status, 66);
    assert!(
        run.errors.contains("evidence/mixed/b.crl "),
        "{}",
        run.errors
    );
    // As a folder of evidence it is one, less what is none.
    let run = injang(&["verify", "--crl", folder, &document]);
    assert_eq!(run.status, 2);
    run.has("evidence/mixed/a.der is not a file of CRLs");
}
