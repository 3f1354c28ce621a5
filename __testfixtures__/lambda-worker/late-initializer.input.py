from concurrent.futures import ProcessPoolExecutor

level = None


def set_level(value):
    global level
    level = value


def get_level(_):
    return level


def on_demand():
    wanted = 1
    executor = ProcessPoolExecutor(2, initializer=lambda: set_level(wanted))
    wanted = 2
    print(list(executor.map(get_level, range(2))))
    executor.shutdown()


if __name__ == "__main__":
    on_demand()
