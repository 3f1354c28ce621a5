import functools
from multiprocessing import Pool


def clip(size, word):
    return word[:size]


def survey(words, size):
    pool = Pool(2)

    def show(result):
        print("done", sorted(result))

    first = clip(size, words[0])
    rest = sorted(words, key=functools.partial(clip, size))
    clipped = pool.map_async(functools.partial(clip, size), words, callback=show).get(10)
    later = pool.apply_async(clip, (size, words[1]))
    pool.close()
    pool.join()
    return first, rest, clipped, later.get()


if __name__ == "__main__":
    print(survey(["pear", "apple", "plum"], 2))
