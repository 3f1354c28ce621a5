"""Stands for multiprocess."""

from multiprocessing import *  # noqa: F403
