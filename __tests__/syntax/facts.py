"""Prints, for each file named on standard input, what CPython's parser makes of it.

A line of JSON a file: [path, facts], or [path, null] where CPython refuses the file. A fact is a kind and the span of
a node, rows from 1 and columns from 0, in code points.
"""

import ast
import json
import sys
import warnings

warnings.simplefilter("ignore")

# What has a node of its own, with the same span, in both trees.
SPANNED = {
    "Assign", "AnnAssign", "Attribute", "AugAssign", "Await", "Call", "Dict", "DictComp", "IfExp", "Lambda", "List",
    "ListComp", "NamedExpr", "Set", "SetComp", "Subscript", "UnaryOp",
}
# Decorators and bodies end elsewhere: the start says enough.
STARTED = {"FunctionDef", "AsyncFunctionDef", "ClassDef"}


def facts_of(source):
    tree = ast.parse(source)
    lines = source.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    patterns = {
        id(inner)
        for case in ast.walk(tree)
        if type(case).__name__ == "match_case"
        for inner in ast.walk(case.pattern)
    }

    def place(row, column):
        return f"{row}:{len(lines[row - 1].encode()[:column].decode())}"

    for node in ast.walk(tree):
        kind = type(node).__name__
        if id(node) in patterns:
            continue
        if kind in STARTED:
            yield f"{kind} {place(node.lineno, node.col_offset)}"
        elif kind in SPANNED:
            end = place(node.end_lineno, node.end_col_offset)
            yield f"{kind} {place(node.lineno, node.col_offset)}-{end}"


for line in sys.stdin:
    path = line.rstrip("\n")
    try:
        with open(path, "rb") as file:
            facts = sorted(facts_of(file.read()))
    except (SyntaxError, ValueError, RecursionError):
        facts = None
    print(json.dumps([path, facts]))
