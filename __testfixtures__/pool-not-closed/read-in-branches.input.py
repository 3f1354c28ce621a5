from multiprocessing import Pool


def square(x):
    return x * x


def write(numbers, verbose):
    pool = Pool(2)
    squares = pool.imap(square, numbers)
    total = 0
    if verbose:
        for number, value in zip(numbers, squares):
            print(number, value)
            total += value
    else:
        total = sum(squares)
    print(total)


def collect(numbers, limit):
    pool = Pool(2)
    results = [pool.apply_async(square, (number,)) for number in numbers]
    values = []
    if len(results) > limit:
        print("many")
        values = [result.get() for result in results]
    print(values)


def main():
    write([1, 2], True)
    write([3, 4], False)
    collect([5, 6], 1)


if __name__ == "__main__":
    main()
