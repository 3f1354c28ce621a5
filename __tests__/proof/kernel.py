"""Runs a notebook as a kernel of Jupyter does: cell by cell, in a `__main__` that has no file."""

import json
import re
import sys
import types

PYTHON_CELL = re.compile(r"%%(time|timeit|capture)\b.*")
STATEMENT = re.compile(r"^(\s*)%time (?=[^%!])", re.MULTILINE)
COMMAND = re.compile(r"^(\s*)[%!].*", re.MULTILINE)

main = types.ModuleType("__main__")
# The names of a module that nobody refers to are cleared.
kernel = sys.modules["__main__"]
sys.modules["__main__"] = main
sys.path[0] = ""
path = sys.argv.pop(1)

with open(path, encoding="utf-8-sig") as file:
    cells = json.load(file)["cells"]
for number, cell in enumerate(cells, 1):
    source = "".join(cell["source"])
    if cell["cell_type"] != "code" or (source.startswith("%%") and not PYTHON_CELL.match(source)):
        continue
    source = COMMAND.sub(r"\1pass", STATEMENT.sub(r"\1", PYTHON_CELL.sub("", source, count=1)))
    exec(compile(source, f"<cell {number}>", "exec"), main.__dict__)
