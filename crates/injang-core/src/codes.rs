//! The table of every enum that leaves the library: for each value a stable number, a stable
//! name, and what it says in English and in Korean.
//!
//! A number counts from 1, so that 0 is free for "none" in another language. It is never given to
//! anything else: `tests/numbers.tsv` holds every number that was ever given, and a test fails if
//! one changes. `docs/codes.md` is made from these tables.
//!
//! One macro writes the enum and its table from the same entries, so that the compiler refuses a
//! value without a number or without a text:
//!
//! - `codes!` for values whose texts are fixed,
//! - `messages!` for values that stand in their own sentence.

/// One value of an enum, as the page of codes shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// The stable number.
    pub number: u16,
    /// The stable name.
    pub name: &'static str,
    /// Its texts, each in English and Korean. A word in braces stands for a value. There are several
    /// texts if a value decides which one is said, and none without the feature `messages`.
    pub texts: &'static [(&'static str, &'static str)],
}

impl Entry {
    /// An entry with this number, this name and these texts.
    #[doc(hidden)]
    pub const fn new(
        number: u16,
        name: &'static str,
        texts: &'static [(&'static str, &'static str)],
    ) -> Self {
        Self {
            number,
            name,
            texts,
        }
    }
}

/// All values of one enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Table {
    /// The stable name of the enum: `sub-indication`.
    pub name: &'static str,
    /// Its values, in the order in which they are documented.
    pub entries: &'static [Entry],
}

impl Table {
    /// A table with this name and these entries.
    #[doc(hidden)]
    pub const fn new(name: &'static str, entries: &'static [Entry]) -> Self {
        Self { name, entries }
    }

    /// The names of all values; evaluated when the library is compiled.
    pub(crate) const fn names<const N: usize>(&self) -> [&'static str; N] {
        assert!(N == self.entries.len(), "as many names as entries");
        let mut names = [""; N];
        let mut at = 0;
        while at < N {
            names[at] = self.entries[at].name;
            at += 1;
        }
        names
    }
}

/// Code that is there with the feature `messages` only, whatever crate it is written in.
#[cfg(feature = "messages")]
#[doc(hidden)]
#[macro_export]
macro_rules! with_messages {
    ($($code:tt)*) => { $($code)* };
}

/// Code that is there with the feature `messages` only, whatever crate it is written in.
#[cfg(not(feature = "messages"))]
#[doc(hidden)]
#[macro_export]
macro_rules! with_messages {
    ($($code:tt)*) => {};
}

/// The texts of an entry; none without the feature `messages`.
#[cfg(feature = "messages")]
#[doc(hidden)]
#[macro_export]
macro_rules! texts {
    ($($text:expr),+) => { &[$($text),+] };
}

/// The texts of an entry; none without the feature `messages`.
#[cfg(not(feature = "messages"))]
#[doc(hidden)]
#[macro_export]
macro_rules! texts {
    ($($text:expr),+) => {
        &[]
    };
}

/// Makes an enum without values, or the methods of one that is written elsewhere:
///
/// ```text
/// codes! {
///     table "vid-layout" (u8, name, sentence);
///     /// In which order CI and serial number are joined.
///     pub enum VidLayout {
///         /// CI, then the serial number.
///         CiThenSerial = 1 "ci-serial" "English" "한국어",
///     }
/// }
/// codes! {
///     table "origin" (u8, name, sentence) of Origin(self);
///     Self::Document(_) = 1 "document" "English" "한국어",
/// }
/// ```
///
/// In parentheses stand the type of the numbers and the names of the methods that give the name
/// and the text.
#[doc(hidden)]
#[macro_export]
macro_rules! codes {
    (
        table $table:literal ($int:ident, $name:ident, $sentence:ident);
        $(#[$doc:meta])*
        pub enum $type:ident {
            $($(#[$item:meta])* $variant:ident = $number:literal $code:literal $en:literal $ko:literal,)+
        }
    ) => {
        $(#[$doc])*
        pub enum $type { $($(#[$item])* $variant,)+ }

        impl $type {
            /// All of them.
            pub const ALL: [Self; [$($number),+].len()] = [$(Self::$variant),+];

            /// The one with this number.
            pub const fn from_number(number: $int) -> Option<Self> {
                match number {
                    $($number => Some(Self::$variant),)+
                    _ => None,
                }
            }

            /// The one with this name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($code => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        $crate::codes! {
            table $table ($int, $name, $sentence) of $type(self);
            $(Self::$variant = $number $code $en $ko,)+
        }
    };
    (
        table $table:literal ($int:ident, $name:ident, $sentence:ident) of $type:ident(&$me:ident);
        $($entry:tt)+
    ) => {
        $crate::codes! { @methods $table, $int, $name, $sentence, $type, [&$me], $me; $($entry)+ }
    };
    (
        table $table:literal ($int:ident, $name:ident, $sentence:ident) of $type:ident($me:ident);
        $($entry:tt)+
    ) => {
        $crate::codes! { @methods $table, $int, $name, $sentence, $type, [$me], $me; $($entry)+ }
    };
    (
        @methods $table:literal, $int:ident, $name:ident, $sentence:ident, $type:ident, [$($receiver:tt)+], $me:ident;
        $($pattern:pat = $number:literal $code:literal $en:literal $ko:literal,)+
    ) => {
        impl $type {
            /// Every value with its number, its name and its texts.
            pub const TABLE: $crate::codes::Table = $crate::codes::Table::new(
                $table,
                &[$($crate::codes::Entry::new($number, $code, $crate::texts!(($en, $ko))),)+],
            );

            /// The stable number, from 1 unless a standard numbers it.
            pub const fn number($($receiver)+) -> $int {
                match $me { $($pattern => $number,)+ }
            }

            /// The stable name, as in options and reports.
            pub const fn $name($($receiver)+) -> &'static str {
                match $me { $($pattern => $code,)+ }
            }

            $crate::with_messages! {
                /// What it says, in a few words or a sentence.
                pub const fn $sentence($($receiver)+, lang: $crate::report::Lang) -> &'static str {
                    let (en, ko) = match $me { $($pattern => ($en, $ko),)+ };
                    lang.pick(en, ko)
                }
            }
        }
    };
}

/// Makes an enum whose values stand in its sentences:
///
/// ```text
/// messages! {
///     table "reason" (u16, code);
///     /// Why a check came out as it did.
///     pub enum Reason |lang| {
///         /// An attribute that must be there is not.
///         AttributeMissing(oid: OidBuf) = 3 "attribute-missing"
///             "the signed attribute {oid} is missing"
///             "서명 속성 {oid}이(가) 없습니다";
///     }
/// }
/// ```
///
/// A value that is not written as it displays is replaced before the texts:
/// `with (error = error.sentence(lang))`. Where values choose between texts, each text has its
/// pattern of all values in front: `when (this_update, None) =>`.
///
/// The enum gets `number`, the method that gives its name, `sentence`, and English as its `Display`.
macro_rules! messages {
    (
        table $table:literal ($int:ident, $name:ident);
        $(#[$doc:meta])*
        pub enum $type:ident |$lang:ident| {
            $(
                $(#[$item:meta])*
                $variant:ident
                $(($($value:ident: $value_type:ty),+))?
                $({$($(#[$field_doc:meta])* $field:ident: $field_type:ty),+ $(,)?})?
                = $number:literal $code:literal
                $(with ($($shown:ident = $how:expr),+))?
                $($(when $case:pat =>)? $en:literal $ko:literal)+;
            )+
        }
    ) => {
        $(#[$doc])*
        pub enum $type {
            $(
                $(#[$item])*
                $variant $(($($value_type),+))? $({$($(#[$field_doc])* $field: $field_type),+})?,
            )+
        }

        #[allow(clippy::unneeded_struct_pattern, reason = "one pattern for all kinds of variants")]
        impl $type {
            /// Every value with its number, its name and its texts.
            pub const TABLE: $crate::codes::Table = $crate::codes::Table::new(
                $table,
                &[$($crate::codes::Entry::new($number, $code, $crate::texts!($(($en, $ko)),+)),)+],
            );

            /// The stable number, from 1.
            pub const fn number(&self) -> $int {
                match self { $(Self::$variant { .. } => $number,)+ }
            }

            /// The stable name, as in reports.
            pub const fn $name(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $code,)+ }
            }

            /// The sentence.
            #[cfg(feature = "messages")]
            pub fn sentence(&self, lang: $crate::codes::language::Lang) -> impl core::fmt::Display + '_ {
                $crate::codes::language::Sentence(move |f: &mut core::fmt::Formatter<'_>| self.write(f, lang))
            }

            #[cfg(feature = "messages")]
            #[allow(unused_variables, reason = "not every value stands in a sentence")]
            fn write(&self, f: &mut core::fmt::Formatter<'_>, $lang: $crate::codes::language::Lang) -> core::fmt::Result {
                match self {
                    $(
                        Self::$variant $(($($value),+))? $({$($field),+})? => {
                            $($(let $shown = $how;)+)?
                            messages!(
                                @write f, $lang, ($($($value,)+)? $($($field,)+)?),
                                $($(when $case =>)? $en $ko)+
                            )
                        }
                    )+
                }
            }
        }

        impl core::fmt::Display for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                #[cfg(feature = "messages")]
                return self.write(f, $crate::codes::language::Lang::En);
                #[cfg(not(feature = "messages"))]
                f.write_str(self.$name())
            }
        }
    };
    (@write $f:ident, $lang:ident, $values:tt, $en:literal $ko:literal) => {
        match $lang {
            $crate::codes::language::Lang::En => write!($f, $en),
            $crate::codes::language::Lang::Ko => write!($f, $ko),
        }
    };
    (@write $f:ident, $lang:ident, $values:tt, $(when $case:pat => $en:literal $ko:literal)+) => {
        match $values {
            $($case => match $lang {
                $crate::codes::language::Lang::En => write!($f, $en),
                $crate::codes::language::Lang::Ko => write!($f, $ko),
            },)+
        }
    };
}

// Behind the macros, because it uses one.
pub(crate) mod language;
