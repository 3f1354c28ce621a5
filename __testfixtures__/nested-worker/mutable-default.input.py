from multiprocessing import Pool


def main(xs):
    def work(x, seen=[]):
        seen.append(x)
        return len(seen)

    with Pool(2) as pool:
        return pool.map(work, xs), work(1)


if __name__ == "__main__":
    print(main([1, 2]))
