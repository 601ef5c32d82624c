//! The providers' products, and what each gives to a relying party.

/// Who answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Provider {
    /// Kakao (카카오톡 인증 서비스), directly or through a dealer that hands its answers on.
    Kakao,
    /// Barocert (바로써트), which relays Kakao and Naver in objects of its own.
    Barocert,
    /// Toss (토스 인증).
    Toss,
}

impl Provider {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Kakao, Self::Barocert, Self::Toss];

    /// The name in options and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kakao => "kakao",
            Self::Barocert => "barocert",
            Self::Toss => "toss",
        }
    }

    /// The provider of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// What an answer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// One signed document.
    Single,
    /// Up to so many.
    Multi(usize),
    /// One signed document that the provider makes of the members of the request.
    Composed,
    /// No signature: the nonce of the request, in members of these names.
    Nonce(&'static str),
    /// A signature, or the nonce of the request in its place.
    Token,
    /// One signed document with a temporary key, with which more is signed.
    Session,
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

/// A product by its provider's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Product {
    provider: Provider,
    name: &'static str,
    pub(crate) shape: Shape,
    pub(crate) scheme: Scheme,
}

const fn kakao(name: &'static str, shape: Shape) -> Product {
    Product {
        provider: Provider::Kakao,
        name,
        shape,
        scheme: Scheme::Kakao,
    }
}

const fn barocert(name: &'static str, shape: Shape, scheme: Scheme) -> Product {
    Product {
        provider: Provider::Barocert,
        name,
        shape,
        scheme,
    }
}

/// Documents of Kakao's multi signatures at most (K3500 guide, `count`).
const KAKAO_MOST: usize = 200;
/// Documents of Barocert's multi signatures of Kakao at most (`RequestMultiSign`).
const BAROCERT_MOST: usize = 20;

/// Every product that is known.
const ALL: [Product; 21] = [
    kakao("K3510", Shape::Single),
    kakao("K3520", Shape::Single),
    kakao("K3511", Shape::Multi(KAKAO_MOST)),
    kakao("K3521", Shape::Multi(KAKAO_MOST)),
    kakao("K3110", Shape::Composed),
    kakao("K3120", Shape::Composed),
    kakao("K1110", Shape::Nonce("data")),
    kakao("K1120", Shape::Nonce("data")),
    kakao("K2100", Shape::Nonce("state")),
    kakao("K2220", Shape::Session),
    kakao("K3220", Shape::Session),
    barocert("kakao-identity", Shape::Token, Scheme::Kakao),
    barocert("kakao-sign", Shape::Single, Scheme::Kakao),
    barocert(
        "kakao-multi-sign",
        Shape::Multi(BAROCERT_MOST),
        Scheme::Kakao,
    ),
    barocert("kakao-cms", Shape::Composed, Scheme::Kakao),
    barocert("kakao-login", Shape::Token, Scheme::Kakao),
    barocert("naver-identity", Shape::Token, Scheme::Naver),
    barocert("naver-sign", Shape::Single, Scheme::Naver),
    // How many Naver takes is not in the material at hand; Kakao's 200 are the most of anybody.
    barocert("naver-multi-sign", Shape::Multi(KAKAO_MOST), Scheme::Naver),
    barocert("naver-cms", Shape::Composed, Scheme::Naver),
    Product {
        provider: Provider::Toss,
        name: "sign",
        shape: Shape::Single,
        scheme: Scheme::Toss,
    },
];

impl Product {
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
            .find(|it| it.provider == provider && it.name == code)
    }

    /// Whose product it is.
    pub const fn provider(self) -> Provider {
        self.provider
    }

    /// Its code, as in options and reports.
    pub const fn name(self) -> &'static str {
        self.name
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
