//! A case before it is written, and the group into whose folder it goes.

use super::scene::Scene;
use crate::generate::seed;
use crate::response_case::{Decision, Effect, Note, Options, Reason, ResponseCase};
use serde_json::Value;
use std::path::PathBuf;
use std::{fs, io};

/// The rule that most cases follow.
pub(super) const DECISION: &str = "providers: decision over a response";

/// The rule about times.
pub(super) const TIME: &str = "providers: time of a response";

/// A group that is being made.
pub(super) struct Group<'a> {
    pub(super) scene: &'a Scene,
    name: String,
    /// `None` in the rehearsal.
    folder: Option<PathBuf>,
    /// Whether it has authorities of its own.
    is_apart: bool,
}

impl<'a> Group<'a> {
    /// Empties or makes the group's folder.
    pub(super) fn open(scene: &'a Scene, name: &str) -> io::Result<Self> {
        seed::open(&scope(name));
        Self::in_folder(scene, name)
    }

    fn in_folder(scene: &'a Scene, name: &str) -> io::Result<Self> {
        let folder = scene.root.as_ref().map(|root| root.join(name));
        if let Some(folder) = &folder {
            if folder.exists() {
                fs::remove_dir_all(folder)?;
            }
            fs::create_dir_all(folder)?;
        }
        Ok(Self {
            scene,
            name: name.to_owned(),
            folder,
            is_apart: false,
        })
    }

    /// The same with the scene's authorities in the group's folder: cases say `../ca.der`.
    pub(super) fn open_apart(scene: &'a Scene, name: &str) -> io::Result<Self> {
        let group = Self::in_folder(scene, name)?;
        if let Some(folder) = &group.folder {
            fs::write(folder.join("ca.der"), &scene.kakao_ca)?;
            fs::write(folder.join("toss-ca.der"), &scene.toss_ca)?;
        }
        Ok(Self {
            is_apart: true,
            ..group
        })
    }

    /// From here on keys and signatures follow from a case's name.
    pub(super) fn begin(&self, case: &str) -> &'a Scene {
        seed::derive_from(&format!("{}/{case}", scope(&self.name)));
        self.scene
    }
}

/// One case. Its decision follows from its reasons.
pub(super) struct Draft {
    name: String,
    files: Vec<(String, Vec<u8>)>,
    case: ResponseCase,
}

impl Draft {
    /// A case that is accepted until a reason is added.
    pub(super) fn new(provider: &str, product: &str, name: &str, reason: &str) -> Self {
        let trust = if provider == "toss" { "toss-ca" } else { "ca" };
        Self {
            name: name.to_owned(),
            files: Vec::new(),
            case: ResponseCase {
                reason: reason.to_owned(),
                source: DECISION.to_owned(),
                options: Options {
                    provider: provider.to_owned(),
                    product: product.to_owned(),
                    trust: vec![format!("../../{trust}.der")],
                    revocation: "none".to_owned(),
                    at: "2026-03-02T09:00:00Z".to_owned(),
                    ..Options::default()
                },
                response: "response.json".to_owned(),
                decision: Decision::Accepted,
                reasons: Vec::new(),
                notes: Vec::new(),
                absent: Vec::new(),
                planted: Vec::new(),
            },
        }
    }

    /// Another place where the decision is settled.
    pub(super) fn source(mut self, source: &str) -> Self {
        source.clone_into(&mut self.case.source);
        self
    }

    /// The response.
    pub(super) fn response(self, value: &Value) -> Self {
        self.response_octets(&pretty(value))
    }

    /// The response in these octets.
    pub(super) fn response_octets(self, octets: &[u8]) -> Self {
        self.file("response.json", octets)
    }

    /// A file of the case; one of that name is replaced.
    pub(super) fn file(mut self, name: &str, octets: &[u8]) -> Self {
        self.files.retain(|(known, _)| known != name);
        self.files.push((name.to_owned(), octets.to_vec()));
        self
    }

    /// Options of any kind.
    pub(super) fn options(mut self, set: impl FnOnce(&mut Options)) -> Self {
        set(&mut self.case.options);
        self
    }

    pub(super) fn request(self, value: &Value) -> Self {
        self.file("request.json", &pretty(value))
            .options(|options| options.request = Some("request.json".to_owned()))
    }

    /// The request was not kept.
    pub(super) fn no_request(mut self) -> Self {
        self.files.retain(|(name, _)| name != "request.json");
        self.options(|options| options.request = None)
    }

    pub(super) fn prepare(self, value: &Value) -> Self {
        self.file("prepare.json", &pretty(value))
            .options(|options| options.prepare = Some("prepare.json".to_owned()))
    }

    pub(super) fn receipt(self, value: &Value) -> Self {
        self.file("receipt.json", &pretty(value))
            .options(|options| options.receipt = Some("receipt.json".to_owned()))
    }

    /// The receipt was not kept.
    pub(super) fn no_receipt(mut self) -> Self {
        self.files.retain(|(name, _)| name != "receipt.json");
        self.options(|options| options.receipt = None)
    }

    pub(super) fn result_request(self, value: &Value) -> Self {
        self.file("result-request.json", &pretty(value))
            .options(|options| options.result_request = Some("result-request.json".to_owned()))
    }

    pub(super) fn status(self, value: &Value) -> Self {
        self.file("status.json", &pretty(value))
            .options(|options| options.status = Some("status.json".to_owned()))
    }

    /// The time is the one that the provider gives for the completion.
    pub(super) fn at_provider(self) -> Self {
        self.at("provider")
    }

    /// Another time.
    pub(super) fn at(self, time: &str) -> Self {
        self.options(|options| time.clone_into(&mut options.at))
    }

    /// Revocation evidence is required, and this CRL is at hand.
    pub(super) fn crl(self, octets: &[u8]) -> Self {
        self.file("list.der", octets).options(|options| {
            "require".clone_into(&mut options.revocation);
            options.crl.push("list.der".to_owned());
        })
    }

    pub(super) fn identify(self, value: &Value) -> Self {
        self.file("identify.json", &pretty(value))
            .options(|options| options.identify = Some("identify.json".to_owned()))
    }

    pub(super) fn keys(self, value: &Value) -> Self {
        self.file("keys.json", &pretty(value))
            .options(|options| options.keys = Some("keys.json".to_owned()))
    }

    /// The keys are not given.
    pub(super) fn no_keys(mut self) -> Self {
        self.files.retain(|(name, _)| name != "keys.json");
        self.options(|options| options.keys = None)
    }

    pub(super) fn person(self, value: &Value) -> Self {
        self.file("person.json", &pretty(value))
            .options(|options| options.person = Some("person.json".to_owned()))
    }

    /// Nothing is held about the person.
    pub(super) fn no_person(mut self) -> Self {
        self.files.retain(|(name, _)| name != "person.json");
        self.options(|options| options.person = None)
    }

    /// The CI that is held.
    pub(super) fn ci(self, text: &str) -> Self {
        self.file("ci.txt", format!("{text}\n").as_bytes())
            .options(|options| options.ci_file = Some("ci.txt".to_owned()))
    }

    /// No CI is held.
    pub(super) fn no_ci(mut self) -> Self {
        self.files.retain(|(name, _)| name != "ci.txt");
        self.options(|options| options.ci_file = None)
    }

    /// The original of the one document.
    pub(super) fn original(self, octets: &[u8]) -> Self {
        self.file("original.pdf", octets)
            .options(|options| options.original.push("original.pdf".to_owned()))
    }

    pub(super) fn short(self, value: &Value) -> Self {
        self.file("short.json", &pretty(value))
            .options(|options| options.short = Some("short.json".to_owned()))
    }

    pub(super) fn content_map(self, value: &Value) -> Self {
        self.file("content-map.json", &pretty(value))
            .options(|options| options.content_map = Some("content-map.json".to_owned()))
    }

    /// The caller does without a piece.
    pub(super) fn waive(self, word: &str) -> Self {
        self.options(|options| options.waive.push(word.to_owned()))
    }

    /// The authority of the other provider is trusted, and not this one's.
    pub(super) fn distrust(self) -> Self {
        self.options(|options| {
            let other = if options.provider == "toss" {
                "ca"
            } else {
                "toss-ca"
            };
            options.trust = vec![format!("../../{other}.der")];
        })
    }

    /// Something is wrong; `document` is empty when it is about none.
    pub(super) fn rejected(self, code: &str, document: &str) -> Self {
        self.because(code, Effect::Rejected, document)
    }

    /// The response can't be read, and nothing else is said.
    pub(super) fn malformed(mut self) -> Self {
        self.case.reasons.clear();
        self.no_notes().rejected("response-malformed", "")
    }

    /// Something is missing.
    pub(super) fn undetermined(self, code: &str, document: &str) -> Self {
        self.because(code, Effect::Undetermined, document)
    }

    /// Something is missing that was waived.
    pub(super) fn waived(self, code: &str) -> Self {
        self.because(code, Effect::Waived, "")
    }

    /// Something about a document is missing that was waived.
    pub(super) fn waived_of(self, code: &str, document: &str) -> Self {
        self.because(code, Effect::Waived, document)
    }

    fn because(mut self, code: &str, effect: Effect, document: &str) -> Self {
        self.case.reasons.push(Reason {
            code: code.to_owned(),
            effect,
            document: about(document),
        });
        self
    }

    /// Something is said.
    pub(super) fn note(mut self, code: &str, document: &str) -> Self {
        self.case.notes.push(Note {
            code: code.to_owned(),
            document: about(document),
        });
        self
    }

    /// This may not be said.
    pub(super) fn unsaid(mut self, code: &str) -> Self {
        self.case.absent.push(code.to_owned());
        self
    }

    /// Nothing needs to be said.
    pub(super) fn no_notes(mut self) -> Self {
        self.case.notes.clear();
        self
    }

    /// One more text that must not be shown.
    pub(super) fn plant(mut self, text: &str) -> Self {
        self.case.planted.push(text.to_owned());
        self
    }

    /// Writes the folder.
    pub(super) fn save(mut self, group: &Group<'_>) -> io::Result<()> {
        seed::written(&self.name);
        let Some(folder) = &group.folder else {
            return Ok(());
        };
        let folder = folder.join(&self.name);
        fs::create_dir(&folder)?;
        for (name, octets) in &self.files {
            fs::write(folder.join(name), octets)?;
        }
        self.case.decision = Decision::of(&self.case.reasons);
        if group.is_apart {
            for file in &mut self.case.options.trust {
                *file = file.replacen("../../", "../", 1);
            }
        }
        self.case.planted.extend(group.scene.secrets());
        fs::write(
            folder.join("case.json"),
            pretty(&serde_json::to_value(&self.case)?),
        )
    }
}

/// What the octets of a group follow from.
fn scope(group: &str) -> String {
    format!("responses/{group}")
}

fn about(document: &str) -> Option<String> {
    (!document.is_empty()).then(|| document.to_owned())
}

/// The text of a JSON value, with a newline.
fn pretty(value: &Value) -> Vec<u8> {
    let text = serde_json::to_string_pretty(value).expect("a value has a text");
    (text + "\n").into_bytes()
}
