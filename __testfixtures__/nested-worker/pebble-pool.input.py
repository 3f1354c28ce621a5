from pebble import ProcessPool


def main(factor):
    def work(n):
        return n * factor

    with ProcessPool(max_workers=2) as pool:
        print(pool.schedule(work, args=(2,), timeout=10).result())


if __name__ == "__main__":
    main(3)
