import functools
from multiprocessing import Pool


def main(xs, label):
    def tagged(function):
        @functools.wraps(function)
        def wrapper(x):
            return label, function(x)
        return wrapper

    @tagged
    def work(x):
        return x

    with Pool(2) as pool:
        return pool.map(work, xs)


if __name__ == "__main__":
    print(main([1], "n"))
