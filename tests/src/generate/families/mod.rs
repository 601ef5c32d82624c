//! One module for each family of vectors.

mod algorithm;
mod armor;
mod attributes;
mod bounds;
mod bounds_evidence;
mod certificate;
mod chain;
mod checklist;
mod content;
mod content_types;
mod curves;
mod deltas_fit;
mod diagnose;
mod ed25519;
mod edge_cases;
mod encoding;
mod evidence;
mod forms;
mod holds;
mod identity;
mod kakao;
mod key_lengths;
mod long;
mod modes;
mod path;
mod path_rules;
mod payco;
mod pinned;
mod plain_hash;
mod policy_qualifiers;
mod pss;
mod responders;
mod revocation;
mod rules;
mod scene;
mod signers;
mod speakers;
mod strictness;
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
    ("edge-cases", edge_cases::make),
    ("tolerances", tolerances::make),
    ("attributes", attributes::make),
    ("content", content::make),
    ("certificate", certificate::make),
    ("algorithm", algorithm::make),
    ("path", path::make),
    ("chain", chain::make),
    ("revocation", revocation::make),
    ("evidence", evidence::make),
    ("holds", holds::make),
    ("deltas-fit", deltas_fit::make),
    ("speakers", speakers::make),
    ("responders", responders::make),
    ("pinned", pinned::make),
    ("bounds-evidence", bounds_evidence::make),
    ("path-rules", path_rules::make),
    ("encoding", encoding::make),
    ("pss", pss::make),
    ("ed25519", ed25519::make),
    ("curves", curves::make),
    ("plain-hash", plain_hash::make),
    ("content-types", content_types::make),
    ("bounds", bounds::make),
    ("rules", rules::make),
    ("checklist", checklist::make),
    ("strictness", strictness::make),
    ("forms", forms::make),
    ("policy-qualifiers", policy_qualifiers::make),
    ("key-lengths", key_lengths::make),
    ("diagnose", diagnose::make),
];
