from multiprocessing import Lock, Process

lock = Lock()


def work(number):
    with lock:
        print(number)


def main():
    child = Process(target=work, args=(1,))
    child.start()
    child.join()


if __name__ == "__main__":
    main()
