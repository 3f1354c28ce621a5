from multiprocessing import Pool


class Settings:
    scale = 1


def work(number):
    return number * Settings.scale + work.offset


def main():
    Settings.scale = 10
    work.offset = 5
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    main()
