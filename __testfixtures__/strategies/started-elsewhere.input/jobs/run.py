"""Totals."""

from . import pools


def total(values):
    return sum(pools.each(values))
