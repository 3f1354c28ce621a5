from multiprocessing import Pool


def main(xs, rate):
    def step(x, scale=1, rate=rate):
        return x * scale + rate

    with Pool(2) as pool:
        return pool.map(step, xs)


if __name__ == "__main__":
    print(main([1], 2))
