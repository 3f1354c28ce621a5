from multiprocessing import Pool


def square(x):
    return x * x


def main(numbers, parallel):
    if sum(Pool(2).map(square, numbers)) > 3:
        print("many")
    while any(Pool(2).map(square, numbers)):
        numbers = numbers[1:]
    return parallel and Pool(2).map(square, numbers)


if __name__ == "__main__":
    main([1, 2], True)
