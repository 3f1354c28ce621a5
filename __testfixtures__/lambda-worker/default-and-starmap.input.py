import multiprocessing


def main(pairs, k):
    with multiprocessing.Pool(2) as pool:
        return pool.starmap(lambda a, b=0, k=k: a * b * k, pairs)


if __name__ == "__main__":
    main([(1, 2)], 3)
