//! Certificates and names: slices of the input, shown without deceit.
#![no_main]

injang_fuzz::elements!(injang_tests::invariants::x509);
