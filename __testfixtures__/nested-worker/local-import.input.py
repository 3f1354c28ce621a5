import multiprocessing


def main(words):
    import re as regex
    from string import capwords

    def tidy(word):
        """Tidies a word."""
        return capwords(regex.sub("[^a-z ]", "", word))

    def shorten(word): return regex.sub("[aeiou]", "", word)

    with multiprocessing.Pool(2) as pool:
        print(pool.map(tidy, words))
        print(pool.map(shorten, words))
    return regex.escape("done")


if __name__ == "__main__":
    print(main(["a! b", "cd"]))
