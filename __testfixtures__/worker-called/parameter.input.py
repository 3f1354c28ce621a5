from multiprocessing import Process


def run(work):
    process = Process(target=work())
    process.start()
    process.join()


def work():
    def later():
        print("worked")

    return later


if __name__ == "__main__":
    run(lambda: print)
    process = Process(target=work())
    if process.pid:
        process.start()
