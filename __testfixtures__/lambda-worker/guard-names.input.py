import multiprocessing as mp

LIMIT = 10


def clip(x, top):
    return min(x, top)


if __name__ == "__main__":
    top = 3
    names = {1: "one"}
    with mp.Pool(2) as pool:
        print(pool.map(lambda x: names.get(x, str(x + LIMIT)), [1, 2]))
        print(pool.map(lambda x: clip(x, top), [1, 5]))
    half = lambda x: x // 2
    process = mp.Process(target=lambda: print(clip(9, top)))
    process.start()
    process.join()
    with mp.Pool(2) as pool:
        print(pool.map(half, [4]))
