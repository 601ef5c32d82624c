//! Cells of Arrow arrays as octets and times, whichever type the column has.

use crate::input::Kind;
use arrow_array::types::{
    ArrowPrimitiveType, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type,
    UInt32Type, UInt64Type,
};
use arrow_array::{
    Array, BinaryArray, BinaryViewArray, FixedSizeBinaryArray, LargeBinaryArray, LargeStringArray,
    PrimitiveArray, StringArray, StringViewArray, TimestampMicrosecondArray,
    TimestampMillisecondArray, TimestampNanosecondArray, TimestampSecondArray,
};
use arrow_schema::{DataType, TimeUnit};
use injang::Time;
use std::borrow::Cow;

/// The cells of a column.
pub(crate) enum Cells<'a> {
    Utf8(&'a StringArray),
    LargeUtf8(&'a LargeStringArray),
    Utf8View(&'a StringViewArray),
    Binary(&'a BinaryArray),
    LargeBinary(&'a LargeBinaryArray),
    BinaryView(&'a BinaryViewArray),
    FixedBinary(&'a FixedSizeBinaryArray),
    /// Integers, written out.
    Texts(Vec<Option<String>>),
    /// Seconds since 1970-01-01T00:00:00Z.
    Times(Vec<Option<i64>>),
    /// A dictionary: which of its values each row has.
    Dictionary {
        keys: Vec<Key>,
        values: Box<Cells<'a>>,
    },
    /// A column of nulls only.
    Null,
}

/// Which value of a dictionary a row has.
#[derive(Clone, Copy)]
pub(crate) enum Key {
    Null,
    /// The index of one that is there.
    Of(usize),
    /// One that is not there: whoever made the column made a mistake, and no value is meant.
    Astray,
}

/// What stands in a cell.
pub(crate) enum Cell<'c> {
    Octets(Cow<'c, [u8]>),
    Seconds(i64),
}

impl<'a> Cells<'a> {
    /// The cells of an array, if its type is one that is taken.
    pub(crate) fn of(array: &'a dyn Array, kind: Kind) -> Option<Self> {
        let any = array.as_any();
        let takes_integers = matches!(kind, Kind::Label | Kind::Number);
        Some(match array.data_type() {
            DataType::Null => Self::Null,
            DataType::Utf8 => Self::Utf8(any.downcast_ref()?),
            DataType::LargeUtf8 => Self::LargeUtf8(any.downcast_ref()?),
            DataType::Utf8View => Self::Utf8View(any.downcast_ref()?),
            DataType::Binary => Self::Binary(any.downcast_ref()?),
            DataType::LargeBinary => Self::LargeBinary(any.downcast_ref()?),
            DataType::BinaryView => Self::BinaryView(any.downcast_ref()?),
            DataType::FixedSizeBinary(_) => Self::FixedBinary(any.downcast_ref()?),
            DataType::Int8 if takes_integers => integers::<Int8Type>(array)?,
            DataType::Int16 if takes_integers => integers::<Int16Type>(array)?,
            DataType::Int32 if takes_integers => integers::<Int32Type>(array)?,
            DataType::Int64 if takes_integers => integers::<Int64Type>(array)?,
            DataType::UInt8 if takes_integers => integers::<UInt8Type>(array)?,
            DataType::UInt16 if takes_integers => integers::<UInt16Type>(array)?,
            DataType::UInt32 if takes_integers => integers::<UInt32Type>(array)?,
            DataType::UInt64 if takes_integers => integers::<UInt64Type>(array)?,
            // Without a time zone nobody knows which instant is meant.
            DataType::Timestamp(unit, Some(_)) if kind == Kind::Time => times(array, *unit)?,
            DataType::Dictionary(_, _) => dictionary(array, kind)?,
            _ => return None,
        })
    }

    /// What stands in a row; `None` if it is null.
    pub(crate) fn get(&self, row: usize) -> Option<Cell<'_>> {
        /// Octets of an array that holds them.
        macro_rules! of {
            ($array:ident) => {
                $array.is_valid(row).then(|| {
                    let value: &[u8] = $array.value(row).as_ref();
                    Cell::Octets(Cow::Borrowed(value))
                })
            };
        }
        match self {
            Self::Utf8(array) => of!(array),
            Self::LargeUtf8(array) => of!(array),
            Self::Utf8View(array) => of!(array),
            Self::Binary(array) => of!(array),
            Self::LargeBinary(array) => of!(array),
            Self::BinaryView(array) => of!(array),
            Self::FixedBinary(array) => of!(array),
            Self::Texts(texts) => {
                let text = texts.get(row)?.as_ref()?;
                Some(Cell::Octets(Cow::Borrowed(text.as_bytes())))
            }
            Self::Times(times) => (*times.get(row)?).map(Cell::Seconds),
            Self::Dictionary { keys, values } => match keys.get(row)? {
                Key::Of(index) => values.get(*index),
                Key::Null | Key::Astray => None,
            },
            Self::Null => None,
        }
    }

    /// Whether the row's key is outside the dictionary.
    pub(crate) fn is_astray(&self, row: usize) -> bool {
        match self {
            Self::Dictionary { keys, .. } => matches!(keys.get(row), Some(Key::Astray)),
            _ => false,
        }
    }
}

fn integers<'a, T>(array: &dyn Array) -> Option<Cells<'a>>
where
    T: ArrowPrimitiveType,
    T::Native: std::fmt::Display,
{
    let array: &PrimitiveArray<T> = array.as_any().downcast_ref()?;
    let texts = array.iter().map(|it| it.map(|number| number.to_string()));
    Some(Cells::Texts(texts.collect()))
}

/// Fractions of a second are cut off, as those of a text are.
fn times<'a>(array: &dyn Array, unit: TimeUnit) -> Option<Cells<'a>> {
    let any = array.as_any();
    /// Seconds of an array in which a second has so many parts.
    macro_rules! seconds {
        ($array:ty, $parts:literal) => {{
            let array: &$array = any.downcast_ref()?;
            let seconds = |it: Option<i64>| it.map(|parts| parts.div_euclid($parts));
            array.iter().map(seconds).collect()
        }};
    }
    Some(Cells::Times(match unit {
        TimeUnit::Second => seconds!(TimestampSecondArray, 1),
        TimeUnit::Millisecond => seconds!(TimestampMillisecondArray, 1_000),
        TimeUnit::Microsecond => seconds!(TimestampMicrosecondArray, 1_000_000),
        TimeUnit::Nanosecond => seconds!(TimestampNanosecondArray, 1_000_000_000),
    }))
}

fn dictionary(array: &dyn Array, kind: Kind) -> Option<Cells<'_>> {
    let dictionary = arrow_array::cast::AsArray::as_any_dictionary_opt(array)?;
    let values = dictionary.values();
    if matches!(values.data_type(), DataType::Dictionary(_, _)) {
        return None;
    }
    let cells = Cells::of(values.as_ref(), kind)?;
    let count = values.len();
    /// The keys of an array of this type.
    macro_rules! keys {
        ($type:ty) => {{
            let keys: &PrimitiveArray<$type> = dictionary.keys().as_any().downcast_ref()?;
            let key = |it: Option<_>| match it.map(usize::try_from) {
                None => Key::Null,
                Some(Ok(index)) if index < count => Key::Of(index),
                Some(_) => Key::Astray,
            };
            keys.iter().map(key).collect()
        }};
    }
    let keys = match dictionary.keys().data_type() {
        DataType::Int8 => keys!(Int8Type),
        DataType::Int16 => keys!(Int16Type),
        DataType::Int32 => keys!(Int32Type),
        DataType::Int64 => keys!(Int64Type),
        DataType::UInt8 => keys!(UInt8Type),
        DataType::UInt16 => keys!(UInt16Type),
        DataType::UInt32 => keys!(UInt32Type),
        DataType::UInt64 => keys!(UInt64Type),
        _ => return None,
    };
    Some(Cells::Dictionary {
        keys,
        values: Box::new(cells),
    })
}

impl Cell<'_> {
    /// The text of it.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Octets(octets) => std::str::from_utf8(octets).ok(),
            Self::Seconds(_) => None,
        }
    }

    /// The octets of it; a time has none.
    pub(crate) fn octets(&self) -> &[u8] {
        match self {
            Self::Octets(octets) => octets,
            Self::Seconds(_) => &[],
        }
    }

    /// The time that it is or says.
    pub(crate) fn time(&self) -> Option<Time> {
        match self {
            Self::Seconds(seconds) => Time::from_unix(*seconds),
            Self::Octets(_) => Time::parse(self.text()?.trim()).ok(),
        }
    }
}
