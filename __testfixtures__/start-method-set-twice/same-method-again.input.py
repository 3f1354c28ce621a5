import multiprocessing as mp


def double(n):
    return 2 * n


def main():
    mp.set_start_method("spawn")  # here again
    with mp.Pool(2) as pool:
        print(pool.map(double, [1, 2]))


if __name__ == "__main__":
    mp.set_start_method("spawn")
    main()
