"""Every case comes out as its ``case.json`` says, one at a time and in batches."""

from __future__ import annotations

import collections
import os
from pathlib import Path
from typing import Any

import cases
import pyarrow as pa
import pytest

import injang


def expected(case: cases.Case) -> tuple[Any, ...]:
    expect = case["expect"]
    return (expect["verdict"], expect["sub_indication"], expect["identity"])


def test_vectors() -> None:
    count = 0
    for name, folder, case in cases.cases("vectors"):
        asked = cases.question_of(case, folder)
        policy = cases.policy_of(case, folder)
        report = injang.audit(folder / case["document"], policy, **asked)
        found = (report.verdict, report.sub_indication, report.identity.outcome)
        assert found == expected(case), name
        assert report.reason == case["expect"].get("reason"), name
        assert [it.verdict for it in report.signers] == [
            it["verdict"] for it in case["expect"]["signers"]
        ], name
        is_good = expected(case)[0] == "TOTAL-PASSED" and expected(case)[2] in (
            "not-claimed",
            "matched",
        )
        assert report.is_accepted == is_good, name
        count += 1
    assert count > 3_000


def test_responses() -> None:
    count = 0
    for name, folder, case in cases.cases("responses"):
        decision = cases.decide(case, folder)
        assert decision.decision == case["decision"], name
        found = {(it.code, it.effect, it.document) for it in decision.reasons}
        wanted = {(it["code"], it["effect"], it["document"]) for it in case["reasons"]}
        assert found == wanted, name
        shown = decision.to_json() + decision.to_text() + repr(decision)
        for planted in case["planted"]:
            assert planted not in shown, name
        count += 1
    assert count > 200


def test_what_rust_says_of_all_cases() -> None:
    """The same report of every case, octet by octet, and the same content."""
    path = os.environ.get("INJANG_WHOLE_REPORTS")
    if path is None:
        pytest.skip("INJANG_WHOLE_REPORTS names no file: cargo xtask python makes one")
    expected = dict(it.split("\t", 1) for it in Path(path).read_text("utf-8").splitlines())
    ours = dict(it.split("\t", 1) for it in cases.lines())
    assert ours.keys() == expected.keys() and len(ours) > 3_000
    assert [it for it in ours if ours[it] != expected[it]] == []


def policy_key(case: cases.Case, folder: Path) -> str:
    """What vectors have in common that are judged by one policy."""
    keys = (
        "trust revocation intermediates evidence ocsp_responders profile policies explicit_policy "
        "inhibit_policy_mapping inhibit_any_policy signer_policies purpose anchor_constraints"
    ).split()

    def read(value: Any) -> Any:
        is_file = isinstance(value, str) and value.endswith((".der", ".pem"))
        return (folder / value).read_bytes() if is_file else value

    values = [case.get(key) for key in keys]
    return repr([[read(it) for it in v] if isinstance(v, list) else read(v) for v in values])


@pytest.mark.parametrize("threads", [1, 2])
def test_vectors_in_batches(threads: int) -> None:
    """Each vector as a row among those of its policy: what ``audit`` says of it alone."""
    groups: dict[str, list[tuple[str, Path, cases.Case]]] = collections.defaultdict(list)
    for name, folder, case in cases.cases("vectors"):
        if len(case.get("certificates", [])) <= 1:
            groups[policy_key(case, folder)].append((name, folder, case))
    for group in groups.values():
        rows = []
        for name, folder, case in group:
            asked = cases.question_of(case, folder)
            row = {key: asked.get(key) for key in ("at", "digest", "sign_type", "ci", "vid")}
            row.update(id=name, signed_document=(folder / case["document"]).read_bytes())
            row["content"] = asked["content"].read_bytes() if "content" in asked else None
            row["vid_layout"] = asked.get("vid_layout")
            # What is given beside no digest means nothing, which is said of a row.
            row["digest_source"] = asked.get("digest_source") if "digest" in asked else None
            row["signer"] = asked.get("signer")
            others = asked["certificates"]
            row["certificates"] = others[0].read_bytes() if others else None
            rows.append(row)
        text, octets = pa.string(), pa.binary()
        table = pa.Table.from_pylist(
            rows,
            pa.schema(
                {
                    "id": text,
                    "signed_document": octets,
                    "content": octets,
                    "digest": text,
                    "digest_source": text,
                    "at": pa.timestamp("s", "UTC"),
                    "sign_type": text,
                    "ci": text,
                    "vid": text,
                    "vid_layout": text,
                    "signer": pa.int32(),
                    "certificates": octets,
                }
            ),
        )
        policy = cases.policy_of(group[0][2], group[0][1])
        output = pa.table(injang.verify_batch(table, policy, threads=threads)).to_pylist()
        assert [it["id"] for it in output] == [name for name, _, _ in group]
        for row, (name, _, case) in zip(output, group):
            found = (row["verdict"], row["sub_indication"], row["identity"])
            assert found == expected(case), (name, row["error_message"])
            reason = case["expect"].get("reason")
            assert row["reasons"] == ([] if reason is None else [reason]), name
