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

use super::seed;
use scene::Scene;
use std::path::Path;
use std::{fs, io};

/// Makes a group from a scene.
type Make = fn(&Scene) -> io::Result<()>;

/// Groups under the authorities that they share: `responses/ca.der` and `responses/toss-ca.der`.
const TOGETHER: [(&str, Make); 9] = [
    ("kakao-single", kakao_single::make),
    ("kakao-multi", kakao_multi::make),
    ("kakao-debit", kakao_debit::make),
    ("kakao-auth", kakao_auth::make),
    ("kakao-short", kakao_short::make),
    ("kakao-identify", kakao_identify::make),
    ("barocert", barocert::make),
    ("toss", toss::make),
    ("json", json::make),
];

/// Groups with authorities of their own.
const APART: [(&str, Make); 9] = [
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

/// Names of the groups.
pub fn group_names() -> impl Iterator<Item = &'static str> {
    TOGETHER.iter().chain(&APART).map(|(name, _)| *name)
}

/// Makes one group anew under `root`, and says whether there is one of that name.
///
/// # Errors
/// When files cannot be written.
pub fn generate_responses_of(root: &Path, group: &str) -> io::Result<bool> {
    let find = |groups: &[(&'static str, Make)]| groups.iter().copied().find(|it| it.0 == group);
    if let Some((name, make)) = find(&APART) {
        make(&Scene::of_group(Some(root), name))?;
        return Ok(true);
    }
    let Some((_, make)) = find(&TOGETHER) else {
        return Ok(false);
    };
    let (order, rehearsed) = seed::rehearse(|| make(&Scene::shared(None)));
    rehearsed?;
    seed::perform(order, || make(&Scene::shared(Some(root))))?;
    Ok(true)
}

/// Makes every group of responses anew under `root`.
///
/// # Errors
/// When files cannot be written.
pub fn generate_responses(root: &Path) -> io::Result<()> {
    generate_shared_of_responses(root)?;
    for name in group_names() {
        generate_responses_of(root, name)?;
    }
    Ok(())
}

/// Makes the authorities anew that groups share.
///
/// # Errors
/// When files cannot be written.
pub fn generate_shared_of_responses(root: &Path) -> io::Result<()> {
    let (_, scene) = seed::rehearse(|| Scene::shared(None));
    fs::create_dir_all(root)?;
    fs::write(root.join("ca.der"), &scene.kakao_ca)?;
    fs::write(root.join("toss-ca.der"), &scene.toss_ca)
}
