LEVEL = 5


def load(level):
    global LEVEL
    LEVEL = level
