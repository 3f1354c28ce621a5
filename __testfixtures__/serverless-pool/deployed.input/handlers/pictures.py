from multiprocessing import Pool


def small(name):
    return name + ".small"


def resize(request, _):
    with Pool(2) as pool:
        return pool.map(small, request["names"])


def enlarge(request, _):
    with Pool(2) as pool:
        return pool.map(small, request["names"])
