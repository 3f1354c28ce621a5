import time
from multiprocessing import Process


def answer(request, seconds):
    time.sleep(seconds)
    print(request, flush=True)


if __name__ == "__main__":
    requests = [("quick", 0), ("slow", 0.8)]
    while requests:
        process = Process(target=answer, args=requests.pop())
        process.start()
        process.join()  # or it becomes a zombie
