//! What the gate runs and a minimal installation of Rust lacks. Only `cargo xtask setup` installs it.

use crate::chore::{Chore, Failed, cargo};

/// The oldest compiler that is promised (`rust-version`).
const MSRV: &str = env!("CARGO_PKG_RUST_VERSION");

/// Something that can be installed.
pub(crate) struct Part {
    /// What it is called.
    name: &'static str,
    /// Which step of `cargo xtask test` runs it.
    step: &'static str,
    /// A command that runs well where it is there.
    probe: fn() -> Chore,
    /// The command that installs it.
    install: &'static [&'static str],
    need: Need,
}

/// What the gate does without a part.
#[derive(Clone, Copy, PartialEq)]
enum Need {
    /// It fails before the first step.
    Always,
    /// The step is skipped, and that is said.
    Skipped,
    /// The step is skipped; the part takes minutes to build, so that only `--full` installs it.
    SkippedUnlessFull,
}

pub(crate) static RUSTFMT: Part = Part {
    name: "rustfmt",
    step: "format",
    probe: || cargo(&["fmt", "--version"]),
    install: &["rustup", "component", "add", "rustfmt"],
    need: Need::Always,
};

pub(crate) static CLIPPY: Part = Part {
    name: "clippy",
    step: "clippy",
    probe: || cargo(&["clippy", "--version"]),
    install: &["rustup", "component", "add", "clippy"],
    need: Need::Always,
};

pub(crate) static OLDEST_COMPILER: Part = Part {
    name: concat!("Rust ", env!("CARGO_PKG_RUST_VERSION")),
    step: "oldest compiler",
    probe: || oldest_cargo(&["--version"]),
    install: &[
        "rustup",
        "toolchain",
        "install",
        MSRV,
        "--profile",
        "minimal",
    ],
    need: Need::Skipped,
};

pub(crate) static CARGO_DENY: Part = Part {
    name: "cargo-deny",
    step: "licences",
    probe: || cargo(&["deny", "--version"]),
    install: &["cargo", "install", "cargo-deny", "--locked"],
    need: Need::SkippedUnlessFull,
};

pub(crate) static CARGO_FUZZ: Part = Part {
    name: "cargo-fuzz",
    step: "fuzz",
    probe: || cargo(&["fuzz", "--version"]),
    install: &["cargo", "install", "cargo-fuzz", "--locked"],
    need: Need::SkippedUnlessFull,
};

/// In the order in which they are installed.
static PARTS: [&Part; 5] = [
    &RUSTFMT,
    &CLIPPY,
    &OLDEST_COMPILER,
    &CARGO_DENY,
    &CARGO_FUZZ,
];

/// Cargo of the oldest compiler. Rustup would otherwise install a toolchain that is only named.
pub(crate) fn oldest_cargo(arguments: &[&str]) -> Chore {
    let toolchain = format!("+{MSRV}");
    arguments
        .iter()
        .fold(Chore::new("cargo", &[&toolchain]), |chore, argument| {
            chore.argument(argument)
        })
        .variable("RUSTUP_AUTO_INSTALL", "0")
}

impl Part {
    pub(crate) fn is_there(&self) -> bool {
        (self.probe)().runs()
    }

    /// What to say where it is not there.
    pub(crate) fn missing(&self) -> String {
        let option = match self.need {
            Need::SkippedUnlessFull => " --full",
            Need::Always | Need::Skipped => "",
        };
        format!(
            "{} is not installed: run cargo xtask setup{option}",
            self.name
        )
    }

    fn install(&self) -> Result<(), Failed> {
        let (program, arguments) = self.install.split_first().unwrap_or((&"", &[]));
        Chore::new(program, arguments).run()
    }
}

/// Fails where a part is missing without which the gate can't pass.
pub(crate) fn require() -> Result<(), Failed> {
    for part in PARTS {
        if part.need == Need::Always && !part.is_there() {
            return Err(Failed(format!("step {}: {}", part.step, part.missing())));
        }
    }
    Ok(())
}

/// Says what is missing and how it is installed, then installs it.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failed> {
    let is_full = match arguments {
        [] => false,
        [option] if option == "--full" => true,
        _ => return Err(Failed("usage: cargo xtask setup [--full]".to_owned())),
    };
    let mut missing = Vec::new();
    for part in PARTS {
        if part.need == Need::SkippedUnlessFull && !is_full {
            continue;
        }
        let (name, step) = (part.name, part.step);
        if part.is_there() {
            eprintln!("xtask: {name} (step {step}): is there");
        } else {
            let command = part.install.join(" ");
            eprintln!("xtask: {name} (step {step}): will be installed by `{command}`");
            missing.push(part);
        }
    }
    for part in missing {
        let outcome = part.install();
        if part.is_there() {
            continue;
        }
        if part.need == Need::Always {
            outcome?;
            return Err(Failed(format!("{} is still not there", part.name)));
        }
        eprintln!(
            "xtask: {} could not be installed: step {} will be skipped",
            part.name, part.step
        );
    }
    Ok(())
}
