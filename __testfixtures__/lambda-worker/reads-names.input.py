import multiprocessing


def main(xs, k):
    with multiprocessing.Pool(2) as pool:
        print(pool.map(lambda x: eval("x * k"), xs))
        print(pool.apply(lambda: sorted(locals())))


if __name__ == "__main__":
    main([1], 2)
