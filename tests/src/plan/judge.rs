//! Takes the steps of a case by the library in Rust.

use super::line;
use super::{Plan, Step};
use injang::response::{At, Environment, Pointer, Provider, Role, SessionPaths, TimeForm, Waiver};
use injang::{
    AtSource, Ci, Claim, Content, Decider, Digest, DigestAlgorithm, Lang, Oid, OidBuf,
    OwnedExchange, PlainHashSource, Policy, PolicyBuilder, Profile, Request, Revocation, SignType,
    Time, Vid, VidError, VidLayout, View,
};
use std::fs;

/// What is written of a case.
#[derive(Clone, Copy)]
enum Form {
    /// Numbers.
    Line,
    /// SHA-256 of everything that a report says.
    Digests,
}

/// What the steps have come to.
struct State {
    form: Form,
    builder: Option<PolicyBuilder>,
    policies: Vec<OidBuf>,
    signer_policies: Vec<OidBuf>,
    policy: Option<Policy>,
    request: Option<Request<'static>>,
    at: Option<(i64, Time)>,
    ci: Option<Vec<u8>>,
    vid: Option<Vec<u8>>,
    signer: Option<usize>,
    content: Option<Vec<u8>>,
    exchange: Option<OwnedExchange>,
    paths: [Vec<u8>; 3],
    nonces: [Option<Vec<u8>>; 2],
    original_id: Vec<u8>,
}

/// The line of a case.
///
/// # Panics
/// If a step can't be taken: then the plan is wrong.
pub fn judge(plan: &Plan) -> String {
    written(plan, Form::Line)
}

/// The name of a case, what follows, and the SHA-256 of its content where it is accepted, of its report or
/// decision in JSON in both languages, and of the full text: for languages that have reports as a whole.
///
/// # Panics
/// If a step can't be taken: then the plan is wrong.
pub fn judge_whole(plan: &Plan) -> String {
    written(plan, Form::Digests)
}

fn written(plan: &Plan, form: Form) -> String {
    let mut state = State {
        form,
        builder: None,
        policies: Vec::new(),
        signer_policies: Vec::new(),
        policy: None,
        request: None,
        at: None,
        ci: None,
        vid: None,
        signer: None,
        content: None,
        exchange: None,
        paths: Default::default(),
        nonces: [None, None],
        original_id: Vec::new(),
    };
    let mut line = String::new();
    for step in &plan.steps {
        match step.key {
            "case" => {}
            "document" => line = state.verify(&file(step)),
            "decide" => line = state.decide(),
            _ => {
                let is_taken =
                    state.of_policy(step) || state.of_request(step) || state.of_exchange(step);
                assert!(is_taken, "{}: {}", plan.name, step.key);
            }
        }
    }
    format!("{}\t{line}", plan.name)
}

fn file(step: &Step) -> Vec<u8> {
    fs::read(text(step)).expect("file of a case")
}

fn text(step: &Step) -> &str {
    std::str::from_utf8(&step.octets).expect("text of a case")
}

fn small(step: &Step) -> u8 {
    u8::try_from(step.number).expect("number of a case")
}

fn oid(step: &Step) -> OidBuf {
    OidBuf::parse(text(step)).expect("OID of a case")
}

impl State {
    fn build(&mut self, change: impl FnOnce(PolicyBuilder) -> PolicyBuilder) {
        let builder = self.builder.take().expect("a builder");
        self.builder = Some(change(builder));
    }

    fn of_policy(&mut self, step: &Step) -> bool {
        let is_set = step.number == 1;
        match step.key {
            "revocation" => {
                self.builder = Some(Policy::builder(match step.number {
                    1 => Revocation::Require,
                    _ => Revocation::NotChecked,
                }));
            }
            "trust" => self.build(|it| it.trust(&file(step)).expect("trust")),
            "intermediate" => self.build(|it| it.intermediates(&file(step)).expect("CAs")),
            "evidence" => self.build(|it| it.revocation_data(&file(step)).expect("CRL")),
            "responder" => self.build(|it| it.ocsp_responders(&file(step)).expect("CA")),
            "anchor-constraints" => self.build(|it| it.anchor_constraints(is_set)),
            "policy" => self.policies.push(oid(step)),
            "explicit" => self.build(|it| it.require_explicit_policy(is_set)),
            "inhibit-mapping" => self.build(|it| it.inhibit_policy_mapping(is_set)),
            "inhibit-any" => self.build(|it| it.inhibit_any_policy(is_set)),
            "signer-policy" => self.signer_policies.push(oid(step)),
            "purpose" => self.build(|it| it.purpose(oid(step).as_oid())),
            "profile" => self.build(|it| it.profile(Profile::Strict)),
            "at" => {
                let views = |all: &[OidBuf]| -> Vec<OidBuf> { all.to_vec() };
                let (acceptable, signer) = (views(&self.policies), views(&self.signer_policies));
                let list = |all| -> Vec<Oid<'_>> {
                    <[OidBuf]>::iter(all)
                        .map(OidBuf::as_oid)
                        .collect::<Vec<_>>()
                };
                self.build(|it| it.acceptable_policies(list(&acceptable)));
                self.build(|it| it.signer_policies(list(&signer)));
                self.policy = self.builder.take().map(PolicyBuilder::build);
                let at: Time = text(step).parse().expect("time of a case");
                self.at = Some((step.number, at));
                self.request = Some(Request::at(at).at_source(AtSource::Caller));
            }
            _ => return false,
        }
        true
    }

    fn ask(&mut self, change: impl FnOnce(Request<'static>) -> Request<'static>) {
        let request = self.request.take().expect("a request");
        self.request = Some(change(request));
    }

    fn of_request(&mut self, step: &Step) -> bool {
        match step.key {
            "certificate" => self.ask(|it| it.certificates(&file(step)).expect("certificate")),
            "digest" => {
                let algorithm = DigestAlgorithm::from_number(small(step)).expect("algorithm");
                let digest = Digest::new(algorithm, &step.octets).expect("digest");
                self.ask(|it| it.digest(digest));
            }
            "hash-of-hash" => self.ask(|it| it.plain_hash_source(PlainHashSource::HashOfHash)),
            "sign-type" => {
                let sign_type = SignType::from_number(small(step)).expect("sign type");
                self.ask(|it| it.sign_type(sign_type));
            }
            "ci" => self.ci = Some(step.octets.clone()),
            "vid" => self.vid = Some(step.octets.clone()),
            "layout" => {
                let layout = VidLayout::from_number(small(step)).expect("layout");
                self.ask(|it| it.vid_layout(layout));
            }
            "signer" => self.signer = usize::try_from(step.number).ok(),
            "content" => self.content = Some(file(step)),
            _ => return false,
        }
        true
    }

    fn verify(&self, document: &[u8]) -> String {
        let ci = self.ci.as_deref().map(Ci::from_base64);
        let vid = self.vid.as_deref().map(|octets| {
            let text = std::str::from_utf8(octets).map_err(|_| VidError)?;
            Vid::parse(text)
        });
        let mut request = self.request.clone().expect("a request");
        if let Some(content) = &self.content {
            request = request.content(Content::Detached(content));
        }
        if let (Some(ci), Some(vid)) = (&ci, &vid) {
            let (ci, vid) = (
                ci.as_ref().map_err(|it| *it),
                vid.as_ref().map_err(|it| *it),
            );
            let claim = Claim::parsed(ci, vid);
            request = request.claim(match self.signer {
                Some(signer) => claim.of_signer(signer),
                None => claim,
            });
        }
        let policy = self.policy.as_ref().expect("a policy");
        let report = policy.audit(document, &request);
        match self.form {
            Form::Line => line::report(&report, line::code(report.acceptance())),
            Form::Digests => {
                let content = report.untrusted_content().filter(|_| report.is_accepted());
                let [en, ko] = [Lang::En, Lang::Ko].map(|lang| report.to_json_in(View::new(lang)));
                let text = report.text(Lang::En);
                line::digests(report.acceptance(), content, [&en, &ko, &text])
            }
        }
    }

    fn of_exchange(&mut self, step: &Step) -> bool {
        match step.key {
            "provider" => {
                let provider = Provider::from_number(small(step)).expect("provider");
                let product = Some(text(step)).filter(|it| !it.is_empty());
                let exchange = OwnedExchange::new(provider, product);
                self.exchange = Some(exchange.expect("exchange"));
                return true;
            }
            "short-key" => self.paths[0].clone_from(&step.octets),
            "short-from" => self.paths[1].clone_from(&step.octets),
            "short-until" => self.paths[2].clone_from(&step.octets),
            "nonce" => self.nonces[0] = Some(step.octets.clone()),
            "nonce-answer" => self.nonces[1] = Some(step.octets.clone()),
            "original-id" => self.original_id.clone_from(&step.octets),
            _ => return self.of_parts(step),
        }
        true
    }

    fn of_parts(&mut self, step: &Step) -> bool {
        let exchange = self.exchange.as_mut().expect("an exchange");
        let pointer = |octets: &[u8]| {
            let text = std::str::from_utf8(octets).expect("text");
            Pointer::parse(text).expect("pointer")
        };
        match step.key {
            "response" => {
                exchange.set_response(&file(step));
                Ok(())
            }
            "request" => exchange.set_request(&file(step)),
            "other" => {
                exchange.set_other(Role::from_number(small(step)).expect("role"), &file(step))
            }
            "result-request" => exchange.set_result_request(&file(step)),
            "keys" => exchange.set_keys(&file(step)),
            "person" => exchange.set_person(&file(step)),
            "held-ci" => {
                exchange.set_ci(&file(step));
                Ok(())
            }
            "short" => exchange.set_short_signatures(&file(step)),
            "content-map" => exchange.set_content_map(&file(step)),
            "original" => {
                let id = std::str::from_utf8(&self.original_id).expect("id");
                let id = Some(id).filter(|it| !it.is_empty());
                let policy = self.policy.as_ref().expect("a policy");
                exchange.add_original(policy, id, &file(step));
                Ok(())
            }
            "short-time" => {
                exchange.set_session_paths(SessionPaths {
                    key: pointer(&self.paths[0]),
                    from: pointer(&self.paths[1]),
                    until: pointer(&self.paths[2]),
                    times: TimeForm::from_number(small(step)).expect("form"),
                });
                Ok(())
            }
            "environment" => {
                let environment = Environment::from_number(small(step)).expect("environment");
                exchange.set_environment(environment);
                Ok(())
            }
            "asked-sign-type" => {
                exchange.set_sign_type(SignType::from_number(small(step)).expect("sign type"));
                Ok(())
            }
            "asked-hash-of-hash" => {
                exchange.set_plain_hash_source(PlainHashSource::HashOfHash);
                Ok(())
            }
            "asked-layout" => {
                exchange.set_vid_layout(VidLayout::from_number(small(step)).expect("layout"));
                Ok(())
            }
            "waive" => {
                exchange.waive(Waiver::from_number(small(step)).expect("waiver"));
                Ok(())
            }
            _ => return false,
        }
        .expect("a part of a case");
        true
    }

    fn decide(&mut self) -> String {
        let exchange = self.exchange.as_mut().expect("an exchange");
        let nonces = self.nonces.each_ref().map(|octets| {
            let text = std::str::from_utf8(octets.as_deref()?).ok()?;
            Pointer::parse(text).ok()
        });
        let [asked, answered] = nonces;
        exchange.set_nonce(asked, answered);
        let at = match self.at.expect("a time") {
            (1, at) => At::Time(at),
            (_, now) => At::ProviderCompletion { now },
        };
        let mut decider = Decider::new(self.policy.as_ref().expect("a policy"), false);
        decider.decide("", &exchange.lend().expect("an exchange"), at);
        let decision = decider.finish(Vec::new());
        match self.form {
            Form::Line => line::decision(&decision),
            Form::Digests => {
                let [en, ko] =
                    [Lang::En, Lang::Ko].map(|lang| decision.to_json_in(View::new(lang)));
                let text = decision.text_in(View::default());
                line::digests(decision.acceptance(), None, [&en, &ko, &text])
            }
        }
    }
}
