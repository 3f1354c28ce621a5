import multiprocessing as mp


def main():
    if mp.get_start_method(allow_none=True) is None:
        mp.set_start_method("spawn")
    with mp.Pool(2) as pool:
        print(mp.get_start_method(), pool.map(abs, [-1, -2]))


if __name__ == "__main__":
    main()
