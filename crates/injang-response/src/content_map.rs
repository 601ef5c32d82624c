//! What the caller says about contents that the provider composes.

use crate::format_error::{FormatError, FormatRule};
use crate::json::Value;
use crate::members::Members;
use crate::pointer::Pointer;

/// Which values of a request must stand where in what was signed, for products whose content the
/// provider composes and does not publish the form of.
///
/// Every member of the request is part of the agreement, and must be named, but for those that say
/// how to ask: ids, titles and messages, times, URLs, kinds of signatures and documents, and the
/// receiver. Of Kakao's `delegate_info` only the members of the guide say so: another may say for whom
/// the signature is. A member that is named whole is named with all that is in it. What is left out is
/// [`ContentNotCompared`](crate::DecisionCode::ContentNotCompared); so is the whole where nothing that is named says anything: members
/// that say how to ask, empty texts, arrays and objects. A member that is named and that the request
/// lacks, or has at null, is [`ContentMapUnusable`](crate::DecisionCode::ContentMapUnusable).
///
/// A text of the request that was encrypted under the partner's key agrees with what was signed
/// if it decrypts to it, however short it is, and a pointer may enter such a text as it enters any
/// other. Without the key a text of Kakao's request that may be a ciphertext and is not what was signed
/// is [`KeysMissing`](crate::DecisionCode::KeysMissing): a word of four letters may be one.
#[derive(Clone, Debug)]
pub struct ContentMap {
    pub(crate) pairs: Vec<(Pointer, Pointer)>,
}

impl ContentMap {
    /// What it names of the request.
    pub(crate) fn sources(&self) -> impl Iterator<Item = &Pointer> {
        self.pairs.iter().map(|(from, _)| from)
    }

    /// From JSON: an object whose keys are JSON pointers (RFC 6901) into the request, and whose
    /// values are pointers into what was signed. Both enter texts that hold JSON. It has at least
    /// one member.
    pub fn parse(text: &[u8]) -> Result<Self, FormatError> {
        let value = Value::parse(text)?;
        Members::top(&value)?;
        let mut pairs = Vec::new();
        for (key, value) in value.as_object().into_iter().flatten() {
            let target = value
                .as_text()
                .ok_or(FormatError::new(FormatRule::NotText))?;
            pairs.push((Pointer::parse(key)?, Pointer::parse(target)?));
        }
        if pairs.is_empty() {
            return Err(FormatError::new(FormatRule::Empty));
        }
        Ok(Self { pairs })
    }
}
