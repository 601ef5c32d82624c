//! Why the two readers may disagree: a closed table.

use core::fmt;

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident $sentence:literal;)+) => {
        /// Why the two readers disagree. Each is found from what was read and from the second
        /// reader's error, never from the name of a case; a disagreement that none explains is a
        /// bug of one of them, and fails. None is about a content that differs.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Reason {
            $($(#[$doc])* $name,)+
        }

        impl Reason {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The reason in a sentence.
            pub fn sentence(self) -> &'static str {
                match self {
                    $(Self::$name => $sentence,)+
                }
            }
        }
    };
}

reasons! {
    /// Both read it.
    Reencoded
        "x509-cert keeps no octets: a default that is written, or a GeneralizedTime before 2050, is \
         gone when it writes the certificate or the CRL again; every field is the same.";
    /// Both read it.
    NameSorted
        "x509-cert sorts the attributes of a RelativeDistinguishedName, which were sent in another \
         order; the attributes are the same.";
    /// Only Injang reads it.
    OtherChoice
        "A member of certificates is no certificate: Injang lists and does not use it, and cms, which knows \
         only certificates and the choice [3], refuses the document.";
    /// Only Injang reads it.
    UnreadableMember
        "A member of certificates can be read by neither: Injang lists and does not use it, and cms \
         refuses the document.";
    /// Only Injang reads it.
    OtherRevocationInfo
        "cms wants an AlgorithmIdentifier in an OtherRevocationInfoFormat, where RFC 5652 10.2.1 has \
         an OBJECT IDENTIFIER: it reads no embedded OCSP response.";
    /// Only Injang reads it.
    LongSerial
        "x509-cert refuses serial numbers of more than 21 octets; the limit of RFC 5280 4.1.2.2 is \
         one for CAs, and real ones exceed it.";
    /// Only Injang reads it.
    UnknownVersion
        "cms refuses a CMSVersion above 5 and x509-cert a certificate of a version above 3; Injang \
         reads them, and says what that means for the verdict.";
    /// Only Injang reads it.
    TimeBefore1970
        "der has no times before 1970, which UTCTime has from 1950 on.";
    /// Only Injang reads it.
    TrueNotFf
        "der refuses a BOOLEAN that is true and not FF, in a certificate or a CRL; Injang reads it, \
         and says in a finding that it is not DER.";
    /// Only Injang reads it.
    UnknownTag
        "der refuses tags that it has no name for, such as UniversalString, where a value may be of \
         any type.";
    /// Only Injang reads it.
    FirstVersionCrl
        "x509-cert wants the version of a CRL, which RFC 5280 5.1.2.1 makes optional.";
    /// Only the second reader reads it.
    Limit
        "Injang has limits on the number of members; cms has none.";
    /// Only the second reader reads it.
    ContentNotOctets
        "Injang wants data to be an OCTET STRING, as RFC 5652 4 does; cms takes any type.";
    /// Only the second reader reads it.
    UnknownCrlReason
        "Injang refuses a CRL with a CRLReason that RFC 5280 5.3.1 does not have; x509-cert leaves \
         extensions of entries unread.";
    /// Only the second reader reads it.
    SignatureNotOctets
        "Injang wants the BIT STRING of a signature to be whole octets; x509-cert takes any number \
         of bits.";
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}: {}", self.sentence())
    }
}
