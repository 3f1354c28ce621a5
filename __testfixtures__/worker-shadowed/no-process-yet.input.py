from multiprocessing import Process


def work():
    print("works")


def stop():
    try:
        work.terminate()
    except AttributeError:
        print("nothing to stop")


if __name__ == "__main__":
    stop()
    work = Process(target=work)
    work.start()
    work.join()
    stop()
