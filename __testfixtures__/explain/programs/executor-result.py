from concurrent.futures import ProcessPoolExecutor


def work(x):
    return (y for y in range(x))


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(work, 3).result())
