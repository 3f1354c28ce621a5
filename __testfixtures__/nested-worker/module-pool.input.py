from multiprocessing import Pool

ROUNDS = 2

if __name__ == "__main__":
    pool = Pool(2)


def run(xs, step):
    def advance(x):
        for _ in range(ROUNDS):
            x += step
        return x

    return pool.map(advance, xs)


if __name__ == "__main__":
    print(run([1, 2], 5))
    pool.close()
    pool.join()
