from multiprocessing import Process


def work():
    print("the child works")


def main():
    work_process = Process(target=work)
    work_process.start()
    work_process.join()


def other():
    work = Process(target=print)
    work.start()
    work.join()


if __name__ == "__main__":
    main()
    other()
