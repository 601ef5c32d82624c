//! `injang response`

mod files;

use super::Answer;
use crate::arguments::{Format, ResponseArguments};
use crate::escape;
use crate::failure::{ExitStatus, Failure};
use crate::trust::Trust;
use files::{BesideFile, Files};
use injang::response::{Environment, Exchange, Product, Provider, Request, Response, SessionPaths};
use injang::{Decider, Lang, SignType, View};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub(super) fn run(arguments: &ResponseArguments, lang: Lang) -> Result<Answer, Failure> {
    let product = product(arguments)?;
    check_inputs(arguments)?;
    let environment = environment(arguments)?;
    let trust = Trust::read(&arguments.trust)?;
    let (policy, unreadable) = trust.policy()?;
    let files = Files::read(arguments, policy.crypto())?;
    let session = session(arguments);
    let mut decider = Decider::new(&policy, arguments.ci_list.is_some());
    for path in &arguments.answers {
        let beside = BesideFile::read(arguments, path)?;
        if let Some(request) = &beside.request {
            check_sign_type(arguments, request)?;
        }
        let text = files::read_answer(path)?;
        let response = Response::parse(arguments.provider, product, &text);
        let originals = files.originals(arguments, beside.request.as_ref())?;
        let mut exchange = Exchange::new(arguments.provider, response.as_ref())
            .originals(originals)
            .nonce(
                arguments.nonce_path.as_ref(),
                arguments.nonce_answer_path.as_ref(),
            )
            .plain_hash_source(arguments.digest_reading)
            .vid_layout(arguments.vid_layout)
            .environment(environment)
            .waive(arguments.waivers.iter().copied());
        if let Some(product) = product {
            exchange = exchange.product(product);
        }
        if let Some(sign_type) = arguments.sign_type {
            exchange = exchange.sign_type(sign_type);
        }
        let exchange = files.add_to(beside.add_to(exchange), session.as_ref());
        decider.decide(&escape::path(path), &exchange, trust.time());
    }
    let decision = decider.finish(unreadable);
    let view = View {
        lang,
        show_subject: arguments.output.show_subject,
        is_styled: true,
    };
    Ok(Answer {
        status: decision.acceptance().into(),
        text: match arguments.output.format {
            Format::Json => decision.to_json_in(view),
            Format::Text => decision.text_in(view),
            Format::Brief => decision.brief_in(view),
        },
        is_styled: arguments.output.format != Format::Json,
        warnings: trust.warnings(&[], &[]),
    })
}

/// The product by its code.
fn product(arguments: &ResponseArguments) -> Result<Option<Product>, Failure> {
    let provider = arguments.provider;
    if let Some(code) = &arguments.product {
        let product = Product::from_name(provider, code);
        return product.map(Some).ok_or_else(|| {
            let codes: Vec<&str> = Product::all()
                .filter(|it| it.provider() == provider)
                .map(Product::name)
                .collect();
            let (name, codes) = (provider.name(), codes.join(", "));
            Failure::new(
                ExitStatus::Usage,
                format!("--product is none of {name}; it has {codes}"),
                format!("--product: {name}의 상품이 아닙니다. 상품: {codes}"),
            )
        });
    }
    if provider == Provider::Barocert {
        return Err(Failure::new(
            ExitStatus::Usage,
            "--provider barocert needs --product, such as kakao-multi-sign: the same objects come \
             of several providers",
            "--provider barocert에는 --product(예: kakao-multi-sign)가 필요합니다. 같은 객체를 여러 \
             제공자가 사용합니다",
        ));
    }
    Ok(None)
}

/// The environment: the one that is named, or that of the product's code.
fn environment(arguments: &ResponseArguments) -> Result<Environment, Failure> {
    let code = arguments.product.as_deref().unwrap_or_default();
    let of_code = Environment::of_product(arguments.provider, code);
    let environment = arguments.environment.unwrap_or(of_code);
    if of_code == Environment::Test && environment != Environment::Test {
        return Err(Failure::new(
            ExitStatus::Usage,
            "--product with a T is of the test environment, and --environment is another",
            "T가 붙은 --product는 테스트 환경의 상품이며 --environment와 다릅니다",
        ));
    }
    let is_toss_test = environment == Environment::Test && arguments.provider == Provider::Toss;
    if is_toss_test && arguments.ci_list.is_some() {
        return Err(Failure::new(
            ExitStatus::Usage,
            "--ci-list has no meaning with --environment test: Toss invents the person there",
            "--environment test에서는 토스가 가상 인물로 응답하므로 --ci-list를 쓸 수 없습니다",
        ));
    }
    Ok(environment)
}

/// What can't be asked together.
fn check_inputs(arguments: &ResponseArguments) -> Result<(), Failure> {
    let stdin = Path::new("-");
    let answers = arguments.answers.iter().filter(|path| *path == stdin);
    let is_ci = arguments.ci_file.as_deref() == Some(stdin);
    if answers.count() + usize::from(is_ci) > 1 {
        return Err(Failure::new(
            ExitStatus::Usage,
            "only one file can come from standard input",
            "표준 입력으로는 파일 하나만 받을 수 있습니다",
        ));
    }
    if arguments.answers.len() > 1 && arguments.ci_list.is_none() {
        return Err(Failure::new(
            ExitStatus::Usage,
            "several answers need --ci-list: every other option is about one of them",
            "응답이 여러 개이면 --ci-list가 필요합니다. 다른 옵션은 응답 하나에 대한 것입니다",
        ));
    }
    let files = [
        &arguments.request,
        &arguments.prepare,
        &arguments.receipt,
        &arguments.result_request,
        &arguments.status,
        &arguments.identify,
    ];
    let is_file = |path: &&Option<PathBuf>| path.as_ref().is_some_and(|path| !path.is_dir());
    let is_one = arguments.person.is_some()
        || arguments.short.is_some()
        || !arguments.originals.is_empty()
        || files.iter().any(is_file);
    if arguments.answers.len() > 1 && is_one {
        return Err(Failure::new(
            ExitStatus::Usage,
            "of several answers, --request, --prepare, --receipt, --result-request, --status and \
             --identify are folders with a file of each answer's name, and --person, --short and --original have no meaning",
            "응답이 여러 개이면 --request, --prepare, --receipt, --result-request, --status, --identify에는 응답과 같은 이름의 \
             파일이 든 폴더를 지정하며, --person, --short, --original은 쓸 수 없습니다",
        ));
    }
    let names: BTreeSet<_> = arguments
        .answers
        .iter()
        .map(|path| path.file_name())
        .collect();
    if names.len() < arguments.answers.len() && files.iter().any(|path| path.is_some()) {
        return Err(Failure::new(
            ExitStatus::Usage,
            "two answers have the same file name, so that one file of a folder would stand for both",
            "이름이 같은 응답 파일이 있어 폴더의 한 파일이 두 응답에 쓰이게 됩니다",
        ));
    }
    let is_kakao = arguments.provider == Provider::Kakao;
    if !is_kakao && (arguments.prepare.is_some() || arguments.identify.is_some()) {
        return Err(Failure::new(
            ExitStatus::Usage,
            "--prepare and --identify are Kakao's",
            "--prepare와 --identify는 카카오에만 있습니다",
        ));
    }
    if arguments.provider != Provider::Toss && arguments.result_request.is_some() {
        return Err(Failure::new(
            ExitStatus::Usage,
            "--result-request is Toss's",
            "--result-request는 토스에만 있습니다",
        ));
    }
    Ok(())
}

/// Kakao's requests name the kind of signature, if only by its default.
fn check_sign_type(arguments: &ResponseArguments, request: &Request) -> Result<(), Failure> {
    let asked = request.sign_type();
    let differs = |named: SignType| asked.is_some_and(|asked| asked != named);
    if arguments.provider == Provider::Kakao && arguments.sign_type.is_some_and(differs) {
        return Err(Failure::new(
            ExitStatus::Usage,
            "--sign-type is not the sign_type that the request asked for",
            "--sign-type이 요청의 sign_type과 다릅니다",
        ));
    }
    Ok(())
}

fn session(arguments: &ResponseArguments) -> Option<SessionPaths> {
    Some(SessionPaths {
        key: arguments.short_key_path.clone()?,
        from: arguments.short_from_path.clone()?,
        until: arguments.short_until_path.clone()?,
        times: arguments.short_time,
    })
}
