"""What the tests share: the cases of the repository."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path

import pytest

import injang

ROOT = Path(__file__).resolve().parents[3]
VECTORS = ROOT / "tests" / "vectors"
RESPONSES = ROOT / "tests" / "responses"
AT = datetime(2026, 3, 2, 9, tzinfo=timezone.utc)


@pytest.fixture(scope="session")
def at() -> datetime:
    return AT


@pytest.fixture(scope="session")
def document() -> bytes:
    return (VECTORS / "toss/attached/document.der").read_bytes()


@pytest.fixture(scope="session")
def policy() -> injang.Policy:
    return injang.Policy(trust=VECTORS / "toss/ca.der", revocation="none")
