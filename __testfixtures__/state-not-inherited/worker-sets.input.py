from multiprocessing import Pool

number = 0


def work(value):
    global number
    number = value
    return double()


def double():
    return number * 2


if __name__ == "__main__":
    number = 7
    print(double())
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))
