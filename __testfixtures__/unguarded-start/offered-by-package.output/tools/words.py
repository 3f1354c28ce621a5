from concurrent.futures import ProcessPoolExecutor


def measure(words):
    with ProcessPoolExecutor(2) as executor:
        return list(executor.map(len, words))


def shout(word):
    return word.upper()
