"""Collects the words that read the same backwards."""
from multiprocessing import Pool

checked = []


def check(word):
    checked.append((word, word == word[::-1]))


if __name__ == "__main__":
    with Pool(2) as pool:
        pool.map(check, ["level", "crow", "radar"])
    for word, is_palindrome in checked:
        print(word if is_palindrome else "-")
