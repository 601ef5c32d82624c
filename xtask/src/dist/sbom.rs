//! What the library is made of, as CycloneDX 1.5.

use super::VERSION;
use super::native::TOOLS;
use super::parts::{self, Part};
use crate::chore::Failed;
use serde_json::{Value, json};

/// The document; `time` is that of the source, RFC 3339.
pub(super) fn document(parts: &[Part], time: &str) -> Result<String, Failed> {
    let own = component("generic", "injang", VERSION, "MIT OR Apache-2.0");
    let crates = parts.iter();
    let crates = crates.map(|it| component("cargo", &it.name, &it.version, &it.licence));
    let mut components: Vec<Value> = crates.collect();
    let (rust, _) = parts::compiler()?;
    components.push(component("generic", "rust-std", &rust, "MIT OR Apache-2.0"));
    let zig = TOOLS[1].split("==").nth(1).unwrap_or_default();
    let licence = "MIT AND Apache-2.0 WITH LLVM-exception";
    components.push(component("generic", "zig-runtime", zig, licence));
    let document = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "timestamp": time, "component": own },
        "components": components,
    });
    let text = serde_json::to_string_pretty(&document);
    let text = text.map_err(|error| Failed(format!("SBOM: {error}")))?;
    Ok(text + "\n")
}

fn component(kind: &str, name: &str, version: &str, licence: &str) -> Value {
    // A package URL has `+` of a version escaped.
    let url = format!("pkg:{kind}/{name}@{}", version.replace('+', "%2B"));
    json!({
        "type": "library",
        "bom-ref": url,
        "name": name,
        "version": version,
        "licenses": [{ "expression": licence }],
        "purl": url,
    })
}

#[cfg(test)]
mod tests {
    use super::component;

    #[test]
    fn a_component_has_a_package_url() {
        let component = component("cargo", "rsa", "0.10.0-rc.20+x", "MIT OR Apache-2.0");
        assert_eq!(component["purl"], "pkg:cargo/rsa@0.10.0-rc.20%2Bx");
        assert_eq!(component["bom-ref"], component["purl"]);
    }
}
