from multiprocessing import Pool

_settings = {}


def lookup(key):
    return _settings.get(key)


def serve(keys, language):
    def prepare(mode):
        global _settings
        _settings = {"language": language, "mode": mode}

    with Pool(2, initializer=prepare, initargs=("fast",)) as pool:
        return pool.map(lookup, keys)


if __name__ == "__main__":
    print(serve(["language", "mode"], "de"))
