//! Numbers that look random and are the same in every run.

pub(crate) use injang_tests::seeded_rng::SeededRng;
