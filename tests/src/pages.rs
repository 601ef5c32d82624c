//! The project's pages in Markdown: their links, and the code that they name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A line of a page outside of its blocks of code.
pub struct Line {
    /// From 1.
    pub number: usize,
    /// Without its line break.
    pub text: String,
}

/// The root of the repository.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The files of the repository whose names end like this, as paths from its root. What is built,
/// installed or hidden is none of it.
pub fn files(endings: &[&str]) -> BTreeSet<String> {
    fn collect(folder: &Path, path: &str, endings: &[&str], found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).expect("folder") {
            let entry = entry.expect("entry");
            let name = entry.file_name().into_string().expect("a name in UTF-8");
            if name.starts_with('.') || name == "target" {
                continue;
            }
            let path = if path.is_empty() {
                name
            } else {
                format!("{path}/{name}")
            };
            if entry.file_type().expect("type").is_dir() {
                collect(&entry.path(), &path, endings, found);
            } else if endings.iter().any(|ending| path.ends_with(ending)) {
                found.insert(path);
            }
        }
    }
    let mut found = BTreeSet::new();
    collect(&repository(), "", endings, &mut found);
    found
}

/// The folders that these files are in, and those above them.
pub fn folders(files: &BTreeSet<String>) -> BTreeSet<String> {
    let above = |file: &String| {
        let slashes: Vec<usize> = file.match_indices('/').map(|(index, _)| index).collect();
        slashes
            .into_iter()
            .map(|end| file[..end].to_owned())
            .collect::<Vec<_>>()
    };
    files.iter().flat_map(above).collect()
}

/// The lines of a page outside of its blocks of code.
pub fn lines(page: &str) -> Vec<Line> {
    let mut is_code = false;
    let mut lines = Vec::new();
    for (index, text) in page.lines().enumerate() {
        if text.trim_start().starts_with("```") {
            is_code = !is_code;
        } else if !is_code {
            lines.push(Line {
                number: index + 1,
                text: text.to_owned(),
            });
        }
    }
    lines
}

/// What stands between backticks in a line.
pub fn code_spans(line: &str) -> Vec<&str> {
    line.split('`').skip(1).step_by(2).collect()
}

/// The targets of the links in a line. Brackets within code are no link.
pub fn links(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    // Parts with an odd index are code; a link may begin in one part (its text in code) and end in
    // the next, so that only the `](` has to be outside of code.
    for part in line.split('`').step_by(2) {
        for rest in part.split("](").skip(1) {
            found.extend(rest.split_once(')').map(|(target, _)| target));
        }
    }
    found
}

/// The anchors of a page's headings, as GitHub makes them: lower case, without punctuation, blanks as
/// hyphens, and a number behind what stands there already.
pub fn anchors(page: &str) -> BTreeSet<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut found = BTreeSet::new();
    for line in lines(page) {
        let level = line.text.chars().take_while(|it| *it == '#').count();
        let Some(heading) = line.text[level..].strip_prefix(' ').filter(|_| level > 0) else {
            continue;
        };
        let is_kept = |it: &char| it.is_alphanumeric() || matches!(it, '-' | '_' | ' ');
        let kept: String = heading.trim().chars().filter(is_kept).collect();
        let anchor = kept.to_lowercase().replace(' ', "-");
        let count = counts.entry(anchor.clone()).or_default();
        found.insert(match *count {
            0 => anchor,
            count => format!("{anchor}-{count}"),
        });
        *count += 1;
    }
    found
}

/// Whether a text has this pattern, in which `*` stands for any characters.
pub fn is_like(text: &str, pattern: &str) -> bool {
    match pattern.split_once('*') {
        None => text == pattern,
        Some((start, rest)) => text.strip_prefix(start).is_some_and(|tail| {
            let ends = tail.char_indices().map(|(index, _)| index);
            ends.chain([tail.len()])
                .any(|index| is_like(&tail[index..], rest))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_made_as_on_github() {
        let page = "# A `b` and: c!\n## 파일\n```\n# none\n```\n## 파일\n#none\n";
        let expected = ["a-b-and-c", "파일", "파일-1"].map(str::to_owned);
        assert_eq!(anchors(page), BTreeSet::from(expected));
    }

    #[test]
    fn links_and_code_are_told_apart() {
        let line = "see [`a`](b.md#c), `[d](e)` and [f](g)";
        assert_eq!(links(line), ["b.md#c", "g"]);
        assert_eq!(code_spans(line), ["a", "[d](e)"]);
    }

    #[test]
    fn a_star_stands_for_any_characters() {
        assert!(is_like("chain/mapping-critical", "chain/mapping*"));
        assert!(is_like("forms/x-bmp-pair", "forms/*-bmp-pair"));
        assert!(!is_like("chain/map", "chain/mapping*"));
        assert!(!is_like("forms/x-bmp-pairs", "forms/*-bmp-pair"));
    }
}
