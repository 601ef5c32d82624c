"""Tables in and out: types, bad rows, streams that fail, interruptions."""

from __future__ import annotations

import ctypes
import functools
import json
import os
import signal
import subprocess
import sys
import textwrap
from datetime import datetime
from pathlib import Path
from typing import Any, Iterator

import pyarrow as pa
import pytest
from conftest import VECTORS

import injang

UTC = pa.timestamp("us", "UTC")


def verify(table: Any, policy: injang.Policy, **options: Any) -> pa.Table:
    return pa.table(injang.verify_batch(table, policy, **options))


@pytest.fixture
def rows(document: bytes, at: datetime) -> pa.Table:
    broken = document[:-1] + bytes([document[-1] ^ 1])
    return pa.table(
        {
            "id": ["good", "broken", "cut", "null", "late"],
            "signed_document": [document, broken, document[:100], None, document],
            "at": pa.array([at, at, at, at, None], UTC),
        }
    )


def test_one_row_in_one_row_out(rows: pa.Table, policy: injang.Policy) -> None:
    output = verify(rows, policy)
    assert output["id"].to_pylist() == rows["id"].to_pylist()
    assert output["outcome"].to_pylist() == [
        "accepted",
        "rejected",
        "rejected",
        "not-judged",
        "not-judged",
    ]
    assert output["accepted"].to_pylist() == [True, False, False, False, False]
    assert output["error_code"].to_pylist() == [
        None,
        None,
        None,
        "nothing-to-judge",
        "cell-missing",
    ]
    assert output["error_column"].to_pylist()[4] == "at"
    assert output.schema.metadata[b"injang.schema"] == b"1"
    assert set(output["policy_sha256"].to_pylist()) == {policy.policy_sha256}


@pytest.mark.parametrize(
    "type_",
    [
        pa.binary(),
        pa.large_binary(),
        pa.binary_view(),
        pa.dictionary(pa.int8(), pa.binary()),
        pa.dictionary(pa.int64(), pa.large_binary()),
    ],
)
def test_types_of_octets(rows: pa.Table, policy: injang.Policy, type_: pa.DataType) -> None:
    expected = verify(rows, policy)
    column = rows["signed_document"].combine_chunks()
    if pa.types.is_dictionary(type_):
        column = column.cast(type_.value_type).dictionary_encode().cast(type_)
    else:
        column = column.cast(type_)
    other = rows.set_column(1, "signed_document", column)
    assert verify(other, policy) == expected
    assert verify(other.slice(1), policy) == expected.slice(1)


@pytest.mark.parametrize("type_", [pa.string(), pa.large_string(), pa.string_view()])
def test_types_of_text(rows: pa.Table, policy: injang.Policy, type_: pa.DataType) -> None:
    armored = [it and it.hex() for it in rows["signed_document"].to_pylist()]
    times = [it and it.isoformat() for it in rows["at"].to_pylist()]
    other = pa.table(
        {
            "id": pa.array(range(5), pa.uint64()),
            "signed_document": pa.array(armored, type_),
            "at": pa.array(times, type_),
        }
    )
    output = verify(other, policy)
    assert output["outcome"] == verify(rows, policy)["outcome"]
    assert output["id"].to_pylist() == ["0", "1", "2", "3", "4"]


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_units_of_time(rows: pa.Table, policy: injang.Policy, unit: str) -> None:
    seoul = rows["at"].cast(pa.timestamp(unit, "Asia/Seoul"))
    assert verify(rows.set_column(2, "at", seoul), policy) == verify(rows, policy)


def test_rows_depend_on_nothing(at: datetime) -> None:
    """Good and bad documents of many families, each as ``audit`` says of it alone. Nothing is remembered
    from one run to the next: an answer taken from a neighbour would not be the right one."""
    folders = [it.parent for it in sorted(VECTORS.glob("*/*/document.der"))[::20]]
    trust = {(folder / it).read_bytes() for folder in folders for it in anchors(folder)}
    make = functools.partial(injang.Policy, trust=sorted(trust), revocation="none", cache_size=0)
    files = [folder / "document.der" for folder in folders]
    table = pa.table({"signed_document": [it.read_bytes() for it in files]})
    alone = [injang.audit(it, make(), at=at).to_json() for it in files]
    for threads in (1, 2, 3, None):
        output = verify(table, make(), at=at, threads=threads, json=True)
        assert output["json"].to_pylist() == alone, threads
    assert 20 < output["accepted"].to_pylist().count(True) < len(files) - 20
    pieces = pa.Table.from_batches(table.to_batches(max_chunksize=7))
    assert verify(pieces, make(), at=at, json=True)["json"].to_pylist() == alone
    order = list(range(len(files)))[::-1]
    backwards = verify(table.take(order), make(), at=at, json=True)
    assert backwards["json"].to_pylist() == alone[::-1]
    assert backwards.take(order) == output


def anchors(folder: Path) -> list[str]:
    trust: list[str] = json.loads((folder / "case.json").read_text("utf-8"))["trust"]
    return trust


def test_more_rows_than_a_batch_holds(document: bytes, policy: injang.Policy, at: datetime) -> None:
    one = pa.array([document], pa.binary())
    indices = pa.array([0] * 10_000, pa.int32())
    column = pa.DictionaryArray.from_arrays(indices, one)
    table = pa.table({"id": list(range(10_000)), "signed_document": column})
    reader = pa.RecordBatchReader.from_stream(injang.verify_batch(table, policy, at=at))
    batches = list(reader)
    assert max(it.num_rows for it in batches) <= 4096
    output = pa.Table.from_batches(batches)
    assert output["id"].to_pylist() == [str(it) for it in range(10_000)]
    assert output["accepted"].to_pylist() == [True] * 10_000


def test_empty(rows: pa.Table, policy: injang.Policy) -> None:
    assert verify(rows.slice(0, 0), policy).num_rows == 0
    empty = rows.schema.empty_table().to_batches(max_chunksize=1)
    reader = pa.RecordBatchReader.from_batches(rows.schema, [*empty, *rows.to_batches(), *empty])
    assert verify(reader, policy) == verify(rows, policy)


def test_arrays_and_null_rows(document: bytes, policy: injang.Policy, at: datetime) -> None:
    """A row that is null is judged by nothing, whatever stands behind it."""
    fields = [pa.field("signed_document", pa.binary())]
    documents = pa.array([document, document, None, document])
    mask = pa.array([False, True, False, False])
    rows = pa.StructArray.from_arrays([documents], fields=fields, mask=mask)
    output = verify(rows, policy, at=at)
    expected = ["accepted", "not-judged", "not-judged", "accepted"]
    assert output["outcome"].to_pylist() == expected
    assert verify(rows.slice(1), policy, at=at)["outcome"].to_pylist() == expected[1:]
    chunked = pa.chunked_array([rows, rows.slice(1, 2)])
    assert verify(chunked, policy, at=at)["outcome"].to_pylist() == expected + expected[1:3]
    with pytest.raises(injang.BatchError, match="^table: .*no structs"):
        injang.verify_batch(documents, policy, at=at)


@pytest.mark.parametrize(
    ("column", "values", "says"),
    [
        ("signed_document", pa.array([1.5]), "signed_document .*Float64.*binary or text"),
        ("signed_document", pa.array([[b"x"]]), "signed_document .*List"),
        ("signed_document", pa.array([{"a": 1}]), "signed_document .*Struct"),
        ("signed_document", pa.array([1]), "signed_document .*Int64"),
        ("at", pa.array([datetime(2026, 3, 2)]), "at .*Timestamp.*time zone"),
        ("at", pa.array([1]), "at .*Int64"),
        ("at", pa.array([datetime(2026, 3, 2).date()]), "at .*Date32"),
        ("signer", pa.array([1.0]), "signer .*Float64"),
        ("id", pa.array([True]), "id .*Boolean"),
        ("vid", pa.array(["x"]), "vid needs ci"),
        ("ci", pa.array(["x"]), "ci needs vid"),
        ("vid_layout", pa.array(["ci-serial"]), "vid_layout needs ci"),
        ("digest_source", pa.array(["prehash"]), "digest_source needs digest"),
        ("response", pa.array([b"{}"]), "response needs provider"),
    ],
)
def test_wrong_columns(
    document: bytes, policy: injang.Policy, at: datetime, column: str, values: Any, says: str
) -> None:
    columns = {"signed_document": pa.array([document]), "at": pa.array([at], UTC)}
    columns[column] = values
    with pytest.raises(injang.BatchError, match=f"^table: .*{says}"):
        injang.verify_batch(pa.table(columns), policy)


def test_missing_columns(rows: pa.Table, policy: injang.Policy, at: datetime) -> None:
    for table, options, says in [
        (rows.drop(["signed_document"]), {}, "no column signed_document"),
        (rows.drop(["at"]), {}, "no column at"),
        (rows, {"at": at}, "at is given for all rows and is a column too"),
        (rows, {"columns": {"content": "text"}}, "no column text, named for content"),
        (rows.append_column("at", rows["at"]), {}, "several columns are named at"),
    ]:
        with pytest.raises(injang.BatchError, match=f"^table: .*{says}"):
            injang.verify_batch(table, policy, **options)
    for options, error, says in [
        ({"columns": {"document": "signed_document"}}, ValueError, "^columns: document is no input"),
        ({"columns": ["a"]}, TypeError, "columns"),
        ({"threads": 0}, ValueError, "^threads: "),
        ({"threads": -1}, OverflowError, "."),
        ({"threads": 10**6}, ValueError, "^threads: "),
        ({"sign_type": "cms"}, ValueError, "^sign_type: "),
        ({"keys": b"{"}, ValueError, "^keys: "),
        ({"text": "fr"}, ValueError, "^lang: "),
        ({"waive": ["all"]}, ValueError, "^waive: "),
    ]:
        with pytest.raises(error, match=says):
            injang.verify_batch(rows, policy, **options)  # type: ignore[arg-type]
    for table in (None, 5, [{"signed_document": b""}], {"signed_document": [b""]}):
        with pytest.raises(TypeError, match="^table: takes an Arrow table"):
            injang.verify_batch(table, policy)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        ({"at": "yesterday"}, "cell-malformed", "at"),
        ({"at": "2026-03-02T09:00:00"}, "cell-malformed", "at"),
        ({"at": None}, "cell-missing", "at"),
        ({"sign_type": "cms"}, "cell-unknown", "sign_type"),
        ({"digest": "sha256:zz"}, "cell-malformed", "digest"),
        ({"digest": "sha256:" + "0" * 64, "content": b""}, "cells-conflict", "digest"),
        ({"ci": "x"}, "cell-missing", "vid"),
        ({"vid": "x"}, "cell-missing", "ci"),
        ({"signer": "first", "ci": "x", "vid": "x"}, "cell-malformed", "signer"),
        ({"signer": str(2**80), "ci": "x", "vid": "x"}, "cell-malformed", "signer"),
        ({"signer": "0"}, "cell-missing", "vid"),
        ({"vid_layout": "none", "ci": "x", "vid": "x"}, "cell-unknown", "vid_layout"),
        ({"vid_layout": "ci-serial"}, "cell-unused", "vid_layout"),
        (
            {"digest_source": b"\xff", "digest": "sha256:" + "0" * 64},
            "cell-not-text",
            "digest_source",
        ),
        ({"digest_source": b"prehash"}, "cell-unused", "digest_source"),
        ({"certificates": b"none"}, "cell-malformed", "certificates"),
        ({"response": b"{}"}, "two-to-judge", None),
        ({"request": b"{}"}, "cell-unused", "request"),
        ({"signed_document": None}, "nothing-to-judge", None),
        ({"signed_document": None, "response": b"{}"}, "cell-missing", "provider"),
        (
            {"signed_document": None, "response": b"{}", "provider": "naver"},
            "cell-unknown",
            "provider",
        ),
        (
            {"signed_document": None, "response": b"{}", "provider": "barocert"},
            "cell-malformed",
            "product",
        ),
        (
            {"signed_document": None, "response": b"{}", "provider": "toss", "request": b"["},
            "cell-malformed",
            "request",
        ),
        (
            {"signed_document": None, "response": b"{}", "provider": "toss", "content": b"x"},
            "cell-unused",
            "content",
        ),
    ],
)
def test_wrong_cells(
    document: bytes,
    policy: injang.Policy,
    cells: dict[str, Any],
    code: str,
    column: str | None,
) -> None:
    """The row says what is wrong; its neighbours are judged."""
    good: dict[str, Any] = {"signed_document": document, "at": "2026-03-02T09:00:00Z"}
    bad = good | cells
    octets = {"signed_document", "content", "digest_source", "certificates"}
    columns = dict.fromkeys([*good, *cells, "response", "provider", "ci", "vid", "content"])
    columns |= dict.fromkeys(["digest", "signed_document"])
    schema = pa.schema([(name, pa.binary() if name in octets else pa.string()) for name in columns])
    table = pa.Table.from_pylist([good, bad, good], schema)
    output = verify(table, policy).to_pylist()
    assert [it["outcome"] for it in output] == ["accepted", "not-judged", "accepted"]
    row = output[1]
    assert (row["error_code"], row["error_column"]) == (code, column)
    assert not row["accepted"] and row["verdict"] is None and row["decision"] is None
    assert row["error_message"]


@pytest.mark.parametrize("column", [name for name, _, _ in injang.batch_columns()[0]])
def test_no_cell_is_quoted(document: bytes, policy: injang.Policy, column: str) -> None:
    """Whatever is wrong with a cell, its content stands nowhere in the row but as the id."""
    planted = "zq-planted-7311"
    answer = column in ("response", "provider", "product", "environment", "request", "prepare")
    answer |= column in ("receipt", "result_request", "status", "identify", "keys", "person")
    answer |= column in ("content_map", "waive")
    row: dict[str, Any] = {"at": "2026-03-02T09:00:00Z"}
    if answer:
        row |= {"response": b"{}", "provider": "toss" if column == "result_request" else "kakao"}
    else:
        row |= {"signed_document": document, "ci": None, "vid": None, "digest": None}
    if column in ("ci", "vid", "vid_layout", "signer"):
        row |= {"ci": "x", "vid": "x"}
    if column == "digest_source":
        row["digest"] = "sha256:" + "00" * 32
    row[column] = planted
    names = ["text", "json", "error_message", "reasons", "findings"]
    output = verify(pa.Table.from_pylist([row]), policy, text="en", json=True)
    found = output.to_pylist()[0]
    assert not found["accepted"] or column == "id"
    assert (found["id"] == planted) == (column == "id")
    assert planted not in repr([found[name] for name in names])


def test_a_claim_in_a_row(document: bytes, policy: injang.Policy, at: datetime) -> None:
    ci = "A" * 86 + "=="
    certificate = injang.audit(document, policy, at=at).signers[0].certificate
    assert certificate is not None
    vid = injang.vid(ci, certificate.serial)
    other = injang.vid(ci, "01")
    table = pa.table(
        {
            "signed_document": [document] * 4,
            "ci": [ci, ci, "none", None],
            "vid": [vid, other, vid, None],
        }
    )
    output = verify(table, policy, at=at)
    assert output["identity"].to_pylist() == [
        "matched",
        "mismatched",
        "malformed-ci",
        "not-claimed",
    ]
    assert output["accepted"].to_pylist() == [True, False, False, True]
    assert ci not in str(output.to_pylist())


def test_a_stream_that_fails(rows: pa.Table, policy: injang.Policy) -> None:
    """What came before is judged; then the failure, and nothing after it."""
    batch = rows.to_batches()[0]

    def failing() -> Iterator[pa.RecordBatch]:
        yield batch
        raise ValueError("the disk is gone")

    reader = pa.RecordBatchReader.from_batches(batch.schema, failing())
    output = pa.RecordBatchReader.from_stream(injang.verify_batch(reader, policy))
    assert output.read_next_batch().num_rows == 5
    with pytest.raises(Exception, match="the disk is gone"):
        output.read_next_batch()
    with pytest.raises(StopIteration):
        output.read_next_batch()


def test_read_once(rows: pa.Table, policy: injang.Policy) -> None:
    batches = injang.verify_batch(rows, policy)
    assert pa.schema(batches) == pa.table(batches).schema
    with pytest.raises(RuntimeError, match="read before"):
        pa.table(batches)


def test_columns_as_documented(rows: pa.Table, policy: injang.Policy) -> None:
    _, written = injang.batch_columns()
    assert verify(rows, policy).column_names == [name for name, _, _ in written]
    with_reports = verify(rows, policy, text="ko", json=True)
    assert with_reports.column_names[-2:] == ["text", "json"]
    assert with_reports["text"].to_pylist()[3] is None


def run(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


LONG = """
    import signal, sys, pyarrow as pa, injang
    # A background job of a shell inherits that SIGINT is ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    from datetime import datetime, timezone
    from pathlib import Path
    folder = Path(sys.argv[1])
    policy = injang.Policy(trust=folder / "ca.der", revocation="none")
    document = (folder / "attached/document.der").read_bytes()
    batch = pa.record_batch({"signed_document": [document] * 500})
    def endless():
        while True:
            print("batch", flush=True)
            yield batch
    reader = pa.RecordBatchReader.from_batches(batch.schema, endless())
    at = datetime(2026, 3, 2, 9, tzinfo=timezone.utc)
    batches = injang.verify_batch(reader, policy, at=at)
"""


def test_keyboard_interrupt() -> None:
    """In an endless input: as the exception itself, and through Arrow as its name."""
    collect = """
    try:
        batches.collect()
    except KeyboardInterrupt:
        print("interrupted", flush=True)
    """
    stream = """
    try:
        pa.RecordBatchReader.from_stream(batches).read_all()
    except pa.ArrowException as error:
        assert "KeyboardInterrupt" in str(error), error
        print("interrupted", flush=True)
    """
    for code in (collect, stream):
        child = run(LONG + code, str(VECTORS / "toss"))
        assert child.stdout is not None
        assert child.stdout.readline() == "batch\n"
        os.kill(child.pid, signal.SIGINT)
        out, err = child.communicate(timeout=60)
        assert out.splitlines()[-1:] == ["interrupted"], err


def test_collected(rows: pa.Table, policy: injang.Policy) -> None:
    batches = injang.verify_batch(rows, policy).collect()
    assert pa.table(batches) == pa.table(batches) == verify(rows, policy)
    assert pa.table(batches.collect()) == pa.table(batches)


def test_shutdown_during_a_batch() -> None:
    """The interpreter ends while another thread is in a batch: no crash."""
    # A table, which needs no Python to be read: pyarrow's reader of a generator aborts where the interpreter
    # ends below it, whoever reads from it.
    endless = "pa.RecordBatchReader.from_batches(batch.schema, endless())"
    assert endless in LONG
    code = LONG.replace(endless, "pa.Table.from_batches([batch] * 20_000)") + """
    import threading, time
    thread = threading.Thread(target=batches.collect, daemon=True)
    thread.start()
    time.sleep(0.5)
    print("alive" if thread.is_alive() else "dead", flush=True)
    """
    child = run(code, str(VECTORS / "toss"))
    out, err = child.communicate(timeout=60)
    assert child.returncode == 0, err
    lines = out.splitlines()
    assert "alive" in lines and "dead" not in lines, err
    assert "Traceback" not in err and "panicked" not in err, err


def test_keys_outside_a_dictionary(document: bytes, policy: injang.Policy, at: datetime) -> None:
    """A key that no value belongs to names nothing: the row is not judged by a neighbour's document."""
    for kind in (pa.int8(), pa.int32(), pa.int64(), pa.uint16()):
        values = pa.array([document], pa.binary())
        keys = pa.array([0, 1, None, 100, 0], kind)
        column = pa.DictionaryArray.from_arrays(keys, values, safe=False)
        output = verify(pa.table({"signed_document": column}), policy, at=at).to_pylist()
        good, bad = "accepted", "not-judged"
        assert [it["outcome"] for it in output] == [good, bad, bad, bad, good]
        astray = "cell-malformed"
        codes = [None, astray, "nothing-to-judge", astray, None]
        assert [it["error_code"] for it in output] == codes
        assert output[1]["error_column"] == "signed_document"
    keys = pa.array([-1, 0], pa.int8())
    column = pa.DictionaryArray.from_arrays(keys, values, safe=False)
    output = verify(pa.table({"signed_document": column}), policy, at=at).to_pylist()
    assert [it["outcome"] for it in output] == [bad, good]
    nobody = pa.DictionaryArray.from_arrays(pa.array([0]), pa.array([], pa.binary()), safe=False)
    output = verify(pa.table({"signed_document": nobody}), policy, at=at).to_pylist()
    assert [it["error_code"] for it in output] == [astray]
    # Also in a column that says only something more of the row, and in the id.
    for name, value in [("sign_type", "message"), ("id", "a"), ("digest", None)]:
        other = pa.DictionaryArray.from_arrays(
            pa.array([7, None], pa.int8()), pa.array([value], pa.string()), safe=False
        )
        table = pa.table({"signed_document": [document] * 2, name: other})
        output = verify(table, policy, at=at).to_pylist()
        assert [it["outcome"] for it in output] == [bad, good], name
        assert output[0]["error_column"] == name


class Stream:
    """An array, which need not be what its type says, as a stream."""

    def __init__(self, array: pa.Array) -> None:
        self.array = array

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return pa.chunked_array([self.array]).__arrow_c_stream__(requested_schema)


def longer_than_its_columns(array: pa.StructArray) -> pa.Array:
    """The array under another length, which its producer would never write."""
    schema, capsule = array.__arrow_c_array__()
    pointer = ctypes.pythonapi.PyCapsule_GetPointer
    pointer.restype = ctypes.c_void_p
    pointer.argtypes = [ctypes.py_object, ctypes.c_char_p]
    # The first member of an ArrowArray.
    ctypes.c_int64.from_address(pointer(capsule, b"arrow_array")).value = 3
    return pa.Array._import_from_c_capsule(schema, capsule)


def test_arrays_that_are_not_what_they_say(
    document: bytes, policy: injang.Policy, at: datetime
) -> None:
    """arrow panics over such an array: that is an exception here, and no end of the process."""
    short = longer_than_its_columns(pa.array([{"signed_document": document}]))
    with pytest.raises(injang.BatchError, match="^table: .*what its schema says"):
        injang.verify_batch(short, policy, at=at)
    with pytest.raises(injang.BatchError, match="^table: .*what its schema says"):
        injang.verify_batch(Stream(short), policy, at=at).collect()
    reader = pa.RecordBatchReader.from_stream(injang.verify_batch(Stream(short), policy, at=at))
    with pytest.raises(pa.ArrowException, match="what its schema says"):
        reader.read_next_batch()
    with pytest.raises(StopIteration):
        reader.read_next_batch()


def test_capsules_that_were_taken(document: bytes, policy: injang.Policy, at: datetime) -> None:
    class Taken:
        def __init__(self, method: str, capsules: Any) -> None:
            setattr(type(self), method, lambda self, requested_schema=None: capsules)

    batch = pa.record_batch({"signed_document": [document]})
    for method, table in [("__arrow_c_array__", batch), ("__arrow_c_stream__", pa.table(batch))]:
        taken = type("Taken", (Taken,), {})(method, getattr(table, method)())
        assert injang.verify_batch(taken, policy, at=at).collect()
        with pytest.raises(injang.BatchError, match="^table: .*(taken|released)"):
            injang.verify_batch(taken, policy, at=at)
    # Only one of the two capsules was.
    schema, array = batch.__arrow_c_array__()
    pa.RecordBatch._import_from_c_capsule(schema, batch.__arrow_c_array__()[1])
    half = type("Taken", (Taken,), {})("__arrow_c_array__", (schema, array))
    with pytest.raises(injang.BatchError, match="^table: .*taken"):
        injang.verify_batch(half, policy, at=at)


def test_who_was_interrupted(rows: pa.Table, policy: injang.Policy) -> None:
    """An interruption in the input's own code is one; the word in a text is none."""
    batch = rows.to_batches()[0]
    for raised, error in [
        (KeyboardInterrupt(), KeyboardInterrupt),
        (KeyboardInterrupt("now"), KeyboardInterrupt),
        (ValueError("KeyboardInterrupt"), injang.BatchError),
        (RuntimeError("there was a\nKeyboardInterrupt\n"), injang.BatchError),
        (OSError("KeyboardInterrupt: disk"), injang.BatchError),
    ]:

        def failing(raised: BaseException = raised) -> Iterator[pa.RecordBatch]:
            yield batch
            raise raised

        reader = pa.RecordBatchReader.from_batches(batch.schema, failing())
        with pytest.raises(error):
            injang.verify_batch(reader, policy).collect()


def test_answers_in_rows(at: datetime) -> None:
    import cases

    same = {"options", "response"}
    taken = {
        "request": "request",
        "prepare": "prepare",
        "receipt": "receipt",
        "result-request": "result_request",
        "status": "status",
        "identify": "identify",
        "keys": "keys",
        "person": "person",
        "content-map": "content_map",
        "ci-file": "ci",
    }
    words = {
        "provider": "provider",
        "product": "product",
        "environment": "environment",
        "sign-type": "sign_type",
        "vid-layout": "vid_layout",
        "digest-reading": "digest_source",
    }
    known = {*taken, *words, "waive", "trust", "crl", "revocation", "at"}
    count = 0
    for name, folder, case in cases.cases("responses"):
        assert same <= set(case)
        options = case["options"]
        if options["at"] == "provider" or not set(options) <= known:
            continue
        row: dict[str, Any] = {"response": (folder / case["response"]).read_bytes()}
        row["at"] = options["at"]
        for option, column in taken.items():
            if option in options:
                row[column] = (folder / options[option]).read_bytes()
        for option, column in words.items():
            if options.get(option):
                row[column] = options[option]
        row["waive"] = ",".join(options.get("waive", []))
        policy = injang.Policy(
            trust=[folder / it for it in options.get("trust", [])],
            revocation=options["revocation"],
            revocation_data=[folder / it for it in options.get("crl", [])],
        )
        output = verify(pa.Table.from_pylist([row]), policy).to_pylist()[0]
        expected = {it["code"] for it in case["reasons"]}
        if output["outcome"] == "not-judged":
            # What is said by an exception there is said in the row here.
            with pytest.raises(injang.ArgumentError):
                cases.decide(case, folder)
            continue
        assert output["decision"] == case["decision"], name
        assert set(output["reasons"]) == expected, name
        count += 1
    assert count > 150
