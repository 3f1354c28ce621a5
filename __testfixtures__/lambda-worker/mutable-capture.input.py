import collections
import multiprocessing


def main(words):
    counts = collections.Counter()
    total = [0]
    process = multiprocessing.Process(target=lambda: counts.update(words))
    process.start()
    process.join()
    with multiprocessing.Pool(2) as pool:
        pool.map(lambda x: total.__setitem__(0, x), [1])
        pool.map(lambda x: total.insert(0, x), [1])
    return counts, total


if __name__ == "__main__":
    main(["a"])
