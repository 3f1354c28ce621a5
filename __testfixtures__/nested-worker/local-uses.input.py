from multiprocessing import Pool


def survey(words, size):
    pool = Pool(2)

    def clip(word):
        return word[:size]

    def show(result):
        print("done", sorted(result))

    first = clip(words[0])
    rest = sorted(words, key=clip)
    clipped = pool.map_async(clip, words, callback=show).get(10)
    later = pool.apply_async(clip, (words[1],))
    pool.close()
    pool.join()
    return first, rest, clipped, later.get()


if __name__ == "__main__":
    print(survey(["pear", "apple", "plum"], 2))
