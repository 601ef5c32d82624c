//! Text forms: decoding never panics and what was dressed comes out the same.
#![no_main]

injang_fuzz::octets!(injang_tests::invariants::armor);
