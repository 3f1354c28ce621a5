def double(n):
    return 2 * n


def main():
    import multiprocessing

    with multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else None).Pool(2) as pool:
        print(pool.map(double, [1, 2, 3]))


if __name__ == "__main__":
    main()
