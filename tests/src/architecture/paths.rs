//! The paths that a source file names.

/// What a file imports, and every path in its code.
pub(super) struct Named {
    pub(super) imports: Vec<Import>,
    pub(super) paths: Vec<Vec<String>>,
}

/// One name of a `use`.
pub(super) struct Import {
    /// What it is called here.
    pub(super) name: String,
    pub(super) path: Vec<String>,
}

/// Reads a file, as far as the tests at its end.
pub(super) fn named(text: &str) -> Named {
    let code = code(text);
    let mut named = Named {
        imports: Vec::new(),
        paths: Vec::new(),
    };
    let mut rest = code.as_str();
    while let Some(line) = rest.lines().next() {
        let statement = match import(line) {
            // To its semicolon, which may stand lines below.
            Some(_) => rest.find(';').map_or(rest.len(), |end| end + 1),
            None => line.len(),
        };
        let (own, behind) = rest.split_at(statement);
        match import(own) {
            Some(tree) => tree_of(&[], tree, &mut named.imports),
            None => paths_of(own, &mut named.paths),
        }
        rest = behind.trim_start_matches(['\n', '\r']);
    }
    named
}

/// The code of a file without comments, and without the module of tests at its end.
pub fn code(text: &str) -> String {
    let mut code = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let line = line.trim_end();
        let is_module = |next: &&str| next.starts_with("mod ");
        if line == "#[cfg(test)]"
            && let Some(next) = lines.next_if(is_module)
        {
            if next.ends_with('{') {
                break;
            }
            continue;
        }
        if !line.trim_start().starts_with("//") && !line.is_empty() {
            code.push_str(line);
            code.push('\n');
        }
    }
    code
}

/// The tree of a statement that begins with `use`, whatever its visibility.
fn import(statement: &str) -> Option<&str> {
    let statement = statement.trim_start();
    let behind = match statement.strip_prefix("pub") {
        Some(rest) if rest.starts_with('(') => rest.split_once(')')?.1,
        Some(rest) => rest,
        None => statement,
    };
    behind
        .trim_start()
        .strip_prefix("use ")
        .map(|tree| tree.trim_end().trim_end_matches(';'))
}

/// Every name of a tree: `a::{b, c::{self, D as E}}`.
fn tree_of(above: &[String], tree: &str, imports: &mut Vec<Import>) {
    let tree = tree.trim();
    let (path, list) = match tree.split_once('{') {
        Some((path, list)) => (path, Some(list.trim_end().trim_end_matches('}'))),
        None => (tree, None),
    };
    let (path, alias) = match path.split_once(" as ") {
        Some((path, alias)) => (path, Some(alias.trim())),
        None => (path, None),
    };
    let names = path
        .split("::")
        .map(|name| name.trim().trim_start_matches('$').to_owned())
        .filter(|name| !name.is_empty());
    let mut path: Vec<String> = above.iter().cloned().chain(names).collect();
    if let Some(list) = list {
        for tree in members(list) {
            tree_of(&path, tree, imports);
        }
        return;
    }
    if path.len() > 1 && path.last().is_some_and(|name| name == "self") {
        path.pop();
    }
    if let Some(own) = path.last() {
        let name = alias.unwrap_or(own).to_owned();
        imports.push(Import { name, path });
    }
}

/// The members of a list with commas, of which each may have a list of its own.
fn members(list: &str) -> Vec<&str> {
    let mut members = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (at, char) in list.char_indices() {
        match char {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                members.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    members.push(&list[start..]);
    members.retain(|member| !member.trim().is_empty());
    members
}

/// Every path of two names and more in a line.
fn paths_of(line: &str, paths: &mut Vec<Vec<String>>) {
    let is_of_path = |char: char| char.is_alphanumeric() || char == '_' || char == ':';
    for run in line.split_inclusive(|char| !is_of_path(char)) {
        // Macros are found by another way than modules.
        if run.ends_with('!') {
            continue;
        }
        // `x: T` is no path, and what stands behind `<T as Trait>` is none of a module.
        let run = run.trim_end_matches(|char| !is_of_path(char) || char == ':');
        if !run.contains("::") || run.starts_with(':') {
            continue;
        }
        let names: Vec<String> = run.split("::").map(str::to_owned).collect();
        let is_plain = |name: &String| !name.is_empty() && !name.contains(':');
        if names.iter().all(is_plain) {
            paths.push(names);
        }
    }
}
