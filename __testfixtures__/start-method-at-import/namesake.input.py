from engine import set_start_method
import multiprocessing as mp

set_start_method("crank")


class Motor:
    def set_start_method(self, name):
        self.name = name


motor = Motor()
motor.set_start_method("kick")


def work(n):
    return n + 1


if __name__ == "__main__":
    with mp.Pool(2) as pool:
        print(pool.map(work, [1, 2]))
