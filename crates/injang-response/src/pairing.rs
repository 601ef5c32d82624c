//! Which signed document answers which that was asked for.

use crate::finding::DecisionCode;
use crate::findings::Findings;
use crate::request::RequestedDocument;
use crate::response::ReturnedDocument;
use std::collections::{BTreeMap, BTreeSet};

/// Each signed document with its id, and the index of what it answers.
pub(crate) struct PairedDocument {
    pub(crate) id: String,
    pub(crate) asked: Option<usize>,
}

/// Pairs documents by id where the provider gives ids, else by place; and says which are missing,
/// too many, twice there, or in another order. Without a request nothing is paired. The id of the
/// transaction is used for the one document that has no other.
pub(crate) fn pair(
    answered: &[ReturnedDocument],
    asked: Option<&[RequestedDocument]>,
    transaction: Option<&str>,
    findings: &mut Findings,
) -> Vec<PairedDocument> {
    // Ids pair only if both sides have them; else documents pair by place.
    let has_ids = answered.iter().any(|document| document.id.is_some())
        && asked.is_none_or(|asked| asked.iter().any(|document| document.id.is_some()));
    let place = |index: usize| (index + 1).to_string();
    let id_of = |index: usize, document: &ReturnedDocument| {
        let own = document.id.clone();
        own.or_else(|| asked?.get(index)?.id.clone())
            .unwrap_or_else(|| place(index))
    };
    let ids: Vec<String> = answered
        .iter()
        .enumerate()
        .map(|(index, it)| id_of(index, it))
        .collect();
    let Some(asked) = asked else {
        duplicates(&ids, findings);
        if answered.is_empty() {
            findings.push(DecisionCode::DocumentMissing);
        }
        return ids
            .into_iter()
            .map(|id| PairedDocument { id, asked: None })
            .collect();
    };
    if !has_ids {
        for (index, document) in asked.iter().enumerate().skip(answered.len()) {
            let only = transaction.filter(|_| asked.len() == 1).map(str::to_owned);
            let id = document.id.clone().or(only);
            findings.about(
                DecisionCode::DocumentMissing,
                &id.unwrap_or_else(|| place(index)),
            );
        }
        for id in ids.iter().skip(asked.len()) {
            findings.about(DecisionCode::DocumentAdditional, id);
        }
        if answered.is_empty() && asked.is_empty() {
            findings.push(DecisionCode::DocumentMissing);
        }
        let pair = |(index, id)| PairedDocument {
            id,
            asked: (index < asked.len()).then_some(index),
        };
        return ids.into_iter().enumerate().map(pair).collect();
    }
    duplicates(&ids, findings);
    let places: BTreeMap<&str, usize> = asked
        .iter()
        .enumerate()
        .filter_map(|(index, document)| Some((document.id.as_deref()?, index)))
        .collect();
    let came: BTreeSet<&str> = ids.iter().map(String::as_str).collect();
    for (index, document) in asked.iter().enumerate() {
        let id = document.id.clone().unwrap_or_else(|| place(index));
        if !came.contains(id.as_str()) {
            findings.about(DecisionCode::DocumentMissing, &id);
        }
    }
    let pairs: Vec<PairedDocument> = ids
        .iter()
        .map(|id| PairedDocument {
            id: id.clone(),
            asked: places.get(id.as_str()).copied(),
        })
        .collect();
    for pair in pairs.iter().filter(|pair| pair.asked.is_none()) {
        findings.about(DecisionCode::DocumentAdditional, &pair.id);
    }
    let mut seen = BTreeSet::new();
    let order: Vec<usize> = pairs
        .iter()
        .filter_map(|pair| pair.asked)
        .filter(|index| seen.insert(*index))
        .collect();
    if !order.is_sorted() {
        findings.push(DecisionCode::DocumentOrder);
    }
    pairs
}

fn duplicates(ids: &[String], findings: &mut Findings) {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            findings.about(DecisionCode::DocumentDuplicated, id);
        }
    }
}
