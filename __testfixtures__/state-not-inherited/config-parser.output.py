import configparser
from multiprocessing import Pool

config = configparser.ConfigParser()


def work(n):
    return n, config.getint("main", "scale")


def _init_worker(config_):
    global config
    config = config_


def main():
    config.read_string("[main]\nscale = 3\n")
    with Pool(2, initializer=_init_worker, initargs=(config,)) as pool:
        print(pool.map(work, [1]))


if __name__ == "__main__":
    main()
