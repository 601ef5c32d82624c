//! Reads what Korean signature providers answer: the fields that Kakao, Naver and Toss encrypt.

#![forbid(unsafe_code)]

mod cipher;

pub use cipher::{
    Candidate, CbcKey, CipherError, CtrKey, Secret, TossSession, TossSessions, Wrapping,
};
