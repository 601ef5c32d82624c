//! What is known of the person who was to sign: what the caller holds, and what was sent when the
//! person was asked. All of it is one person's.

use super::readings::{difference, readings};
use crate::exchange::Exchange;
use crate::finding::{DecisionCode, Detail, Whose};
use crate::findings::Findings;
use crate::person::Field;
use std::collections::{BTreeMap, BTreeSet};
use zeroize::Zeroizing;

/// A text in the form in which it is compared.
type KnownText = Zeroizing<String>;

/// What is known, field by field.
#[derive(Default)]
pub(super) struct KnownPerson {
    pub(super) held: BTreeMap<Field, KnownText>,
    /// The fields of requests that can't be read, and why.
    pub(super) unread: BTreeMap<Field, DecisionCode>,
    /// The fields that are in a request and say nothing.
    pub(super) blank_fields: BTreeSet<Field>,
    /// The fields that the provider's guide requires of a request, whatever is in them.
    pub(super) required: BTreeSet<Field>,
}

impl KnownPerson {
    /// Holds what was sent against what the caller holds, or one request against the other; what
    /// no other input gives is taken from the request.
    pub(super) fn read(exchange: &Exchange<'_>, findings: &mut Findings) -> Self {
        let mut known = Self::default();
        for field in Field::ALL {
            let own = exchange.person.and_then(|it| it.get(field));
            let mut all: Vec<Vec<KnownText>> = own.map(exact).into_iter().collect();
            for pieces in sent(exchange, field) {
                match readings(field, pieces, |text| exchange.open_own(text)) {
                    Ok(texts) => all.push(texts),
                    Err(code) => {
                        known.unread.insert(field, code);
                    }
                }
            }
            if is_required(exchange, field) {
                known.required.insert(field);
            }
            let request = exchange.request.and_then(|it| it.person.get(field));
            all.extend(request.map(exact));
            // Who is prepared by CI needs no name.
            let is_exempt = exchange
                .prepare
                .is_some_and(|it| !it.required.contains(&field));
            let is_blank = exchange
                .request
                .is_some_and(|it| it.blank_fields.contains(&field) && !is_exempt);
            let says_nothing = |texts: &Vec<KnownText>| texts.iter().all(|text| text.is_empty());
            if is_blank || all.iter().any(says_nothing) {
                known.blank_fields.insert(field);
            }
            let mut common: Option<Vec<KnownText>> = None;
            for mut texts in all {
                texts.retain(|text| !text.is_empty());
                match &mut common {
                    _ if texts.is_empty() => {}
                    None => common = Some(texts),
                    Some(first) if first.iter().any(|text| texts.contains(text)) => {
                        first.retain(|text| texts.contains(text));
                    }
                    Some(_) => {
                        let detail = Some(Detail::Whose(Whose::Request));
                        findings.add(difference(field), None, detail);
                    }
                }
            }
            // Of several readings of one's own text, the last is the plainest.
            let plainest = common.and_then(|mut texts| texts.pop());
            known.held.extend(plainest.map(|text| (field, text)));
        }
        known
    }
}

/// Whether a guide requires this field of a request that was given.
fn is_required(exchange: &Exchange<'_>, field: Field) -> bool {
    let requested = exchange.request.map(|it| it.required.as_slice());
    let prepared = exchange.prepare.map(|it| it.required);
    let mut all = requested.into_iter().chain(prepared);
    all.any(|required| required.contains(&field))
}

fn exact(text: &str) -> Vec<KnownText> {
    vec![Zeroizing::new(text.to_owned())]
}

/// The texts of a field that were sent encrypted, each in its pieces.
fn sent<'a>(exchange: &Exchange<'a>, field: Field) -> Vec<&'a [KnownText]> {
    let prepared = exchange.prepare.and_then(|it| it.person.get(&field));
    let requested = exchange
        .request
        .into_iter()
        .flat_map(|it| &it.sealed_person);
    let requested = requested.filter(|(of, _)| *of == field);
    let prepared = prepared.map(Vec::as_slice).into_iter();
    prepared
        .chain(requested.map(|(_, text)| std::slice::from_ref(text)))
        .collect()
}
