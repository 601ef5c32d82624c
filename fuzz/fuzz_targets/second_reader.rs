//! Two readers: what both can read of octets, both read alike.
#![no_main]

injang_fuzz::elements!(injang_tests::invariants::second_reader);
