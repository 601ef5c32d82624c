//! The field ciphers: providers' vectors, published vectors, and everything that must be refused.

use aes::{Aes128, Aes256};
use aes_gcm::aead::AeadInOut as _;
use aes_gcm::{Aes256Gcm, Nonce};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use cbc::Encryptor;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeEncrypt, KeyIvInit};
use ctr::Ctr128BE;
use hmac::{Hmac, KeyInit as _, Mac as _};
use injang_response::CipherError as E;
use injang_response::{Candidate, CbcKey, CtrKey, Secret, TossSession, TossSessions, Wrapping};
use injang_tests::corpora;
use sha2::Sha256;
use zeroize::ZeroizeOnDrop;

const ID: &str = "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";
const OTHER_ID: &str = "1a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";
const PLAIN: &str = "홍길동, 1990-01-01";
/// Blocks of NIST SP 800-38A, appendix F.
const NIST_PLAIN: &str = "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51\
                          30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";

fn hex(text: &str) -> Vec<u8> {
    base16ct::lower::decode_vec(text).unwrap()
}

fn b64(octets: impl AsRef<[u8]>) -> String {
    BASE64.encode(octets)
}

fn seal_gcm(key: &[u8], iv: &[u8], additional: &[u8], plain: &[u8]) -> Vec<u8> {
    let mut octets = plain.to_vec();
    let tag = Aes256Gcm::new_from_slice(key)
        .unwrap()
        .encrypt_inout_detached(
            &Nonce::try_from(iv).unwrap(),
            additional,
            octets.as_mut_slice().into(),
        )
        .unwrap();
    octets.extend_from_slice(&tag);
    octets
}

fn seal_cbc(key: &[u8], iv: &[u8], plain: &[u8]) -> Vec<u8> {
    fn seal<C: KeyIvInit + BlockModeEncrypt>(key: &[u8], iv: &[u8], plain: &[u8]) -> Vec<u8> {
        let mut octets = plain.to_vec();
        octets.resize(plain.len() + 16, 0);
        let cipher = C::new_from_slices(key, iv).unwrap();
        let sealed = cipher.encrypt_padded::<Pkcs7>(&mut octets, plain.len());
        sealed.unwrap().to_vec()
    }
    match key.len() {
        16 => seal::<Encryptor<Aes128>>(key, iv, plain),
        _ => seal::<Encryptor<Aes256>>(key, iv, plain),
    }
}

fn hmac(key: &[u8], plain: &[u8]) -> Vec<u8> {
    let mut code = Hmac::<Sha256>::new_from_slice(b64(key).as_bytes()).unwrap();
    code.update(plain);
    code.finalize().into_bytes().to_vec()
}

fn cbc_field(sealed: &[u8], code: &[u8]) -> String {
    let code = base16ct::lower::encode_string(code);
    format!("v1${ID}${}${code}", b64(sealed))
}

/// A session, and a field of it, of each kind.
fn toss(kind: &str) -> (TossSessions, String) {
    let (name, key, iv, field) = if kind == "gcm" {
        let (key, iv) = ([0x31; 32], vec![0x32; 12]);
        let sealed = seal_gcm(&key, &iv, &key, PLAIN.as_bytes());
        let field = format!("v1${ID}${}", b64(sealed));
        ("AES_GCM", key.to_vec(), iv, field)
    } else {
        let (key, iv) = (vec![0x33; kind.parse().unwrap()], vec![0x34; 16]);
        let sealed = seal_cbc(&key, &iv, PLAIN.as_bytes());
        let field = cbc_field(&sealed, &hmac(&key, PLAIN.as_bytes()));
        ("AES_CBC", key, iv, field)
    };
    let session = TossSession::new("v1_0.0.14", ID, name, &b64(key), &b64(iv)).unwrap();
    assert!(session.is_authenticated());
    (TossSessions::new(vec![session]).unwrap(), field)
}

const KINDS: [&str; 3] = ["gcm", "16", "32"];

/// The ciphertext octets of a field.
fn sealed(field: &str) -> Vec<u8> {
    BASE64.decode(field.split('$').nth(2).unwrap()).unwrap()
}

/// The field with another ciphertext.
fn with_sealed(field: &str, octets: &[u8]) -> String {
    let mut parts: Vec<&str> = field.split('$').collect();
    let text = b64(octets);
    parts[2] = &text;
    parts.join("$")
}

fn flips(octets: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    (0..8 * octets.len()).map(|bit| {
        let mut flipped = octets.to_vec();
        flipped[bit / 8] ^= 1 << (bit % 8);
        flipped
    })
}

#[track_caller]
fn refused(sessions: &TossSessions, field: &str, error: E) {
    assert_eq!(sessions.decrypt(field).unwrap_err(), error, "{field:.120}");
}

fn shape(candidates: &[Candidate]) -> Vec<(&'static str, &[u8])> {
    candidates
        .iter()
        .map(|it| (it.wrapping.name(), it.plain.octets()))
        .collect()
}

#[test]
fn corpus_of_toss() {
    let Some(folder) = corpora::folder("providers/toss") else {
        return;
    };
    let text = std::fs::read_to_string(folder.join("toss_aes_test_data.txt")).unwrap();
    let mut rows = 0;
    let mut sessions = Vec::new();
    let mut fields = Vec::new();
    for row in text.lines() {
        let columns: Vec<&str> = row.split(',').collect();
        let [id, key, iv, plain, field] = *columns else {
            panic!("row {rows}")
        };
        sessions.push(TossSession::parse(&format!("v1${id}$AES_GCM${key}${iv}")).unwrap());
        fields.push((field, plain));
        rows += 1;
    }
    assert_eq!(rows, 100);
    let sessions = TossSessions::new(sessions).unwrap();
    for (field, plain) in fields {
        for field in [field.to_owned(), format!("{field}$")] {
            let found = sessions.decrypt(&field).unwrap();
            assert_eq!(found.text(), Some(plain));
            assert!(found.is_same(plain.as_bytes()));
        }
    }
}

#[test]
fn corpus_of_barocert() {
    let Some(folder) = corpora::folder("providers/barocert") else {
        return;
    };
    let text = std::fs::read_to_string(folder.join("barocert_kakao_ctr_vector.txt")).unwrap();
    let value = |name: &str| {
        let mut pairs = text.lines().filter_map(|line| line.split_once('='));
        pairs.find(|(found, _)| *found == name).unwrap().1
    };
    let key = CtrKey::new(value("key_b64"), value("iv_b64")).unwrap();
    let (once, plain) = (value("ct_b64"), value("plaintext_utf8"));
    let candidates = key.decrypt(once).unwrap();
    assert_eq!(shape(&candidates), [("single", plain.as_bytes())]);
    let candidates = key.decrypt(&b64(once)).unwrap();
    assert_eq!(candidates.len(), 2);
    assert_eq!(candidates[1].wrapping, Wrapping::Double);
    assert_eq!(candidates[1].plain.text(), Some(plain));
    assert_eq!(candidates[0].plain.text(), None);
}

/// NIST SP 800-38A F.5.5.
#[test]
fn nist_ctr() {
    let key = hex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
    let iv = hex("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff");
    let sealed = hex(
        "601ec313775789a5b7a7f504bbf3d228f443e3ca4d62b59aca84e990cacaf5c5\
         2b0930daa23de94ce87017ba2d84988ddfc9c58db67aada613c2dd08457941a6",
    );
    let key = CtrKey::new(&b64(key), &b64(iv)).unwrap();
    let plain = hex(NIST_PLAIN);
    for length in [0, 1, 15, 16, 17, 63, 64] {
        let candidates = key.decrypt(&b64(&sealed[..length])).unwrap();
        assert_eq!(shape(&candidates), [("single", &plain[..length])]);
    }
}

/// NIST SP 800-38A F.2.2, with the block of padding that the vector has not.
#[test]
fn nist_cbc() {
    let key = hex("2b7e151628aed2a6abf7158809cf4f3c");
    let iv = hex("000102030405060708090a0b0c0d0e0f");
    let mut sealed = hex(
        "7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2\
         73bed6b8e3c1743b7116e69e222295163ff1caa1681fac09120eca307586e1a7",
    );
    let padding = seal_cbc(&key, &sealed[48..], b"");
    let key = CbcKey::new(&b64(key), &b64(iv)).unwrap();
    assert_eq!(key.decrypt(&b64(&sealed)).unwrap_err(), E::Padding);
    sealed.extend_from_slice(&padding);
    let candidates = key.decrypt(&b64(&sealed)).unwrap();
    assert_eq!(shape(&candidates), [("single", &hex(NIST_PLAIN)[..])]);
}

/// Test case 16 of "The Galois/Counter Mode of Operation": what is sealed does not depend on the
/// additional data, the tag does.
#[test]
fn published_gcm() {
    let key = hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
    let iv = hex("cafebabefacedbaddecaf888");
    let plain = hex(
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72\
                     1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
    );
    let sealed = hex(
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa\
                      8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
    );
    let tag = hex("76fc6ece0f4e1768cddf8853bb2d551b");
    let additional = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    let published = [&*sealed, &*tag].concat();
    assert_eq!(seal_gcm(&key, &iv, &additional, &plain), published);

    let ours = seal_gcm(&key, &iv, &key, &plain);
    assert_eq!(ours[..60], sealed);
    let session = TossSession::new("v1", ID, "AES_GCM", &b64(&key), &b64(iv)).unwrap();
    let sessions = TossSessions::new(vec![session]).unwrap();
    let field = |octets: &[u8]| format!("v1${ID}${}", b64(octets));
    let found = sessions.decrypt(&field(&ours)).unwrap();
    assert!(found.is_same(&plain) && found.text().is_none());
    refused(&sessions, &field(&published), E::Integrity);
}

/// All 128 bits of the counter block count.
#[test]
fn ctr_carries() {
    let key = b64([7; 32]);
    let stream = |iv: u128, blocks: usize| {
        let key = CtrKey::new(&key, &b64(iv.to_be_bytes())).unwrap();
        let candidates = key.decrypt(&b64(vec![0; 16 * blocks])).unwrap();
        candidates[0].plain.octets().to_vec()
    };
    for iv in [u32::MAX.into(), u64::MAX.into(), u128::MAX] {
        assert_eq!(stream(iv, 2)[16..], stream(iv.wrapping_add(1), 1), "{iv:x}");
    }
}

/// The example of Kakao's guide, whose key is not published.
#[test]
fn double_base64() {
    let key = CtrKey::new(&b64([1; 32]), &b64([2; 16])).unwrap();
    let once = key.decrypt("j3YE45j+tg+C").unwrap();
    let twice = key.decrypt("ajNZRTQ1ait0ZytD").unwrap();
    let names = |it: &[Candidate]| -> Vec<_> { it.iter().map(|it| it.wrapping.name()).collect() };
    assert_eq!(names(&once), ["single"]);
    assert_eq!(names(&twice), ["single", "double"]);
    assert!(twice[1].plain.is_same(once[0].plain.octets()));
    assert_eq!(twice[0].plain.octets().len(), 12);

    // Inside, only what an encoder writes is base64.
    for (inner, readings) in [
        ("AA==", 2),
        ("AA", 1),
        ("AB==", 1),
        ("AAA=", 2),
        ("AAAA\n", 1),
        (" AAAA", 1),
        ("AA_A", 1),
        ("", 1),
    ] {
        let found = key.decrypt(&b64(inner)).unwrap();
        assert_eq!(found.len(), readings, "{inner:?}");
    }
}

#[test]
fn cbc_readings() {
    let (key, iv) = ([1; 16], [2; 16]);
    let cipher = CbcKey::new(&b64(key), &b64(iv)).unwrap();
    for length in [0, 1, 15, 16, 17, 31, 32, 35, 47, 48] {
        let plain = vec![b'x'; length];
        let sealed = seal_cbc(&key, &iv, &plain);
        let once = b64(&sealed);
        assert_eq!(
            shape(&cipher.decrypt(&once).unwrap()),
            [("single", &*plain)]
        );
        let candidates = cipher.decrypt(&b64(once)).unwrap();
        assert_eq!(shape(&candidates), [("double", &*plain)], "{length}");
        for cut in 1..16 {
            let cut = b64(&sealed[..sealed.len() - cut]);
            assert_eq!(cipher.decrypt(&cut).unwrap_err(), E::Length, "{length}");
        }
    }
    assert_eq!(cipher.decrypt("").unwrap_err(), E::Length);

    // No integrity: a bit flipped in one block is flipped in the next one's plaintext.
    let mut sealed = seal_cbc(&key, &iv, &[b'x'; 20]);
    sealed[0] ^= 1;
    let found = cipher.decrypt(&b64(&sealed)).unwrap();
    assert!(found[0].plain.octets().ends_with(b"yxxx"));
    assert!(!found[0].plain.is_same(&[b'x'; 20]));
    sealed[15] ^= 0x80;
    assert_eq!(cipher.decrypt(&b64(&sealed)).unwrap_err(), E::Padding);
    const { assert!(!CbcKey::IS_AUTHENTICATED && !CtrKey::IS_AUTHENTICATED) }
}

#[test]
fn base64_of_fields_and_keys() {
    let fields: [(&str, Option<E>); 9] = [
        (" \t\r\nAAECAw== \n", None),
        ("AAECAw", None),
        ("AAECAx==", Some(E::NotBase64)),
        ("AAEC\nAw==", Some(E::NotBase64)),
        ("AAEC-_==", Some(E::NotBase64)),
        ("AAECA", Some(E::NotBase64)),
        ("AAECAw==AAAA", Some(E::NotBase64)),
        ("v1$AAEC", Some(E::NotBase64)),
        ("홍길동", Some(E::NotBase64)),
    ];
    let key = CtrKey::new(&b64([1; 32]), &b64([2; 16])).unwrap();
    for (field, error) in fields {
        assert_eq!(key.decrypt(field).err(), error, "{field}");
    }

    let right = b64([0xfb; 32]);
    let iv = b64([0xfb; 16]);
    let keys: [(&str, Option<E>); 9] = [
        (&right, None),
        (&format!("\n{right}\r\n"), None),
        (right.trim_end_matches('='), None),
        (&right.replace('+', "-"), Some(E::KeyLength)),
        (&right.replace("s=", "t="), Some(E::KeyLength)),
        (&iv, Some(E::KeyLength)),
        (&b64([0; 33]), Some(E::KeyLength)),
        (&"A".repeat(1 << 21), Some(E::KeyLength)),
        ("", Some(E::KeyLength)),
    ];
    for (key, error) in keys {
        assert_eq!(CtrKey::new(key, &iv).err(), error, "{key:.60}");
        assert_eq!(
            TossSession::new("v1", ID, "AES_GCM", key, &b64([0; 12])).err(),
            error
        );
    }
    assert_eq!(CbcKey::new(&right, &iv).err(), Some(E::KeyLength));
    for length in [0, 12, 15, 17, 32] {
        let iv = b64(vec![0; length]);
        assert_eq!(CtrKey::new(&right, &iv).err(), Some(E::IvLength));
        assert_eq!(CbcKey::new(&b64([0; 16]), &iv).err(), Some(E::IvLength));
    }
}

#[test]
fn sizes() {
    let key = CtrKey::new(&b64([1; 32]), &b64([2; 16])).unwrap();
    let cbc = CbcKey::new(&b64([1; 16]), &b64([2; 16])).unwrap();
    let (sessions, _) = toss("gcm");
    let largest = "A".repeat(1 << 20);
    let larger = format!("{largest}*");
    assert!(key.decrypt(&largest).is_ok());
    assert_eq!(key.decrypt(&larger).unwrap_err(), E::Size);
    assert_eq!(cbc.decrypt(&larger).unwrap_err(), E::Size);
    assert_eq!(TossSession::parse(&larger).unwrap_err(), E::Size);
    refused(&sessions, &larger, E::Size);
    refused(&sessions, &largest, E::SessionForm);
}

#[test]
fn toss_fields() {
    for kind in KINDS {
        let (sessions, field) = toss(kind);
        let accepted = [
            field.clone(),
            format!(" \t{field}\r\n"),
            field.replace("v1$", "v1_0.0.14$"),
            field.replace("v1$", "v1_12$"),
            field.replace(ID, &ID.to_ascii_uppercase()),
            field.replace('=', ""),
        ];
        for field in accepted {
            let found = sessions.decrypt(&field).unwrap();
            assert_eq!(found.text(), Some(PLAIN), "{kind}");
        }
        for version in [
            "", "v", "v2", "V1", "v11", "v1_", "v1_.", "v1_1.", "v1_.1", "v1_1..2", "v1_a", "v1.0",
            "v1_１",
        ] {
            let field = field.replace("v1$", &format!("{version}$"));
            refused(&sessions, &field, E::SessionVersion);
        }
        refused(&sessions, &field.replace(ID, OTHER_ID), E::SessionUnknown);
        for id in [
            "",
            "1",
            &ID[1..],
            &ID.replace('-', ""),
            &ID.replace('a', "g"),
            &ID.replace('-', "0"),
        ] {
            refused(&sessions, &field.replace(ID, id), E::SessionForm);
        }
        let text = field.split('$').nth(2).unwrap();
        for (other, error) in [
            ("", E::SessionForm),
            ("*", E::NotBase64),
            ("A", E::NotBase64),
            ("AB==", E::NotBase64),
            ("AA__", E::NotBase64),
            ("AA AA", E::NotBase64),
            ("AAAA", E::Length),
        ] {
            refused(&sessions, &field.replace(text, other), error);
        }
        for field in [
            "",
            "$",
            "v1",
            "v1$",
            &format!("v1${ID}"),
            &format!("{field}$$"),
        ] {
            refused(&sessions, field, E::SessionForm);
        }
    }
    // Each kind has its parts, and no others.
    let ((gcm, gcm_field), (cbc, cbc_field)) = (toss("gcm"), toss("32"));
    let (cbc_start, code) = cbc_field.rsplit_once('$').unwrap();
    assert!(gcm.decrypt(&format!("{gcm_field}$")).is_ok());
    refused(&gcm, &format!("{gcm_field}${code}"), E::SessionForm);
    refused(&cbc, cbc_start, E::SessionForm);
    refused(&cbc, &format!("{cbc_start}$"), E::SessionForm);
    refused(&cbc, &format!("{cbc_field}$"), E::SessionForm);
}

#[test]
fn every_bit_of_a_field() {
    for kind in KINDS {
        let (sessions, field) = toss(kind);
        let octets = sealed(&field);
        for flipped in flips(&octets) {
            refused(&sessions, &with_sealed(&field, &flipped), E::Integrity);
        }
        for length in 1..octets.len() {
            let is_whole = match kind {
                "gcm" => length >= 16,
                _ => length % 16 == 0,
            };
            let error = if is_whole { E::Integrity } else { E::Length };
            refused(&sessions, &with_sealed(&field, &octets[..length]), error);
        }
        // The text: whatever is refused it is for, nothing comes out.
        for length in 0..field.trim_end_matches('=').len() {
            assert!(sessions.decrypt(&field[..length]).is_err(), "{kind}");
        }
    }
}

#[test]
fn every_bit_of_an_hmac() {
    for kind in ["16", "32"] {
        let (sessions, field) = toss(kind);
        let (start, text) = field.rsplit_once('$').unwrap();
        let code = hex(text);
        for flipped in flips(&code) {
            refused(
                &sessions,
                &cbc_field(&sealed(&field), &flipped),
                E::Integrity,
            );
        }
        let others = [
            text.to_ascii_uppercase(),
            text[1..].to_owned(),
            format!("{text}0"),
            format!(" {text}"),
            b64(&code),
            "홍".to_owned(),
        ];
        for other in others {
            refused(&sessions, &format!("{start}${other}"), E::Integrity);
        }
        // The HMAC's key is the key's text, not its octets.
        let mut raw = Hmac::<Sha256>::new_from_slice(&vec![0x33; kind.parse().unwrap()]).unwrap();
        raw.update(PLAIN.as_bytes());
        let raw = raw.finalize().into_bytes();
        refused(&sessions, &cbc_field(&sealed(&field), &raw), E::Integrity);
    }
}

/// Nothing tells a wrong padding from a wrong HMAC, and a right HMAC over everything, padding and
/// all, does not make up for a wrong padding.
#[test]
fn padding_under_an_hmac() {
    let (key, iv) = ([0x33; 16], [0x34; 16]);
    let (sessions, _) = toss("16");
    for last in 0..=u8::MAX {
        let plain = [[b'x'; 15].as_slice(), &[last]].concat();
        // The block without the padding that the encryptor puts behind it.
        let sealed = &seal_cbc(&key, &iv, &plain)[..16];
        let whole = cbc_field(sealed, &hmac(&key, &plain));
        refused(&sessions, &whole, E::Integrity);
        refused(&sessions, &cbc_field(sealed, &[0; 32]), E::Integrity);
        let stripped = sessions.decrypt(&cbc_field(sealed, &hmac(&key, &plain[..15])));
        assert_eq!(stripped.is_ok(), last == 1, "{last}");
    }
}

#[test]
fn toss_sessions() {
    let (key, short, iv, gcm_iv) = (b64([1; 32]), b64([1; 16]), b64([2; 16]), b64([2; 12]));
    let parsed: [(String, Option<E>); 18] = [
        (format!("v1${ID}$AES_GCM${key}${gcm_iv}"), None),
        (format!("v1_0.0.14${ID}$AES_GCM${key}${gcm_iv}$"), None),
        (format!("\n v1${ID}$AES_CBC${key}${iv} \n"), None),
        (format!("v1${ID}$AES_CBC${short}${iv}"), None),
        (
            format!("v2${ID}$AES_GCM${key}${gcm_iv}"),
            Some(E::SessionVersion),
        ),
        (
            format!("v1_${ID}$AES_GCM${key}${gcm_iv}"),
            Some(E::SessionVersion),
        ),
        (format!("v1$$AES_GCM${key}${gcm_iv}"), Some(E::SessionForm)),
        (
            format!("v1${ID}$aes_gcm${key}${gcm_iv}"),
            Some(E::SessionForm),
        ),
        (
            format!("v1${ID}$AES_ECB${key}${gcm_iv}"),
            Some(E::SessionForm),
        ),
        (format!("v1${ID}$AES_GCM${key}"), Some(E::SessionForm)),
        (
            format!("v1${ID}$AES_GCM${key}${gcm_iv}$$"),
            Some(E::SessionForm),
        ),
        (
            format!("v1${ID}$AES_GCM${key}${gcm_iv}$x"),
            Some(E::SessionForm),
        ),
        (String::new(), Some(E::SessionForm)),
        (
            format!("v1${ID}$AES_GCM${short}${gcm_iv}"),
            Some(E::KeyLength),
        ),
        (format!("v1${ID}$AES_GCM$${gcm_iv}"), Some(E::KeyLength)),
        (format!("v1${ID}$AES_GCM${key}${iv}"), Some(E::IvLength)),
        (format!("v1${ID}$AES_CBC${key}${gcm_iv}"), Some(E::IvLength)),
        (format!("v1${ID}$AES_CBC${key}$$"), Some(E::IvLength)),
    ];
    for (text, error) in parsed {
        assert_eq!(TossSession::parse(&text).err(), error, "{text}");
    }

    // The session is found by its id among others; two of one id are refused.
    let session = |id: &str, octet: u8| {
        TossSession::new("v1", id, "AES_GCM", &b64([octet; 32]), &b64([0x32; 12])).unwrap()
    };
    let (_, field) = toss("gcm");
    let both = TossSessions::new(vec![session(OTHER_ID, 0x30), session(ID, 0x31)]).unwrap();
    assert_eq!(both.decrypt(&field).unwrap().text(), Some(PLAIN));
    refused(&both, &field.replace(ID, OTHER_ID), E::Integrity);
    let none = TossSessions::new(Vec::new()).unwrap();
    refused(&none, &field, E::SessionUnknown);
    let upper = ID.to_ascii_uppercase();
    let twice = TossSessions::new(vec![session(ID, 0x31), session(&upper, 0x30)]);
    assert_eq!(twice.unwrap_err(), E::SessionForm);
    let upper = TossSessions::new(vec![session(&upper, 0x31)]).unwrap();
    assert!(upper.decrypt(&field).is_ok());
}

#[test]
fn nothing_is_shown() {
    let key = CtrKey::new(&b64([1; 32]), &b64([2; 16])).unwrap();
    let cbc = CbcKey::new(&b64([1; 16]), &b64([2; 16])).unwrap();
    let (sessions, field) = toss("gcm");
    let secret = sessions.decrypt(&field).unwrap();
    let shown = [
        (format!("{secret:?}"), "Secret(…)"),
        (format!("{secret:#?}"), "Secret(…)"),
        (
            format!("{key:?}"),
            "CtrKey { key: Secret(…), iv: Secret(…) }",
        ),
        (
            format!("{cbc:?}"),
            "CbcKey { key: Secret(…), iv: Secret(…) }",
        ),
        (
            format!("{sessions:?}"),
            "TossSessions([TossSession(AES_GCM)])",
        ),
        (
            format!("{:?}", key.decrypt("AAAA").unwrap()),
            "[Candidate { wrapping: Single, plain: Secret(…) }]",
        ),
    ];
    for (found, expected) in shown {
        assert_eq!(found, expected);
    }
    let errors = [
        E::KeyLength,
        E::IvLength,
        E::Size,
        E::NotBase64,
        E::Length,
        E::Padding,
        E::Integrity,
        E::SessionForm,
        E::SessionUnknown,
        E::SessionVersion,
    ];
    let sentences: std::collections::BTreeSet<_> = errors.iter().map(E::to_string).collect();
    assert_eq!(sentences.len(), errors.len());
}

#[test]
fn secrets() {
    let secret = Secret::from_octets("비밀".into());
    assert_eq!(secret.octets(), "비밀".as_bytes());
    assert_eq!(secret.text(), Some("비밀"));
    assert!(secret.is_same("비밀".as_bytes()));
    for other in ["", "비", "비빌", "비밀 "] {
        assert!(!secret.is_same(other.as_bytes()), "{other}");
    }
    assert_eq!(Secret::from_octets(vec![0xff]).text(), None);
}

/// The states of the ciphers are wiped when dropped: fails to build where a feature is lost.
#[test]
fn states_are_wiped() {
    fn is_wiped<T: ZeroizeOnDrop>() {}
    is_wiped::<Ctr128BE<Aes256>>();
    is_wiped::<cbc::Decryptor<Aes128>>();
    is_wiped::<cbc::Decryptor<Aes256>>();
    is_wiped::<Aes256Gcm>();
    // `Hmac` has no such mark; it is two of these and a buffer that is wiped.
    is_wiped::<Sha256>();
}
