# -*- coding: utf-8 -*-
from __future__ import annotations

import contextlib
import multiprocessing

# Settings.
SIZE = 2


def _totals_worker(row, *, top=SIZE):
    return sum(row[:top])


# Sums up.
@contextlib.contextmanager
def totals(rows: list[list[int]]):
    """Sums of rows."""
    with multiprocessing.Pool(SIZE) as pool:
        yield pool.map(_totals_worker, rows)


if __name__ == "__main__":
    with totals([[1, 2, 3], [4]]) as sums:
        print(sums)
