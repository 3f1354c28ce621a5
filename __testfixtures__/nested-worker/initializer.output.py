from multiprocessing import Pool

_settings = {}


def lookup(key):
    return _settings.get(key)


def prepare(language, mode):
    global _settings
    _settings = {"language": language, "mode": mode}


def serve(keys, language):
    with Pool(2, initializer=prepare, initargs=(language, "fast")) as pool:
        return pool.map(lookup, keys)


if __name__ == "__main__":
    print(serve(["language", "mode"], "de"))
