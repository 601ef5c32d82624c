"""What users call: values, exceptions, arguments."""

from __future__ import annotations

import array
import copy
import doctest
import json
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from conftest import VECTORS

import injang

CI = "A" * 86 + "=="
PSEUDONYM = "A" * 43 + "="
TOSS = VECTORS / "toss"


def test_doctests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[1])
    result = doctest.testmod(injang)
    assert result.attempted > 5
    assert result.failed == 0


def test_octets_of_every_kind(document: bytes, policy: injang.Policy, at: datetime) -> None:
    import base64

    wide = bytearray(2 * len(document))
    wide[::2] = document
    words = array.array("B", document)
    for given in [
        document,
        bytearray(document),
        memoryview(document),
        memoryview(wide)[::2],
        words,
        TOSS / "attached/document.der",
        base64.b64encode(document).decode(),
        base64.encodebytes(document).decode(),
        document.hex(),
    ]:
        assert injang.audit(given, policy, at=at).is_accepted
        assert injang.verify(given, policy, at=at).content is not None


def test_times(document: bytes, policy: injang.Policy) -> None:
    seoul = timezone(timedelta(hours=9))
    same = datetime(2026, 3, 2, 18, tzinfo=seoul)
    report = injang.audit(document, policy, at=same)
    assert report.conditions["at"] == "2026-03-02T09:00:00Z"
    part = same.replace(microsecond=999_999)
    assert injang.audit(document, policy, at=part).conditions["at"] == "2026-03-02T09:00:00Z"
    early = datetime(1, 1, 1, tzinfo=timezone.utc)
    assert injang.audit(document, policy, at=early).sub_indication == "NOT_YET_VALID"


def test_verified(document: bytes, policy: injang.Policy, at: datetime) -> None:
    verified = injang.verify(document, policy, at=at)
    assert verified.content is not None
    assert verified.report.is_accepted
    restored = pickle.loads(pickle.dumps(verified))
    assert restored.content == verified.content
    assert restored.report.to_dict() == verified.report.to_dict()
    with pytest.raises(injang.VerificationError) as caught:
        injang.verify(document, policy, at=at, sign_type="message")
    assert caught.value.report.sub_indication == "SIG_CONSTRAINTS_FAILURE"
    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again) == str(caught.value)
    assert again.report.to_json() == caught.value.report.to_json()


def test_only_what_is_accepted_is_verified(
    document: bytes, policy: injang.Policy, at: datetime
) -> None:
    """A pickle that was put together otherwise makes no Verified."""
    restore, (report, content) = injang.verify(document, policy, at=at).__reduce__()
    assert restore(report, content).content == content
    for other in (document[:-1] + b"\0", b"none"):
        bad = injang.audit(other, policy, at=at)
        for given in (bad, pickle.loads(pickle.dumps(bad))):
            with pytest.raises(ValueError, match="^report: .*not accepted"):
                restore(given, content)


def test_copies(document: bytes, policy: injang.Policy, at: datetime) -> None:
    """A value that can't change is its own copy: also one with the subject's name and documents."""
    values = [
        policy,
        injang.audit(document, policy, at=at),
        injang.verify(document, policy, at=at),
        injang.inspect(document),
        injang.decide("toss", {}, policy, at=at),
    ]
    for value in values:
        assert copy.copy(value) is value
        assert copy.deepcopy(value) is value
        assert copy.deepcopy([value, value])[1] is value


def test_trust_of_every_kind(document: bytes, at: datetime) -> None:
    np = pytest.importorskip("numpy")
    ca = (TOSS / "ca.der").read_bytes()
    wide = bytearray(2 * len(ca))
    wide[::2] = ca
    kinds: list[Any] = [ca, bytearray(ca), memoryview(ca), memoryview(wide)[::2]]
    kinds += [array.array("B", ca), np.frombuffer(ca, np.uint8), TOSS / "ca.der", ca.hex()]
    for given in [*kinds, *([it] for it in kinds), tuple(kinds), iter(kinds)]:
        policy = injang.Policy(trust=given, revocation="none")
        assert policy.anchors == 1
        assert injang.audit(document, policy, at=at).is_accepted
        again = injang.audit(document, policy, at=at, certificates=kinds[4])
        assert again.is_accepted


def test_detached_content(at: datetime) -> None:
    folders = [it.parent for it in VECTORS.glob("content/*/case.json")]
    seen = 0
    for folder in folders:
        case = json.loads((folder / "case.json").read_text("utf-8"))
        if "content" not in case or case["expect"]["verdict"] != "TOTAL-PASSED":
            continue
        policy = injang.Policy(trust=[folder / it for it in case["trust"]], revocation="none")
        content = (folder / case["content"]).read_bytes()
        when = datetime.fromisoformat(case["at"].replace("Z", "+00:00"))
        report = injang.audit(folder / case["document"], policy, at=when, content=content)
        if report.is_accepted:
            verified = injang.verify(folder / case["document"], policy, at=when, content=content)
            assert verified.content == content
            seen += 1
    assert seen


def test_report_values(document: bytes, policy: injang.Policy, at: datetime) -> None:
    report = injang.audit(document, policy, at=at)
    assert report.verdict == "TOTAL-PASSED"
    assert report.reason is None
    signer = report.signers[0]
    assert signer.sign_type == "SIGNED_ATTRIBUTE"
    assert signer.certificate is not None
    assert signer.certificate.not_after > at
    assert report.document.content_sha256 is not None
    assert report.policy_sha256 == policy.policy_sha256
    assert report.to_dict() == json.loads(report.to_json())
    assert report.to_dict() is not report.to_dict()
    report.conditions.clear()
    assert report.conditions
    assert "한" in report.to_text(lang="ko") or "검" in report.to_text(lang="ko")
    assert report.to_brief() != report.to_brief(lang="ko")
    assert "<pre>" in report._repr_html_()
    for name in ("verdict", "new"):
        with pytest.raises(AttributeError):
            setattr(report, name, "TOTAL-PASSED")
    with pytest.raises(AttributeError):
        signer.key = "rsa-4096"  # type: ignore[misc]
    with pytest.raises(TypeError, match="is_accepted"):
        bool(report)
    assert json.loads(json.dumps(report.checks[0].to_dict()))["id"] == "format"


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickles(document: bytes, policy: injang.Policy, at: datetime, protocol: int) -> None:
    for octets in (document, b"nothing"):
        report = injang.audit(octets, policy, at=at)
        restored = pickle.loads(pickle.dumps(report, protocol))
        for name in "verdict sub_indication outcome is_accepted reason checks findings".split():
            assert getattr(restored, name) == getattr(report, name)
        for name in "signers identity document conditions policy_sha256 diagnosis".split():
            assert getattr(restored, name) == getattr(report, name)
        for lang in ("en", "ko"):
            assert restored.to_text(lang=lang) == report.to_text(lang=lang)
            assert restored.to_json(lang=lang) == report.to_json(lang=lang)
        with pytest.raises(injang.ArgumentError, match="show_subject"):
            restored.to_text(show_subject=True)
        assert pickle.loads(pickle.dumps(restored, protocol)).to_dict() == report.to_dict()
    same = pickle.loads(pickle.dumps(policy, protocol))
    assert same == policy and hash(same) == hash(policy)
    assert injang.audit(document, same, at=at).is_accepted
    assert copy.deepcopy(policy) == policy
    inspection = injang.inspect(document)
    assert pickle.loads(pickle.dumps(inspection, protocol)).to_dict() == inspection.to_dict()


def test_no_personal_data(document: bytes, policy: injang.Policy, at: datetime) -> None:
    report = injang.audit(document, policy, at=at)
    shown = report.to_text(show_subject=True)
    subject = next(line for line in shown.splitlines() if "CN=" in line and "TEST CA" not in line)
    name = subject.split("CN=")[1].split(",")[0].strip()
    for text in (repr(report), report.to_json(), report.to_text(), report._repr_html_()):
        assert name not in text
    for text in (repr(policy), repr(injang.inspect(document)), repr(pickle.dumps(report))):
        assert name not in text


def test_vids() -> None:
    vid = injang.vid(CI, "0123")
    assert len(vid) == 44
    assert injang.check_vid(vid, CI, b"\x01\x23")
    assert injang.check_vid(injang.vid(CI, "01:23", encoding="hex"), CI, "01:23")
    assert not injang.check_vid(vid, CI, b"\x01\x24")
    assert not injang.check_vid(vid, CI, "0123", layout="serial-ci")
    for empty in (b"", ""):
        with pytest.raises(ValueError, match="^serial: "):
            injang.vid(CI, empty)
        with pytest.raises(ValueError, match="^serial: "):
            injang.check_vid(vid, CI, empty)
    for serial in ("", ":", "1", "0x01", "01:", "0:1", "01::23", "0123:45", "01 23"):
        with pytest.raises(injang.ArgumentError, match="^serial: hex digits"):
            injang.vid(CI, serial)


def test_inspection(document: bytes) -> None:
    found = injang.inspect(document)
    assert found.to_dict() == json.loads(found.to_json())
    assert injang.inspect(TOSS / "ca.der").to_text()
    with pytest.raises(injang.InspectionError, match="document"):
        injang.inspect(b"nothing that is known")


def test_diagnosis(document: bytes, policy: injang.Policy, at: datetime) -> None:
    serial = injang.audit(document, policy, at=at).signers[0].certificate
    assert serial is not None
    other = injang.vid(CI, serial.serial, layout="serial-ci")
    report = injang.diagnose(document, policy, at=at, ci=CI, vid=other)
    assert report.outcome == "rejected"
    assert report.identity.would_match == "serial-ci"
    assert [it.code for it in report.diagnosis]


def test_exceptions() -> None:
    for error in (injang.ArgumentError, injang.InspectionError, injang.BatchError):
        assert issubclass(error, injang.InjangError) and issubclass(error, ValueError)
    assert issubclass(injang.MaterialError, injang.ArgumentError)
    assert issubclass(injang.VerificationError, injang.InjangError)


def test_other_threads_run(document: bytes, policy: injang.Policy, at: datetime) -> None:
    """The interpreter is not held while a document is judged."""
    outcomes: list[str] = []

    def judge() -> None:
        for _ in range(50):
            outcomes.append(injang.audit(document, policy, at=at).outcome)

    threads = [threading.Thread(target=judge) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes == ["accepted"] * 200


def ended(child: int) -> tuple[int, int]:
    """Waits for a child, which must not hang."""
    for _ in range(600):
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            return pid, status
        time.sleep(0.1)
    os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_fork_after_import(document: bytes, policy: injang.Policy, at: datetime) -> None:
    import pyarrow as pa

    table = pa.table({"signed_document": [document] * 100})
    pa.table(injang.verify_batch(table, policy, at=at, threads=2))
    begun = injang.verify_batch(table, policy, at=at, threads=2)
    reader = pa.RecordBatchReader.from_stream(begun)
    # Nobody reads these before the fork: their threads stay behind all the same.
    waiting = injang.verify_batch(table, policy, at=at, threads=2)
    done = injang.verify_batch(table, policy, at=at, threads=2).collect()
    child = os.fork()
    if child == 0:
        try:
            fresh = pa.table(injang.verify_batch(table, policy, at=at, threads=2))
            is_good = fresh["accepted"].to_pylist() == [True] * 100
            is_good &= injang.audit(document, policy, at=at).is_accepted
            try:
                reader.read_all()
                is_good = False
            except Exception as error:
                is_good &= "forked" in str(error)
            for read in (waiting.collect, lambda: pa.table(waiting)):
                try:
                    read()
                    is_good = False
                except RuntimeError as error:
                    is_good &= "forked" in str(error)
            is_good &= pa.table(done).num_rows == 100
        except BaseException:
            is_good = False
        os._exit(0 if is_good else 1)
    _, status = ended(child)
    assert os.waitstatus_to_exitcode(status) == 0
    assert reader.read_all().num_rows == 100


@pytest.mark.skipif(sys.version_info < (3, 12), reason="interpreters of their own")
def test_sub_interpreters_are_refused() -> None:
    code = """
try:
    import _interpreters as interpreters
except ImportError:
    import _xxsubinterpreters as interpreters
made = interpreters.create()
failed = interpreters.run_string(made, '''
try:
    import injang
except ImportError as error:
    assert "interpreter" in str(error), error
else:
    raise SystemExit("imported")
''')
assert failed is None, failed
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def wrong(**changes: Any) -> dict[str, Any]:
    return changes


@pytest.mark.parametrize(
    ("changes", "error", "says"),
    [
        (wrong(at="2026-03-02T09:00:00Z"), TypeError, "^at: takes a datetime"),
        (wrong(at=1_772_442_000), TypeError, "^at: takes"),
        (wrong(at=None), TypeError, "^at: takes"),
        (wrong(at=datetime(2026, 3, 2)), ValueError, "^at: .*time zone"),
        (wrong(at=datetime(2026, 3, 2).date()), TypeError, "^at: takes"),
        (wrong(document=None), TypeError, "^document: takes"),
        (wrong(document=7), TypeError, "^document: takes"),
        (wrong(document=["a"]), TypeError, "^document: takes"),
        (wrong(document="signed.p7s"), ValueError, "^document: .*pathlib"),
        (wrong(document="a" * 10 + "\ud800"), UnicodeEncodeError, "surrogates"),
        (wrong(document=Path("/there/is/none.p7s")), FileNotFoundError, "none.p7s"),
        (wrong(content="text"), TypeError, "^content: .*encode"),
        (wrong(digest="00"), ValueError, "^digest: "),
        (wrong(digest="md5:00"), ValueError, "^digest: .*sha256"),
        (wrong(digest="sha256:00"), ValueError, "^digest: .*32 octets"),
        (wrong(digest="sha256:" + "00" * 32, content=b""), ValueError, "^digest: .*exclude"),
        (wrong(sign_type="cms"), ValueError, "^sign_type: .*MESSAGE"),
        (wrong(ci=CI), ValueError, "^vid: "),
        (wrong(vid="0" * 64), ValueError, "^ci: "),
        (wrong(ci=5, vid="0" * 64), TypeError, "^ci: takes"),
        (wrong(signer=0), ValueError, "^signer: "),
        (wrong(signer=-1), OverflowError, "."),
        (wrong(signer=2**100), OverflowError, "."),
        (wrong(vid_layout="serial"), ValueError, "^vid_layout: .*ci-serial"),
        (wrong(digest_source="none"), ValueError, "^digest_source: .*prehash"),
        (wrong(certificates=b"none"), injang.MaterialError, "^certificates: "),
        (wrong(policy=None), TypeError, "policy"),
    ],
)
def test_bad_arguments(
    document: bytes,
    policy: injang.Policy,
    at: datetime,
    changes: dict[str, Any],
    error: type[Exception],
    says: str,
) -> None:
    arguments: dict[str, Any] = {"document": document, "policy": policy, "at": at}
    arguments.update(changes)
    for function in (injang.audit, injang.verify, injang.diagnose):
        with pytest.raises(error, match=says):
            function(**arguments)


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        (wrong(), TypeError, "trust"),
        (wrong(trust=[]), TypeError, "revocation"),
        (wrong(trust=[], revocation="crl"), ValueError, "^revocation: .*require"),
        (wrong(trust=[], revocation=None), TypeError, "revocation"),
        (wrong(trust=5, revocation="none"), TypeError, "^trust: takes"),
        (wrong(trust=[5], revocation="none"), TypeError, "^trust: takes"),
        (wrong(trust=b"no certificate", revocation="none"), ValueError, "^trust: "),
        (wrong(trust="ca.pem", revocation="none"), ValueError, "^trust: .*pathlib"),
        (wrong(trust=[], revocation="none", revocation_data=b"x"), ValueError, "^revocation_data: "),
        (wrong(trust=[], revocation="none", purpose="email"), ValueError, "^purpose: "),
        (wrong(trust=[], revocation="none", profile="lax"), ValueError, "^profile: .*strict"),
        (wrong(trust=[], revocation="none", at=1), TypeError, "at"),
    ],
)
def test_bad_policies(arguments: dict[str, Any], error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        injang.Policy(**arguments)


def test_without_anchors(document: bytes, at: datetime) -> None:
    nobody = injang.Policy(trust=[], revocation="none")
    assert nobody.anchors == 0
    report = injang.audit(document, nobody, at=at)
    assert report.outcome == "undetermined"
    assert report.sub_indication == "NO_CERTIFICATE_CHAIN_FOUND"


def test_bad_decisions(policy: injang.Policy, at: datetime) -> None:
    decide: Any = injang.decide
    for arguments, error, says in [
        (wrong(provider="naver"), ValueError, "^provider: .*kakao"),
        (wrong(provider="barocert"), ValueError, "^product: "),
        (wrong(product="K9999"), ValueError, "^product: "),
        (wrong(keys=b"{"), ValueError, "^keys: "),
        (wrong(request={"a": 1}), ValueError, "^request: "),
        (wrong(waive=["everything"]), ValueError, "^waive: "),
        (wrong(nonce="data"), ValueError, "^nonce: "),
        (wrong(response=5), TypeError, "^response: takes"),
        (wrong(at=datetime(2026, 3, 2)), ValueError, "^at: "),
        (wrong(environment="dev"), ValueError, "^environment: "),
        (wrong(product="K3510T", environment="production"), ValueError, "^environment: "),
        (wrong(ci=CI, ci_list=CI, keys={"pseudonym": PSEUDONYM}), ValueError, "^ci_list: "),
        (wrong(originals=[b"x"]), ValueError, "^originals: "),
        (wrong(prepare={}, provider="toss"), ValueError, "^prepare: "),
    ]:
        given = {"provider": "kakao", "response": b"{}", "policy": policy, "at": at} | arguments
        with pytest.raises(error, match=says):
            decide(**given)
    decision = injang.decide("toss", {}, policy, at=at)
    assert decision.outcome == "rejected"
    assert "rejected" in [it.effect for it in decision.reasons]
    restored = pickle.loads(pickle.dumps(decision))
    assert restored.reasons == decision.reasons and restored.outcome == decision.outcome
    with pytest.raises(TypeError, match="is_accepted"):
        bool(decision)
