from multiprocessing import Pool as Workers


def run(xs, n):
    def work(x): return x + n
    def twice(x): return work(work(x))  # both
    with Workers(2) as pool:
        return pool.map(work, xs) + list(pool.imap_unordered(twice, xs[:1]))


if __name__ == "__main__":
    print(run([1, 2], 3))
