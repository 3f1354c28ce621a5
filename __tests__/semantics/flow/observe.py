"""Runs programs many times with random outcomes, and tells what their names held where they were read.

Each line of the input is the source of a program as JSON, each line of the answer what was seen in it: for each
read, by number, how often what: the number that a definition gave, "e" for an exception, "m" for what was matched,
"u" for unbound. Null stands for a program that does not compile or does not end.
"""
import dis
import functools
import inspect
import json
import os
import random
import signal
import sys
import types

RUNS = 300
FUEL = 150
LIMIT_S = 3


class E1(Exception):
    pass


class E2(Exception):
    pass


def both():
    """Two exceptions at once, where Python has groups."""
    if sys.version_info < (3, 11):
        return E1
    return ExceptionGroup("both", [E1(), E2()])


class Matched:
    def __init__(self, world):
        self.world = world

    def __getattr__(self, name):
        if name.startswith("x") and self.world.chance(0.7):
            return int(name[1:])
        raise AttributeError(name)


class Numbers(types.ModuleType):
    """A module whose attribute v7 is 7, if it is there."""

    world = None

    def __getattr__(self, name):
        if name.startswith("v") and self.world.chance(0.8):
            return int(name[1:])
        raise AttributeError(name)


class Values:
    """Gives a value some times, to loops of both kinds."""

    def __init__(self, value, goes_on):
        self.value, self.goes_on = value, goes_on

    def __iter__(self):
        while self.goes_on():
            yield self.value

    async def __aiter__(self):
        while self.goes_on():
            await pause()
            yield self.value


def evaluated(code):
    """Asks for what Python evaluates when somebody asks for it."""
    for param in getattr(code, "__type_params__", ()):
        param.__bound__
    code.__annotations__


@types.coroutine
def pause():
    yield


class World:
    """What a program finds: everything that may go one way or another."""

    def __init__(self, seen):
        self.random = random.Random()
        self.seen = seen
        self.start(0)

    def start(self, seed):
        self.random.seed(seed)
        self.deferred = []
        self.kept = []
        self.depth = 0
        self.fuel = FUEL

    def chance(self, probability):
        self.fuel -= 1
        return self.random.random() < probability

    def fail(self, probability):
        if self.chance(probability) and self.fuel > 0:
            raise self.random.choice([E1, E2, both()])

    def saw(self, read, value):
        if isinstance(value, BaseException):
            value = "e"
        elif isinstance(value, (Matched, list)) or value == 0:
            value = "m"
        counts = self.seen.setdefault(read, {})
        counts[value] = counts.get(value, 0) + 1

    def names(self):
        """The names that a program uses, in the order of its own needs."""

        def r():
            self.fail(0.04)
            return self.chance(0.5)

        def w():
            return self.chance(0.6) and self.fuel > 0

        def t(value):
            return r()

        def box():
            r()
            return types.SimpleNamespace()

        def x():
            return self.chance(0.3) or self.fuel <= 0

        def f(*args, **kwargs):
            self.fail(0.12)
            if self.kept and self.chance(0.3):
                self.random.choice(self.kept)[self.random.choice("abc")] = -1
            if self.fuel > 0 and self.chance(0.4):
                self.call()

        def goes_on():
            f()
            return self.fuel > 0 and self.chance(0.55)

        def it(value):
            return Values(value, goes_on)

        def p(read, name):
            is_bound = lookup(sys._getframe(1), name)
            if not is_bound:
                self.saw(read, "u")
            return is_bound

        def o(read, value):
            self.saw(read, value)
            return value

        class cm:
            def __init__(self, value):
                self.value = value

            def __enter__(this):
                f()
                return this.value

            def __exit__(this, *raised):
                return self.chance(0.4)

            async def __aenter__(this):
                await pause()
                return this.__enter__()

            async def __aexit__(this, *raised):
                await pause()
                return this.__exit__(*raised)

        class K:
            def __init__(this, value, read):
                this.value, this.read = value, read

            def __rmatmul__(this, old):
                self.saw(this.read, old)
                f()
                return this.value

        def later(code):
            self.deferred.append(code)
            return code

        def annotated(code):
            self.deferred.append(lambda: evaluated(code))
            return code

        def resumed(code):
            self.deferred.append(code())

        def keep(namespace):
            self.kept.append(namespace)

        def val(value):
            f()
            return lambda definition: value

        def m():
            return self.random.choice([0, Matched(self), Matched(self), [1, Matched(self)]])

        def take(*args, **kwargs):
            return r()

        found = dict(locals())
        del found["self"]
        return dict(found, E1=E1, E2=E2, P=Matched, pause=pause)

    def call(self):
        """Runs something that was made to run later."""
        if self.depth > 1 or not self.deferred:
            return
        self.depth += 1
        try:
            code = self.random.choice(self.deferred)
            if isinstance(code, (types.GeneratorType, types.CoroutineType)):
                self.resume(code)
            else:
                code()
        finally:
            self.depth -= 1

    def resume(self, code):
        """Lets a generator or coroutine go on, which may find an exception where it paused, or its end."""
        try:
            if self.chance(0.8):
                code.send(None)
            elif self.chance(0.7):
                code.throw(E1())
            else:
                code.close()
        except StopIteration:
            pass
        except (RuntimeError, ValueError):  # It runs already, or goes on after its end.
            pass


def lookup(frame, name):
    """Whether a name has a value where the code of a frame is about to read it."""
    load = next_load(frame.f_code, frame.f_lasti, name)
    if load == "LOAD_GLOBAL":
        return name in frame.f_globals
    if load == "LOAD_NAME":
        return name in frame.f_locals or name in frame.f_globals
    if load.startswith("LOAD_FAST"):
        return name in frame.f_locals
    if load != "LOAD_DEREF" and name in frame.f_locals:
        return True
    # The name is that of a function round the code; a class has no names of its own between the two.
    while not frame.f_code.co_flags & inspect.CO_OPTIMIZED:
        frame = frame.f_back
    return name in frame.f_locals


@functools.lru_cache(None)
def next_load(code, offset, name):
    return next(
        one.opname
        for one in dis.get_instructions(code)
        if one.offset > offset and one.argval == name and one.opname.startswith("LOAD_")
    )


def observe(source):
    codes = [compile(source, "program", "exec", optimize=level) for level in (0, 1)]
    seen = {}
    world = World(seen)
    numbers = Numbers("numbers_of_definitions")
    numbers.world = world
    numbers.a = numbers.b = -1
    sys.modules["numbers_of_definitions"] = numbers
    names = world.names()
    for seed in range(RUNS):
        world.start(seed)
        try:
            exec(codes[seed % 2], dict(names))
        except BaseException:
            pass
        for _ in range(3):
            try:
                world.call()
            except BaseException:
                pass
    return seen


def observe_apart(source):
    """In a process of its own, since a program may run for ever."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        signal.alarm(LIMIT_S)
        sys.stderr = open(os.devnull, "w")
        try:
            answer = observe(source)
        except SyntaxError:
            answer = None
        with os.fdopen(writing, "w") as pipe:
            json.dump(answer, pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return answer or "null"


for line in sys.stdin:
    print(observe_apart(json.loads(line)), flush=True)
