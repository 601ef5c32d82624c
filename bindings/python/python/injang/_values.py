"""Values that reports and decisions are made of: frozen, comparable, and picklable."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Mapping, Optional, Sequence

__all__ = [
    "Certificate",
    "Check",
    "Diagnosis",
    "Document",
    "Finding",
    "Identity",
    "ProviderCompletion",
    "Reason",
    "Signer",
]


class _Value:
    def to_dict(self) -> dict[str, Any]:
        """The value as a new ``dict``."""
        return asdict(self)  # type: ignore[call-overload, no-any-return]


@dataclass(frozen=True)
class ProviderCompletion(_Value):
    """For ``decide(at=…)``: the provider's own, unsigned completion time counts, as long as it is not
    after ``now``."""

    now: datetime


@dataclass(frozen=True)
class Check(_Value):
    """One check and what it found."""

    id: str
    outcome: str
    """``passed``, ``failed``, ``indeterminate``, ``not-checked`` or ``not-applicable``."""
    sub_indication: Optional[str]
    reason: Optional[str]
    """The code of the reason."""
    message: Optional[str]
    position: Optional[int]
    """Which certificate of the path it is about: 0 is the signer's."""
    prevented_by: Optional[str]
    """The check that left this one nothing to look at."""


@dataclass(frozen=True)
class Finding(_Value):
    """Something remarkable that changed no check."""

    code: str
    message: str


@dataclass(frozen=True)
class Certificate(_Value):
    """A signer's certificate. The subject is withheld."""

    serial: str
    issuer: Optional[str]
    sha256: str
    not_before: datetime
    not_after: datetime
    policies: Optional[tuple[str, ...]]


@dataclass(frozen=True)
class Signer(_Value):
    """One signer of a document."""

    index: int
    verdict: str
    sub_indication: Optional[str]
    sign_type: str
    digest_source: str
    digest_algorithm: Optional[str]
    signature_algorithm: Optional[str]
    key: Optional[str]
    certificate: Optional[Certificate]
    claimed_signing_time: Optional[datetime]
    path: tuple[str, ...]
    """SHA-256 of each certificate of the path, the signer's first."""
    checks: tuple[Check, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Document(_Value):
    """What a report says of the document itself."""

    sha256: str
    armor: Optional[str]
    encoding: Optional[str]
    content_type: Optional[str]
    content: Optional[str]
    content_sha256: Optional[str]


@dataclass(frozen=True)
class Identity(_Value):
    """Whether the signer is who was claimed."""

    outcome: str
    layout: Optional[str]
    encoding: Optional[str]
    would_match: Optional[str]
    message: Optional[str]


@dataclass(frozen=True)
class Diagnosis(_Value):
    """Another reading under which a document would match."""

    signer: Optional[int]
    code: str
    message: str


@dataclass(frozen=True)
class Reason(_Value):
    """Why a decision came out as it did, or a note beside it."""

    code: str
    effect: str
    document: Optional[str]
    message: str
    next_step: Optional[str]
    waiver: Optional[str]


_Json = Mapping[str, Any]


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def _optional_time(text: Optional[str]) -> Optional[datetime]:
    return None if text is None else _time(text)


def checks(all_: Sequence[_Json]) -> tuple[Check, ...]:
    return tuple(
        Check(
            id=it["id"],
            outcome=it["outcome"],
            sub_indication=it.get("sub_indication"),
            reason=it.get("reason"),
            message=it.get("message"),
            position=it.get("position"),
            prevented_by=it.get("prevented_by"),
        )
        for it in all_
    )


def findings(all_: Sequence[_Json]) -> tuple[Finding, ...]:
    return tuple(Finding(code=it["code"], message=it["message"]) for it in all_)


def _certificate(it: Optional[_Json]) -> Optional[Certificate]:
    if it is None:
        return None
    policies = it["policies"]
    return Certificate(
        serial=it["serial"],
        issuer=it["issuer"],
        sha256=it["sha256"],
        not_before=_time(it["not_before"]),
        not_after=_time(it["not_after"]),
        policies=None if policies is None else tuple(policies),
    )


def signers(all_: Sequence[_Json]) -> tuple[Signer, ...]:
    return tuple(
        Signer(
            index=it["index"],
            verdict=it["verdict"],
            sub_indication=it["sub_indication"],
            sign_type=it["sign_type"],
            digest_source=it["digest_source"],
            digest_algorithm=it["digest_algorithm"],
            signature_algorithm=it["signature_algorithm"],
            key=it["key"],
            certificate=_certificate(it["certificate"]),
            claimed_signing_time=_optional_time(it["claimed_signing_time"]),
            path=tuple(it["path"]),
            checks=checks(it["checks"]),
            findings=findings(it["findings"]),
        )
        for it in all_
    )


def document(it: _Json) -> Document:
    return Document(
        sha256=it["sha256"],
        armor=it["armor"],
        encoding=it["encoding"],
        content_type=it["content_type"],
        content=it["content"],
        content_sha256=it["content_sha256"],
    )


def identity(it: _Json) -> Identity:
    return Identity(
        outcome=it["outcome"],
        layout=it.get("layout"),
        encoding=it.get("encoding"),
        would_match=it.get("would_match"),
        message=it.get("message"),
    )


def diagnosis(all_: Optional[Sequence[_Json]]) -> tuple[Diagnosis, ...]:
    return tuple(
        Diagnosis(signer=it["signer"], code=it["code"], message=it["message"])
        for it in all_ or ()
    )


def decision_findings(all_: Sequence[_Json]) -> tuple[Reason, ...]:
    return tuple(
        Reason(
            code=it["code"],
            effect=it["effect"],
            document=it["document"],
            message=it["message"],
            next_step=it.get("next_step"),
            waiver=it.get("waiver"),
        )
        for it in all_
    )


def one_answer(all_: _Json) -> _Json:
    """A decision over one answer; held against a list of persons, it stands in a list of one."""
    answers = all_.get("answers")
    return all_ if answers is None else answers[0]

