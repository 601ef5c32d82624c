//! How much one document may ask for.

/// Bounds on the work that one document may cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Certificates tried for one signer. Honest documents have one; two of the same issuer and
    /// serial number appear only in attacks and after reissues.
    pub candidates: usize,
    /// Certificates below a CA at most, and above the signer's: a path has up to so many between
    /// the signer's and the anchor's. Real ones have one or two.
    pub depth: usize,
    /// Certificates and anchors of one name that are tried at once as the issuer of one certificate or
    /// CRL. While none of them is, the next are tried, as far as `signatures` allows; once one is, the
    /// rest is left out.
    pub issuers: usize,
    /// Paths validated for one certificate, of those on which every signature has verified.
    pub paths: usize,
    /// CRLs and OCSP responses of the document that are looked at for one certificate, of those that
    /// speak of it. Of the caller's there may be any number: each beyond this brings a signature of its
    /// own.
    pub evidence: usize,
    /// Signatures verified for one document. 256 signers with a certificate each need 512.
    pub signatures: usize,
    /// Octets of the messages in requests for them, beside four times those of the document and its
    /// content. Most requests have digests. Certificates are messages, asked about once for each
    /// anchor of their issuer's name, and so are contents under Ed25519 without attributes, which
    /// every signer and candidate would have digested anew. Digests of certificates that ESS
    /// attributes name are taken once for each certificate and algorithm, and are not counted.
    pub octets: usize,
    /// Octets that may be touched for each octet of the document and its content, in comparing
    /// names, looking certificates and revocation data up and taking digests, beside 4 MiB for
    /// every document. What the caller brings and concerns the document is allowed for in addition.
    pub work: u64,
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            candidates: 8,
            depth: 16,
            issuers: 32,
            paths: 64,
            evidence: 256,
            signatures: 2_048,
            octets: 64 << 20,
            work: 64,
        }
    }
}
