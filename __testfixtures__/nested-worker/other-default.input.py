from multiprocessing import Pool


def main(xs, rate):
    def step(x, rate=rate):
        return x + rate

    rate = 0
    with Pool(2) as pool:
        return pool.map(step, xs)


if __name__ == "__main__":
    print(main([1], 2))
