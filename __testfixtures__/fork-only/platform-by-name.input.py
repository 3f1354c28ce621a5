import multiprocessing
import sys

ON_LINUX = sys.platform.startswith("linux")


def context(quick):
    return multiprocessing.get_context("fork") if quick and ON_LINUX else None
