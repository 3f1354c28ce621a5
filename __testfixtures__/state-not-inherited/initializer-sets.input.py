from multiprocessing import Pool

CONFIG = None
TABLE = {}


def set_config(config):
    global CONFIG
    CONFIG = config


def init(config):
    set_config(config)
    TABLE.update(a=1)


def work(number):
    return number, CONFIG, TABLE


def main():
    set_config({"scale": 5})
    TABLE["a"] = 1
    with Pool(2, init, (CONFIG,)) as pool:
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    main()
