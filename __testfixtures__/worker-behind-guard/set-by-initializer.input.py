from multiprocessing import Pool


def _set_scale(value):
    global scale
    scale = value


if __name__ == "__main__":
    scale = len("abc")

    def work(n):
        return n * scale

    with Pool(2, initializer=_set_scale, initargs=(scale,)) as pool:
        print(pool.map(work, range(3)))
