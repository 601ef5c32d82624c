//! The forms in which documents, certificates and evidence come, and what comes in their place.

use crate::authority::Authority;
use crate::program::{AT, assert_schema, file, injang, pem, vector};
use std::fmt::Write as _;
use std::path::Path;

pub(crate) fn base64(octets: &[u8]) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(octets)
}

pub(crate) fn hex(octets: &[u8]) -> String {
    octets.iter().fold(String::new(), |mut text, octet| {
        write!(text, "{octet:02X}").expect("a string");
        text
    })
}

/// One element in DER, of less than 64 KiB.
pub(crate) fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let length = u16::try_from(content.len()).unwrap().to_be_bytes();
    [&[tag, 0x82], &length[..], &content].concat()
}

/// A list of certificates as .p7b files have it: `SignedData` without signers (RFC 5652 5.1).
pub(crate) fn p7b(certificates: &[u8]) -> Vec<u8> {
    p7b_with(certificates, &[])
}

/// The same with CRLs.
pub(crate) fn p7b_with(certificates: &[u8], crls: &[u8]) -> Vec<u8> {
    let data = [6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 1];
    let signed_data = [6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2];
    let crls = if crls.is_empty() {
        Vec::new()
    } else {
        tlv(0xa1, &[crls])
    };
    let body = tlv(
        0x30,
        &[
            &[2, 1, 1, 0x31, 0],
            &[&[0x30, 11][..], &data].concat(),
            &tlv(0xa0, &[certificates]),
            &crls,
            &[0x31, 0],
        ],
    );
    // With minimal lengths it would be DER; .p7b files are BER more often than not.
    tlv(0x30, &[&signed_data, &tlv(0xa0, &[&body])])
}

/// Whatever a newcomer tries first by mistake has its name and its next step, in both languages.
#[test]
fn next_steps() {
    let document = std::fs::read(vector("toss/attached/document.der")).unwrap();
    let base64 = base64(&document);
    let utf16: Vec<u8> = base64.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let certificate = std::fs::read(vector("toss/ca.der")).unwrap();
    let two = [pem("PKCS7", &document), pem("PKCS7", &document)].concat();
    // As if each octet of DER were a character of ISO 8859-1.
    let characters: String = document.iter().copied().map(char::from).collect();
    let cases: [(&str, Vec<u8>, &str, &str); 20] = [
        (
            "yaml",
            format!("data: {base64}\n").into(),
            "behind a name, as in YAML",
            "Give only the value",
        ),
        (
            "characters",
            characters.into(),
            "DER that was saved as text",
            "fetch it again",
        ),
        (
            "form",
            base64.replace('+', " ").into(),
            "each + has become a blank",
            "tr ' ' +",
        ),
        (
            "separated",
            base64.replacen('M', "M\u{a0}", 1).into(),
            "other characters between its symbols",
            "tr -cd",
        ),
        (
            "hex-of-base64",
            base16ct::lower::encode_string(base64.as_bytes()).into(),
            "base64 or hex of base64",
            "xxd -r -p",
        ),
        (
            "certificate",
            certificate,
            "this is a certificate",
            "--trust",
        ),
        (
            "json",
            b"{\"a\": 1}".to_vec(),
            "this is a JSON document",
            "injang response",
        ),
        ("utf16", utf16, "this is text in UTF-16", "iconv"),
        (
            "quoted",
            format!("\"{base64}\"").into(),
            "in quotation marks",
            "jq -r",
        ),
        (
            "escaped",
            base64.replace('/', "\\/").into(),
            "escapes of a JSON string",
            "jq -r",
        ),
        (
            "url",
            base64.replace('+', "%2B").into(),
            "escapes of a URL",
            "%2B is +",
        ),
        (
            "twofold",
            self::base64(base64.as_bytes()).into(),
            "base64 or hex of base64",
            "base64 -d",
        ),
        (
            "html",
            b"<html></html>".to_vec(),
            "this is an HTML page",
            "error page",
        ),
        (
            "gzip",
            b"\x1f\x8b\x08\0".to_vec(),
            "this is a gzip file",
            "Unpack",
        ),
        (
            "jwt",
            b"eyJhbGciOiJub25lIn0.e30.c2ln".to_vec(),
            "JSON Web Token",
            "RFC 7515",
        ),
        (
            "mail",
            b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nhello".to_vec(),
            "this is a mail",
            "openssl smime -pk7out",
        ),
        (
            "key",
            pem("PRIVATE KEY", b"0\x0a\x02\x01\x00").into(),
            "this is a private key",
            "never needed",
        ),
        (
            "ocsp",
            b"0\x03\x0a\x01\x06".to_vec(),
            "this is an OCSP response",
            "--ocsp",
        ),
        (
            "several",
            two.into(),
            "more than one PEM block",
            "--certificate",
        ),
        ("text", b"hello".to_vec(), "neither ASN.1 nor", "PKCS#7"),
    ];
    for (name, octets, what, next) in cases {
        let path = file(&format!("unreadable/next-{name}"), &octets);
        let run = injang(&["verify", &path]);
        assert_eq!(run.status, 1, "{name}");
        run.has(what);
        run.has(next);
        let korean = injang(&["verify", "--lang", "ko", &path]);
        korean.has_not(what);
        if !matches!(name, "certificate" | "ocsp") {
            let run = injang(&["inspect", &path]);
            assert_eq!(run.status, 1, "{name}");
            assert!(
                run.errors.contains(what) && run.errors.contains(next),
                "{}",
                run.errors
            );
        }
    }
}

/// A signed document under the label of a certificate is verified and inspected, with a notice.
#[test]
fn a_label_that_differs() {
    let document = std::fs::read(vector("toss/attached/document.der")).unwrap();
    let path = file(
        "unreadable/certutil.pem",
        pem("CERTIFICATE", &document).as_bytes(),
    );
    let ca = vector("toss/ca.der");
    let verify = |more: &[&str]| {
        let usual = [
            "verify",
            "--at",
            AT,
            "--revocation",
            "none",
            "--trust",
            &ca,
            &path,
        ];
        injang(&[&usual, more].concat())
    };
    for profile in ["standard", "strict"] {
        let run = verify(&["--profile", profile]);
        assert_eq!(run.status, 0);
        run.has("finding pem-label-differs: ");
    }
    let json = verify(&["--format", "json"]).json();
    assert_eq!(json["findings"][0]["code"], "pem-label-differs");
    injang(&["inspect", &path]).has("finding pem-label-differs: ");
    let json = injang(&["inspect", "--format", "json", &path]).json();
    assert_eq!(json["findings"][0]["code"], "pem-label-differs");
    // The twin with its own label has no notice.
    let twin = file("unreadable/pkcs7.pem", pem("PKCS7", &document).as_bytes());
    injang(&["inspect", &twin]).has_not("pem-label-differs");
}

/// Whom to trust, and the certificates in between, in every form.
#[test]
fn certificates_in_every_form() {
    let document = vector("toss/attached/document.der");
    let ca = std::fs::read(vector("toss/ca.der")).unwrap();
    let other = std::fs::read(vector("kakao/ca.der")).unwrap();
    let list = p7b(&[&other[..], &ca].concat());
    let forms: [(&str, Vec<u8>); 8] = [
        ("der", ca.clone()),
        ("base64", base64(&ca).into()),
        ("hex", hex(&ca).into()),
        ("pem", pem("CERTIFICATE", &ca).into()),
        ("p7b-der", list.clone()),
        ("p7b-pem", pem("PKCS7", &list).into()),
        ("p7b-base64", base64(&list).into()),
        // certutil -encode
        ("p7b-certutil", pem("CERTIFICATE", &list).into()),
    ];
    for (name, octets) in forms {
        let path = file(&format!("inputs/certificates/{name}"), &octets);
        let usual = ["verify", "--at", AT, "--revocation", "none", &document];
        let run = injang(&[&usual[..], &["--trust", &path]].concat());
        assert_eq!(run.status, 0, "{name}: {}{}", run.output, run.errors);
        for option in ["--intermediate", "--certificate", "--ocsp-responder"] {
            let run = injang(&[&usual[..], &[option, &path]].concat());
            assert_eq!(run.status, 2, "{option} {name}: {}", run.errors);
        }
    }
    // A signed document brings certificates, and nobody vouches for them.
    let empty = p7b(&[]);
    let cases: [(&str, Vec<u8>, &str); 5] = [
        (
            "document.p7m",
            std::fs::read(&document).unwrap(),
            "a signed document",
        ),
        ("empty.p7b", empty, "no certificate in it"),
        (
            "unread.p7b",
            p7b(&[0x30, 3, 2, 1, 1]),
            "one of which can't be read",
        ),
        ("request.der", request(), "a certificate request"),
        (
            "quoted.txt",
            format!("\"{}\"", base64(&ca)).into(),
            "quotation marks",
        ),
    ];
    for (name, octets, sentence) in cases {
        let path = file(&format!("inputs/refused/{name}"), &octets);
        for option in [
            "--trust",
            "--intermediate",
            "--certificate",
            "--ocsp-responder",
        ] {
            refuses(option, &path, &document, &[name, sentence]);
        }
    }
}

/// Holds that an option does not take a file, and that what is said has all of this in it.
pub(crate) fn refuses(option: &str, path: &str, document: &str, said: &[&str]) {
    let run = injang(&["verify", option, path, document]);
    let outcome = (run.status, run.output.as_str());
    assert_eq!(outcome, (66, ""), "{option} {path}");
    for part in said {
        assert!(run.errors.contains(part), "{option} {}", run.errors);
    }
}

/// The first fields of a request for a certificate.
fn request() -> Vec<u8> {
    let body = tlv(0x30, &[&[2, 1, 0, 0x30, 0, 0x30, 0, 0xa0, 0]]);
    tlv(0x30, &[&body, &[0x30, 3, 6, 1, 0x2a], &[3, 1, 0]])
}

/// A list of certificates is still a document for `inspect`.
#[test]
fn a_list_is_inspected() {
    let ca = std::fs::read(vector("toss/ca.der")).unwrap();
    let list = file("inputs/inspected.p7b", pem("PKCS7", &p7b(&ca)).as_bytes());
    let run = injang(&["inspect", &list]);
    assert_eq!(run.status, 0, "{}", run.errors);
    run.has("Certificate 0");
    let bare = file("inputs/inspected.b64", base64(&ca).as_bytes());
    let run = injang(&["inspect", &bare]);
    assert_eq!(run.status, 0, "{}", run.errors);
    run.has("Certificate 0");
}

/// Evidence in every form passes as it does in DER.
#[test]
fn evidence_in_every_form() {
    let Some(authority) = Authority::get() else {
        return;
    };
    let octets = |name: &str| std::fs::read(authority.file(name)).unwrap();
    let root = authority.file("root.der");
    let document = authority.file("document.der");
    let middle = authority.file("intermediate.der");
    for (name, list) in [
        ("base64", base64(&octets("root-list.crl")).into_bytes()),
        ("hex", hex(&octets("root-list.crl")).into_bytes()),
        (
            "pem",
            pem("X509 CRL", &octets("root-list.crl")).into_bytes(),
        ),
    ] {
        let list = file(&format!("inputs/evidence/{name}.crl"), &list);
        let response = file(
            &format!("inputs/evidence/{name}.ocsp"),
            base64(&octets("good.ocsp")).as_bytes(),
        );
        let run = injang(&[
            "verify",
            "--at",
            AT,
            "--trust",
            &root,
            "--intermediate",
            &middle,
            "--crl",
            &list,
            "--ocsp",
            &response,
            &document,
        ]);
        assert_eq!(run.status, 0, "{name}: {}{}", run.output, run.errors);
    }
}

/// In a folder of evidence, what can't be read is named and left out; by itself it stops the run,
/// and so does a file in a folder of authorities.
#[test]
fn unreadable_files_of_folders() {
    let Some(authority) = Authority::get() else {
        return;
    };
    let octets = |name: &str| std::fs::read(authority.file(name)).unwrap();
    file("inputs/store/a.crl", &octets("good.crl"));
    file("inputs/store/b.crl", &octets("root-list.crl"));
    let cut = file("inputs/store/cut.crl", &octets("good.crl")[..60]);
    file("inputs/store/readme.txt", b"these are the lists");
    file("inputs/store/root.der", &octets("root.der"));
    let store = Path::new(&cut).parent().unwrap().to_str().unwrap();
    #[cfg(unix)]
    {
        let link = Path::new(store).join("gone.crl");
        let _ = std::fs::remove_file(&link);
        std::os::unix::fs::symlink("nowhere", link).unwrap();
    }
    let middle = [("--intermediate", "intermediate.der")];
    let run = authority.verify(&middle, &["--crl", store]);
    assert_eq!(run.status, 0, "{}{}", run.output, run.errors);
    run.has("Files that can't be read and were left out");
    for name in ["cut.crl", "readme.txt", "root.der"] {
        run.has(&format!("inputs/store/{name} is not a file of CRLs"));
    }
    run.has_not("a.crl");
    let json = authority
        .verify(&middle, &["--crl", store, "--format", "json"])
        .json();
    assert_schema("report", &json);
    let files = json["unreadable_files"].as_array().unwrap();
    assert_eq!(files.len(), if cfg!(unix) { 4 } else { 3 });
    assert!(
        files[0]["file"]
            .as_str()
            .unwrap()
            .ends_with("inputs/store/cut.crl")
    );
    let korean = authority.verify(&middle, &["--crl", store, "--lang", "ko"]);
    korean.has("읽을 수 없어 제외한 파일");
    // By itself.
    let run = authority.verify(&middle, &["--crl", store, "--crl", &cut]);
    assert_eq!((run.status, run.output.as_str()), (66, ""));
    assert!(run.errors.contains("cut.crl"), "{}", run.errors);
    // Where it is trust.
    for option in [
        "--trust",
        "--intermediate",
        "--certificate",
        "--ocsp-responder",
    ] {
        let run = authority.verify(&middle, &[option, store]);
        assert_eq!((run.status, run.output.as_str()), (66, ""), "{option}");
    }
    // Without a bad file nothing is said.
    let run = authority.verify(
        &middle,
        &["--crl", &authority.file("good.crl"), "--format", "json"],
    );
    assert!(run.json().get("unreadable_files").is_none());
}
