import multiprocessing


def show(n):
    print(n * n)


# What comes below.
print("squares:")  # on a line of its own

if __name__ == "__main__":
    process = multiprocessing.Process(target=show, args=(3,))
    process.start()
    process.join()
