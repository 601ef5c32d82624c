//! The settings of a policy that are one of a few words, by number and name.

use super::Revocation;
use crate::report::RevocationMode;

codes! {
    table "profile" (u8, name, sentence);
    /// How deviations from the standards are taken.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum Profile {
        /// Harmless ones that real documents have are accepted, each with a finding.
        #[default]
        Standard = 1 "standard"
            "harmless deviations from the standards are accepted"
            "표준과 다르지만 해롭지 않은 형식을 허용함",
        /// Every tolerance is `INDETERMINATE / FORMAT_FAILURE`.
        Strict = 2 "strict"
            "no deviation from the standards is accepted"
            "표준과 다른 형식을 허용하지 않음",
    }
}

codes! {
    table "plain-hash-source" (u8, name, sentence);
    /// What a digest is that the caller gives in place of a content (PLAIN_HASH).
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum PlainHashSource {
        /// The digest of what was signed.
        #[default]
        Prehash = 1 "prehash"
            "the digest is that of what was signed"
            "서명된 원문의 해시값",
        /// What was signed: the signer took the digest of its octets.
        HashOfHash = 2 "hash-of-hash"
            "the digest itself was signed as content"
            "원문으로 서명된 해시값",
    }
}

impl Revocation<'_> {
    /// The mode, without the revocation data.
    pub const fn mode(&self) -> RevocationMode {
        match self {
            Self::Require(_) => RevocationMode::Require,
            Self::NotChecked => RevocationMode::NotChecked,
        }
    }
}
