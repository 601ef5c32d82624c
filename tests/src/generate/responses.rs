//! Providers' responses: what was asked, what came back, and each way in which that can be wrong.

mod barocert;
mod cipher;
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
mod scene;
mod toss;

use scene::Scene;
use std::path::Path;
use std::{fs, io};

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
    json::make(&scene)
}
