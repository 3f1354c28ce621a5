from multiprocessing import Pool

count = 0


def work(number):
    global count
    count += 1
    return number * number


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(work, range(5)))
    print(count, "done")
