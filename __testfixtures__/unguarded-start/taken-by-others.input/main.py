#!/usr/bin/env python3
"""A program whose names other files take: none of them moves."""
from jobs import run

SQUARES = run()
print(SQUARES)
