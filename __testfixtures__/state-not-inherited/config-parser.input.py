import configparser
from multiprocessing import Pool

config = configparser.ConfigParser()


def work(n):
    return n, config.getint("main", "scale")


def main():
    config.read_string("[main]\nscale = 3\n")
    with Pool(2) as pool:
        print(pool.map(work, [1]))


if __name__ == "__main__":
    main()
