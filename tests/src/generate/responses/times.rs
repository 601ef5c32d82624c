//! When it was signed, against the transaction's own times; and the provider's time as the time of
//! the decision.

mod by_provider;
mod kakao;
mod relay;
mod toss;

use super::draft::Group;
use super::scene::Scene;
use std::io;

const SOURCE: &str = "providers: time";
/// Signing times against a transaction from 08:50:00 to 08:59:30, with five minutes allowed.
const SIGNED: [(&str, &str, bool); 8] = [
    ("4-minutes-before", "260302084600Z", true),
    ("5-minutes-before", "260302084500Z", true),
    ("6-minutes-before", "260302084400Z", false),
    ("4-minutes-after", "260302090330Z", true),
    ("5-minutes-after", "260302090430Z", true),
    ("6-minutes-after", "260302090530Z", false),
    ("a-day-before", "260301085500Z", false),
    ("a-month-after", "260402085500Z", false),
];
/// When all of these are decided: after every time that is allowed.
const AT: &str = "2026-03-02T09:30:00Z";

pub(super) fn make(scene: &Scene) -> io::Result<()> {
    let group = Group::open_apart(scene, "times")?;
    toss::make(&group)?;
    kakao::make(&group)?;
    relay::make(&group)?;
    by_provider::make(&group)
}
