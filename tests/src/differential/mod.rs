//! Revocation scenes that are made up from a seed, judged by Injang, OpenSSL and Bouncy Castle: see
//! `cargo xtask differential`.
//!
//! A scene is drawn as a value, worked out by the rules ([`norm`]), and written as octets, which the
//! three read. What either of the others calls revoked does not pass here, and whatever else they
//! say otherwise has a reason ([`classes`]).

pub mod classes;
pub mod draw;
pub mod norm;
pub mod others;
pub mod ours;
pub mod render;
pub mod scene;
