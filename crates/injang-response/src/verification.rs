//! How the signatures of an answer are verified.

use crate::provider_time::At;
use injang_core::{Policy, Request as DocumentRequest};

/// A policy, and what is asked of every document of an answer.
#[derive(Clone, Copy)]
pub(crate) struct VerificationSettings<'p> {
    /// The time that the caller asked for; that of the request may be the provider's.
    pub(crate) at: At,
    pub(crate) policy: &'p Policy<'p>,
    pub(crate) request: DocumentRequest<'p>,
}
