"""Every failure that was planted in a large archive is found, and no other."""

from __future__ import annotations

import archive
import pyarrow as pa

import injang


def test_every_planted_row_and_no_other() -> None:
    planted = archive.read()
    assert planted.rows.num_rows == 200_000
    judged = pa.table(injang.verify_batch(planted.table(), planted.policy()))
    planted.check(judged)
