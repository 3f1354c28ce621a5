import multiprocessing


def tidy(word):
    """Tidies a word."""
    from string import capwords
    import re as regex
    return capwords(regex.sub("[^a-z ]", "", word))


def shorten(word): import re as regex; return regex.sub("[aeiou]", "", word)


def main(words):
    import re as regex
    from string import capwords

    with multiprocessing.Pool(2) as pool:
        print(pool.map(tidy, words))
        print(pool.map(shorten, words))
    return regex.escape("done")


if __name__ == "__main__":
    print(main(["a! b", "cd"]))
