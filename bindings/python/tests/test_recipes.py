"""The recipes of docs/recipes.md, as they stand there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any, Iterator

import pytest
from conftest import ROOT, VECTORS

ROWS = ["accepted", "rejected", "not-judged"]
PAGES = ["recipes.md", "recipes.ko.md"]


def code(page: str, title: str) -> str:
    """The code under a title; under none that which stands before all of them."""
    text = (ROOT / "docs" / page).read_text("utf-8")
    for section in text.split("\n## ") if title else [text]:
        blocks = re.findall(r"```python\n(.*?)```", section, re.DOTALL)
        if not title or section.split("\n", 1)[0] == title:
            return str(blocks[0])
    raise AssertionError(f"{page} has no recipe {title}")


@pytest.fixture
def archive(document: bytes, at: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A Parquet file in a folder in which the recipes find the samples too."""
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    table = pa.table(
        {
            "id": ["a", "b", "c"],
            "signature": pa.array([document, b"none", None], pa.binary()),
            "received_at": pa.array([at] * 3, pa.timestamp("us", "UTC")),
        }
    )
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests/vectors").symlink_to(VECTORS)
    monkeypatch.chdir(tmp_path)
    pq.write_table(table, "archive.parquet")
    return table


def run(page: str, title: str, **given: Any) -> dict[str, Any]:
    names = dict(given)
    exec(code(page, ""), names)
    exec(compile(code(page, title), f"{page}: {title}", "exec"), names)
    return names


@pytest.mark.parametrize("page", PAGES)
def test_pyarrow(page: str, archive: Any) -> None:
    import pyarrow.parquet as pq

    run(page, "pyarrow")
    judged = pq.read_table("judged.parquet")
    assert judged["outcome"].to_pylist() == ROWS
    assert b"injang.conditions" in judged.schema.metadata


@pytest.mark.parametrize("page", PAGES)
def test_polars(page: str, archive: Any) -> None:
    pytest.importorskip("polars")
    names = run(page, "Polars")
    assert names["judged"]["outcome"].to_list() == ROWS
    assert names["doubtful"]["id"].to_list() == ["b", "c"]


@pytest.mark.parametrize("page", PAGES)
def test_pandas(page: str, archive: Any) -> None:
    pytest.importorskip("pandas")
    names = run(page, "pandas")
    assert list(names["judged"]["outcome"]) == ROWS
    assert names["counts"].to_dict() == dict.fromkeys(ROWS, 1)


@pytest.mark.parametrize("page", PAGES)
def test_duckdb(page: str, archive: Any) -> None:
    pytest.importorskip("duckdb")
    names = run(page, "DuckDB")
    assert names["counts"] == [("accepted", 1), ("not-judged", 1), ("rejected", 1)]


@pytest.fixture(scope="module")
def server() -> Iterator[Path]:
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
        yield folder
    finally:
        run("pg_ctl", "stop", "-D", data, "-m", "immediate")
        shutil.rmtree(folder)


@pytest.fixture
def connection(server: Path, archive: Any) -> Iterator[Any]:
    """The archive as a table, and an empty one for what comes out."""
    psycopg = pytest.importorskip("psycopg")
    with psycopg.connect(f"host={server} user=tester dbname=postgres") as connection:
        for name in ("archive", "judged", "judged_by_adbc"):
            connection.execute(f"drop table if exists {name}")
        connection.execute("create table archive (id text, signature bytea, received_at timestamptz)")
        for row in archive.to_pylist():
            connection.execute("insert into archive values (%s, %s, %s)", tuple(row.values()))
        connection.execute(
            "create table judged (id text primary key, outcome text not null, "
            "accepted boolean not null, reasons text[] not null, policy_sha256 text not null)"
        )
        connection.commit()
        yield connection


@pytest.mark.heavy
@pytest.mark.parametrize(
    "title", [("recipes.md", "PostgreSQL with psycopg"), ("recipes.ko.md", "PostgreSQL: psycopg")]
)
def test_psycopg(title: tuple[str, str], server: Path, connection: Any) -> None:
    run(*title, dsn=f"host={server} user=tester dbname=postgres")
    rows = connection.execute("select outcome, accepted, reasons from judged order by id").fetchall()
    assert [outcome for outcome, _, _ in rows] == ROWS
    assert [accepted for _, accepted, _ in rows] == [True, False, False]
    assert rows[1][2] != [] and rows[0][2] == []


@pytest.mark.heavy
@pytest.mark.parametrize(
    "title", [("recipes.md", "PostgreSQL through ADBC"), ("recipes.ko.md", "PostgreSQL: ADBC")]
)
def test_adbc(title: tuple[str, str], server: Path, connection: Any) -> None:
    pytest.importorskip("adbc_driver_postgresql")
    run(*title, uri=f"postgresql:///postgres?host={server}&user=tester")
    rows = connection.execute("select outcome from judged_by_adbc order by id").fetchall()
    assert [outcome for (outcome,) in rows] == ROWS
