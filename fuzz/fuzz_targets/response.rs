//! Exchanges with providers: decisions follow from their reasons, and what is accepted was asked.
#![no_main]

injang_fuzz::octets!(injang_tests::invariants::response);
