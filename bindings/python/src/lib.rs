//! The native part of the Python package `injang`: arguments in, values out. What they mean is said in
//! the package's stub, `python/injang/_injang.pyi`.

mod answer;
mod argument;
mod arrow;
mod ask;
mod batches;
mod decision;
mod errors;
mod inspection;
mod policy;
mod record;
mod report;
mod vid;

use pyo3::prelude::*;

/// The native part of `injang`.
#[pymodule]
mod _injang {
    use super::{Bound, PyModule, PyModuleMethods, PyResult};
    #[pymodule_export]
    use crate::answer::decide;
    #[pymodule_export]
    use crate::ask::{audit, diagnose, verify};
    #[pymodule_export]
    use crate::batches::{Batches, batch_columns, verify_batch};
    #[pymodule_export]
    use crate::decision::{Decision, restore_decision};
    #[pymodule_export]
    use crate::inspection::{Inspection, inspect, restore_inspection};
    #[pymodule_export]
    use crate::policy::Policy;
    #[pymodule_export]
    use crate::report::{Report, Verified, restore_report, restore_verified};
    #[pymodule_export]
    use crate::vid::{check_vid, vid};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("ENGINE", injang::ENGINE)
    }
}
