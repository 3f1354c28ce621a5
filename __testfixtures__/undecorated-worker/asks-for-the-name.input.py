from multiprocessing import Pool


def logged(func):
    def inner(*args):
        print("called")
        return func(*args)

    return inner


@logged
def square(number):
    return number * number


if __name__ == "__main__":
    print(square.__doc__)
    with Pool(1) as pool:
        print(pool.map(square, [2]))
