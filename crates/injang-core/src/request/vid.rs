//! The provider's VID: what ties a signature's certificate to a person.
//!
//! `VID = SHA-256(CI octets ‖ serial number octets)`, where the CI octets are the 64 that the CI's
//! 88 characters of base64 encode, and the serial number octets are the content octets of the
//! INTEGER in the certificate under which the signature verified (Kakao certificate overview,
//! "VID" and question 6).
//!
//! The provider's guide does not say whether the leading 00 octet of a serial number with the top
//! bit set is among "its byte array", which of the two comes first, and how the digest is written.
//! [`VidLayout`] names the readings; only the one that the [`Request`](crate::Request) names counts.
//!
//! KISA's VID of the accredited certificates (`H(H(idn, R))` in subjectAltName) is another
//! construction and never compared with this one.

use crate::DigestAlgorithm;
use crate::crypto::CryptoBackend;
use crate::encoding::error::{CiError, VidError};
use crate::encoding::text_form::base64_hex::{BASE64, BASE64_URL};
use base64::Engine as _;
use core::fmt;
use subtle::ConstantTimeEq as _;
use zeroize::{Zeroize as _, Zeroizing};

/// Octets of a CI.
const CI_SIZE: usize = 64;
/// U+FEFF in UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
/// Octets of a VID.
const VID_SIZE: usize = 32;

/// A person's connecting information (연계정보): 64 octets that identify them everywhere in Korea.
///
/// Wiped from memory when dropped; neither shown nor copied, and compared in constant time.
pub struct Ci([u8; CI_SIZE]);

impl Drop for Ci {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Ci {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ci(…)")
    }
}

impl Ci {
    /// From the base64 text in which a CI is handed out: 88 characters, or 86 without padding.
    /// White space at the ends is skipped, as a file has a newline, and so is a byte order mark of
    /// UTF-8 before it, as some editors write one.
    pub fn from_base64(text: &[u8]) -> Result<Self, CiError> {
        let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
        let text = text.trim_ascii();
        // Decoding writes three octets for every four characters, rounded up.
        let mut octets = Zeroizing::new([0u8; CI_SIZE + 2]);
        if text.len() > 88 {
            let base64 = |octet: &u8| octet.is_ascii_alphanumeric() || b"+/=".contains(octet);
            return Err(if text.iter().all(base64) {
                CiError::Length
            } else {
                CiError::NotBase64
            });
        }
        let length = BASE64
            .decode_slice(text, &mut *octets)
            .map_err(|_| CiError::NotBase64)?;
        if length != CI_SIZE {
            return Err(CiError::Length);
        }
        let mut ci = Self([0; CI_SIZE]);
        ci.0.copy_from_slice(&octets[..CI_SIZE]);
        Ok(ci)
    }

    /// Whether it is the same person's; in constant time.
    pub fn is_same(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }

    /// The 64 octets, for a digest or a MAC of them. The caller must wipe every copy of them.
    pub fn expose(&self) -> &[u8; CI_SIZE] {
        &self.0
    }
}

codes! {
    table "vid-layout" (u8, name, sentence);
    /// In which order and form CI and serial number are joined.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum VidLayout {
        /// CI, then the serial number's content octets, as Java's `BigInteger.toByteArray()` gives
        /// them: with a leading 00 where the top bit is set.
        #[default]
        CiThenSerial = 1 "ci-serial"
            "CI, then the serial number as in the certificate"
            "CI 뒤에 인증서의 일련번호 그대로",
        /// CI, then the serial number without a leading 00.
        CiThenUnsignedSerial = 2 "ci-serial-unsigned"
            "CI, then the serial number without a leading 00"
            "CI 뒤에 앞의 00을 뺀 일련번호",
        /// The serial number's content octets, then CI.
        SerialThenCi = 3 "serial-ci"
            "the serial number as in the certificate, then CI"
            "인증서의 일련번호 그대로 뒤에 CI",
        /// The serial number without a leading 00, then CI.
        UnsignedSerialThenCi = 4 "serial-unsigned-ci"
            "the serial number without a leading 00, then CI"
            "앞의 00을 뺀 일련번호 뒤에 CI",
    }
}

codes! {
    table "vid-encoding" (u8, name, sentence);
    /// How a VID was written.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum VidEncoding {
        /// RFC 4648 4, padded or not.
        Base64 = 1 "base64" "base64" "base64",
        /// RFC 4648 5, padded or not.
        Base64Url = 2 "base64url" "base64url" "base64url",
        /// Hex of any case.
        Hex = 3 "hex" "hex" "16진수",
    }
}

/// A VID: 32 octets, and how they were written.
///
/// Compared in constant time. `Debug` does not show it: it is a pseudonym of a person.
#[derive(Clone)]
pub struct Vid {
    octets: [u8; VID_SIZE],
    encoding: VidEncoding,
}

impl fmt::Debug for Vid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Vid({})", self.encoding.name())
    }
}

impl PartialEq for Vid {
    fn eq(&self, other: &Self) -> bool {
        self.octets.ct_eq(&other.octets).into()
    }
}

impl Eq for Vid {}

impl Vid {
    /// Computes the VID of a person for a certificate, whose serial number is given by the content
    /// octets of its INTEGER ([`Certificate::serial`](crate::Certificate::serial)). `None` if there is
    /// no octet of it, because that would be a VID of the CI alone, or if the crypto backend does not
    /// compute SHA-256.
    pub fn compute(
        crypto: &dyn CryptoBackend,
        ci: &Ci,
        serial: &[u8],
        layout: VidLayout,
    ) -> Option<Self> {
        if serial.is_empty() {
            return None;
        }
        let unsigned = serial
            .strip_prefix(&[0])
            .filter(|rest| !rest.is_empty())
            .unwrap_or(serial);
        let parts: [&[u8]; 2] = match layout {
            VidLayout::CiThenSerial => [&ci.0, serial],
            VidLayout::CiThenUnsignedSerial => [&ci.0, unsigned],
            VidLayout::SerialThenCi => [serial, &ci.0],
            VidLayout::UnsignedSerialThenCi => [unsigned, &ci.0],
        };
        let digest = crypto.digest(DigestAlgorithm::Sha256, &parts)?;
        Some(Self {
            // `None` also where a provider gives a digest of another algorithm.
            octets: digest.as_bytes().try_into().ok()?,
            encoding: VidEncoding::Base64,
        })
    }

    /// From the text in a provider's response. White space at the ends is skipped.
    pub fn parse(text: &str) -> Result<Self, VidError> {
        let text = text.trim_ascii();
        let mut decoded = [0; VID_SIZE + 1];
        let (length, encoding) = if text.len() == 2 * VID_SIZE {
            let octets = base16ct::mixed::decode(text, &mut decoded).map_err(|_| VidError)?;
            (octets.len(), VidEncoding::Hex)
        } else if text.len() > 44 {
            return Err(VidError);
        } else if let Ok(length) = BASE64.decode_slice(text, &mut decoded) {
            (length, VidEncoding::Base64)
        } else {
            let length = BASE64_URL
                .decode_slice(text, &mut decoded)
                .map_err(|_| VidError)?;
            (length, VidEncoding::Base64Url)
        };
        if length != VID_SIZE {
            return Err(VidError);
        }
        let mut octets = [0; VID_SIZE];
        octets.copy_from_slice(&decoded[..VID_SIZE]);
        Ok(Self { octets, encoding })
    }

    /// The 32 octets of the VID.
    pub fn as_bytes(&self) -> &[u8; VID_SIZE] {
        &self.octets
    }

    /// How it was written; [`Vid::compute`] gives [`VidEncoding::Base64`].
    pub fn encoding(&self) -> VidEncoding {
        self.encoding
    }

    /// The VID as text: padded base64, unpadded base64url, or lower-case hex.
    pub fn to_text(&self, encoding: VidEncoding) -> alloc::string::String {
        match encoding {
            VidEncoding::Base64 => base64::engine::general_purpose::STANDARD.encode(self.octets),
            VidEncoding::Base64Url => {
                base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(self.octets)
            }
            VidEncoding::Hex => base16ct::lower::encode_string(&self.octets),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ci_rules() {
        let padded = BASE64.encode([7; 64]);
        assert!(Ci::from_base64(padded.as_bytes()).is_ok());
        assert!(Ci::from_base64(format_args_line(&padded).as_bytes()).is_ok());
        assert!(Ci::from_base64(padded.trim_end_matches('=').as_bytes()).is_ok());
        let marked = alloc::format!("\u{feff}{padded}\r\n");
        assert!(Ci::from_base64(marked.as_bytes()).is_ok());
        for marked in [
            "\u{feff}".into(),
            alloc::format!("\u{feff}\u{feff}{padded}"),
        ] {
            assert!(Ci::from_base64(marked.as_bytes()).is_err());
        }
        let unmarked = alloc::format!("{padded}\u{feff}");
        assert!(Ci::from_base64(unmarked.as_bytes()).is_err());
        for (octets, error) in [
            (63, CiError::Length),
            (65, CiError::Length),
            (66, CiError::Length),
            (90, CiError::Length),
        ] {
            let text = BASE64.encode([7; 90].split_at(octets).0);
            assert_eq!(
                Ci::from_base64(text.as_bytes()).unwrap_err(),
                error,
                "{octets}"
            );
        }
        for text in ["", "*", &padded.replace('B', "-"), &"00".repeat(64)] {
            assert!(Ci::from_base64(text.as_bytes()).is_err());
        }
        assert_eq!(alloc::format!("{:?}", Ci([7; 64])), "Ci(…)");
        let other = |last| {
            let mut octets = [7; 64];
            octets[63] = last;
            Ci(octets)
        };
        assert!(Ci([7; 64]).is_same(&other(7)));
        assert!(!Ci([7; 64]).is_same(&other(8)));
        assert_eq!(other(8).expose()[63], 8);
    }

    fn format_args_line(text: &str) -> alloc::string::String {
        alloc::format!(" {text}\r\n")
    }

    #[test]
    fn vid_text() {
        let vid = Vid {
            octets: [0xfb; 32],
            encoding: VidEncoding::Base64,
        };
        for encoding in [
            VidEncoding::Base64,
            VidEncoding::Base64Url,
            VidEncoding::Hex,
        ] {
            let read = Vid::parse(&vid.to_text(encoding)).unwrap();
            assert_eq!(read, vid);
            assert_eq!(read.encoding(), encoding);
        }
        let hex = vid.to_text(VidEncoding::Hex);
        assert_eq!(Vid::parse(&hex.to_ascii_uppercase()).unwrap(), vid);
        for text in [
            "",
            "fb",
            &hex[2..],
            &"+/".repeat(22),
            "+_".repeat(21).as_str(),
            &"A".repeat(45),
        ] {
            assert_eq!(Vid::parse(text), Err(VidError), "{text}");
        }
    }

    /// Gives back how many octets it would digest, and the first and the last of them.
    struct Echo;

    impl CryptoBackend for Echo {
        fn name(&self) -> &'static str {
            "echo"
        }

        fn digest(
            &self,
            algorithm: DigestAlgorithm,
            parts: &[&[u8]],
        ) -> Option<crate::crypto::Digest> {
            let joined = parts.concat();
            let mut octets = [0; VID_SIZE];
            octets[0] = u8::try_from(joined.len()).unwrap();
            octets[1..9].copy_from_slice(&joined[..8]);
            octets[9..17].copy_from_slice(&joined[joined.len() - 8..]);
            crate::crypto::Digest::new(algorithm, &octets)
        }

        fn answer(
            &self,
            _: &crate::crypto::SignatureRequest<'_>,
        ) -> crate::crypto::SignatureStatus {
            crate::crypto::SignatureStatus::Unanswered
        }
    }

    #[test]
    fn serials_under_each_layout() {
        use VidLayout as L;
        // The serial number, and as what it goes into the digest if its sign octet does not.
        let serials: [(&[u8], &[u8]); 6] = [
            (&[0], &[0]),
            (&[1], &[1]),
            (&[0x7f], &[0x7f]),
            (&[0, 0x80], &[0x80]),
            (&[0, 0x80, 0], &[0x80, 0]),
            (&[0xff], &[0xff]),
        ];
        let ci = Ci([7; CI_SIZE]);
        for (serial, unsigned) in serials {
            for layout in L::ALL {
                let (goes_in, is_first) = match layout {
                    L::CiThenSerial => (serial, false),
                    L::CiThenUnsignedSerial => (unsigned, false),
                    L::SerialThenCi => (serial, true),
                    L::UnsignedSerialThenCi => (unsigned, true),
                };
                let mut joined = alloc::vec![7; CI_SIZE];
                let place = if is_first { 0 } else { CI_SIZE };
                joined.splice(place..place, goes_in.iter().copied());
                let expected = Echo.digest(DigestAlgorithm::Sha256, &[&joined]).unwrap();
                let vid = Vid::compute(&Echo, &ci, serial, layout).unwrap();
                assert_eq!(vid.as_bytes(), expected.as_bytes(), "{}", layout.name());
            }
        }
    }

    /// A VID of the CI alone would be the same for every certificate of the person.
    #[test]
    fn a_serial_without_octets_has_no_vid() {
        let ci = Ci([7; CI_SIZE]);
        for layout in VidLayout::ALL {
            assert!(Vid::compute(&Echo, &ci, &[], layout).is_none());
            assert!(Vid::compute(&Echo, &ci, &[0], layout).is_some());
        }
    }

    #[test]
    fn layouts_by_name() {
        for layout in VidLayout::ALL {
            assert_eq!(VidLayout::from_name(layout.name()), Some(layout));
        }
        assert_eq!(VidLayout::from_name("CI-SERIAL"), None);
        assert_eq!(VidLayout::default().name(), "ci-serial");
    }
}
