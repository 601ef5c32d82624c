"""Every case of the repository, judged by this package: a line for each.

``python cases.py [NAME…]`` prints ``case<TAB>outcome<TAB>`` and the SHA-256 of the content, where it is
accepted, and of the report or decision in JSON, in English and Korean, and as text.
"""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Iterator, Optional, Union

import injang

ROOT = Path(__file__).resolve().parents[3] / "tests"
NOW = datetime(2027, 1, 1, tzinfo=timezone.utc)
Case = dict[str, Any]


def time(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def policy_of(case: Case, folder: Path) -> injang.Policy:
    def files(key: str) -> list[Path]:
        return [folder / name for name in case.get(key, [])]

    return injang.Policy(
        trust=files("trust"),
        revocation=case["revocation"],
        intermediates=files("intermediates"),
        revocation_data=files("evidence"),
        ocsp_responders=files("ocsp_responders"),
        profile=case.get("profile", "standard"),
        acceptable_policies=case.get("policies", []),
        explicit_policy=case.get("explicit_policy", False),
        inhibit_policy_mapping=case.get("inhibit_policy_mapping", False),
        inhibit_any_policy=case.get("inhibit_any_policy", False),
        signer_policies=case.get("signer_policies", []),
        purpose=case.get("purpose"),
        anchor_constraints=case.get("anchor_constraints", False),
    )


def question_of(case: Case, folder: Path) -> dict[str, Any]:
    """The keywords of ``audit``."""
    asked: dict[str, Any] = {
        "at": time(case["at"]),
        "sign_type": case.get("sign_type"),
        "digest_source": case.get("plain_hash"),
        "certificates": [folder / name for name in case.get("certificates", [])],
    }
    if "content" in case:
        asked["content"] = folder / case["content"]
    elif "digest" in case:
        asked["digest"] = "{algorithm}:{value}".format(**case["digest"])
    if "identity" in case:
        claim = case["identity"]
        asked.update(ci=claim["ci"], vid=claim["vid"], vid_layout=claim["layout"])
        asked["signer"] = claim.get("signer")
    return asked


def sha256(octets: bytes) -> str:
    return hashlib.sha256(octets).hexdigest()


def line(shown: Union[injang.Report, injang.Decision], content: Optional[bytes] = None) -> str:
    """The outcome, then the SHA-256 of the content and of everything that a report says."""
    texts = [shown.to_json(), shown.to_json(lang="ko"), shown.to_text()]
    digests = [sha256(text.encode()) for text in texts]
    return "\t".join([shown.outcome, "-" if content is None else sha256(content), *digests])


def line_of_document(folder: Path, case: Case) -> str:
    policy, asked = policy_of(case, folder), question_of(case, folder)
    report = injang.audit(folder / case["document"], policy, **asked)
    content = None
    if report.is_accepted and report.document.content == "embedded":
        content = injang.verify(folder / case["document"], policy, **asked).content
    return line(report, content)


def decide(case: Case, folder: Path) -> injang.Decision:
    options = case["options"]

    def file(name: str) -> Optional[Path]:
        return folder / options[name] if name in options else None

    policy = injang.Policy(
        trust=[folder / it for it in options.get("trust", [])],
        revocation=options["revocation"],
        revocation_data=[folder / it for it in options.get("crl", [])],
    )
    originals: list[Any] = []
    for original in options.get("original", []):
        name, is_named, path = original.partition("=")
        if is_named and not (folder / original).exists():
            originals.append((name, folder / path))
        else:
            originals.append(folder / original)
    session = None
    if "short-key-path" in options:
        session = {
            "key": options["short-key-path"],
            "from": options["short-from-path"],
            "until": options["short-until-path"],
            "times": options.get("short-time", "rfc3339"),
        }
    at = options["at"]
    return injang.decide(
        options["provider"],
        folder / case["response"],
        policy,
        at=injang.ProviderCompletion(NOW) if at == "provider" else time(at),
        product=options.get("product") or None,
        request=file("request"),
        prepare=file("prepare"),
        receipt=file("receipt"),
        result_request=file("result-request"),
        status=file("status"),
        identify=file("identify"),
        keys=file("keys"),
        ci=file("ci-file"),
        person=file("person"),
        originals=originals,
        short_signatures=file("short"),
        session=session,
        content_map=file("content-map"),
        nonce=options.get("nonce-path"),
        nonce_answer=options.get("nonce-answer-path"),
        sign_type=options.get("sign-type"),
        digest_source=options.get("digest-reading"),
        vid_layout=options.get("vid-layout"),
        environment=options.get("environment"),
        waive=options.get("waive", []),
    )


def cases(kind: str) -> Iterator[tuple[str, Path, Case]]:
    """The cases of ``vectors`` or ``responses``, by name."""
    for path in sorted((ROOT / kind).glob("*/*/case.json")):
        folder = path.parent
        name = f"{folder.parent.name}/{folder.name}"
        yield name, folder, json.loads(path.read_text("utf-8"))


def lines(names: tuple[str, ...] = ()) -> Iterator[str]:
    for name, folder, case in cases("vectors"):
        if not names or name in names:
            yield f"{name}\t{line_of_document(folder, case)}"
    for name, folder, case in cases("responses"):
        name = f"responses/{name}"
        if not names or name in names:
            yield f"{name}\t{line(decide(case, folder))}"


if __name__ == "__main__":
    for line in lines(tuple(sys.argv[1:])):
        print(line)
