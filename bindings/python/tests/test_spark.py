"""Spark judges each row as one machine does."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import datetime
from pathlib import Path
from typing import Any, Iterator

import archive
import pyarrow as pa
import pytest
from conftest import ROOT

import injang
from injang import spark as injang_spark

pytestmark = pytest.mark.heavy
pyspark = pytest.importorskip("pyspark")

TYPES = {"text": "string", "flag": "boolean", "count": "int", "time": "timestamp"}
TYPES["texts"] = "array<string>"


def test_schema_is_that_of_the_engine() -> None:
    _, written = injang.batch_columns()
    expected = ", ".join(f"{name} {TYPES[kind]}" for name, kind, _ in written)
    assert injang_spark.SCHEMA == expected
    assert injang_spark.schema(text=True, json=True) == expected + ", text string, json string"


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("Java is not installed, which Spark runs on")
    package = str(Path(injang.__file__).parents[1])
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = os.pathsep.join([package, os.environ.get("PYTHONPATH", "")])
    builder = SparkSession.builder.master("local[2]").appName("injang")
    builder = builder.config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.session.timeZone", "Asia/Seoul")
    # Input batches smaller than a partition, and larger than an output batch.
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "5000")
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def planted() -> archive.Archive:
    return archive.read(rows=20_000)


def test_every_planted_row_and_no_other(session: Any, planted: archive.Archive) -> None:
    """In partitions of unequal size, one of them empty: equal row by row to one machine's result."""
    from pyspark.sql import functions as F

    policy = planted.policy()
    df = session.createDataFrame(planted.table())
    number = F.col("id").cast("int")
    parts = F.when(number < 15_000, 0).when(number < 19_000, 1).when(number < 19_900, 2)
    df = df.withColumn("part", parts.otherwise(4)).repartition(5, "part")
    judged = injang_spark.verify(df, policy).toArrow()
    assert judged.num_rows == planted.table().num_rows
    in_order = judged.take(archive.order(judged))
    planted.check(in_order)
    alone = pa.table(injang.verify_batch(planted.table(), policy))
    for name in alone.column_names:
        expected = alone[name].cast(in_order[name].type)
        assert in_order[name].combine_chunks().equals(expected.combine_chunks()), name
    assert set(in_order["policy_sha256"].to_pylist()) == {policy.policy_sha256}


def test_columns_by_other_names(
    session: Any, document: bytes, policy: injang.Policy, at: datetime
) -> None:
    rows = [("a", bytearray(document), 1), ("b", bytearray(b"none"), 2), ("c", None, 3)]
    df = session.createDataFrame(rows, "`a name` string, signature binary, other int")
    columns = {"signed_document": "signature", "id": "a name"}
    judged = injang_spark.verify(df, policy, columns, at=at, json=True, text="ko")
    found = {row.id: row for row in judged.collect()}
    assert {it: row.outcome for it, row in found.items()} == {
        "a": "accepted",
        "b": "rejected",
        "c": "not-judged",
    }
    assert found["a"].json == injang.audit(document, policy, at=at).to_json(lang="ko")
    assert found["a"].text == injang.audit(document, policy, at=at).to_text(lang="ko")
    assert found["a"].at.timestamp() == at.timestamp()


def test_what_is_wrong_is_said_on_the_driver(
    session: Any, document: bytes, policy: injang.Policy, at: datetime
) -> None:
    verify: Any = injang_spark.verify
    df = session.createDataFrame([(bytearray(document), 1.5)], "signed_document binary, x double")
    for arguments, options, error, says in [
        ((df, policy), {}, injang.BatchError, "no column at"),
        ((df.drop("signed_document"), policy), {"at": at}, injang.BatchError, "signed_document"),
        ((df, policy, {"content": "y"}), {"at": at}, injang.BatchError, "no column y"),
        ((df, policy, {"content": "x"}), {"at": at}, injang.BatchError, "Float64"),
        ((df, policy), {"at": datetime(2026, 3, 2)}, ValueError, "^at: "),
        ((df, policy), {"at": at, "sign_type": "cms"}, ValueError, "^sign_type: "),
        ((df, "policy"), {"at": at}, TypeError, "policy"),
        ((df, policy), {"at": at, "unknown": 1}, TypeError, "unknown"),
    ]:
        with pytest.raises(error, match=says):
            verify(*arguments, **options)


@pytest.mark.parametrize("page", ["spark.md", "spark.ko.md"])
def test_page(session: Any, document: bytes, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "docs" / page).read_text("utf-8")
    code = text.split("```python\n")[1].split("```")[0]
    monkeypatch.chdir(ROOT)
    rows = [("a", bytearray(document)), ("b", bytearray(b"none")), ("c", None)]
    names = {"df": session.createDataFrame(rows, "id string, signature binary")}
    exec(compile(code, page, "exec"), names)
    counts = {row.outcome: row["count"] for row in names["counts"].collect()}
    assert counts == {"accepted": 1, "rejected": 1, "not-judged": 1}
