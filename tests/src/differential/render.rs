//! A scene in octets. Keys are the same in every scene, and signatures have no random part, so that
//! a seed and a number give the same octets.

use super::scene::{
    Crl, Entry, Helper, Named, Ocsp, Points, Rekey, Scene, Scope, Status, Valid, Who,
};
use crate::generate::algorithm::Hash;
use crate::generate::authority::{CA_USAGE, SIGNER_USAGE};
use crate::generate::certificate::{
    Template, authority_key_identifier, basic_constraints_ca, extension, key_identifier, key_usage,
    subject_key_identifier,
};
use crate::generate::constraint::{directory, purposes, uri};
use crate::generate::crl;
use crate::generate::der::{generalized_time, named_bits, null, utc_time};
use crate::generate::distribution::{self, Point, distribution_points, full_name};
use crate::generate::hierarchy::{ca_name, subscriber_name};
use crate::generate::key::{EcKey, Key};
use crate::generate::ocsp::{Response, Single, by_name};
use crate::generate::oid as id;

/// The time asked, in seconds since 1970: 2026-03-02 00:00:00.
pub const AT: i64 = 1_772_409_600;

/// keyCompromise and cACompromise, and all other reasons, as bits of `ReasonFlags`.
const COMPROMISE: [u8; 2] = [1, 2];
const OTHERS: [u8; 6] = [3, 4, 5, 6, 7, 8];

/// A scene's files.
pub struct Files {
    /// The trust anchor.
    pub root: Vec<u8>,
    /// The certificate in question.
    pub end: Vec<u8>,
    /// All other certificates.
    pub others: Vec<Vec<u8>>,
    /// CRLs, in the scene's order.
    pub crls: Vec<Vec<u8>>,
    /// OCSP responses, in the scene's order.
    pub ocsp: Vec<Vec<u8>>,
}

/// `YYMMDDHHMMSSZ` of a day, counted from the time asked.
fn utc(day: i32) -> String {
    // Days since 1 March of the year 0 (Howard Hinnant, "chrono-compatible date algorithms").
    let days = AT / 86_400 + i64::from(day) + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    format!("{:02}{month:02}{day:02}000000Z", year % 100)
}

fn generalized(day: i32) -> String {
    format!("20{}", utc(day))
}

fn key(who: Who) -> Key {
    let scalar = [0x11 + who as u8; 32];
    let key = p256::ecdsa::SigningKey::from_bytes(&scalar.into());
    Key::Ec(Box::new(EcKey::P256(
        key.expect("a scalar below the order"),
    )))
}

fn serial(who: Who) -> Vec<u8> {
    vec![0x20 + who as u8]
}

fn name(who: Who) -> Vec<u8> {
    match who {
        Who::Root => ca_name("Root"),
        Who::Old | Who::New | Who::Impostor | Who::CrlKey => ca_name("CA"),
        Who::Sibling => ca_name("Sibling"),
        Who::Indirect => ca_name("CRL issuer"),
        Who::Delegate => ca_name("Responder"),
        Who::End => subscriber_name("Subscriber"),
    }
}

/// Who signed a certificate.
pub(super) fn issuer(scene: &Scene, who: Who) -> Who {
    let by = |helper: &Option<Helper>| helper.as_ref().map_or(Who::Root, |helper| helper.by);
    match who {
        Who::Old if scene.rekey == Rekey::OldWithNew => Who::New,
        Who::New if scene.rekey == Rekey::NewWithOld => Who::Old,
        Who::Root | Who::Sibling | Who::Old | Who::New => Who::Root,
        Who::Impostor => Who::Sibling,
        Who::CrlKey => by(&scene.crl_key),
        Who::Indirect => by(&scene.indirect),
        Who::Delegate => by(&scene.delegate),
        Who::End => scene.end_by,
    }
}

fn certificate(scene: &Scene, who: Who) -> Vec<u8> {
    let by = issuer(scene, who);
    let own = key(who);
    let base = Template::new(&name(by), &name(who), &serial(who), &own)
        .valid(utc_time("200101000000Z"), utc_time("391231235959Z"))
        .with(id::SUBJECT_KEY_IDENTIFIER, subject_key_identifier(&own))
        .with(
            id::AUTHORITY_KEY_IDENTIFIER,
            authority_key_identifier(&key_identifier(&key(by))),
        );
    let usage = |template: Template, bits: &[u8]| template.with(id::KEY_USAGE, key_usage(bits));
    let of = |template: Template, helper: &Helper| match helper.valid {
        Valid::Long => template,
        Valid::Expired => template.valid(utc_time("200101000000Z"), utc_time(&utc(-5))),
    };
    let template = match who {
        Who::Root | Who::Old | Who::New | Who::Sibling => {
            usage(base, &CA_USAGE).with(id::BASIC_CONSTRAINTS, basic_constraints_ca())
        }
        Who::Impostor => usage(base, &[0, 6]),
        Who::CrlKey | Who::Indirect => {
            let helper = if who == Who::CrlKey {
                &scene.crl_key
            } else {
                &scene.indirect
            };
            match helper {
                Some(helper) => of(usage(base, if helper.may { &[6] } else { &[0] }), helper),
                None => base,
            }
        }
        Who::Delegate => match &scene.delegate {
            Some(helper) => {
                let mut template = of(usage(base, &[0]), helper);
                if helper.may {
                    template =
                        template.with(id::EXT_KEY_USAGE, purposes(&[id::ID_KP_OCSP_SIGNING]));
                }
                if helper.nocheck {
                    let nocheck = extension(id::ID_PKIX_OCSP_NOCHECK, false, &null());
                    template = template.with(id::ID_PKIX_OCSP_NOCHECK, nocheck);
                }
                template
            }
            None => base,
        },
        Who::End => {
            let template = usage(base, &SIGNER_USAGE);
            let points = points(scene.points);
            if points.is_empty() {
                template
            } else {
                template.with(id::CRL_DISTRIBUTION_POINTS, distribution_points(&points))
            }
        }
    };
    template.sign(&key(by))
}

fn place(number: u8) -> Vec<u8> {
    full_name(&[uri(&format!("http://ca.test.invalid/{number}.crl"))])
}

fn points(points: Points) -> Vec<Point> {
    match points {
        Points::None => Vec::new(),
        Points::Whole => vec![Point::named(place(0))],
        Points::ByReasons => vec![
            Point::named(place(1)).reasons(&COMPROMISE),
            Point::named(place(2)).reasons(&OTHERS),
        ],
        Points::Indirect => vec![Point::default().issued_by(directory(&name(Who::Indirect)))],
    }
}

fn scope(scope: Scope) -> Option<distribution::Scope> {
    let of_reasons = |number, bits: &[u8]| distribution::Scope {
        name: Some(place(number)),
        reasons: Some(named_bits(bits)),
        ..distribution::Scope::default()
    };
    match scope {
        Scope::All => None,
        Scope::Indirect => Some(distribution::Scope::indirect()),
        Scope::Compromise => Some(of_reasons(1, &COMPROMISE)),
        Scope::Others => Some(of_reasons(2, &OTHERS)),
        Scope::Users => Some(distribution::Scope {
            users: true,
            ..distribution::Scope::default()
        }),
        Scope::Authorities => Some(distribution::Scope {
            authorities: true,
            ..distribution::Scope::default()
        }),
        Scope::Point => Some(distribution::Scope::named(place(0))),
    }
}

fn entry(scene: &Scene, crl: &Crl, entry: &Entry) -> crl::Entry {
    let mut encoded = crl::Entry::new(&serial(entry.of), &utc(entry.date));
    if let Some(reason) = entry.reason {
        encoded = encoded.reason(reason);
    }
    if let Some(day) = entry.invalid_since {
        encoded = encoded.invalid_since(&generalized(day));
    }
    if crl.scope == Scope::Indirect {
        encoded = encoded.issued_by(&name(issuer(scene, entry.of)));
    }
    encoded
}

fn revocation_list(scene: &Scene, crl: &Crl) -> Vec<u8> {
    let named = match crl.named {
        Named::Root => name(Who::Root),
        Named::Ca => name(Who::Old),
        Named::Indirect => name(Who::Indirect),
    };
    let mut encoded = crl::Crl::new(&named)
        .times(&utc(crl.this), crl.next.map(utc).as_deref())
        .with(authority_key_identifier(&key_identifier(&key(crl.by))))
        .number(crl.number);
    if let Some(base) = crl.base {
        encoded = encoded.delta_to(base);
    }
    if let Some(scope) = scope(crl.scope) {
        encoded = encoded.scope(&scope);
    }
    for it in &crl.entries {
        encoded = encoded.entry(entry(scene, crl, it));
    }
    encoded.sign(&key(crl.by))
}

fn response(scene: &Scene, ocsp: &Ocsp) -> Vec<u8> {
    let subject = key(ocsp.key).key_octets();
    let single = Single::about(Hash::Sha1, &name(scene.end_by), &subject, &serial(Who::End)).times(
        &generalized(ocsp.this),
        ocsp.next.map(generalized).as_deref(),
    );
    let single = match &ocsp.status {
        Status::Good => single,
        Status::Unknown => single.unknown(),
        Status::Revoked(entry) => {
            let single = single.revoked(&generalized(entry.date), entry.reason);
            match entry.invalid_since {
                Some(day) => single.with(
                    id::INVALIDITY_DATE,
                    false,
                    &generalized_time(&generalized(day)),
                ),
                None => single,
            }
        }
    };
    let mut response =
        Response::new(by_name(&name(ocsp.by)), single).produced_at(&generalized(ocsp.this));
    if ocsp.by == Who::Delegate && scene.delegate.as_ref().is_some_and(|it| it.is_inside) {
        response = response.certificate(&certificate(scene, Who::Delegate));
    }
    response.sign(&key(ocsp.by))
}

/// All files of a scene.
pub fn render(scene: &Scene) -> Files {
    let mut others = vec![
        Who::Old,
        Who::New,
        Who::Sibling,
        Who::Impostor,
        Who::CrlKey,
        Who::Indirect,
    ];
    others.retain(|who| scene.has(*who));
    if scene
        .delegate
        .as_ref()
        .is_some_and(|delegate| !delegate.is_inside)
    {
        others.push(Who::Delegate);
    }
    Files {
        root: certificate(scene, Who::Root),
        end: certificate(scene, Who::End),
        others: others
            .into_iter()
            .map(|who| certificate(scene, who))
            .collect(),
        crls: scene
            .crls
            .iter()
            .map(|crl| revocation_list(scene, crl))
            .collect(),
        ocsp: scene
            .ocsp
            .iter()
            .map(|ocsp| response(scene, ocsp))
            .collect(),
    }
}
