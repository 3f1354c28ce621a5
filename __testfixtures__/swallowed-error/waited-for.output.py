from multiprocessing import Pool


def check(number):
    assert number > 0, number


def main():
    with Pool(2) as pool:
        result = pool.map_async(check, [2, 1])
        # All must be done.
        result.get()
        results = []
        for number in [1, 0]:
            if number < 2:
                results.append(pool.apply_async(check, (number,)))
        pool.close()
        pool.join()
        for result_2 in results:
            result_2.get()
    print("all checked")


if __name__ == "__main__":
    try:
        main()
    except AssertionError as error:
        print("failed:", error)
