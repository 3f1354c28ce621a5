from multiprocessing import Pool, Value

counter = Value("i", 0)


def work(number):
    with counter.get_lock():
        counter.value += number
    return number


def main():
    with Pool(2) as pool:
        pool.map(work, range(4))
    print(counter.value)


if __name__ == "__main__":
    main()
