import counts


def length(word):
    return len(word)


counts.measure(length, ["one", "three"])
longest = counts.longest
label = "longest: %d" % longest


def show():
    return label


print(show())
