from engine import Engine

FACTOR = 3


class Tripler(Engine):
    def step(self, number):
        return number * FACTOR


print(Tripler().run([1, 2]))
