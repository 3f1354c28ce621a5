"""What `Slow` would start, `Quick` does not."""
from slow import Slow


class Mixed(Slow):
    pass


class Calm(Slow):
    def run(self):
        return [1]


class Quick(Mixed, Calm):
    step = staticmethod(lambda: 2)
