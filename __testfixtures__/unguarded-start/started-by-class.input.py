from multiprocessing import Process


class Job:
    def __init__(self, function):
        self.process = Process(target=function)

    def begin(self):
        self.process.start()


def work():
    print("working")


if __name__ == "__main__":
    job = Job(work)
    job.begin()
    job.process.join()
