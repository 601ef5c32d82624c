//! Toss's requests, answers, limits, and what it says beside the signature.

pub(super) mod limits;
pub(super) mod request;
pub(super) mod response;
mod rules;
