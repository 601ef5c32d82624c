//! Draws scenes: a good one first, then some twists.

use super::scene::{
    Crl, Entry, HOLD, Helper, Named, Ocsp, Points, REMOVE, Rekey, Scene, Scope, Status, Valid, Who,
};
use crate::seeded_rng::SeededRng;

/// The scene of that number under a seed.
pub fn draw(seed: u64, number: usize) -> Scene {
    let mixed = seed.wrapping_mul(1 << 20).wrapping_add(number as u64);
    let mut rng = SeededRng::new(mixed);
    let rekey = rng.pick(&[
        Rekey::None,
        Rekey::None,
        Rekey::ByRoot,
        Rekey::NewWithOld,
        Rekey::OldWithNew,
    ]);
    let end_by = match rekey {
        Rekey::None => Who::Old,
        _ => rng.pick(&[Who::Old, Who::New]),
    };
    let mut scene = Scene {
        number,
        rekey,
        end_by,
        impostor: rng.percent(15),
        crl_key: None,
        indirect: None,
        delegate: None,
        points: Points::None,
        crls: vec![clean(Named::Root, Who::Root), clean(Named::Ca, end_by)],
        ocsp: Vec::new(),
    };
    if rekey != Rekey::None && rng.percent(60) {
        scene.crls.push(clean(Named::Ca, other(end_by)));
    }
    for _ in 0..=rng.below(4) {
        twist(&mut scene, &mut rng);
    }
    shuffle(&mut scene.crls, &mut rng);
    shuffle(&mut scene.ocsp, &mut rng);
    scene
}

fn other(key: Who) -> Who {
    if key == Who::Old { Who::New } else { Who::Old }
}

/// A fresh CRL without entries.
fn clean(named: Named, by: Who) -> Crl {
    Crl {
        named,
        by,
        this: -5,
        next: Some(5),
        number: 10,
        base: None,
        scope: Scope::All,
        entries: Vec::new(),
    }
}

fn shuffle<T>(list: &mut [T], rng: &mut SeededRng) {
    for end in (1..list.len()).rev() {
        list.swap(end, rng.below(end + 1));
    }
}

/// Before, at, or after the time asked.
fn day(rng: &mut SeededRng) -> i32 {
    rng.pick(&[-20, -10, -5, -4, -1, 0, 1, 5])
}

fn entry(of: Who, rng: &mut SeededRng) -> Entry {
    Entry {
        of,
        date: rng.pick(&[-20, -6, -1, 0, 2]),
        reason: rng.pick(&[None, Some(1), Some(1), Some(4), HOLD, HOLD, REMOVE]),
        invalid_since: rng.percent(15).then(|| rng.pick(&[-30, -2, 0, 1])),
    }
}

fn times(crl: &mut Crl, rng: &mut SeededRng) {
    crl.this = day(rng);
    let until = rng.pick(&[1, 4, 5, 10]);
    crl.next = (!rng.percent(15)).then_some(crl.this + until);
}

fn helper(by: &[Who], rng: &mut SeededRng) -> Helper {
    Helper {
        by: rng.pick(by),
        may: !rng.percent(15),
        valid: if rng.percent(15) {
            Valid::Expired
        } else {
            Valid::Long
        },
        nocheck: rng.percent(60),
        is_inside: rng.percent(75),
    }
}

/// Who may be tried as the signer of a CRL in the CA's name.
fn signers(scene: &Scene) -> Vec<Who> {
    let all = [Who::Old, Who::New, Who::CrlKey, Who::Impostor, Who::Root];
    all.into_iter().filter(|who| scene.has(*who)).collect()
}

fn twist(scene: &mut Scene, rng: &mut SeededRng) {
    let keys: Vec<Who> = [Who::Root, Who::Old, Who::New]
        .into_iter()
        .filter(|who| scene.has(*who))
        .collect();
    match rng.below(10) {
        // The subscriber is in one of the CRLs.
        0 | 1 => {
            let index = rng.below(scene.crls.len());
            let entry = entry(Who::End, rng);
            scene.crls[index].entries.push(entry);
        }
        // Somebody else is: a CA, a delegate, a CRL issuer.
        2 => {
            let of = rng.pick(&[
                Who::Old,
                Who::New,
                Who::Delegate,
                Who::CrlKey,
                Who::Indirect,
            ]);
            let index = rng.below(scene.crls.len());
            let entry = entry(of, rng);
            scene.crls[index].entries.push(entry);
        }
        // A CRL has other times.
        3 => {
            let index = rng.below(scene.crls.len());
            times(&mut scene.crls[index], rng);
        }
        // One more CRL in the CA's name, by whomever.
        4 => {
            if rng.percent(50) && scene.crl_key.is_none() {
                scene.crl_key = Some(helper(&keys, rng));
            }
            let by = rng.pick(&signers(scene));
            let mut crl = clean(Named::Ca, by);
            crl.number = rng.pick(&[9, 10, 11]);
            times(&mut crl, rng);
            if rng.percent(40) {
                crl.entries.push(entry(Who::End, rng));
            }
            scene.crls.push(crl);
        }
        // A delta to one.
        5 => {
            let index = rng.below(scene.crls.len());
            let mut delta = scene.crls[index].clone();
            delta.base = Some(rng.pick(&[9, 10, 10, 10, 11]));
            delta.number = rng.pick(&[9, 10, 11, 12]);
            delta.this = delta.this.saturating_add(rng.pick(&[-1, 0, 1, 3]));
            delta.next = Some(delta.this + rng.pick(&[1, 5, 10]));
            delta.entries.clear();
            if rng.percent(70) {
                delta.entries.push(entry(Who::End, rng));
            }
            scene.crls.push(delta);
        }
        // The CRLs of the CA are in parts.
        6 => {
            scene.points = rng.pick(&[Points::Whole, Points::ByReasons, Points::ByReasons]);
            let scopes = match scene.points {
                Points::Whole => vec![Scope::Point],
                _ => vec![Scope::Compromise, Scope::Others],
            };
            let own = |crl: &Crl| crl.named == Named::Ca && crl.by == scene.end_by;
            let mut parts = Vec::new();
            for scope in scopes {
                for crl in scene.crls.iter().filter(|crl| own(crl)) {
                    parts.push(Crl {
                        scope,
                        ..crl.clone()
                    });
                }
            }
            scene.crls.retain(|crl| !own(crl));
            scene.crls.extend(parts);
        }
        // A CRL covers one kind of certificates.
        7 => {
            let index = rng.below(scene.crls.len());
            scene.crls[index].scope = rng.pick(&[Scope::Users, Scope::Authorities]);
        }
        // Another issues the CRL.
        8 => {
            scene.indirect = Some(helper(&keys, rng));
            scene.points = rng.pick(&[Points::Indirect, Points::Indirect, Points::Whole]);
            let mut crl = clean(Named::Indirect, Who::Indirect);
            crl.scope = rng.pick(&[Scope::Indirect, Scope::Indirect, Scope::All]);
            if rng.percent(30) {
                times(&mut crl, rng);
            }
            if rng.percent(50) {
                crl.entries.push(entry(Who::End, rng));
            }
            if rng.percent(60) {
                let end_by = scene.end_by;
                scene
                    .crls
                    .retain(|crl| crl.named != Named::Ca || crl.by != end_by);
            }
            scene.crls.push(crl);
        }
        // OCSP, with or without the CRL of the CA beside it.
        _ => {
            if scene.delegate.is_none() && rng.percent(70) {
                scene.delegate = Some(helper(&keys, rng));
            }
            let mut by = keys.clone();
            if scene.has(Who::Delegate) {
                by.extend([Who::Delegate; 4]);
            }
            for _ in 0..=rng.below(2) {
                let this = day(rng);
                let status = match rng.below(10) {
                    0..5 => Status::Good,
                    5 => Status::Unknown,
                    _ => {
                        let mut entry = entry(Who::End, rng);
                        entry.reason = entry.reason.filter(|reason| Some(*reason) != REMOVE);
                        Status::Revoked(entry)
                    }
                };
                scene.ocsp.push(Ocsp {
                    by: rng.pick(&by),
                    key: if rng.percent(85) {
                        scene.end_by
                    } else {
                        Who::Root
                    },
                    this,
                    next: (!rng.percent(15)).then(|| this + rng.pick(&[1, 5, 10])),
                    status,
                });
            }
            if rng.percent(60) {
                let end_by = scene.end_by;
                scene
                    .crls
                    .retain(|crl| crl.named != Named::Ca || crl.by != end_by);
            }
        }
    }
    if scene.crls.is_empty() {
        scene.crls.push(clean(Named::Root, Who::Root));
    }
}
