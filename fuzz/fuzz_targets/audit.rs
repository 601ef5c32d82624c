//! Verdicts: coherent, the same from every provider, bounded in work.
#![no_main]

injang_fuzz::elements!(injang_tests::invariants::audit);
