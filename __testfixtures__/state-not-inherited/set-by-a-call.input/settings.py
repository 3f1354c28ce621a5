LEVEL = None


def load(level):
    global LEVEL
    LEVEL = level
