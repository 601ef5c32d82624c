//! What holds for any input whatever. The fuzz targets in `fuzz/` are one line around each of
//! these functions, and `tests/corpus.rs` calls them on the committed corpus and on the vectors.
//!
//! Each takes octets, returns if the invariant holds, and panics with the reason if it does not.

mod batch;
mod checked_backend;
mod evidence;
mod judgement;
mod response;
mod scene;
mod second_reader;
pub(crate) mod setting;
mod syntax;

pub use batch::batch;
pub use evidence::{chain, evidence};
pub use judgement::{audit, pass};
pub use response::response;
pub use second_reader::second_reader;
pub use syntax::{armor, ber, cms, x509};

/// An invariant: it panics where it does not hold.
pub type Invariant = fn(&[u8]);

/// Every invariant, by the name of its fuzz target and of its folder in `fuzz/corpus`.
pub const ALL: [(&str, Invariant); 11] = [
    ("armor", armor),
    ("ber", ber),
    ("x509", x509),
    ("cms", cms),
    ("evidence", evidence),
    ("chain", chain),
    ("audit", audit),
    ("pass", pass),
    ("response", response),
    ("second_reader", second_reader),
    ("batch", batch),
];
