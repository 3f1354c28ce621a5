"""Sort the letters of words, so that anagrams look alike."""
from multiprocessing import Pool

if __name__ == "__main__":

    def letters(word):
        return "".join(sorted(word))

    with Pool(2) as pool:
        print(*pool.map(letters, ["listen", "silent", "enlist"]))
