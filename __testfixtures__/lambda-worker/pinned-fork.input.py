import multiprocessing
from multiprocessing import get_context

fork = get_context("fork")
Process = fork.Process


def main(k):
    for process in (
        get_context("fork").Process(target=lambda: print("a", k)),
        fork.Process(target=lambda: print("b", k)),
        Process(target=lambda: print("c", k)),
        multiprocessing.get_context(method="fork").Process(target=lambda: print("d", k)),
    ):
        process.start()
        process.join()


if __name__ == "__main__":
    main(1)
