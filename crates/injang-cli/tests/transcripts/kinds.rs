//! Files of other kinds than an option takes, and lists (.p7b) that hold more than it takes.

use crate::authority::Authority;
use crate::inputs::{hex, p7b, p7b_with, refuses, tlv};
use crate::program::{AT, file, injang, pem, vector};

/// Whatever is no such file has its name, its place where it has one, and its next step, for every
/// option and in both languages.
#[test]
fn other_kinds_for_every_option() {
    let document = vector("toss/attached/document.der");
    let ca = std::fs::read(vector("toss/ca.der")).unwrap();
    let end = ca.len();
    let digits = hex(&ca);
    let pairs: Vec<&str> = (0..digits.len())
        .step_by(2)
        .map(|at| &digits[at..at + 2])
        .collect();
    let own = pem("CERTIFICATE", &ca);
    let headers = own.replacen("-----\n", "-----\nComment: mine\n", 1);
    let broken = own.replacen('M', "*", 1);
    let message = |number: u8| {
        let oid = [6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, number];
        tlv(0x30, &[&oid, &tlv(0xa0, &[&[0x30, 0]])])
    };
    let set: &[u8] = &[0x31, 0];
    let content_type = [0x30, 11, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 1];
    let bare = tlv(0x30, &[&[2, 1, 1], set, &content_type, set]);
    let behind = format!("another structure begins after the first, at byte {end}");
    let left = format!("octets are left over after the structure, at byte {end}");
    let cases: Vec<(&str, Vec<u8>, &str, &str)> = vec![
        (
            "headers.pem",
            headers.into(),
            "header lines (RFC 1421), at byte 28",
            "Delete the lines",
        ),
        (
            "broken.pem",
            broken.into(),
            "not base64, at byte 0",
            "Fetch it again",
        ),
        (
            "cut.pem",
            own.as_bytes()[..99].into(),
            "without an end line of the same label, at byte 0",
            "Fetch it again",
        ),
        (
            "colons.hex",
            pairs.join(":").into(),
            "hex with other characters",
            "nothing but hex digits",
        ),
        (
            "0x.hex",
            format!("0x{}", pairs.join(", 0x")).into(),
            "hex with other characters",
            "nothing but hex digits",
        ),
        (
            "dump.txt",
            format!("00000000: {}", pairs.join(" ")).into(),
            "a hex dump",
            "xxd -r",
        ),
        (
            "escaped.pem",
            own.replace('\n', "\\n").into(),
            "escapes of a JSON string",
            "jq -r",
        ),
        (
            "mark.der",
            [&b"\xef\xbb\xbf"[..], &ca].concat(),
            "saved as text",
            "fetch it again",
        ),
        (
            "two.der",
            [&ca[..], &ca].concat(),
            &behind,
            "into a file of its own",
        ),
        ("left.der", [&ca[..], b"x"].concat(), &left, "Cut them off"),
        (
            "bare.der",
            bare,
            "SignedData without the ContentInfo",
            "RFC 5652 3",
        ),
        (
            "enveloped.der",
            message(3),
            "an encrypted CMS message",
            "Give the file",
        ),
        (
            "digested.der",
            message(5),
            "another type than SignedData",
            "DER, PEM",
        ),
        (
            "key.pem",
            pem("PRIVATE KEY", b"0").into(),
            "a private key",
            "never needed",
        ),
        ("pdf", b"%PDF-1.7\n".to_vec(), "a PDF file", "Give the file"),
        ("json", b"{}".to_vec(), "a JSON document", "Give the file"),
        (
            "html",
            b"<html></html>".to_vec(),
            "an HTML page",
            "fetch the file again",
        ),
        (
            "jks",
            b"\xfe\xed\xfe\xed\0\0\0\x02".to_vec(),
            "a Java key store",
            "keytool",
        ),
        (
            "pgp.asc",
            pem("PGP SIGNATURE", b"0")
                .replace("MA", "A: b\n\nMA")
                .into(),
            "an OpenPGP file",
            "Give the file",
        ),
        (
            "print.txt",
            b"Certificate:\n    Data:\n".to_vec(),
            "a printout",
            "that was printed",
        ),
    ];
    for (name, octets, what, next) in cases {
        let path = file(&format!("inputs/kinds/{name}"), &octets);
        for option in [
            "--trust",
            "--intermediate",
            "--certificate",
            "--ocsp-responder",
            "--crl",
            "--ocsp",
        ] {
            refuses(option, &path, &document, &[name, what, next]);
            let korean = injang(&["verify", "--lang", "ko", option, &path, &document]);
            assert!(!korean.errors.contains(what), "{}", korean.errors);
        }
        // For what is inspected there is a next step as well.
        let run = injang(&["inspect", &path]);
        assert_eq!(run.status, 1, "{name}");
        assert!(
            run.errors.matches(". ").count() > 0,
            "{name}: {}",
            run.errors
        );
    }
    // Twins: line ends lost, and digits with blanks, are read.
    for (name, octets) in [
        ("one-line.pem", own.replace('\n', " ")),
        ("blanks.hex", pairs.join(" ")),
    ] {
        let path = file(&format!("inputs/kinds/{name}"), octets.as_bytes());
        let run = injang(&[
            "verify",
            "--at",
            AT,
            "--revocation",
            "none",
            "--trust",
            &path,
            &document,
        ]);
        assert_eq!(run.status, 0, "{name}: {}{}", run.output, run.errors);
    }
}

/// A document in the same clothes has the same names and next steps.
#[test]
fn other_kinds_of_documents() {
    let document = std::fs::read(vector("toss/attached/document.der")).unwrap();
    let digits = hex(&document);
    let pairs: Vec<&str> = (0..digits.len())
        .step_by(2)
        .map(|at| &digits[at..at + 2])
        .collect();
    let own = pem("PKCS7", &document);
    let end = format!("octets are left over at byte {}", document.len());
    let cases: [(&str, Vec<u8>, &str, &str); 6] = [
        (
            "headers",
            own.replacen("-----\n", "-----\nProc-Type: 4,CLEAR\n\n", 1)
                .into(),
            "header lines (RFC 1421), not a signed document at byte 22",
            "Delete the lines",
        ),
        (
            "colons",
            pairs.join(":").into(),
            "hex with other characters",
            "nothing but hex digits",
        ),
        (
            "two",
            [&document[..], &document].concat(),
            &end,
            "Two files may have been joined",
        ),
        (
            "cut",
            document[..99].into(),
            "longer than what is left",
            "cut off",
        ),
        (
            "data",
            tlv(
                0x30,
                &[
                    &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 1],
                    &tlv(0xa0, &[&[4, 0]]),
                ],
            ),
            "other than signedData",
            "it may be inside this message",
        ),
        (
            "list",
            p7b(&std::fs::read(vector("toss/ca.der")).unwrap()),
            "the document has no signer",
            "give it as certificates or as revocation data (--trust, --intermediate, --crl)",
        ),
    ];
    for (name, octets, what, next) in cases {
        let path = file(&format!("inputs/documents/{name}"), &octets);
        let run = injang(&["verify", &path]);
        assert_eq!(run.status, 1, "{name}");
        run.has(what);
        run.has(next);
        injang(&["verify", "--lang", "ko", &path]).has_not(next);
    }
}

/// A list of certificates and CRLs is read for both, and what an option leaves of it is said.
#[test]
fn lists_with_crls() {
    let Some(authority) = Authority::get() else {
        return;
    };
    let octets = |name: &str| std::fs::read(authority.file(name)).unwrap();
    let (middle, crl, root_list) = (
        octets("intermediate.der"),
        octets("good.crl"),
        octets("root-list.crl"),
    );
    let list = file(
        "inputs/lists/both.p7b",
        &p7b_with(&middle, &[&crl[..], &root_list].concat()),
    );
    let lists = file(
        "inputs/lists/crls.p7b",
        &p7b_with(&[], &[&crl[..], &root_list].concat()),
    );
    let verify = |more: &[&str]| authority.verify(&[], more);
    let run = verify(&["--intermediate", &list, "--crl", &list]);
    assert_eq!((run.status, run.errors.as_str()), (0, ""), "{}", run.output);
    let run = authority.verify(
        &[("--intermediate", "intermediate.der")],
        &["--crl", &lists],
    );
    assert_eq!((run.status, run.errors.as_str()), (0, ""), "{}", run.output);
    // Half of it.
    let run = verify(&["--intermediate", &list]);
    assert_eq!(run.status, 2, "{}", run.output);
    assert!(
        run.errors.contains(
            "both.p7b also has CRLs or OCSP responses (2), which are not used; name it with --crl"
        ),
        "{}",
        run.errors
    );
    let run = verify(&["--crl", &list, "--lang", "ko"]);
    assert!(
        run.errors
            .contains("인증서도 1개 있으며 사용하지 않았습니다"),
        "{}",
        run.errors
    );
    // A revocation in a list counts.
    let revoked = file(
        "inputs/lists/revoked.p7b",
        &p7b_with(&[], &[&octets("revoked.crl")[..], &root_list].concat()),
    );
    let run = authority.verify(
        &[("--intermediate", "intermediate.der")],
        &["--crl", &revoked],
    );
    assert_eq!(run.status, 1);
    assert!(run.first().starts_with("TOTAL-FAILED / REVOKED"));
    // CRLs are no certificates.
    let run = verify(&["--intermediate", &lists]);
    assert_eq!(run.status, 66);
    assert!(
        run.errors
            .contains("a list of CRLs (.p7b) without a certificate"),
        "{}",
        run.errors
    );
}
