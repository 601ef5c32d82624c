//! The pass over BER: normalising twice changes nothing.
#![no_main]

injang_fuzz::elements!(injang_tests::invariants::ber);
