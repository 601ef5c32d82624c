//! `decide`

use crate::argument::{Text, digest_source, json, named, octets, sign_type, time, vid_layout};
use crate::ask::ci_text;
use crate::decision::Decision;
use crate::errors::{argument, wrong_type};
use crate::policy::Policy;
use injang::response::{At, Environment, Pointer, Provider, Role, SessionPaths, TimeForm, Waiver};
use injang::{Decider, ExchangeError, OwnedExchange};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple};

type Set = fn(&mut OwnedExchange, &[u8]) -> Result<(), ExchangeError>;

/// Decides over a provider's answer.
#[pyfunction]
#[pyo3(signature = (provider, response, policy, *, at, product=None, request=None, prepare=None,
    receipt=None, result_request=None, status=None, identify=None, not_kept=Vec::new(), keys=None,
    ci=None, ci_list=None, person=None, originals=None, short_signatures=None, session=None,
    content_map=None, nonce=None, nonce_answer=None, sign_type=None, digest_source=None,
    vid_layout=None, environment=None, waive=Vec::new()))]
#[expect(clippy::too_many_arguments, reason = "each is a keyword")]
pub(crate) fn decide(
    py: Python<'_>,
    provider: &str,
    response: &Bound<'_, PyAny>,
    policy: &Bound<'_, Policy>,
    at: &Bound<'_, PyAny>,
    product: Option<&str>,
    request: Option<&Bound<'_, PyAny>>,
    prepare: Option<&Bound<'_, PyAny>>,
    receipt: Option<&Bound<'_, PyAny>>,
    result_request: Option<&Bound<'_, PyAny>>,
    status: Option<&Bound<'_, PyAny>>,
    identify: Option<&Bound<'_, PyAny>>,
    not_kept: Vec<String>,
    keys: Option<&Bound<'_, PyAny>>,
    ci: Option<&Bound<'_, PyAny>>,
    ci_list: Option<&Bound<'_, PyAny>>,
    person: Option<&Bound<'_, PyAny>>,
    originals: Option<&Bound<'_, PyAny>>,
    short_signatures: Option<&Bound<'_, PyAny>>,
    session: Option<&Bound<'_, PyDict>>,
    content_map: Option<&Bound<'_, PyAny>>,
    nonce: Option<&str>,
    nonce_answer: Option<&str>,
    sign_type: Option<&str>,
    digest_source: Option<&str>,
    vid_layout: Option<&str>,
    environment: Option<&str>,
    waive: Vec<String>,
) -> PyResult<Decision> {
    let policy = &policy.get().inner;
    let at = self::at(at)?;
    let about = |name: &'static str| move |error: ExchangeError| argument(py, name, error);
    let names = || Provider::ALL.map(Provider::name).to_vec();
    let provider = named(py, "provider", Some(provider), Provider::from_name, names)?;
    let provider = provider.ok_or_else(|| argument(py, "provider", "is missing"))?;
    let mut exchange = OwnedExchange::new(provider, product).map_err(about("product"))?;
    // The keys come before the list of CIs, which needs them.
    let texts: [(&'static str, Option<&Bound<'_, PyAny>>, Set); 10] = [
        ("keys", keys, OwnedExchange::set_keys),
        ("request", request, OwnedExchange::set_request),
        ("prepare", prepare, |it, text| {
            it.set_other(Role::Prepare, text)
        }),
        ("receipt", receipt, |it, text| {
            it.set_other(Role::Receipt, text)
        }),
        ("status", status, |it, text| {
            it.set_other(Role::Status, text)
        }),
        ("identify", identify, |it, text| {
            it.set_other(Role::Identify, text)
        }),
        (
            "result_request",
            result_request,
            OwnedExchange::set_result_request,
        ),
        ("person", person, OwnedExchange::set_person),
        (
            "short_signatures",
            short_signatures,
            OwnedExchange::set_short_signatures,
        ),
        ("content_map", content_map, OwnedExchange::set_content_map),
    ];
    for (name, value, set) in texts {
        if let Some(text) = json(value, name)? {
            set(&mut exchange, text.as_slice()).map_err(about(name))?;
        }
    }
    for name in not_kept {
        let names = || Role::ALL.map(Role::name).to_vec();
        if let Some(role) = named(py, "not_kept", Some(&name), Role::from_name, names)? {
            exchange.set_not_kept(role).map_err(about("not_kept"))?;
        }
    }
    if let Some(ci) = ci {
        exchange.set_ci(&ci_text(ci)?);
    }
    if let Some(list) = ci_list {
        let text = octets(list, "ci_list", Text::Plain)?;
        exchange
            .set_ci_list(text.as_slice())
            .map_err(about("ci_list"))?;
    }
    for (id, content) in self::originals(originals)? {
        exchange.add_original(policy, id.as_deref(), &content);
    }
    if let Some(session) = session {
        exchange.set_session_paths(self::session(session)?);
    }
    let nonce = nonce.map(|text| pointer(py, "nonce", text)).transpose()?;
    let answered = nonce_answer.map(|text| pointer(py, "nonce_answer", text));
    exchange.set_nonce(nonce, answered.transpose()?);
    if let Some(it) = self::sign_type(py, sign_type)? {
        exchange.set_sign_type(it);
    }
    if let Some(it) = self::digest_source(py, digest_source)? {
        exchange.set_plain_hash_source(it);
    }
    if let Some(it) = self::vid_layout(py, vid_layout)? {
        exchange.set_vid_layout(it);
    }
    let names = || Environment::ALL.map(Environment::name).to_vec();
    if let Some(it) = named(
        py,
        "environment",
        environment,
        Environment::from_name,
        names,
    )? {
        exchange.set_environment(it);
    }
    for name in waive {
        let names = || Waiver::ALL.map(Waiver::name).to_vec();
        if let Some(waiver) = named(py, "waive", Some(&name), Waiver::from_name, names)? {
            exchange.waive(waiver);
        }
    }
    exchange.set_response(octets_of_answer(response)?.as_slice());
    let lent = exchange.lend();
    let lent = lent.map_err(|error| argument(py, error.part().unwrap_or("response"), error))?;
    let is_among = exchange.has_ci_list();
    let decision = py.detach(|| {
        let mut decider = Decider::new(policy, is_among);
        decider.decide("", &lent, at);
        decider.finish(Vec::new())
    });
    Ok(Decision::of(decision))
}

fn octets_of_answer<'py>(value: &Bound<'py, PyAny>) -> PyResult<crate::argument::Octets<'py>> {
    let text = json(Some(value), "response")?;
    text.ok_or_else(|| wrong_type("response", "the answer in JSON", value))
}

/// A time, or the word that the provider's counts.
fn at(value: &Bound<'_, PyAny>) -> PyResult<At> {
    let class = value
        .py()
        .import("injang._values")?
        .getattr("ProviderCompletion")?;
    if value.is_instance(&class)? {
        let now = time(&value.getattr("now")?, "at")?;
        return Ok(At::ProviderCompletion { now });
    }
    time(value, "at").map(At::Time)
}

fn pointer(py: Python<'_>, name: &str, text: &str) -> PyResult<Pointer> {
    let what = "a JSON pointer (RFC 6901), such as /data/publicKey";
    Pointer::parse(text).map_err(|_| argument(py, name, what))
}

/// Original files in the request's order, or by the id of their document.
fn originals(value: Option<&Bound<'_, PyAny>>) -> PyResult<Vec<(Option<String>, Vec<u8>)>> {
    let Some(value) = value else {
        return Ok(Vec::new());
    };
    let one = |value: &Bound<'_, PyAny>| -> PyResult<Vec<u8>> {
        Ok(octets(value, "originals", Text::Refused)?
            .as_slice()
            .to_vec())
    };
    if let Ok(by_id) = value.cast::<PyDict>() {
        let all = by_id.iter();
        return all
            .map(|(id, it)| Ok((Some(id.extract()?), one(&it)?)))
            .collect();
    }
    let takes = "a list of octets or of (id, octets), or a dict by id";
    let all = value
        .try_iter()
        .map_err(|_| wrong_type("originals", takes, value))?;
    all.map(|it| {
        let it = it?;
        match it.cast::<PyTuple>() {
            Ok(pair) if pair.len() == 2 && pair.get_item(0)?.is_instance_of::<PyString>() => {
                Ok((Some(pair.get_item(0)?.extract()?), one(&pair.get_item(1)?)?))
            }
            _ => Ok((None, one(&it)?)),
        }
    })
    .collect()
}

/// Where the signed document names key, beginning and end of a session.
fn session(value: &Bound<'_, PyDict>) -> PyResult<SessionPaths> {
    let py = value.py();
    let member = |name: &str| -> PyResult<Option<String>> {
        value.get_item(name)?.map(|it| it.extract()).transpose()
    };
    let path = |name: &str| -> PyResult<Pointer> {
        let text = member(name)?;
        let text = text.ok_or_else(|| argument(py, "session", format!("{name} is missing")))?;
        pointer(py, "session", &text)
    };
    let names = || TimeForm::ALL.map(TimeForm::name).to_vec();
    let times = member("times")?;
    let times = named(py, "session", times.as_deref(), TimeForm::from_name, names)?;
    Ok(SessionPaths {
        key: path("key")?,
        from: path("from")?,
        until: path("until")?,
        times: times.unwrap_or(TimeForm::Rfc3339),
    })
}
