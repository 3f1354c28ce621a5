import work


def __getattr__(name):
    return getattr(work, name)
