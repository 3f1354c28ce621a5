import functools
from multiprocessing import Pool

from somewhere import Base, register

LIMIT = 1


def work(thing):
    return thing


def taken(numbers):
    class Taken:
        pass

    with Pool(2) as pool:
        return pool.map(work, [Taken() for _ in numbers])


class Taken:
    pass


def captures(numbers, factor):
    class Captures:
        def run(self, number):
            return number * factor

    with Pool(2) as pool:
        return pool.map(Captures().run, numbers)


def imports(numbers):
    import math

    class Imports:
        def run(self, number):
            return math.sqrt(number)

    with Pool(2) as pool:
        return pool.map(Imports().run, numbers)


def local_base(numbers):
    class Local:
        pass

    class WithLocalBase(Local):
        def run(self, number):
            return number

    with Pool(2) as pool:
        return pool.map(WithLocalBase().run, numbers)


def keywords(numbers):
    class WithKeyword(Base, kind="x"):
        def run(self, number):
            return number

    with Pool(2) as pool:
        return pool.map(WithKeyword().run, numbers)


def decorated(numbers):
    @register
    class Decorated:
        def run(self, number):
            return number

    with Pool(2) as pool:
        return pool.map(Decorated().run, numbers)


def shared(numbers):
    class Shared:
        seen = []

        def run(self, number):
            return number

    with Pool(2) as pool:
        return pool.map(Shared().run, numbers)


def computed(numbers):
    class Computed:
        def run(self, number, start=len(__name__)):
            return number

    with Pool(2) as pool:
        return pool.map(Computed().run, numbers)


def decorated_method(numbers):
    class WithDecorator:
        @register
        def run(self, number):
            return number

    with Pool(2) as pool:
        return pool.map(WithDecorator().run, numbers)


def counted(numbers):
    class Counted:
        made = 0

        def __init__(self):
            Counted.made += 1

    with Pool(2) as pool:
        return pool.map(work, [Counted()])


def counted_otherwise(numbers):
    class Otherwise:
        made = 0

        def __init__(self):
            self.__class__.made += 1

    with Pool(2) as pool:
        return pool.map(work, [Otherwise()])


def returned(numbers):
    class Returned:
        pass

    with Pool(2) as pool:
        pool.map(work, [Returned()])
    return Returned


def holds_a_lambda(numbers):
    class Holder:
        def __init__(self):
            self.key = lambda x: x

    with Pool(2) as pool:
        return pool.map(work, [Holder()])


def rebinds(numbers):
    total = 0

    class Rebinds:
        def run(self, number):
            nonlocal total
            total = number

    with Pool(2) as pool:
        pool.map(Rebinds().run, numbers)
    return total


def by_name(numbers):
    class ByName:
        pass

    kinds = locals()
    with Pool(2) as pool:
        pool.map(work, [ByName(), kinds])


def reads_global(numbers):
    global LIMIT
    LIMIT = 5

    class Reader:
        def run(self, number):
            return min(number, LIMIT)

    with Pool(2) as pool:
        return pool.map(Reader().run, numbers)


def two(numbers):
    if numbers:

        class Two:
            pass
    else:

        class Two:
            def run(self):
                pass

    with Pool(2) as pool:
        return pool.map(work, [Two()])


def later(numbers):
    class Later:
        def run(self, number: int) -> Below:
            return number

    with Pool(2) as pool:
        return pool.map(Later().run, numbers)


class Below:
    pass


@register.in_subprocess
def isolated(numbers):
    class Isolated:
        def run(self, number):
            return number

    with Pool(2) as pool:
        return pool.map(Isolated().run, numbers)
