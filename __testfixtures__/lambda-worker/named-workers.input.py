import functools
import operator
from multiprocessing import Pool, Process


def scale(factor, x):
    return factor * x


double = functools.partial(scale, 2)
by_length = lambda word: len(word)


def main(words):
    with Pool(2) as pool:
        print(pool.map(double, [1, 2]))
        print(pool.map(functools.partial(scale, 3), [1, 2]))
        print(pool.map(operator.itemgetter(0), [[1]]))
        print(sorted(words, key=by_length))
    process = Process(target=print, args=("done",))
    process.start()
    process.join()


if __name__ == "__main__":
    main(["aa", "b"])
