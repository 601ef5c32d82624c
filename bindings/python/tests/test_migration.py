"""The code of the migration pages, before and after, comes to the same."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from conftest import ROOT, VECTORS

pytestmark = pytest.mark.heavy
SAMPLES = VECTORS / "toss"


def blocks(page: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text("utf-8")
    return [it.split("```")[0] for it in text.split("```python\n")[1:]]


def given(at: datetime) -> dict[str, Any]:
    names: dict[str, Any] = {"samples": SAMPLES, "at": at}
    try:
        from pyhanko.sign.validation.settings import KeyUsageConstraints

        names["usage"] = KeyUsageConstraints(key_usage={"digital_signature"})
    except ImportError:
        pass
    return names


@pytest.mark.parametrize("name", ["pyhanko", "pyca"])
@pytest.mark.parametrize("suffix", ["", ".ko"])
def test_before_and_after(name: str, suffix: str, at: datetime) -> None:
    pytest.importorskip("pyhanko")
    pytest.importorskip("cryptography")
    contents = []
    for number, code in enumerate(blocks(f"migrate-{name}{suffix}.md")):
        names = given(at)
        exec(compile(code, f"migrate-{name}{suffix}.md {number}", "exec"), names)
        contents.append(names["content"])
    before, after = contents
    assert before == after and len(after) == 94
