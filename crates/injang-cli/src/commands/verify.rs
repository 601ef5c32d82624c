//! `injang verify`

use super::Answer;
use crate::arguments::{AtArgument, Format, VerifyArguments};
use crate::certificates;
use crate::failure::{ExitStatus, Failure};
use crate::input::{self, InputSource};
use crate::trust::{Trust, internal};
use injang::{
    Ci, CiError, Claim, Content, Diagnoses, Digest, Document, Lang, Limits, Policy,
    StreamedContent, Vid, VidError, View,
};
use std::path::Path;

pub(super) fn run(arguments: &VerifyArguments, lang: Lang) -> Result<Answer, Failure> {
    let ci_file = arguments.ci_file.as_deref();
    if arguments.file == Path::new("-") && ci_file == Some(Path::new("-")) {
        return Err(Failure::new(
            ExitStatus::Usage,
            "the document and the CI can't both come from standard input",
            "문서와 CI를 모두 표준 입력으로 받을 수 없습니다",
        ));
    }
    if arguments.trust.at == Some(AtArgument::Provider) {
        return Err(Failure::new(
            ExitStatus::Usage,
            "--at provider is of `injang response`: a signed document has no time of its provider",
            "--at provider는 `injang response`에만 있습니다. 서명 문서에는 제공자가 알린 시각이 없습니다",
        ));
    }
    let trust = Trust::read(&arguments.trust)?;
    let mut beside = Vec::new();
    let others = certificates::from_paths(&arguments.certificate, &mut beside)?;
    let warnings = trust.warnings(&arguments.certificate, &beside);
    let limits = Limits::default();
    let ci = ci_file.map(read_ci).transpose()?;
    let vid = arguments.vid.as_deref().map(Vid::parse);
    let octets = InputSource::of(&arguments.file).read(limits.size)?;

    let (policy, unreadable) = trust.policy()?;
    let document = Document::read(&octets);
    let supplied = SuppliedFile::read(arguments, &document, limits, &policy)?;
    let mut request = trust
        .request()
        .plain_hash_source(arguments.digest_reading)
        .vid_layout(arguments.vid_layout.unwrap_or_default())
        .content(supplied.content());
    for certificate in &others {
        request = request.certificates(certificate).map_err(internal)?;
    }
    if let Some(sign_type) = arguments.sign_type {
        request = request.sign_type(sign_type);
    }
    if let Some(claim) = claim(ci.as_ref(), vid.as_ref(), arguments.signer) {
        request = request.claim(claim);
    }
    if arguments.diagnose {
        request = request.diagnose_with(supplied.kept());
    }
    let name = input::name(&arguments.file, lang);
    let report = policy
        .audit_document(document, &request)
        .named(&name, unreadable);
    let view = View {
        lang,
        show_subject: arguments.output.show_subject,
        is_styled: true,
    };
    Ok(Answer {
        status: report.acceptance().into(),
        text: match arguments.output.format {
            Format::Json => report.to_json_in(view),
            Format::Text => report.text_in(view),
            Format::Brief => report.brief_in(view),
        },
        is_styled: arguments.output.format != Format::Json,
        warnings,
    })
}

/// What the caller supplies as content.
enum SuppliedFile {
    Nothing,
    Octets(Vec<u8>),
    /// With its octets, if a diagnosis wants them and it is no longer than one can use.
    Streamed(StreamedContent, Option<Vec<u8>>),
    Digest(Digest),
}

impl SuppliedFile {
    fn read(
        arguments: &VerifyArguments,
        document: &Document,
        limits: Limits,
        policy: &Policy,
    ) -> Result<Self, Failure> {
        let Some(path) = arguments.content.as_deref() else {
            return Ok(arguments.digest.map_or(Self::Nothing, Self::Digest));
        };
        if document.needs_whole_content() {
            return input::read_whole(path, limits.size).map(Self::Octets);
        }
        let algorithms = document.digest_algorithms();
        // A diagnosis tries other forms of the content. The report is made without them.
        let most = arguments.diagnose.then_some(Diagnoses::LONGEST_CONTENT);
        let (content, kept) = input::stream_content(path, policy.crypto(), &algorithms, most)?;
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
    Ok(Ci::from_base64(&InputSource::of(path).read_ci()?))
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
