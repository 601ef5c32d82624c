//! The report on one document: a value that owns everything it contains.

use crate::document::Document;
use crate::policy::Policy;
use crate::redaction::View;
use crate::request::Request;
use crate::verification::{Acceptance, Verification};
use crate::{UnreadableFile, json, text};
use injang_core::report::Lang;
use injang_core::{
    Content, ContentStream, Diagnoses, Digest, Error, Identity, Report as CoreReport,
    Request as CoreRequest, SignedDocument, StreamedContent, Verdict,
};
use std::fmt;
use std::sync::Arc;

/// The report on one document: every check of every signer, what was signed and by whom, under
/// which conditions. It owns its octets, and can be kept, cloned cheaply and sent to other threads.
///
/// `Display` writes the brief report in English.
#[derive(Clone)]
pub struct Report {
    inner: Arc<ReportInner>,
    /// The name of the file that the document came in.
    name: Option<Arc<str>>,
    /// Files of revocation data that were left out.
    unreadable_files: Arc<[UnreadableFile]>,
}

struct ReportInner {
    document: Document,
    content: KeptContent,
    policy: Policy,
    report: CoreReport,
    diagnoses: Option<Diagnoses>,
}

/// What a report says of a content that came beside its document.
pub(crate) enum KeptContent {
    /// None came, or the document has one of its own.
    InDocument,
    /// Its digests, and its beginning.
    Streamed(StreamedContent),
    /// All of it, where no digest of it is signed.
    Whole(Vec<u8>),
    /// Only its digest came.
    Digest(Digest),
}

/// A document, what is asked of it, and what is kept of the content that came with that.
pub(crate) struct AuditTask<'r> {
    pub(crate) document: Document,
    request: Request<'r>,
    content: KeptContent,
}

impl AuditTask<'_> {
    /// What the core is asked: about what is kept, so that the report is on what was judged, unless
    /// the content is in the document.
    pub(crate) fn judged(&self) -> CoreRequest<'_> {
        match self.content {
            KeptContent::InDocument => self.request.core,
            _ => self.request.core.content(self.content.as_content()),
        }
    }
}

impl KeptContent {
    fn as_content(&self) -> Content<'_> {
        match self {
            Self::InDocument => Content::Embedded,
            Self::Streamed(content) => Content::Streamed(content),
            Self::Whole(octets) => Content::Detached(octets),
            Self::Digest(digest) => Content::Digest(*digest),
        }
    }
}

impl Policy {
    /// Describes a document: every check, as data, never an error. A document that can't be read is
    /// a report too. The octets may be in any armor: DER, BER, PEM, base64 or hex.
    ///
    /// ```
    /// use injang::{Policy, Request, Revocation};
    ///
    /// # let ca = include_bytes!("../../../tests/vectors/toss/ca.der");
    /// # let octets = include_bytes!("../../../tests/vectors/toss/attached/document.der");
    /// let policy = Policy::builder(Revocation::NotChecked).trust(ca)?.build();
    /// let report = policy.audit(octets, &Request::at("2026-03-02T09:00:00Z".parse()?));
    /// assert!(report.is_accepted());
    /// assert_eq!(report.verdict().name(), "TOTAL-PASSED");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn audit(&self, octets: &[u8], request: &Request<'_>) -> Report {
        self.audit_document(Document::read(octets), request)
    }

    /// The same of a document that was read before: for a content that has to go by in pieces, and for
    /// other bounds.
    pub fn audit_document(&self, document: Document, request: &Request<'_>) -> Report {
        let asked = self.ask(document, request.clone());
        let parsed = asked.document.untrusted();
        let report = parsed.map(|it| it.audit(self.core(), &asked.judged()));
        self.conclude(asked, report)
    }

    /// A document with what is asked of it, and what is kept of a content that came beside it.
    pub(crate) fn ask<'r>(&self, document: Document, request: Request<'r>) -> AuditTask<'r> {
        let document = document.with_der(&request.certificates);
        let content = match document.untrusted() {
            Ok(_) => self.kept(&document, &request),
            Err(_) => KeptContent::InDocument,
        };
        AuditTask {
            document,
            request,
            content,
        }
    }

    /// The report on a document, from what the core says of it, or why it can't be read.
    pub(crate) fn conclude(
        &self,
        asked: AuditTask<'_>,
        report: Result<CoreReport, Error>,
    ) -> Report {
        let core = self.core();
        let request = &asked.request;
        let tried = request.diagnosis.content(request.core.given_content());
        let diagnoses = tried.map(|content| match asked.document.untrusted() {
            Ok(parsed) => parsed.diagnose(core, &request.core.content(content)),
            // Why it can't be read is all there is to say.
            Err(_) => Diagnoses {
                found: Vec::new(),
                is_complete: true,
            },
        });
        let report = report.unwrap_or_else(|error| core.unreadable(error, &request.core));
        Report {
            inner: Arc::new(ReportInner {
                document: asked.document,
                content: asked.content,
                policy: self.clone(),
                report,
                diagnoses,
            }),
            name: None,
            unreadable_files: Arc::from([]),
        }
    }

    /// Decides over a document: a [`Verified`], from which alone the content can be taken as signed,
    /// or the report that says why not.
    ///
    /// ```
    /// # use injang::{Policy, Request, Revocation};
    /// # let ca = include_bytes!("../../../tests/vectors/toss/ca.der");
    /// # let octets = include_bytes!("../../../tests/vectors/toss/attached/document.der");
    /// # let policy = Policy::builder(Revocation::NotChecked).trust(ca)?.build();
    /// # let request = Request::at("2026-03-02T09:00:00Z".parse()?);
    /// let verified = policy.verify(octets, &request)?;
    /// let signed: &[u8] = verified.content().expect("it is in the document");
    /// # assert!(!signed.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn verify<'c>(
        &self,
        octets: &[u8],
        request: &Request<'c>,
    ) -> Result<Verified<'c>, Rejection> {
        let report = self.audit(octets, request);
        if !report.is_accepted() {
            return Err(Rejection(report));
        }
        let detached = match request.core.given_content() {
            Content::Detached(octets) => Some(octets),
            _ => None,
        };
        Ok(Verified { report, detached })
    }

    /// What is kept of the content that came with a request.
    ///
    /// 1. Of one that the document has too nothing is kept: the document's is reported.
    /// 2. Where the signature is over the octets themselves (Ed25519 without attributes), all of it.
    /// 3. Else its digests, taken here once for the checks and the report, and its beginning; all of it
    ///    where the crypto backend takes no digest of octets that go by.
    fn kept(&self, document: &Document, request: &Request<'_>) -> KeptContent {
        let parsed = document.untrusted();
        if parsed.is_ok_and(|it| it.untrusted_content().is_some()) {
            return KeptContent::InDocument;
        }
        match request.core.given_content() {
            Content::Detached(octets) if document.needs_whole_content() => {
                KeptContent::Whole(octets.to_vec())
            }
            Content::Detached(octets) => {
                let algorithms = document.digest_algorithms();
                let mut stream = ContentStream::new(self.core().crypto(), &algorithms);
                stream.update(octets);
                let content = stream.finish();
                if content.digests().is_empty() {
                    return KeptContent::Whole(octets.to_vec());
                }
                KeptContent::Streamed(content)
            }
            Content::Streamed(content) => KeptContent::Streamed(content.clone()),
            Content::Digest(digest) => KeptContent::Digest(digest),
            _ => KeptContent::InDocument,
        }
    }
}

impl Report {
    /// Whether the verdict is `TOTAL-PASSED` and the signer is who was claimed, if anybody was.
    pub fn is_accepted(&self) -> bool {
        self.inner.report.is_accepted()
    }

    /// What follows for the caller: accepted, rejected or undetermined.
    pub fn acceptance(&self) -> Acceptance {
        Acceptance::of(&self.inner.report)
    }

    /// The verdict over all signers.
    pub fn verdict(&self) -> Verdict {
        self.inner.report.verdict
    }

    /// Whether the signer is the claimed person.
    pub fn identity(&self) -> &Identity {
        &self.inner.report.identity
    }

    /// The details: checks, signers, paths, revocation data, conditions.
    pub fn details(&self) -> &CoreReport {
        &self.inner.report
    }

    /// The document, or why it can't be read. What is in it is untrusted unless the report is
    /// accepted.
    pub fn untrusted_document(&self) -> Result<&SignedDocument<'_>, Error> {
        self.inner.document.untrusted()
    }

    /// What a diagnosis found, if one was asked for.
    pub fn diagnoses(&self) -> Option<&Diagnoses> {
        self.inner.diagnoses.as_ref()
    }

    /// The same report under the name of the file that the document came in, on one line, and with
    /// the files of revocation data that were left out because they can't be read.
    #[must_use]
    pub fn named(self, name: &str, unreadable_files: Vec<UnreadableFile>) -> Self {
        Self {
            inner: self.inner,
            name: Some(name.into()),
            unreadable_files: unreadable_files.into(),
        }
    }

    /// The report for programs: JSON as `schema/report.json` describes it, with a line feed at its
    /// end. The same inputs give the same octets.
    pub fn to_json(&self) -> String {
        self.to_json_in(View::default())
    }

    /// The same in another language, or with the subject's name.
    pub fn to_json_in(&self, view: View) -> String {
        self.judge(|verification| json::report(verification, view))
    }

    /// The report for people, in English or Korean.
    pub fn text(&self, lang: Lang) -> String {
        self.text_in(View::new(lang))
    }

    /// The same with the subject's name, if the view asks for it.
    pub fn text_in(&self, view: View) -> String {
        self.judge(|verification| view.styled(text::report(verification, view)))
    }

    /// The verdict, the checks that did not pass, and the next step: a few lines.
    pub fn brief(&self, lang: Lang) -> String {
        self.brief_in(View::new(lang))
    }

    /// The same with the subject's name, if the view asks for it.
    pub fn brief_in(&self, view: View) -> String {
        self.judge(|verification| view.styled(text::brief_report(verification, view)))
    }

    /// The content that stands in the document, whoever signed it: trust it only where the report is
    /// accepted, or take it from a [`Verified`].
    pub fn untrusted_content(&self) -> Option<&[u8]> {
        let document = self.inner.document.untrusted().ok()?;
        document.untrusted_content()
    }

    /// The policy that it was judged by.
    pub fn policy(&self) -> &Policy {
        &self.inner.policy
    }

    /// A report that was made as part of something larger.
    pub(crate) fn of_judged(
        policy: &Policy,
        document: Document,
        content: KeptContent,
        report: CoreReport,
    ) -> Self {
        Self {
            inner: Arc::new(ReportInner {
                document,
                content,
                policy: policy.clone(),
                report,
                diagnoses: None,
            }),
            name: None,
            unreadable_files: Arc::from([]),
        }
    }

    pub(crate) fn judge<R>(&self, then: impl FnOnce(&Verification<'_>) -> R) -> R {
        let inner = &*self.inner;
        let mut input = inner.document.input();
        if let Some(name) = &self.name {
            input = input.named(name);
        }
        then(&Verification {
            input: &input,
            policy: inner.policy.core(),
            supplied: inner.content.as_content(),
            report: &inner.report,
            diagnoses: inner.diagnoses.as_ref(),
            unreadable_files: &self.unreadable_files,
            fingerprints: Some(inner.policy.fingerprints()),
        })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.brief(Lang::En))
    }
}

/// Verdict only: neither names nor content.
impl fmt::Debug for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Report")
            .field("verdict", &self.inner.report.verdict)
            .field("identity", &self.inner.report.identity)
            .finish_non_exhaustive()
    }
}

/// An accepted document: every check passed, and the signer is the claimed person if one was claimed.
#[derive(Clone)]
pub struct Verified<'c> {
    report: Report,
    detached: Option<&'c [u8]>,
}

impl Verified<'_> {
    /// What was signed; `None` if only its digest was given, or if it was streamed and not kept.
    pub fn content(&self) -> Option<&[u8]> {
        self.report.untrusted_content().or(self.detached)
    }

    /// The report.
    pub const fn report(&self) -> &Report {
        &self.report
    }

    /// The report, by value.
    pub fn into_report(self) -> Report {
        self.report
    }
}

impl fmt::Debug for Verified<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verified")
            .field("report", &self.report)
            .finish_non_exhaustive()
    }
}

/// A document that was not accepted, with the report that says why.
#[derive(Clone, Debug)]
pub struct Rejection(Report);

impl Rejection {
    /// The report.
    pub const fn report(&self) -> &Report {
        &self.0
    }

    /// The report, by value.
    pub fn into_report(self) -> Report {
        self.0
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.details().why().fmt(f)
    }
}

impl std::error::Error for Rejection {}

/// Values, not views: nothing of a report or policy is tied to the octets or to a thread.
const _: () = {
    const fn is_owned<T: Send + Sync + 'static>() {}
    is_owned::<Report>();
    is_owned::<Policy>();
    is_owned::<Rejection>();
};
