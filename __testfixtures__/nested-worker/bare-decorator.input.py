from multiprocessing import Pool


def loud(function):
    def wrapper(x):
        print("call", x)
        return function(x)
    return wrapper


def main(xs):
    @loud
    def work(x):
        return x

    with Pool(2) as pool:
        return pool.map(work, xs)


if __name__ == "__main__":
    print(main([1]))
