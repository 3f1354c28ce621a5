"""Runs before every program of the proof harness, and again in each child that starts a fresh interpreter."""

import os
import sys
from multiprocessing import context

context._default_context._default_context = context._concrete_contexts[os.environ["MPFIX_START_METHOD"]]

# Whole lines reach the pipe at once, so prints of several processes neither mix nor get lost.
sys.stdout.reconfigure(line_buffering=True)
sys.stderr.reconfigure(line_buffering=True)


def watch_parent(message_file):
    """Note what only the parent can tell: the exception that ended it, and the pools that it left running."""
    import atexit

    parent = os.getpid()

    def note_exception(kind, value, trace):
        if os.getpid() == parent:
            import traceback

            lines = traceback.format_exception_only(kind, value)
            text = lines[-1] if issubclass(kind, SyntaxError) else lines[0]
            with open(message_file, "w", encoding="utf-8", errors="replace") as file:
                file.write(text)
        sys.__excepthook__(kind, value, trace)

    def tell_pools_left():
        pool = sys.modules.get("multiprocessing.pool")
        if pool is None or os.getpid() != parent:
            return
        import gc

        for thing in gc.get_objects():
            kind = type(thing)
            if issubclass(kind, pool.Pool) and not issubclass(kind, pool.ThreadPool):
                if getattr(thing, "_state", None) == pool.RUN:
                    sys.stderr.write("ResourceWarning: unclosed running multiprocessing pool at exit\n")

    sys.excepthook = note_exception
    atexit.register(tell_pools_left)


# Taken out of the environment, so that no child takes itself for the parent.
message_file = os.environ.pop("MPFIX_MESSAGE_FILE", None)
if message_file:
    watch_parent(message_file)
