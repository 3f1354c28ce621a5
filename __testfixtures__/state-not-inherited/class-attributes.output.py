import concurrent.futures


class Config:
    values = []
    name = None


class Task:
    def __init__(self, n):
        self.n = n

    def __call__(self):
        return self.n, Config.name, list(Config.values)


def setup(name, values):
    Config.name = name
    Config.values.extend(values)


def _init_worker(name, values):
    Config.name = name
    Config.values = values


def run():
    with concurrent.futures.ProcessPoolExecutor(initializer=_init_worker, initargs=(Config.name, Config.values)) as pool:
        futures = [pool.submit(Task(i)) for i in range(2)]
        return [f.result() for f in futures]


def main():
    setup("x", [1, 2])
    print(run())


if __name__ == "__main__":
    main()
