//! Many documents at once, with all their signature requests answered together.

use crate::document::Document;
use crate::policy::Policy;
use crate::report::{AuditTask, Report};
use crate::request::Request;
use injang_core::{Error, Report as CoreReport, SignatureRequest, SignatureStatus, Validation};

impl Policy {
    /// Describes many documents, as [`Policy::audit_document`] does each: one report for each, in
    /// their order, and each the same as if it had been asked for alone. Their signature requests are
    /// answered together, stage by stage ([`CryptoBackend::answer_all`](crate::CryptoBackend)).
    ///
    /// All of them are held in memory until the last is done: some tens at a time are enough.
    ///
    /// ```
    /// use injang::{Document, Policy, Request, Revocation};
    ///
    /// # let ca = include_bytes!("../../../tests/vectors/toss/ca.der");
    /// # let octets = include_bytes!("../../../tests/vectors/toss/attached/document.der");
    /// let policy = Policy::builder(Revocation::NotChecked).trust(ca)?.build();
    /// let request = Request::at("2026-03-02T09:00:00Z".parse()?);
    /// let asked = [&octets[..], b"no document"].map(|it| (Document::read(it), request.clone()));
    /// let reports = policy.audit_all(asked);
    /// assert!(reports[0].is_accepted() && !reports[1].is_accepted());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn audit_all<'r>(
        &self,
        asked: impl IntoIterator<Item = (Document, Request<'r>)>,
    ) -> Vec<Report> {
        let asked: Vec<AuditTask<'r>> = asked
            .into_iter()
            .map(|(document, request)| self.ask(document, request))
            .collect();
        let reports = self.judge_all(&asked);
        let conclude = |(asked, report)| self.conclude(asked, report);
        asked.into_iter().zip(reports).map(conclude).collect()
    }

    /// The core's report on each document, or why the document can't be read.
    ///
    /// 1. Each document's checks are made up to its first signature requests.
    /// 2. All open requests, of all documents, are answered in one call.
    /// 3. Each document takes its own answers and goes on, which may open more requests: a path is
    ///    asked about when the signature below it has verified.
    /// 4. When no document has an open request, each concludes.
    ///
    /// A document sees its own answers only, so that none depends on its neighbours. It ends: every
    /// round answers at least one request, and each document's budget bounds how many it makes.
    fn judge_all(&self, asked: &[AuditTask<'_>]) -> Vec<Result<CoreReport, Error>> {
        let core = self.core();
        let mut validations: Vec<Result<Validation<'_>, Error>> = asked
            .iter()
            .map(|it| Ok(it.document.untrusted()?.validate(core, &it.judged())))
            .collect();
        let mut requests: Vec<SignatureRequest<'_>> = Vec::new();
        let mut answers = Vec::new();
        loop {
            requests.clear();
            for validation in validations.iter().flatten() {
                requests.extend_from_slice(validation.requests());
            }
            if requests.is_empty() {
                break;
            }
            answers.clear();
            answers.resize(requests.len(), SignatureStatus::Unanswered);
            core.crypto().answer_all(&requests, &mut answers);
            let mut rest = &answers[..];
            for validation in validations.iter_mut().flatten() {
                // As many as this document had when they were gathered: nothing has changed since.
                let (own, others) = rest.split_at(validation.requests().len());
                rest = others;
                if !own.is_empty() {
                    validation.answer(own);
                }
            }
        }
        let finish = |it: Result<Validation<'_>, Error>| it.map(Validation::finish);
        validations.into_iter().map(finish).collect()
    }
}
