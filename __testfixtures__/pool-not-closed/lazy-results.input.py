from multiprocessing import active_children
from multiprocessing.pool import Pool


def length(word):
    return len(word)


def upper(word):
    return word.upper()


def main():
    words = ["spam", "egg", "bacon"]
    pool = Pool(2)
    lengths = list(pool.imap(length, words))
    for number, word in enumerate(pool.imap(upper, words), start=1):
        print(number, word)
    in_any_order = pool.imap_unordered(length, words)
    total = sum(in_any_order)
    names = {word: shout for word, shout in zip(words, pool.imap(upper, words))}
    print(lengths, total, names)
    print(len(active_children()))


if __name__ == "__main__":
    main()
