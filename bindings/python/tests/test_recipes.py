"""Tables of the libraries that people have: what comes out is what pyarrow gets."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any, Iterator

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


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A PostgreSQL server of Debian's package, on a socket in a folder of its own."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        pytest.skip("PostgreSQL is not installed (Debian: postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="injang-pg-"))
    # The server refuses to be root.
    as_user: list[str] = []
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
        as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]

    def run(program: str, *arguments: str) -> None:
        command = [*as_user, str(found[-1].with_name(program)), *arguments]
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)

    data = str(folder / "data")
    run("initdb", "--pgdata", data, "--username", "tester", "--auth", "trust", "--encoding", "UTF8")
    log = str(folder / "log")
    run("pg_ctl", "start", "--wait", "-D", data, "-l", log, "-o", f"-k {folder} -h ''")
    try:
        yield f"host={folder} user=tester dbname=postgres"
    finally:
        run("pg_ctl", "stop", "-D", data, "-m", "immediate")
        shutil.rmtree(folder)


@pytest.mark.heavy
def test_psycopg(
    server: str, columns: dict[str, Any], policy: injang.Policy, at: datetime
) -> None:
    """Rows as they come from a cursor, in pieces; the outcomes back into a table."""
    psycopg = pytest.importorskip("psycopg")
    pa = pytest.importorskip("pyarrow")
    schema = pa.schema({"id": pa.string(), "signed_document": pa.binary(), "at": pa.timestamp("us", "UTC")})
    with psycopg.connect(server) as connection, connection.cursor() as cursor:
        cursor.execute("create table archive (id text, signed_document bytea, at timestamptz)")
        rows = zip(columns["id"], columns["signed_document"])
        for id, octets in rows:
            cursor.execute("insert into archive values (%s, %s, %s)", (id, octets, at))
        cursor.execute("create table judged (id text primary key, outcome text, reasons text[])")

        def batches() -> Iterator[Any]:
            with connection.cursor(name="archive") as stream:
                stream.execute("select id, signed_document, at from archive order by id")
                while rows := stream.fetchmany(2):
                    yield pa.record_batch(list(zip(*rows)), schema=schema)

        archive = pa.RecordBatchReader.from_batches(schema, batches())
        judged = pa.RecordBatchReader.from_stream(injang.verify_batch(archive, policy))
        for batch in judged:
            for row in batch.select(["id", "outcome", "reasons"]).to_pylist():
                cursor.execute("insert into judged values (%s, %s, %s)", tuple(row.values()))
        cursor.execute("select outcome from judged order by id")
        assert [outcome for (outcome,) in cursor.fetchall()] == ROWS


@pytest.mark.heavy
def test_adbc(server: str, columns: dict[str, Any], policy: injang.Policy, at: datetime) -> None:
    """Arrow all the way: no Python value for any row."""
    dbapi = pytest.importorskip("adbc_driver_postgresql.dbapi")
    pa = pytest.importorskip("pyarrow")
    uri = "postgresql:///postgres?" + server.replace(" dbname=postgres", "").replace(" ", "&")
    table = pa.table(columns).append_column("at", pa.array([at] * 3, pa.timestamp("us", "UTC")))
    with dbapi.connect(uri) as connection, connection.cursor() as cursor:
        cursor.adbc_ingest("adbc_archive", table)
        cursor.execute("select * from adbc_archive order by id")
        judged = pa.table(injang.verify_batch(cursor.fetch_record_batch(), policy))
        cursor.adbc_ingest("adbc_judged", judged.select(["id", "outcome", "accepted", "serial"]))
        cursor.execute("select outcome from adbc_judged order by id")
        assert [outcome for (outcome,) in cursor.fetchall()] == ROWS
