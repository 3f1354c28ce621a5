"""The start method of the processes of these scripts, for code that still depends on fork."""

import multiprocessing
import os
import sys


def context():  # mpfix: gives fork
    """Return the context to start processes from: fork, where it exists and is safe.

    MULTIPROCESSING_START_METHOD in the environment names another start method, and so does
    an application that has set one.
    """
    asked = os.environ.get("MULTIPROCESSING_START_METHOD")
    if asked:
        return multiprocessing.get_context(asked)
    methods = multiprocessing.get_all_start_methods()
    default = methods[0]
    # Every lock and queue fixes the default as a side effect: that alone is no choice.
    chosen = multiprocessing.get_start_method(allow_none=True) or default
    # Windows has no fork, and on macOS it is not safe with the system's libraries.
    if chosen == default and "fork" in methods and sys.platform != "darwin":
        chosen = "fork"
    return multiprocessing.get_context(chosen)
