//! Why OpenSSL or Bouncy Castle says otherwise of a scene, and why Injang does not.

use super::ours::Word;
use super::scene::{Entry, HOLD, Points, REMOVE, Rekey, Scene, Scope, Status, Who};

/// Whose judgement it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judge {
    /// OpenSSL.
    OpenSsl,
    /// Bouncy Castle.
    BouncyCastle,
}

/// A class of scenes that another validator judges differently.
pub struct Class {
    /// Why they differ.
    pub reason: &'static str,
    /// Who judges otherwise.
    pub judges: &'static [Judge],
    /// What Injang says then, and what the other.
    pub ours: &'static [Word],
    /// What the other says.
    pub theirs: Word,
    /// What is in the other's reasons; empty: anything.
    pub words: &'static [&'static str],
    /// What is in the scene.
    pub cause: fn(&Scene) -> bool,
    /// Takes the cause away, so that the other no longer calls revoked what passes here.
    pub repair: Option<fn(&mut Scene)>,
}

const BOTH: &[Judge] = &[Judge::OpenSsl, Judge::BouncyCastle];
const OPENSSL: &[Judge] = &[Judge::OpenSsl];
const BOUNCY_CASTLE: &[Judge] = &[Judge::BouncyCastle];
const DECIDED: &[Word] = &[Word::Good, Word::Revoked];

fn any(_: &Scene) -> bool {
    true
}

fn is_later(entry: &Entry) -> bool {
    entry.date > 0
}

fn has_stale(scene: &Scene) -> bool {
    let is_stale = |this: i32, next: Option<i32>| this >= 0 || next.is_none_or(|next| next <= 0);
    scene.crls.iter().any(|crl| is_stale(crl.this, crl.next))
        || scene.ocsp.iter().any(|ocsp| is_stale(ocsp.this, ocsp.next))
}

fn has_scopes(scene: &Scene) -> bool {
    scene.crls.iter().any(|crl| crl.scope != Scope::All)
}

fn has_other_signers(scene: &Scene) -> bool {
    let is_other = |by: Who| by != Who::Root && by != scene.end_by;
    scene.crls.iter().any(|crl| is_other(crl.by))
        || scene.ocsp.iter().any(|it| it.by != scene.end_by)
}

fn has_delta(scene: &Scene) -> bool {
    scene.crls.iter().any(|crl| crl.base.is_some())
}

fn has_revocation(scene: &Scene) -> bool {
    scene.revocations().any(|entry| entry.since() <= 0)
}

fn has_removal_in_complete(scene: &Scene) -> bool {
    scene
        .entries()
        .any(|(crl, entry)| crl.base.is_none() && entry.reason == REMOVE)
}

fn drop_entries(scene: &mut Scene, is_dropped: fn(&Entry) -> bool) {
    for crl in &mut scene.crls {
        crl.entries.retain(|entry| !is_dropped(entry));
    }
    scene.ocsp.retain(|ocsp| match &ocsp.status {
        Status::Revoked(entry) => !is_dropped(entry),
        Status::Good | Status::Unknown => true,
    });
}

/// All of them. The first that fits a difference explains it.
pub const CLASSES: &[Class] = &[
    Class {
        reason: "OpenSSL does not look at revocationDate: who is listed is revoked, from whenever",
        judges: OPENSSL,
        ours: &[Word::Good],
        theirs: Word::Revoked,
        words: &[],
        cause: |scene| scene.revocations().any(is_later),
        repair: Some(|scene| drop_entries(scene, is_later)),
    },
    Class {
        reason: "Bouncy Castle counts a keyCompromise, or no reason, of later as one of before, and \
                 every later revocation in an OCSP response",
        judges: BOUNCY_CASTLE,
        ours: &[Word::Good],
        theirs: Word::Revoked,
        words: &[],
        cause: |scene| scene.revocations().any(is_later),
        repair: Some(|scene| drop_entries(scene, is_later)),
    },
    Class {
        reason: "a hold is lifted by newer evidence of the same authority; the other takes any one \
                 CRL or response",
        judges: BOTH,
        ours: &[Word::Good],
        theirs: Word::Revoked,
        words: &[],
        cause: |scene| scene.revocations().any(|entry| entry.reason == HOLD),
        repair: Some(|scene| drop_entries(scene, |entry| entry.reason == HOLD)),
    },
    Class {
        reason: "Bouncy Castle reports the revocation of a certificate that is not on the path: of the \
                 CA's other key, or of a CRL issuer that it tried",
        judges: BOUNCY_CASTLE,
        ours: &[Word::Good],
        theirs: Word::Revoked,
        words: &[],
        cause: |scene| {
            scene
                .revocations()
                .any(|entry| ![Who::End, scene.end_by].contains(&entry.of))
        },
        repair: Some(|scene| {
            let end_by = scene.end_by;
            for crl in &mut scene.crls {
                crl.entries
                    .retain(|entry| [Who::End, end_by].contains(&entry.of));
            }
        }),
    },
    // They say that it is good, and Injang that it was revoked.
    Class {
        reason: "a revocation counts from invalidityDate, too, which the other does not read",
        judges: BOTH,
        ours: &[Word::Revoked, Word::Unknown],
        theirs: Word::Good,
        words: &[],
        cause: |scene| {
            scene
                .revocations()
                .any(|entry| entry.date > 0 && entry.since() <= 0)
        },
        repair: None,
    },
    Class {
        reason: "every authorised piece of evidence counts, out of date or not; the other looks at \
                 one CRL for a certificate, and at none that is out of date",
        judges: BOTH,
        ours: &[Word::Revoked],
        theirs: Word::Good,
        words: &[],
        cause: has_revocation,
        repair: None,
    },
    // They say that it is good, and Injang does not know.
    Class {
        reason: "a certificate never vouches for itself: the CRL of a key says nothing about the \
                 self-issued certificate for that key",
        judges: BOTH,
        ours: &[Word::Unknown],
        theirs: Word::Good,
        words: &[],
        cause: |scene| matches!(scene.rekey, Rekey::NewWithOld | Rekey::OldWithNew),
        repair: None,
    },
    Class {
        reason: "removeFromCRL in a complete CRL contradicts RFC 5280 5.3.1: neither good nor revoked",
        judges: BOTH,
        ours: &[Word::Unknown],
        theirs: Word::Good,
        words: &[],
        cause: has_removal_in_complete,
        repair: None,
    },
    Class {
        reason: "who signed the evidence may not speak for the issuing key, or is not known not to be \
                 revoked: only keys of the CA that the issuing key or the CA above certified, \
                 delegates of the issuing key, and whom the certificate names",
        judges: BOTH,
        ours: &[Word::Unknown],
        theirs: Word::Good,
        words: &[],
        cause: has_other_signers,
        repair: None,
    },
    Class {
        reason: "without nextUpdate, evidence is not fresh after thisUpdate",
        judges: BOTH,
        ours: &[Word::Unknown],
        theirs: Word::Good,
        words: &[],
        cause: |scene| {
            scene.crls.iter().any(|crl| crl.next.is_none())
                || scene.ocsp.iter().any(|it| it.next.is_none())
        },
        repair: None,
    },
    Class {
        reason: "a delta says nothing good by itself, and is no newer than its complete CRL allows \
                 (RFC 5280 5.2.4)",
        judges: BOTH,
        ours: &[Word::Unknown],
        theirs: Word::Good,
        words: &[],
        cause: has_delta,
        repair: None,
    },
    Class {
        reason: "the CRLs that are there do not cover the certificate, or not all reasons (RFC 5280 \
                 6.3.3)",
        judges: BOTH,
        ours: &[Word::Unknown],
        theirs: Word::Good,
        words: &[],
        cause: |scene| has_scopes(scene) || scene.points != Points::None,
        repair: None,
    },
    // They say that it was revoked, and Injang does not know.
    Class {
        reason: "a hold out of date, or one by who may not speak for the CA, leaves it undecided",
        judges: BOTH,
        ours: &[Word::Unknown],
        theirs: Word::Revoked,
        words: &[],
        cause: |scene| scene.revocations().any(|entry| entry.reason == HOLD),
        repair: None,
    },
    Class {
        reason: "a revocation by who may not speak for the issuing key leaves it undecided, and says so",
        judges: BOTH,
        ours: &[Word::Unknown],
        theirs: Word::Revoked,
        words: &[],
        cause: has_other_signers,
        repair: None,
    },
    Class {
        reason: "the other takes a revocation of after the time asked, and nothing is known of before",
        judges: BOTH,
        ours: &[Word::Unknown],
        theirs: Word::Revoked,
        words: &[],
        cause: |scene| scene.revocations().any(is_later),
        repair: None,
    },
    // They do not know.
    Class {
        reason: "OpenSSL chooses one CRL before it looks at its times; Injang looks at all, and hears \
                 what was issued after the time asked while the certificate was still valid",
        judges: OPENSSL,
        ours: DECIDED,
        theirs: Word::Unknown,
        words: &[
            "CRL has expired",
            "CRL is not yet valid",
            "expired",
            "not yet valid",
        ],
        cause: has_stale,
        repair: None,
    },
    Class {
        reason: "OpenSSL wants the path of a CRL's signer to be like the certificate's own",
        judges: OPENSSL,
        ours: DECIDED,
        theirs: Word::Unknown,
        words: &[
            "CRL path validation error",
            "unable to get CRL issuer certificate",
            "CRL signature failure",
        ],
        cause: |scene| has_other_signers(scene) || scene.is_rekeyed(),
        repair: None,
    },
    Class {
        reason: "OpenSSL puts reasons together only of CRLs whose points it can tell apart, and stops \
                 at a scope that does not fit though other evidence does",
        judges: OPENSSL,
        ours: DECIDED,
        theirs: Word::Unknown,
        words: &["different CRL scope", "unable to get certificate CRL"],
        cause: any,
        repair: None,
    },
    Class {
        reason: "Bouncy Castle wants a CRL that is fresh at the time asked, and hears none of later",
        judges: BOUNCY_CASTLE,
        ours: DECIDED,
        theirs: Word::Unknown,
        words: &[
            "No CRLs found for issuer",
            "status could not be determined",
            "expired on",
            "OCSP response",
        ],
        cause: |scene| {
            has_stale(scene)
                || has_scopes(scene)
                || has_other_signers(scene)
                || !scene.ocsp.is_empty()
                || scene.impostor
        },
        repair: None,
    },
    Class {
        reason: "Bouncy Castle tries each certificate of the CA's name as the signer, and stops at one \
                 that is not",
        judges: BOUNCY_CASTLE,
        ours: DECIDED,
        theirs: Word::Unknown,
        words: &[
            "does not verify with supplied",
            "lacks BasicConstraints",
            "key usage extension does not permit",
            "OCSP responder certificate not found",
        ],
        cause: any,
        repair: None,
    },
    Class {
        reason: "Bouncy Castle stops at the first CRL whose scope does not fit, though others do",
        judges: BOUNCY_CASTLE,
        ours: DECIDED,
        theirs: Word::Unknown,
        words: &[
            "CRL only contains",
            "No match for certificate CRL issuing distribution point",
            "contains cRLIssuer field but CRL is not indirect",
            "unsupported critical extensions",
        ],
        cause: |scene| has_scopes(scene) || scene.points != Points::None,
        repair: None,
    },
];
