import multiprocessing


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


def main(numbers):
    with multiprocessing.Pool(2) as pool:
        print(pool.map(fib, numbers), pool.map(fact, numbers))


if __name__ == "__main__":
    main([4, 5])
