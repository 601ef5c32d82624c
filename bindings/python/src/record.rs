//! What a report, a decision or an inspection writes: made when it is asked for, or kept after it was
//! pickled.

use crate::argument::view;
use crate::errors::argument;
use injang::{Lang, View};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;

/// What can be shown in every form.
pub(crate) trait Shown {
    fn json(&self, view: View) -> String;
    fn text(&self, view: View) -> String;
    fn brief(&self, view: View) -> String;
    /// What follows: `accepted`, `rejected` or `undetermined`; `""` where nothing was judged.
    fn outcome(&self) -> &'static str;
    /// The code of the reason that decided.
    fn reason(&self) -> Option<&str>;
}

/// The forms of something that was pickled, each in English and Korean, without the subject's name.
#[derive(Clone)]
pub(crate) struct Record {
    json: [String; 2],
    text: [String; 2],
    brief: [String; 2],
    outcome: String,
    reason: Option<String>,
}

/// What is pickled: six texts, the outcome and the reason.
type State = (Vec<String>, String, Option<String>);

const LANGUAGES: [Lang; 2] = [Lang::En, Lang::Ko];

impl Record {
    pub(crate) fn of(shown: &impl Shown) -> Self {
        let views = LANGUAGES.map(View::new);
        Self {
            json: views.map(|view| shown.json(view)),
            text: views.map(|view| shown.text(view)),
            brief: views.map(|view| shown.brief(view)),
            outcome: shown.outcome().to_owned(),
            reason: shown.reason().map(str::to_owned),
        }
    }

    fn state(self) -> State {
        let [json_en, json_ko] = self.json;
        let [text_en, text_ko] = self.text;
        let [brief_en, brief_ko] = self.brief;
        let texts = vec![json_en, json_ko, text_en, text_ko, brief_en, brief_ko];
        (texts, self.outcome, self.reason)
    }

    /// From what was pickled.
    pub(crate) fn restore(state: &Bound<'_, PyTuple>) -> PyResult<Self> {
        let (texts, outcome, reason): State = state.extract()?;
        let [json_en, json_ko, text_en, text_ko, brief_en, brief_ko]: [String; 6] = texts
            .try_into()
            .map_err(|_| PyValueError::new_err("not what was pickled: six texts"))?;
        Ok(Self {
            json: [json_en, json_ko],
            text: [text_en, text_ko],
            brief: [brief_en, brief_ko],
            outcome,
            reason,
        })
    }
}

fn of_language(texts: &[String; 2], lang: Lang) -> String {
    texts[usize::from(lang == Lang::Ko)].clone()
}

/// Something that is alive, or its record.
pub(crate) enum Kept<T> {
    Live(T),
    Record(Record),
}

impl<T: Shown> Kept<T> {
    pub(crate) fn outcome(&self) -> &str {
        match self {
            Self::Live(shown) => shown.outcome(),
            Self::Record(record) => &record.outcome,
        }
    }

    pub(crate) fn reason(&self) -> Option<&str> {
        match self {
            Self::Live(shown) => shown.reason(),
            Self::Record(record) => record.reason.as_deref(),
        }
    }

    pub(crate) fn json(&self, py: Python<'_>, lang: &str, show_subject: bool) -> PyResult<String> {
        self.written(py, lang, show_subject, T::json, |it| &it.json)
    }

    pub(crate) fn text(&self, py: Python<'_>, lang: &str, show_subject: bool) -> PyResult<String> {
        self.written(py, lang, show_subject, T::text, |it| &it.text)
    }

    pub(crate) fn brief(&self, py: Python<'_>, lang: &str, show_subject: bool) -> PyResult<String> {
        self.written(py, lang, show_subject, T::brief, |it| &it.brief)
    }

    fn written(
        &self,
        py: Python<'_>,
        lang: &str,
        show_subject: bool,
        live: impl Fn(&T, View) -> String,
        kept: impl Fn(&Record) -> &[String; 2],
    ) -> PyResult<String> {
        let view = view(py, lang, show_subject)?;
        match self {
            Self::Live(shown) => Ok(live(shown, view)),
            Self::Record(_) if show_subject => {
                let what = "a value that was pickled has no subjects' names";
                Err(argument(py, "show_subject", what))
            }
            Self::Record(record) => Ok(of_language(kept(record), view.lang)),
        }
    }

    /// The JSON as Python values.
    pub(crate) fn dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let text = self.json(py, "en", false)?;
        py.import("json")?.call_method1("loads", (text,))
    }

    /// For notebooks: the brief text, with the rest folded.
    pub(crate) fn html(&self, py: Python<'_>) -> PyResult<String> {
        let (brief, text) = (self.brief(py, "en", false)?, self.text(py, "en", false)?);
        Ok(format!(
            "<div class=\"injang\"><pre>{}</pre><details><summary>all checks</summary><pre>{}</pre></details></div>",
            escaped(&brief),
            escaped(&text)
        ))
    }

    /// What is pickled: a function of the module, and what it is called with.
    pub(crate) fn reduce<'py>(
        &self,
        py: Python<'py>,
        restore: &str,
    ) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let record = match self {
            Self::Live(shown) => Record::of(shown),
            Self::Record(record) => record.clone(),
        };
        let restore = py.import("injang._injang")?.getattr(restore)?;
        Ok((restore, record.state().into_pyobject(py)?))
    }
}

/// A text within HTML.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            char => html.push(char),
        }
    }
    html
}
