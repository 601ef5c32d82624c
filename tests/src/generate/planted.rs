//! An archive of many good rows with failures planted among them, each of a kind whose outcome is known.
//!
//! Rows are the questions of a relying party over a year's documents: most claim a person, some demand a
//! kind of signature, some have their content or its digest beside them. The documents are a pool, since
//! signing takes longer than verifying: no two rows ask the same of one.

mod files;
mod kind;

pub use kind::{KINDS, Kind};

use super::algorithm::Hash;
use super::authority::{Authority, Signer};
use super::certificate::{Template, serial_of};
use super::crl::{Crl, Entry};
use super::der::utc_time;
use super::hierarchy::Ca;
use super::key::Key;
use super::message::{Layers, Message, SignerInfo};
use super::seed::derive_from;
use crate::runner::hex;
use crate::seeded_rng::SeededRng;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use injang::{Ci, Time, VidEncoding, VidLayout};

/// One row: what stands in its columns, and the kind that was planted in it.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Into [`KINDS`]; `None` for a row that must be accepted.
    pub kind: Option<usize>,
    /// Into [`Archive::documents`].
    pub document: Option<usize>,
    /// Into [`Archive::contents`].
    pub content: Option<usize>,
    /// `digest`
    pub digest: Option<String>,
    /// `at`
    pub at: Option<String>,
    /// `sign_type`
    pub sign_type: Option<&'static str>,
    /// `ci`
    pub ci: Option<String>,
    /// `vid`
    pub vid: Option<String>,
}

/// What rows choose from, and by what they are judged.
pub struct Archive {
    /// Certificates that are trusted.
    pub trust: Vec<Vec<u8>>,
    /// CRLs.
    pub revocation_data: Vec<Vec<u8>>,
    /// Signed documents.
    pub documents: Vec<Vec<u8>>,
    /// Detached contents.
    pub contents: Vec<Vec<u8>>,
    good: Vec<Good>,
    /// A document of each kind that is one of the document itself.
    bad: Vec<(&'static str, usize)>,
}

/// A document that passes.
struct Good {
    document: usize,
    content: Option<usize>,
    serial: Vec<u8>,
    sign_type: &'static str,
}

/// Persons of each shape.
const PERSONS: usize = 24;
/// 2026-01-02T00:00:00Z
const BEGIN: i64 = 1_767_312_000;
/// Seconds until 2026-12-31T00:00:00Z.
const YEAR: usize = 363 * 86_400;
/// One row in so many is planted.
const SHARE: usize = 40;

impl Archive {
    /// The pool: made anew, the same octets come out.
    #[must_use]
    pub fn new() -> Self {
        derive_from("planted");
        let (toss, kakao) = (Authority::toss(), Authority::kakao());
        let without_data = Authority::payco();
        let key = Key::rsa(2048);
        let mut archive = Self {
            trust: [&toss, &kakao, &without_data]
                .map(|it| it.certificate.clone())
                .to_vec(),
            revocation_data: Vec::new(),
            documents: Vec::new(),
            contents: Vec::new(),
            good: Vec::new(),
            bad: Vec::new(),
        };
        for number in 0..PERSONS {
            let content = format!("{{\"document\": {number}, \"text\": \"전자서명 동의\"}}");
            let until = format!("{}{:02}28000000Z", 27 + number % 2, 1 + number % 12);
            let dated =
                |template: Template| template.valid(utc_time("250101000000Z"), utc_time(&until));
            let signer = toss.certify_as(&key, &serial_of(10, number % 2 == 0), dated);
            archive.add_attributes(&signer, content.as_bytes(), number % 3 == 0);
            archive.add_message(&kakao.ec_signer_as(dated), content.as_bytes());
        }
        archive.add_bad(&toss, &kakao, &without_data, &key);
        archive
    }

    fn add(&mut self, document: Vec<u8>) -> usize {
        self.documents.push(document);
        self.documents.len() - 1
    }

    /// Signed attributes, with the content in the document or beside it.
    fn add_attributes(&mut self, signer: &Signer, content: &[u8], is_detached: bool) {
        let info = SignerInfo::attributes(signer, Hash::Sha256, content);
        let message = if is_detached {
            Message::detached()
        } else {
            Message::new(content)
        };
        let document = self.add(message.signer(signer, info).encode());
        self.contents.push(content.to_vec());
        self.good.push(Good {
            document,
            content: is_detached.then_some(self.contents.len() - 1),
            serial: signer.serial.clone(),
            sign_type: "SIGNED_ATTRIBUTE",
        });
    }

    fn add_message(&mut self, signer: &Signer, content: &[u8]) {
        let document = self.add(signed_message(signer, content, content));
        self.good.push(Good {
            document,
            content: None,
            serial: signer.serial.clone(),
            sign_type: "message",
        });
    }

    fn add_bad(
        &mut self,
        toss: &Authority,
        kakao: &Authority,
        without_data: &Authority,
        key: &Key,
    ) {
        let content = "계약 내용".as_bytes();
        let plain = |signer: &Signer| signed_message(signer, content, content);
        let signer = toss.certify(key, &serial_of(10, false));
        let info = SignerInfo::attributes(&signer, Hash::Sha256, b"another content");
        let other_content = Message::new(content).signer(&signer, info).encode();
        let person = kakao.ec_signer();
        let dated = |from: &str, until: &str| {
            let (from, until) = (utc_time(from), utc_time(until));
            kakao.ec_signer_as(|template| template.valid(from, until))
        };
        let revoked = kakao.ec_signer();
        let cut = plain(&person);
        let documents = [
            ("content-of-another-document", other_content),
            (
                "signature-of-another-document",
                signed_message(&person, content, b"another"),
            ),
            ("authority-forged", plain(&Authority::kakao().ec_signer())),
            ("authority-unknown", plain(&Ca::root("UNKNOWN CA").signer())),
            (
                "certificate-expired",
                plain(&dated("240101000000Z", "251231235959Z")),
            ),
            (
                "certificate-not-yet-valid",
                plain(&dated("270101000000Z", "271231235959Z")),
            ),
            ("certificate-revoked", plain(&revoked)),
            ("revocation-not-known", plain(&without_data.ec_signer())),
            ("document-cut", cut[..cut.len() / 2].to_vec()),
            (
                "document-is-no-document",
                b"the document is in the other folder".to_vec(),
            ),
        ];
        for (name, document) in documents {
            let index = self.add(document);
            self.bad.push((name, index));
        }
        // Issued after all of it: what a CRL says of a certificate that is still valid holds for before too.
        let crl = |authority: &Authority| {
            Crl::new(&authority.name)
                .number(1)
                .times("270101000000Z", Some("270201000000Z"))
        };
        let entry = Entry::new(&revoked.serial, "260101000000Z");
        self.revocation_data = vec![
            crl(kakao).entry(entry).sign(&kakao.key),
            crl(toss).sign(&toss.key),
        ];
    }

    /// So many rows. A longer archive begins as a shorter one does.
    ///
    /// # Panics
    /// Never: each time is one of 2026.
    pub fn rows(&self, count: usize) -> impl Iterator<Item = Row> + '_ {
        let mut draw = SeededRng::new(2026);
        let mut planted = 0;
        (0..count).map(move |number| {
            let kind = (draw.below(SHARE) == 0).then(|| {
                planted += 1;
                (planted - 1) % KINDS.len()
            });
            let good = &self.good[draw.below(self.good.len())];
            let is_claimed = draw.percent(60);
            let mut row = self.good_row(number, good, is_claimed, draw.percent(30));
            let second = i64::try_from(draw.below(YEAR)).expect("seconds of a year");
            let at = Time::from_unix(BEGIN + second).expect("a time of 2026");
            row.at = Some(at.to_string());
            if let Some(kind) = kind {
                self.plant(&mut row, kind, number);
            }
            row
        })
    }

    fn good_row(&self, number: usize, good: &Good, is_claimed: bool, is_demanded: bool) -> Row {
        let (ci, vid) = claimed(number, &good.serial, VidLayout::CiThenSerial);
        Row {
            document: Some(good.document),
            content: good.content.filter(|_| number.is_multiple_of(2)),
            digest: good
                .content
                .filter(|_| number % 2 == 1)
                .map(|it| digest(&self.contents[it])),
            sign_type: is_demanded.then_some(good.sign_type),
            ci: is_claimed.then_some(ci),
            vid: is_claimed.then_some(vid),
            ..Row::default()
        }
    }

    /// Turns a good row into one of a kind.
    fn plant(&self, row: &mut Row, kind: usize, number: usize) {
        let name = KINDS[kind].name;
        row.kind = Some(kind);
        let known = self.bad.iter().find(|(bad, _)| *bad == name);
        let detached = |it: &&Good| it.content.is_some();
        let beside = self.good.iter().filter(detached);
        let beside = beside.cycle().nth(number % 5);
        let embedded = self.good.iter().filter(|it| it.content.is_none());
        let embedded = embedded.cycle().nth(number % 7);
        let (Some(beside), Some(embedded)) = (beside, embedded) else {
            return;
        };
        let at = row.at.take();
        let with = |good: &Good, is_claimed| Row {
            kind: Some(kind),
            at: at.clone(),
            ..self.good_row(number, good, is_claimed, false)
        };
        let other = |good: &Good| (good.content.unwrap_or(0) + 1) % self.contents.len();
        let claim = |good: &Good, serial: &[u8], layout, person| {
            let (_, vid) = claimed(person, serial, layout);
            Row {
                vid: Some(vid),
                ..with(good, true)
            }
        };
        *row = match (known, name) {
            (Some((_, index)), _) => Row {
                kind: Some(kind),
                document: Some(*index),
                at: at.clone(),
                ..Row::default()
            },
            (_, "kind-of-signature") => Row {
                sign_type: Some(match embedded.sign_type {
                    "message" => "signed-attribute",
                    _ => "MESSAGE",
                }),
                ..with(embedded, false)
            },
            (_, "detached-content-changed") => Row {
                content: Some(other(beside)),
                digest: None,
                ..with(beside, false)
            },
            (_, "detached-content-missing") => Row {
                content: None,
                digest: None,
                ..with(beside, false)
            },
            (_, "digest-of-another-content") => Row {
                content: None,
                digest: Some(digest(&self.contents[other(beside)])),
                ..with(beside, false)
            },
            (_, "another-person") => claim(
                embedded,
                &embedded.serial,
                VidLayout::CiThenSerial,
                number + 1,
            ),
            (_, "another-certificate") => {
                claim(embedded, &beside.serial, VidLayout::CiThenSerial, number)
            }
            (_, "another-layout") => {
                claim(embedded, &embedded.serial, VidLayout::SerialThenCi, number)
            }
            (_, "ci-is-none") => Row {
                ci: Some("not a CI".to_owned()),
                ..with(embedded, true)
            },
            (_, "document-null") => Row {
                document: None,
                ..with(embedded, false)
            },
            (_, "time-null") => Row {
                at: None,
                ..with(embedded, true)
            },
            (_, "time-without-zone") => Row {
                at: Some("2026-03-02T09:00:00".to_owned()),
                ..with(embedded, true)
            },
            (_, "kind-of-signature-unknown") => Row {
                sign_type: Some("CAdES"),
                ..with(embedded, false)
            },
            (_, "content-and-digest") => {
                let content = beside.content.unwrap_or(0);
                Row {
                    content: Some(content),
                    digest: Some(digest(&self.contents[content])),
                    ..with(beside, false)
                }
            }
            _ => Row {
                vid: None,
                ..with(embedded, true)
            },
        };
    }
}

impl Default for Archive {
    fn default() -> Self {
        Self::new()
    }
}

fn signed_message(signer: &Signer, content: &[u8], instead: &[u8]) -> Vec<u8> {
    let info = SignerInfo::message(signer, Hash::Sha256, instead);
    let message = Message::new(content).signer(signer, info);
    message.layers(Layers::OuterIndefinite).encode()
}

fn digest(content: &[u8]) -> String {
    format!("sha256:{}", hex(&Hash::Sha256.of(content)))
}

/// The CI of a person, and their VID with a certificate.
fn claimed(person: usize, serial: &[u8], layout: VidLayout) -> (String, String) {
    let octets = Hash::Sha512.of(format!("person {person}").as_bytes());
    let ci = STANDARD.encode(octets);
    let parsed = Ci::from_base64(ci.as_bytes()).expect("64 octets");
    let vid = injang::vid(&parsed, serial, layout).expect("SHA-256");
    (ci, vid.to_text(VidEncoding::Base64))
}
