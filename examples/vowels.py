"""Count vowels, with children that begin as copies of this process where that can be."""
import multiprocessing


def vowels(word):
    return sum(word.count(vowel) for vowel in "aeiou")


if __name__ == "__main__":
    with multiprocessing.get_context("fork").Pool(2) as pool:
        print(*pool.map(vowels, ["banana", "kiwi", "pineapple"]))
