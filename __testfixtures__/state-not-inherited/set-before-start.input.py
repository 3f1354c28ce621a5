from concurrent.futures import ProcessPoolExecutor

CONFIG = None


def work(number):
    return number, CONFIG


def main():
    global CONFIG
    with ProcessPoolExecutor(2) as executor:
        CONFIG = 5
        print(list(executor.map(work, [1, 2])))


if __name__ == "__main__":
    main()
