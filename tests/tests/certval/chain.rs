//! Chains that are made up, of rules that are mostly kept.

use crate::link::{
    BASIC, COMMON, CONSTRAINTS, COUNTRY, EMAIL, General, INHIBIT_ANY, Kind, LIMITS, Link, MAPPINGS,
    NAMES, Name, ORGANIZATION, Odd, POLICY_LIST, UNIT, USAGE,
};
use crate::reference_validators::{ANY, Inputs, Path};
use crate::seeded_rng::SeededRng;
use injang_core::Time;
use std::fmt;

/// An anchor, the certificates below it, and what both are asked.
#[derive(Clone, Debug)]
pub(crate) struct Chain {
    pub(crate) anchor: Link,
    /// From the one that the anchor issued down to the end.
    pub(crate) links: Vec<Link>,
    pub(crate) inputs: Inputs,
}

const AT: &str = "20260302090000Z";
const PERIODS: [[&str; 2]; 5] = [
    ["20250101000000Z", "20271231235959Z"],
    [AT, "20271231235959Z"],
    ["20250101000000Z", AT],
    ["20250101000000Z", "20260302085959Z"],
    ["20260302090001Z", "20271231235959Z"],
];
const POLICIES: [&str; 5] = ["2.25.1", "2.25.2", "2.25.3", "2.25.4", "2.25.5"];
const HOSTS: [&str; 10] = [
    "example.test",
    "a.example.test",
    "b.a.example.test",
    "A.Example.TEST",
    "badexample.test",
    "example.org",
    "localhost",
    "*.example.test",
    "*.a.example.test",
    "example.test.",
];
const DOMAINS: [&str; 7] = [
    "example.test",
    "a.example.test",
    "EXAMPLE.TEST",
    "test",
    "org",
    "",
    ".example.test",
];
const MAILBOXES: [&str; 8] = [
    "u@example.test",
    "U@example.test",
    "v@EXAMPLE.test",
    "u@a.example.test",
    "u@example.org",
    "\"u@x\"@example.test",
    "nobody",
    "u@example.test.",
];
const MAIL_BASES: [&str; 8] = [
    "example.test.",
    "u@example.test",
    "u@EXAMPLE.TEST",
    "example.test",
    ".example.test",
    ".test",
    "example.org",
    "",
];
const URIS: [&str; 9] = [
    "http://example.test/x",
    "https://a.example.test:8443/",
    "ftp://u:p@b.a.example.test?q@example.org",
    "http://EXAMPLE.test#f",
    "http://example.org",
    "urn:isbn:1",
    "http://10.0.0.1/",
    "http://[2001:db8::1]/",
    "http://example.test./",
];
const URI_BASES: [&str; 7] = [
    "http://example.test",
    "example.test",
    ".example.test",
    "a.example.test",
    ".test",
    "EXAMPLE.ORG",
    "",
];

/// Extensions at the limits of their syntax and beyond.
pub(crate) const ODD: [Odd; 17] = [
    (BASIC, &[0x30, 7, 1, 1, 0xff, 2, 2, 1, 0x2c]),
    (BASIC, &[0x30, 6, 1, 1, 0xff, 2, 1, 0x7f]),
    (BASIC, &[0x30, 6, 1, 1, 0xff, 2, 1, 0xff]),
    (BASIC, &[0x30, 3, 2, 1, 0]),
    (BASIC, &[0x30, 3, 1, 1, 0]),
    (USAGE, &[3, 1, 0]),
    (USAGE, &[3, 2, 0, 0x86]),
    (LIMITS, &[0x30, 0]),
    (LIMITS, &[0x30, 4, 0x80, 2, 1, 0x2c]),
    (LIMITS, &[0x30, 3, 0x80, 1, 0xff]),
    (INHIBIT_ANY, &[2, 2, 1, 0x2c]),
    (INHIBIT_ANY, &[2, 1, 0xff]),
    (NAMES, &[0x30, 0]),
    (CONSTRAINTS, &[0x30, 0]),
    (
        CONSTRAINTS,
        &[
            0x30, 12, 0xa0, 10, 0x30, 8, 0x82, 3, b'o', b'r', b'g', 0x80, 1, 1,
        ],
    ),
    (POLICY_LIST, &[0x30, 0]),
    (MAPPINGS, &[0x30, 0]),
];

fn addresses() -> Vec<Vec<u8>> {
    let long = |middle| [&[0x20, 1, 0x0d, 0xb8, 0, middle], &[0; 9][..], &[1]].concat();
    vec![
        vec![10, 0, 0, 1],
        vec![10, 1, 2, 3],
        vec![192, 168, 1, 1],
        long(0),
        long(1),
    ]
}

fn networks() -> Vec<Vec<u8>> {
    let long = |ones: usize, address: &[u8]| {
        let mut mask = [0; 16];
        mask[..ones].fill(0xff);
        let mut network = [0; 16];
        network[..address.len()].copy_from_slice(address);
        [network, mask].concat()
    };
    vec![
        vec![10, 0, 0, 0, 255, 0, 0, 0],
        vec![10, 1, 0, 0, 255, 255, 0, 0],
        vec![10, 0, 0, 0, 255, 254, 0, 0],
        vec![192, 168, 1, 1, 255, 255, 255, 255],
        vec![0; 8],
        vec![10, 1, 2, 3, 255, 0, 0, 0],
        vec![10, 0, 0, 0, 255, 0, 255, 0],
        long(4, &[0x20, 1, 0x0d, 0xb8]),
        long(6, &[0x20, 1, 0x0d, 0xb8, 0, 1]),
        long(0, &[]),
    ]
}

/// Whether the mask of a network is ones followed by zeros, or the name is no network.
pub(crate) fn is_network(name: &General) -> bool {
    let General::Ip(octets) = name else {
        return true;
    };
    let mask = &octets[octets.len() / 2..];
    let bits: Vec<_> = mask
        .iter()
        .flat_map(|octet| (0..8).rev().map(move |bit| octet >> bit & 1))
        .collect();
    bits.is_sorted_by(|one, next| one >= next)
}

fn attribute(
    rng: &mut SeededRng,
    of: &'static str,
    texts: &[&str],
) -> (&'static str, Kind, String) {
    let kind = rng.pick(&[Kind::Utf8, Kind::Printable]);
    (of, kind, rng.pick(texts).to_owned())
}

/// The beginning of a name: one to three attributes.
fn base(rng: &mut SeededRng) -> Name {
    let mut name = vec![attribute(rng, COUNTRY, &["KR", "KR", "KR", "kr", "US"])];
    if rng.percent(90) {
        let texts = [
            "Alpha Labs",
            "ALPHA  labs",
            " Alpha Labs",
            "Alpha Labs",
            "Beta",
        ];
        name.push(attribute(rng, ORGANIZATION, &texts));
        if rng.percent(30) {
            name.push(attribute(rng, UNIT, &["One", "Two", "one"]));
        }
    }
    name
}

fn subject(rng: &mut SeededRng, number: usize) -> Name {
    let mut name = base(rng);
    if rng.percent(6) {
        let mailbox = rng.pick(&MAILBOXES).to_owned();
        name.push((EMAIL, Kind::Ia5, mailbox));
    }
    let common = if rng.percent(6) {
        rng.pick(&HOSTS).to_owned()
    } else {
        format!("Number {number}")
    };
    name.push((COMMON, Kind::Utf8, common));
    name
}

fn alternative(rng: &mut SeededRng) -> General {
    match rng.below(20) {
        0..4 => General::Directory(subject(rng, 9)),
        4..8 => General::Dns(rng.pick(&HOSTS)),
        8..12 => General::Mail(rng.pick(&MAILBOXES)),
        12..16 => General::Uri(rng.pick(&URIS)),
        16..19 => General::Ip(rng.pick(&addresses())),
        _ => General::Registered(rng.pick(&POLICIES)),
    }
}

fn subtree(rng: &mut SeededRng) -> General {
    match rng.below(20) {
        0..5 => General::Directory(base(rng)),
        5..9 => General::Dns(rng.pick(&DOMAINS)),
        9..12 => General::Mail(rng.pick(&MAIL_BASES)),
        12..15 => General::Uri(rng.pick(&URI_BASES)),
        15..19 => General::Ip(rng.pick(&networks())),
        _ => General::Registered(rng.pick(&POLICIES)),
    }
}

fn several(rng: &mut SeededRng, share: usize, one: fn(&mut SeededRng) -> General) -> Vec<General> {
    let count = rng.below(3) + 1;
    let list = (0..count).map(|_| one(rng)).collect();
    if rng.percent(share) { list } else { Vec::new() }
}

fn link(rng: &mut SeededRng, number: usize, is_authority: bool) -> Link {
    let authority_usage: [&[u8]; 4] = [&[5], &[5, 6], &[0, 5], &[6]];
    let signer_usage: [&[u8]; 4] = [&[0], &[1], &[0, 1], &[2]];
    let mut any = POLICIES.to_vec();
    any.push(ANY);
    let mut policies = rng.some(&POLICIES, 3);
    if rng.percent(40) {
        policies.push(ANY);
    }
    if rng.percent(2) {
        policies.push(policies[0]);
    }
    let has_policies = rng.percent(90);
    let is_odd = |rng: &mut SeededRng| rng.percent(3);
    let validity = if is_odd(rng) {
        rng.pick(&PERIODS)
    } else {
        PERIODS[0]
    };
    let mut link = Link {
        subject: subject(rng, number),
        validity,
        policies: has_policies.then_some(policies),
        require_policy: rng.perhaps(15, 3),
        inhibit_mapping: rng.perhaps(12, 3),
        inhibit_any: rng.perhaps(12, 3),
        permitted: several(rng, if is_authority { 24 } else { 3 }, subtree),
        excluded: several(rng, if is_authority { 24 } else { 3 }, subtree),
        names: several(rng, if is_authority { 8 } else { 60 }, alternative),
        unknown: rng.percent(5).then(|| rng.percent(30)),
        odd: rng.percent(3).then(|| rng.pick(&ODD)),
        is_forged: rng.percent(1),
        ..Link::default()
    };
    let (usual, usages) = if is_authority {
        let length = rng.perhaps(25, 4);
        (Some((true, length)), authority_usage)
    } else {
        (None, signer_usage)
    };
    link.basic = if is_odd(rng) {
        rng.pick(&[
            None,
            Some((false, None)),
            Some((true, Some(0))),
            Some((true, None)),
        ])
    } else {
        usual
    };
    link.usage = match rng.below(40) {
        0 => None,
        1 => Some(rng.pick(&usages).to_vec()),
        _ => Some(rng.pick(&usages[..3]).to_vec()),
    };
    if is_authority && rng.percent(35) {
        let from = if is_odd(rng) { &any } else { &any[..5] };
        let count = rng.below(3) + 1;
        link.mappings = (0..count)
            .map(|_| (rng.pick(from), rng.pick(from)))
            .collect();
    }
    link
}

impl Chain {
    /// The chain of a number: always the same one.
    pub(crate) fn new(seed: u64) -> Self {
        let rng = &mut SeededRng::new(seed);
        let mut anchor = link(rng, 0, true);
        anchor.validity = PERIODS[0];
        let length = rng.below(4) + 2;
        let mut links: Vec<_> = (1..length).map(|number| link(rng, number, true)).collect();
        links.push(link(rng, length, false));
        for place in 0..links.len() {
            let issuer = place.checked_sub(1).map_or(&anchor, |place| &links[place]);
            if rng.percent(12) {
                let subject = issuer.subject.clone();
                links[place].subject = subject;
            }
        }
        // If much of everything were wrong, one reason would hide the others.
        let theme = rng.below(3);
        for link in links.iter_mut().chain([&mut anchor]) {
            match theme {
                0 => {
                    link.permitted.clear();
                    link.excluded.clear();
                }
                1 => {
                    link.require_policy = None;
                    link.mappings.clear();
                }
                _ => {}
            }
        }
        let is_any = rng.percent(50);
        let initial = if is_any {
            vec![ANY]
        } else {
            rng.some(&POLICIES, 4)
        };
        let inputs = Inputs {
            at: Time::parse("2026-03-02T09:00:00Z").expect("time"),
            initial: initial.into_iter().map(str::to_owned).collect(),
            explicit: theme != 1 && rng.percent(40),
            inhibit_mapping: rng.percent(12),
            inhibit_any: rng.percent(12),
            anchor_constraints: rng.percent(20),
            purpose: None,
            depth: None,
        };
        // Of the anchors that say that they are no CA a part is enough: nothing below them is looked
        // at.
        if !inputs.anchor_constraints && links.len() > 2 {
            let length = anchor.basic.and_then(|(_, length)| length);
            anchor.basic = Some((true, length));
            anchor.usage = anchor.usage.filter(|usage| usage.contains(&5));
            anchor.odd = anchor
                .odd
                .filter(|(kind, _)| ![BASIC, USAGE].contains(kind));
        }
        Self {
            anchor,
            links,
            inputs,
        }
    }

    /// Its certificates.
    pub(crate) fn path(&self) -> Path {
        let mut issuer = &self.anchor.subject;
        let mut certificates = Vec::new();
        for (place, link) in self.links.iter().enumerate() {
            certificates.push(link.certificate(place + 1, issuer, place));
            issuer = &link.subject;
        }
        Path {
            anchor: self.anchor.certificate(0, &self.anchor.subject, 0),
            certificates,
        }
    }
}

impl Chain {
    /// A smaller chain on which `still` holds: what can be left out is.
    pub(crate) fn shrunk(mut self, still: impl Fn(&Self) -> bool) -> Self {
        const EDITS: [fn(&mut Link); 17] = [
            |it| it.validity = PERIODS[0],
            |it| it.basic = it.basic.map(|(is_authority, _)| (is_authority, None)),
            |it| it.usage = Some(vec![0, 5]),
            |it| it.policies = None,
            |it| it.policies.iter_mut().for_each(|list| list.truncate(1)),
            |it| it.policies.iter_mut().for_each(|list| list.rotate_left(1)),
            |it| it.mappings.clear(),
            |it| it.mappings.truncate(1),
            |it| it.mappings.reverse(),
            |it| it.require_policy = None,
            |it| it.inhibit_mapping = None,
            |it| it.inhibit_any = None,
            |it| it.permitted.truncate(it.permitted.len().saturating_sub(1)),
            |it| it.excluded.truncate(it.excluded.len().saturating_sub(1)),
            |it| it.names.truncate(it.names.len().saturating_sub(1)),
            |it| it.unknown = None,
            |it| it.odd = None,
        ];
        let mut try_edit = |edit: &dyn Fn(&mut Self)| {
            let mut other = self.clone();
            edit(&mut other);
            let is_whole = other.links.iter().all(|it| it.policies != Some(Vec::new()));
            if is_whole && still(&other) {
                self = other;
            }
        };
        for _ in 0..3 {
            for place in (0..5).rev() {
                try_edit(&|it| {
                    if it.links.len() > place + 1 {
                        drop(it.links.remove(place));
                    }
                });
                for edit in EDITS {
                    try_edit(&|it| it.links.get_mut(place).into_iter().for_each(edit));
                }
            }
            for edit in EDITS {
                try_edit(&|it| edit(&mut it.anchor));
            }
            try_edit(&|it| it.inputs.anchor_constraints = false);
            try_edit(&|it| it.inputs.explicit = false);
            try_edit(&|it| it.inputs.inhibit_any = false);
            try_edit(&|it| it.inputs.inhibit_mapping = false);
            try_edit(&|it| it.inputs.initial = [ANY.to_owned()].into());
        }
        self
    }
}

impl fmt::Display for Chain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "  {:?}", self.inputs)?;
        for link in [&self.anchor].into_iter().chain(&self.links) {
            let text = format!("{link:?}").replace("is_forged: false", "");
            let fields = text.split_inclusive(", ");
            let empty = ["[], ", "None, "];
            let told: String = fields
                .filter(|it| !empty.iter().any(|end| it.ends_with(end)))
                .collect();
            writeln!(f, "  {told}")?;
        }
        Ok(())
    }
}
