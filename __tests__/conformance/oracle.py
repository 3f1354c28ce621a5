"""Answers what CPython makes of Python files, a line of JSON for each line of JSON on standard input.

    {"list": true}                                  -> {"files": [path, ...]}: the standard library and what is beside it
    {"path": p, "aspects": [a, ...]}                -> {"facts": {a: [count, digest]}}
    {"path": p, "aspects": [a, ...], "full": true}  -> {"facts": {a: [fact, ...]}}
    {"path": p, "compile": true}                    -> {"facts": {}}
    {"kinds": true}                                 -> {"unplaced": [kind, ...], "unmet": [kind, ...]}: of all nodes so far,
                                                       those without a position; and what has one, but was in no file

Where CPython refuses a file, the answer has "refused" in place of "facts"; where only its compiler does, there are no
facts of the aspects that need it.
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
    try:
        with open(request["path"], "rb") as file:
            source = file.read()
        if "compile" in request:
            compile(source, request["path"], "exec", dont_inherit=True)
            return {"facts": {}}
        return answer_facts(source, request)
    except REFUSALS as error:
        return {"refused": f"{type(error).__name__}: {error}"}


def answer_facts(source, request):
    facts = {}
    refused = None
    for aspect in request["aspects"]:
        try:
            found = sorted(ASPECTS[aspect](source, request["path"]))
            facts[aspect] = found if request.get("full") else digest(found)
        except REFUSALS as error:
            refused = f"{type(error).__name__}: {error}"
    return {"facts": facts} if facts else {"refused": refused}


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
