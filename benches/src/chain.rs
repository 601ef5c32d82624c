//! Chains of certificates, and the floor under each: its signatures with the same crypto backend and
//! nothing around them.

use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1, RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey, VerificationAlgorithm,
};
use injang_core::{
    Certificate, CertificateReport, Policy, PublicKey, Revocation, Time, TrustAnchor, Verdict,
};
use injang_crypto::AwsLc;

/// A leaf and two CAs, under a root.
pub struct Chain {
    root: &'static [u8],
    authorities: [&'static [u8]; 2],
    leaf: &'static [u8],
}

macro_rules! chain {
    ($folder:literal) => {
        Chain {
            root: include_bytes!(concat!("../data/", $folder, "/root.der")),
            authorities: [
                include_bytes!(concat!("../data/", $folder, "/ca1.der")),
                include_bytes!(concat!("../data/", $folder, "/ca2.der")),
            ],
            leaf: include_bytes!(concat!("../data/", $folder, "/leaf.der")),
        }
    };
}

impl Chain {
    /// Every key is P-256.
    pub const fn p256() -> Self {
        chain!("p256")
    }

    /// Every key is RSA-4096.
    pub const fn rsa4096() -> Self {
        chain!("rsa4096")
    }

    /// The policy that trusts the root and knows the CAs.
    ///
    /// # Panics
    /// Never: the files are constants.
    pub fn policy(&self) -> Policy<'static> {
        let root = TrustAnchor::from_certificate(self.root).expect("root");
        let authorities = self.authorities.map(certificate);
        Policy::new(&AwsLc, [root], Revocation::NotChecked).intermediates(authorities)
    }

    /// The time at which the leaf is judged.
    ///
    /// # Panics
    /// Never: it is a constant.
    pub fn time() -> Time {
        Time::parse("2030-01-01T00:00:00Z").expect("time")
    }

    /// Judges the leaf.
    ///
    /// # Panics
    /// If it does not pass.
    pub fn judge(&self, policy: &Policy<'_>, at: Time) -> CertificateReport {
        let report = policy.audit_certificate(&certificate(self.leaf), &[], at);
        assert_eq!(report.verdict, Verdict::TotalPassed);
        report
    }

    /// The three signatures, prepared so that nothing else is measured.
    pub fn floor(&self) -> Vec<Link> {
        let all = [
            self.leaf,
            self.authorities[1],
            self.authorities[0],
            self.root,
        ];
        let link = |pair: &[&'static [u8]]| Link::new(&certificate(pair[0]), &certificate(pair[1]));
        all.windows(2).map(link).collect()
    }
}

fn certificate(der: &'static [u8]) -> Certificate<'static> {
    Certificate::from_der(der).expect("certificate")
}

/// One certificate's signature under the key of its issuer.
pub struct Link {
    algorithm: &'static dyn VerificationAlgorithm,
    key: &'static [u8],
    signed: &'static [u8],
    signature: &'static [u8],
}

impl Link {
    fn new(certificate: &Certificate<'static>, issuer: &Certificate<'static>) -> Self {
        let (algorithm, key): (&'static dyn VerificationAlgorithm, _) =
            match issuer.public_key().key() {
                Some(PublicKey::Rsa { octets, .. }) => (&RSA_PKCS1_2048_8192_SHA256, octets),
                Some(PublicKey::Ec { point, .. }) => (&ECDSA_P256_SHA256_ASN1, point),
                _ => panic!("a key that is measured"),
            };
        Self {
            algorithm,
            key,
            signed: certificate.tbs_octets(),
            signature: certificate.signature(),
        }
    }

    /// Takes the digest and verifies the signature, the key parsed each time.
    pub fn run(&self) -> bool {
        UnparsedPublicKey::new(self.algorithm, self.key)
            .verify(self.signed, self.signature)
            .is_ok()
    }
}
