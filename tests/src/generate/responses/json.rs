use super::scene::Scene;
use std::io;
pub(super) fn make(_: &Scene) -> io::Result<()> {
    Ok(())
}
