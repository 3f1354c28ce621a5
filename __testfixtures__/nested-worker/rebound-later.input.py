from multiprocessing import Pool


def main(xs):
    factor = 2

    def scale(x):
        return x * factor

    with Pool(2) as pool:
        results = [pool.apply_async(scale, (x,)) for x in xs]
        factor = 3
        return [r.get() for r in results]


if __name__ == "__main__":
    print(main([1, 2]))
