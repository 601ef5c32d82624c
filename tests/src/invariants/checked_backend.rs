//! A crypto backend that counts its requests, and has each answered by both backends.

use injang_core::{
    CryptoBackend, Digest, DigestAlgorithm, DigestStream, SignatureInput, SignatureRequest,
    SignatureStatus,
};
use injang_crypto::{AwsLc, Combined, RustCrypto};
use sha2::{Digest as _, Sha256};
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Mutex, PoisonError};

/// Answers as one of the backends does, and checks that the others give the same answer.
pub(super) struct CheckedBackend {
    backend: &'static dyn CryptoBackend,
    /// Its place in [`BACKENDS`].
    index: usize,
    digested: AtomicUsize,
    asked: AtomicUsize,
    unsupported: AtomicUsize,
}

const BACKENDS: [&dyn CryptoBackend; 3] = [&Combined, &RustCrypto, &AwsLc];

impl CheckedBackend {
    /// One for each backend, [`Combined`] first.
    pub(super) fn all() -> [Self; 3] {
        [0, 1, 2].map(|index| Self {
            backend: BACKENDS[index],
            index,
            digested: AtomicUsize::new(0),
            asked: AtomicUsize::new(0),
            unsupported: AtomicUsize::new(0),
        })
    }

    /// The one that computes everything.
    pub(super) fn combined() -> Self {
        let [combined, _, _] = Self::all();
        combined
    }

    /// How many octets were digested since the policy was made, those of messages in requests
    /// included.
    pub(super) fn digested(&self) -> usize {
        self.digested.load(Relaxed)
    }

    /// Counts digested octets from here on: what making a policy digests (its manifest) is not a
    /// document's.
    pub(super) fn begin(&self) {
        self.digested.store(0, Relaxed);
    }

    /// How many signature requests there were.
    pub(super) fn asked(&self) -> usize {
        self.asked.load(Relaxed)
    }

    /// Whether a request was for something that the backend does not compute.
    pub(super) fn has_gaps(&self) -> bool {
        self.unsupported.load(Relaxed) > 0
    }
}

impl CryptoBackend for CheckedBackend {
    fn name(&self) -> &'static str {
        self.backend.name()
    }

    fn digest(&self, algorithm: DigestAlgorithm, parts: &[&[u8]]) -> Option<Digest> {
        let octets: usize = parts.iter().map(|part| part.len()).sum();
        self.digested.fetch_add(octets, Relaxed);
        let digest = self.backend.digest(algorithm, parts);
        if digest.is_some() {
            let other = RustCrypto.digest(algorithm, &[&parts.concat()]);
            assert!(other.is_none() || other == digest, "digests differ");
        } else {
            self.unsupported.fetch_add(1, Relaxed);
        }
        digest
    }

    /// Contents in streams belong to no document here, so they are not counted.
    fn digest_stream(&self, algorithm: DigestAlgorithm) -> Option<Box<dyn DigestStream>> {
        self.backend.digest_stream(algorithm)
    }

    fn answer(&self, request: &SignatureRequest<'_>) -> SignatureStatus {
        self.asked.fetch_add(1, Relaxed);
        if let SignatureInput::Message(message) = &request.input {
            self.digested.fetch_add(message.len(), Relaxed);
        }
        let answer = answers(request)[self.index];
        if answer == SignatureStatus::Unsupported {
            self.unsupported.fetch_add(1, Relaxed);
        }
        answer
    }
}

/// The answers of the backends, in their order. Fuzzing makes the same request again and again, and RSA
/// is slow, so answers are kept.
fn answers(request: &SignatureRequest<'_>) -> [SignatureStatus; 3] {
    static KNOWN: Mutex<Option<HashMap<[u8; 32], [SignatureStatus; 3]>>> = Mutex::new(None);
    const MOST: usize = 1 << 16;

    let key = fingerprint(request);
    let known = || KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(answers) = known().get_or_insert_default().get(&key) {
        return *answers;
    }
    let answers = BACKENDS.map(|backend| backend.answer(request));
    for (index, answer) in answers.iter().enumerate() {
        assert!(
            *answer == answers[0] || *answer == SignatureStatus::Unsupported,
            "{} says {answer:?}, {} says {:?} to {:?}, {:?}",
            BACKENDS[index].name(),
            BACKENDS[0].name(),
            answers[0],
            request.algorithm,
            request.key,
        );
    }
    let mut known = known();
    let known = known.get_or_insert_default();
    if known.len() >= MOST {
        known.clear();
    }
    known.insert(key, answers);
    answers
}

fn fingerprint(request: &SignatureRequest<'_>) -> [u8; 32] {
    let key = format!("{:?} {:?}", request.key, request.algorithm);
    let mut hash = Sha256::new();
    let mut part = |octets: &[u8]| {
        hash.update(octets.len().to_be_bytes());
        hash.update(octets);
    };
    part(key.as_bytes());
    part(request.signature);
    match &request.input {
        SignatureInput::Message(message) => part(message),
        SignatureInput::Prehash(digest) => {
            part(digest.algorithm().name().as_bytes());
            part(digest.as_bytes());
        }
    }
    hash.finalize().into()
}
