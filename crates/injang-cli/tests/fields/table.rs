//! The tables of `docs/provider-fields.md`.

use std::fs;
use std::path::Path;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lang {
    En,
    Ko,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Provider {
    Kakao,
    Barocert,
    Toss,
}

impl Provider {
    fn of_heading(heading: &str) -> Option<Self> {
        match heading {
            "Kakao" | "카카오" => Some(Self::Kakao),
            "Barocert" | "바로써트" => Some(Self::Barocert),
            "Toss" | "토스" => Some(Self::Toss),
            _ => None,
        }
    }

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Kakao => "kakao",
            Self::Barocert => "barocert",
            Self::Toss => "toss",
        }
    }
}

/// The file in which a field stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The file of an option.
    Option(String),
    Answer,
    /// An answer that is an error.
    Failure,
    /// What was signed, an address, or a header.
    Nowhere,
}

impl Place {
    fn of_heading(heading: &str) -> Self {
        if let Some(rest) = heading.strip_prefix("`--") {
            return Self::Option(rest.split('`').next().unwrap_or_default().to_owned());
        }
        match heading {
            "Answer: BarocertException"
            | "응답: BarocertException"
            | "Answer: a failure"
            | "응답: 실패" => Self::Failure,
            _ if heading.starts_with("Answer") || heading.starts_with("응답") => Self::Answer,
            _ => Self::Nowhere,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Treatment {
    Compared,
    Said,
    NotRead,
}

impl Treatment {
    fn of_word(word: &str) -> Self {
        match word {
            "compared" | "비교" => Self::Compared,
            "said" | "알림" => Self::Said,
            "not read" | "읽지 않음" => Self::NotRead,
            _ => panic!("{word} is no treatment"),
        }
    }
}

pub(crate) struct Row {
    pub(crate) provider: Provider,
    pub(crate) place: Place,
    pub(crate) path: String,
    pub(crate) treatment: Treatment,
    how: String,
}

impl Row {
    /// What both languages share.
    pub(crate) fn shown(&self) -> String {
        let Self {
            provider,
            place,
            path,
            treatment,
            ..
        } = self;
        format!(
            "{provider:?} {place:?} {path}: {treatment:?} {:?}",
            self.codes()
        )
    }

    /// The field's own name.
    pub(crate) fn name(&self) -> &str {
        let last = self.path.trim_end_matches(['}', '[', ']']);
        last.rsplit(['.', '{']).next().unwrap_or_default()
    }

    pub(crate) fn codes(&self) -> Vec<&str> {
        codes(&self.how)
    }

    /// Whether it is a member of a JSON file; those within texts are not tried one by one.
    pub(crate) fn is_member(&self) -> bool {
        self.place != Place::Nowhere && !self.path.contains('{') && self.name() != "settle_id"
    }
}

pub(crate) struct Limit {
    what: String,
    how: String,
    treatment: Treatment,
    pub(crate) case: Option<String>,
}

impl Limit {
    pub(crate) fn shown(&self) -> String {
        let fields: Vec<&str> = quoted(&self.what).collect();
        format!("{fields:?} {:?} {:?}", self.treatment, self.case)
    }

    pub(crate) fn codes(&self) -> Vec<&str> {
        codes(&self.how)
    }
}

pub(crate) struct Table {
    pub(crate) rows: Vec<Row>,
    pub(crate) limits: Vec<Limit>,
}

impl Table {
    pub(crate) fn read(root: &Path, lang: Lang) -> Self {
        let file = match lang {
            Lang::En => "docs/provider-fields.md",
            Lang::Ko => "docs/provider-fields.ko.md",
        };
        let text = fs::read_to_string(root.join(file)).expect("table");
        let mut table = Self {
            rows: Vec::new(),
            limits: Vec::new(),
        };
        let (mut provider, mut place) = (None, Place::Nowhere);
        for line in text.lines() {
            if let Some(heading) = line.strip_prefix("## ") {
                provider = Provider::of_heading(heading);
            } else if let Some(heading) = line.strip_prefix("### ") {
                place = Place::of_heading(heading);
            }
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            match (provider, cells.as_slice()) {
                // No row, or the head of a table.
                (_, [_] | [_, _, _, "Injang" | "---", ..]) => {}
                (Some(provider), [_, field, _, treatment, how, _]) => table.rows.push(Row {
                    provider,
                    place: place.clone(),
                    path: field.trim_matches('`').to_owned(),
                    treatment: Treatment::of_word(treatment),
                    how: (*how).to_owned(),
                }),
                (None, [_, what, _, treatment, how, case, _]) => table.limits.push(Limit {
                    what: (*what).to_owned(),
                    how: (*how).to_owned(),
                    treatment: Treatment::of_word(treatment),
                    case: quoted(case).next().map(str::to_owned),
                }),
                _ => panic!("{file}: {line}"),
            }
        }
        table
    }
}

/// Texts between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// Those that are written as codes are: words with hyphens between.
fn codes(text: &str) -> Vec<&str> {
    let is_code = |word: &&str| {
        word.contains('-')
            && !word.starts_with('-')
            && word.bytes().all(|it| it.is_ascii_lowercase() || it == b'-')
    };
    quoted(text).filter(is_code).collect()
}
