//! All of Wycheproof for every algorithm that is advertised, under every crypto backend, through the
//! core's own interface: a key's octets and [`SignatureRequest::new`].
//!
//! A `valid` signature must be `Valid`; an `invalid` one must be refused; an `acceptable` one must
//! be refused too. Whatever departs from that is listed with its reason, and an entry that no
//! vector needs fails. Wycheproof has no signatures with SHA-1 but those of RSA-PSS, and none of
//! ECDSA with SHA-224.

use injang_core::{
    CryptoBackend, DigestAlgorithm, PssParameters, RequestError, SignatureAlgorithm,
    SignatureInput, SignatureRequest, SignatureStatus, SubjectPublicKeyInfo,
};
use injang_crypto::{AwsLc, Combined, RustCrypto};
use std::collections::BTreeSet;
use std::fmt::Debug;
use wycheproof::{EdwardsCurve, EllipticCurve, HashFunction, Mgf, TestResult};

const SHA224: &str = "aws-lc-rs has no PKCS#1 v1.5 with SHA-224";
const UNUSUAL_PSS: &str =
    "aws-lc-rs has PSS only with SHA-256, 384 and 512, and mask and salt of that size";

/// What is known beforehand of the sets of one kind.
#[derive(Default)]
struct Known {
    /// How many sets are of advertised algorithms alone.
    sets: usize,
    /// How many vectors these have.
    vectors: usize,
    /// Vectors that do not come out as their `result` says.
    listed: &'static [Listed],
    /// Sets of which aws-lc-rs leaves some to RustCrypto, and why.
    not_in_aws_lc: &'static [(&'static str, &'static str)],
}

/// A vector with another result under a crypto backend: which result, and why that is right.
struct Listed(
    &'static str,
    &'static str,
    usize,
    &'static str,
    #[expect(dead_code, reason = "it is there to be read")] &'static str,
);

/// One signature that Wycheproof judges.
struct Vector {
    set: String,
    number: usize,
    comment: String,
    key: Vec<u8>,
    algorithm: SignatureAlgorithm,
    message: Vec<u8>,
    signature: Vec<u8>,
    result: TestResult,
}

/// The vectors of all sets of one kind, and the names of the sets.
#[derive(Default)]
struct Sets {
    vectors: Vec<Vector>,
    judged: Vec<String>,
    /// Sets of algorithms that are not advertised.
    passed_over: Vec<String>,
}

impl Sets {
    /// Takes the vectors of a set, if all of its algorithms are advertised.
    fn take(&mut self, set: &impl Debug, vectors: Option<Vec<Vector>>) {
        let set = format!("{set:?}");
        let Some(mut vectors) = vectors else {
            self.passed_over.push(set);
            return;
        };
        for vector in &mut vectors {
            vector.set.clone_from(&set);
        }
        self.vectors.append(&mut vectors);
        self.judged.push(set);
    }
}

/// The vectors of the groups of a set, or `None` as soon as one has no `$algorithm` here.
macro_rules! vectors {
    ($groups:expr, $algorithm:expr) => {
        $groups
            .iter()
            .map(|group| {
                let algorithm = $algorithm(group)?;
                Some(group.tests.iter().map(move |test| Vector {
                    set: String::new(),
                    number: test.tc_id,
                    comment: test.comment.clone(),
                    key: group.der.to_vec(),
                    algorithm,
                    message: test.msg.to_vec(),
                    signature: test.sig.to_vec(),
                    result: test.result,
                }))
            })
            .collect::<Option<Vec<_>>>()
            .map(|groups| groups.into_iter().flatten().collect::<Vec<_>>())
    };
}

fn digest_algorithm(hash: HashFunction) -> Option<DigestAlgorithm> {
    match hash {
        HashFunction::Sha1 => Some(DigestAlgorithm::Sha1),
        HashFunction::Sha2_224 => Some(DigestAlgorithm::Sha224),
        HashFunction::Sha2_256 => Some(DigestAlgorithm::Sha256),
        HashFunction::Sha2_384 => Some(DigestAlgorithm::Sha384),
        HashFunction::Sha2_512 => Some(DigestAlgorithm::Sha512),
        _ => None,
    }
}

#[test]
fn rsa_pkcs1() {
    use wycheproof::rsa_pkcs1_verify::{TestGroup, TestName, TestSet};
    let mut sets = Sets::default();
    for name in TestName::all() {
        let set = TestSet::load(name).expect("set");
        let algorithm =
            |group: &TestGroup| digest_algorithm(group.hash).map(SignatureAlgorithm::RsaPkcs1);
        sets.take(&name, vectors!(set.test_groups, algorithm));
    }
    let known = Known {
        sets: 13,
        vectors: 3364,
        not_in_aws_lc: &[("Rsa2048Sha224", SHA224)],
        ..Known::default()
    };
    judge_all(&sets, &known);
}

#[test]
fn rsa_pss() {
    use wycheproof::rsa_pss_verify::{TestGroup, TestName, TestSet};
    let mut sets = Sets::default();
    for name in TestName::all() {
        let set = TestSet::load(name).expect("set");
        let algorithm = |group: &TestGroup| {
            let parameters = PssParameters {
                digest: digest_algorithm(group.hash)?,
                mask_digest: digest_algorithm(group.mgf_hash.filter(|_| group.mgf == Mgf::Mgf1)?)?,
                salt: group.salt_size,
            };
            Some(SignatureAlgorithm::RsaPss(parameters))
        };
        sets.take(&name, vectors!(set.test_groups, algorithm));
    }
    let known = Known {
        sets: 19,
        vectors: 2502,
        not_in_aws_lc: &[
            ("RsaPss2048Sha1Mgf1SaltLen20", UNUSUAL_PSS),
            ("RsaPss2048Sha1Mgf1SaltLen20WithParams", UNUSUAL_PSS),
            ("RsaPss2048Sha256Mgf1SaltLen0", UNUSUAL_PSS),
            ("RsaPss2048Sha256Mgf1SaltLen0WithParams", UNUSUAL_PSS),
            ("RsaPss2048Sha256Mgf1Sha1_20", UNUSUAL_PSS),
            ("RsaPss2048Sha512Mgf1Sha256SaltLen32WithParams", UNUSUAL_PSS),
            ("RsaPss4096Sha512Mgf1SaltLen32", UNUSUAL_PSS),
            ("RsaPss4096Sha512Mgf1SaltLen32WithParams", UNUSUAL_PSS),
            ("RsaPssmisc", UNUSUAL_PSS),
            ("RsaPssmiscWithParams", UNUSUAL_PSS),
        ],
        ..Known::default()
    };
    judge_all(&sets, &known);
}

/// In the sets with parameters, the key's own parameters are read as those of the signature.
#[test]
fn rsa_pss_parameters_of_keys() {
    use wycheproof::rsa_pss_verify::{TestGroupTypeId, TestName, TestSet};
    let (mut known, mut unknown) = (0, 0);
    for name in TestName::all() {
        for group in TestSet::load(name).expect("set").test_groups {
            if group.test_type != TestGroupTypeId::RsaPssVerifyWithParam {
                continue;
            }
            let key = SubjectPublicKeyInfo::from_der(&group.der).expect("key");
            let expected = match (digest_algorithm(group.hash), group.mgf_hash) {
                (Some(digest), Some(mask)) => {
                    digest_algorithm(mask).map(|mask_digest| PssParameters {
                        digest,
                        mask_digest,
                        salt: group.salt_size,
                    })
                }
                _ => None,
            };
            let read = key.algorithm().signature(None);
            assert_eq!(read, expected.map(SignatureAlgorithm::RsaPss), "{name:?}");
            *(if expected.is_some() {
                &mut known
            } else {
                &mut unknown
            }) += 1;
        }
    }
    println!("{known} keys with known parameters, {unknown} with unknown ones");
    assert!(known > 0);
}

#[test]
fn ecdsa() {
    use wycheproof::ecdsa::{TestGroup, TestGroupTypeId, TestName, TestSet};
    let mut sets = Sets::default();
    for name in TestName::all() {
        let set = TestSet::load(name).expect("set");
        let algorithm = |group: &TestGroup| {
            let is_known = matches!(
                group.key.curve,
                EllipticCurve::Secp256r1 | EllipticCurve::Secp384r1 | EllipticCurve::Secp521r1
            );
            // The form of IEEE P1363 does not occur in CMS.
            let is_der = group.test_type == TestGroupTypeId::Ecdsa;
            digest_algorithm(group.hash)
                .filter(|_| is_known && is_der)
                .map(SignatureAlgorithm::Ecdsa)
        };
        sets.take(&name, vectors!(set.test_groups, algorithm));
    }
    let known = Known {
        sets: 6,
        vectors: 3098,
        ..Known::default()
    };
    judge_all(&sets, &known);
}

/// On every other curve the key itself is refused, by the curve's identifier.
#[test]
fn other_curves() {
    use wycheproof::ecdsa::{TestName, TestSet};
    let mut count = 0;
    for name in TestName::all() {
        for group in TestSet::load(name).expect("set").test_groups {
            if matches!(
                group.key.curve,
                EllipticCurve::Secp256r1 | EllipticCurve::Secp384r1 | EllipticCurve::Secp521r1
            ) {
                continue;
            }
            let key = SubjectPublicKeyInfo::from_der(&group.der).expect("key");
            let algorithm = SignatureAlgorithm::Ecdsa(DigestAlgorithm::Sha256);
            for test in &group.tests {
                let input = SignatureInput::Message(test.msg[..].into());
                let refusal = SignatureRequest::new(&key, algorithm, input, &test.sig).err();
                assert!(
                    matches!(refusal, Some(RequestError::Unsupported(_))),
                    "{name:?} {}",
                    test.tc_id
                );
                count += 1;
            }
        }
    }
    println!("{count} signatures on other curves");
    assert!(count > 10_000, "only {count}");
}

#[test]
fn ed25519() {
    use wycheproof::eddsa::{TestGroup, TestName, TestSet};
    let mut sets = Sets::default();
    for name in TestName::all() {
        let set = TestSet::load(name).expect("set");
        let algorithm = |group: &TestGroup| {
            (group.key.curve == EdwardsCurve::Ed25519).then_some(SignatureAlgorithm::Ed25519)
        };
        sets.take(&name, vectors!(set.test_groups, algorithm));
    }
    let known = Known {
        sets: 1,
        vectors: 151,
        ..Known::default()
    };
    judge_all(&sets, &known);
}

/// Judges every vector under every crypto backend.
fn judge_all(sets: &Sets, known: &Known) {
    let mut wrong = Vec::new();
    let mut used = BTreeSet::new();
    for set in &sets.judged {
        let (mut valid, mut acceptable, mut invalid) = (0, 0, 0);
        for vector in sets.vectors.iter().filter(|vector| vector.set == *set) {
            *match vector.result {
                TestResult::Valid => &mut valid,
                TestResult::Acceptable => &mut acceptable,
                TestResult::Invalid => &mut invalid,
            } += 1;
            judge(vector, known, &mut wrong, &mut used);
        }
        println!("{set}: {valid} valid, {acceptable} acceptable, {invalid} invalid");
        assert!(valid > 0, "{set} has no valid vector");
    }
    println!("not advertised: {}", sets.passed_over.join(" "));
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    for (set, _) in known.not_in_aws_lc {
        assert!(used.contains(&("aws-lc-rs", *set, 0)), "stale: {set}");
    }
    for Listed(provider, set, number, ..) in known.listed {
        let entry = (*provider, *set, *number);
        assert!(used.contains(&entry), "stale: {entry:?}");
    }
    // An update of Wycheproof is looked at before it counts.
    assert_eq!(
        (sets.judged.len(), sets.vectors.len()),
        (known.sets, known.vectors)
    );
}

/// Judges one vector under every crypto backend, as a message and as a prehash.
fn judge(
    vector: &Vector,
    known: &Known,
    wrong: &mut Vec<String>,
    used: &mut BTreeSet<(&'static str, &'static str, usize)>,
) {
    let Vector { set, number, .. } = vector;
    let mut complain = |what: String| {
        wrong.push(format!("{set} {number} ({}): {what}", vector.comment));
    };
    let key = SubjectPublicKeyInfo::from_der(&vector.key).expect("key");
    let message = SignatureInput::Message(vector.message[..].into());
    let prehash = vector.algorithm.digest().map(|algorithm| {
        let digest = RustCrypto.digest(algorithm, &[&vector.message]);
        SignatureInput::Prehash(digest.expect("digest"))
    });
    let providers: [&dyn CryptoBackend; 3] = [&Combined, &RustCrypto, &AwsLc];
    let mut decided: Option<String> = None;
    for provider in providers {
        let name = provider.name();
        let actual = answer(&key, vector, message.clone(), provider);
        if let Some(prehash) = &prehash {
            let other = answer(&key, vector, prehash.clone(), provider);
            if actual != other {
                complain(format!(
                    "{name}: {actual} as a message, {other} as a prehash"
                ));
            }
        }
        if actual == UNSUPPORTED {
            let entry = known.not_in_aws_lc.iter().find(|(entry, _)| entry == set);
            match entry.filter(|_| name == AwsLc.name()) {
                Some((set, _)) => drop(used.insert(("aws-lc-rs", set, 0))),
                None => complain(format!("{name}: not computed")),
            }
            continue;
        }
        if decided.as_ref().is_some_and(|other| *other != actual) {
            complain(format!("{name}: {actual}, unlike another provider"));
        }
        let entry = known
            .listed
            .iter()
            .find(|entry| (entry.0, entry.1, entry.2) == (name, set, *number));
        let is_right = match (entry, vector.result) {
            (Some(Listed(provider, set, number, listed, _)), _) => {
                used.insert((provider, set, *number));
                actual == *listed
            }
            (None, TestResult::Valid) => actual == VALID,
            (None, TestResult::Invalid | TestResult::Acceptable) => {
                actual == INVALID || actual == MALFORMED
            }
        };
        if !is_right {
            complain(format!("{name}: {actual}, not {:?}", vector.result));
        }
        decided = Some(actual);
    }
}

const VALID: &str = "valid";
const INVALID: &str = "invalid";
const MALFORMED: &str = "malformed";
const UNSUPPORTED: &str = "unsupported";

/// What becomes of a signature, in words.
fn answer(
    key: &SubjectPublicKeyInfo<'_>,
    vector: &Vector,
    input: SignatureInput<'_>,
    provider: &dyn CryptoBackend,
) -> String {
    match SignatureRequest::new(key, vector.algorithm, input, &vector.signature) {
        Ok(request) => match provider.answer(&request) {
            SignatureStatus::Valid => VALID.to_owned(),
            SignatureStatus::Invalid => INVALID.to_owned(),
            SignatureStatus::Unsupported => UNSUPPORTED.to_owned(),
            other => format!("{other:?}"),
        },
        Err(RequestError::SignatureMalformed) => MALFORMED.to_owned(),
        Err(refusal) => format!("refused: {refusal:?}"),
    }
}
