//! The numbers, names and texts of everything that a report, a decision or an option can be.

pub use injang_core::codes::{Entry, Table};

/// Every table: one for each enum that a report, a decision or an option can show, with the stable
/// numbers of its values.
///
/// ```
/// let verdicts = injang::codes::tables().find(|table| table.name == "verdict");
/// assert_eq!(verdicts.map(|it| it.entries[0].name), Some("TOTAL-PASSED"));
/// ```
pub fn tables() -> impl Iterator<Item = &'static Table> {
    let tables = injang_core::TABLES.iter();
    #[cfg(feature = "response")]
    let tables = tables.chain(injang_response::TABLES);
    tables
}
