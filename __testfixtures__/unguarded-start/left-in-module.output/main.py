import counts


def length(word):
    return len(word)


def show():
    return label


if __name__ == "__main__":
    counts.measure(length, ["one", "three"])
    longest = counts.longest
    label = "longest: %d" % longest
    print(show())
