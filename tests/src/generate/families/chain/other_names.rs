//! nameConstraints on addresses, and on forms of names that are not compared.

use super::names::{constrained, organization};
use super::{Outcome, Scene};
use crate::generate::constraint::{ip, name_constraints, other_name};
use crate::generate::der::{implicit_octets, sequence, utf8};
use crate::generate::oid as id;
use std::io;

/// KISA's identification data in NPKI certificates.
const KISA_IDENTIFY_DATA: &str = "1.2.410.200004.10.1.1";

pub(super) fn make(scene: &Scene<'_>) -> io::Result<()> {
    addresses(scene)?;
    other_forms(scene)
}

fn addresses(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Breaks, Passes};
    let v4 = [192, 0, 2, 0, 255, 255, 255, 0];
    let v6: Vec<u8> = [
        &[0x20, 0x01, 0x0d, 0xb8][..],
        &[0; 12],
        &[0xff; 4],
        &[0; 12],
    ]
    .concat();
    let in_v6 = [&[0x20, 0x01, 0x0d, 0xb8][..], &[7; 12]].concat();
    let permitted = |network: &[u8]| name_constraints(&[ip(network)], &[]);
    let excluded = |network: &[u8]| name_constraints(&[], &[ip(network)]);
    for (case, outcome, constraints, address, reason) in [
        (
            "ip-4-permitted",
            Passes,
            permitted(&v4),
            &[192, 0, 2, 7][..],
            "The IPv4 address is in the permitted network.",
        ),
        (
            "ip-4-not-permitted",
            Breaks,
            permitted(&v4),
            &[192, 0, 3, 7],
            "The IPv4 address is not in the permitted network.",
        ),
        (
            "ip-4-excluded",
            Breaks,
            excluded(&v4),
            &[192, 0, 2, 7],
            "The IPv4 address is in the excluded network.",
        ),
        (
            "ip-4-not-excluded",
            Passes,
            excluded(&v4),
            &[192, 0, 3, 7],
            "The IPv4 address is not in the excluded network.",
        ),
        (
            "ip-6-permitted",
            Passes,
            permitted(&v6),
            &in_v6,
            "The IPv6 address is in the permitted network.",
        ),
        (
            "ip-6-excluded",
            Breaks,
            excluded(&v6),
            &in_v6,
            "The IPv6 address is in the excluded network.",
        ),
        (
            "ip-6-under-4-permitted",
            Breaks,
            permitted(&v4),
            &in_v6,
            "An IPv6 address is in no IPv4 network.",
        ),
        (
            "ip-of-5-octets",
            Breaks,
            excluded(&v4),
            &[192, 0, 3, 7, 0],
            "An address of five octets can't be compared.",
        ),
        (
            "ip-mask-with-holes",
            Breaks,
            excluded(&[192, 0, 2, 0, 255, 0, 255, 0]),
            &[10, 0, 0, 1],
            "The mask of the excluded network has holes, so that nothing can be told from it.",
        ),
        (
            "ip-without-mask",
            Breaks,
            excluded(&[192, 0, 2, 0]),
            &[10, 0, 0, 1],
            "The excluded network has no mask, so that nothing can be told from it.",
        ),
    ] {
        constrained(scene, case, outcome, &constraints, &[ip(address)], reason)?;
    }
    Ok(())
}

fn other_forms(scene: &Scene<'_>) -> io::Result<()> {
    use Outcome::{Breaks, Passes};
    let kisa = other_name(KISA_IDENTIFY_DATA, &sequence(&[utf8("시험 서명자")]));
    let unknown = other_name(id::UNKNOWN, &utf8("anything"));
    let registered = implicit_octets(8, &[0x2a, 3]);
    for (case, outcome, constraints, names, reason) in [
        (
            "other-name-constrained",
            Breaks,
            name_constraints(std::slice::from_ref(&unknown), &[]),
            vec![kisa.clone()],
            "Names of the form otherName are constrained, and nobody knows how to compare them.",
        ),
        (
            "other-name-excluded",
            Breaks,
            name_constraints(&[], std::slice::from_ref(&unknown)),
            vec![kisa.clone()],
            "Names of the form otherName are excluded in part, and nobody knows how to compare them.",
        ),
        (
            "other-name-constrained-and-absent",
            Passes,
            name_constraints(std::slice::from_ref(&unknown), &[]),
            vec![],
            "Names of the form otherName are constrained, and the signer has none.",
        ),
        (
            "other-name-not-constrained",
            Passes,
            name_constraints(&[organization("INJANG TEST")], &[]),
            vec![kisa.clone()],
            "KISA's identification data is an otherName, and directory names alone are constrained.",
        ),
        (
            "registered-id-constrained",
            Breaks,
            name_constraints(&[], std::slice::from_ref(&registered)),
            vec![implicit_octets(8, &[0x2a, 4])],
            "Registered identifiers are constrained, which is not processed.",
        ),
    ] {
        constrained(scene, case, outcome, &constraints, &names, reason)?;
    }
    Ok(())
}
