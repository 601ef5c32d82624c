//! The providers' products, and what each gives to a relying party.

use injang_core::codes::{Entry, Table};
use injang_core::report::Lang;

injang_core::codes! {
    table "provider" (u8, name, sentence);
    /// The provider that answered.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum Provider {
        /// Kakao (카카오톡 인증 서비스), directly or through a dealer that forwards its answers.
        Kakao = 1 "kakao" "Kakao" "카카오",
        /// Barocert (바로써트), which relays Kakao and Naver in objects of its own.
        Barocert = 2 "barocert" "Barocert" "바로써트",
        /// Toss (토스 인증).
        Toss = 3 "toss" "Toss" "토스",
    }
}

/// What an answer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ProductKind {
    /// One signed document.
    Single,
    /// Up to so many.
    Multi(usize),
    /// One signed document that the provider makes of the members of the request.
    Composed,
    /// No signature: the nonce of the request, in the member of this name.
    Nonce(NonceMember),
    /// A signature, or the nonce of the request in its place.
    Token,
    /// One signed document with a temporary key, with which more is signed.
    Session,
}

/// The member of a request in which Kakao takes the nonce.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NonceMember {
    /// `data`.
    Data,
    /// `state`.
    State,
}

/// How a provider encrypts the fields of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    /// AES-256-CTR with the partner's key: no integrity.
    Kakao,
    /// AES-128-CBC with the partner's key: no integrity.
    Naver,
    /// AES-256-GCM, or AES-CBC with an HMAC, under a key of one session.
    Toss,
}

/// A product, by its provider's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Product {
    provider: Provider,
    entry: Entry,
    pub(crate) kind: ProductKind,
    pub(crate) scheme: Scheme,
}

/// What a product is, in English and in Korean.
type ProductTexts = &'static [(&'static str, &'static str)];

const ONE: ProductTexts = &[("one document", "단건서명")];
const SEVERAL: ProductTexts = &[("several documents", "다건서명")];
const DEBIT: ProductTexts = &[("debit agreement", "출금동의")];
const NO_SIGNATURE: ProductTexts = &[("no signature", "전자서명 값 미제공")];
const SHORT: ProductTexts = &[("short signatures", "축약서명")];
const IDENTITY: ProductTexts = &[("identification", "본인인증")];
const LOGIN: ProductTexts = &[("login", "간편로그인")];

const fn kakao(number: u16, name: &'static str, text: ProductTexts, kind: ProductKind) -> Product {
    Product {
        provider: Provider::Kakao,
        entry: Entry::new(number, name, text),
        kind,
        scheme: Scheme::Kakao,
    }
}

/// A product of Barocert that relays Kakao.
const fn relayed_kakao(
    number: u16,
    name: &'static str,
    text: ProductTexts,
    kind: ProductKind,
) -> Product {
    Product {
        provider: Provider::Barocert,
        entry: Entry::new(number, name, text),
        kind,
        scheme: Scheme::Kakao,
    }
}

/// A product of Barocert that relays Naver.
const fn relayed_naver(
    number: u16,
    name: &'static str,
    text: ProductTexts,
    kind: ProductKind,
) -> Product {
    Product {
        provider: Provider::Barocert,
        entry: Entry::new(number, name, text),
        kind,
        scheme: Scheme::Naver,
    }
}

/// Documents of Kakao's multi signatures at most (K3500 guide, `count`).
const KAKAO_MOST: usize = 200;
/// Documents of Barocert's multi signatures of Kakao at most (`RequestMultiSign`).
const BAROCERT_MOST: usize = 20;

/// Every product that is known. Numbers and names are stable.
const ALL: [Product; 21] = [
    kakao(1, "K3510", ONE, ProductKind::Single),
    kakao(2, "K3520", ONE, ProductKind::Single),
    kakao(3, "K3511", SEVERAL, ProductKind::Multi(KAKAO_MOST)),
    kakao(4, "K3521", SEVERAL, ProductKind::Multi(KAKAO_MOST)),
    kakao(5, "K3110", DEBIT, ProductKind::Composed),
    kakao(6, "K3120", DEBIT, ProductKind::Composed),
    kakao(
        7,
        "K1110",
        NO_SIGNATURE,
        ProductKind::Nonce(NonceMember::Data),
    ),
    kakao(
        8,
        "K1120",
        NO_SIGNATURE,
        ProductKind::Nonce(NonceMember::Data),
    ),
    kakao(
        9,
        "K2100",
        NO_SIGNATURE,
        ProductKind::Nonce(NonceMember::State),
    ),
    kakao(10, "K2220", SHORT, ProductKind::Session),
    kakao(11, "K3220", SHORT, ProductKind::Session),
    relayed_kakao(12, "kakao-identity", IDENTITY, ProductKind::Token),
    relayed_kakao(13, "kakao-sign", ONE, ProductKind::Single),
    relayed_kakao(
        14,
        "kakao-multi-sign",
        SEVERAL,
        ProductKind::Multi(BAROCERT_MOST),
    ),
    relayed_kakao(15, "kakao-cms", DEBIT, ProductKind::Composed),
    relayed_kakao(16, "kakao-login", LOGIN, ProductKind::Token),
    relayed_naver(17, "naver-identity", IDENTITY, ProductKind::Token),
    relayed_naver(18, "naver-sign", ONE, ProductKind::Single),
    // How many Naver takes is not in the known guides; Kakao's 200 is the largest known.
    relayed_naver(
        19,
        "naver-multi-sign",
        SEVERAL,
        ProductKind::Multi(KAKAO_MOST),
    ),
    relayed_naver(20, "naver-cms", DEBIT, ProductKind::Composed),
    Product {
        provider: Provider::Toss,
        entry: Entry::new(21, "sign", ONE),
        kind: ProductKind::Single,
        scheme: Scheme::Toss,
    },
];

const ENTRIES: [Entry; ALL.len()] = {
    let mut entries = [ALL[0].entry; ALL.len()];
    let mut at = 0;
    while at < ALL.len() {
        entries[at] = ALL[at].entry;
        at += 1;
    }
    entries
};

impl Product {
    /// Every product with its number, its code and its texts.
    pub const TABLE: Table = Table::new("product", &ENTRIES);

    /// All products.
    pub fn all() -> impl Iterator<Item = Self> {
        ALL.into_iter()
    }

    /// The product of this code. Kakao's are read in any letter case, and those of its test
    /// environment end with a T; see
    /// [`Environment::of_product`](crate::Environment::of_product).
    pub fn from_name(provider: Provider, name: &str) -> Option<Self> {
        let upper = name.to_ascii_uppercase();
        let code = match provider {
            Provider::Kakao => upper.strip_suffix('T').unwrap_or(&upper),
            _ => name,
        };
        ALL.into_iter()
            .find(|it| it.provider == provider && it.entry.name == code)
    }

    /// The provider of the product.
    pub const fn provider(self) -> Provider {
        self.provider
    }

    /// Its stable number, from 1.
    pub const fn number(self) -> u16 {
        self.entry.number
    }

    /// The product of this number.
    pub fn from_number(number: u16) -> Option<Self> {
        ALL.into_iter().find(|it| it.entry.number == number)
    }

    /// Its code, as in options and reports.
    pub const fn name(self) -> &'static str {
        self.entry.name
    }

    /// What it is, in a few words.
    pub const fn sentence(self, lang: Lang) -> &'static str {
        let (en, ko) = self.entry.texts[0];
        lang.pick(en, ko)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for product in Product::all() {
            assert_eq!(
                Product::from_name(product.provider(), product.name()),
                Some(product)
            );
        }
        let multi = Product::from_name(Provider::Kakao, "K3511");
        assert!(multi.is_some());
        for name in ["K3511T", "K3511t", "k3511T", "k3511t", "k3511"] {
            assert_eq!(Product::from_name(Provider::Kakao, name), multi, "{name}");
        }
        for name in ["K3512", "K3512T", "K3511TT", "K3511 T", "T", ""] {
            assert_eq!(Product::from_name(Provider::Kakao, name), None, "{name}");
        }
        assert_eq!(Product::from_name(Provider::Toss, "Sign"), None);
        assert_eq!(Product::from_name(Provider::Toss, "K3511"), None);
        assert_eq!(Product::from_name(Provider::Toss, "signT"), None);
    }
}
