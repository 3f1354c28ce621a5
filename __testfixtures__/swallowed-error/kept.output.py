from concurrent.futures import ProcessPoolExecutor, wait


def check(number):
    if number > 1:
        raise ValueError(number)


def main():
    with ProcessPoolExecutor(1) as executor:
        futures_2 = [executor.submit(check, number) for number in range(2)]
    for future in futures_2:
        future.result()
    futures = []
    with ProcessPoolExecutor(1) as executor:
        for number in range(3):
            futures.append(executor.submit(check, number))
        wait(futures)
    for future in futures:
        future.result()
    print(len(futures), "checked")


if __name__ == "__main__":
    try:
        main()
    except ValueError as error:
        print("failed:", error)
