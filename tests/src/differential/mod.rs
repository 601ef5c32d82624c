//! Revocation scenes that are made up from a seed, judged by Injang, OpenSSL and Bouncy Castle.

pub mod draw;
pub mod others;
pub mod ours;
pub mod render;
pub mod scene;
