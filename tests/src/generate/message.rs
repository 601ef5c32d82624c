//! `SignedData` (RFC 5652 5), field by field, in DER or in BER of one's choice.

use super::algorithm::{Hash, rsa_encryption};
use super::attribute::{signed_field, signed_octets, usual_under};
use super::authority::Signer;
use super::ber::{indefinite, long_length};
use super::der::{implicit_octets, integer, integer_octets, octet_string, oid, sequence, tlv};
use super::key::Key;
use super::oid::{ID_DATA, ID_SIGNED_DATA};

/// How the layers around the content are encoded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layers {
    /// DER.
    Definite,
    /// `ContentInfo`, `SignedData`, `encapContentInfo` and their tags are indefinite, as Bouncy
    /// Castle writes them; the sets behind them are definite.
    OuterIndefinite,
    /// Everything constructed outside certificates is indefinite.
    AllIndefinite,
    /// Definite lengths of more octets than needed.
    LongLengths,
}

impl Layers {
    fn outer(self, tag: u8, content: &[u8]) -> Vec<u8> {
        match self {
            Self::Definite => tlv(tag, content),
            Self::OuterIndefinite | Self::AllIndefinite => indefinite(tag, content),
            Self::LongLengths => long_length(tag, content),
        }
    }

    fn inner(self, tag: u8, content: &[u8]) -> Vec<u8> {
        if self == Self::OuterIndefinite {
            tlv(tag, content)
        } else {
            self.outer(tag, content)
        }
    }
}

/// What will be a `SignerInfo`; every field can be wrong.
#[derive(Clone)]
pub(crate) struct SignerInfo {
    pub(crate) version: u8,
    /// The `SignerIdentifier`.
    pub(crate) identifier: Vec<u8>,
    pub(crate) digest_algorithm: Vec<u8>,
    /// The whole `signedAttrs` element.
    pub(crate) signed_attributes: Option<Vec<u8>>,
    pub(crate) signature_algorithm: Vec<u8>,
    pub(crate) signature: Vec<u8>,
    /// The whole `signature` element, if it is not a primitive OCTET STRING.
    pub(crate) signature_element: Option<Vec<u8>>,
    /// The unsigned attributes.
    pub(crate) unsigned_attributes: Vec<Vec<u8>>,
}

impl SignerInfo {
    /// A signature over the content itself.
    pub(crate) fn message(signer: &Signer, hash: Hash, content: &[u8]) -> Self {
        Self::unsigned(signer, hash).signed(signer.key.sign(hash, content))
    }

    /// A signature over the usual three attributes.
    pub(crate) fn attributes(signer: &Signer, hash: Hash, content: &[u8]) -> Self {
        Self::over(signer, hash, &usual_under(hash, content))
    }

    /// A signature over attributes of choice, sent in DER.
    pub(crate) fn over(signer: &Signer, hash: Hash, attributes: &[Vec<u8>]) -> Self {
        Self::over_octets(
            signer,
            hash,
            signed_field(attributes),
            &signed_octets(attributes),
        )
    }

    /// A signature over `octets`, with any `signedAttrs` element beside it.
    pub(crate) fn over_octets(signer: &Signer, hash: Hash, field: Vec<u8>, octets: &[u8]) -> Self {
        let mut info = Self::unsigned(signer, hash).signed(signer.key.sign(hash, octets));
        info.signed_attributes = Some(field);
        info
    }

    /// Everything but the signature. RSA keys get the identifier `rsaEncryption`.
    pub(crate) fn unsigned(signer: &Signer, hash: Hash) -> Self {
        Self {
            version: 1,
            identifier: issuer_and_serial(&signer.issuer, &signer.serial),
            digest_algorithm: hash.identifier(),
            signed_attributes: None,
            signature_algorithm: match signer.key {
                Key::Rsa(_) => rsa_encryption(),
                Key::Ec(_) | Key::Ed25519(_) => signer.key.signature_algorithm(hash),
            },
            signature: Vec::new(),
            signature_element: None,
            unsigned_attributes: Vec::new(),
        }
    }

    /// Replaces the signature.
    pub(crate) fn signed(mut self, signature: Vec<u8>) -> Self {
        self.signature = signature;
        self
    }

    /// Replaces the `signatureAlgorithm`.
    pub(crate) fn algorithm(mut self, identifier: Vec<u8>) -> Self {
        self.signature_algorithm = identifier;
        self
    }

    /// Replaces the `SignerIdentifier`.
    pub(crate) fn identified_by(mut self, identifier: Vec<u8>) -> Self {
        self.identifier = identifier;
        self
    }

    /// The element, encoded as these layers say.
    pub(crate) fn encode(&self, layers: Layers) -> Vec<u8> {
        let mut fields = vec![
            integer(self.version),
            self.identifier.clone(),
            self.digest_algorithm.clone(),
        ];
        fields.extend(self.signed_attributes.clone());
        fields.push(self.signature_algorithm.clone());
        let signature = self.signature_element.clone();
        fields.push(signature.unwrap_or_else(|| octet_string(&self.signature)));
        if !self.unsigned_attributes.is_empty() {
            fields.push(layers.inner(0xa1, &self.unsigned_attributes.concat()));
        }
        layers.inner(0x30, &fields.concat())
    }
}

/// What will be a document; every field can be wrong.
#[derive(Clone)]
pub(crate) struct Message {
    /// `SignedData.version`, if it is not the one that RFC 5652 5.1 requires.
    pub(crate) version: Option<u8>,
    /// `digestAlgorithms`, if they are not those of the signers.
    pub(crate) digest_algorithms: Option<Vec<Vec<u8>>>,
    pub(crate) content_type: &'static str,
    /// The element inside `eContent`'s tag; detached when absent.
    pub(crate) content: Option<Vec<u8>>,
    pub(crate) certificates: Vec<Vec<u8>>,
    pub(crate) revocation_infos: Vec<Vec<u8>>,
    pub(crate) signers: Vec<SignerInfo>,
    pub(crate) layers: Layers,
}

impl Message {
    /// A document with `content` embedded as one primitive OCTET STRING.
    pub(crate) fn new(content: &[u8]) -> Self {
        Self {
            content: Some(octet_string(content)),
            ..Self::detached()
        }
    }

    /// A document without content.
    pub(crate) fn detached() -> Self {
        Self {
            version: None,
            digest_algorithms: None,
            content_type: ID_DATA,
            content: None,
            certificates: Vec::new(),
            revocation_infos: Vec::new(),
            signers: Vec::new(),
            layers: Layers::Definite,
        }
    }

    /// Adds the signer's certificate and `SignerInfo`.
    pub(crate) fn signer(self, signer: &Signer, info: SignerInfo) -> Self {
        self.certificate(&signer.certificate).info(info)
    }

    /// Adds a certificate, or another element in the place of one.
    pub(crate) fn certificate(mut self, choice: &[u8]) -> Self {
        self.certificates.push(choice.to_vec());
        self
    }

    /// Adds a `SignerInfo`.
    pub(crate) fn info(mut self, info: SignerInfo) -> Self {
        self.signers.push(info);
        self
    }

    /// Replaces the content by another element.
    pub(crate) fn content_element(mut self, element: Vec<u8>) -> Self {
        self.content = Some(element);
        self
    }

    /// Replaces the layers.
    pub(crate) fn layers(mut self, layers: Layers) -> Self {
        self.layers = layers;
        self
    }

    /// The whole document.
    pub(crate) fn encode(&self) -> Vec<u8> {
        content_info(ID_SIGNED_DATA, &self.signed_data(), self.layers)
    }

    /// `SignedData` alone.
    pub(crate) fn signed_data(&self) -> Vec<u8> {
        let layers = self.layers;
        let mut encapsulated = oid(self.content_type);
        if let Some(content) = &self.content {
            encapsulated.extend(layers.outer(0xa0, content));
        }
        let mut fields = vec![
            integer(self.version.unwrap_or_else(|| self.fitting_version())),
            layers.inner(0x31, &self.listed_digests().concat()),
            layers.outer(0x30, &encapsulated),
        ];
        if !self.certificates.is_empty() {
            fields.push(layers.inner(0xa0, &self.certificates.concat()));
        }
        if !self.revocation_infos.is_empty() {
            fields.push(layers.inner(0xa1, &self.revocation_infos.concat()));
        }
        let infos: Vec<u8> = self
            .signers
            .iter()
            .flat_map(|signer| signer.encode(layers))
            .collect();
        fields.push(layers.inner(0x31, &infos));
        layers.outer(0x30, &fields.concat())
    }

    fn listed_digests(&self) -> Vec<Vec<u8>> {
        self.digest_algorithms.clone().unwrap_or_else(|| {
            let mut all: Vec<_> = self
                .signers
                .iter()
                .map(|signer| signer.digest_algorithm.clone())
                .collect();
            all.sort();
            all.dedup();
            all
        })
    }

    /// The version that RFC 5652 5.1 asks for.
    fn fitting_version(&self) -> u8 {
        let holds = |tag: u8| self.certificates.iter().any(|choice| choice[0] == tag);
        if holds(0xa3) || self.revocation_infos.iter().any(|info| info[0] == 0xa1) {
            5
        } else if holds(0xa2) {
            4
        } else if holds(0xa1)
            || self.content_type != ID_DATA
            || self.signers.iter().any(|info| info.version == 3)
        {
            3
        } else {
            1
        }
    }
}

/// `ContentInfo` around an element.
pub(crate) fn content_info(content_type: &str, element: &[u8], layers: Layers) -> Vec<u8> {
    layers.outer(
        0x30,
        &[oid(content_type), layers.outer(0xa0, element)].concat(),
    )
}

/// `IssuerAndSerialNumber`.
pub(crate) fn issuer_and_serial(issuer: &[u8], serial: &[u8]) -> Vec<u8> {
    sequence(&[issuer.to_vec(), integer_octets(serial)])
}

/// `[0] SubjectKeyIdentifier`.
pub(crate) fn by_key_identifier(identifier: &[u8]) -> Vec<u8> {
    implicit_octets(0, identifier)
}
