from engine import Engine

FACTOR = 3


class Tripler(Engine):
    def step(self, number):
        return number * FACTOR


if __name__ == "__main__":
    print(Tripler().run([1, 2]))
