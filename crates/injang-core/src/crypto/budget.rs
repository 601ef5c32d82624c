//! How much one document may ask for.

/// Bounds on the work that one document may cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// How many certificates are tried for one signer. Honest documents have one; several of one
    /// issuer and serial number appear only in attacks and after reissues.
    pub candidates: usize,
    /// How many CA certificates a path may have between the signer's certificate and the anchor. Real
    /// paths have one or two.
    pub depth: usize,
    /// How many certificates and anchors of one name are tried at once as the issuer of one
    /// certificate or CRL. If none of them is the issuer, the next ones are tried, as far as
    /// `signatures` allows. If one is, the rest is left out.
    pub issuers: usize,
    /// How many paths are validated for one certificate, of those on which every signature has
    /// verified.
    pub paths: usize,
    /// How many CRLs and OCSP responses of the document are looked at for one certificate, of those
    /// that are about it. The caller may give any number: each beyond this raises `signatures` by
    /// one.
    pub evidence: usize,
    /// How many signatures are verified for one document. 256 signers with one certificate each need
    /// 512.
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
