//! Mutants as edits of a source text, and the text that has all of them, each behind its switch.

use std::ops::Range;

/// One change of one place.
#[derive(Clone)]
pub(crate) struct Mutant {
    /// The octets of the source that it concerns.
    pub(crate) range: Range<usize>,
    pub(crate) form: Form,
    /// The function that it is in, by its path within the file.
    pub(crate) function: String,
    /// What it replaces, and by what, as people read them.
    pub(crate) original: String,
    pub(crate) mutated: String,
}

/// How a mutant is written into the source.
#[derive(Clone)]
pub(crate) enum Form {
    /// Another expression in place of the one in the range.
    Replace(String),
    /// The statement in the range is left out.
    Skip,
    /// The `let` operand of a condition that begins the range does not match.
    NoMatch,
    /// The arm whose pattern ends the range does not match.
    NoArm,
    /// A statement that comes before the range.
    Before(String),
}

impl Mutant {
    /// Where text is put in; empty where nothing is replaced.
    fn place(&self) -> Range<usize> {
        match self.form {
            Form::Replace(_) | Form::Skip => self.range.clone(),
            Form::NoMatch | Form::Before(_) => self.range.start..self.range.start,
            Form::NoArm => self.range.end..self.range.end,
        }
    }
}

/// A text with all mutants switched off, and where in it each mutant's text stands.
pub(crate) struct Instrumented {
    pub(crate) text: String,
    /// By number; of a place with several mutants, that of each and that of all.
    pub(crate) spans: Vec<(usize, Range<usize>)>,
}

/// Writes mutants, each with its number, into a text.
pub(crate) fn instrument(source: &str, mutants: &[(usize, &Mutant)]) -> Instrumented {
    let mut mutants = mutants.to_vec();
    // Outer places before inner ones; what is put in at a point, before what begins there.
    mutants.sort_by_key(|(number, mutant)| {
        let place = mutant.place();
        let length = if place.is_empty() {
            usize::MAX
        } else {
            place.len()
        };
        (place.start, usize::MAX - length, *number)
    });
    let mut output = Instrumented {
        text: String::new(),
        spans: Vec::new(),
    };
    write(source, 0..source.len(), &mutants, &mut output);
    output
}

fn write(source: &str, range: Range<usize>, mutants: &[(usize, &Mutant)], out: &mut Instrumented) {
    let (mut at, mut rest) = (range.start, mutants);
    while let Some((number, mutant)) = rest.first() {
        let place = mutant.place();
        assert!(
            place.start >= at && place.end <= range.end,
            "crossing edits"
        );
        out.text.push_str(&source[at..place.start]);
        // All mutants of this very place, then those inside of it.
        let same = rest.iter().take_while(|it| it.1.place() == place).count();
        let inside = rest[same..]
            .iter()
            .take_while(|it| it.1.place().end <= place.end && it.1.place().start < place.end)
            .count();
        let start = out.text.len();
        let is = |number: usize| format!("crate::mutant::is({number})");
        match &mutant.form {
            Form::Replace(_) => {
                out.text.push_str("({ ");
                for (number, mutant) in &rest[..same] {
                    if let Form::Replace(by) = &mutant.form {
                        let arm = format!("if {} {{ {by} }} else ", is(*number));
                        let start = out.text.len();
                        out.text.push_str(&arm);
                        out.spans.push((*number, start..out.text.len()));
                    }
                }
                out.text.push_str("{ ");
                write(source, place.clone(), &rest[same..same + inside], out);
                out.text.push_str(" } })");
            }
            Form::Skip => {
                out.text.push_str("if !");
                out.text.push_str(&is(*number));
                out.text.push_str(" { ");
                write(source, place.clone(), &rest[same..same + inside], out);
                out.text.push_str(" }");
            }
            Form::NoMatch | Form::NoArm | Form::Before(_) => {
                for (number, mutant) in &rest[..same] {
                    let text = match &mutant.form {
                        Form::NoMatch => format!("!{} && ", is(*number)),
                        Form::NoArm => format!(" if !{}", is(*number)),
                        Form::Before(statement) => {
                            format!(" if {} {{ {statement} }} ", is(*number))
                        }
                        Form::Replace(_) | Form::Skip => String::new(),
                    };
                    out.text.push_str(&text);
                }
            }
        }
        let end = out.text.len();
        let these = rest[..same].iter().map(|(number, _)| (*number, start..end));
        out.spans.extend(these);
        at = place.end;
        rest = &rest[same + if place.is_empty() { 0 } else { inside }..];
    }
    out.text.push_str(&source[at..range.end]);
}
