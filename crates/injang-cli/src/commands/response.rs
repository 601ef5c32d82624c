//! `injang response`

mod files;

use super::Answer;
use crate::arguments::{Format, ResponseArguments};
use crate::escape;
use crate::failure::{ExitStatus, Failure};
use crate::option_names;
use crate::trust::Trust;
use files::{BesideFile, Files};
use injang::response::{Environment, Exchange, Product, Response, Role, SessionPaths};
use injang::{Decider, ExchangeRule, Lang, exchange_rules as rules};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub(super) fn run(arguments: &ResponseArguments, lang: Lang) -> Result<Answer, Failure> {
    // 1. Contradictions between options, before any file is read.
    let product = product(arguments)?;
    check_inputs(arguments)?;
    let environment = environment(arguments)?;
    // 2. The policy and the files that hold for all answers.
    let trust = Trust::read(&arguments.trust)?;
    let (policy, unreadable) = trust.policy()?;
    let files = Files::read(arguments, policy.crypto())?;
    let session = session(arguments);
    // 3. Each answer with the files of its own name.
    let mut decider = Decider::new(&policy, arguments.ci_list.is_some());
    for path in &arguments.answers {
        let beside = BesideFile::read(arguments, path)?;
        let request = beside.request.as_ref();
        rules::sign_type(arguments.provider, request, arguments.sign_type)
            .map_err(|rule| usage(rule, arguments))?;
        let text = files::read_answer(path)?;
        let response = Response::parse(arguments.provider, product, &text);
        let originals = files.originals(arguments, request)?;
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
    // 4. The decisions in order; the worst gives the exit status.
    let decision = decider.finish(unreadable);
    let view = option_names::view(lang, arguments.output.show_subject);
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
    rules::product(arguments.provider, arguments.product.as_deref())
        .map_err(|rule| usage(rule, arguments))
}

/// The environment: the one that is named, or that of the product's code.
fn environment(arguments: &ResponseArguments) -> Result<Environment, Failure> {
    let has_list = arguments.ci_list.is_some();
    let (provider, code) = (arguments.provider, arguments.product.as_deref());
    rules::environment(provider, code, arguments.environment, has_list)
        .map_err(|rule| usage(rule, arguments))
}

/// A rule between parts of an exchange, in the words of the options.
fn usage(rule: ExchangeRule, arguments: &ResponseArguments) -> Failure {
    let (english, korean) = match rule {
        ExchangeRule::UnknownProduct => {
            let products = Product::all().filter(|it| it.provider() == arguments.provider);
            let codes: Vec<&str> = products.map(Product::name).collect();
            let (name, codes) = (arguments.provider.name(), codes.join(", "));
            return Failure::new(
                ExitStatus::Usage,
                format!("--product: not a product of {name}; its products are {codes}"),
                format!("--product: {name}의 상품이 아닙니다. 상품: {codes}"),
            );
        }
        ExchangeRule::ProductMissing => (
            "--provider barocert needs --product, such as kakao-multi-sign: the same objects come \
             of several providers",
            "--provider barocert에는 --product(예: kakao-multi-sign)가 필요합니다. 같은 객체를 여러 \
             인증사업자가 사용합니다",
        ),
        ExchangeRule::EnvironmentDiffers => (
            "--product with a T is of the test environment, and --environment is another",
            "T가 붙은 --product는 테스트 환경의 상품이며 --environment와 다릅니다",
        ),
        ExchangeRule::PersonInvented => (
            "--ci-list has no meaning with --environment test: Toss invents the person there",
            "--environment test에서는 토스가 가상 인물로 응답하므로 --ci-list를 쓸 수 없습니다",
        ),
        ExchangeRule::SignTypeDiffers => (
            "--sign-type is not the sign_type that the request asked for",
            "--sign-type이 요청의 sign_type과 다릅니다",
        ),
        ExchangeRule::OfKakao => (
            "--prepare and --identify are Kakao's",
            "--prepare와 --identify는 카카오에만 있습니다",
        ),
        ExchangeRule::OfToss => (
            "--result-request is Toss's",
            "--result-request는 토스에만 있습니다",
        ),
        // Said by clap, or with the file that it is about.
        other => (other.sentence(Lang::En), other.sentence(Lang::Ko)),
    };
    Failure::new(ExitStatus::Usage, english, korean)
}

/// What can't be asked together.
fn check_inputs(arguments: &ResponseArguments) -> Result<(), Failure> {
    // Standard input can be read once.
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
    // Of several answers, a folder has a file for each; a single file would serve only one of them.
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
    // Files of a folder are found by the answer's file name, which must be unique then.
    let names: BTreeSet<_> = arguments
        .answers
        .iter()
        .map(|path| path.file_name())
        .collect();
    if names.len() < arguments.answers.len() && files.iter().any(|path| path.is_some()) {
        return Err(Failure::new(
            ExitStatus::Usage,
            "two answers have the same file name, so that one file of a folder would be used for both",
            "이름이 같은 응답 파일이 있어 폴더의 한 파일이 두 응답에 쓰이게 됩니다",
        ));
    }
    let of_role = [
        (&arguments.prepare, Role::Prepare),
        (&arguments.identify, Role::Identify),
    ];
    for (_, role) in of_role.iter().filter(|(path, _)| path.is_some()) {
        rules::role(arguments.provider, *role).map_err(|rule| usage(rule, arguments))?;
    }
    if arguments.result_request.is_some() {
        rules::result_request(arguments.provider).map_err(|rule| usage(rule, arguments))?;
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
