"""Exceptions of several kinds, raised in the depths of a task."""
from concurrent.futures import ProcessPoolExecutor


class Stop(RuntimeError):
    """Has its own text."""

    def __init__(self):
        super().__init__("nothing left to do")

    def __reduce__(self):
        return self.__class__, (), self.__dict__

    def __str__(self):
        return self.args[0].capitalize()


class Shortage(ValueError):
    wanted: int

    def __init__(self, item: str, wanted: int, there: int = 0) -> None:
        # What is missing.
        ValueError.__init__(self, f"{wanted - there} of {item} missing")
        self.item = item
        self.wanted = wanted
        self.there = there

    def __reduce__(self):
        return self.__class__, (self.item, self.wanted, self.there), self.__dict__


def take(item):
    if item == "nothing":
        raise Stop
    error = Shortage(item, 3, there=1)
    error.where = "shelf"
    raise error


def go(item):
    try:
        return take(item)
    except KeyError:
        return None


def main():
    with ProcessPoolExecutor(1) as executor:
        error = executor.submit(go, "nothing").exception()
        print(type(error).__name__, error)
    with ProcessPoolExecutor(1) as executor:
        error = executor.submit(go, "bread").exception()
        print(type(error).__name__, error, vars(error))


if __name__ == "__main__":
    main()
