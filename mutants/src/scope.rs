//! What is changed, and what must notice.

/// The source folder of the core, from the project's root.
pub(crate) const CORE: &str = "crates/injang-core/src";

/// The code that decides a verdict: files and folders (with a slash at the end) of [`CORE`]. An
/// entry that names nothing is an error, so that code which moves is not lost from the run.
pub(crate) const VERDICT_CODE: &[&str] = &[
    "check/",
    "crypto/budget.rs",
    "crypto/request_queue.rs",
    "crypto/verified_cache.rs",
    "path/",
    "policy.rs",
    "policy/anchor.rs",
    "policy/issuers.rs",
    "policy/revocation_data.rs",
    "request/claim.rs",
    "request/content.rs",
    "validation.rs",
    "validation/",
    "x509/crl_coverage.rs",
    "x509/name_constraints.rs",
    "x509/name_map.rs",
    "x509/policy_graph.rs",
    "x509/policy_qualifier.rs",
    "x509/path_extensions.rs",
];

/// The suite that every change has to pass: integration tests of `tests`, those first that notice most
/// in a second.
pub(crate) const QUICK: &[&str] = &["corpora", "pkits", "vectors", "limbo"];

/// The suites that only those survivors of [`QUICK`] have to pass that are not accepted: other
/// integration tests of `tests`, the fastest first. The unit tests of the core are asked before them.
pub(crate) const ELSEWHERE: &[&str] = &[
    "providers",
    "certificate_alone",
    "policy_inputs",
    "verified",
    "signature_cache",
    "streams",
    "evidence_bounds",
    "paths",
    "rules",
    "backend_seam",
    "work",
];

/// The corpora that the quick suite can't do without.
pub(crate) const CORPORA: &[&str] = &["pkits", "x509_limbo", "mbedtls", "go_pkcs7", "openssl_cms"];

/// The accepted survivors, from the project's root.
pub(crate) const ACCEPTED: &str = "tests/mutants.tsv";

/// Everything that is made here, from the project's root.
pub(crate) const WORK: &str = "target/mutants";
