from multiprocessing import Pool


def square(number):
    return number * number


def main():
    with Pool(2) as pool:
        print(pool.map(square, range(3)))


main()
