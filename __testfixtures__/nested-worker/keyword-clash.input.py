from concurrent.futures import ProcessPoolExecutor


def main(seed):
    def work(x, **options):
        return x + seed, options

    with ProcessPoolExecutor(2) as executor:
        return executor.submit(work, 1, seed=5).result()


if __name__ == "__main__":
    print(main(2))
