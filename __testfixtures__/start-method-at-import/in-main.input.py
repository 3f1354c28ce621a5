import multiprocessing as mp


def work(n):
    return n + 1


def main():
    mp.set_start_method("spawn")
    with mp.Pool(2) as pool:
        print(pool.map(work, [1, 2]))


if __name__ == "__main__":
    main()
