//! `RSASSA-PSS-params`.

use super::{AlgorithmIdentifier, DigestAlgorithm};
use crate::encoding::der::{Reader, tag};
use crate::encoding::error::Error;
use crate::encoding::oid::{self, Oid};

/// Parameters of RSASSA-PSS.
///
/// ```asn1
/// RSASSA-PSS-params ::= SEQUENCE {
///   hashAlgorithm [0] HashAlgorithm DEFAULT sha1Identifier,
///   maskGenAlgorithm [1] MaskGenAlgorithm DEFAULT mgf1SHA1Identifier,
///   saltLength [2] INTEGER DEFAULT 20, trailerField [3] INTEGER DEFAULT 1 }
/// ```
/// RFC 4055 3.1
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PssParameters {
    /// The digest that is signed.
    pub digest: DigestAlgorithm,
    /// The digest in MGF1.
    pub mask_digest: DigestAlgorithm,
    /// How many octets the salt has.
    pub salt: usize,
}

impl PssParameters {
    /// Reads the parameters' element; `None` if there is none, or it names something else than
    /// known digests, MGF1 and trailer field 1.
    pub(super) fn read(octets: &[u8]) -> Option<Self> {
        let mut outer = Reader::new(octets, 0, "RSASSA-PSS-params");
        let parameters = outer.element(tag::SEQUENCE).ok()?;
        outer.finish().ok()?;
        Self::from_fields(parameters.reader("RSASSA-PSS-params")).ok()
    }

    /// The digest or mask generation function that the parameters name and that is not known here.
    pub(super) fn unknown(octets: &[u8]) -> Option<Oid<'_>> {
        let mut outer = Reader::new(octets, 0, "RSASSA-PSS-params");
        let parameters = outer.element(tag::SEQUENCE).ok()?;
        match Self::from_fields(parameters.reader("RSASSA-PSS-params")) {
            Err(ParametersFault::Unknown(oid)) => Some(oid),
            _ => None,
        }
    }

    /// Reads the four fields, each with its default; nothing may follow them.
    fn from_fields(mut fields: Reader<'_>) -> Result<Self, ParametersFault<'_>> {
        // The defaults of RFC 4055 3.1: SHA-1, MGF1 with SHA-1, 20 octets of salt, trailer 1.
        let mut parameters = Self {
            digest: DigestAlgorithm::Sha1,
            mask_digest: DigestAlgorithm::Sha1,
            salt: 20,
        };
        if let Some(explicit) = fields.optional(tag::context(0))? {
            let mut inside = explicit.reader("HashAlgorithm");
            let named = AlgorithmIdentifier::read(&mut inside)?;
            inside.finish()?;
            parameters.digest = known(&named)?;
        }
        if let Some(explicit) = fields.optional(tag::context(1))? {
            let mut inside = explicit.reader("MaskGenAlgorithm");
            let function = AlgorithmIdentifier::read(&mut inside)?;
            inside.finish()?;
            if function.oid() != oid::MGF1 {
                return Err(ParametersFault::Unknown(function.oid()));
            }
            let mut inside = Reader::new(function.parameters(), 0, "MaskGenAlgorithm");
            let named = AlgorithmIdentifier::read(&mut inside)?;
            inside.finish()?;
            parameters.mask_digest = known(&named)?;
        }
        if let Some(explicit) = fields.optional(tag::context(2))? {
            let mut inside = explicit.reader("saltLength");
            let salt = inside.element(tag::INTEGER)?.small_integer()?;
            inside.finish()?;
            // A salt of that many octets fits into no signature, which is refused later.
            parameters.salt = usize::try_from(salt).unwrap_or(usize::MAX);
        }
        if let Some(explicit) = fields.optional(tag::context(3))? {
            let mut inside = explicit.reader("trailerField");
            let trailer = inside.element(tag::INTEGER)?.small_integer()?;
            inside.finish()?;
            if trailer != 1 {
                return Err(ParametersFault::Malformed);
            }
        }
        fields.finish()?;
        Ok(parameters)
    }

    /// Whether a field of the parameters' element has its default value and is written all the
    /// same, which DER does not do (X.690 11.5). What can't be read has none.
    pub(super) fn has_written_default(octets: &[u8]) -> bool {
        let mut outer = Reader::new(octets, 0, "RSASSA-PSS-params");
        let Ok(parameters) = outer.element(tag::SEQUENCE) else {
            return false;
        };
        let Ok(read) = Self::from_fields(parameters.reader("RSASSA-PSS-params")) else {
            return false;
        };
        let mut fields = parameters.reader("RSASSA-PSS-params");
        core::iter::from_fn(|| fields.any().ok()).any(|field| match field.tag() & 0x1f {
            0 => read.digest == DigestAlgorithm::Sha1,
            1 => read.mask_digest == DigestAlgorithm::Sha1,
            2 => read.salt == 20,
            // trailerField: 1 is the only value that is read.
            _ => true,
        })
    }

    /// Whether a key that is restricted to these parameters may be used with others: the same
    /// digests, and at least as much salt (RFC 4055 3.3).
    pub(crate) fn allow(&self, used: &Self) -> bool {
        self.digest == used.digest && self.mask_digest == used.mask_digest && used.salt >= self.salt
    }
}

/// Why parameters can't be used.
enum ParametersFault<'a> {
    /// They break the syntax, or have another trailer field than 1.
    Malformed,
    /// They name an algorithm that is not known.
    Unknown(Oid<'a>),
}

impl From<Error> for ParametersFault<'_> {
    fn from(_: Error) -> Self {
        Self::Malformed
    }
}

/// The digest that is named.
fn known<'a>(named: &AlgorithmIdentifier<'a>) -> Result<DigestAlgorithm, ParametersFault<'a>> {
    named.digest().ok_or_else(|| {
        if DigestAlgorithm::from_oid(named.oid()).is_some() {
            ParametersFault::Malformed
        } else {
            ParametersFault::Unknown(named.oid())
        }
    })
}
