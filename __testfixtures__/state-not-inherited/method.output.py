from functools import partial
from multiprocessing import Pool

ROOT = "nowhere"


def path_of(name):
    return "/".join([ROOT, name])


def _init_worker(root):
    global ROOT
    ROOT = root


class Runner:
    def __init__(self, prefix):
        self.prefix = prefix

    def step(self, times, name):
        return path_of(self.prefix + name) * times

    def run(self, names):
        with Pool(2, initializer=_init_worker, initargs=(ROOT,)) as pool:
            return pool.map(partial(self.step, 1), names)


def main():
    global ROOT
    ROOT = "/srv"
    print(Runner("x-").run(["a", "b"]))


if __name__ == "__main__":
    main()
