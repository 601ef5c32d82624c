//! The engine: a policy, what the columns are, and threads.

use crate::fault::BatchError;
use crate::input::Input;
use crate::judge::Judge;
use crate::output::{self, Reports, SCHEMA_VERSION, Shared, Written};
use crate::source::{Mapping, Sources};
use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use injang::{Lang, Policy, View};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::sync::Arc;
use zeroize::Zeroizing;

/// Rows whose signature requests are answered together. A key is then parsed once for all of them; with more
/// rows the allocator has more in hand than it finds again quickly, which costs as much as that saves.
const TOGETHER: usize = 8;

/// Rows of an output batch at most: what is in memory beside the input.
pub const ROWS: usize = 4096;

/// Octets of text in an output batch at most, unless one row alone has more: far below the 2 GiB that
/// the offsets of its columns reach.
const MOST_OCTETS: usize = 256 << 20;

/// Octets that are reckoned for a row's report in JSON or for people, beside what it shows of its input.
const OF_A_REPORT: usize = 64 << 10;

/// Threads at most that may be asked for.
pub const MOST_THREADS: usize = 1024;

/// Judges batches under one policy, whose cache all of them share.
///
/// ```
/// use arrow_array::{BinaryArray, RecordBatch, StringArray};
/// use injang::{Policy, Revocation};
/// use injang_batch::{Engine, Input};
/// use std::sync::Arc;
///
/// # let ca = include_bytes!("../../../tests/vectors/toss/ca.der");
/// # let document = &include_bytes!("../../../tests/vectors/toss/attached/document.der")[..];
/// let policy = Policy::builder(Revocation::NotChecked).trust(ca)?.build();
/// let engine = Engine::builder(&policy)
///     .column(Input::SignedDocument, "signature")
///     .constant(Input::At, b"2026-03-02T09:00:00Z")
///     .build()?;
/// let documents = BinaryArray::from(vec![Some(document), Some(b"none"), None]);
/// let batch = RecordBatch::try_from_iter([("signature", Arc::new(documents) as _)])?;
/// let output = engine.verify(&batch)?;
/// let outcomes = output.column_by_name("outcome").unwrap();
/// let expected = StringArray::from(vec!["accepted", "rejected", "not-judged"]);
/// assert_eq!(outcomes.as_ref(), &expected as &dyn arrow_array::Array);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Engine {
    policy: Policy,
    shared: Shared,
    mapping: Mapping,
    reports: Reports,
    view: View,
    schema: SchemaRef,
    /// `None` for the caller's own thread.
    pool: Option<ThreadPool>,
    /// [`MOST_OCTETS`], and less in tests.
    pub(crate) most_octets: usize,
}

/// Says what an [`Engine`] reads and writes.
#[derive(Clone)]
pub struct EngineBuilder {
    policy: Policy,
    mapping: Mapping,
    reports: Reports,
    view: View,
    threads: usize,
}

impl EngineBuilder {
    /// Reads an input from the column of this name, which must be there; by default from the one of
    /// the input's own name, if there is one.
    #[must_use]
    pub fn column(mut self, input: Input, name: impl Into<String>) -> Self {
        self.mapping.columns.insert(input, name.into());
        self
    }

    /// Takes an input to be the same in all rows: as text, in the form that a column would have it.
    #[must_use]
    pub fn constant(mut self, input: Input, octets: &[u8]) -> Self {
        let octets = Zeroizing::new(octets.to_vec());
        self.mapping.constants.insert(input, octets);
        self
    }

    /// Adds the report on each row for people, in this language, as the column `text`.
    #[must_use]
    pub const fn text(mut self, lang: Lang) -> Self {
        self.reports.text = true;
        self.view.lang = lang;
        self
    }

    /// Adds the report on each row in JSON, as the column `json`.
    #[must_use]
    pub const fn json(mut self) -> Self {
        self.reports.json = true;
        self
    }

    /// So many threads; 0, the default, for as many as the machine has. With 1 the caller's own
    /// thread judges, and no other is started. No row depends on it.
    #[must_use]
    pub const fn threads(mut self, threads: usize) -> Self {
        self.threads = threads;
        self
    }

    /// The engine, if what is given for all rows can be read.
    pub fn build(self) -> Result<Engine, BatchError> {
        let mapping = self.mapping;
        let mut given = mapping.constants.keys();
        if let Some(input) = given.find(|input| mapping.columns.contains_key(input)) {
            return Err(BatchError::GivenTwice { input: *input });
        }
        crate::constants::check(&mapping)?;
        let pool = match self.threads {
            1 => None,
            0..=MOST_THREADS => Some(
                ThreadPoolBuilder::new()
                    .num_threads(self.threads)
                    .thread_name(|index| format!("injang-{index}"))
                    .build()
                    .map_err(|error| BatchError::Threads(error.to_string()))?,
            ),
            more => {
                let text = format!("{more} are more than {MOST_THREADS}");
                return Err(BatchError::Threads(text));
            }
        };
        let stated = self.policy.core().stated();
        let policy_sha256 = stated.policy_sha256;
        let policy_sha256 = policy_sha256.map(|it| base16ct::lower::encode_string(&it));
        let metadata = HashMap::from([
            ("injang.schema".to_owned(), SCHEMA_VERSION.to_owned()),
            ("injang.engine".to_owned(), injang::ENGINE.to_owned()),
            ("injang.conditions".to_owned(), self.policy.to_json()),
        ]);
        Ok(Engine {
            schema: output::schema(self.reports, metadata),
            policy: self.policy,
            shared: Shared {
                engine: Some(injang::ENGINE.to_owned()),
                policy_sha256,
            },
            mapping,
            reports: self.reports,
            view: self.view,
            pool,
            most_octets: MOST_OCTETS,
        })
    }
}

impl Engine {
    /// Begins an engine that judges by this policy.
    pub fn builder(policy: &Policy) -> EngineBuilder {
        EngineBuilder {
            policy: policy.clone(),
            mapping: Mapping::default(),
            reports: Reports::default(),
            view: View::default(),
            threads: 0,
        }
    }

    /// The schema of every batch that it writes. Its metadata has the version of the schema
    /// (`injang.schema`), the library (`injang.engine`) and the conditions that all rows share
    /// (`injang.conditions`, in JSON).
    pub const fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    /// Whether batches of this schema can be judged, and if not, why.
    pub fn check(&self, schema: &SchemaRef) -> Result<(), BatchError> {
        let empty = RecordBatch::new_empty(Arc::clone(schema));
        Sources::bind(&self.mapping, &empty).map(|_| ())
    }

    /// Judges a batch: one row for each of its rows, in their order. Where they say more text than one
    /// batch holds, that is an error ([`BatchError::TooLarge`]); [`Self::reader`] then makes several.
    pub fn verify(&self, batch: &RecordBatch) -> Result<RecordBatch, ArrowError> {
        let sources = Sources::bind(&self.mapping, batch).map_err(external)?;
        let written = self.judged(&sources, batch.num_rows());
        output::batch(&self.schema, self.reports, &self.shared, written)
    }

    /// Judges the first rows of a batch: as many as fit into an output batch, one at least if there is
    /// one. Gives them, and how many they are.
    ///
    /// 1. What a row will say is reckoned from its cells, so that no more rows are judged than are held
    ///    in memory with ease.
    /// 2. What it says can be more than was reckoned: a batch ends before the row that would be too much.
    fn first(&self, batch: &RecordBatch) -> Result<(VecDeque<RecordBatch>, usize), ArrowError> {
        let sources = Sources::bind(&self.mapping, batch).map_err(external)?;
        let reports = [self.reports.text, self.reports.json];
        let reports = reports.into_iter().filter(|it| *it).count() * OF_A_REPORT;
        let (mut count, mut octets) = (0, 0);
        while count < batch.num_rows().min(ROWS) {
            octets += sources.octets(count) + reports;
            if count > 0 && octets > self.most_octets {
                break;
            }
            count += 1;
        }
        let mut batches = VecDeque::new();
        let (mut part, mut octets) = (Vec::new(), 0);
        for written in self.judged(&sources, count) {
            let own = written.octets();
            if !part.is_empty() && octets + own > self.most_octets {
                let full = std::mem::take(&mut part);
                batches.push_back(output::batch(
                    &self.schema,
                    self.reports,
                    &self.shared,
                    full,
                )?);
                octets = 0;
            }
            octets += own;
            part.push(written);
        }
        batches.push_back(output::batch(
            &self.schema,
            self.reports,
            &self.shared,
            part,
        )?);
        Ok((batches, count))
    }

    /// Judges so many rows, from the first one on.
    fn judged(&self, sources: &Sources<'_>, count: usize) -> Vec<Written> {
        let judge = Judge {
            policy: &self.policy,
            reports: self.reports,
            view: self.view,
            most_octets: self.most_octets,
        };
        let some = |start: usize| judge.rows(sources, start..count.min(start + TOGETHER));
        let starts = (0..count).step_by(TOGETHER);
        match &self.pool {
            None => starts.flat_map(some).collect(),
            Some(pool) => {
                let starts: Vec<usize> = starts.collect();
                let all = pool.install(|| starts.into_par_iter().map(some).collect::<Vec<_>>());
                all.into_iter().flatten().collect()
            }
        }
    }

    /// Judges what a reader gives, as it is asked for: batches of at most [`ROWS`] rows and some 256 MiB
    /// of text. After an error there is nothing more.
    pub fn reader<R: RecordBatchReader>(
        self: Arc<Self>,
        input: R,
    ) -> Result<Reader<R>, BatchError> {
        self.check(&input.schema())?;
        Ok(Reader {
            engine: self,
            input,
            pending: None,
            made: VecDeque::new(),
            is_done: false,
        })
    }
}

fn external(error: BatchError) -> ArrowError {
    ArrowError::ExternalError(Box::new(error))
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine")
            .field("policy", &self.policy)
            .field("reports", &self.reports)
            .finish_non_exhaustive()
    }
}

/// Judged batches, made as they are asked for.
pub struct Reader<R> {
    engine: Arc<Engine>,
    input: R,
    /// A batch of the input, and how many of its rows are done.
    pending: Option<(RecordBatch, usize)>,
    /// Output that is not given yet.
    made: VecDeque<RecordBatch>,
    is_done: bool,
}

impl<R: RecordBatchReader> Reader<R> {
    /// The next rows: the rest of the pending batch, as much as one output batch holds. An empty batch
    /// gives an empty batch.
    fn next_batch(&mut self) -> Option<Result<RecordBatch, ArrowError>> {
        if let Some(batch) = self.made.pop_front() {
            return Some(Ok(batch));
        }
        let (batch, done) = match self.pending.take() {
            Some(pending) => pending,
            None => match self.input.next()? {
                Ok(batch) => (batch, 0),
                Err(error) => return Some(Err(error)),
            },
        };
        let next = batch.slice(done, ROWS.min(batch.num_rows() - done));
        let (batches, count) = match self.engine.first(&next) {
            Ok(first) => first,
            Err(error) => return Some(Err(error)),
        };
        if done + count < batch.num_rows() {
            self.pending = Some((batch, done + count));
        }
        self.made = batches;
        self.made.pop_front().map(Ok)
    }
}

impl<R: RecordBatchReader> Iterator for Reader<R> {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_done {
            return None;
        }
        let next = self.next_batch();
        self.is_done = !matches!(next, Some(Ok(_)));
        next
    }
}

impl<R: RecordBatchReader> RecordBatchReader for Reader<R> {
    fn schema(&self) -> SchemaRef {
        Arc::clone(self.engine.schema())
    }
}
