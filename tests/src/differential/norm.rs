//! What the rules ask for, worked out from the scene itself and not from its octets: whose evidence
//! counts, for how long, and what a hold, a delta or a partition means (RFC 5280 6.3, RFC 6960
//! 4.2.2.2, and DESIGN.md where those leave it open).
//!
//! Where the rules leave a choice, every status that they permit is accepted.

use super::ours::Word;
use super::render::issuer;
use super::scene::{Crl, Entry, Named, Points, REMOVE, Scene, Scope, Status, Valid, Who};

/// Which statuses are right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Allowed {
    /// Not revoked.
    pub good: bool,
    /// Revoked.
    pub revoked: bool,
    /// Undecided.
    pub unknown: bool,
}

impl Allowed {
    fn only(word: Word) -> Self {
        Self {
            good: word == Word::Good,
            revoked: word == Word::Revoked,
            unknown: word == Word::Unknown,
        }
    }

    fn or(self, other: Self) -> Self {
        Self {
            good: self.good || other.good,
            revoked: self.revoked || other.revoked,
            unknown: self.unknown || other.unknown,
        }
    }

    /// Of two certificates of one path: the worse of what each may be.
    fn with(self, other: Self) -> Self {
        Self {
            good: self.good && other.good,
            revoked: self.revoked || other.revoked,
            unknown: (self.unknown && (other.unknown || other.good))
                || (self.good && other.unknown),
        }
    }

    /// Whether a status is right.
    pub fn allows(self, word: Word) -> bool {
        match word {
            Word::Good => self.good,
            Word::Revoked => self.revoked,
            Word::Unknown => self.unknown,
        }
    }
}

/// How much a piece of revocation data counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heard {
    /// For everything.
    Fully,
    /// Its permanent revocations count; a hold leaves the status undecided.
    ForRevocation,
    /// A revocation leaves the status undecided, and nothing else counts.
    Against,
    /// Not at all.
    No,
}

/// What a piece of evidence says of one certificate.
#[derive(Clone, Copy)]
struct Statement {
    heard: Heard,
    /// The key of the issuer whose certificates it is about.
    authority: Who,
    this: i32,
    next: Option<i32>,
    /// keyCompromise and cACompromise; the other reasons.
    covers: [bool; 2],
    says: Says,
    /// Whether the rules leave open that it counts at all.
    is_unsure: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Says {
    Good,
    Revoked(Entry),
    /// Undecided either way.
    Unclear,
}

/// Judges the path of the subscriber.
pub fn judge(scene: &Scene) -> Allowed {
    path(scene, Who::End, 0, &mut Vec::new())
}

/// Judges a certificate and those above it.
fn path(scene: &Scene, who: Who, at: i32, stack: &mut Vec<Who>) -> Allowed {
    let mut all = Allowed::only(Word::Good);
    let mut next = who;
    while next != Who::Root {
        all = all.with(status(scene, next, at, stack));
        next = issuer(scene, next);
    }
    all
}

/// Judges one certificate. It ends because whoever is being judged can't make a statement meanwhile.
fn status(scene: &Scene, who: Who, at: i32, stack: &mut Vec<Who>) -> Allowed {
    if stack.contains(&who) {
        return Allowed::only(Word::Unknown);
    }
    stack.push(who);
    let statements = statements(scene, who, at, stack);
    stack.pop();
    let sure: Vec<_> = statements
        .iter()
        .filter(|it| !it.is_unsure)
        .copied()
        .collect();
    decide(&sure, at).or(decide(&statements, at))
}

fn is_named(scene: &Scene, crl: &Crl, who: Who) -> bool {
    let by = issuer(scene, who);
    match crl.named {
        Named::Root => by == Who::Root,
        Named::Ca => [Who::Old, Who::New].contains(&by),
        Named::Indirect => {
            who == Who::End && scene.points == Points::Indirect && crl.scope == Scope::Indirect
        }
    }
}

/// The reasons of a CRL's scope that concern a certificate.
fn covers(scene: &Scene, crl: &Crl, who: Who) -> [bool; 2] {
    let is_ca = [Who::Old, Who::New, Who::Sibling].contains(&who);
    match crl.scope {
        Scope::All | Scope::Indirect => [true, true],
        Scope::Users => [!is_ca; 2],
        Scope::Authorities => [is_ca; 2],
        Scope::Point => [who == Who::End && scene.points == Points::Whole; 2],
        Scope::Compromise => [who == Who::End && scene.points == Points::ByReasons, false],
        Scope::Others => [false, who == Who::End && scene.points == Points::ByReasons],
    }
}

/// How much the data of a signer other than the issuing key counts, and whether the rules leave that
/// open.
fn signer(scene: &Scene, by: Who, this: i32, at: i32, stack: &mut Vec<Who>) -> (Heard, bool) {
    let helper = match by {
        Who::CrlKey => scene.crl_key.as_ref(),
        Who::Indirect => scene.indirect.as_ref(),
        Who::Delegate => scene.delegate.as_ref(),
        _ => None,
    };
    let later = at.max(this);
    let is_valid = |time| helper.is_none_or(|it| it.valid == Valid::Long || time <= -5);
    if !is_valid(this) {
        return (Heard::Against, true);
    }
    let is_spared = by == Who::Delegate && helper.is_some_and(|it| it.nocheck);
    let status = if is_spared {
        // Evidence that is there and revokes it counts all the same.
        let own = status(scene, by, later, stack);
        let spared = Allowed {
            good: own.good || own.unknown,
            unknown: false,
            revoked: own.revoked,
        };
        spared.with(path(scene, issuer(scene, by), later, stack))
    } else {
        path(scene, by, later, stack)
    };
    match (status.good, status.revoked || status.unknown) {
        (true, false) if is_valid(later) => (Heard::Fully, false),
        (true, true) if is_valid(later) => (Heard::Fully, true),
        (true, false) => (Heard::ForRevocation, false),
        _ => (Heard::ForRevocation, true),
    }
}

fn statements(scene: &Scene, who: Who, at: i32, stack: &mut Vec<Who>) -> Vec<Statement> {
    let mut all = Vec::new();
    let own = issuer(scene, who);
    for crl in &scene.crls {
        let is_named = is_named(scene, crl, who);
        let covered = covers(scene, crl, who);
        if !is_named || covered == [false; 2] {
            continue;
        }
        let (heard, is_unsure) = crl_signer(scene, who, crl, at, stack);
        if heard == Heard::No {
            continue;
        }
        let statement = |newest: &Crl, covers, says| Statement {
            heard,
            authority: crl.by,
            this: newest.this,
            next: newest.next,
            covers,
            says,
            is_unsure,
        };
        let revocations = |crl| {
            let meant = entries(crl, who).filter(|entry| entry.reason != REMOVE);
            meant.map(Says::Revoked).collect::<Vec<_>>()
        };
        let has_removal = |crl| entries(crl, who).any(|entry| entry.reason == REMOVE);
        let of_crl = revocations(crl);
        if crl.base.is_some() {
            all.extend(of_crl.iter().map(|says| statement(crl, [false; 2], *says)));
            continue;
        }
        // removeFromCRL belongs into deltas.
        let nothing = if has_removal(crl) {
            Says::Unclear
        } else {
            Says::Good
        };
        let or_nothing = |list: Vec<Says>| if list.is_empty() { vec![nothing] } else { list };
        let of_crl = or_nothing(of_crl);
        all.extend(of_crl.iter().map(|says| statement(crl, covered, *says)));
        for delta in scene.crls.iter().filter(|delta| goes_with(delta, crl)) {
            // Of two entries of one delta the worse counts, so a removal only by itself.
            let of_delta = match (revocations(delta), has_removal(delta)) {
                (list, _) if !list.is_empty() => list,
                (_, false) => of_crl.clone(),
                // It lifts a hold. If it was issued after the time asked, the hold may still have
                // held at that time.
                (_, true) => {
                    let is_final =
                        |says: &&Says| matches!(says, Says::Revoked(it) if it.is_final());
                    let kept: Vec<_> = of_crl.iter().filter(is_final).copied().collect();
                    match (kept.is_empty(), delta.this > at) {
                        (false, _) => kept,
                        (true, true) => vec![Says::Unclear],
                        (true, false) => vec![Says::Good],
                    }
                }
            };
            all.extend(of_delta.iter().map(|says| statement(delta, covered, *says)));
        }
    }
    if who == Who::End {
        for ocsp in scene.ocsp.iter().filter(|ocsp| ocsp.key == own) {
            let (heard, is_unsure) = match ocsp.by {
                by if by == own => signer_is_issuer(scene, own, ocsp.this, at, stack),
                Who::Delegate => {
                    let helper = scene.delegate.as_ref();
                    match helper.filter(|helper| helper.may) {
                        Some(helper) if helper.by == own => {
                            signer(scene, Who::Delegate, ocsp.this, at, stack)
                        }
                        // One of another key; a stranger if it was not valid when it signed.
                        Some(helper) => {
                            let is_valid = helper.valid == Valid::Long || ocsp.this <= -5;
                            (Heard::Against, !is_valid)
                        }
                        None => (Heard::No, false),
                    }
                }
                // Whether the anchor counts among those who may sign is left open.
                Who::Root => (Heard::Against, true),
                _ => (Heard::No, false),
            };
            let says = match ocsp.status {
                Status::Good => Says::Good,
                Status::Unknown => Says::Unclear,
                Status::Revoked(entry) => Says::Revoked(entry),
            };
            if heard != Heard::No {
                all.push(Statement {
                    heard,
                    authority: own,
                    this: ocsp.this,
                    next: ocsp.next,
                    covers: [true; 2],
                    says,
                    is_unsure,
                });
            }
        }
    }
    all
}

/// The issuing key itself: its own certificate is on the path, and is judged there too.
fn signer_is_issuer(
    scene: &Scene,
    own: Who,
    this: i32,
    at: i32,
    stack: &mut Vec<Who>,
) -> (Heard, bool) {
    if own == Who::Root || this <= at {
        return (Heard::Fully, false);
    }
    // Evidence of after the time asked: its signer is judged at that later time.
    let later = path(scene, own, this, stack);
    (Heard::Fully, !later.good || later.revoked || later.unknown)
}

fn crl_signer(scene: &Scene, who: Who, crl: &Crl, at: i32, stack: &mut Vec<Who>) -> (Heard, bool) {
    let own = issuer(scene, who);
    let by_whom = issuer(scene, crl.by);
    match (crl.named, crl.by) {
        (Named::Indirect, Who::Indirect) => match scene.indirect.as_ref() {
            Some(helper) if helper.may => signer(scene, Who::Indirect, crl.this, at, stack),
            _ => (Heard::No, false),
        },
        (_, by) if by == own => signer_is_issuer(scene, own, crl.this, at, stack),
        (Named::Ca, Who::Old | Who::New) => signer(scene, crl.by, crl.this, at, stack),
        (Named::Ca, Who::CrlKey) => match scene.crl_key.as_ref() {
            Some(helper) if !helper.may => (Heard::No, false),
            _ if by_whom == own || by_whom == Who::Root => {
                signer(scene, Who::CrlKey, crl.this, at, stack)
            }
            _ => (Heard::Against, false),
        },
        (Named::Ca, Who::Impostor) => (Heard::Against, false),
        // Whether the anchor counts among those who may sign is left open.
        (Named::Ca, Who::Root) => (Heard::Against, true),
        _ => (Heard::No, false),
    }
}

/// The entries about a certificate whose issuer's name is that of the CRL or stands in the entry.
fn entries(crl: &Crl, who: Who) -> impl Iterator<Item = Entry> {
    crl.entries
        .iter()
        .filter(move |entry| entry.of == who)
        .copied()
}

fn goes_with(delta: &Crl, complete: &Crl) -> bool {
    let is_same =
        delta.named == complete.named && delta.by == complete.by && delta.scope == complete.scope;
    is_same
        && delta.base.is_some_and(|base| base <= complete.number)
        && complete.number <= delta.number
        && complete.this <= delta.this
}

fn decide(statements: &[Statement], at: i32) -> Allowed {
    let is_fresh = |it: &Statement| it.this >= at || it.next.is_some_and(|next| at <= next);
    let mut all = Allowed::default();
    let (mut is_against, mut is_unclear) = (false, false);
    for it in statements {
        let Says::Revoked(entry) = it.says else {
            is_unclear |= it.says == Says::Unclear && it.heard == Heard::Fully;
            continue;
        };
        if entry.since() > at {
            continue;
        }
        if it.heard == Heard::Against {
            is_against = true;
        } else if entry.is_final() {
            // Nothing takes it back.
            if !it.is_unsure {
                return Allowed::only(Word::Revoked);
            }
            all.revoked = true;
            is_against = true;
        } else {
            let of_same = statements.iter().filter(|other| {
                other.authority == it.authority
                    && other.heard == Heard::Fully
                    && matches!(other.says, Says::Good | Says::Unclear)
                    && other.covers[1]
                    && other.this >= it.this
            });
            let lifting: Vec<_> = of_same.collect();
            let is_lifted = lifting.iter().any(|other| {
                other.this > it.this
                    && other.this <= at
                    && !other.is_unsure
                    && other.says == Says::Good
            });
            if is_lifted {
                continue;
            }
            let is_heard = it.heard == Heard::Fully;
            if is_fresh(it) && is_heard && lifting.is_empty() && !it.is_unsure {
                return Allowed::only(Word::Revoked);
            }
            // What may have lifted it is of the same time, or of later; a signer that is not known
            // to be good leaves it undecided, at least.
            all.revoked |= is_fresh(it);
            is_unclear |= !lifting.is_empty() || !is_heard;
            is_against |= lifting.is_empty() && is_heard;
        }
    }
    if is_against {
        all.unknown = true;
        return all;
    }
    let covered = |index: usize, is_unclear_good: bool| {
        statements.iter().any(|it| {
            let is_good = match it.says {
                Says::Good => true,
                Says::Revoked(entry) => {
                    entry.since() > at || (is_unclear_good && !entry.is_final())
                }
                Says::Unclear => is_unclear_good,
            };
            is_good && it.heard == Heard::Fully && is_fresh(it) && it.covers[index]
        })
    };
    let is_good = covered(0, false) && covered(1, false);
    all.good |= is_good || (is_unclear && covered(0, true) && covered(1, true));
    all.unknown |= !is_good || is_unclear;
    all
}
