from multiprocessing import Lock, Process, Queue, get_context


def work(lock):
    with lock:
        print("working")


lock = Lock()
queue = Queue()
context = get_context("spawn")
process = Process(target=work, args=(lock,))
print(process.name, queue.empty())
