import multiprocessing


def main(numbers, base):
    power = lambda n: 1 if n < 1 else base * power(n - 1)
    with multiprocessing.Pool(2) as pool:
        return pool.map(power, numbers)


if __name__ == "__main__":
    main([1], 2)
