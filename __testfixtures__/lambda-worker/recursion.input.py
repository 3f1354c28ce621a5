import multiprocessing

fib = lambda n: n if n < 2 else fib(n - 1) + fib(n - 2)


def main(numbers):
    fact = lambda n: 1 if n < 2 else n * fact(n - 1)
    with multiprocessing.Pool(2) as pool:
        print(pool.map(fib, numbers), pool.map(fact, numbers))


if __name__ == "__main__":
    main([4, 5])
