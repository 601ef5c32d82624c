//! Why rows can't be judged, and why a batch can't be read at all.

use crate::input::Input;
use std::fmt;

injang::injang_core::codes! {
    table "row-fault" (u8, name, sentence);
    /// Why a row can't be judged. Such a row is in the output, and is not accepted.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum RowFault {
        /// Neither a document nor an answer.
        NothingToJudge = 1 "nothing-to-judge"
            "the row has neither a signed document nor a provider's answer"
            "행에 서명 문서도 인증사업자의 응답도 없습니다",
        /// A document and an answer.
        TwoToJudge = 2 "two-to-judge"
            "the row has a signed document and a provider's answer: one row is one or the other"
            "행에 서명 문서와 인증사업자의 응답이 함께 있습니다. 한 행에는 하나만 둘 수 있습니다",
        /// Something that the row needs is null.
        Missing = 3 "cell-missing"
            "the cell is null, and the row can't be judged without it"
            "셀이 비어 있어 행을 검증할 수 없습니다",
        /// Octets that are no UTF-8, where a text is asked for.
        NotText = 4 "cell-not-text"
            "the cell is not text in UTF-8"
            "셀이 UTF-8 텍스트가 아닙니다",
        /// A text of another form than the column's.
        Malformed = 5 "cell-malformed"
            "the cell can't be read"
            "셀을 읽을 수 없습니다",
        /// A name that the column does not have.
        Unknown = 6 "cell-unknown"
            "the cell names nothing that this column knows"
            "셀의 값이 이 열에서 쓸 수 있는 이름이 아닙니다",
        /// Two cells of which only one may be there.
        Conflict = 7 "cells-conflict"
            "the cell and another one exclude each other"
            "이 셀과 다른 셀을 함께 쓸 수 없습니다",
        /// A cell that means nothing in this row.
        Unused = 8 "cell-unused"
            "the cell means nothing in a row of this kind, and leaving it out would hide what was asked"
            "이 종류의 행에서는 의미가 없는 셀입니다",
        /// More text than a batch holds.
        TooLarge = 9 "row-too-large"
            "what is to be said of the row is more text than an output batch holds"
            "이 행의 결과가 출력 배치에 담을 수 있는 텍스트보다 큽니다",
    }
}

/// What is wrong with one row, and in which column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowError {
    /// What.
    pub fault: RowFault,
    /// The column, if it is about one.
    pub input: Option<Input>,
    /// What the column takes, or what is wrong in its text; English. No content of the cell.
    pub detail: Option<String>,
}

impl RowError {
    pub(crate) const fn of_row(fault: RowFault) -> Self {
        Self {
            fault,
            input: None,
            detail: None,
        }
    }

    pub(crate) const fn new(fault: RowFault, input: Input) -> Self {
        Self {
            fault,
            input: Some(input),
            detail: None,
        }
    }

    pub(crate) fn with(fault: RowFault, input: Input, detail: impl fmt::Display) -> Self {
        Self {
            detail: Some(detail.to_string()),
            ..Self::new(fault, input)
        }
    }
}

impl fmt::Display for RowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentence = self.fault.sentence(injang::Lang::En);
        if let Some(input) = self.input {
            write!(f, "{}: ", input.name())?;
        }
        match &self.detail {
            Some(detail) => write!(f, "{sentence}: {detail}"),
            None => f.write_str(sentence),
        }
    }
}

impl std::error::Error for RowError {}

/// Why a batch can't be judged: the question could not be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BatchError {
    /// The batch has no column of this name, which was asked for or is needed.
    MissingColumn {
        /// What it is for.
        input: Input,
        /// The name that was looked for.
        column: String,
    },
    /// Several columns have this name.
    RepeatedColumn {
        /// The name.
        column: String,
    },
    /// The column is of a type that can't be read.
    ColumnType {
        /// What it is for.
        input: Input,
        /// Its name.
        column: String,
        /// Its type, as Arrow writes it.
        found: String,
    },
    /// An input is given as a column and for all rows too.
    GivenTwice {
        /// Which.
        input: Input,
    },
    /// What is given for all rows can't be read.
    Constant(RowError),
    /// One input needs another one.
    Needs {
        /// Which.
        input: Input,
        /// What it needs.
        needs: Input,
    },
    /// The rows say more text than one output batch holds: [`Engine::reader`](crate::Engine::reader)
    /// makes several.
    TooLarge,
    /// Threads can't be started.
    Threads(String),
}

impl fmt::Display for BatchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingColumn { input, column } if input.name() == column => {
                write!(f, "there is no column {column}")
            }
            Self::MissingColumn { input, column } => {
                write!(f, "there is no column {column}, named for {}", input.name())
            }
            Self::RepeatedColumn { column } => {
                write!(f, "several columns are named {column}")
            }
            Self::ColumnType {
                input,
                column,
                found,
            } => {
                let takes = input.takes();
                write!(
                    f,
                    "column {column} ({}) is of type {found}; it takes {takes}",
                    input.name()
                )
            }
            Self::GivenTwice { input } => {
                let name = input.name();
                write!(
                    f,
                    "{name} is given for all rows and is a column too: give one of them"
                )
            }
            Self::Constant(error) => error.fmt(f),
            Self::Needs { input, needs } => {
                write!(f, "{} needs {} too", input.name(), needs.name())
            }
            Self::TooLarge => f.write_str("the rows say more text than one output batch holds"),
            Self::Threads(error) => write!(f, "threads can't be started: {error}"),
        }
    }
}

impl std::error::Error for BatchError {}
