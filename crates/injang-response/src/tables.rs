//! Every table of this crate.

use crate::{
    At, CipherError, DecisionCode, DecisionInput, DecisionVerdict, Detail, Effect, Environment,
    Field, FormatRule, Match, Product, Provider, ProviderTimeFault, Remedy, Role, TimeForm, Unit,
    Waiver, Whose, Wrapping,
};
use injang_core::codes::Table;

/// The numbers, names and texts of every enum of this crate that leaves it, beside those of
/// [`injang_core::TABLES`].
pub const TABLES: &[Table] = &[
    DecisionVerdict::TABLE,
    DecisionCode::TABLE,
    Effect::TABLE,
    Waiver::TABLE,
    Match::TABLE,
    Field::TABLE,
    Provider::TABLE,
    Product::TABLE,
    Environment::TABLE,
    Role::TABLE,
    At::TABLE,
    ProviderTimeFault::TABLE,
    TimeForm::TABLE,
    Detail::TABLE,
    Whose::TABLE,
    Unit::TABLE,
    DecisionInput::TABLE,
    Remedy::TABLE,
    FormatRule::TABLE,
    CipherError::TABLE,
    Wrapping::TABLE,
];
