from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool

level = None


def set_level(value):
    global level
    level = value


def get_level(_):
    return level


def on_demand():
    wanted = 1

    def initialize():
        set_level(wanted)

    executor = ProcessPoolExecutor(2, initializer=initialize)
    wanted = 2
    print(list(executor.map(get_level, range(2))))
    executor.shutdown()


def started_anew():
    wanted = 1

    def initialize():
        set_level(wanted)

    with Pool(1, initializer=initialize, maxtasksperchild=1) as pool:
        wanted = 2
        print(pool.map(get_level, range(3), 1))


if __name__ == "__main__":
    on_demand()
    started_anew()
