from multiprocessing import Process

A = B = C = D = E = F = None


class Inherited(Process):
    def run(self):
        print(A)


class Heir(Inherited):
    pass


class Direct(Process):
    def run(self):
        print(B)


class Decorated(Process):
    @staticmethod
    def make():
        return None

    def note(function):
        return function

    @note
    def run(self):
        print(C)


class Hidden(Process):
    def __init__(self, D):
        super().__init__()
        self.given = D

    def run(self):
        print(D)


class Early(Process):
    def run(self):
        print(E)


class Sets(Process):
    def __init__(self):
        super().__init__()
        global F
        F = 1

    def run(self):
        print(F)


def main():
    global A, B, C, D, E
    Early().start()
    A = B = C = D = E = 5
    Heir().start()
    Direct().run()
    Direct().start()
    Decorated().start()
    Hidden(1).start()
    Early().start()
    Sets().start()


if __name__ == "__main__":
    main()
