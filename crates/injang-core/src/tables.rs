//! Every table of this crate.

use crate::codes::Table;
use crate::encoding::armor::Armor;
use crate::report::{
    CheckId, DigestSource, EvidenceKind, FindingCode, Lang, Origin, Outcome, Reason,
    RevocationReason,
};
use crate::{
    AtSource, CiError, DigestAlgorithm, Encoding, ErrorKind, Identity, OtherFormat,
    PlainHashSource, Profile, RevocationMode, SignType, SubIndication, Verdict, VidEncoding,
    VidLayout,
};
#[cfg(feature = "diagnose")]
use crate::{Cause, Change, Side};

/// The numbers, names and texts of every enum that leaves the library.
///
/// ```
/// use injang_core::{SubIndication, TABLES, VidLayout};
///
/// assert_eq!(SubIndication::HashFailure.number(), 2);
/// assert_eq!(VidLayout::from_name("serial-ci"), VidLayout::from_number(3));
/// for table in TABLES {
///     for entry in table.entries {
///         println!("{} {} {}", table.name, entry.number, entry.name);
///     }
/// }
/// ```
pub const TABLES: &[Table] = &[
    Verdict::TABLE,
    SubIndication::TABLE,
    CheckId::TABLE,
    Outcome::TABLE,
    FindingCode::TABLE,
    Reason::TABLE,
    RevocationReason::TABLE,
    ErrorKind::TABLE,
    OtherFormat::TABLE,
    Identity::TABLE,
    CiError::TABLE,
    SignType::TABLE,
    DigestSource::TABLE,
    DigestAlgorithm::TABLE,
    Armor::TABLE,
    Encoding::TABLE,
    Origin::TABLE,
    EvidenceKind::TABLE,
    AtSource::TABLE,
    Profile::TABLE,
    RevocationMode::TABLE,
    PlainHashSource::TABLE,
    VidLayout::TABLE,
    VidEncoding::TABLE,
    Lang::TABLE,
    #[cfg(feature = "diagnose")]
    Cause::TABLE,
    #[cfg(feature = "diagnose")]
    Side::TABLE,
    #[cfg(feature = "diagnose")]
    Change::TABLE,
];
