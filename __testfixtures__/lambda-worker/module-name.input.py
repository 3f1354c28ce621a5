from multiprocessing import Pool

double = lambda x: x * 2  # noqa: E731
join = lambda *parts, sep="-", **more: (
    sep.join(parts)  # keeps the order
)


def run(words):
    with Pool(2) as pool:
        print(pool.map(double, words))
        print(pool.starmap(join, [words]))


if __name__ == "__main__":
    print(double(2))
    run(["a", "b"])
