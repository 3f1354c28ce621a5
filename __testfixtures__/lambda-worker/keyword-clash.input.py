from concurrent.futures import ProcessPoolExecutor


def run(factor):
    with ProcessPoolExecutor(2) as executor:
        print(executor.submit(lambda **options: (factor, options), factor=2).result())


if __name__ == "__main__":
    run(1)
