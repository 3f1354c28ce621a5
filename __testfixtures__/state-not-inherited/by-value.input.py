import multiprocess
from loky import get_reusable_executor

CONFIG = None


def work(number):
    return number, CONFIG


def main():
    global CONFIG
    CONFIG = 5
    print(list(get_reusable_executor(max_workers=2).map(work, [1, 2])))
    with multiprocess.Pool(2) as pool:
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    main()
