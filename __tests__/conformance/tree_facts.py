"""What CPython's parser makes of a file: a fact for each node that has a position."""

import ast
import sys

# Before 3.12 what stands in an f-string has positions that lead elsewhere: there only the kinds are told.
HAS_FORMAT_POSITIONS = sys.version_info >= (3, 12)
FORMATS = {"JoinedStr", "TemplateStr"}

# The kinds of all nodes so far. Those without a position make no facts, but somebody should know which they are.
placed = set()
unplaced = set()


def tree_facts(source, path):
    """A list of "Kind row:column-row:column", columns in UTF-8 bytes from 0. Throws what the parser throws."""
    facts = []
    waiting = [(ast.parse(source, path), False)]
    while waiting:
        node, is_formatted = waiting.pop()
        kind = type(node).__name__
        fields = vars(node)
        if "lineno" in fields:
            placed.add(kind)
            facts.append(f"{kind}{detail(kind, node)} {'in f-string' if is_formatted else span(node)}")
        else:
            unplaced.add(kind)
        is_formatted = is_formatted or (kind in FORMATS and not HAS_FORMAT_POSITIONS)
        for value in fields.values():
            if isinstance(value, ast.AST):
                waiting.append((value, is_formatted))
            elif isinstance(value, list):
                waiting.extend((item, is_formatted) for item in value if isinstance(item, ast.AST))
    return facts


def span(node):
    return f"{node.lineno}:{node.col_offset}-{node.end_lineno}:{node.end_col_offset}"


def detail(kind, node):
    if kind == "Constant":
        return CONSTANTS[type(node.value)]
    if kind == "Compare":
        return ":" + ",".join(type(op).__name__ for op in node.ops)
    if kind in ("BinOp", "UnaryOp", "BoolOp"):
        return ":" + type(node.op).__name__
    return ""


CONSTANTS = {
    str: ":str",
    bytes: ":bytes",
    int: ":number",
    float: ":number",
    complex: ":number",
    bool: ":bool",
    type(None): ":None",
    type(...): ":Ellipsis",
}


def placeable_kinds():
    """The kinds that have a position in this version; those that are kept for old programs are left out."""
    bases = {ast.AST}
    kinds = set()
    while bases:
        base = bases.pop()
        below = set(base.__subclasses__())
        if not below or base is ast.Constant:
            kinds.update({base.__name__} if "lineno" in base._attributes else ())
        else:
            bases |= below
    return kinds
