//! The kinds of planted failures, and what every row of each must say.

/// A kind of planted failure, and what every row of it must say.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// Its name.
    pub name: &'static str,
    /// The column `outcome`.
    pub outcome: &'static str,
    /// The column `sub_indication`; `""` for null.
    pub sub_indication: &'static str,
    /// The column `identity`; `""` for null.
    pub identity: &'static str,
    /// The column `error_code`; `""` for null.
    pub error_code: &'static str,
}

const fn verdict(name: &'static str, outcome: &'static str, sub_indication: &'static str) -> Kind {
    Kind {
        name,
        outcome,
        sub_indication,
        identity: "not-claimed",
        error_code: "",
    }
}

const fn claim(name: &'static str, outcome: &'static str, identity: &'static str) -> Kind {
    Kind {
        name,
        outcome,
        sub_indication: "",
        identity,
        error_code: "",
    }
}

const fn fault(name: &'static str, error_code: &'static str) -> Kind {
    Kind {
        name,
        outcome: "not-judged",
        sub_indication: "",
        identity: "",
        error_code,
    }
}

/// Every kind.
pub const KINDS: [Kind; 24] = [
    verdict("content-of-another-document", "rejected", "HASH_FAILURE"),
    verdict(
        "signature-of-another-document",
        "rejected",
        "SIG_CRYPTO_FAILURE",
    ),
    verdict(
        "authority-forged",
        "undetermined",
        "NO_CERTIFICATE_CHAIN_FOUND",
    ),
    verdict(
        "authority-unknown",
        "undetermined",
        "NO_CERTIFICATE_CHAIN_FOUND",
    ),
    verdict("certificate-expired", "rejected", "EXPIRED"),
    verdict("certificate-not-yet-valid", "rejected", "NOT_YET_VALID"),
    verdict("certificate-revoked", "rejected", "REVOKED"),
    verdict("revocation-not-known", "undetermined", "TRY_LATER"),
    verdict(
        "kind-of-signature",
        "undetermined",
        "SIG_CONSTRAINTS_FAILURE",
    ),
    verdict("detached-content-changed", "rejected", "HASH_FAILURE"),
    verdict(
        "detached-content-missing",
        "undetermined",
        "SIGNED_DATA_NOT_FOUND",
    ),
    verdict("digest-of-another-content", "rejected", "HASH_FAILURE"),
    verdict("document-cut", "rejected", "FORMAT_FAILURE"),
    verdict("document-is-no-document", "rejected", "FORMAT_FAILURE"),
    claim("another-person", "rejected", "mismatched"),
    claim("another-certificate", "rejected", "mismatched"),
    claim("another-layout", "rejected", "mismatched"),
    claim("ci-is-none", "undetermined", "malformed-ci"),
    fault("document-null", "nothing-to-judge"),
    fault("time-null", "cell-missing"),
    fault("time-without-zone", "cell-malformed"),
    fault("kind-of-signature-unknown", "cell-unknown"),
    fault("content-and-digest", "cells-conflict"),
    fault("half-a-claim", "cell-missing"),
];
