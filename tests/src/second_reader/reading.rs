//! What a reader says, as plain octets that can be compared.

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// eContentType.
    ContentType,
    /// The octets of the embedded content.
    Content,
    /// How many members a list has.
    Members,
    /// How many entries a CRL has.
    Entries,
    /// A serial number: of a certificate, of a signer's identifier, of an entry of a CRL.
    Serial,
    /// The version of a certificate or a CRL.
    Version,
    /// An `AlgorithmIdentifier` of a signature.
    SignatureAlgorithm,
    /// An `AlgorithmIdentifier` of a digest.
    DigestAlgorithm,
    /// The octets of a signature.
    Signature,
    /// A name: of an issuer, of a subject, in a signer's identifier.
    Name,
    /// A date, in seconds: of a validity, of a CRL, of an entry.
    Date,
    /// The octets of `SubjectPublicKeyInfo`.
    PublicKey,
    /// An extension: identifier, criticality and value.
    Extension,
    /// A signer's subjectKeyIdentifier.
    KeyIdentifier,
    /// An attribute: identifier and values, in the order of their octets.
    SignedAttribute,
    /// The octets that a signature over attributes covers, without the header of the set.
    SignedAttributes,
    /// An attribute that nobody signed: identifier and values.
    UnsignedAttribute,
    /// The octets of a certificate.
    Certificate,
    /// The octets of a CRL.
    Crl,
    /// The octets of a member of `certificates` or `crls` of another format.
    OtherFormat,
}

/// A field and its octets.
pub(super) type Value = (Field, Vec<u8>);

/// What a reader says of one thing, in an order that is the same for both readers.
pub(super) type Member = Vec<Value>;

/// What a reader says of a document.
pub(super) struct Reading {
    /// Content type and content.
    pub(super) content: Member,
    pub(super) certificates: Vec<Member>,
    pub(super) signers: Vec<Member>,
    pub(super) crls: Vec<Member>,
    /// Members of other formats.
    pub(super) others: Vec<Member>,
}

/// A field about which the readers disagree.
pub(super) struct Difference {
    /// Which.
    pub(super) field: Field,
    /// What Injang says, unless it lacks it.
    pub(super) ours: Option<Vec<u8>>,
    /// What the second reader says, unless it lacks it.
    pub(super) theirs: Option<Vec<u8>>,
}

impl Reading {
    /// Where two readings of a document differ. A SET OF has no order, and the second reader sorts
    /// what it reads: members are compared in the order of what they say.
    pub(super) fn differences(self, theirs: Self) -> Vec<Difference> {
        let mut found = differences(self.content, theirs.content);
        for (ours, theirs) in [
            (self.certificates, theirs.certificates),
            (self.signers, theirs.signers),
            (self.crls, theirs.crls),
            (self.others, theirs.others),
        ] {
            found.extend(lists(ours, theirs));
        }
        found
    }
}

fn lists(mut ours: Vec<Member>, mut theirs: Vec<Member>) -> Vec<Difference> {
    if ours.len() != theirs.len() {
        let count = |list: &[Member]| Some(number(list.len()));
        return vec![Difference {
            field: Field::Members,
            ours: count(&ours),
            theirs: count(&theirs),
        }];
    }
    ours.sort();
    theirs.sort();
    let pairs = ours.into_iter().zip(theirs);
    pairs
        .flat_map(|(ours, theirs)| differences(ours, theirs))
        .collect()
}

/// Where two readings of one thing differ.
pub(super) fn differences(ours: Member, theirs: Member) -> Vec<Difference> {
    let (mut ours, mut theirs) = (ours.into_iter(), theirs.into_iter());
    let mut found = Vec::new();
    loop {
        let (a, b) = (ours.next(), theirs.next());
        let Some((field, _)) = a.as_ref().or(b.as_ref()) else {
            return found;
        };
        if a != b {
            found.push(Difference {
                field: *field,
                ours: a.map(|(_, octets)| octets),
                theirs: b.map(|(_, octets)| octets),
            });
        }
    }
}

/// A number as octets.
pub(super) fn number(number: usize) -> Vec<u8> {
    number.to_be_bytes().to_vec()
}

/// Seconds since 1970 as octets.
pub(super) fn seconds(seconds: i64) -> Vec<u8> {
    seconds.to_be_bytes().to_vec()
}

/// Elements in the order of their octets, one after the other.
pub(super) fn sorted<T: AsRef<[u8]>>(mut elements: Vec<T>) -> Vec<u8> {
    elements.sort_unstable_by(|a, b| a.as_ref().cmp(b.as_ref()));
    elements.iter().flat_map(AsRef::as_ref).copied().collect()
}
