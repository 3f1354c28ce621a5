from multiprocessing import Pool


class Changed(Exception):
    def __init__(self, code, message):
        super().__init__(message.strip())
        self.code = int(code)


class Rebound(Exception):
    def __init__(self, code, message):
        code = code or 1
        super().__init__(message)
        self.code = code


class SetElsewhere(Exception):
    def __init__(self, state, message):
        super().__init__(message)
        self.state = state


class ByName(Exception):
    def __init__(self, message, *, code):
        super().__init__(message)
        self.code = code


class Any(Exception):
    def __init__(self, code, message, *rest, **more):
        super().__init__(message)
        self.code = code


class Base(Exception):
    def __init__(self, number, message):
        super().__init__(message)
        self.number = number


class Derived(Base):
    def __init__(self, message):
        super().__init__(1, message)


def work(number):
    if number == 1:
        raise Changed("1", "no")
    if number == 2:
        raise Rebound("1", "no")
    if number == 3:
        error = SetElsewhere(1, "no")
        error.state = 2
        raise error
    if number == 4:
        raise ByName("no", code=3)
    if number == 5:
        raise Any(1, "no")
    if number == 6:
        raise Derived("no")
    raise Base(1, "no")


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(work, [1, 2, 3]))
