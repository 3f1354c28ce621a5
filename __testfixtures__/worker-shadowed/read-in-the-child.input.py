from multiprocessing import Process


def work(n):
    print("works", work.name)


if __name__ == "__main__":
    work = Process(target=work, args=(1,), name="W")
    work.start()
    work.join()
