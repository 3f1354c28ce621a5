from multiprocessing import Pool


def square(number):
    return number * number


def main():
    if __name__ == "__main__":
        Pool(2).map(square, range(3))


main()
