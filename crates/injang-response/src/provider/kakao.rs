//! Kakao's requests, answers and limits.

pub(super) mod limits;
pub(super) mod request;
pub(super) mod response;
