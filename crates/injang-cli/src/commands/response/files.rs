//! The files that the options of `response` name.

use crate::arguments::ResponseArguments;
use crate::failure::{ExitStatus, Failure};
use crate::input::{self, InputSource, too_large};
use injang::response::{
    CiList, ContentMap, Exchange, FormatError, Keys, MAX_SIZE, Person, Provider, Request, Response,
    ResultRequest, Role, SessionPaths, ShortSignatures,
};
use injang::{Ci, CiError, CryptoBackend, DigestAlgorithm, StreamedContent};
use injang::{Lang, exchange_rules as rules};
use std::path::{Path, PathBuf};

/// Octets of a file with keys, or about a person, at most.
const SECRETS: usize = 1 << 20;
/// Octets of a list of CIs at most: some six million.
const LIST: usize = 512 << 20;

/// Every digest that a request may give of an original file.
const ALGORITHMS: [DigestAlgorithm; 5] = [
    DigestAlgorithm::Sha1,
    DigestAlgorithm::Sha224,
    DigestAlgorithm::Sha256,
    DigestAlgorithm::Sha384,
    DigestAlgorithm::Sha512,
];

/// What is held beside the answers.
pub(super) struct Files {
    keys: Option<Keys>,
    ci: Option<Result<Ci, CiError>>,
    people: Option<CiList>,
    person: Option<Person>,
    originals: Vec<(Option<String>, StreamedContent)>,
    short: Option<ShortSignatures>,
    map: Option<ContentMap>,
}

impl Files {
    pub(super) fn read(
        arguments: &ResponseArguments,
        crypto: &dyn CryptoBackend,
    ) -> Result<Self, Failure> {
        let provider = arguments.provider;
        let form = |error: &FormatError, lang| keys_form(provider, error.pointer(), lang);
        let keys = read_keys(arguments.keys.as_deref(), form)?;
        if let (Some(_), Some(path)) = (&arguments.ci_list, &arguments.keys)
            && rules::pseudonym(keys.as_ref()).is_err()
        {
            return Err(input::unusable(
                path,
                "/pseudonym: must be there for --ci-list",
                "/pseudonym: --ci-list에 필요합니다",
            ));
        }
        // Persons of the list are reported by pseudonyms, which the key `pseudonym` makes.
        let no_keys = Keys::default();
        let list = |text: &[u8]| CiList::parse(text, keys.as_ref().unwrap_or(&no_keys));
        let people = secret(arguments.ci_list.as_deref(), LIST, "--ci-list", list)?;
        let ci = match arguments.ci_file.as_deref() {
            None => None,
            Some(path) => Some(Ci::from_base64(&InputSource::of(path).read_ci()?)),
        };
        let person = arguments.person.as_deref();
        let mut originals = Vec::new();
        for argument in &arguments.originals {
            originals.push(original(argument, crypto)?);
        }
        Ok(Self {
            ci,
            people,
            person: secret(person, SECRETS, "--person", Person::parse)?,
            keys,
            originals,
            short: read_form(
                "--short",
                arguments.short.as_deref(),
                ShortSignatures::parse,
            )?,
            map: read_form(
                "--content-map",
                arguments.content_map.as_deref(),
                ContentMap::parse,
            )?,
        })
    }

    /// The original of each document that was asked for.
    pub(super) fn originals(
        &self,
        arguments: &ResponseArguments,
        request: Option<&Request>,
    ) -> Result<Vec<Option<&StreamedContent>>, Failure> {
        rules::originals(request, &self.originals).map_err(|index| {
            input::unusable(
                &arguments.originals[index],
                "--original names no document of the request, or one that has another already",
                "--original에 해당하는 문서가 요청에 없거나 이미 지정되었습니다",
            )
            .with_status(ExitStatus::Usage)
        })
    }

    /// Adds everything to an exchange.
    pub(super) fn add_to<'a>(
        &'a self,
        mut exchange: Exchange<'a>,
        session: Option<&'a SessionPaths>,
    ) -> Exchange<'a> {
        if let Some(keys) = &self.keys {
            exchange = exchange.keys(keys);
        }
        if let Some(ci) = &self.ci {
            exchange = exchange.ci(ci.as_ref().map_err(|rule| *rule));
        }
        if let Some(people) = &self.people {
            exchange = exchange.ci_list(people);
        }
        if let Some(person) = &self.person {
            exchange = exchange.person(person);
        }
        if let Some(short) = &self.short {
            exchange = exchange.short_signatures(short, session);
        }
        if let Some(map) = &self.map {
            exchange = exchange.content_map(map);
        }
        exchange
    }
}

/// What belongs to one answer: each the file that is named, or that of the answer's name in the
/// folder that is named.
pub(super) struct BesideFile {
    /// What this answer has no file of, in a folder that is named.
    not_kept: Vec<Role>,
    pub(super) request: Option<Request>,
    others: Vec<(Role, Response)>,
    result_request: Option<ResultRequest>,
}

impl BesideFile {
    pub(super) fn read(arguments: &ResponseArguments, answer: &Path) -> Result<Self, Failure> {
        let provider = arguments.provider;
        let request = path_for(arguments.request.as_deref(), answer);
        let request = read_form("--request", request.as_deref(), |text| {
            Request::parse(provider, text)
        })?;
        let (mut others, mut not_kept) = (Vec::new(), Vec::new());
        let mut read = |option: &str, named: &Option<PathBuf>, role: Role| {
            let path = path_for(named.as_deref(), answer);
            if named.is_some() && path.is_none() {
                not_kept.push(role);
            }
            let read = |text: &[u8]| Response::parse_as(role, provider, text);
            let text = read_form(option, path.as_deref(), read)?;
            others.extend(text.map(|text| (role, text)));
            Ok(())
        };
        read("--prepare", &arguments.prepare, Role::Prepare)?;
        read("--receipt", &arguments.receipt, Role::Receipt)?;
        let result_request = path_for(arguments.result_request.as_deref(), answer);
        let result_request = read_form(
            "--result-request",
            result_request.as_deref(),
            ResultRequest::parse,
        )?;
        read("--status", &arguments.status, Role::Status)?;
        read("--identify", &arguments.identify, Role::Identify)?;
        Ok(Self {
            not_kept,
            request,
            others,
            result_request,
        })
    }

    /// Adds all of it to an exchange.
    pub(super) fn add_to<'a>(&'a self, mut exchange: Exchange<'a>) -> Exchange<'a> {
        for role in &self.not_kept {
            exchange = exchange.not_kept(*role);
        }
        for (role, text) in &self.others {
            exchange = exchange.other(*role, text);
        }
        if let Some(request) = &self.request {
            exchange = exchange.request(request);
        }
        if let Some(request) = &self.result_request {
            exchange = exchange.result_request(request);
        }
        exchange
    }
}

/// The file that belongs to an answer. In a folder, one that was not kept is missing for this
/// answer, not for the others.
fn path_for(path: Option<&Path>, answer: &Path) -> Option<PathBuf> {
    let path = path?;
    if !path.is_dir() {
        return Some(path.to_owned());
    }
    let file = path.join(answer.file_name()?);
    file.exists().then_some(file)
}

/// The text of an answer: of one that is too long, enough to say so.
pub(super) fn read_answer(path: &Path) -> Result<Vec<u8>, Failure> {
    InputSource::of(path).read(MAX_SIZE)
}

/// A file in JSON, if one is named.
fn read_form<T>(
    option: &str,
    path: Option<&Path>,
    read: impl FnOnce(&[u8]) -> Result<T, FormatError>,
) -> Result<Option<T>, Failure> {
    let Some(path) = path else {
        return Ok(None);
    };
    let text = InputSource::File(path).read(MAX_SIZE)?;
    read(&text)
        .map(Some)
        .map_err(|error| unusable(path, &error, |lang| taken(option, lang)))
}

/// The same of a file with secrets, which are wiped.
fn secret<T>(
    path: Option<&Path>,
    limit: usize,
    option: &str,
    read: impl FnOnce(&[u8]) -> Result<T, FormatError>,
) -> Result<Option<T>, Failure> {
    let Some(path) = path else {
        return Ok(None);
    };
    let text = InputSource::File(path).read_secret(limit, option)?;
    if text.len() > limit {
        return Err(too_large(path, limit));
    }
    read(&text)
        .map(Some)
        .map_err(|error| unusable(path, &error, |lang| taken(option, lang)))
}

/// The keys, or what is wrong with them and the form that they have.
fn read_keys(
    path: Option<&Path>,
    form: impl Fn(&FormatError, Lang) -> &'static str,
) -> Result<Option<Keys>, Failure> {
    // Not what the option takes in general: that depends on the member.
    let mut fault = None;
    let parse = |text: &[u8]| Keys::parse(text).inspect_err(|error| fault = Some(error.clone()));
    let read = secret(path, SECRETS, "--keys", parse);
    match (path, fault) {
        (Some(path), Some(error)) => Err(unusable(path, &error, |lang| Some(form(&error, lang)))),
        _ => read,
    }
}

/// A file of another form than its option takes, with what that is.
fn unusable(
    path: &Path,
    error: &FormatError,
    taken: impl Fn(Lang) -> Option<&'static str>,
) -> Failure {
    let sentence = |lang| {
        let said = error.sentence(lang);
        match taken(lang) {
            Some(taken) => format!("{said}; {taken}"),
            None => said,
        }
    };
    input::unusable(path, &sentence(Lang::En), &sentence(Lang::Ko))
}

/// The form of the keys at a member, or else of those of the provider.
fn keys_form(provider: Provider, pointer: Option<&str>, lang: Lang) -> &'static str {
    match (pointer.and_then(|it| it.split('/').nth(1)), provider) {
        (Some("toss"), _) => lang.pick(
            "toss is an array of sessions as Toss's SDK serialises them, such as {\"toss\": [\"v1$ID$AES_GCM$KEY$IV\"]}",
            "toss는 토스 SDK가 직렬화한 세션의 배열이며, 예를 들면 {\"toss\": [\"v1$ID$AES_GCM$KEY$IV\"]}입니다",
        ),
        (Some("naver"), _) => lang.pick(
            "naver is such as {\"naver\": {\"key\": …, \"iv\": …}}, both 16 octets in base64",
            "naver는 {\"naver\": {\"key\": …, \"iv\": …}} 같은 객체이며 값은 각각 16바이트의 base64입니다",
        ),
        (Some("pseudonym"), _) => lang.pick(
            "pseudonym is a key of your own, 32 octets or more in base64",
            "pseudonym은 직접 만든 32바이트 이상의 키이며 base64로 적습니다",
        ),
        (Some("kakao"), _) => lang.pick(
            "kakao is such as {\"kakao\": {\"key\": …, \"iv\": …}}, 32 and 16 octets in base64",
            "kakao는 {\"kakao\": {\"key\": …, \"iv\": …}} 같은 객체이며 값은 32바이트와 16바이트의 base64입니다",
        ),
        (_, Provider::Toss) => lang.pick(
            "--keys takes an object such as {\"toss\": [\"v1$ID$AES_GCM$KEY$IV\"]}, each session as Toss's SDK serialises it",
            "--keys에는 {\"toss\": [\"v1$ID$AES_GCM$KEY$IV\"]} 같은 객체를 지정하며 세션은 토스 SDK가 직렬화한 그대로입니다",
        ),
        (_, Provider::Barocert) => lang.pick(
            "--keys takes an object such as {\"kakao\": {\"key\": …, \"iv\": …}} or {\"naver\": {\"key\": …, \"iv\": …}}, all in base64",
            "--keys에는 {\"kakao\": {\"key\": …, \"iv\": …}}나 {\"naver\": {\"key\": …, \"iv\": …}} 같은 객체를 지정하며 값은 base64입니다",
        ),
        _ => lang.pick(
            "--keys takes an object such as {\"kakao\": {\"key\": …, \"iv\": …}}, both in base64",
            "--keys에는 {\"kakao\": {\"key\": …, \"iv\": …}} 같은 객체를 지정하며 값은 base64입니다",
        ),
    }
}

/// What an option takes: files of one transaction are easily mistaken for one another.
fn taken(option: &str, lang: Lang) -> Option<&'static str> {
    Some(match option {
        "--request" => lang.pick(
            "--request takes the body that you sent to ask for the signature",
            "--request에는 서명을 요청하며 보낸 본문을 지정합니다",
        ),
        "--prepare" => lang.pick(
            "--prepare takes the body that you sent to Kakao's prepare",
            "--prepare에는 카카오 전자서명 준비하기에 보낸 본문을 지정합니다",
        ),
        "--receipt" => lang.pick(
            "--receipt takes what the provider answered to the request (Kakao: to prepare)",
            "--receipt에는 요청(카카오는 준비하기)에 대한 인증사업자의 응답을 지정합니다",
        ),
        "--result-request" => lang.pick(
            "--result-request takes the body that you sent to Toss to get the result",
            "--result-request에는 토스 결과조회에 보낸 본문을 지정합니다",
        ),
        "--status" => lang.pick(
            "--status takes what the provider answered when the status was asked for",
            "--status에는 상태 확인에 대한 인증사업자의 응답을 지정합니다",
        ),
        "--identify" => lang.pick(
            "--identify takes what Kakao answered about the signer",
            "--identify에는 카카오 서명자 정보 가져오기의 응답을 지정합니다",
        ),
        "--person" => lang.pick(
            "--person takes an object of name, phone_no, birthday (YYYYMMDD), gender, nationality and di",
            "--person에는 name, phone_no, birthday(YYYYMMDD), gender, nationality, di로 된 객체를 지정합니다",
        ),
        "--content-map" => lang.pick(
            "--content-map takes an object from pointers in the request to pointers in what was signed",
            "--content-map에는 요청의 포인터를 서명된 내용의 포인터에 대응시킨 객체를 지정합니다",
        ),
        _ => return None,
    })
}

/// An original file, digested as it goes by; with the id of its document, if that is named.
fn original(
    argument: &Path,
    crypto: &dyn CryptoBackend,
) -> Result<(Option<String>, StreamedContent), Failure> {
    let text = argument.to_string_lossy();
    let (id, path) = match text.split_once('=') {
        Some((id, path)) if !argument.exists() => (Some(id.to_owned()), PathBuf::from(path)),
        _ => (None, argument.to_owned()),
    };
    let (content, _) = input::stream_content(&path, crypto, &ALGORITHMS, None)?;
    Ok((id, content))
}
