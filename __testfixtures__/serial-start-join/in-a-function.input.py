import time
from multiprocessing import Process, Queue, cpu_count

processes = "a name that is taken"


def work(i, spans):
    began = time.time()
    time.sleep(0.6)
    spans.put((began, time.time()))


def spans_of(num_workers):
    spans = Queue()
    for i in range(num_workers):
        args = (i, spans)
        p = Process(target=work, args=args, name=f"worker {i}")
        p.daemon = True
        p.start()
        # the last line of the loop
        p.join()

    return [spans.get() for _ in range(num_workers)]


if __name__ == "__main__":
    found = spans_of(min(2, cpu_count() + 1))
    print(max(began for began, _ in found) < min(ended for _, ended in found), processes)
