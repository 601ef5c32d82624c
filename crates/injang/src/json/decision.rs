//! Decisions over providers' answers.

use super::writer::{self, Object, Shown};
use super::{SCHEMA, conditions, report};
use crate::redaction::View;
use crate::response_results::{ResponseResult, ResponseResults};
use crate::text::remedy;
use injang_response::{
    Decision, DecisionCode, Detail, Finding, JudgedDocument, Product, ProviderError, ShortReport,
    Waiver,
};

/// One decision, or all of them where many answers were held against a list.
pub(crate) fn decisions(results: &ResponseResults<'_>, view: View) -> String {
    writer::document(|all| {
        all.add("schema", SCHEMA);
        if results.is_among {
            all.member("answers")
                .objects(results.all.iter().copied(), |result, members| {
                    members.add("file", &result.file);
                    members.add("person", result.decision.person.map(|it| it.to_hex()));
                    decision(results, result, view, members);
                });
        } else {
            for result in results.all.iter().copied() {
                decision(results, result, view, all);
            }
        }
        report::unreadable_files(all, results.unreadable_files, view);
    })
}

fn decision(
    results: &ResponseResults<'_>,
    result: &ResponseResult,
    view: View,
    all: &mut Object<'_>,
) {
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
    all.add("decision", verdict.name());
    all.member("conditions")
        .object(|members| conditions::conditions(conditions, members));
    all.add("provider", provider.name());
    all.add("product", product.map(Product::name));
    all.add("environment", environment.name());
    all.member("reasons").objects(reasons, |it, members| {
        remark(it, view, members);
        let steps = remedy::paragraphs(results, result, it, view);
        members.add("waiver", it.code.waiver().map(Waiver::name));
        members.add("next_step", steps.map(|all| all.join("\n")));
    });
    all.member("notes").objects(notes, |it, members| {
        remark(it, view, members);
    });
    all.member("waived")
        .scalars(waivers.iter().map(|it| it.name()));
    all.member("identity").object(|members| {
        members
            .member("vid")
            .object(|members| report::identity(&identity.vid, view, members));
        members.add("ci", identity.ci.name());
        members.member("person").object(|members| {
            for (field, outcome) in &identity.person {
                members.add(field.name(), outcome.name());
            }
        });
    });
    all.member("short_signatures")
        .objects(short_signatures, short_signature);
    all.member("documents").objects(documents, |it, members| {
        document(results, result, it, view, members);
    });
}

fn short_signature(it: &ShortReport, members: &mut Object<'_>) {
    members.add("id", &it.id);
    members.add("verified", it.fault.is_none());
    members.add("code", it.fault.map(DecisionCode::name));
}

fn provider_code(code: &str, view: View, members: &mut Object<'_>) {
    members.add("provider_code", code);
    let known = ProviderError::find(code);
    let meaning = known.map(|it| it.sentence(view.lang));
    members.add("provider_code_meaning", meaning);
}

fn remark(remark: &Finding, view: View, members: &mut Object<'_>) {
    members.add("code", remark.code.name());
    members.add("effect", remark.effect.name());
    members.add("document", remark.document.as_deref());
    match &remark.detail {
        Some(Detail::ProviderCode(code)) => provider_code(code, view, members),
        Some(Detail::ProviderStatus { input, code }) => {
            members.add("input", input.name());
            if let Some(code) = code {
                provider_code(code, view, members);
            }
        }
        Some(Detail::Format(error)) => members.add("member", error.pointer()),
        Some(Detail::Verdict(sub)) => members.add("sub_indication", sub.name()),
        Some(Detail::Member(pointer)) => members.add("member", pointer),
        Some(Detail::Limit { member, most, unit }) => {
            members.add("member", member);
            members.add("most", most);
            members.add("unit", unit.name());
        }
        Some(Detail::WouldMatch(layout)) => members.add("would_match", layout),
        Some(Detail::Times {
            signed,
            requested,
            completed,
            verified,
        }) => {
            members.add("signing_time", signed.map(Shown));
            members.add("requested", requested.map(Shown));
            members.add("completed", completed.map(Shown));
            members.add("verified_at", verified.map(Shown));
        }
        Some(Detail::ProviderTime(fault)) => members.add("provider_time", fault.name()),
        Some(Detail::Whose(whose)) => members.add("whose", whose.name()),
        _ => {}
    }
    members.add("message", remark.sentence(view.lang));
}

fn document(
    results: &ResponseResults<'_>,
    result: &ResponseResult,
    document: &JudgedDocument,
    view: View,
    members: &mut Object<'_>,
) {
    members.add("id", &document.id);
    members.add("index", document.index);
    let demanded = document.sign_type.map(injang_core::SignType::name);
    members.add("sign_type_demanded", demanded);
    let mut place = Some(members.member("report"));
    results.verification(result, document, |verification| {
        if let Some(place) = place.take() {
            place.object(|members| report::members(verification, view, members));
        }
    });
    if let Some(place) = place {
        place.null();
    }
}
