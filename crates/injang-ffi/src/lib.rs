//! The C ABI of Injang: pointers in and out over the library `injang`, and nothing else.
//!
//! The comments here are the manual of `include/injang.h`, which is generated from them. So they are
//! written for who calls from C: of a function they say who owns what, what may be NULL, how long a
//! pointer lives, which threads may call, and which errors there are.
//!
//! How a function is written:
//! - A handle comes as `Option<&Handle>` or `Option<Box<Handle>>`, which in C are nullable pointers, and
//!   a place to write to as `Option<&mut MaybeUninit<…>>`: what C leaves there is never read.
//! - Octets and texts come as a pointer and a length. Only functions that take those are `unsafe`,
//!   and only [`input`] turns them into slices.
//! - [`guard::call`] and [`guard::get`] turn panics and faults into codes, so that a body reads like
//!   any other Rust.
#![allow(unsafe_code, reason = "this is the C boundary")]
#![allow(
    clippy::missing_safety_doc,
    clippy::doc_markdown,
    reason = "the comments are the manual of C: Doxygen links names without backticks"
)]
#![allow(clippy::too_many_arguments, reason = "in C a slice is two arguments")]
#![allow(
    clippy::must_use_candidate,
    clippy::needless_pass_by_value,
    reason = "the callers are in C; a handle that is freed comes as a Box"
)]

mod codes;
mod error;
mod guard;
mod input;
mod memory;
mod output;
mod status;

pub mod decision;
pub mod exchange;
pub mod inspection;
pub mod judge;
pub mod policy;
pub mod policy_builder;
pub mod report;
pub mod report_checks;
pub mod report_path;
pub mod report_revocation;
pub mod request;
pub mod signer;
pub mod vid;

/// What the header says of threads, as the compiler checks it: a handle that any number of threads may
/// read, and one that may go from thread to thread.
const _: () = {
    const fn may_be_read_by_many<T: Send + Sync>() {}
    const fn may_go_from_thread_to_thread<T: Send>() {}

    may_be_read_by_many::<policy::PolicyHandle>();
    may_be_read_by_many::<report::ReportHandle>();
    may_be_read_by_many::<decision::DecisionHandle>();
    may_be_read_by_many::<inspection::InspectionHandle>();
    may_be_read_by_many::<ErrorHandle>();
    // While nobody changes them.
    may_be_read_by_many::<request::RequestHandle>();
    may_be_read_by_many::<exchange::ExchangeHandle>();
    may_go_from_thread_to_thread::<policy_builder::PolicyBuilderHandle>();
};

pub use codes::*;
pub use error::*;
pub use status::*;
