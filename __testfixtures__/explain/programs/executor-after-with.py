from concurrent.futures import ProcessPoolExecutor


def work(x):
    return x


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        print(list(executor.map(work, [1])))
    executor.submit(work, 2)
