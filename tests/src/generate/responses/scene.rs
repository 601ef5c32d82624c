//! What the cases share: authorities, signers, a person who is obviously made up, and keys.

use super::cipher::{KakaoKey, NaverKey};
use crate::case::Layout;
use crate::generate::algorithm::Hash;
use crate::generate::authority::{Authority, Signer};
use crate::generate::certificate::serial_of;
use crate::generate::key::Key;
use crate::generate::seed::{derive_from, random};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

pub(super) const NAME: &str = "시험용 이름";
pub(super) const PHONE: &str = "01000000000";
pub(super) const BIRTHDAY: &str = "19000101";
pub(super) const GENDER: &str = "MALE";
/// What was to be signed; nothing of it may be shown.
pub(super) const TEXT: &str = "시험 계약서: 이 원문은 시험을 위해 만들었습니다.";
/// What was signed in its place.
pub(super) const OTHER_TEXT: &str = "시험 계약서: 아무도 서명을 부탁하지 않은 원문입니다.";
/// An original of which only the digest was sent.
pub(super) const ORIGINAL: &[u8] = b"%PDF-1.7 the original of a test\n";

/// All of it.
pub(super) struct Scene {
    /// Where the groups' folders are; `None` in the rehearsal.
    pub(super) root: Option<PathBuf>,
    pub(super) kakao_ca: Vec<u8>,
    pub(super) toss_ca: Vec<u8>,
    pub(super) kakao: Authority,
    pub(super) toss_authority: Authority,
    /// P-256; the serial number's top bit is set, so that the layouts of a VID differ.
    pub(super) signer: Signer,
    /// Somebody else under the same authority.
    pub(super) other: Signer,
    /// RSA-2048, or P-256 in groups whose keys follow from their names.
    pub(super) toss: Signer,
    pub(super) ci: Ci,
    pub(super) other_ci: Ci,
    pub(super) di: String,
    pub(super) kakao_key: KakaoKey,
    pub(super) naver_key: NaverKey,
}

/// A CI that belongs to nobody.
pub(super) struct Ci(Vec<u8>);

impl Ci {
    /// Its 88 characters.
    pub(super) fn text(&self) -> String {
        STANDARD.encode(&self.0)
    }

    /// Its VID for a signer's certificate.
    pub(super) fn vid(&self, signer: &Signer, layout: Layout) -> Vec<u8> {
        let ci = self.0.as_slice();
        let serial = signer.serial.as_slice();
        let unsigned = serial.strip_prefix(&[0]).unwrap_or(serial);
        Hash::Sha256.of(&match layout {
            Layout::CiSerial => [ci, serial].concat(),
            Layout::CiSerialUnsigned => [ci, unsigned].concat(),
            Layout::SerialCi => [serial, ci].concat(),
            Layout::SerialUnsignedCi => [unsigned, ci].concat(),
        })
    }
}

impl Scene {
    /// What groups share that have no authorities of their own. Its octets are the same for each.
    pub(super) fn shared(root: Option<&Path>) -> Self {
        derive_from("responses");
        Self::under(root, Authority::kakao(), Authority::toss(), &Key::rsa(2048))
    }

    /// The same with authorities of this group's own. Everything follows from the group's name, so
    /// that Toss's keys are elliptic curves.
    pub(super) fn of_group(root: Option<&Path>, group: &str) -> Self {
        derive_from(&format!("responses/{group}"));
        let toss = Authority::toss_with(Key::ec());
        Self::under(root, Authority::kakao(), toss, &Key::ec())
    }

    fn under(root: Option<&Path>, kakao: Authority, toss: Authority, toss_key: &Key) -> Self {
        let signer = kakao.certify(&Key::ec(), &serial_of(16, true));
        // With this CI the VID's two base64 alphabets differ.
        let ci = loop {
            let ci = Ci(random(64));
            let vid = STANDARD.encode(ci.vid(&signer, Layout::CiSerial));
            if vid.contains('+') && vid.contains('/') {
                break ci;
            }
        };
        Self {
            root: root.map(Path::to_path_buf),
            other: kakao.certify(&Key::ec(), &serial_of(16, false)),
            toss: toss.certify(toss_key, &serial_of(10, false)),
            kakao_ca: kakao.certificate.clone(),
            toss_ca: toss.certificate.clone(),
            kakao,
            toss_authority: toss,
            signer,
            ci,
            other_ci: Ci(random(64)),
            di: STANDARD.encode(random(48)),
            kakao_key: KakaoKey::new(),
            naver_key: NaverKey::new(),
        }
    }

    /// `keys.json` of Kakao.
    pub(super) fn kakao_keys(&self) -> Value {
        json!({ "kakao": self.kakao_key.json() })
    }

    /// The VID that fits, in base64.
    pub(super) fn vid(&self) -> String {
        STANDARD.encode(self.ci.vid(&self.signer, Layout::CiSerial))
    }

    /// What must never be shown, whatever the case.
    pub(super) fn secrets(&self) -> Vec<String> {
        let (ci, other) = (self.ci.text(), self.other_ci.text());
        let parts = |ci: &str| [ci.to_owned(), ci[..32].to_owned(), ci[56..].to_owned()];
        let mut all = [parts(&ci), parts(&other)].concat();
        all.push(self.di.clone());
        all.extend([NAME, PHONE, BIRTHDAY, TEXT, OTHER_TEXT].map(str::to_owned));
        for key in [self.kakao_key.json(), self.naver_key.json()] {
            let members = key
                .as_object()
                .into_iter()
                .flat_map(serde_json::Map::values);
            all.extend(members.filter_map(Value::as_str).map(str::to_owned));
        }
        all
    }
}

/// The identifier of the document at a place.
pub(super) fn id(place: usize) -> String {
    format!("00000000-0000-4000-8000-{place:012}")
}

/// The same object without a member.
pub(super) fn without(mut object: Value, member: &str) -> Value {
    let map = object.as_object_mut().expect("an object");
    map.shift_remove(member);
    object
}
