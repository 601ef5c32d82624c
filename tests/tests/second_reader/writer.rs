//! A foreign writer: certificates of `x509_cert::builder` and documents of `cms::builder`.

use crate::keys::{Signing, p256_key, p384_key, rsa_key};
use cms::builder::{SignedDataBuilder, SignerInfoBuilder};
use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo};
use der::asn1::{OctetString, SetOfVec, UtcTime, Utf8StringRef};
use der::oid::ObjectIdentifier;
use der::{Any, DateTime, Decode as _, Encode as _, Tag};
use rsa::{RsaPrivateKey, pkcs1v15, pss};
use sha2::{Sha256, Sha384, Sha512};
use spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned, SubjectPublicKeyInfoRef};
use std::str::FromStr as _;
use x509_cert::attr::Attribute;
use x509_cert::builder::profile::BuilderProfile;
use x509_cert::builder::{Builder as _, CertificateBuilder};
use x509_cert::ext::pkix::{
    AuthorityKeyIdentifier, BasicConstraints, KeyUsage, KeyUsages, SubjectKeyIdentifier,
};
use x509_cert::ext::{Extension, ToExtension as _};
use x509_cert::name::Name;
use x509_cert::serial_number::SerialNumber;
use x509_cert::time::{Time, Validity};
use x509_cert::{Certificate, TbsCertificate};

const ID_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const ID_SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const SIGNING_TIME: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.5");
/// An attribute that nobody knows.
const UNKNOWN: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.4.1.99999.1");

/// A document, with what is needed to judge it.
pub(crate) struct Written {
    pub(crate) name: String,
    pub(crate) octets: Vec<u8>,
    /// The content, where the document does not hold it.
    pub(crate) detached: Option<Vec<u8>>,
    pub(crate) has_attributes: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Attributes {
    /// The signature is over the content.
    None,
    /// Those that the builder adds.
    Needed,
    /// Others too, signed and unsigned.
    More,
}

/// Somebody with a certificate.
struct Person<'a> {
    signing: &'a dyn Signing,
    certificate: &'a Certificate,
    by_key_identifier: bool,
}

/// The certificate of the authority that all certificates of the documents are from, and a hundred
/// documents: 8 algorithms, by name or key identifier, content embedded or not, three kinds of
/// attributes; and four of two signers.
pub(crate) fn hundred() -> (Vec<u8>, Vec<Written>) {
    let ca = Authority::new();
    let key = rsa_key("rsa-2048-2.der");
    let rsa = ca.certify("CN=RSA", 2, spki_of(&key.to_public_key()));
    let p256 = ca.certify("CN=P-256", 3, spki_of(p256_key().verifying_key()));
    let p384 = ca.certify("CN=P-384", 4, spki_of(p384_key().verifying_key()));
    let signers: Vec<(&str, Box<dyn Signing>, &Certificate)> = vec![
        ("pkcs1-sha256", Box::new(pkcs1::<Sha256>(&key)), &rsa),
        ("pkcs1-sha384", Box::new(pkcs1::<Sha384>(&key)), &rsa),
        ("pkcs1-sha512", Box::new(pkcs1::<Sha512>(&key)), &rsa),
        (
            "pss-sha256",
            Box::new(pss::SigningKey::<Sha256>::new(key.clone())),
            &rsa,
        ),
        (
            "pss-sha384",
            Box::new(pss::SigningKey::<Sha384>::new(key.clone())),
            &rsa,
        ),
        (
            "pss-sha512",
            Box::new(pss::SigningKey::<Sha512>::new(key.clone())),
            &rsa,
        ),
        ("p256", Box::new(p256_key()), &p256),
        ("p384", Box::new(p384_key()), &p384),
    ];
    let person = |index: usize, by_key_identifier| Person {
        signing: &*signers[index].1,
        certificate: signers[index].2,
        by_key_identifier,
    };
    let mut written = Vec::new();
    for (index, (name, _, _)) in signers.iter().enumerate() {
        for by_key_identifier in [false, true] {
            for is_embedded in [false, true] {
                for (attributes, word) in [
                    (Attributes::None, "plain"),
                    (Attributes::Needed, "needed"),
                    (Attributes::More, "more"),
                ] {
                    let name = format!(
                        "{name} {word}, embedded {is_embedded}, key identifier {by_key_identifier}"
                    );
                    let people = [person(index, by_key_identifier)];
                    written.push(document(name, &people, is_embedded, attributes));
                }
            }
        }
    }
    for (one, other) in [(0, 6), (5, 7)] {
        for is_embedded in [false, true] {
            let people = [person(one, false), person(other, true)];
            let name = format!("signers {one} and {other}, embedded {is_embedded}");
            written.push(document(name, &people, is_embedded, Attributes::Needed));
        }
    }
    (ca.certificate.to_der().expect("DER"), written)
}

fn pkcs1<D>(key: &RsaPrivateKey) -> pkcs1v15::SigningKey<D>
where
    D: sha2::Digest + rsa::pkcs8::AssociatedOid,
{
    pkcs1v15::SigningKey::new(key.clone())
}

fn document(
    name: String,
    people: &[Person<'_>],
    is_embedded: bool,
    attributes: Attributes,
) -> Written {
    let content = format!("전자서명 시험: {name}").into_bytes();
    let info = EncapsulatedContentInfo {
        econtent_type: ID_DATA,
        econtent: is_embedded
            .then(|| Any::new(Tag::OctetString, content.clone()).expect("an OCTET STRING")),
    };
    let has_attributes = attributes != Attributes::None;
    let octets = if has_attributes {
        built(people, &info, &content, attributes)
    } else {
        plain(&people[0], info, &content)
    };
    Written {
        name,
        octets: octets.to_der().expect("DER"),
        detached: (!is_embedded).then_some(content),
        has_attributes,
    }
}

/// What `cms::builder` makes.
fn built(
    people: &[Person<'_>],
    info: &EncapsulatedContentInfo,
    content: &[u8],
    attributes: Attributes,
) -> ContentInfo {
    let mut document = SignedDataBuilder::new(info);
    for person in people {
        let digest = person.signing.digest(content);
        let external = info.econtent.is_none().then_some(&*digest);
        let algorithm = algorithm(person.signing.digest_algorithm());
        let identifier = person.identifier();
        let signer = SignerInfoBuilder::new(identifier, algorithm.clone(), info, external);
        let mut signer = signer.expect("a signer");
        if attributes == Attributes::More {
            let time = UtcTime::from_date_time(moment(2026, 2)).expect("a time");
            let text = Utf8StringRef::new("모르는 속성").expect("text");
            for attribute in [
                attribute(SIGNING_TIME, Any::encode_from(&time)),
                attribute(UNKNOWN, Any::encode_from(&text)),
            ] {
                signer
                    .add_signed_attribute(attribute)
                    .expect("an attribute");
            }
            let unsigned = attribute(UNKNOWN, Any::encode_from(&text));
            signer
                .add_unsigned_attribute(unsigned)
                .expect("an attribute");
        }
        let certificate = CertificateChoices::Certificate(person.certificate.clone());
        document
            .add_certificate(certificate)
            .expect("a certificate");
        document
            .add_digest_algorithm(algorithm)
            .expect("an algorithm");
        person.signing.add_to(&mut document, signer);
    }
    document.build().expect("a document")
}

/// The builder always signs attributes; this puts the types of `cms` together without any.
fn plain(person: &Person<'_>, info: EncapsulatedContentInfo, content: &[u8]) -> ContentInfo {
    let algorithm = algorithm(person.signing.digest_algorithm());
    let version = if person.by_key_identifier {
        CmsVersion::V3
    } else {
        CmsVersion::V1
    };
    let signer = SignerInfo {
        version,
        sid: person.identifier(),
        digest_alg: algorithm.clone(),
        signed_attrs: None,
        signature_algorithm: person.signing.algorithm(),
        signature: OctetString::new(person.signing.sign(content)).expect("octets"),
        unsigned_attrs: None,
    };
    let certificate = CertificateChoices::Certificate(person.certificate.clone());
    let data = SignedData {
        version,
        digest_algorithms: vec![algorithm].try_into().expect("a set"),
        encap_content_info: info,
        certificates: Some(vec![certificate].try_into().expect("a set")),
        crls: None,
        signer_infos: vec![signer].try_into().expect("a set"),
    };
    ContentInfo {
        content_type: ID_SIGNED_DATA,
        content: Any::from_der(&data.to_der().expect("DER")).expect("an element"),
    }
}

impl Person<'_> {
    fn identifier(&self) -> SignerIdentifier {
        let tbs = self.certificate.tbs_certificate();
        if self.by_key_identifier {
            return SignerIdentifier::from(self.certificate);
        }
        SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
            issuer: tbs.issuer().clone(),
            serial_number: tbs.serial_number().clone(),
        })
    }
}

fn algorithm(oid: ObjectIdentifier) -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned {
        oid,
        parameters: None,
    }
}

fn attribute(oid: ObjectIdentifier, value: der::Result<Any>) -> Attribute {
    let mut values = SetOfVec::new();
    values.insert(value.expect("a value")).expect("a set");
    Attribute { oid, values }
}

fn moment(year: u16, month: u8) -> DateTime {
    DateTime::new(year, month, 1, 0, 0, 0).expect("a date")
}

fn spki_of(key: &impl spki::EncodePublicKey) -> SubjectPublicKeyInfoOwned {
    SubjectPublicKeyInfoOwned::from_key(key).expect("a public key")
}

/// Who issues the certificates.
struct Authority {
    key: pkcs1v15::SigningKey<Sha256>,
    name: Name,
    certificate: Certificate,
}

impl Authority {
    fn new() -> Self {
        let key = rsa_key("rsa-2048-1.der");
        let spki = spki_of(&key.to_public_key());
        let key = pkcs1::<Sha256>(&key);
        let name = Name::from_str("CN=Foreign Writer CA,O=Injang,C=KR").expect("a name");
        let certificate = issue(&key, &name, name.clone(), 1, spki, true);
        Self {
            key,
            name,
            certificate,
        }
    }

    fn certify(&self, subject: &str, serial: u8, spki: SubjectPublicKeyInfoOwned) -> Certificate {
        let subject = Name::from_str(subject).expect("a name");
        issue(&self.key, &self.name, subject, serial, spki, false)
    }
}

fn issue(
    key: &pkcs1v15::SigningKey<Sha256>,
    issuer: &Name,
    subject: Name,
    serial: u8,
    spki: SubjectPublicKeyInfoOwned,
    is_authority: bool,
) -> Certificate {
    let profile = Profile {
        issuer: issuer.clone(),
        subject,
        is_authority,
    };
    let time = |year| Time::UtcTime(UtcTime::from_date_time(moment(year, 1)).expect("a time"));
    let validity = Validity::new(time(2026), time(2030));
    let serial = SerialNumber::new(&[serial]).expect("a serial number");
    let builder = CertificateBuilder::new(profile, serial, validity, spki);
    let certificate = builder.and_then(|it| it.build::<_, pkcs1v15::Signature>(key));
    certificate.expect("a certificate")
}

/// What stands in a certificate.
struct Profile {
    issuer: Name,
    subject: Name,
    is_authority: bool,
}

impl BuilderProfile for Profile {
    fn get_issuer(&self, _: &Name) -> Name {
        self.issuer.clone()
    }

    fn get_subject(&self) -> Name {
        self.subject.clone()
    }

    fn build_extensions(
        &self,
        key: SubjectPublicKeyInfoRef<'_>,
        issuer: SubjectPublicKeyInfoRef<'_>,
        _: &TbsCertificate,
    ) -> x509_cert::builder::Result<Vec<Extension>> {
        let constraints = BasicConstraints {
            ca: self.is_authority,
            path_len_constraint: None,
        };
        let usage = if self.is_authority {
            KeyUsages::KeyCertSign
        } else {
            KeyUsages::DigitalSignature
        };
        let subject = &self.subject;
        Ok(vec![
            (&constraints).to_extension(subject, &[])?,
            (&KeyUsage(usage.into())).to_extension(subject, &[])?,
            (&SubjectKeyIdentifier::try_from(key)?).to_extension(subject, &[])?,
            (&AuthorityKeyIdentifier::try_from(issuer)?).to_extension(subject, &[])?,
        ])
    }
}
