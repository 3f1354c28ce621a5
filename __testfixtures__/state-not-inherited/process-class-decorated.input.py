import multiprocessing
from dataclasses import dataclass

LEVEL = 0


@dataclass
class Decorated(multiprocessing.Process):
    number: int

    def __post_init__(self):
        super().__init__()

    def run(self):
        print("decorated", LEVEL)


def main():
    global LEVEL
    LEVEL = 7
    process = Decorated(1)
    process.start()
    process.join()


if __name__ == "__main__":
    main()
