from multiprocessing import Process


def work():
    print("the child works")


if __name__ == "__main__":
    work_process = Process(target=work)
    work_process.start()
    work_process.join()
    print("done:", work_process.exitcode)
