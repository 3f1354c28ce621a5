import concurrent.futures as cf


def double(text):
    return text * 2


if __name__ == "__main__":
    with cf.ProcessPoolExecutor(max_workers=2) as executor:
        futures = [executor.submit(double, letter) for letter in "ab"]
        for future in futures:
            print(future.result())
