//! In which of a provider's environments an exchange took place.

use crate::product::{Product, Provider};

injang_core::codes! {
    table "environment" (u8, name, sentence);
    /// A provider's environment. What its test environment answers proves nothing about a real
    /// transaction, and every decision over it says so in its first line.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum Environment {
        /// The one that counts.
        #[default]
        Production = 1 "production" "production" "운영 환경",
        /// The one for tests. Toss answers there with a made-up person, not the signer, so that
        /// nothing about a person is read or compared: no CI, no DI, and no field of `personalData`.
        /// Kakao's users are the real ones there, and are compared as in production.
        Test = 2 "test" "test" "테스트 환경",
    }
}

impl Environment {
    /// The environment to which a product's code belongs: Kakao appends a T to the codes of its test
    /// environment.
    pub fn of_product(provider: Provider, code: &str) -> Self {
        let is_test = provider == Provider::Kakao
            && code.ends_with(['T', 't'])
            && Product::from_name(provider, code).is_some();
        if is_test {
            Self::Test
        } else {
            Self::Production
        }
    }

    /// Whether this provider invents the person about whom it answers here.
    pub(crate) fn invents_person(self, provider: Provider) -> bool {
        self == Self::Test && provider == Provider::Toss
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_codes() {
        for environment in Environment::ALL {
            assert_eq!(
                Environment::from_name(environment.name()),
                Some(environment)
            );
        }
        for (provider, code, expected) in [
            (Provider::Kakao, "K3511T", Environment::Test),
            (Provider::Kakao, "k3511t", Environment::Test),
            (Provider::Kakao, "K3511", Environment::Production),
            (Provider::Kakao, "K3512T", Environment::Production),
            (Provider::Toss, "signt", Environment::Production),
        ] {
            assert_eq!(Environment::of_product(provider, code), expected, "{code}");
        }
    }
}
