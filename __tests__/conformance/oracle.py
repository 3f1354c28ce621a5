"""Answers what CPython makes of Python files, a line of JSON for each line of JSON on standard input.

    {"list": true}                                  -> {"files": [path, ...]}: the standard library and what is beside it
    {"path": p, "aspects": [a, ...]}                -> {"path": p, "facts": {a: [count, digest]}}
    {"path": p, "aspects": [a, ...], "full": true}  -> {"path": p, "facts": {a: [fact, ...]}}
    {"path": p, "compile": true}                    -> {"path": p, "facts": {}}
    {"kinds": true}                                 -> {"unplaced": [kind, ...], "unmet": [kind, ...]}: of all nodes so far,
                                                       those without a position; and what has one, but was in no file

Where CPython refuses a file, the answer has "refused" in place of "facts".
"""

import hashlib
import json
import os
import sys
import sysconfig
import warnings

from scope_facts import scope_facts
from tree_facts import placeable_kinds, placed, tree_facts, unplaced

ASPECTS = {"trees": tree_facts, "scopes": scope_facts}
REFUSALS = (OSError, SyntaxError, ValueError, OverflowError, RecursionError, MemoryError)


def answer(request):
    if "list" in request:
        return {"files": files()}
    if "kinds" in request:
        return {"unplaced": sorted(unplaced), "unmet": sorted(placeable_kinds() - placed)}
    path = request["path"]
    try:
        return {"path": path, "facts": facts(path, request)}
    except REFUSALS as error:
        return {"path": path, "refused": f"{type(error).__name__}: {error}"}


def facts(path, request):
    with open(path, "rb") as file:
        source = file.read()
    if "compile" in request:
        compile(source, path, "exec", dont_inherit=True)
        return {}
    found = {aspect: sorted(ASPECTS[aspect](source, path)) for aspect in request["aspects"]}
    return found if request.get("full") else {aspect: digest(found[aspect]) for aspect in found}


def digest(facts):
    data = "\n".join(facts).encode("utf-8", "surrogatepass")
    return [len(facts), hashlib.sha1(data).hexdigest()]


def files():
    folders = {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    found = set()
    for folder in folders:
        for parent, _, names in os.walk(folder):
            found.update(os.path.join(parent, name) for name in names if name.endswith(".py"))
    return sorted(path for path in found if os.path.isfile(path) and not os.path.islink(path))


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)
