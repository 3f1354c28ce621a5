from multiprocessing import Pool, Value


def work(counter):
    counter.value += 1


if __name__ == "__main__":
    counter = Value("i", 0)
    with Pool(1) as pool:
        pool.apply(work, (counter,))
