from multiprocessing import Pool


def announced(function):
    print("there is", function.__name__)
    return function


if __name__ == "__main__":
    @announced
    def work(n):
        return n * n

    with Pool(2) as pool:
        print(pool.map(work, range(4)))
