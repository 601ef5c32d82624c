//! Decisions over providers' answers.

use super::{SCHEMA, conditions, object, report, written};
use crate::redaction::View;
use crate::remedy;
use crate::response_results::{ResponseResult, ResponseResults};
use injang_response::{
    Decision, Detail, JudgedDocument, ProviderError, Remark, ShortReport, Waiver,
};
use serde_json::{Map, Value};

/// One decision, or all of them where many answers were held against a list.
pub fn decisions(results: &ResponseResults<'_>, view: View) -> String {
    let mut members = object([("schema", SCHEMA.into())]);
    let all = results.all.iter().copied();
    if results.is_among {
        let answers = all.map(|result| {
            let mut answer = object([
                ("file", result.file.as_str().into()),
                (
                    "person",
                    result.decision.person.map(|it| it.to_hex()).into(),
                ),
            ]);
            answer.extend(decision(results, result, view));
            Value::Object(answer)
        });
        members.insert("answers".into(), answers.collect());
    } else {
        all.for_each(|result| members.extend(decision(results, result, view)));
    }
    report::unreadable_files(&mut members, results.unreadable_files, view);
    written(members)
}

fn decision(
    results: &ResponseResults<'_>,
    result: &ResponseResult,
    view: View,
) -> Map<String, Value> {
    let Decision {
        verdict,
        conditions,
        provider,
        product,
        environment,
        reasons,
        notes,
        documents,
        identity,
        short_signatures,
        waivers,
        ..
    } = &result.decision;
    let reasons = reasons.iter().map(|it| {
        let mut members = remark(it, view);
        let steps = remedy::paragraphs(results, result, it, view);
        members.insert("waiver".into(), it.code.waiver().map(Waiver::name).into());
        members.insert("next_step".into(), steps.map(|all| all.join("\n")).into());
        Value::Object(members)
    });
    let notes = notes.iter().map(|it| Value::Object(remark(it, view)));
    let documents = documents
        .iter()
        .map(|document| Value::Object(self::document(results, result, document, view)));
    let person = identity
        .person
        .iter()
        .map(|(field, outcome)| (field.name().to_owned(), Value::from(outcome.name())));
    let short = |it: &ShortReport| {
        Value::Object(object([
            ("id", it.id.as_str().into()),
            ("verified", it.fault.is_none().into()),
            ("code", it.fault.map(injang_response::Code::name).into()),
        ]))
    };
    object([
        ("decision", verdict.name().into()),
        ("conditions", conditions::conditions(conditions)),
        ("provider", provider.name().into()),
        (
            "product",
            product.map(injang_response::Product::name).into(),
        ),
        ("environment", environment.name().into()),
        ("reasons", reasons.collect()),
        ("notes", notes.collect()),
        (
            "waived",
            waivers.iter().map(|it| Value::from(it.name())).collect(),
        ),
        (
            "identity",
            Value::Object(object([
                ("vid", report::identity(&identity.vid, view).into()),
                ("ci", identity.ci.name().into()),
                ("person", Value::Object(person.collect())),
            ])),
        ),
        (
            "short_signatures",
            short_signatures.iter().map(short).collect(),
        ),
        ("documents", documents.collect()),
    ])
}

fn remark(remark: &Remark, view: View) -> Map<String, Value> {
    let mut members = object([
        ("code", remark.code.name().into()),
        ("effect", remark.effect.name().into()),
        ("document", remark.document.as_deref().into()),
    ]);
    match &remark.detail {
        Some(Detail::ProviderCode(code)) => {
            members.insert("provider_code".into(), code.as_str().into());
            let known = ProviderError::find(code);
            let meaning = known.map(|it| it.sentence(view.lang));
            members.insert("provider_code_meaning".into(), meaning.into());
        }
        Some(Detail::Form(error)) => {
            members.insert("member".into(), error.pointer().into());
        }
        Some(Detail::Verdict(sub)) => {
            members.insert("sub_indication".into(), sub.name().into());
        }
        Some(Detail::Member(pointer)) => {
            members.insert("member".into(), pointer.as_str().into());
        }
        Some(Detail::Limit { member, most, unit }) => {
            members.insert("member".into(), member.as_str().into());
            members.insert("most".into(), (*most).into());
            members.insert("unit".into(), unit.name().into());
        }
        Some(Detail::WouldMatch(layout)) => {
            members.insert("would_match".into(), (*layout).into());
        }
        Some(Detail::Times {
            signed,
            requested,
            completed,
            verified,
        }) => {
            let text = |time: &injang_core::Time| time.to_string();
            members.insert("signing_time".into(), signed.as_ref().map(text).into());
            members.insert("requested".into(), requested.as_ref().map(text).into());
            members.insert("completed".into(), completed.as_ref().map(text).into());
            members.insert("verified_at".into(), verified.as_ref().map(text).into());
        }
        Some(Detail::ProviderTime(fault)) => {
            members.insert("provider_time".into(), fault.name().into());
        }
        Some(Detail::Whose(whose)) => {
            members.insert("whose".into(), whose.name().into());
        }
        _ => {}
    }
    members.insert("message".into(), remark.sentence(view.lang).into());
    members
}

fn document(
    results: &ResponseResults<'_>,
    result: &ResponseResult,
    document: &JudgedDocument,
    view: View,
) -> Map<String, Value> {
    let report = results.verification(result, document, |verification| {
        Value::Object(report::members(verification, view))
    });
    object([
        ("id", document.id.as_str().into()),
        ("index", document.index.into()),
        (
            "sign_type_demanded",
            document.sign_type.map(injang_core::SignType::name).into(),
        ),
        ("report", report.into()),
    ])
}
