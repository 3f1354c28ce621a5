import multiprocessing


def show(n):
    print(n * n)


if __name__ == "__main__":
    # What comes below.
    print("squares:")  # on a line of its own

    process = multiprocessing.Process(target=show, args=(3,))
    process.start()
    process.join()
