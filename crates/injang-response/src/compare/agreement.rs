//! Contents that the provider composes of the members of the request, compared with it by the
//! caller's map.

use super::{Comparison, MOST_MEMBERS, difference, members};
use crate::DecisionCode;
use crate::cipher::Secret;
use crate::content_map::ContentMap;
use crate::exchange::Exchange;
use crate::hidden::{self, Hidden, is_unseen, worst};
use crate::json::Value;
use crate::keys::Keys;
use crate::members::shown;
use crate::pointer::Pointer;
use crate::product::{Provider, Scheme};
use crate::provider::{delegation, how_to_ask};
use crate::request::OtherMembers;
use crate::signed_content::SignedContent;

/// What a composed content is compared with.
pub(crate) struct Agreement<'e> {
    /// `Null` where there is none.
    request: &'e Value,
    pub(super) map: Option<&'e ContentMap>,
    pub(super) keys: &'e Keys,
    pub(super) scheme: Scheme,
    /// Whether any member may have been sent encrypted, however short: Kakao's agreements are
    /// (overview, "암호화된 서명 원문"), and what Barocert's SDK has encrypted.
    pub(super) has_sealed_members: bool,
    /// Whether the map is for what the provider makes of a request that has a document too.
    is_beside_document: bool,
    /// Members at the top that are no part of it.
    technical: &'static [&'static str],
    /// Members of `delegate_info` that are none either.
    delegation: &'static [&'static str],
}

impl<'e> Agreement<'e> {
    pub(crate) fn new(exchange: &Exchange<'e>) -> Self {
        Self {
            request: exchange.request.map_or(&Value::Null, |it| &it.raw),
            map: exchange.content_map,
            keys: exchange.any_keys(),
            scheme: exchange.scheme(),
            has_sealed_members: exchange.provider == Provider::Kakao
                || exchange.request.is_some_and(|it| it.is_encrypted),
            is_beside_document: exchange.is_composed_beside(),
            technical: how_to_ask(exchange.provider),
            delegation: delegation(exchange.provider),
        }
    }

    /// Holds a content against the request. In this order:
    ///
    /// 1. each pair of the map: what the request has there, as it is or decrypted, must be what was
    ///    signed; a source that the request has not makes the map unusable;
    /// 2. one of them at least must say something, and not how to ask;
    /// 3. the request's members that no source names are left out;
    /// 4. the content's members that no target names are listed.
    pub(super) fn compare(&self, content: &SignedContent, map: &ContentMap) -> Comparison {
        let Some(signed) = content.json() else {
            return Comparison::of(DecisionCode::ContentMalformed);
        };
        let read = |text: &str| self.read(text);
        let mut comparison = Comparison::same(Some("every member of the content map is the same"));
        comparison.is_empty = true;
        for (from, to) in &map.pairs {
            let asked = from.find_in(self.request, &read);
            let Some(asked) = asked.filter(|asked| *asked != Value::Null) else {
                if comparison.missing.len() < MOST_MEMBERS {
                    comparison.missing.push(pointer(from.tokens()));
                }
                continue;
            };
            let found = to.find(signed).unwrap_or(Value::Null);
            comparison.differences.extend(self.differ(&found, &asked));
            // What was encrypted says in clear what it says.
            let is_hollow = says_nothing(&asked) || says_nothing(&found);
            comparison.is_empty &= self.is_technical(from) || is_hollow;
        }
        comparison.left_out = self.left_out(map);
        let is_mapped = |key: &str| {
            let first = |(_, to): &(Pointer, Pointer)| to.first() == Some(key);
            map.pairs.iter().any(first)
        };
        comparison.members = signed
            .as_object()
            .map_or_else(Vec::new, |it| members(it, is_mapped));
        comparison
    }

    /// Holds a content against what the request has beside the document in it, where the provider
    /// may make the content of that too. Without a map all of it is left out.
    pub(crate) fn beside_document(&self, content: Option<&SignedContent>) -> Comparison {
        let none = ContentMap { pairs: Vec::new() };
        let mut comparison = match (self.map, content) {
            (Some(map), Some(content)) => self.compare(content, map),
            _ => Comparison {
                left_out: self.left_out(&none),
                ..Comparison::default()
            },
        };
        let is_beside = |member: &String| {
            let name = member.split('/').nth(1);
            !matches!(name, Some("document" | "documents"))
        };
        comparison.left_out.retain(is_beside);
        comparison
    }

    /// Holds what a document has beside its id and its data against the members of the same names in
    /// what was signed. What is not there was not signed under its name, and is left out; one that
    /// the map names is compared by that.
    pub(super) fn compare_others(
        &self,
        content: &SignedContent,
        others: &OtherMembers,
        comparison: &mut Comparison,
    ) {
        let signed = content.json().and_then(Value::as_object);
        let may_be_sealed = others.may_be_sealed || self.is_beside_document;
        for (key, asked) in &others.members {
            let found = signed.and_then(|signed| signed.get(key));
            let difference = match found {
                // A member at null asks for nothing, and nothing is what may stand there.
                None | Some(Value::Null) if *asked == Value::Null => None,
                Some(found) if found == asked => {
                    let names = self.hidden().in_names([key].into_iter());
                    let hidden = worst(names.into_iter().chain(self.hidden().in_value(asked)));
                    hidden.filter(|it| *it == DecisionCode::ContentEncrypted)
                }
                Some(found) if may_be_sealed => self.differ(found, asked),
                Some(found) => Some(difference(found, asked)),
                None => {
                    let is_left_out = !says_nothing(asked) && !self.is_mapped(key);
                    if is_left_out && comparison.left_out.len() < MOST_MEMBERS {
                        comparison
                            .left_out
                            .push(format!("/document/{}", shown(key)));
                    }
                    None
                }
            };
            comparison.differences.extend(difference);
        }
    }

    /// Whether the map names this member of the document, or the whole document.
    fn is_mapped(&self, key: &str) -> bool {
        let map = self.map.filter(|_| self.is_beside_document);
        map.is_some_and(|map| {
            map.sources().any(|source| match source.tokens() {
                [document] => document == "document",
                [document, member] => document == "document" && member == key,
                _ => false,
            })
        })
    }

    /// The members of the request that no source of a map names.
    fn left_out(&self, map: &ContentMap) -> Vec<String> {
        let mut left_out = LeftOut {
            agreement: self,
            sources: map.pairs.iter().map(|(from, _)| from.tokens()).collect(),
            found: Vec::new(),
        };
        left_out.look(self.request, &mut Vec::new());
        left_out.found
    }

    /// Whether a source says how to ask, and nothing of what is agreed to. What is named whole does if
    /// all that is in it does.
    fn is_technical(&self, from: &Pointer) -> bool {
        let tokens = from.tokens();
        let is_one = |end: usize| self.is_how_to_ask(&tokens[..end], &tokens[end]);
        let within = || from.find_in(self.request, &|text: &str| self.read(text));
        (0..tokens.len()).any(is_one)
            || within().is_some_and(|value| match value {
                Value::Object(all) if tokens.len() <= 1 => all.iter().all(|(key, it)| {
                    self.is_how_to_ask(tokens, key)
                        || says_nothing(it)
                        || tokens.is_empty() && self.is_delegation(key, it)
                }),
                _ => false,
            })
    }

    /// Whether a member of the request, or of an object in it, says how to ask.
    fn is_how_to_ask(&self, path: &[String], key: &str) -> bool {
        match path {
            [] => self.technical.contains(&key),
            [outer] => outer == "delegate_info" && self.delegation.contains(&key),
            _ => false,
        }
    }

    /// Whether this is a `delegate_info` as the guide has it.
    fn is_delegation(&self, key: &str, value: &Value) -> bool {
        let path = [key.to_owned()];
        let is_known =
            |(key, value): (&String, &Value)| self.is_how_to_ask(&path, key) || says_nothing(value);
        value
            .as_object()
            .is_some_and(|all| all.iter().all(is_known))
    }

    const fn hidden(&self) -> Hidden<'e> {
        Hidden::new(self.keys, self.scheme)
    }

    /// The finding for a value that was signed and one that was requested, unless they agree. What
    /// has members agrees if each of them does.
    fn differ(&self, signed: &Value, asked: &Value) -> Option<DecisionCode> {
        match (signed, asked) {
            (Value::Object(signed), Value::Object(asked)) if signed.keys().eq(asked.keys()) => {
                let names = self.hidden().in_names(asked.keys());
                let pairs = signed.values().zip(asked.values());
                let values = pairs.filter_map(|(signed, asked)| self.differ(signed, asked));
                worst(values.chain(names))
            }
            (Value::Array(signed), Value::Array(asked)) if signed.len() == asked.len() => {
                let pairs = signed.iter().zip(asked);
                worst(pairs.filter_map(|(signed, asked)| self.differ(signed, asked)))
            }
            // A ciphertext shows nothing of what the signer saw, whosever key it is under.
            _ if signed == asked => {
                let is_alike = || hidden::is_any_by_looks(asked);
                let alike = || is_alike().then_some(DecisionCode::ContentEncrypted);
                self.hidden().in_value(asked).or_else(alike)
            }
            _ => self.differ_sealed(signed, asked),
        }
    }

    /// The JSON in a text, as it is or decrypted.
    fn read(&self, text: &str) -> Option<Value> {
        let parse = |text: &str| Value::parse(text.as_bytes()).ok();
        parse(text).or_else(|| {
            let readings = self.keys.open(self.scheme, text).readings().ok()?;
            readings.iter().filter_map(Secret::text).find_map(parse)
        })
    }
}

/// Whether a value has nothing in it that anybody reads, with all that is in it: that two are equal
/// says nothing. A text that holds JSON says what that says.
pub(crate) fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Text(text) => {
            let text = text.trim();
            let is_json = text.starts_with(['{', '[', '"']);
            let inner = is_json.then(|| Value::parse(text.as_bytes()).ok());
            // It ends because a text within a text is shorter.
            is_no_value(text)
                || is_mute(text)
                || inner.flatten().is_some_and(|it| says_nothing(&it))
        }
        Value::Array(items) => items.iter().all(says_nothing),
        Value::Object(all) => all.values().all(says_nothing),
        Value::Bool(_) | Value::Number(_) | Value::Inexact => false,
    }
}

/// Whether a text is what programs write where a value is missing, whatever nobody sees in it.
fn is_no_value(text: &str) -> bool {
    let seen: String = text.chars().filter(|it| !is_unseen(*it)).collect();
    ["null", "undefined"]
        .iter()
        .any(|it| seen.trim().eq_ignore_ascii_case(it))
}

/// Whether a text has no letter and no digit that anybody sees.
fn is_mute(text: &str) -> bool {
    !text
        .chars()
        .any(|it| it.is_alphanumeric() && !is_unseen(it))
}

/// The members of a request that no source of a map names.
struct LeftOut<'l> {
    agreement: &'l Agreement<'l>,
    sources: Vec<&'l [String]>,
    found: Vec<String>,
}

impl LeftOut<'_> {
    /// Looks at the value at a path. It ends because values are nested within bounds, and because
    /// texts are entered only where a source does.
    fn look(&mut self, value: &Value, path: &mut Vec<String>) {
        let is_named = self.sources.iter().any(|source| path.starts_with(source));
        if is_named || self.found.len() == MOST_MEMBERS {
            return;
        }
        match value {
            Value::Null => {}
            Value::Object(object) => {
                for (key, value) in object {
                    if !self.agreement.is_how_to_ask(path, key) {
                        self.look_within(key, value, path);
                    }
                }
            }
            Value::Array(items) => {
                for (index, value) in items.iter().enumerate() {
                    self.look_within(&index.to_string(), value, path);
                }
            }
            Value::Text(text) if self.sources.iter().any(|it| it.starts_with(path)) => {
                // The source was found, or nothing is compared: so the text has been read before.
                if let Some(inner) = self.agreement.read(text) {
                    self.look(&inner, path);
                }
            }
            _ => self.found.push(pointer(path)),
        }
    }

    fn look_within(&mut self, key: &str, value: &Value, path: &mut Vec<String>) {
        path.push(key.to_owned());
        self.look(value, path);
        path.pop();
    }
}

/// The path as a pointer, of names that look like ones.
fn pointer(path: &[String]) -> String {
    let is_index = |key: &str| key.len() <= 3 && key.bytes().all(|it| it.is_ascii_digit());
    let name = |key: &String| {
        if is_index(key) {
            format!("/{key}")
        } else {
            format!("/{}", shown(key))
        }
    };
    path.iter().map(name).collect()
}
