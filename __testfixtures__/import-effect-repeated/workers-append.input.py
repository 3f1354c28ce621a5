from multiprocessing import Pool

log = open("log.txt", "a")


def work(n):
    log.write(f"{n}\n")
    log.flush()


if __name__ == "__main__":
    with Pool(2) as pool:
        pool.map(work, range(4))
