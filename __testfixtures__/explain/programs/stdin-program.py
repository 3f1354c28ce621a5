# python <
from concurrent.futures import ProcessPoolExecutor


def work(x):
    return x


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(work, 1).result())
