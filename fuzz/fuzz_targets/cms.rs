//! Signed documents: read or refused at a place in the input.
#![no_main]

injang_fuzz::elements!(injang_tests::invariants::cms);
