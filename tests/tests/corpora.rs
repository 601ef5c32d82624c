//! Other projects' cases, judged at signature level and compared with what these projects expect.
//!
//! Where the outcome differs, a [`Divergence`] says so with its reason; one that no case needs any
//! more fails.

mod signature_level;

use injang_core::{
    Certificate, Content, CryptoBackend, Policy, Request, Revocation, Time, Verdict,
};
use injang_crypto::{AwsLc, Combined, RustCrypto};
use injang_tests::corpora;
use injang_tests::runner::{audit, unhex};
use serde_json::Value;
use signature_level::signature_level;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Cases with another result than their corpus expects, and why that is right.
struct Divergence {
    cases: &'static [&'static str],
    expected: &'static str,
    actual: &'static str,
    reason: &'static str,
}

/// One case, judged.
struct Judged {
    case: String,
    expected: String,
    actual: String,
}

impl Judged {
    /// Whether the outcome is what the corpus expects.
    fn agrees(&self) -> bool {
        match self.expected.as_str() {
            "valid" => self.actual == "TOTAL-PASSED",
            "parse_ok" => self.actual != MALFORMED && self.actual != ABSENT,
            "parse_error" => self.actual == MALFORMED,
            "invalid" | "reject" => self.actual.starts_with("TOTAL-FAILED"),
            "must not crash" => self.actual != ABSENT,
            _ => false,
        }
    }
}

const MALFORMED: &str = "TOTAL-FAILED / FORMAT_FAILURE";
const NO_CERTIFICATE: &str = "INDETERMINATE / NO_SIGNING_CERTIFICATE_FOUND";
const UNSUPPORTED: &str = "INDETERMINATE / CRYPTO_CONSTRAINTS_FAILURE";
/// The file is not in the corpus.
const ABSENT: &str = "absent";

const NOT_HELD: &str = "The signer's certificate is neither in the document nor in the corpus.";
const SOURCE_ONLY: &str = "The corpus lists the case and does not hold its file.";

/// The verdict on a document, which must be the same under every crypto backend.
fn judge(document: &[u8], signer: Option<&[u8]>, content: Option<&[u8]>) -> String {
    let read = |octets| Certificate::from_der(octets).expect("certificate");
    let certificates: Vec<_> = signer.map(read).into_iter().collect();
    let judge = |crypto: &dyn CryptoBackend| {
        let policy = Policy::new(crypto, [], Revocation::NotChecked);
        let content = content.map_or(Content::Embedded, Content::Detached);
        let request =
            Request::at(Time::parse("2026-03-02T09:00:00Z").expect("time")).content(content);
        let report = audit(document, &certificates, &policy, &request);
        signature_level(&report)
    };
    let verdict = judge(&Combined);
    assert_eq!(verdict, judge(&RustCrypto));
    assert_eq!(verdict, judge(&AwsLc));
    words(verdict)
}

fn words(verdict: Verdict) -> String {
    match verdict.sub_indication() {
        Some(sub_indication) => format!("{} / {}", verdict.name(), sub_indication.name()),
        None => verdict.name().to_owned(),
    }
}

/// The cases of a corpus.
fn cases(folder: &Path, file: &str) -> Vec<Value> {
    let text = fs::read(folder.join(file)).expect("cases");
    serde_json::from_slice(&text).expect("JSON")
}

/// Every case agrees or diverges as listed, and no entry is stale.
fn hold(judged: &[Judged], divergences: &[Divergence]) {
    let mut wrong = Vec::new();
    let mut diverging = 0;
    for judged in judged {
        let Judged {
            case,
            expected,
            actual,
        } = judged;
        let entry = divergences
            .iter()
            .find(|entry| entry.cases.contains(&case.as_str()));
        match entry {
            None if judged.agrees() => {}
            None => wrong.push(format!("{case}: expected {expected}, but {actual}")),
            Some(_) if judged.agrees() => {
                wrong.push(format!("stale: {case} is as expected: {actual}"));
            }
            Some(entry) if entry.expected == expected && entry.actual == actual => diverging += 1,
            Some(entry) => wrong.push(format!(
                "{case}: expected {expected}, but {actual}; listed are {} and {}: {}",
                entry.expected, entry.actual, entry.reason
            )),
        }
    }
    for case in divergences.iter().flat_map(|entry| entry.cases) {
        if !judged.iter().any(|judged| judged.case == *case) {
            wrong.push(format!("stale: there is no case {case}"));
        }
    }
    println!("{} cases, {diverging} of them diverge", judged.len());
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn go_pkcs7() {
    let Some(folder) = corpora::folder("go_pkcs7") else {
        return;
    };
    let judged: Vec<_> = cases(&folder, "cases.json")
        .iter()
        .map(|case| {
            let file = case["file"].as_str().expect("file");
            let content = case["content"].as_str();
            let content = content.map(|file| fs::read(folder.join(file)).expect("content"));
            let signer = case["signer_cert"].as_str();
            let signer = signer.map(|file| fs::read(folder.join(file)).expect("certificate"));
            let document = fs::read(folder.join(file)).expect("document");
            Judged {
                case: file.to_owned(),
                expected: case["upstream"].as_str().expect("upstream").to_owned(),
                actual: judge(&document, signer.as_deref(), content.as_deref()),
            }
        })
        .collect();
    assert_eq!(judged.len(), 9);
    hold(
        &judged,
        &[
            Divergence {
                cases: &["EC2IdentityDocumentFixture.p7.der"],
                expected: "valid",
                actual: UNSUPPORTED,
                reason: "The signature is one of DSA: neither valid nor forged.",
            },
            Divergence {
                cases: &["sampleAppleAppAttestationReceiptFixture.p7.der"],
                expected: "valid",
                actual: "TOTAL-FAILED / SIG_CRYPTO_FAILURE",
                reason: "The signature is not that of the certificate's key; OpenSSL and Bouncy \
                         Castle say the same.",
            },
            Divergence {
                cases: &["windowsCMS_verify.p7.der"],
                expected: "valid",
                actual: UNSUPPORTED,
                reason: "signatureAlgorithm is id-ecPublicKey, which is no signature algorithm; \
                         OpenSSL and Bouncy Castle refuse it too.",
            },
        ],
    );
}

#[test]
fn openssl_cms() {
    let Some(folder) = corpora::folder("openssl_cms") else {
        return;
    };
    let mut judged: Vec<_> = cases(&folder, "cms_cases.json")
        .iter()
        .map(|case| {
            let file = case["file"].as_str().expect("file");
            let document = fs::read(folder.join(file));
            Judged {
                case: file.to_owned(),
                expected: case["expected"].as_str().expect("expected").to_owned(),
                actual: document.map_or(ABSENT.to_owned(), |document| judge(&document, None, None)),
            }
        })
        .collect();
    assert_eq!(judged.len(), 9);
    // Enveloped data, which OpenSSL's tests of its own interface decrypt.
    for file in ["cms_pwri_kek_oob.der", "encDataWithTooLongIV.pem"] {
        let document = fs::read(folder.join("80-test_cmsapi_data").join(file)).expect("document");
        judged.push(Judged {
            case: file.to_owned(),
            expected: "parse_error".to_owned(),
            actual: judge(&document, None, None),
        });
    }
    hold(
        &judged,
        &[
            Divergence {
                cases: &["80-test_cms_data/bad_signtime_attr.cms"],
                expected: "reject",
                actual: "TOTAL-PASSED",
                reason: "signing-time stands among the unsigned attributes, where RFC 5652 11.3 \
                         does not want it. Nobody signed them, and nothing is read from them.",
            },
            Divergence {
                cases: &["80-test_cms_data/pkcs7-md4.pem"],
                expected: "reject",
                actual: UNSUPPORTED,
                reason: "MD4 is not known here: neither valid nor forged.",
            },
            Divergence {
                cases: &[
                    "smime-eml/pkcs7-empty-digest-set.eml",
                    "smime-eml/SignedInvalidMappingFromanyPolicyTest7.eml",
                ],
                expected: "reject",
                actual: ABSENT,
                reason: SOURCE_ONLY,
            },
            Divergence {
                cases: &["80-test_tsa_data/sectigo-all-zero.tsr"],
                expected: "accept (RFC 3161 response over all-zero.tsq)",
                actual: ABSENT,
                reason: SOURCE_ONLY,
            },
            Divergence {
                cases: &["25-test_pkcs7_data/malformed.pkcs7"],
                expected: "must not crash",
                actual: ABSENT,
                reason: SOURCE_ONLY,
            },
        ],
    );
}

#[test]
fn mbedtls() {
    let Some(folder) = corpora::folder("mbedtls") else {
        return;
    };
    let read = |file: &str| fs::read(folder.join(file)).expect("file");
    // What the documents were made over; with it, an edit that goes unnoticed would pass.
    let usual = read("data_files/pkcs7_data.bin");
    let all = cases(&folder, "cases.json");
    assert_eq!(all.len(), 430);
    let judged: Vec<_> = all
        .iter()
        .map(|case| {
            let text = |field: &str| case[field].as_str();
            let name = text("name").expect("name");
            let document = match text("hex") {
                Some(digits) => unhex(digits),
                None => read(text("file").or(text("p7")).expect("file")),
            };
            let content = text("content").map(read);
            let number = name.rsplit_once('#').map_or(name, |(_, number)| number);
            Judged {
                case: number.to_owned(),
                expected: text("expected").expect("expected").to_owned(),
                actual: judge(&document, None, Some(content.as_ref().unwrap_or(&usual))),
            }
        })
        .collect();
    let names: BTreeSet<_> = judged.iter().map(|judged| &judged.case).collect();
    assert_eq!(names.len(), judged.len(), "two cases of one name");
    hold(
        &judged,
        &[
            Divergence {
                cases: &[
                    "5.0", "67.0", "68.0", "70.0", "72.0", "81.0", "82.0", "87.0", "89.0", "91.0",
                    "97.0", "98.0", "103.0", "108.0", "109.0", "113.0", "115.0", "116.0", "117.0",
                    "120.0", "122.0", "125.0", "126.0", "127.0", "130.0", "132.0", "134.0",
                    "135.0", "141.0", "143.0", "144.0", "145.0", "146.0", "150.0", "153.0",
                    "155.0", "157.0", "159.0", "160.0", "162.0", "163.0", "165.0", "167.0",
                    "168.0", "169.0", "171.0", "172.0", "173.0", "174.0", "176.0", "177.0",
                    "178.0", "179.0", "181.0", "182.0", "185.0", "188.0", "190.0", "191.0",
                    "193.0", "196.0", "199.0", "201.0", "202.0", "206.0", "212.0", "214.0",
                    "215.0", "217.0", "219.0",
                ],
                expected: "parse_error",
                actual: NO_CERTIFICATE,
                reason: "The certificate can't be read. Members of certificates may be anything: \
                         it is listed with a finding and not used, and the document is without \
                         its signer's certificate.",
            },
            Divergence {
                cases: &["105.0", "119.0", "267.0"],
                expected: "parse_error",
                actual: NO_CERTIFICATE,
                reason: "A value in an issuer's name has become an INTEGER. Values of attributes \
                         may be of any type; the name is another one.",
            },
            Divergence {
                cases: &[
                    "377.0", "427.0", "457.0", "485.0", "512.0", "581.0", "631.0", "661.0",
                    "675.0", "689.0", "755.0", "769.0", "791.0",
                ],
                expected: "parse_error",
                actual: NO_CERTIFICATE,
                reason: "The edit is where any type or padding may stand: values in names, \
                         parameters of algorithms, behind the document. The document brings no \
                         certificate.",
            },
            Divergence {
                cases: &["161.0", "189.0"],
                expected: "parse_error",
                actual: "TOTAL-PASSED",
                reason: "A value in the certificate's subject has become an INTEGER. Values of \
                         attributes may be of any type; that the certificate is no longer what \
                         its issuer signed is for the path to say.",
            },
            Divergence {
                cases: &["50.0"],
                expected: "parse_error",
                actual: "TOTAL-PASSED",
                reason: "Parameters in digestAlgorithms have become an INTEGER. They may be of \
                         any type, and the signer's own digestAlgorithm is what counts.",
            },
            Divergence {
                cases: &["21.0"],
                expected: "parse_error",
                actual: "TOTAL-PASSED",
                reason: "One zero octet behind the document is tolerated, with a finding; the \
                         strict profile does not.",
            },
            Divergence {
                cases: &["7"],
                expected: "parse_error",
                actual: "TOTAL-PASSED",
                reason: "A version that does not fit is tolerated, with a finding; the strict \
                         profile does not.",
            },
            Divergence {
                cases: &["4", "5.1"],
                expected: "parse_error",
                actual: "TOTAL-PASSED",
                reason: "Nothing is wrong with it: Mbed TLS reads one certificate, and can be \
                         built without SHA-512.",
            },
            Divergence {
                cases: &["19 have DATE_TIME"],
                expected: "invalid",
                actual: "TOTAL-PASSED",
                reason: "What is wrong is the date of another certificate; the signature is good.",
            },
            Divergence {
                cases: &["17"],
                expected: "valid",
                actual: NO_CERTIFICATE,
                reason: NOT_HELD,
            },
            Divergence {
                cases: &["18", "PKCS7 Signed Data Verification Fail zero-len data"],
                expected: "invalid",
                actual: NO_CERTIFICATE,
                reason: NOT_HELD,
            },
        ],
    );
}
