from multiprocessing import Process


def show(n):
    print(n * n)


if __name__ == "__main__":
    process = Process(target=show, args=(3,))
    process.start()
    process.join()

    print("done")
