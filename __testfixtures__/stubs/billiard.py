"""Stands for billiard."""

from multiprocessing import *  # noqa: F403
