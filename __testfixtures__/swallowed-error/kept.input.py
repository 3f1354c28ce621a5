from concurrent.futures import ProcessPoolExecutor, wait


def check(number):
    if number > 1:
        raise ValueError(number)


def main():
    with ProcessPoolExecutor(1) as executor:
        [executor.submit(check, number) for number in range(2)]
    futures = []
    with ProcessPoolExecutor(1) as executor:
        for number in range(3):
            futures.append(executor.submit(check, number))
        wait(futures)
    print(len(futures), "checked")


if __name__ == "__main__":
    try:
        main()
    except ValueError as error:
        print("failed:", error)
