from multiprocessing import Pool


class Settings:
    def __init__(self):
        self.scale = 1
        self.names = []

    def load(self, scale):
        self.scale = scale
        self.names.append("x")


settings = Settings()


def work(n):
    return n * settings.scale, settings.names


def _init_worker(settings_):
    global settings
    settings = settings_


def main():
    settings.load(4)
    settings.names.append("y")
    with Pool(2, initializer=_init_worker, initargs=(settings,)) as pool:
        print(pool.map(work, [1]))


if __name__ == "__main__":
    main()
