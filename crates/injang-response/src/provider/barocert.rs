//! The requests, answers and limits of Barocert, which relays to Kakao, Naver and others.

pub(super) mod limits;
pub(super) mod request;
pub(super) mod response;
