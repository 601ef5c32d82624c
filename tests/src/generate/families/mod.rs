//! One module for each family of vectors.

mod algorithm;
mod armor;
mod attributes;
mod bounds;
mod certificate;
mod chain;
mod checklist;
mod content;
mod content_types;
mod corners;
mod curves;
mod diagnose;
mod ed25519;
mod encoding;
mod evidence;
mod identity;
mod kakao;
mod long;
mod modes;
mod path;
mod payco;
mod plain_hash;
mod pss;
mod revocation;
mod rules;
mod signers;
mod supplied;
mod tolerances;
mod toss;

use super::vector::Family;
use std::io;

/// Makes all cases of a family.
type Make = fn(&Family) -> io::Result<()>;

/// The families by name.
pub(super) const ALL: &[(&str, Make)] = &[
    ("kakao", kakao::make),
    ("armor", armor::make),
    ("identity", identity::make),
    ("toss", toss::make),
    ("payco", payco::make),
    ("signers", signers::make),
    ("supplied", supplied::make),
    ("long", long::make),
    ("corners", corners::make),
    ("tolerances", tolerances::make),
    ("attributes", attributes::make),
    ("content", content::make),
    ("certificate", certificate::make),
    ("algorithm", algorithm::make),
    ("path", path::make),
    ("chain", chain::make),
    ("revocation", revocation::make),
    ("evidence", evidence::make),
    ("encoding", encoding::make),
    ("pss", pss::make),
    ("ed25519", ed25519::make),
    ("curves", curves::make),
    ("plain-hash", plain_hash::make),
    ("content-types", content_types::make),
    ("bounds", bounds::make),
    ("rules", rules::make),
    ("checklist", checklist::make),
    ("diagnose", diagnose::make),
];
