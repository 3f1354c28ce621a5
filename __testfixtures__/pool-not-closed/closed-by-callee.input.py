from multiprocessing import Pool


def square(x):
    return x * x


def run(pool):
    print(pool.map(square, [1, 2]))
    pool.close()


def run_within(numbers, *, pool):
    with pool:
        print(pool.map(square, numbers))


class Runner:
    def run(self, pool):
        print(pool.map(square, [1, 2]))
        pool.terminate()


def main():
    pool = Pool(2)
    run(pool)
    pool.join()
    others = Pool(2)
    run_within([1], pool=others)
    third = Pool(2)
    Runner().run(third)


if __name__ == "__main__":
    main()
