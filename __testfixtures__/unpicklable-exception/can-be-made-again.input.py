"""Exceptions that come back as they are, or nearly so."""
from dataclasses import dataclass
from enum import Enum
from multiprocessing import Pool


class Kind(Enum):
    A = 1


class Plain(Exception):
    pass


class AllHanded(Exception):
    def __init__(self, code, message):
        super().__init__(code, message)


class NothingHanded(Exception):
    def __init__(self, kind, message):
        self.kind = kind
        self.message = message


class WithDefault(Exception):
    def __init__(self, message, code=1):
        super().__init__(message)
        self.code = code


class Reduced(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code

    def __reduce__(self):
        return Reduced, (self.code, str(self))


class OtherText(Exception):
    def __init__(self, name):
        super().__init__(f"no {name}")


class AnyNumber(Exception):
    def __init__(self, code, *args):
        super().__init__(*args)
        self.code = code


class Sets(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.args = (code, message)


@dataclass
class Data(Exception):
    code: int
    message: str


class Below(NothingHanded):
    def __init__(self, message):
        super().__init__(Kind.A, message=message)


def work(number):
    errors = [Plain("a", "b"), WithDefault("m", code=2)]
    if number < 2:
        raise errors[number]
    if number == 2:
        raise AllHanded(1, "no")
    if number == 3:
        raise NothingHanded(Kind.A, "no")
    if number == 4:
        raise WithDefault("no", code=2)
    if number == 5:
        raise Reduced(1, "no")
    if number == 6:
        raise OtherText("x")
    if number == 7:
        raise AnyNumber(1, "no")
    if number == 8:
        raise Sets(1, "no")
    if number == 9:
        raise Data(1, "no")
    raise Below("no")


if __name__ == "__main__":
    with Pool(2) as pool:
        for number in range(11):
            try:
                pool.apply(work, (number,))
            except Exception as error:
                print(repr(error), vars(error))
