import time
from multiprocessing import Pool


def measure(word):
    time.sleep(0.2)
    return word, len(word)


def report(words):
    with Pool(processes=2) as pool:
        lengths = pool.imap_unordered(measure, words)
        number = pool.apply_async(len, (words,))

    print(number.get(), "words")
    # Longest first.
    for word, length in sorted(lengths, key=lambda pair: -pair[1]):
        print(f"""{word}:
  {length}""")  # aligned


def main():
    report(["one", "three", "fifteen"])
    print("done")


if __name__ == "__main__":
    main()
