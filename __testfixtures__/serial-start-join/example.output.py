import time
from multiprocessing import Process, Queue


def download(name, spans):
    began = time.time()
    time.sleep(0.6)
    spans.put((began, time.time()))


if __name__ == "__main__":
    spans = Queue()
    processes = []
    for name in ["a.txt", "b.txt"]:
        process = Process(target=download, args=(name, spans))
        processes.append(process)
        process.start()
    for process in processes:
        process.join()
    found = [spans.get(), spans.get()]
    together = max(began for began, ended in found) < min(ended for began, ended in found)
    print("at the same time:", together)
