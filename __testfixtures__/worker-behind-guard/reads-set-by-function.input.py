from multiprocessing import Pool

scale = None


def configure():
    global scale
    scale = 5


if __name__ == "__main__":
    configure()

    def work(n):
        return n * scale

    with Pool(2) as pool:
        print(pool.map(work, range(4)))
