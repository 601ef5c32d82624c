//! Qualifiers of certificatePolicies (RFC 5280 4.2.1.4): a critical extension with one that can't
//! be interpreted is refused, in the signer's certificate and in a CA's.

use crate::case::{Check, Expectation, Finding, SubIndication};
use crate::generate::algorithm::Hash;
use crate::generate::authority::Signer;
use crate::generate::certificate::{cps, extension, policy};
use crate::generate::der::{bmp, ia5, integer, oid, sequence, tlv, utf8};
use crate::generate::expected::message;
use crate::generate::hierarchy::Ca;
use crate::generate::key::Key;
use crate::generate::message::{Message, SignerInfo};
use crate::generate::oid as id;
use crate::generate::vector::{Family, Vector};
use std::io;

const CONTENT: &[u8] = b"a content under a policy";
const SOURCE: &str = "RFC 5280 4.2.1.4";

/// What a qualifier comes to.
#[derive(Clone, Copy)]
enum Qualifier {
    /// It is interpreted.
    Known,
    /// It is interpreted, and CAs must not write it so.
    Noticed,
    /// It is of a kind that nobody knows.
    Unknown,
    /// It is of a known kind, and breaks its syntax.
    Malformed,
}

/// `PolicyQualifierInfo` of a userNotice of these fields.
fn notice(fields: &[Vec<u8>]) -> Vec<u8> {
    sequence(&[oid(id::ID_QT_UNOTICE), sequence(fields)])
}

/// `NoticeReference`
fn reference(organization: Vec<u8>) -> Vec<u8> {
    sequence(&[organization, sequence(&[integer(1), integer(2)])])
}

fn qualifiers() -> Vec<(&'static str, Vec<Vec<u8>>, Qualifier, &'static str)> {
    use Qualifier::{Known, Malformed, Noticed, Unknown};
    let visible = |text: &[u8]| tlv(0x1a, text);
    let long = |count: usize| "가".repeat(count);
    vec![
        (
            "cps",
            vec![cps("https://a.test/cps")],
            Known,
            "a CPS pointer",
        ),
        (
            "cps-utf8",
            vec![sequence(&[oid(id::ID_QT_CPS), utf8("https://a.test/cps")])],
            Malformed,
            "a CPS pointer that is a UTF8String",
        ),
        (
            "notice-empty",
            vec![notice(&[])],
            Known,
            "a userNotice without text",
        ),
        (
            "notice-utf8",
            vec![notice(&[utf8("시험")])],
            Known,
            "a userNotice in UTF-8",
        ),
        (
            "notice-ia5",
            vec![notice(&[ia5("test")])],
            Known,
            "a userNotice as IA5String",
        ),
        (
            "notice-bmp",
            vec![notice(&[bmp("시험")])],
            Noticed,
            "a userNotice as BMPString, as the CAs of Toss, KT PASS and yessign have it",
        ),
        (
            "notice-visible",
            vec![notice(&[visible(b"test")])],
            Noticed,
            "a userNotice as VisibleString",
        ),
        (
            "notice-200",
            vec![notice(&[utf8(&long(200))])],
            Known,
            "a userNotice of 200 characters",
        ),
        (
            "notice-201",
            vec![notice(&[utf8(&long(201))])],
            Noticed,
            "a userNotice of 201 characters",
        ),
        (
            "notice-text-empty",
            vec![notice(&[utf8("")])],
            Noticed,
            "a userNotice with an empty text",
        ),
        (
            "notice-reference",
            vec![notice(&[reference(utf8("INJANG")), utf8("시험")])],
            Known,
            "a userNotice with a reference",
        ),
        (
            "notice-reference-bmp",
            vec![notice(&[reference(bmp("INJANG"))])],
            Noticed,
            "a userNotice whose reference names the organisation as BMPString",
        ),
        (
            "notice-integer",
            vec![notice(&[integer(1)])],
            Malformed,
            "a userNotice whose text is an INTEGER",
        ),
        (
            "notice-third-field",
            vec![notice(&[reference(utf8("INJANG")), utf8("a"), utf8("b")])],
            Malformed,
            "a userNotice with a third field",
        ),
        (
            "notice-bmp-odd",
            vec![notice(&[tlv(0x1e, &[0xac])])],
            Malformed,
            "a userNotice whose BMPString has half a character",
        ),
        (
            "unknown",
            vec![sequence(&[oid(id::UNKNOWN), utf8("a")])],
            Unknown,
            "a qualifier that nobody knows",
        ),
        (
            "unknown-behind-cps",
            vec![
                cps("https://a.test/cps"),
                sequence(&[oid(id::UNKNOWN), utf8("a")]),
            ],
            Unknown,
            "a qualifier that nobody knows behind a CPS pointer",
        ),
        (
            "no-value",
            vec![sequence(&[oid(id::ID_QT_CPS)])],
            Malformed,
            "a qualifier without a value",
        ),
    ]
}

/// certificatePolicies of one policy with these qualifiers.
fn policies(is_critical: bool, list: &[Vec<u8>]) -> Vec<u8> {
    let policies = sequence(&[policy("1.2.410.1", list)]);
    extension(id::CERTIFICATE_POLICIES, is_critical, &policies)
}

fn expectation(signer: &Signer, is_critical: bool, qualifier: Qualifier) -> Expectation {
    let expect = message(signer).content(CONTENT);
    let expect = match qualifier {
        Qualifier::Noticed => expect.finding(Finding::UserNoticeForm),
        Qualifier::Malformed => expect.finding(Finding::CertificateNotDer),
        Qualifier::Known | Qualifier::Unknown => expect,
    };
    match qualifier {
        Qualifier::Unknown | Qualifier::Malformed if is_critical => expect.broken_path(),
        _ => expect,
    }
}

fn document(signer: &Signer) -> Vec<u8> {
    let info = SignerInfo::message(signer, Hash::Sha256, CONTENT);
    Message::new(CONTENT).signer(signer, info).encode()
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let root = Ca::root("Test root CA");
    family.share("root.der", &root.certificate)?;
    for (name, list, qualifier, about) in qualifiers() {
        for is_critical in [true, false] {
            let (kind, word) = if is_critical {
                ("", "critical ")
            } else {
                ("-not-critical", "")
            };
            let extension = policies(is_critical, &list);
            let signer = root.signer_as(|it| it.with(id::CERTIFICATE_POLICIES, extension));
            let expect = expectation(&signer, is_critical, qualifier);
            let reason =
                format!("The signer's certificate has {word}certificatePolicies with {about}.");
            let vector = Vector::new(
                &format!("{name}{kind}"),
                document(&signer),
                &reason,
                SOURCE,
                expect,
            )
            .trust(&["../root.der"]);
            vector.save(family)?;
        }
    }
    strict(family, &root)?;
    authorities(family, &root)
}

/// A notice is no tolerance, and a malformed qualifier that is passed over is one.
fn strict(family: &Family, root: &Ca) -> io::Result<()> {
    for (name, wanted) in [
        ("notice-bmp", true),
        ("notice-201", true),
        ("notice-integer", false),
    ] {
        let all = qualifiers();
        let found = all.into_iter().find(|(known, ..)| *known == name);
        let Some((_, list, qualifier, about)) = found else {
            unreachable!("the name stands in the table")
        };
        let extension = policies(wanted, &list);
        let signer = root.signer_as(|it| it.with(id::CERTIFICATE_POLICIES, extension));
        let expect = expectation(&signer, wanted, qualifier);
        let expect = if wanted {
            expect
        } else {
            expect.indeterminate(SubIndication::FormatFailure, Check::Profile)
        };
        let reason = format!(
            "The strict profile, and the signer's certificate has certificatePolicies with {about}."
        );
        Vector::new(
            &format!("{name}-strict"),
            document(&signer),
            &reason,
            SOURCE,
            expect,
        )
        .trust(&["../root.der"])
        .strict()
        .save(family)?;
    }
    Ok(())
}

/// The same in the certificate of a CA.
fn authorities(family: &Family, root: &Ca) -> io::Result<()> {
    for name in ["notice-bmp", "unknown"] {
        for is_critical in [true, false] {
            let all = qualifiers();
            let found = all.into_iter().find(|(known, ..)| *known == name);
            let Some((_, list, qualifier, about)) = found else {
                unreachable!("the name stands in the table")
            };
            let extension = policies(is_critical, &list);
            let ca = root.ca_as("Test CA", &Key::ec(), |it| {
                it.with(id::CERTIFICATE_POLICIES, extension)
            });
            let signer = ca.signer();
            let expect = expectation(&signer, is_critical, qualifier);
            let (kind, word) = if is_critical {
                ("", "critical ")
            } else {
                ("-not-critical", "")
            };
            let reason =
                format!("The CA's certificate has {word}certificatePolicies with {about}.");
            Vector::new(
                &format!("ca-{name}{kind}"),
                document(&signer),
                &reason,
                SOURCE,
                expect,
            )
            .trust(&["../root.der"])
            .intermediate(&ca.certificate)
            .save(family)?;
        }
    }
    Ok(())
}
