import multiprocessing

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    pool = multiprocessing.Pool(2)


def square(n):
    return n * n


if __name__ == "__main__":
    print(pool.map(square, range(4)))
    pool.close()
    pool.join()
