"""Stands for torch: tensors of floats, and CUDA's refusal to work in a forked child."""
from . import cuda, multiprocessing  # noqa: F401


class device:
    def __init__(self, name):
        self.type = str(name).split(":")[0]
        self._name = str(name)

    def __str__(self):
        return self._name

    def __repr__(self):
        return "device(type=%r)" % self._name


class Tensor:
    def __init__(self, values, device=None):
        self._values = list(values)
        self.device = str(device or "cpu")
        self._touch()

    def _touch(self):
        if self.device.startswith("cuda"):
            cuda.init()

    def _like(self, values):
        return Tensor(values, self.device)

    def to(self, device):
        return Tensor(self._values, device)

    def cuda(self):
        return self.to("cuda")

    def cpu(self):
        return Tensor(self.tolist())

    def sum(self):
        return self._like([sum(self._values)])

    def item(self):
        return self.tolist()[0]

    def tolist(self):
        self._touch()
        return list(self._values)

    def __mul__(self, number):
        return self._like([value * number for value in self._values])

    def __add__(self, number):
        return self._like([value + number for value in self._values])


def tensor(values, device=None):
    return Tensor(values if isinstance(values, (list, tuple, range)) else [values], device)


def ones(size, device=None):
    return Tensor([1.0] * size, device)


def zeros(size, device=None):
    return Tensor([0.0] * size, device)
