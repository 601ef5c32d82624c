//! Arrow input: one row in, one row out, whatever the columns.
#![no_main]

injang_fuzz::octets!(injang_tests::invariants::batch);
