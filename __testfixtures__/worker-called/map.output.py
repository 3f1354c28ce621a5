from multiprocessing import Pool


def work(number=0):
    print("number", number, flush=True)


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.map(work, [1]))
