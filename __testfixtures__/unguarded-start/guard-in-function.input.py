from multiprocessing import Pool


def square(number):
    return number * number


def main():
    if __name__ != "__main__":
        return
    with Pool(2) as pool:
        print(pool.map(square, range(3)))


def other():
    if __name__ == "__main__":
        Pool(2).map(square, range(3))


main()
other()
