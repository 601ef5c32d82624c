//! What passes was signed by a key that an anchor certified.
#![no_main]

injang_fuzz::elements!(injang_tests::invariants::pass);
