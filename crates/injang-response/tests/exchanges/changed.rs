//! A case of `tests/responses` whose files are changed before it is decided over.

use injang_core::{
    Ci, CiError, ContentStream, DigestAlgorithm, PlainHashSource, Policy, Revocation,
    RevocationData, SignType, StreamedContent, Time, TrustAnchor, VidLayout,
};
use injang_response::{
    At, CiList, ContentMap, Decision, Environment, Exchange, Finding, Keys, Person, Pointer,
    Product, Provider, Request, Response, ResultRequest, SessionPaths, ShortSignatures, TimeForm,
    Waiver,
};
use injang_tests::response_case::{Options, ResponseCase, cases};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// How the ids of the cases' transactions and documents begin.
pub(crate) const ID_START: &str = "00000000-0000-4000-8000-";

/// The clock where the time is the provider's.
pub(crate) const NOW: &str = "2026-03-02T09:10:00Z";

/// What a relying party has: files by what they are for, and the other options.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) options: Options,
    /// CIs to look for the signer among, in place of the CI held.
    pub(crate) list: Vec<String>,
    folder: PathBuf,
    files: BTreeMap<&'static str, Vec<u8>>,
}

impl Case {
    /// The case of this group and name.
    pub(crate) fn read(name: &str) -> Self {
        let all = cases();
        let found = all.iter().find(|(folder, _)| folder.ends_with(name));
        let (folder, case) = found.unwrap_or_else(|| panic!("no case {name}"));
        Self::new(folder, case)
    }

    pub(crate) fn new(folder: &Path, case: &ResponseCase) -> Self {
        let options = &case.options;
        let given = [
            ("response", Some(&case.response)),
            ("request", options.request.as_ref()),
            ("receipt", options.receipt.as_ref()),
            ("result-request", options.result_request.as_ref()),
            ("status", options.status.as_ref()),
            ("identify", options.identify.as_ref()),
            ("prepare", options.prepare.as_ref()),
            ("keys", options.keys.as_ref()),
            ("person", options.person.as_ref()),
            ("ci", options.ci_file.as_ref()),
            ("short", options.short.as_ref()),
            ("map", options.content_map.as_ref()),
        ];
        let read = |name: &String| fs::read(folder.join(name)).unwrap();
        let given = given.into_iter();
        Self {
            options: options.clone(),
            list: Vec::new(),
            folder: folder.to_owned(),
            files: given.filter_map(|(of, it)| Some((of, read(it?)))).collect(),
        }
    }

    /// A file that is a text.
    pub(crate) fn text(&self, file: &str) -> &str {
        std::str::from_utf8(&self.files[file]).unwrap().trim()
    }

    /// The value at a place, `FILE` or `FILE/POINTER`.
    pub(crate) fn get(&self, place: &str) -> Value {
        let (file, pointer) = split(place);
        let value: Value = serde_json::from_str(self.text(file)).unwrap();
        value
            .pointer(pointer)
            .unwrap_or_else(|| panic!("{place}"))
            .clone()
    }

    /// With another value at a place, of a file or a member that may be new.
    pub(crate) fn with(self, place: &str, new: impl Into<Value>) -> Self {
        let new = new.into();
        self.edit(place, |parent, key| match parent {
            Value::Array(items) => items[key.parse::<usize>().unwrap()] = new,
            parent => parent[key] = new,
        })
    }

    /// With a value of another case, at the same place or at another.
    pub(crate) fn with_of(self, place: &str, name: &str, from: &str) -> Self {
        self.with(place, Self::read(name).get(from))
    }

    /// Without what is at a place.
    pub(crate) fn without(mut self, place: &str) -> Self {
        if self.files.remove(place).is_some() {
            return self;
        }
        self.edit(place, |parent, key| {
            let removed = match parent {
                Value::Array(items) => Some(items.remove(key.parse().unwrap())),
                parent => parent.as_object_mut().unwrap().remove(key),
            };
            assert!(removed.is_some(), "{place}");
        })
    }

    /// With a waiver more.
    pub(crate) fn waiving(mut self, waiver: Waiver) -> Self {
        self.options.waive.push(waiver.name().to_owned());
        self
    }

    fn edit(mut self, place: &str, change: impl FnOnce(&mut Value, &str)) -> Self {
        const KNOWN: [&str; 12] = [
            "response",
            "request",
            "receipt",
            "result-request",
            "status",
            "identify",
            "prepare",
            "keys",
            "person",
            "ci",
            "short",
            "map",
        ];
        let (file, pointer) = split(place);
        let name = KNOWN.into_iter().find(|it| *it == file).unwrap();
        let text = self.files.entry(name).or_insert_with(|| b"null".to_vec());
        if name == "ci" {
            // The only one that is no JSON.
            *text = b"null".to_vec();
        }
        // The file as the one member of an object, so that it has a parent too.
        let value: Value = serde_json::from_slice(text).unwrap();
        let mut holder = Value::Object([(name.to_owned(), value)].into_iter().collect());
        let whole = format!("/{name}{pointer}");
        let (parent, key) = whole.rsplit_once('/').unwrap();
        let parent = holder.pointer_mut(parent);
        change(parent.unwrap_or_else(|| panic!("{place}")), key);
        *text = holder[name].to_string().into_bytes();
        self
    }

    /// Decides. Answers are read as `Response::parse` reads them, so that what the command line
    /// refuses beforehand is decided over too.
    pub(crate) fn decide(&self) -> Decision {
        let options = &self.options;
        let provider = Provider::from_name(&options.provider).unwrap();
        let is_named = !options.product.is_empty();
        let product = is_named.then(|| Product::from_name(provider, &options.product).unwrap());
        let crypto = injang_crypto::default_backend();
        let anchors = options.trust.iter().map(|name| {
            let certificate = fs::read(self.folder.join(name)).unwrap();
            TrustAnchor::from_certificate(&certificate).unwrap()
        });
        let is_provider = options.at == "provider";
        let at = if is_provider {
            let now = Time::parse(NOW).unwrap();
            At::ProviderCompletion { now }
        } else {
            At::Time(Time::parse(&options.at).unwrap())
        };
        let layout = options.vid_layout.as_deref();
        let lists = options.crl.iter();
        let lists: Vec<_> = lists
            .map(|name| fs::read(self.folder.join(name)).unwrap())
            .collect();
        let mut evidence = RevocationData::new();
        for list in &lists {
            evidence.add(list, crypto).unwrap();
        }
        let revocation = match options.revocation.as_str() {
            "none" => Revocation::NotChecked,
            _ => Revocation::Require(&evidence),
        };
        let policy = Policy::new(crypto, anchors, revocation);
        let file = |name| self.files.get(name).map(Vec::as_slice);
        let answer = |name| file(name).map(|it| Response::parse(provider, None, it).unwrap());
        let response = Response::parse(provider, product, file("response").unwrap());
        let request = file("request").map(|it| Request::parse(provider, it).unwrap());
        let [receipt, status, identify, prepare] =
            ["receipt", "status", "identify", "prepare"].map(answer);
        let result_request = file("result-request").map(|it| ResultRequest::parse(it).unwrap());
        let keys = file("keys").map(|it| Keys::parse(it).unwrap());
        let person = file("person").map(|it| Person::parse(it).unwrap());
        let short = file("short").map(|it| ShortSignatures::parse(it).unwrap());
        let map = file("map").map(|it| ContentMap::parse(it).unwrap());
        let ci: Option<Result<Ci, CiError>> = file("ci").map(Ci::from_base64);
        let list = self.list.join("\n");
        let none = Keys::default();
        let keys_at_hand = keys.as_ref().unwrap_or(&none);
        let people = CiList::parse(list.as_bytes(), keys_at_hand);
        let session = self.session();
        let nonces =
            [&options.nonce_path, &options.nonce_answer_path].map(|it| pointer(it.as_deref()));
        let originals: Vec<_> = options
            .original
            .iter()
            .map(|it| self.original(it))
            .collect();

        let layout = layout.map_or_else(VidLayout::default, |it| VidLayout::from_name(it).unwrap());
        let mut exchange = Exchange::new(provider, response.as_ref())
            .vid_layout(layout)
            .originals(originals.iter().map(Some).collect())
            .nonce(nonces[0].as_ref(), nonces[1].as_ref())
            .plain_hash_source(match options.digest_reading.as_deref() {
                Some("hash-of-hash") => PlainHashSource::HashOfHash,
                _ => PlainHashSource::Prehash,
            });
        if let Some(product) = product {
            exchange = exchange.product(product);
        }
        let names = options.waive.iter();
        exchange = exchange.waive(names.map(|it| Waiver::from_name(it).unwrap()));
        if let Some(name) = &options.sign_type {
            exchange = exchange.sign_type(match name.as_str() {
                "message" => SignType::Message,
                _ => SignType::SignedAttribute,
            });
        }
        if let Some(name) = &options.environment {
            exchange = exchange.environment(Environment::from_name(name).unwrap());
        }
        exchange = give(exchange, request.as_ref(), Exchange::request);
        exchange = give(exchange, receipt.as_ref(), Exchange::receipt);
        exchange = give(exchange, result_request.as_ref(), Exchange::result_request);
        exchange = give(exchange, status.as_ref(), Exchange::status);
        exchange = give(exchange, identify.as_ref(), Exchange::identify);
        exchange = give(exchange, prepare.as_ref(), Exchange::prepare);
        exchange = give(exchange, keys.as_ref(), Exchange::keys);
        exchange = give(exchange, person.as_ref(), Exchange::person);
        exchange = give(exchange, map.as_ref(), Exchange::content_map);
        if let Some(short) = &short {
            exchange = exchange.short_signatures(short, session.as_ref());
        }
        if !self.list.is_empty() {
            exchange = exchange.ci_list(people.as_ref().unwrap());
        } else if let Some(ci) = &ci {
            exchange = exchange.ci(ci.as_ref().map_err(|rule| *rule));
        }
        exchange.decide(&policy, at)
    }

    fn session(&self) -> Option<SessionPaths> {
        let options = &self.options;
        let times = options.short_time.as_deref();
        Some(SessionPaths {
            key: pointer(options.short_key_path.as_deref())?,
            from: pointer(options.short_from_path.as_deref())?,
            until: pointer(options.short_until_path.as_deref())?,
            times: times.map_or_else(TimeForm::default, |it| TimeForm::from_name(it).unwrap()),
        })
    }

    fn original(&self, name: &str) -> StreamedContent {
        let algorithms = [
            DigestAlgorithm::Sha1,
            DigestAlgorithm::Sha256,
            DigestAlgorithm::Sha384,
            DigestAlgorithm::Sha512,
        ];
        let crypto = injang_crypto::default_backend();
        let mut stream = ContentStream::new(crypto, &algorithms);
        stream.update(&fs::read(self.folder.join(name)).unwrap());
        stream.finish()
    }
}

/// Gives an exchange what there is.
fn give<'a, T>(
    exchange: Exchange<'a>,
    value: Option<&'a T>,
    how: fn(Exchange<'a>, &'a T) -> Exchange<'a>,
) -> Exchange<'a> {
    match value {
        Some(value) => how(exchange, value),
        None => exchange,
    }
}

fn pointer(text: Option<&str>) -> Option<Pointer> {
    text.map(|it| Pointer::parse(it).unwrap())
}

/// A file's name and the JSON pointer in it.
fn split(place: &str) -> (&str, &str) {
    place.split_at(place.find('/').unwrap_or(place.len()))
}

/// `CODE EFFECT` or `CODE EFFECT DOCUMENT`, sorted and each once; a document's id as its number.
pub(crate) fn said(findings: &[Finding]) -> Vec<String> {
    let text = |finding: &Finding| {
        let document = finding.document.as_deref().map(|document| {
            let number = document.strip_prefix(ID_START);
            let number = number.map(|it| format!(" #{}", it.trim_start_matches('0')));
            number.unwrap_or_else(|| format!(" {document}"))
        });
        let (code, effect) = (finding.code.name(), finding.effect.name());
        format!("{code} {effect}{}", document.unwrap_or_default())
    };
    let mut all: Vec<String> = findings.iter().map(text).collect();
    all.sort();
    all.dedup();
    all
}
