"""Times LibCST. Takes JSON on stdin (files, the one for the first run, rounds); prints JSON, a row a layer."""

import json
import sys
import time

import libcst
from libcst.metadata import MetadataWrapper, QualifiedNameProvider, ScopeProvider


def resolver(provider):
    def resolve(module):
        wrapper = MetadataWrapper(module, unsafe_skip_copy=True)
        wrapper.resolve(provider)
        return wrapper

    return resolve


def timed(run, inputs):
    started = time.process_time()
    kept = [run(each) for each in inputs]
    return time.process_time() - started, kept


def resident():
    """Bytes in memory now; None where the system does not tell."""
    try:
        import resource

        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * resource.getpagesize()
    except (ImportError, OSError):
        return None


def understood(paths):
    """The bytes of those files that this LibCST can parse: it knows Python only up to some version."""
    sources = []
    for path in paths:
        with open(path, "rb") as file:
            source = file.read()
        try:
            libcst.parse_module(source)
        except Exception:
            continue
        sources.append(source)
    return sources


def main():
    asked = json.load(sys.stdin)
    with open(asked["first"], "rb") as file:
        first = [file.read()]
    layers = {
        "LibCST: parse_module": libcst.parse_module,
        "LibCST: ScopeProvider": resolver(ScopeProvider),
        "LibCST: QualifiedNameProvider, scopes with it": resolver(QualifiedNameProvider),
    }
    rows = []
    for name, run in layers.items():
        rows.append({"name": name, "first": timed(run, first)[0] * 1000})
        if len(rows) == 1:
            first = [run(first[0])]
    modules = None
    sources = understood(asked["files"])
    size = sum(map(len, sources))
    for row, run in zip(rows, layers.values()):
        before = resident()
        seconds = []
        for _ in range(asked["rounds"]):
            took, kept = timed(run, modules or sources)
            seconds.append(took)
            after = resident() if len(seconds) == 1 else after
        row["seconds"] = sorted(seconds)
        row["memory"] = None if before is None else (after - before) / size
        row["bytes"] = size
        modules = modules or kept
    print(json.dumps({"rows": rows, "files": len(sources), "version": libcst.LIBCST_VERSION}))


main()
