"""The notebook runs from its first cell to its last, and shows what was planted."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import archive
import pytest
from conftest import ROOT

pytestmark = pytest.mark.heavy
nbclient = pytest.importorskip("nbclient")
nbformat = pytest.importorskip("nbformat")
nbconvert = pytest.importorskip("nbconvert")
jupyter_client = pytest.importorskip("jupyter_client")

import injang

NOTEBOOK = Path(__file__).parents[1] / "notebooks/archive.ipynb"


def test_notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    planted = archive.read(rows=20_000)
    monkeypatch.setenv("INJANG_PLANTED", str(planted.folder.resolve()))
    package = str(Path(injang.__file__).parents[1])
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([package, os.environ.get("PYTHONPATH", "")]))
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells), "it is kept without output"
    # A kernel of this very interpreter, whichever kernels are installed.
    manager = jupyter_client.AsyncKernelManager(kernel_name="python3")
    manager.kernel_spec.argv[0] = sys.executable
    client = nbclient.NotebookClient(notebook, km=manager, timeout=300)
    client.execute(cwd=str(ROOT))
    html, _ = nbconvert.HTMLExporter().from_notebook_node(notebook)
    page = ROOT / "target/tmp/archive.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(html, "utf-8")
    plots = [
        output
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if "image/png" in output.get("data", {})
    ]
    assert len(plots) == 3
    wrong = planted.rows["kind"].drop_null().value_counts().to_pylist()
    counted = sum(it["counts"] for it in wrong)
    accepted = re.search(r"<th>accepted</th>\s*<td>(\d+)</td>", html)
    assert accepted is not None and int(accepted[1]) == 20_000 - counted
    assert "REVOKED" in html and "mismatched" in html
    for ci in planted.rows["ci"].drop_null().to_pylist()[:50]:
        assert ci not in html
