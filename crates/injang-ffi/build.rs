//! Gives the shared library its SONAME, by which programs find the version of the ABI that they were
//! linked with.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is_elf = std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "linux");
    if is_elf {
        println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libinjang.so.1");
    }
}
