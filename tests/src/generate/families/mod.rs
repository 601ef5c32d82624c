//! One module for each family of vectors.

mod algorithm;
mod attributes;
mod certificate;
mod content;
mod diagnose;
mod encoding;
mod identity;
mod kakao;
mod path;
mod payco;
mod signers;
mod toss;

use super::vector::Family;
use std::io;

/// Makes all cases of a family.
type Make = fn(&Family) -> io::Result<()>;

/// The families by name.
pub(super) const ALL: &[(&str, Make)] = &[
    ("kakao", kakao::make),
    ("identity", identity::make),
    ("toss", toss::make),
    ("payco", payco::make),
    ("signers", signers::make),
    ("attributes", attributes::make),
    ("content", content::make),
    ("certificate", certificate::make),
    ("algorithm", algorithm::make),
    ("path", path::make),
    ("encoding", encoding::make),
    ("diagnose", diagnose::make),
];
