import multiprocessing as mp
from multiprocessing import Pool

IS_PROGRAM = __name__ == "__main__"


def square(number):
    return number * number


class Pool:
    def __init__(self, size):
        self.size = size

    def map(self, function, numbers):
        return [function(number) for number in numbers]


def main():
    with mp.Pool(2) as pool:
        print(pool.map(square, range(3)))


def main_only():
    if __name__ != "__main__":
        return
    main()


if IS_PROGRAM:
    main()

__name__ == "__main__" and main()
main() if __name__ == "__main__" else None
main_only()

if not __name__ == "__main__":
    square(2)
else:
    main()

if __name__ in ("__main__", "builtins"):
    main()

if mp.parent_process() is None:
    main()

pool = Pool(2)
print(pool.map(square, range(3)))
