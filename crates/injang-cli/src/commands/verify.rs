//! `injang verify`

use super::Answer;
use crate::arguments::{At, Format, VerifyArguments};
use crate::certificates;
use crate::failure::{Failure, Status};
use crate::input::{self, Source};
use crate::trust::Trust;
use injang::input_document::{InputDocument, open};
use injang::redaction::View;
use injang::verification::judge;
use injang::{json, text};
use injang_core::report::Lang;
use injang_core::{
    Ci, CiError, Claim, Content, CryptoBackend, Diagnoses, Digest, DigestAlgorithm, Limits,
    SignedDocument, StreamedContent, Vid, VidError,
};
use std::path::Path;

pub(super) fn run(arguments: &VerifyArguments, lang: Lang) -> Result<Answer, Failure> {
    let ci_file = arguments.ci_file.as_deref();
    if arguments.file == Path::new("-") && ci_file == Some(Path::new("-")) {
        return Err(Failure::new(
            Status::Usage,
            "the document and the CI can't both come from standard input",
            "문서와 CI를 모두 표준 입력으로 받을 수 없습니다",
        ));
    }
    if arguments.trust.at == Some(At::Provider) {
        return Err(Failure::new(
            Status::Usage,
            "--at provider is of `injang response`: a signed document has no time of its provider",
            "--at provider는 `injang response`에만 있습니다. 서명 문서에는 제공자가 알린 시각이 없습니다",
        ));
    }
    let trust = Trust::read(&arguments.trust)?;
    let mut beside = Vec::new();
    let others = certificates::from_paths(&arguments.certificate, &mut beside)?;
    let warnings = trust.warnings(&arguments.certificate, &beside);
    let others = certificates::views(&others);
    let limits = Limits::default();
    let ci = ci_file.map(read_ci).transpose()?;
    let vid = arguments.vid.as_deref().map(Vid::parse);
    let document = Source::of(&arguments.file).read(limits.size)?;

    let crypto = injang_crypto::default_backend();
    let (evidence, unreadable) = trust.evidence(crypto)?;
    let mut policy = trust
        .policy(&evidence, crypto)
        .plain_hash_source(arguments.digest_reading)
        .vid_layout(arguments.vid_layout.unwrap_or_default());
    if let Some(sign_type) = arguments.sign_type {
        policy = policy.expect_sign_type(sign_type);
    }
    let claim = claim(ci.as_ref(), vid.as_ref(), arguments.signer);
    let view = View {
        lang,
        show_subject: arguments.output.show_subject,
    };
    let name = input::name(&arguments.file, lang);
    open(&document, limits, &others, |input| {
        let input = &input.named(&name);
        let supplied = Supplied::read(arguments, input, limits, crypto)?;
        let content = supplied.content();
        let answer = judge(
            input,
            &policy,
            content,
            claim,
            arguments.diagnose.then(|| supplied.kept()),
            |verification| {
                let verification = &verification.without(&unreadable);
                Answer {
                    status: verification.acceptance().into(),
                    text: match arguments.output.format {
                        Format::Json => json::report(verification, view),
                        Format::Text => text::report(verification, view),
                        Format::Brief => text::brief_report(verification, view),
                    },
                    is_styled: arguments.output.format != Format::Json,
                    warnings: warnings.clone(),
                }
            },
        );
        Ok(answer)
    })
}

/// What the caller supplies as content.
enum Supplied {
    Nothing,
    Octets(Vec<u8>),
    /// With its octets, if a diagnosis wants them and it is no longer than one can use.
    Streamed(StreamedContent, Option<Vec<u8>>),
    Digest(Digest),
}

impl Supplied {
    fn read(
        arguments: &VerifyArguments,
        input: &InputDocument<'_>,
        limits: Limits,
        crypto: &dyn CryptoBackend,
    ) -> Result<Self, Failure> {
        let Some(path) = arguments.content.as_deref() else {
            return Ok(arguments.digest.map_or(Self::Nothing, Self::Digest));
        };
        let is_needed_whole = input
            .document
            .is_ok_and(SignedDocument::needs_whole_content);
        if is_needed_whole {
            return input::read_whole(path, limits.size).map(Self::Octets);
        }
        let mut algorithms = input
            .document
            .map_or_else(|_| Vec::new(), SignedDocument::digest_algorithms);
        // The report shows this one.
        if !algorithms.contains(&DigestAlgorithm::Sha256) {
            algorithms.push(DigestAlgorithm::Sha256);
        }
        // A diagnosis tries other forms of the content. The report is made without them.
        let most = arguments.diagnose.then_some(Diagnoses::LONGEST_CONTENT);
        let (content, kept) = input::stream_content(path, crypto, &algorithms, most)?;
        Ok(Self::Streamed(content, kept))
    }

    fn content(&self) -> Content<'_> {
        match self {
            Self::Nothing => Content::Embedded,
            Self::Octets(octets) => Content::Detached(octets),
            Self::Streamed(content, _) => Content::Streamed(content),
            Self::Digest(digest) => Content::Digest(*digest),
        }
    }

    /// The same for a diagnosis.
    fn kept(&self) -> Content<'_> {
        match self {
            Self::Streamed(_, Some(octets)) => Content::Detached(octets),
            _ => self.content(),
        }
    }
}

fn read_ci(path: &Path) -> Result<Result<Ci, CiError>, Failure> {
    Ok(Ci::from_base64(&Source::of(path).read_ci()?))
}

fn claim<'a>(
    ci: Option<&'a Result<Ci, CiError>>,
    vid: Option<&'a Result<Vid, VidError>>,
    signer: Option<usize>,
) -> Option<Claim<'a>> {
    let claim = Claim::parsed(
        ci?.as_ref().map_err(|error| *error),
        vid?.as_ref().map_err(|error| *error),
    );
    Some(match signer {
        Some(index) => claim.of_signer(index),
        None => claim,
    })
}
