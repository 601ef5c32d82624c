"""The archive with planted failures that the generator wrote (``INJANG_PLANTED``): its rows as a table,
and what must come out."""

from __future__ import annotations

import functools
import os
from pathlib import Path
from typing import Any, Optional

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as csv
import pytest

import injang

KINDS = ["outcome", "sub_indication", "identity", "error_code"]


class Archive:
    def __init__(self, folder: Path, rows: Optional[int]) -> None:
        options = csv.ParseOptions(delimiter="\t")
        kinds = ["id", "kind", "digest", "at", "sign_type", "ci", "vid"]
        types: dict[str, Any] = dict.fromkeys(kinds, pa.string())
        types |= dict.fromkeys(["document", "content"], pa.int32())
        convert = csv.ConvertOptions(column_types=types, null_values=[""], strings_can_be_null=True)
        read = csv.read_csv(folder / "rows.tsv", parse_options=options, convert_options=convert)
        self.folder = folder
        self.rows = read.slice(0, rows)
        text = dict.fromkeys(["name", *KINDS], pa.string())
        convert = csv.ConvertOptions(column_types=text, null_values=[""], strings_can_be_null=True)
        self.kinds = csv.read_csv(folder / "kinds.tsv", parse_options=options, convert_options=convert)

    def files(self, name: str) -> list[bytes]:
        return [it.read_bytes() for it in sorted((self.folder / name).iterdir())]

    def policy(self) -> injang.Policy:
        return injang.Policy(
            trust=self.files("trust"),
            revocation="require",
            revocation_data=self.files("revocation_data"),
        )

    @functools.cache
    def table(self) -> pa.Table:
        """The columns that are judged."""
        table = self.rows.drop(["kind", "document", "content"])
        for column, files, index in [
            ("signed_document", "documents", "document"),
            ("content", "contents", "content"),
        ]:
            pool = pa.array(self.files(files), pa.binary())
            table = table.append_column(column, pool.take(self.rows[index].combine_chunks()))
        return table

    def check(self, judged: pa.Table) -> None:
        """Every planted row says what its kind must say, and every other one is accepted."""
        assert judged["id"].to_pylist() == self.rows["id"].to_pylist()
        expected = {
            row["name"]: tuple(row[name] for name in KINDS) for row in self.kinds.to_pylist()
        }
        assert len(expected) >= 20
        seen = dict.fromkeys(expected, 0)
        columns = [judged[name].to_pylist() for name in [*KINDS, "accepted"]]
        kinds, claims = self.rows["kind"].to_pylist(), self.rows["ci"].to_pylist()
        for number, (kind, ci, *found, accepted) in enumerate(zip(kinds, claims, *columns)):
            good = ("accepted", None, "not-claimed" if ci is None else "matched", None)
            assert tuple(found) == expected.get(kind, good), (number, kind)
            assert accepted == (kind is None), (number, kind)
            if kind is not None:
                seen[kind] += 1
        assert min(seen.values()) > len(kinds) // 2_000, seen


def read(rows: Optional[int] = None) -> Archive:
    folder = os.environ.get("INJANG_PLANTED")
    if folder is None:
        pytest.skip("INJANG_PLANTED names no archive: cargo xtask python makes one")
    return Archive(Path(folder), rows)


def order(judged: pa.Table) -> Any:
    """The rows by their numbers."""
    return pc.sort_indices(judged["id"].cast(pa.int32()))
