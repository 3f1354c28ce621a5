from multiprocessing import Pool
from settings import SETTINGS, TABLES


def work(settings):
    SETTINGS.update(settings)
    TABLES.clear()
    return 1


def main():
    SETTINGS["X"] = "1"
    TABLES["Y"] = "2"
    with Pool(2) as pool:
        print(pool.map(work, [{"X": "1"}]))


if __name__ == "__main__":
    main()
