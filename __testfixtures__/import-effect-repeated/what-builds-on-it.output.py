from multiprocessing import Pool

title = "squares"


def square(n):
    return n * n


if __name__ == "__main__":
    log = open("log.txt", "w")
    log.write(title)
    log.flush()
    log.write(" of three numbers: ")
    log.flush()
    with Pool(1) as pool:
        log.write(str(pool.map(square, range(3))))
    log.close()
    print(open("log.txt").read())
