//! Test authorities in the manner of real ones, and the signers that they certify.

use super::certificate::{
    Template, authority_key_identifier, basic_constraints_ca, cps, crl_distribution_point,
    extension, key_identifier, key_usage, name, policy, serial_of, subject_key_identifier,
    test_signer,
};
use super::der::{
    bmp, explicit, implicit_octets, oid, printable, retag, sequence, tlv, utc_time, utf8,
};
use super::key::Key;
use super::oid as id;

/// keyUsage's digitalSignature and nonRepudiation.
pub(crate) const SIGNER_USAGE: [u8; 2] = [0, 1];
/// keyUsage's keyCertSign and cRLSign.
pub(crate) const CA_USAGE: [u8; 2] = [5, 6];

/// The authority whose certificates are imitated.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    Kakao,
    Toss,
    Payco,
}

/// An issuer with its key.
pub(crate) struct Authority {
    pub(crate) key: Key,
    pub(crate) name: Vec<u8>,
    pub(crate) certificate: Vec<u8>,
    manner: Manner,
}

/// A signer: a key and the certificate for it.
#[derive(Clone)]
pub(crate) struct Signer {
    pub(crate) key: Key,
    pub(crate) issuer: Vec<u8>,
    pub(crate) serial: Vec<u8>,
    pub(crate) certificate: Vec<u8>,
}

impl Authority {
    /// The CA of the `kakao` family, and of families that are about no particular provider: P-256.
    pub(crate) fn kakao() -> Self {
        Self::new(Manner::Kakao, Key::ec(), &kakao_name())
    }

    /// A CA with a large RSA key and UTF-8 names.
    pub(crate) fn toss() -> Self {
        Self::toss_with(Key::rsa(4096))
    }

    /// The same with a key of choice.
    pub(crate) fn toss_with(key: Key) -> Self {
        let distinguished = name(&[
            (id::COUNTRY_NAME, utf8("KR")),
            (id::ORGANIZATION_NAME, utf8("INJANG TEST")),
            (id::ORGANIZATIONAL_UNIT_NAME, utf8("Test Cert")),
            (id::COMMON_NAME, utf8("TEST CA1")),
        ]);
        Self::new(Manner::Toss, key, &distinguished)
    }

    /// A CA of RSA-2048 whose certificate travels with its signers'.
    pub(crate) fn payco() -> Self {
        let distinguished = name(&[
            (id::COUNTRY_NAME, printable("KR")),
            (id::ORGANIZATION_NAME, printable("INJANG TEST")),
            (id::COMMON_NAME, printable("TEST CA Class 1")),
        ]);
        Self::new(Manner::Payco, Key::rsa(2048), &distinguished)
    }

    /// A CA that certifies itself.
    pub(crate) fn new(manner: Manner, key: Key, distinguished: &[u8]) -> Self {
        let certificate = authority_template(distinguished, distinguished, &[1], &key).sign(&key);
        Self {
            key,
            name: distinguished.to_vec(),
            certificate,
            manner,
        }
    }

    /// A template of a subscriber's certificate in this authority's manner.
    pub(crate) fn template(&self, key: &Key, serial: &[u8], number: u8) -> Template {
        let base = Template::new(&self.name, &test_signer(number), serial, key);
        match self.manner {
            Manner::Kakao => base
                .with(
                    id::AUTHORITY_KEY_IDENTIFIER,
                    authority_key_identifier(&self.key.spki()),
                )
                .with(id::SUBJECT_KEY_IDENTIFIER, subject_key_identifier(key))
                .with(id::KEY_USAGE, key_usage(&SIGNER_USAGE))
                .with(id::CERTIFICATE_POLICIES, kakao_policies())
                .with(
                    id::CRL_DISTRIBUTION_POINTS,
                    crl_distribution_point(KAKAO_CRL),
                ),
            Manner::Toss => base
                .with(
                    id::AUTHORITY_KEY_IDENTIFIER,
                    self.full_authority_key_identifier(),
                )
                .with(id::SUBJECT_KEY_IDENTIFIER, subject_key_identifier(key))
                .with(id::KEY_USAGE, key_usage(&SIGNER_USAGE))
                .with(id::CERTIFICATE_POLICIES, toss_policies())
                .with(
                    id::CRL_DISTRIBUTION_POINTS,
                    crl_distribution_point("http://ca.test.invalid/crl/dp1.crl"),
                ),
            Manner::Payco => base
                .with(
                    id::AUTHORITY_KEY_IDENTIFIER,
                    authority_key_identifier(&key_identifier(&self.key)),
                )
                .with(id::SUBJECT_KEY_IDENTIFIER, subject_key_identifier(key))
                .with(id::KEY_USAGE, key_usage(&SIGNER_USAGE))
                .with(
                    id::CERTIFICATE_POLICIES,
                    extension(
                        id::CERTIFICATE_POLICIES,
                        false,
                        &sequence(&[policy(id::PAYCO_POLICY, &[])]),
                    ),
                ),
        }
    }

    /// Certifies `key` under a template derived from the usual one.
    pub(crate) fn certify_as(
        &self,
        key: &Key,
        serial: &[u8],
        shape: impl FnOnce(Template) -> Template,
    ) -> Signer {
        let template = shape(self.template(key, serial, 1));
        Signer {
            key: key.clone(),
            issuer: template.issuer.clone(),
            serial: template.serial.clone(),
            certificate: template.sign(&self.key),
        }
    }

    /// Certifies `key` as usual.
    pub(crate) fn certify(&self, key: &Key, serial: &[u8]) -> Signer {
        self.certify_as(key, serial, |template| template)
    }

    /// A new P-256 signer with an ordinary serial number.
    pub(crate) fn ec_signer(&self) -> Signer {
        self.certify(&Key::ec(), &serial_of(20, false))
    }

    /// A new P-256 signer whose certificate deviates.
    pub(crate) fn ec_signer_as(&self, shape: impl FnOnce(Template) -> Template) -> Signer {
        self.certify_as(&Key::ec(), &serial_of(20, false), shape)
    }

    /// authorityKeyIdentifier of all three fields, as Toss writes it.
    fn full_authority_key_identifier(&self) -> Vec<u8> {
        let issuer = tlv(0xa1, &explicit(4, &self.name));
        let fields = [
            implicit_octets(0, &key_identifier(&self.key)),
            issuer,
            retag(0x82, &[2, 1, 1]),
        ];
        extension(id::AUTHORITY_KEY_IDENTIFIER, false, &sequence(&fields))
    }
}

/// A template of a CA certificate, valid from 2020 to 2040.
pub(crate) fn authority_template(
    issuer: &[u8],
    subject: &[u8],
    serial: &[u8],
    key: &Key,
) -> Template {
    Template::new(issuer, subject, serial, key)
        .valid(utc_time("200101000000Z"), utc_time("391231235959Z"))
        .with(id::BASIC_CONSTRAINTS, basic_constraints_ca())
        .with(id::KEY_USAGE, key_usage(&CA_USAGE))
        .with(id::SUBJECT_KEY_IDENTIFIER, subject_key_identifier(key))
}

/// Where the Kakao-like certificates say their revocation list is.
const KAKAO_CRL: &str = "ldap://ldap.test.invalid:389/CN=TEST-CA,OU=Test-Certification-Authority-Central,O=INJANG-TEST,C=KR\
     ?certificateRevocationList";

/// The name of the Kakao-like CA.
pub(crate) fn kakao_name() -> Vec<u8> {
    kakao_name_as(utf8, "INJANG TEST", "TEST-CA")
}

/// The same name with other string types or spelling.
pub(crate) fn kakao_name_as(
    string: fn(&str) -> Vec<u8>,
    organization: &str,
    common_name: &str,
) -> Vec<u8> {
    name(&[
        (id::COUNTRY_NAME, printable("KR")),
        (id::ORGANIZATION_NAME, string(organization)),
        (
            id::ORGANIZATIONAL_UNIT_NAME,
            string("Test Certification Authority Central"),
        ),
        (id::COMMON_NAME, string(common_name)),
    ])
}

/// Kakao's policies: its own, then the CPS qualifier's OID in the place of a policy.
fn kakao_policies() -> Vec<u8> {
    let misplaced = policy(id::ID_QT_CPS, &[cps("https://ca.test.invalid/policy/cps")]);
    extension(
        id::CERTIFICATE_POLICIES,
        false,
        &sequence(&[policy(id::KAKAO_POLICY, &[]), misplaced]),
    )
}

/// The text of the notice in [`toss_policies`].
pub(crate) const TOSS_NOTICE: &str = "This is a test certificate";

/// Toss's policies: critical, with a practice statement and a notice in UCS-2.
fn toss_policies() -> Vec<u8> {
    let notice = sequence(&[oid(id::ID_QT_UNOTICE), sequence(&[bmp(TOSS_NOTICE)])]);
    let own = policy(
        id::TOSS_POLICY,
        &[cps("http://ca.test.invalid/cps.html"), notice],
    );
    extension(id::CERTIFICATE_POLICIES, true, &sequence(&[own]))
}
