from multiprocessing import Pool

config = None


def work(number):
    return number, config


def set_config(value):
    global config
    config = value


def main(config):
    set_config(config)
    with Pool(2) as pool:
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    main({"scale": 5})
