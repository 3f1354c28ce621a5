from .words import measure as lengths
from .words import shout

__all__ = ["lengths", "shout"]
