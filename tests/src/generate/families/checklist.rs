//! Known bypasses that no other family has: `CHECKLIST.md` beside the vectors says which is where.

mod forgeries;
mod identities;

use crate::generate::authority::{Authority, Signer};
use crate::generate::vector::Family;
use std::io;

const CONTENT: &[u8] = b"a content that others would like to have signed";

/// The trusted CA and a signer.
struct Scene<'a> {
    family: &'a Family,
    ca: Authority,
    signer: Signer,
}

pub(super) fn make(family: &Family) -> io::Result<()> {
    let ca = Authority::kakao();
    family.share("ca.der", &ca.certificate)?;
    let signer = ca.ec_signer();
    let scene = Scene { family, ca, signer };
    identities::make(&scene)?;
    forgeries::make(&scene)
}
