//! What to do with an input that is no signed document.

use crate::option_names::{CERTIFICATES, Parameter};
use crate::redaction::View;
use injang_core::report::Lang;
use injang_core::{Error, ErrorKind, OtherFormat};

/// A sentence for an input that can't be read, where it is clear what to do.
pub(crate) fn about(error: &Error, view: View) -> Option<String> {
    match error.kind() {
        ErrorKind::OtherFormat(what) => Some(about_kind(what, view)),
        ErrorKind::PemSeveral => Some(view.with_names(
            view.lang.pick(
                "Put the signed document into a file by itself. Give certificates that stand beside it \
                 as certificates.",
                "서명 문서만 별도의 파일에 담아 지정하세요. 함께 있는 인증서는 인증서로 지정합니다.",
            ),
            &[Parameter::SignerCertificates, Parameter::Intermediates],
        )),
        kind => about_error(kind, view.lang).map(str::to_owned),
    }
}

/// A sentence for octets that are damaged, or of another CMS type.
fn about_error(kind: ErrorKind, lang: Lang) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::NotSignedData => lang.pick(
            "It is a CMS message of another type (data, digested, authenticated or compressed), which \
             carries no signature. Give the signed document (SignedData); it may be inside this message.",
            "서명이 아닌 다른 종류의 CMS 메시지(data, digested, authenticated, compressed)입니다. 그 안에 들어 \
             있을 수 있는 서명 문서(SignedData)를 지정하세요.",
        ),
        ErrorKind::TrailingData => lang.pick(
            "Give the signed document alone: something else begins at that byte. Two files may have been \
             joined.",
            "서명 문서만 지정하세요. 그 위치부터 다른 내용이 시작됩니다. 두 파일이 이어 붙었을 수 있습니다.",
        ),
        ErrorKind::TextLength | ErrorKind::PemEnd | ErrorKind::Truncated => lang.pick(
            "It was cut off, or several were joined: copy or fetch the whole document again, and give one.",
            "일부가 잘렸거나 여러 개가 이어 붙었습니다. 전체를 다시 복사하거나 받아 하나만 지정하세요.",
        ),
        ErrorKind::TextAlphabet | ErrorKind::TextMixed => lang.pick(
            "Look at that byte: the text was changed, or something else was copied with it.",
            "그 위치를 확인하세요. 텍스트가 바뀌었거나 다른 내용이 함께 복사되었습니다.",
        ),
        ErrorKind::Empty => lang.pick(
            "The file is empty: fetch it again.",
            "빈 파일입니다. 다시 받으세요.",
        ),
        _ => return None,
    })
}

/// What to do with a file of another kind where certificates, CRLs or OCSP responses are expected. The
/// advice for a file in place of a signed document does not help there.
pub(crate) fn about_kind_of_piece(what: OtherFormat, view: View) -> String {
    let lang = view.lang;
    let words = match what {
        OtherFormat::Html => lang.pick(
            "It may be the error page of a server: look at it, and fetch the file again.",
            "서버의 오류 페이지일 수 있습니다. 내용을 확인하고 파일을 다시 받으세요.",
        ),
        OtherFormat::Zip | OtherFormat::Gzip => lang.pick(
            "Unpack it and give the file in it.",
            "압축을 풀고 그 안의 파일을 지정하세요.",
        ),
        OtherFormat::Pdf
        | OtherFormat::Json
        | OtherFormat::Xml
        | OtherFormat::Ole
        | OtherFormat::Mail
        | OtherFormat::Jwt
        | OtherFormat::Pgp
        | OtherFormat::PemOther
        | OtherFormat::Encrypted
        | OtherFormat::TimestampResponse
        | OtherFormat::TimestampRequest
        | OtherFormat::Unknown => lang.pick(
            "Give the file that its authority publishes: DER, PEM, base64 or hex.",
            "인증기관이 공개한 파일을 DER, PEM, base64 또는 16진수로 지정하세요.",
        ),
        _ => return about_kind(what, view),
    };
    words.to_owned()
}

/// The next step with a file of another kind. A private key is never asked for.
pub(crate) fn about_kind(what: OtherFormat, view: View) -> String {
    let lang = view.lang;
    let words = about_container(what, lang)
        .or_else(|| about_text(what, lang))
        .unwrap_or_else(|| about_structure(what, lang));
    let step = view.with_names(words, meant(what));
    match what {
        OtherFormat::Certificate | OtherFormat::Crl | OtherFormat::OcspResponse => {
            let look = lang.pick(
                "To see what is in it, inspect it.",
                "내용을 보려면 파일을 조사하세요.",
            );
            format!("{step} {}", view.with_names(look, &[Parameter::Inspection]))
        }
        _ => step,
    }
}

/// What the last words of such a sentence mean.
const fn meant(what: OtherFormat) -> &'static [Parameter] {
    match what {
        OtherFormat::Pdf | OtherFormat::Ole | OtherFormat::Mail => &[Parameter::Content],
        OtherFormat::Json => &[Parameter::Response],
        OtherFormat::Certificate => CERTIFICATES,
        OtherFormat::Crl => &[Parameter::Crls],
        OtherFormat::OcspResponse => &[Parameter::OcspResponses],
        OtherFormat::PublicKey => &[Parameter::TrustAnchors],
        _ => &[],
    }
}

/// Files that may hold a signed document.
/// 1. A file that may hold a signed document: how to take the document out.
/// 2. A file with signatures of another standard: that they are not read here.
fn about_container(what: OtherFormat, lang: Lang) -> Option<&'static str> {
    Some(match what {
        OtherFormat::Pdf => lang.pick(
            "Signatures within a PDF are not read. If the PDF is the content of a detached signature, \
             give the signature's file, and the PDF as its content.",
            "PDF 안의 서명은 읽지 않습니다. PDF가 분리 서명의 원문이라면 서명 파일을 지정하고 PDF는 원문으로 \
             지정하세요.",
        ),
        OtherFormat::Json => lang.pick(
            "Give only the value that holds the signed document. If this is a provider's answer, you can \
             also have the whole answer judged.",
            "서명 문서가 들어 있는 값만 지정하세요. 인증사업자의 응답이라면 응답 전체를 판정할 수도 있습니다.",
        ),
        OtherFormat::Xml => lang.pick(
            "Signatures in XML (XMLDSig, XAdES) are not read. Give the CMS document by itself, if one \
             is in it.",
            "XML 서명(XMLDSig, XAdES)은 읽지 않습니다. CMS 서명 문서가 들어 있다면 그것만 지정하세요.",
        ),
        OtherFormat::Html => lang.pick(
            "It may be the error page of a server: look at it, and fetch the signed document again.",
            "서버의 오류 페이지일 수 있습니다. 내용을 확인하고 서명 문서를 다시 받으세요.",
        ),
        OtherFormat::Zip | OtherFormat::Gzip => lang.pick(
            "Unpack it and give the signed document in it.",
            "압축을 풀고 그 안의 서명 문서를 지정하세요.",
        ),
        OtherFormat::Ole => lang.pick(
            "Give the file with its signature. If this file is what was signed, give it as the content.",
            "서명 파일을 지정하세요. 이 파일이 서명된 원문이라면 원문으로 지정하세요.",
        ),
        OtherFormat::Mail => lang.pick(
            "Take the signed document out of the mail: openssl smime -pk7out -in MAIL -out \
             document.pem. If the mail is multipart/signed, give its first part as the content.",
            "먼저 전자우편에서 서명 문서를 꺼내세요: openssl smime -pk7out -in MAIL -out document.pem. \
             multipart/signed라면 첫 부분을 원문으로 지정합니다.",
        ),
        OtherFormat::KeyStore => lang.pick(
            "It is not needed for verification. For a certificate in it: keytool -exportcert -rfc -alias NAME \
             -keystore FILE.",
            "검증에 필요하지 않습니다. 안의 인증서가 필요하면: keytool -exportcert -rfc -alias NAME \
             -keystore FILE.",
        ),
        OtherFormat::Pgp => lang.pick(
            "OpenPGP has signatures of its own format (RFC 9580), which are not read here.",
            "OpenPGP의 서명은 별도의 형식(RFC 9580)이며 여기서는 읽지 않습니다.",
        ),
        OtherFormat::Jwt => lang.pick(
            "A JSON Web Token has a signature of its own format (RFC 7515), which is not read here.",
            "JWT의 서명은 별도의 형식(RFC 7515)이며 여기서는 읽지 않습니다.",
        ),
        _ => return None,
    })
}

/// Text forms that something else was done to.
/// Each step undoes the one transformation that was recognised; the result may need another step.
fn about_text(what: OtherFormat, lang: Lang) -> Option<&'static str> {
    Some(match what {
        OtherFormat::Utf16 => lang.pick(
            "Save it as UTF-8: iconv -f UTF-16 -t UTF-8 FILE.",
            "UTF-8로 저장하세요: iconv -f UTF-16 -t UTF-8 FILE.",
        ),
        OtherFormat::Utf32 => lang.pick(
            "Save it as UTF-8: iconv -f UTF-32 -t UTF-8 FILE.",
            "UTF-8로 저장하세요: iconv -f UTF-32 -t UTF-8 FILE.",
        ),
        OtherFormat::SavedAsText => lang.pick(
            "Octets were changed into characters, and may be lost: fetch it again, and keep it as it comes \
             or in base64.",
            "바이트가 문자로 바뀌어 손실되었을 수 있습니다. 다시 받아 그대로 또는 base64로 보관하세요.",
        ),
        OtherFormat::PemHeaders => lang.pick(
            "Delete the lines between the BEGIN line and the base64, up to the empty line: RFC 7468 has \
             no headers.",
            "BEGIN 줄과 base64 사이의 줄을 빈 줄까지 지우세요. RFC 7468에는 헤더가 없습니다.",
        ),
        OtherFormat::HexSeparated => lang.pick(
            "Leave nothing but hex digits: sed 's/0[xX]//g' FILE | tr -cd 0-9A-Fa-f.",
            "16진수 숫자만 남기세요: sed 's/0[xX]//g' FILE | tr -cd 0-9A-Fa-f.",
        ),
        OtherFormat::HexDump => lang.pick(
            "Turn it back into octets: xxd -r FILE; or give the file that was printed.",
            "바이트로 되돌리거나(xxd -r FILE) 출력하기 전의 파일을 지정하세요.",
        ),
        OtherFormat::Printout => lang.pick(
            "Give the file that was printed: DER, PEM, base64 or hex.",
            "출력하기 전의 파일(DER, PEM, base64, 16진수)을 지정하세요.",
        ),
        OtherFormat::DataUrl => lang.pick(
            "Give only what follows the comma.",
            "쉼표 뒤의 값만 지정하세요.",
        ),
        OtherFormat::Quoted => lang.pick(
            "Give only what is between the quotation marks; jq -r writes a JSON string without them \
             and without escapes.",
            "따옴표 안의 값만 지정하세요. jq -r은 JSON 문자열을 따옴표와 이스케이프 없이 출력합니다.",
        ),
        OtherFormat::JsonEscaped => lang.pick(
            "Have a JSON parser resolve the escapes: jq -r writes the value of the string.",
            "JSON 파서로 이스케이프를 푸세요. jq -r은 문자열의 값을 출력합니다.",
        ),
        OtherFormat::UrlEscaped => lang.pick(
            "Decode it as a URL first: %2B is +, %2F is /, %3D is =.",
            "먼저 URL 디코딩하세요. %2B는 +, %2F는 /, %3D는 =입니다.",
        ),
        OtherFormat::Twofold => lang.pick(
            "Decode it once: base64 -d FILE, or xxd -r -p FILE if it is hex.",
            "한 번 디코딩하세요: base64 -d FILE, 16진수이면 xxd -r -p FILE.",
        ),
        OtherFormat::Field => lang.pick(
            "Give only the value, without the name before it and without quotation marks.",
            "앞의 이름과 따옴표를 빼고 값만 지정하세요.",
        ),
        OtherFormat::PlusLost => lang.pick(
            "Each + was taken for a blank, as in a form: fetch it again with + written as %2B, or put \
             each + back: tr ' ' + < FILE.",
            "폼처럼 +가 공백으로 해석되었습니다. +를 %2B로 써서 다시 받거나, 공백을 +로 되돌리세요: tr ' ' + < FILE.",
        ),
        OtherFormat::Base64Separated => lang.pick(
            "Leave nothing but base64: tr -cd 'A-Za-z0-9+/=_-' < FILE.",
            "base64 글자만 남기세요: tr -cd 'A-Za-z0-9+/=_-' < FILE.",
        ),
        _ => return None,
    })
}

/// Structures of ASN.1, and files of no known kind.
/// 1. Material for a verification: in which place it is to be given.
/// 2. A structure around or beside the signed document: how to get the document.
/// 3. Keys: that they are not needed, or not enough.
fn about_structure(what: OtherFormat, lang: Lang) -> &'static str {
    match what {
        OtherFormat::Certificate => lang.pick(
            "Give the signed document. To verify with this certificate, give it as a trust anchor, as an \
             intermediate or as the signer's certificate.",
            "서명 문서를 지정하세요. 이 인증서를 검증에 쓰려면 신뢰 기관, 중간 인증서 또는 서명자 인증서로 \
             지정하세요.",
        ),
        OtherFormat::Crl => lang.pick(
            "Give the signed document, and the CRL as revocation data.",
            "서명 문서를 지정하고 CRL은 폐지 정보로 지정하세요.",
        ),
        OtherFormat::OcspResponse => lang.pick(
            "Give the signed document, and the OCSP response as revocation data.",
            "서명 문서를 지정하고 OCSP 응답은 폐지 정보로 지정하세요.",
        ),
        OtherFormat::CertificateRequest => lang.pick(
            "This is a request for a certificate. Give the certificate that the authority issued for it.",
            "발급 요청은 아직 인증서가 아닙니다. 인증기관이 발급한 인증서를 지정하세요.",
        ),
        OtherFormat::TimestampResponse => lang.pick(
            "Take the token, which is a signed document, out of the response: openssl ts -reply -in \
             FILE -token_out -out token.der.",
            "응답에서 서명 문서인 토큰을 꺼내세요: openssl ts -reply -in FILE -token_out -out token.der.",
        ),
        OtherFormat::TimestampRequest | OtherFormat::OcspRequest => lang.pick(
            "This is a request, which proves nothing: give the response to it.",
            "요청은 아무것도 증명하지 않습니다. 그 응답을 지정하세요.",
        ),
        OtherFormat::BareSignedData => lang.pick(
            "The outer part is missing: give the whole document, whose ContentInfo names its type before \
             the SignedData (RFC 5652 3).",
            "바깥 부분이 빠져 있습니다. SignedData 앞에 종류를 밝히는 ContentInfo(RFC 5652 3)가 있는 문서 \
             전체를 지정하세요.",
        ),
        OtherFormat::Encrypted => lang.pick(
            "Its recipient must decrypt it first. Give the signed document that is in it.",
            "수신자가 먼저 복호화해야 합니다. 그 결과로 나온 서명 문서를 지정하세요.",
        ),
        OtherFormat::Pfx => lang.pick(
            "It is not needed for verification, and only its owner should have it. For the \
             certificates in it: openssl pkcs12 -in FILE -nokeys.",
            "검증에 필요하지 않으며 소유자만 가지고 있어야 합니다. 안의 인증서가 필요하면: openssl pkcs12 \
             -in FILE -nokeys.",
        ),
        OtherFormat::PrivateKey => lang.pick(
            "A private key is never needed for verification, and only its owner should have it.",
            "개인키는 검증에 필요하지 않으며 소유자만 가지고 있어야 합니다.",
        ),
        OtherFormat::PublicKey => lang.pick(
            "A key without a certificate is not enough: give the authority's certificate as a trust \
             anchor.",
            "인증서 없이 키만으로는 검증할 수 없습니다. 인증기관의 인증서를 신뢰 기관으로 지정하세요.",
        ),
        _ => lang.pick(
            "A signed document is CMS SignedData (PKCS#7): its octets, or base64, hex or PEM of them.",
            "서명 문서는 CMS SignedData(PKCS#7)이며, 바이트 그대로이거나 그 base64·16진수·PEM입니다.",
        ),
    }
}
