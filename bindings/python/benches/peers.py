"""How long one document takes: here, with pyHanko, and with asn1crypto and cryptography, turn about in one
run, so that only the ratios mean something. ``python peers.py [SECONDS]``; needs requirements-heavy.txt.

All of them read the same document of Toss's shape, verify its signature and one path to a trusted authority, and
look at no revocation. The last reads, hashes and verifies two signatures, and checks nothing else.
"""

from __future__ import annotations

import asyncio
import hashlib
import statistics
import sys
import time
from datetime import datetime, timezone
from pathlib import Path
from typing import Callable

import pyarrow as pa
from asn1crypto import cms
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from pyhanko.sign.validation import async_validate_cms_signature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

import injang

SAMPLES = Path(__file__).resolve().parents[3] / "tests/vectors/toss"
OCTETS = (SAMPLES / "attached/document.der").read_bytes()
CA = (SAMPLES / "ca.der").read_bytes()
AT = datetime(2026, 3, 2, 9, tzinfo=timezone.utc)
ROWS = 256

policy = injang.Policy(trust=CA, revocation="none", cache_size=0)
remembering = injang.Policy(trust=CA, revocation="none")
table = pa.table({"signed_document": [OCTETS] * ROWS})
usage = KeyUsageConstraints(key_usage={"digital_signature"})
anchor = asn1_x509.Certificate.load(CA)
issuer = x509.load_der_x509_certificate(CA)


def pyhanko() -> None:
    signed_data = cms.ContentInfo.load(OCTETS)["content"]
    context = ValidationContext(
        trust_roots=[anchor], moment=AT, allow_fetching=False, revocation_mode="soft-fail"
    )
    status = asyncio.run(
        async_validate_cms_signature(
            signed_data, validation_context=context, key_usage_settings=usage
        )
    )
    assert status.intact and status.valid and status.trusted


def pyca() -> None:
    signed_data = cms.ContentInfo.load(OCTETS)["content"]
    signer = signed_data["signer_infos"][0]
    content = signed_data["encap_content_info"]["content"].native
    certificate = x509.load_der_x509_certificate(signed_data["certificates"][0].dump())
    attributes = {it["type"].native: it["values"][0] for it in signer["signed_attrs"]}
    assert attributes["message_digest"].native == hashlib.sha256(content).digest()
    signed = signer["signed_attrs"].untag().dump()
    key = certificate.public_key()
    key.verify(signer["signature"].native, signed, padding.PKCS1v15(), hashes.SHA256())
    certificate.verify_directly_issued_by(issuer)


def batch() -> None:
    judged = pa.table(injang.verify_batch(table, remembering, at=AT, threads=1))
    assert judged.num_rows == ROWS


SIDES: list[tuple[str, Callable[[], object], int]] = [
    ("injang.verify, nothing remembered", lambda: injang.verify(OCTETS, policy, at=AT), 1),
    ("injang.verify", lambda: injang.verify(OCTETS, remembering, at=AT), 1),
    ("injang.verify_batch, one thread", batch, ROWS),
    ("asn1crypto + cryptography", pyca, 1),
    ("pyHanko", pyhanko, 1),
]


def once(call: Callable[[], object], documents: int) -> float:
    times = max(1, 64 // documents)
    start = time.perf_counter()
    for _ in range(times):
        call()
    return (time.perf_counter() - start) / times / documents


def main(seconds: float) -> None:
    for _, call, documents in SIDES:
        once(call, documents)
    found: dict[str, list[float]] = {name: [] for name, _, _ in SIDES}
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        for name, call, documents in SIDES:
            found[name].append(once(call, documents))
    medians = {name: statistics.median(times) for name, times in found.items()}
    first = medians[SIDES[0][0]]
    for name, median in medians.items():
        print(f"{name:36} {median * 1e6:8.1f} µs  {median / first:6.2f} ×")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 20)
