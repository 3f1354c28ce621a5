from multiprocessing import Lock, Process

lock = Lock()
count = 0


def add():
    global count
    for _ in range(1000):
        with lock:
            count += 1


if __name__ == "__main__":
    processes = [Process(target=add) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(count)
