import multiprocessing

CONFIG = None


def work(number):
    return number, CONFIG


def main():
    global CONFIG
    CONFIG = 5
    with multiprocessing.Pool(2) as pool:
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    main()
