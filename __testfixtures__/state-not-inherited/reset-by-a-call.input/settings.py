LEVEL = 1


def reset():
    global LEVEL
    LEVEL = 1
