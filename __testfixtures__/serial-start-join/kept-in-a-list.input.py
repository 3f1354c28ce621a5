import multiprocessing
import time


class Worker(multiprocessing.Process):
    def __init__(self, spans):
        super().__init__()
        self.spans = spans

    def run(self):
        began = time.time()
        time.sleep(0.6)
        self.spans.put((began, time.time()))


if __name__ == "__main__":
    jobs = []
    spans = multiprocessing.SimpleQueue()
    for i in range(2):
        job = Worker(spans)
        jobs.append(job)
        job.start()
        job.join()
    found = sorted([spans.get(), spans.get()])
    print(len(jobs), found[0][1] > found[1][0])
