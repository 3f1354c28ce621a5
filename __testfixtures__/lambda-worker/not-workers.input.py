from multiprocessing import Pool, Process


def work(x):
    return x


def apply(f, *rest):
    return f(*rest)


class Registry:
    def map(self, f, xs):
        return [f(x) for x in xs]

    submit = apply_async = map


def main():
    words = ["b", "a"]
    with Pool(2) as pool:
        print(pool.map(work, sorted(words, key=lambda w: w)))
        print(pool.map(work, map(lambda w: w * 2, words)))
        print(max(pool.imap(work, words), key=lambda w: w))
        print(pool.map((lambda: work)(), words))
    registry = Registry()
    print(registry.map(lambda x: x, words), registry.submit(lambda x: x, words))
    print(apply(lambda x: x, 1), list(map(lambda x: x, words)))
    process = Process(target=work, args=(1,), name=(lambda: "p")())
    process.start()
    process.join()


if __name__ == "__main__":
    main()
