//! Providers' responses: what was asked, what came back, and each way in which that can be wrong.

mod as_the_guides_say;
mod barocert;
mod cipher;
mod content_maps;
mod documents;
mod draft;
mod json;
mod kakao_auth;
mod kakao_debit;
mod kakao_exchange;
mod kakao_identify;
mod kakao_multi;
mod kakao_short;
mod kakao_single;
mod limits;
mod missing_keys;
mod one_for_one;
mod scene;
mod short_signatures;
mod situations;
mod times;
mod toss;
mod whom_was_asked;

use scene::Scene;
use std::path::Path;
use std::{fs, io};

/// Makes a group from a scene.
type Make = fn(&Scene) -> io::Result<()>;

/// Groups with authorities of their own, whose keys follow from the names of their cases.
const DERIVED: [(&str, Make); 9] = [
    ("as-the-guides-say", as_the_guides_say::make),
    ("content-maps", content_maps::make),
    ("limits", limits::make),
    ("missing-keys", missing_keys::make),
    ("one-for-one", one_for_one::make),
    ("short-signatures", short_signatures::make),
    ("situations", situations::make),
    ("times", times::make),
    ("whom-was-asked", whom_was_asked::make),
];

/// Names of the groups that come out the same in every run.
pub fn derived_group_names() -> impl Iterator<Item = &'static str> {
    DERIVED.iter().map(|(name, _)| *name)
}

/// Makes one of these groups under `root`, and says whether there is one of that name.
///
/// # Errors
/// When files cannot be written.
pub fn generate_responses_of(root: &Path, group: &str) -> io::Result<bool> {
    let Some((name, make)) = DERIVED.iter().find(|(name, _)| *name == group) else {
        return Ok(false);
    };
    make(&Scene::of_group(root, name))?;
    Ok(true)
}

/// Makes every group of responses anew under `root`.
///
/// # Errors
/// When files cannot be written.
pub fn generate_responses(root: &Path) -> io::Result<()> {
    let scene = Scene::new(root);
    fs::create_dir_all(root)?;
    fs::write(root.join("ca.der"), &scene.kakao_ca)?;
    fs::write(root.join("toss-ca.der"), &scene.toss_ca)?;
    kakao_single::make(&scene)?;
    kakao_multi::make(&scene)?;
    kakao_debit::make(&scene)?;
    kakao_auth::make(&scene)?;
    kakao_short::make(&scene)?;
    kakao_identify::make(&scene)?;
    barocert::make(&scene)?;
    toss::make(&scene)?;
    json::make(&scene)?;
    for name in derived_group_names() {
        generate_responses_of(root, name)?;
    }
    Ok(())
}
