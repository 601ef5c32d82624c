//! Arguments that make no sense, help and version.

use crate::program::injang;

/// What is typed, and what is said about it.
#[rustfmt::skip]
const MISTAKES: &[(&str, &str)] = &[
    ("nothing", "there is no such command"),
    ("verify", "missing: <FILE>"),
    ("inspect", "missing: <FILE>"),
    ("verify a b", "an argument too many"),
    ("verify a --anchor b", "there is no option --anchor"),
    ("verify a -x", "there is no such option"),
    ("verify a --trust", "--trust <PATH> needs a value"),
    ("verify a --at yesterday", "--at <RFC3339>: not an RFC 3339 time"),
    ("verify a --at 2026-03-02", "--at <RFC3339>: not an RFC 3339 time"),
    ("verify a --revocation maybe", "takes one of: require, none"),
    ("verify a --intermediate", "--intermediate <PATH> needs a value"),
    ("verify a --crl", "--crl <PATH> needs a value"),
    ("verify a --ocsp", "--ocsp <PATH> needs a value"),
    ("verify a --policy-oid 1.2.410.", "--policy-oid <OID>: an OBJECT IDENTIFIER in dotted form"),
    ("verify a --policy-oid 3.1", "--policy-oid <OID>: an OBJECT IDENTIFIER in dotted form"),
    ("verify a --policy-oid anyPolicy", "--policy-oid <OID>: an OBJECT IDENTIFIER in dotted form"),
    ("verify a --signer-policy 1", "--signer-policy <OID>: an OBJECT IDENTIFIER in dotted form"),
    ("verify a --purpose emailProtection", "--purpose <OID>: an OBJECT IDENTIFIER in dotted form"),
    ("verify a --purpose 1.2 --purpose 1.3", "--purpose <OID> stands more than once"),
    ("verify a --explicit-policy maybe", "takes one of: yes, no"),
    ("verify a --explicit-policy", "takes one of: yes, no"),
    ("verify a --inhibit-any-policy=yes", "--inhibit-any-policy takes no value"),
    ("verify a --profile lax", "takes one of: standard, strict"),
    ("verify a --sign-type MESSAGE", "takes one of: message, signed-attribute"),
    ("verify a --format xml", "takes one of: text, brief, json"),
    ("inspect a --format brief", "takes one of: text, json"),
    ("verify a --lang fr", "takes one of: en, ko"),
    ("verify a --digest md5:00", "--digest <ALG:VALUE>: the algorithm must be one of sha1,"),
    ("verify a --digest sha1:00", "sha1 has 20 octets: 40 hex digits, or base64"),
    ("verify a --digest 00", "--digest <ALG:VALUE>: an algorithm, a colon"),
    ("verify a --content b --digest sha1:2jmj7l5rSw0yVb/vlWAYkK/YBwk=", "exclude each other"),
    ("verify a --ci-file b", "missing: --vid <TEXT>"),
    ("verify a --vid b", "missing: --ci-file <FILE>"),
    ("verify a --vid-layout ci-serial", "missing: "),
    ("verify a --signer 0", "missing: "),
    ("verify a --ci-file b --vid c --signer first", "--signer <N>: "),
    ("verify a --ci-file b --vid c --vid-layout all", "takes one of: ci-serial,"),
    ("verify - --ci-file - --vid c", "can't both come from standard input"),
    ("vid --ci-file a", "missing: "),
    ("vid --serial 00", "missing: --ci-file <FILE>"),
    ("vid --ci-file a --serial 00 --cert b", "exclude each other"),
    ("vid --ci-file a --serial 00 --layout none", "takes one of: ci-serial,"),
    ("vid --ci-file a --serial 00 --encoding text", "takes one of: base64, base64url, hex"),
];

#[test]
fn mistakes_are_64() {
    for (typed, sentence) in MISTAKES {
        let arguments: Vec<&str> = typed.split(' ').collect();
        let run = injang(&arguments);
        assert_eq!((run.status, run.output.as_str()), (64, ""), "{typed}");
        assert!(run.errors.contains(sentence), "{typed}: {}", run.errors);
    }
    for (typed, help) in [
        ("nothing", "; see injang --help\n"),
        ("verify", "; see injang verify --help\n"),
        ("inspect", "; see injang inspect --help\n"),
        ("vid", "; see injang vid --help\n"),
        ("response a", "; see injang response --help\n"),
    ] {
        let arguments: Vec<&str> = typed.split(' ').collect();
        let run = injang(&arguments);
        assert!(run.errors.ends_with(help), "{typed}: {}", run.errors);
    }
    let run = injang(&[]);
    assert_eq!((run.status, run.output.as_str()), (64, ""));
    assert!(run.errors.contains("Usage: injang"));
}

#[test]
fn help_and_version_are_0() {
    for arguments in [
        &["--help"][..],
        &["-h"],
        &["help"],
        &["verify", "--help"],
        &["inspect", "-h"],
        &["vid", "--help"],
    ] {
        let run = injang(arguments);
        assert_eq!((run.status, run.errors.as_str()), (0, ""), "{arguments:?}");
        run.has("Usage: injang");
    }
    injang(&["--help"]).has("Exit status:");
    let run = injang(&["--version"]);
    assert_eq!(run.status, 0);
    assert_eq!(
        run.output,
        concat!("injang ", env!("CARGO_PKG_VERSION"), "\n")
    );
}

/// What is not there yet is not pretended to be.
#[test]
fn absent_commands() {
    assert_eq!(injang(&["audit"]).status, 64);
}

/// No help says that something is missing which is there.
#[test]
fn options_of_the_contract() {
    let help = injang(&["verify", "--help"]);
    for option in [
        "--trust",
        "--intermediate",
        "--crl",
        "--ocsp",
        "--revocation",
        "--at",
        "--policy-oid",
        "--explicit-policy",
        "--inhibit-policy-mapping",
        "--inhibit-any-policy",
        "--signer-policy",
        "--purpose",
        "--anchor-constraints",
    ] {
        help.has(option);
    }
    help.has_not("takes no evidence");
}
