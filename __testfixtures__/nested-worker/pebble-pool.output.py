from pebble import ProcessPool


def work(factor, n):
    return n * factor


def main(factor):
    with ProcessPool(max_workers=2) as pool:
        print(pool.schedule(work, args=(factor, 2), timeout=10).result())


if __name__ == "__main__":
    main(3)
