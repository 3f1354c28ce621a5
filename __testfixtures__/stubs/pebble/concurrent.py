"""Stands for pebble.concurrent."""

import functools
import sys
from concurrent.futures import ProcessPoolExecutor


def process(*given, timeout=None, context=None):
    def decorate(function):
        @functools.wraps(function)
        def call(*args):
            with ProcessPoolExecutor(1, context) as executor:
                return executor.submit(_run, function.__module__, function.__name__, args)

        return call

    return decorate(*given) if given else decorate


def _run(module, name, args):
    return getattr(sys.modules[module], name).__wrapped__(*args)
