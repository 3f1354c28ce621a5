import threading
from multiprocessing import Process


def work():
    return 1


jobs = [threading.Thread(target=work)]
for job in jobs:
    job.start()
for job in jobs:
    job.join()
if __name__ == "__main__":
    jobs = [Process(target=work)]
    for job in jobs:
        job.start()
        job.join()
