//! Some tens of documents, judged one after the other and by the batch engine on one thread.

use arrow_array::{ArrayRef, BinaryArray, RecordBatch};
use injang::{Policy, Request, Revocation};
use injang_batch::{Engine, Input};
use std::sync::Arc;

const AT: &str = "2026-03-02T09:00:00Z";
/// Documents of a batch.
const DOCUMENTS: usize = 64;

/// The same documents for both.
pub struct Batch {
    document: &'static [u8],
    policy: Policy,
    engine: Engine,
    table: RecordBatch,
}

impl Batch {
    /// Documents of Toss's shape: DER, RSA-2048 below RSA-2048, signed attributes.
    pub fn toss() -> Self {
        Self::new(
            include_bytes!("../../tests/vectors/toss/attached/document.der"),
            include_bytes!("../../tests/vectors/toss/ca.der"),
        )
    }

    /// Documents of Kakao's shape: BER, P-256, no attributes.
    pub fn kakao() -> Self {
        Self::new(
            include_bytes!("../../tests/vectors/kakao/armor-none/document.der"),
            include_bytes!("../../tests/vectors/kakao/ca.der"),
        )
    }

    fn new(document: &'static [u8], ca: &[u8]) -> Self {
        let builder = Policy::builder(Revocation::NotChecked);
        let policy = builder.trust(ca).expect("an anchor").build();
        let builder = Engine::builder(&policy).threads(1);
        let engine = builder.constant(Input::At, AT.as_bytes()).build();
        let documents = vec![document; DOCUMENTS];
        let documents: ArrayRef = Arc::new(BinaryArray::from(documents));
        let table = RecordBatch::try_from_iter([("signed_document", documents)]);
        let batch = Self {
            document,
            policy,
            engine: engine.expect("an engine"),
            table: table.expect("a table"),
        };
        batch.one_by_one();
        batch
    }

    /// Audits them one by one.
    ///
    /// # Panics
    /// If one of them does not pass.
    pub fn one_by_one(&self) {
        let request = Request::at(AT.parse().expect("time"));
        for _ in 0..DOCUMENTS {
            assert!(self.policy.audit(self.document, &request).is_accepted());
        }
    }

    /// Judges them as the rows of a table.
    ///
    /// # Panics
    /// If that can't be done.
    pub fn judge(&self) -> RecordBatch {
        self.engine.verify(&self.table).expect("a table")
    }
}
