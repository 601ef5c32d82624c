"""Injang (인장) verifies the electronic signatures that Kakao, Toss and relays such as Barocert hand to
a Korean relying party: offline, and with a reason for everything.

>>> from datetime import datetime, timezone
>>> import pathlib, injang
>>> samples = pathlib.Path("../../tests/vectors/toss")
>>> policy = injang.Policy(trust=samples / "ca.der", revocation="none")
>>> at = datetime(2026, 3, 2, 9, tzinfo=timezone.utc)

``verify`` decides: what was signed, or an exception that carries the report.

>>> signed = injang.verify(samples / "attached/document.der", policy, at=at)
>>> len(signed.content)
94

``audit`` describes: every check, as data, never an exception over a document.

>>> report = injang.audit(b"no signed document", policy, at=at)
>>> report.verdict, report.sub_indication
('TOTAL-FAILED', 'FORMAT_FAILURE')
>>> report.is_accepted
False
"""

from ._errors import (
    ArgumentError,
    BatchError,
    InjangError,
    InspectionError,
    MaterialError,
    VerificationError,
)
from ._injang import (
    ENGINE,
    Batches,
    Decision,
    Inspection,
    Policy,
    Report,
    Verified,
    audit,
    batch_columns,
    check_vid,
    decide,
    diagnose,
    inspect,
    verify,
    verify_batch,
    vid,
)
from ._values import (
    Certificate,
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
    "ENGINE",
    "ArgumentError",
    "BatchError",
    "Batches",
    "Certificate",
    "Check",
    "Decision",
    "Diagnosis",
    "Document",
    "Finding",
    "Identity",
    "InjangError",
    "Inspection",
    "InspectionError",
    "MaterialError",
    "Policy",
    "ProviderCompletion",
    "Reason",
    "Report",
    "Signer",
    "VerificationError",
    "Verified",
    "audit",
    "batch_columns",
    "check_vid",
    "decide",
    "diagnose",
    "inspect",
    "verify",
    "verify_batch",
    "vid",
]

__version__ = ENGINE.rpartition(" ")[2]
