"""The code of both READMEs runs as it stands, from the project's root."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT


@pytest.mark.parametrize("name", ["README.md", "README.ko.md"])
def test_readme(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (Path(__file__).parents[1] / name).read_text("utf-8")
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert len(blocks) == 4
    monkeypatch.chdir(ROOT)
    exec("".join(blocks), {})
    output = capsys.readouterr().out
    assert "ACCEPTED []" in output
    assert "'outcome': 'not-judged'" in output
