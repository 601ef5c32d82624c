"""Tables of the libraries that people have: what comes out is what pyarrow gets."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

import injang

ROWS = ["accepted", "rejected", "not-judged"]


@pytest.fixture
def columns(document: bytes) -> dict[str, Any]:
    return {"id": ["a", "b", "c"], "signed_document": [document, b"none", None]}


def test_pyarrow(columns: dict[str, Any], policy: injang.Policy, at: datetime) -> None:
    pa = pytest.importorskip("pyarrow")
    judged = pa.table(injang.verify_batch(pa.table(columns), policy, at=at))
    assert judged["outcome"].to_pylist() == ROWS


def test_polars(columns: dict[str, Any], policy: injang.Policy, at: datetime) -> None:
    pl = pytest.importorskip("polars")
    frame = pl.DataFrame(columns).with_columns(at=pl.lit(at))
    judged = pl.DataFrame(injang.verify_batch(frame, policy))
    assert judged["outcome"].to_list() == ROWS
    assert judged.filter(pl.col("accepted"))["id"].to_list() == ["a"]


def test_pandas(columns: dict[str, Any], policy: injang.Policy, at: datetime) -> None:
    pd = pytest.importorskip("pandas")
    pa = pytest.importorskip("pyarrow")
    frame = pd.DataFrame(columns)
    frame["at"] = pd.Timestamp(at)
    judged = pa.table(injang.verify_batch(frame, policy)).to_pandas()
    assert list(judged["outcome"]) == ROWS


def test_duckdb(columns: dict[str, Any], policy: injang.Policy, at: datetime) -> None:
    duckdb = pytest.importorskip("duckdb")
    pa = pytest.importorskip("pyarrow")
    archive = pa.table(columns)
    relation = duckdb.sql("select *, timestamptz '2026-03-02 09:00:00+00' as at from archive")
    judged = pa.table(injang.verify_batch(relation, policy))
    counted = duckdb.sql("select outcome, count(*) from judged group by all order by all").fetchall()
    assert counted == [("accepted", 1), ("not-judged", 1), ("rejected", 1)]
    assert archive.num_rows == 3
