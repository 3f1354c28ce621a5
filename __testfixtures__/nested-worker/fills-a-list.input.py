from multiprocessing import Pool


def main(xs):
    results = []

    def work(x):
        results.append(x * x)

    with Pool(2) as pool:
        pool.map(work, xs)
    return results


if __name__ == "__main__":
    print(main([1, 2]))
