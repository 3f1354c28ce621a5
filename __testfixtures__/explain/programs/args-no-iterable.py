from multiprocessing import Process


def work(number):
    print(number)


if __name__ == "__main__":
    process = Process(target=work, args=(5))
    process.start()
    process.join()
