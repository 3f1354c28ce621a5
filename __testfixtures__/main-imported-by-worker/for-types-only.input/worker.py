from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app import Task


def work(task: Task):
    return type(task).__name__
