from datetime import datetime
from os import PathLike
from typing import Any, Iterable, Literal, Mapping, NoReturn, Protocol, Sequence, Union, final

from typing_extensions import Buffer, CapsuleType

from ._values import (
    Check,
    Diagnosis,
    Document,
    Finding,
    Identity,
    ProviderCompletion,
    Reason,
    Signer,
)

__all__ = [
    "decide",
    "audit",
    "diagnose",
    "verify",
    "Batches",
    "batch_columns",
    "verify_batch",
    "Decision",
    "restore_decision",
    "Inspection",
    "inspect",
    "restore_inspection",
    "Policy",
    "Report",
    "Verified",
    "restore_report",
    "restore_verified",
    "check_vid",
    "vid",
    "ENGINE",
]

_Octets = Union[Buffer, PathLike[str], PathLike[bytes]]
_Armored = Union[_Octets, str]
_Pieces = Union[_Armored, Iterable[_Armored]]
_Json = Union[_Armored, dict[str, Any], list[Any]]
_Lang = Literal["en", "ko"]
_Outcome = Literal["accepted", "rejected", "undetermined"]
_Provider = Literal["kakao", "barocert", "toss"]
_DigestSource = Literal["prehash", "hash-of-hash"]
_VidLayout = Literal["ci-serial", "ci-serial-unsigned", "serial-ci", "serial-unsigned-ci"]
_SignType = Literal[
    "MESSAGE",
    "SIGNED_ATTRIBUTE",
    "PLAIN_HASH",
    "message",
    "signed-attribute",
    "plain-hash",
]

class _ArrowStream(Protocol):
    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...

class _ArrowArray(Protocol):
    def __arrow_c_array__(self, requested_schema: Any = None) -> Any: ...

ENGINE: str

@final
class Policy:
    def __new__(
        cls,
        *,
        trust: _Pieces,
        revocation: Literal["require", "none"],
        intermediates: _Pieces | None = None,
        revocation_data: _Pieces | None = None,
        ocsp_responders: _Pieces | None = None,
        profile: Literal["standard", "strict"] = "standard",
        acceptable_policies: Sequence[str] = ...,
        explicit_policy: bool | None = None,
        inhibit_policy_mapping: bool = False,
        inhibit_any_policy: bool = False,
        signer_policies: Sequence[str] = ...,
        purpose: str | None = None,
        anchor_constraints: bool = False,
        cache_size: int | None = None,
    ) -> Policy: ...
    def with_revocation_data(self, revocation_data: _Pieces) -> Policy: ...
    @property
    def policy_sha256(self) -> str | None: ...
    @property
    def anchors(self) -> int: ...
    @property
    def revocation(self) -> str: ...
    def manifest(self) -> str | None: ...
    def to_json(self) -> str: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __copy__(self) -> Policy: ...
    def __deepcopy__(self, _memo: Any) -> Policy: ...
    def __getnewargs_ex__(self) -> tuple[tuple[()], dict[str, Any]]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Report:
    @property
    def verdict(self) -> Literal["TOTAL-PASSED", "INDETERMINATE", "TOTAL-FAILED"]: ...
    @property
    def sub_indication(self) -> str | None: ...
    @property
    def outcome(self) -> _Outcome: ...
    @property
    def is_accepted(self) -> bool: ...
    @property
    def reason(self) -> str | None: ...
    @property
    def checks(self) -> tuple[Check, ...]: ...
    @property
    def findings(self) -> tuple[Finding, ...]: ...
    @property
    def signers(self) -> tuple[Signer, ...]: ...
    @property
    def identity(self) -> Identity: ...
    @property
    def document(self) -> Document: ...
    @property
    def conditions(self) -> dict[str, Any]: ...
    @property
    def policy_sha256(self) -> str | None: ...
    @property
    def diagnosis(self) -> tuple[Diagnosis, ...]: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, lang: _Lang = "en", show_subject: bool = False) -> str: ...
    def to_text(self, *, lang: _Lang = "en", show_subject: bool = False) -> str: ...
    def to_brief(self, *, lang: _Lang = "en", show_subject: bool = False) -> str: ...
    def _repr_html_(self) -> str: ...
    def __bool__(self) -> NoReturn: ...
    def __copy__(self) -> Report: ...
    def __deepcopy__(self, _memo: Any) -> Report: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Verified:
    @property
    def report(self) -> Report: ...
    @property
    def content(self) -> bytes | None: ...
    def __copy__(self) -> Verified: ...
    def __deepcopy__(self, _memo: Any) -> Verified: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Decision:
    @property
    def decision(self) -> Literal["ACCEPTED", "UNDETERMINED", "REJECTED"]: ...
    @property
    def outcome(self) -> _Outcome: ...
    @property
    def is_accepted(self) -> bool: ...
    @property
    def provider(self) -> str: ...
    @property
    def product(self) -> str | None: ...
    @property
    def environment(self) -> str: ...
    @property
    def reasons(self) -> tuple[Reason, ...]: ...
    @property
    def notes(self) -> tuple[Reason, ...]: ...
    @property
    def identity(self) -> dict[str, Any]: ...
    @property
    def documents(self) -> tuple[Report, ...]: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, lang: _Lang = "en", show_subject: bool = False) -> str: ...
    def to_text(self, *, lang: _Lang = "en", show_subject: bool = False) -> str: ...
    def to_brief(self, *, lang: _Lang = "en", show_subject: bool = False) -> str: ...
    def _repr_html_(self) -> str: ...
    def __bool__(self) -> NoReturn: ...
    def __copy__(self) -> Decision: ...
    def __deepcopy__(self, _memo: Any) -> Decision: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Inspection:
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self, *, lang: _Lang = "en", show_subject: bool = False) -> str: ...
    def to_text(self, *, lang: _Lang = "en", show_subject: bool = False) -> str: ...
    def _repr_html_(self) -> str: ...
    def __copy__(self) -> Inspection: ...
    def __deepcopy__(self, _memo: Any) -> Inspection: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Batches:
    def __arrow_c_stream__(self, requested_schema: Any = None) -> CapsuleType: ...
    def __arrow_c_schema__(self) -> CapsuleType: ...
    def collect(self) -> Batches: ...
    @property
    def metadata(self) -> dict[str, str]: ...

def audit(
    document: _Armored,
    policy: Policy,
    *,
    at: datetime,
    content: _Octets | None = None,
    digest: str | None = None,
    sign_type: _SignType | None = None,
    ci: str | Buffer | None = None,
    vid: str | None = None,
    vid_layout: _VidLayout | None = None,
    digest_source: _DigestSource | None = None,
    signer: int | None = None,
    certificates: _Pieces | None = None,
) -> Report: ...
def diagnose(
    document: _Armored,
    policy: Policy,
    *,
    at: datetime,
    content: _Octets | None = None,
    digest: str | None = None,
    sign_type: _SignType | None = None,
    ci: str | Buffer | None = None,
    vid: str | None = None,
    vid_layout: _VidLayout | None = None,
    digest_source: _DigestSource | None = None,
    signer: int | None = None,
    certificates: _Pieces | None = None,
) -> Report: ...
def verify(
    document: _Armored,
    policy: Policy,
    *,
    at: datetime,
    content: _Octets | None = None,
    digest: str | None = None,
    sign_type: _SignType | None = None,
    ci: str | Buffer | None = None,
    vid: str | None = None,
    vid_layout: _VidLayout | None = None,
    digest_source: _DigestSource | None = None,
    signer: int | None = None,
    certificates: _Pieces | None = None,
) -> Verified: ...
def decide(
    provider: _Provider,
    response: _Json,
    policy: Policy,
    *,
    at: datetime | ProviderCompletion,
    product: str | None = None,
    request: _Json | None = None,
    prepare: _Json | None = None,
    receipt: _Json | None = None,
    result_request: _Json | None = None,
    status: _Json | None = None,
    identify: _Json | None = None,
    not_kept: Sequence[str] = ...,
    keys: _Json | None = None,
    ci: str | Buffer | PathLike[str] | None = None,
    ci_list: _Armored | None = None,
    person: _Json | None = None,
    originals: Iterable[_Octets | tuple[str, _Octets]] | Mapping[str, _Octets] | None = None,
    short_signatures: _Json | None = None,
    session: dict[str, str] | None = None,
    content_map: _Json | None = None,
    nonce: str | None = None,
    nonce_answer: str | None = None,
    sign_type: _SignType | None = None,
    digest_source: _DigestSource | None = None,
    vid_layout: _VidLayout | None = None,
    environment: Literal["production", "test"] | None = None,
    waive: Sequence[str] = ...,
) -> Decision: ...
def verify_batch(
    table: _ArrowStream | _ArrowArray,
    policy: Policy,
    *,
    columns: dict[str, str] | None = None,
    at: datetime | None = None,
    sign_type: _SignType | None = None,
    digest_source: _DigestSource | None = None,
    vid_layout: _VidLayout | None = None,
    provider: _Provider | None = None,
    product: str | None = None,
    environment: Literal["production", "test"] | None = None,
    keys: _Json | None = None,
    content_map: _Json | None = None,
    waive: Sequence[str] | None = None,
    text: _Lang | None = None,
    json: bool = False,
    threads: int | None = None,
) -> Batches: ...
def batch_columns() -> tuple[list[tuple[str, str, str]], list[tuple[str, str, str]]]: ...
def inspect(document: _Armored) -> Inspection: ...
def vid(
    ci: str | Buffer,
    serial: bytes | str,
    *,
    layout: _VidLayout | None = None,
    encoding: Literal["base64", "base64url", "hex"] = "base64",
) -> str: ...
def check_vid(
    vid: str,
    ci: str | Buffer,
    serial: bytes | str,
    *,
    layout: _VidLayout | None = None,
) -> bool: ...
def restore_report(*state: Any) -> Report: ...
def restore_verified(report: Report, content: bytes | None) -> Verified: ...
def restore_decision(*state: Any) -> Decision: ...
def restore_inspection(*state: Any) -> Inspection: ...
