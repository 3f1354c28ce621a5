"""Stands for multiprocess: multiprocessing, with a pickler that takes functions and local classes by value."""

import importlib
import marshal
import types
from multiprocessing import *  # noqa: F403
from multiprocessing import reduction


def _module_of(name):
    try:
        return vars(importlib.import_module(name))
    except ImportError:
        return {"__builtins__": __builtins__}


def _function(code, module, name, defaults, cells):
    closure = tuple(types.CellType(value) for value in cells)
    return types.FunctionType(marshal.loads(code), _module_of(module), name, defaults, closure)


def _reducer_override(self, obj):
    name = getattr(obj, "__qualname__", "")
    if "<" not in name:
        return NotImplemented
    if isinstance(obj, types.FunctionType):
        cells = tuple(cell.cell_contents for cell in obj.__closure__ or ())
        code = marshal.dumps(obj.__code__)
        return _function, (code, obj.__module__, obj.__name__, obj.__defaults__, cells)
    if isinstance(obj, type):
        own = {k: v for k, v in vars(obj).items() if k not in ("__dict__", "__weakref__")}
        return type, (obj.__name__, obj.__bases__, own)
    return NotImplemented


reduction.ForkingPickler.reducer_override = _reducer_override
