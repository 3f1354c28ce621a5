import time
from multiprocessing import Process, Value


def count(words, total):
    time.sleep(0.5)
    with total.get_lock():
        total.value += len(words)


if __name__ == "__main__":
    total = Value("i", 0)
    processes = []
    for line in ["the quick brown fox", "jumps"]:
        process = Process(target=count, args=(line.split(), total))
        processes.append(process)
        process.start()
    for process in processes:
        process.join()
    print(total.value)
