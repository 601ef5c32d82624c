//! CRLs and OCSP responses: slices of the input, indexed by serial number.
#![no_main]

injang_fuzz::elements!(injang_tests::invariants::evidence);
