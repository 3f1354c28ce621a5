from concurrent.futures import ProcessPoolExecutor


def main():
    factor = 3

    def times(number):
        return number * factor

    with ProcessPoolExecutor() as executor:
        for product in executor.map(times, [1, 2] if factor else []):
            print(product)


if __name__ == "__main__":
    main()
