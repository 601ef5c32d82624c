//! What the library says names options that this command line has, and none without its names.

use clap::CommandFactory as _;
use injang::remedy::sentence;
use injang::{Lang, OptionNames, View};
use injang_cli::OPTIONS;
use injang_cli::arguments::Arguments;
use injang_response::{DecisionCode, Provider};

/// The options of a command, as they are typed.
fn options_of(command: &str) -> Vec<String> {
    let all = Arguments::command();
    let command = all.find_subcommand(command).unwrap();
    let options = command.get_arguments().filter_map(clap::Arg::get_long);
    options.map(|name| format!("--{name}")).collect()
}

fn view(lang: Lang, options: OptionNames) -> View {
    View {
        options,
        ..View::new(lang)
    }
}

/// The options that a text names.
fn named(text: &str) -> Vec<&str> {
    let words = text.split([' ', ',', '(', ')', ':', ';', '.']);
    words.filter(|it| it.starts_with("--")).collect()
}

#[test]
fn steps_name_options_that_there_are() {
    let known = options_of("response");
    let mut waivers = 0;
    for provider in Provider::ALL {
        for code in DecisionCode::ALL {
            let Some(step) = code.next_step() else {
                continue;
            };
            for lang in [Lang::En, Lang::Ko] {
                let text = |options| sentence(&step, code.waiver(), provider, view(lang, options));
                assert_eq!(named(&text(OptionNames::default())), [""; 0]);
                let text = text(OPTIONS);
                let named = named(&text);
                for option in &named {
                    assert!(known.iter().any(|it| it == option), "{option} in {text}");
                }
                let is_waived = named.contains(&"--waive");
                assert_eq!(is_waived, code.waiver().is_some(), "{text}");
                waivers += usize::from(is_waived);
            }
        }
    }
    assert!(waivers > 0);
}

/// Every parameter has a name here: an option of `verify`, one of `response`, or a command.
#[test]
fn parameters_have_names() {
    let mut known = options_of("verify");
    known.extend(options_of("response"));
    for parameter in injang::Parameter::ALL {
        let name = OPTIONS.name(parameter).expect("a name");
        let is_known = match name.strip_prefix("injang ") {
            Some(command) => ["inspect", "response --help"].contains(&command),
            None => known.iter().any(|it| name.split(' ').next() == Some(it)),
        };
        assert!(is_known, "{parameter:?}: {name}");
    }
}
