"""Find words that read the same backwards, and read what was found when the pool is gone."""
from multiprocessing import Pool


def is_mirror(word):
    return word == word[::-1]


if __name__ == "__main__":
    words = ["level", "radar", "ladder", "noon"]
    with Pool(2) as pool:
        results = [pool.apply_async(is_mirror, (word,)) for word in words]
    for word, result in zip(words, results):
        if result.get():
            print(word)
