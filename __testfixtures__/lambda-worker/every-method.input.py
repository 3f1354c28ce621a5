import multiprocessing


def main():
    base = 10
    with multiprocessing.Pool(2) as pool:
        print(pool.map(func=lambda x: -x, iterable=[1, 2]))
        print(pool.map_async(lambda x: x + base, [1, 2]).get())
        print(sorted(pool.imap_unordered(lambda x: x * base, [1, 2], chunksize=2)))
        print(pool.starmap_async(lambda x, y: x * y, [(1, 2)]).get())
        print(pool.apply(lambda: base + 1))
        print(pool.apply(lambda x, y: x - y + base, (9,), {"y": 2}))
        print(pool.apply_async(func=lambda x: x % base, args=[13]).get())


if __name__ == "__main__":
    main()
