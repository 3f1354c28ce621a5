import multiprocessing


def cube(number):
    return number ** 3


def main():
    with multiprocessing.Pool(processes=2) as pool:
        for result in pool.imap(cube, range(4)):
            print(result)


main()
