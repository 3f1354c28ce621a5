# -*- coding: utf-8 -*-
from __future__ import annotations

import contextlib
import multiprocessing

# Settings.
SIZE = 2


# Sums up.
@contextlib.contextmanager
def totals(rows: list[list[int]]):
    """Sums of rows."""
    with multiprocessing.Pool(SIZE) as pool:
        yield pool.map(lambda row, *, top=SIZE: sum(row[:top]), rows)


if __name__ == "__main__":
    with totals([[1, 2, 3], [4]]) as sums:
        print(sums)
