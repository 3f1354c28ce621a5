def keep(words):
    global known
    known = set(words)


def is_known(word):
    return word in known
