//! Paths and revocation, with the evidence that a document brings.
#![no_main]

injang_fuzz::elements!(injang_tests::invariants::chain);
