"""Judges the rows of a Spark DataFrame, on its executors.

``verify(df, policy)`` is ``verify_batch`` over ``DataFrame.mapInArrow``: one row in, one row out. It needs
pyspark, with the pyarrow and pandas that pyspark needs for it, on the driver and on every worker.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, Callable, Iterator, Optional

from ._errors import BatchError
from ._injang import Policy, batch_columns, verify_batch

if TYPE_CHECKING:
    from pyspark.sql import DataFrame as _DataFrame  # type: ignore[import-not-found,unused-ignore]

__all__ = ["SCHEMA", "schema", "verify"]

SCHEMA = (
    "id string, outcome string, accepted boolean, verdict string, sub_indication string, "
    "decision string, reasons array<string>, error_column string, error_code string, "
    "error_message string, at timestamp, provider string, product string, documents int, "
    "signers int, document_sha256 string, armor string, encoding string, content_sha256 string, "
    "sign_type string, digest_source string, digest_algorithm string, signature_algorithm string, "
    "key string, serial string, issuer string, certificate_sha256 string, not_before timestamp, "
    "not_after timestamp, policies array<string>, claimed_signing_time timestamp, "
    "identity string, vid_layout string, failed_checks array<string>, "
    "undecided_checks array<string>, findings array<string>, path_sha256 array<string>, "
    "revocation_sha256 array<string>, engine string, policy_sha256 string"
)
"""The columns that ``verify`` gives, as Spark writes a schema."""



def schema(*, text: bool = False, json: bool = False) -> str:
    """The columns that ``verify`` gives with these reports."""
    reports = [name for name, is_asked in (("text", text), ("json", json)) if is_asked]
    return ", ".join([SCHEMA, *(f"{name} string" for name in reports)])


def verify(
    df: _DataFrame,
    policy: Policy,
    columns: Optional[dict[str, str]] = None,
    *,
    threads: int = 1,
    **options: Any,
) -> _DataFrame:
    """Judges each row of a DataFrame and gives a row for it, in the order of its partition.

    ``columns`` maps inputs to columns of other names, and ``options`` are the other keywords of
    ``verify_batch`` (``at=``, ``sign_type=``, ``text=``, ``json=`` and so on). Only the columns that are
    read are sent to Python. A row that can't be judged is a row that says so.

    The policy, with all it trusts and its revocation data, is sent to each executor once, and each row
    names its ``policy_sha256``. An executor whose package makes another policy of it fails. ``threads``
    is for one task: Spark's own tasks use the cores.
    """
    _check(df, policy, columns, threads, options)
    read = _columns_read(df, columns)
    judge = _judge(_Shared.of(df, policy), columns, threads, options)
    wanted = schema(text=options.get("text") is not None, json=bool(options.get("json")))
    return df.select(*(f"`{name.replace('`', '``')}`" for name in read)).mapInArrow(judge, wanted)


def _columns_read(df: _DataFrame, columns: Optional[dict[str, str]]) -> list[str]:
    mapped = columns or {}
    names = [mapped.get(name, name) for name, _, _ in batch_columns()[0]]
    return list(dict.fromkeys(name for name in names if name in df.columns))


def _check(
    df: _DataFrame,
    policy: Policy,
    columns: Optional[dict[str, str]],
    threads: int,
    options: dict[str, Any],
) -> None:
    """Raises on the driver what every task would raise."""
    import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]
    from pyspark.sql.pandas.types import (  # type: ignore[import-not-found,unused-ignore]
        to_arrow_schema,
    )

    if not isinstance(policy, Policy):
        raise TypeError(f"policy: takes an injang.Policy, not {type(policy).__name__}")
    repeated = {name for name in df.columns if df.columns.count(name) > 1}
    for name in _columns_read(df, columns):
        if name in repeated:
            raise BatchError(f"table: several columns are named {name}")
    unread = [name for name in (columns or {}).values() if name not in df.columns]
    if unread:
        raise BatchError(f"table: there is no column {unread[0]}")
    read = df.select(*(f"`{name.replace('`', '``')}`" for name in _columns_read(df, columns)))
    empty = pa.schema(to_arrow_schema(read.schema)).empty_table()
    verify_batch(empty, policy, columns=columns, threads=threads, **options)


class _Shared:
    """A policy as each worker gets it once, and what its hash must be there."""

    def __init__(self, policy: Callable[[], Policy], sha256: Optional[str]) -> None:
        self._policy = policy
        self._sha256 = sha256

    @classmethod
    def of(cls, df: _DataFrame, policy: Policy) -> _Shared:
        try:
            shared = df.sparkSession.sparkContext.broadcast(policy)
        except Exception:  # Spark Connect has no context: then the policy goes with the task.
            return cls(_Held(policy), policy.policy_sha256)
        return cls(_Broadcast(shared), policy.policy_sha256)

    def policy(self) -> Policy:
        policy = self._policy()
        if policy.policy_sha256 != self._sha256:
            raise RuntimeError(
                "the worker's injang makes another policy of what the driver sent: "
                "install the same version everywhere"
            )
        return policy


class _Held:
    def __init__(self, policy: Policy) -> None:
        self._policy = policy

    def __call__(self) -> Policy:
        return self._policy


class _Broadcast:
    def __init__(self, shared: Any) -> None:
        self._shared = shared

    def __call__(self) -> Policy:
        policy: Policy = self._shared.value
        return policy


def _judge(
    shared: _Shared,
    columns: Optional[dict[str, str]],
    threads: int,
    options: dict[str, Any],
) -> Callable[[Iterator[Any]], Iterator[Any]]:
    def judge(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

        first = next(batches, None)
        if first is None:
            return
        reader = pa.RecordBatchReader.from_batches(first.schema, chain([first], batches))
        judged = verify_batch(reader, shared.policy(), columns=columns, threads=threads, **options)
        for batch in pa.RecordBatchReader.from_stream(judged):
            yield _as_spark_has_it(batch)

    return judge


def _as_spark_has_it(batch: Any) -> Any:
    """Timestamps in microseconds and plain strings, which is all that Spark takes back."""
    import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

    def type_of(kind: Any) -> Any:
        if pa.types.is_timestamp(kind):
            return pa.timestamp("us", "UTC")
        return pa.string() if pa.types.is_large_string(kind) else kind

    fields = [field.with_type(type_of(field.type)) for field in batch.schema]
    arrays = [array.cast(field.type) for array, field in zip(batch.columns, fields)]
    return pa.RecordBatch.from_arrays(arrays, schema=pa.schema(fields))
