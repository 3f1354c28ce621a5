"""What CPython's symtable says of a file: a fact for each name in each scope."""

import _symtable
import symtable
import sys

SCOPES = {
    _symtable.LOCAL: "local",
    _symtable.CELL: "cell",
    _symtable.FREE: "free",
    _symtable.GLOBAL_IMPLICIT: "global",
    _symtable.GLOBAL_EXPLICIT: "declared global",
}
FLAGS = {
    _symtable.DEF_PARAM: "parameter",
    _symtable.DEF_IMPORT: "imported",
    _symtable.DEF_LOCAL: "assigned",
    _symtable.USE: "referenced",
    _symtable.DEF_ANNOT: "annotated",
}
# The same thing has another word in another version.
KINDS = {"type parameter": "type parameters", "TypeVar bound": "type variable"}
# Names that no program writes: what the compiler keeps for its own use.
OWN = {"__classdict__", "__type_params__", "__conditional_annotations__"}
# CPython 3.8 counts lines in f-strings in a way of its own.
MISPLACED = sys.version_info < (3, 9)
EXPRESSIONS = {"lambda", "genexpr", "listcomp", "setcomp", "dictcomp"}


def scope_facts(source, path):
    """A list of strings. Throws what CPython throws."""
    return list(facts_of(symtable.symtable(source, path, "exec")))


def facts_of(table):
    kind = str(table.get_type())
    name = table.get_name().strip("<>")
    is_misplaced = kind == "annotation" or (MISPLACED and name in EXPRESSIONS)
    line = 0 if is_misplaced else table.get_lineno()
    owner = f"{KINDS.get(kind, kind)} {name} {line}"
    for symbol in table.get_symbols():
        name = symbol.get_name()
        if name.startswith(".") or name in OWN:
            continue
        # The public methods differ from version to version in what they call local.
        flags, scope = symbol._Symbol__flags, symbol._Symbol__scope
        words = [SCOPES[scope], *(word for flag, word in FLAGS.items() if flags & flag)]
        yield f"{owner}: {name} {' '.join(words)}"
    for child in table.get_children():
        yield from facts_of(child)
