//! `injang verify`

use super::Answer;
use crate::arguments::{Format, VerifyArguments};
use crate::disclosure::View;
use crate::failure::{Failure, Status};
use crate::input::{self, Source};
use crate::judgement::judge;
use crate::{certificates, json, text};
use injang::report::Lang;
use injang::{Ci, CiError, Claim, Content, Limits, Policy, Time, Vid, VidError};
use std::path::Path;
use std::time::SystemTime;

pub(super) fn run(arguments: &VerifyArguments, lang: Lang) -> Result<Answer, Failure> {
    let ci_file = arguments.ci_file.as_deref();
    if arguments.file == Path::new("-") && ci_file == Some(Path::new("-")) {
        return Err(Failure::new(
            Status::Usage,
            "the document and the CI can't both come from standard input",
            "문서와 CI를 모두 표준 입력으로 받을 수 없습니다",
        ));
    }
    let anchors = certificates::anchors(&arguments.trust)?;
    let limits = Limits::default();
    let content = arguments
        .content
        .as_deref()
        .map(|path| input::read_content(path, limits.size));
    let content = content.transpose()?;
    let supplied = match (&content, arguments.digest) {
        (Some(octets), _) => Content::Detached(octets),
        (None, Some(digest)) => Content::Digest(digest),
        (None, None) => Content::Embedded,
    };
    let ci = ci_file.map(read_ci).transpose()?;
    let vid = arguments.vid.as_deref().map(Vid::parse);
    let document = Source::of(&arguments.file).read(limits.size)?;

    let at = arguments.at.map_or_else(now, Ok)?;
    let crypto = injang_crypto::default_provider();
    let mut policy = Policy::new(crypto, anchors, arguments.revocation, at)
        .profile(arguments.profile)
        .vid_layout(arguments.vid_layout.unwrap_or_default());
    if let Some(sign_type) = arguments.sign_type {
        policy = policy.expect_sign_type(sign_type);
    }
    let claim = claim(ci.as_ref(), vid.as_ref(), arguments.signer);
    let view = View {
        lang,
        show_subject: arguments.output.show_subject,
    };
    Ok(judge(&document, &policy, supplied, claim, |judgement| {
        Answer {
            status: judgement.status(),
            text: match arguments.output.format {
                Format::Json => json::report(judgement, view),
                Format::Text => text::report(judgement, view),
            },
            is_styled: arguments.output.format == Format::Text,
            warning: None,
        }
    }))
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

/// The time on the clock.
fn now() -> Result<Time, Failure> {
    let seconds = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .ok();
    seconds
        .and_then(|since| Time::from_unix(i64::try_from(since.as_secs()).ok()?))
        .ok_or_else(|| {
            Failure::new(
                Status::Usage,
                "the clock is out of range; give the time with --at",
                "시스템 시각을 쓸 수 없습니다. --at으로 시각을 지정하세요",
            )
        })
}
