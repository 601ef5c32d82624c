//! What the library says about a decision names options that this command line has.

use clap::CommandFactory as _;
use injang::remedy::sentence;
use injang_cli::arguments::Arguments;
use injang_core::report::Lang;
use injang_response::{DecisionCode, Provider};

/// The options of `response`, as they are typed.
fn known() -> Vec<String> {
    let command = Arguments::command();
    let response = command.find_subcommand("response").unwrap();
    let options = response.get_arguments().filter_map(clap::Arg::get_long);
    options.map(|name| format!("--{name}")).collect()
}

#[test]
fn steps_name_options_that_there_are() {
    let known = known();
    let mut waivers = 0;
    for provider in Provider::ALL {
        for code in DecisionCode::ALL {
            let Some(step) = code.next_step() else {
                continue;
            };
            for lang in [Lang::En, Lang::Ko] {
                let text = sentence(&step, code.waiver(), provider, lang);
                let words = text.split([' ', ',', '(', ')', ':', ';', '.']);
                let named: Vec<&str> = words.filter(|it| it.starts_with("--")).collect();
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
