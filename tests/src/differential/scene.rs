//! A revocation scene as a value: the keys, who certified whom, and what the revocation data says.
//!
//! Times are days from the time asked, so that 0 is that very second.

/// A key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Who {
    /// The trusted root.
    Root,
    /// The CA's first key.
    Old,
    /// The key that the CA changed to.
    New,
    /// Another CA of the root.
    Sibling,
    /// An end entity of the sibling CA that bears the CA's name and may sign CRLs.
    Impostor,
    /// A key that the CA's name has for CRLs only.
    CrlKey,
    /// A CRL issuer of another name.
    Indirect,
    /// An OCSP delegate.
    Delegate,
    /// The subscriber.
    End,
}

/// How the CA's second key is certified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rekey {
    /// There is only one key.
    None,
    /// The root certified both.
    ByRoot,
    /// The root certified the old key, which certified the new one.
    NewWithOld,
    /// The root certified the new key, which certified the old one.
    OldWithNew,
}

/// When a certificate of a delegate or CRL issuer is valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Valid {
    /// For years.
    Long,
    /// It expired five days before the time asked.
    Expired,
}

/// An entity that a CA authorised to sign CRLs or OCSP responses.
#[derive(Clone, Debug)]
pub struct Helper {
    /// Who certified it.
    pub by: Who,
    /// Whether its certificate has cRLSign, or id-kp-OCSPSigning.
    pub may: bool,
    /// Validity.
    pub valid: Valid,
    /// id-pkix-ocsp-nocheck
    pub nocheck: bool,
    /// Whether its certificate stands in the OCSP responses; otherwise it is supplied.
    pub is_inside: bool,
}

/// The distribution points of the subscriber's certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Points {
    /// No extension.
    None,
    /// One, of all reasons.
    Whole,
    /// One of keyCompromise and cACompromise, one of the other reasons.
    ByReasons,
    /// One whose CRL the indirect issuer signs.
    Indirect,
}

/// The name in a CRL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// The root's.
    Root,
    /// The CA's.
    Ca,
    /// The indirect issuer's.
    Indirect,
}

/// issuingDistributionPoint
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// None.
    All,
    /// Entries of other issuers too.
    Indirect,
    /// keyCompromise and cACompromise, of the first point of [`Points::ByReasons`].
    Compromise,
    /// The other reasons, of its second point.
    Others,
    /// End entities.
    Users,
    /// CAs.
    Authorities,
    /// The point of [`Points::Whole`].
    Point,
}

/// An entry, or what an OCSP response says of a revocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Whose certificate.
    pub of: Who,
    /// revocationDate
    pub date: i32,
    /// reasonCode
    pub reason: Option<u8>,
    /// invalidityDate
    pub invalid_since: Option<i32>,
}

/// A CRL.
#[derive(Clone, Debug)]
pub struct Crl {
    /// Its issuer's name.
    pub named: Named,
    /// Who signed it.
    pub by: Who,
    /// thisUpdate and nextUpdate
    pub this: i32,
    /// nextUpdate
    pub next: Option<i32>,
    /// cRLNumber
    pub number: u8,
    /// `BaseCRLNumber` of a delta.
    pub base: Option<u8>,
    /// What it covers.
    pub scope: Scope,
    /// Its entries.
    pub entries: Vec<Entry>,
}

/// What an OCSP response says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// good
    Good,
    /// unknown
    Unknown,
    /// revoked
    Revoked(Entry),
}

/// An OCSP response about the subscriber.
#[derive(Clone, Debug)]
pub struct Ocsp {
    /// Who signed it.
    pub by: Who,
    /// Whose key the `CertID` has.
    pub key: Who,
    /// producedAt and thisUpdate
    pub this: i32,
    /// nextUpdate
    pub next: Option<i32>,
    /// What it says.
    pub status: Status,
}

/// A whole scene.
#[derive(Clone, Debug)]
pub struct Scene {
    /// Its number, which with the seed makes it.
    pub number: usize,
    /// The CA's second key.
    pub rekey: Rekey,
    /// The CA's key that signed the subscriber's certificate: old or new.
    pub end_by: Who,
    /// Whether the impostor is there.
    pub impostor: bool,
    /// Who has the right to speak, where there is one.
    pub crl_key: Option<Helper>,
    /// The indirect issuer.
    pub indirect: Option<Helper>,
    /// The OCSP delegate.
    pub delegate: Option<Helper>,
    /// The subscriber's distribution points.
    pub points: Points,
    /// In the order in which they are given.
    pub crls: Vec<Crl>,
    /// In the order in which they are given.
    pub ocsp: Vec<Ocsp>,
}

/// certificateHold
pub const HOLD: Option<u8> = Some(6);
/// removeFromCRL
pub const REMOVE: Option<u8> = Some(8);

impl Entry {
    /// From when it counts: the earlier of both dates.
    pub fn since(&self) -> i32 {
        self.invalid_since
            .map_or(self.date, |date| date.min(self.date))
    }

    /// Whether it is permanent: for any reason but a hold.
    pub fn is_final(&self) -> bool {
        self.reason != HOLD && self.reason != REMOVE
    }
}

impl Scene {
    /// Whether a self-issued certificate is on the subscriber's path.
    pub fn is_rekeyed(&self) -> bool {
        matches!(self.rekey, Rekey::NewWithOld | Rekey::OldWithNew)
    }

    /// All entries of CRLs.
    pub fn entries(&self) -> impl Iterator<Item = (&Crl, &Entry)> {
        self.crls
            .iter()
            .flat_map(|crl| crl.entries.iter().map(move |entry| (crl, entry)))
    }

    /// What OCSP responses say of revocations.
    pub fn answers(&self) -> impl Iterator<Item = (&Ocsp, &Entry)> {
        self.ocsp.iter().filter_map(|ocsp| match &ocsp.status {
            Status::Revoked(entry) => Some((ocsp, entry)),
            Status::Good | Status::Unknown => None,
        })
    }

    /// All revocations, of CRLs and of OCSP responses.
    pub fn revocations(&self) -> impl Iterator<Item = &Entry> {
        let entries = self.entries().map(|(_, entry)| entry);
        entries.chain(self.answers().map(|(_, entry)| entry))
    }

    /// Whether the CA has that key, as far as certificates say.
    pub fn has(&self, who: Who) -> bool {
        match who {
            Who::Root | Who::Old | Who::End => true,
            Who::New => self.rekey != Rekey::None,
            Who::Sibling | Who::Impostor => self.impostor,
            Who::CrlKey => self.crl_key.is_some(),
            Who::Indirect => self.indirect.is_some(),
            Who::Delegate => self.delegate.is_some(),
        }
    }
}
