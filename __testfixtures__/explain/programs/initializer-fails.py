from concurrent.futures import ProcessPoolExecutor


def prepare(path):
    open(path)


def work(x):
    return x


if __name__ == "__main__":
    with ProcessPoolExecutor(1, initializer=prepare, initargs=("missing.txt",)) as executor:
        print(executor.submit(work, 1).result())
