from multiprocessing import Pool


def main(xs, fast):
    try:
        def work(x):
            return x + 1
    finally:
        print("defined")

    with Pool(2) as pool:
        # in this order
        return pool.map(work, xs), (work(0) if fast else None)


if __name__ == "__main__":
    print(main([1, 2], True))
