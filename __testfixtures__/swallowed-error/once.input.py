from multiprocessing import Pool


def check(number):
    assert number > 0, number


def main():
    with Pool(2) as pool:
        pool.map_async(check, [1, 0]); result = pool.apply_async(check, (2,))
        pool.close()
        pool.join()
    print("all checked")


if __name__ == "__main__":
    try:
        main()
    except AssertionError as error:
        print("failed:", error)
