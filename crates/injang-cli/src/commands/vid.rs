//! `injang vid`

use super::Answer;
use crate::arguments::{Layouts, VidArguments};
use crate::certificates;
use crate::escape;
use crate::failure::{ExitStatus, Failure};
use crate::input::InputSource;
use injang::{Certificate, Ci, CiError, VidLayout};
use std::path::Path;

pub(super) fn run(arguments: &VidArguments) -> Result<Answer, Failure> {
    let (serial, warning) = match (&arguments.cert, &arguments.serial) {
        (Some(path), _) => (serial_of(path)?, None),
        (None, Some(serial)) => (
            serial.octets().to_vec(),
            serial.is_negative().then(sign_octet_missing),
        ),
        (None, None) => {
            return Err(Failure::new(
                ExitStatus::Usage,
                "missing: --cert <FILE> or --serial <HEX>",
                "--cert <FILE> 또는 --serial <HEX>가 필요합니다",
            ));
        }
    };
    let ci = Ci::from_base64(&InputSource::of(&arguments.ci_file).read_ci()?).map_err(malformed)?;
    let value = |layout| {
        let vid = injang::vid(&ci, &serial, layout);
        vid.map(|vid| vid.to_text(arguments.encoding))
            .unwrap_or_default()
    };
    let text = match arguments.layout {
        Layouts::One(layout) => format!("{}\n", value(layout)),
        Layouts::All => {
            let lines =
                VidLayout::ALL.map(|layout| format!("{} {}\n", layout.name(), value(layout)));
            lines.concat()
        }
    };
    Ok(Answer {
        status: ExitStatus::Accepted,
        text,
        is_styled: false,
        warnings: warning.into_iter().collect(),
    })
}

/// The serial number of the one certificate in a file.
fn serial_of(path: &Path) -> Result<Vec<u8>, Failure> {
    let found = certificates::from_file(path)?;
    match found.pieces.as_slice() {
        [only] => Certificate::from_der(only)
            .ok()
            .map(|certificate| certificate.serial().to_vec()),
        _ => None,
    }
    .ok_or_else(|| {
        let path = escape::path(path);
        Failure::new(
            ExitStatus::Input,
            format!("{path} has several certificates; the signer's alone is needed"),
            format!("{path}: 인증서가 여러 개입니다. 서명자의 인증서 하나만 필요합니다"),
        )
    })
}

fn malformed(rule: CiError) -> Failure {
    let korean = match rule {
        CiError::Length => "CI가 64바이트의 base64가 아닙니다",
        _ => "CI가 base64가 아닙니다",
    };
    Failure::new(ExitStatus::Usage, rule.to_string(), korean)
}

fn sign_octet_missing() -> Failure {
    Failure::new(
        ExitStatus::Accepted,
        "warning: the top bit of this serial number is set, which as the content of an INTEGER is \
         a negative number; probably the leading 00 is missing (openssl leaves it out)",
        "경고: 일련번호의 최상위 비트가 1이어서 INTEGER로는 음수입니다. 앞의 00이 빠진 것으로 \
         보입니다(openssl은 이를 생략합니다)",
    )
}
