from multiprocessing import Pool

log = open("log.txt", "w")
title = "squares"
log.write(title)
log.flush()


def square(n):
    return n * n


if __name__ == "__main__":
    log.write(" of three numbers: ")
    log.flush()
    with Pool(1) as pool:
        log.write(str(pool.map(square, range(3))))
    log.close()
    print(open("log.txt").read())
